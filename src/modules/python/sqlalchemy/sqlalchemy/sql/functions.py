"""`func.name(…)`: functions of SQL."""
from sqlalchemy.sql import coercions, operators, sqltypes
from sqlalchemy.sql.base import Executable
from sqlalchemy.sql.elements import ClauseList, ColumnElement, FunctionFilter, Grouping, Over, WithinGroup
from sqlalchemy.sql.type_api import to_instance


class FunctionElement(Executable, ColumnElement):
    __visit_name__ = 'function'
    _parts = 'clause_expr',
    packagenames = ()
    description = property(lambda self: getattr(self, 'name', None))
    is_select = False
    _has_args = False

    def __init__(self, *clauses):
        self._set(map(self._argument, clauses))

    def _argument(self, given):
        return coercions.column(given) if coercions.element_of(given) is not None or given is None else _value(self, given)

    def _set(self, args):
        args = list(args)
        self._has_args = bool(args)
        self.clause_expr = Grouping(ClauseList(*args, operator=operators.comma_op, group_contents=True))

    @property
    def clauses(self):
        return self.clause_expr.element

    def __iter__(self):
        return iter(self.clauses)

    def over(self, *, partition_by=None, order_by=None, rows=None, range_=None, groups=None):
        return Over(self, partition_by, order_by, range_, rows, groups)

    def within_group(self, *order_by):
        return WithinGroup(self, *order_by)

    def filter(self, *criterion):
        return FunctionFilter(self, *criterion) if criterion else self

    def select(self):
        from sqlalchemy.sql.selectable import select
        return select(self)

    def alias(self, name=None, joins_implicitly=False):
        from sqlalchemy.sql.selectable import TableValuedAlias
        return TableValuedAlias._of(self, name, _names=[])

    def table_valued(self, *expr, name=None, **kw):
        from sqlalchemy.sql.selectable import TableValuedAlias
        return TableValuedAlias._of(self, name, _names=expr)

    def column_valued(self, name=None, joins_implicitly=False):
        return self.alias(name).column

    def is_derived_from(self, other):
        return False

    def self_group(self, against=None):
        if against in (operators.getitem, operators.json_getitem_op):
            return Grouping(self)
        return super().self_group(against)

    def _anon_base(self):
        return getattr(self, 'name', None) or 'anon'

    def _bind(self, op, value, type_=None):
        return _value(self, value, op, type_, self)


def _value(function, value, op=None, type_=None, compared=None):
    from sqlalchemy.sql.elements import BindParameter
    return BindParameter(getattr(function, 'name', None), value, _compared_to=compared, _operator=op, type_=type_, unique=True)


class Function(FunctionElement):
    def __init__(self, name, *clauses, type_=None, packagenames=None):
        self.packagenames, self.name, self.type = packagenames or (), name, to_instance(type_)
        super().__init__(*clauses)


class _Registry(type):
    """Those with a type of their own register by name."""
    known = {}

    def __init__(cls, name, bases, namespace):
        if namespace.get('_register', True):
            cls.name = namespace.get('name', name)
            cls.identifier = namespace.get('identifier', cls.name)
            _Registry.known[cls.identifier.lower()] = cls
        super().__init__(name, bases, namespace)


class GenericFunction(Function, metaclass=_Registry):
    _register = False
    inherit_cache = True

    def __init__(self, *args, **kwargs):
        args = [self._argument(a) for a in args]
        self.packagenames = getattr(self, 'package', None) or ()
        self.packagenames = ()
        self._set(args)
        self.type = to_instance(kwargs.pop('type_', None) or self._type_of(args) or getattr(type(self), 'type', None))

    def _type_of(self, args):
        return None


class _OfArguments(GenericFunction):
    _register = False

    def _type_of(self, args):
        return next((a.type for a in args if not a.type._isnull), sqltypes.NULLTYPE)

    def _argument(self, given):
        return super()._argument(given)


class coalesce(_OfArguments):
    pass


class max(_OfArguments):
    pass


class min(_OfArguments):
    pass


class sum(_OfArguments):
    pass


class count(GenericFunction):
    type = sqltypes.INTEGERTYPE

    def __init__(self, expression=None, **kwargs):
        if expression is None:
            from sqlalchemy.sql.elements import literal_column
            expression = literal_column('*')
        super().__init__(expression, **kwargs)


class now(GenericFunction):
    type = sqltypes.DateTime()


class concat(GenericFunction):
    type = sqltypes.STRINGTYPE


class char_length(GenericFunction):
    type = sqltypes.INTEGERTYPE


class random(GenericFunction):
    pass


def _simple(base, **types):
    for name, type_ in types.items():
        globals()[name] = _Registry(name, (base,), {'type': type_, '__module__': __name__})


class AnsiFunction(GenericFunction):
    """Written without parentheses where it has no arguments."""
    _register = False


_simple(AnsiFunction, current_date=sqltypes.Date(), current_time=sqltypes.Time(), current_timestamp=sqltypes.DateTime(), current_user=sqltypes.STRINGTYPE,
        localtime=sqltypes.DateTime(), localtimestamp=sqltypes.DateTime(), session_user=sqltypes.STRINGTYPE, sysdate=sqltypes.DateTime(),
        user=sqltypes.STRINGTYPE)
_simple(GenericFunction, rank=sqltypes.INTEGERTYPE, dense_rank=sqltypes.INTEGERTYPE, percent_rank=sqltypes.Numeric(), cume_dist=sqltypes.Numeric())


class array_agg(GenericFunction):
    def _type_of(self, args):
        return sqltypes.ARRAY(args[0].type)


class aggregate_strings(GenericFunction):
    type = sqltypes.STRINGTYPE

    def __init__(self, clause, separator):
        super().__init__(clause, separator)


class _FunctionGenerator:
    """`func.a.b(…)`: the names on the way to a function."""

    def __init__(self, names=(), options=None):
        self.__names, self.opts = names, options or {}

    def __getattr__(self, name):
        if name.startswith('__'):
            try:
                return self.__dict__[name]
            except KeyError:
                raise AttributeError(name)
        return _FunctionGenerator((*self.__names, name[:-1] if name.endswith('_') else name), self.opts)

    def __call__(self, *c, **kwargs):
        options = {**self.opts, **kwargs}
        *packages, name = self.__names
        known = _Registry.known.get(name.lower()) if not packages else None
        if known is not None:
            return known(*c, **options)
        return Function(name, *c, packagenames=tuple(packages), **options)


func = _FunctionGenerator()
modifier = _FunctionGenerator()


def register_function(identifier, fn, package='_default'):
    _Registry.known[identifier.lower()] = fn
