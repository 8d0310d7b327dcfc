"""What a type is: how Python's values go to the driver and come back, and what an operator on it gives."""
import inspect


def generic_repr(obj, omit=(), extra=()):
    """`Name(argument=value)` with the arguments that are not as by default."""
    shown, seen = [], set(omit)
    for cls in type(obj).__mro__:
        init = cls.__dict__.get('__init__')
        if init is None or cls is object:
            continue
        parameters = list(inspect.signature(init).parameters.values())[1:]
        for parameter in parameters:
            name = parameter.name
            if name in seen or parameter.kind in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD):
                continue
            seen.add(name)
            if parameter.default is parameter.empty:
                shown.insert(len([s for s in shown if '=' not in s]), repr(getattr(obj, name, None)))
            elif getattr(obj, name, parameter.default) != parameter.default:
                shown.append(f'{name}={getattr(obj, name)!r}')
        if not any(parameter.kind is parameter.VAR_KEYWORD for parameter in parameters):
            break
    return f'{type(obj).__name__}({", ".join([*map(repr, extra), *shown])})'


class TypeEngine:
    __visit_name__ = 'type'
    affinity = None
    should_evaluate_none = False
    sort_key_function = None
    render_cast = False
    _variants = None
    _isnull = False
    hashable = True

    @classmethod
    def made(cls, given):
        """The instance that a class stands for."""
        return given() if isinstance(given, type) else given

    def bind_processor(self, dialect):
        return None

    def result_processor(self, dialect, coltype):
        return None

    def literal_processor(self, dialect):
        return None

    def bind_expression(self, bindvalue):
        return None

    def column_expression(self, colexpr):
        return None

    def compare_values(self, x, y):
        return x == y

    def copy_value(self, value):
        return value

    def copy(self, **kw):
        found = self.__class__.__new__(self.__class__)
        found.__dict__.update(self.__dict__)
        found.__dict__.pop('_processors', None)
        return found

    @property
    def python_type(self):
        raise NotImplementedError()

    def evaluates_none(self):
        found = self.copy()
        found.should_evaluate_none = True
        return found

    def with_variant(self, type_, *dialect_names):
        found = self.copy()
        found._variants = {**(self._variants or {}), **dict.fromkeys(dialect_names, self.made(type_))}
        return found

    def dialect_impl(self, dialect):
        """The type that stands in for it with one dialect."""
        variant = self._variants and self._variants.get(dialect.name)
        return variant.dialect_impl(dialect) if variant else self

    _unwrapped_dialect_impl = dialect_impl

    def coerce_compared_value(self, op, value):
        """The type of a value that it is compared with."""
        from sqlalchemy.sql.sqltypes import type_of_value
        other = type_of_value(value)
        return self if other._isnull or self._affine(other) else other

    def _affine(self, other):
        return self.affinity is not None and self.affinity is other.affinity

    def adapted(self, op, other):
        """What an operator gives, of this type and another: the operator and the type."""
        return op, self

    def compile(self, dialect=None):
        from sqlalchemy.engine.default import DefaultDialect
        return (dialect or DefaultDialect()).type_text(self)

    def __str__(self):
        return str(self.compile())

    def __repr__(self):
        return generic_repr(self)

    _schema_events = ()


class UserDefinedType(TypeEngine):
    __visit_name__ = 'user_defined'
    cache_ok = True

    def coerce_compared_value(self, op, value):
        return self


class ExternalType:
    cache_ok = None


class TypeDecorator(ExternalType, TypeEngine):
    """A type that changes values on their way to another."""
    __visit_name__ = 'type_decorator'
    impl = None
    coerce_to_is_types = (type(None),)

    def __init__(self, *args, **kwargs):
        if not hasattr(self.__class__, 'impl') or self.__class__.impl is None:
            raise AttributeError("TypeDecorator implementations require a class-level variable 'impl' which refers to the class of type being decorated")
        impl = self.__class__.impl
        self.impl = impl(*args, **kwargs) if isinstance(impl, type) else impl

    @property
    def impl_instance(self):
        return self.impl

    affinity = property(lambda self: self.impl.affinity)
    should_evaluate_none = property(lambda self: self.__dict__.get('_evaluates', False), lambda self, value: self.__dict__.update(_evaluates=value))
    sort_key_function = property(lambda self: self.impl.sort_key_function)

    def load_dialect_impl(self, dialect):
        return self.impl

    def type_engine(self, dialect):
        found = TypeEngine.made(self.load_dialect_impl(dialect))
        return self.impl.dialect_impl(dialect) if found is self.impl else found.dialect_impl(dialect)

    def process_bind_param(self, value, dialect):
        raise NotImplementedError()

    def process_result_value(self, value, dialect):
        raise NotImplementedError()

    def process_literal_param(self, value, dialect):
        raise NotImplementedError()

    def _has(self, name):
        return getattr(type(self), name) is not getattr(TypeDecorator, name)

    def bind_processor(self, dialect):
        inner = self.type_engine(dialect).bind_processor(dialect)
        if not self._has('process_bind_param'):
            return inner
        mine = self.process_bind_param
        return (lambda value: inner(mine(value, dialect))) if inner else lambda value: mine(value, dialect)

    def result_processor(self, dialect, coltype):
        inner = self.type_engine(dialect).result_processor(dialect, coltype)
        if not self._has('process_result_value'):
            return inner
        mine = self.process_result_value
        return (lambda value: mine(inner(value), dialect)) if inner else lambda value: mine(value, dialect)

    def literal_processor(self, dialect):
        inner = self.type_engine(dialect).literal_processor(dialect)
        mine = self.process_literal_param if self._has('process_literal_param') else (
            self.process_bind_param if self._has('process_bind_param') else None)
        if mine is None:
            return inner
        return (lambda value: inner(mine(value, dialect))) if inner else lambda value: mine(value, dialect)

    def bind_expression(self, bindparam):
        return self.impl.bind_expression(bindparam)

    def coerce_compared_value(self, op, value):
        return self

    def compare_values(self, x, y):
        return self.impl.compare_values(x, y)

    def adapted(self, op, other):
        op, found = self.impl.adapted(op, other)
        return op, self if found is self.impl else found

    @property
    def python_type(self):
        return self.impl.python_type

    def __getattr__(self, key):
        if key == 'impl':
            raise AttributeError(key)
        return getattr(self.impl, key)

    def __repr__(self):
        return generic_repr(self.impl).replace(type(self.impl).__name__, type(self).__name__, 1)


def to_instance(given):
    from sqlalchemy.sql.sqltypes import NULLTYPE
    return NULLTYPE if given is None else TypeEngine.made(given)
