"""Attributes that are computed: of an instance in Python, of its class as an expression."""
from sqlalchemy.sql.coercions import element_of


class hybrid_method:
    _hybrid = True

    def __init__(self, func, expr=None):
        self.func, self.expr = func, expr or func

    def __get__(self, instance, owner):
        return self.expr.__get__(owner, owner) if instance is None else self.func.__get__(instance, owner)

    def _of_class(self, owner):
        return self.expr.__get__(owner, type(owner))

    def expression(self, expr):
        self.expr = expr
        return self

    @property
    def inplace(self):
        return self


class hybrid_property:
    _hybrid = True

    def __init__(self, fget, fset=None, fdel=None, expr=None, custom_comparator=None, update_expr=None):
        self.fget, self.fset, self.fdel, self.expr, self.custom_comparator, self.update_expr = fget, fset, fdel, expr, custom_comparator, update_expr
        self.__name__, self.__doc__ = fget.__name__, fget.__doc__

    def __get__(self, instance, owner):
        if instance is None:
            return self._of_class(owner)
        return self.fget(instance)

    def _of_class(self, owner):
        if self.custom_comparator is not None:
            return self.custom_comparator(owner)
        found = (self.expr or self.fget)(owner)
        element = element_of(found)
        return found if element is None or hasattr(found, 'prop') else HybridExpression(self.__name__, element)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("can't delete attribute")
        self.fdel(instance)

    def _copy(self, **changes):
        found = type(self)(self.fget, self.fset, self.fdel, self.expr, self.custom_comparator, self.update_expr)
        found.__dict__.update(changes)
        return found

    def getter(self, fget):
        return self._copy(fget=fget)

    def setter(self, fset):
        return self._copy(fset=fset)

    def deleter(self, fdel):
        return self._copy(fdel=fdel)

    def expression(self, expr):
        return self._copy(expr=getattr(expr, '__func__', expr))

    def comparator(self, comparator):
        return self._copy(custom_comparator=comparator)

    def update_expression(self, meth):
        return self._copy(update_expr=meth)

    @property
    def inplace(self):
        return _Inplace(self)


class _Inplace:
    """Decorators that change the property itself."""

    def __init__(self, prop):
        self.prop = prop

    def setter(self, fset):
        self.prop.fset = fset
        return self.prop

    def expression(self, expr):
        self.prop.expr = getattr(expr, '__func__', expr)
        return self.prop

    def comparator(self, comparator):
        self.prop.custom_comparator = comparator
        return self.prop

    def deleter(self, fdel):
        self.prop.fdel = fdel
        return self.prop


def HybridExpression(name, element):
    """The expression; in a SELECT's list it has the attribute's name."""
    if element.__visit_name__ in ('column', 'label'):
        return element
    from sqlalchemy.sql.elements import Label
    found = element._generate()
    found._for_columns = lambda: Label(name, element)
    return found


class Comparator:
    def __init__(self, expression):
        self.expression = expression

    def __clause_element__(self):
        return element_of(self.expression)
