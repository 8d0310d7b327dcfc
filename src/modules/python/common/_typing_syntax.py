"""Type parameters and aliases of types as statements make them (PEP 695)."""
import types as _types
from types import GenericAlias
from _frames import extension as _extension

from _typing_arguments import _caller
from _typing_forms import Unpack
from _typing_variables import NoDefault, ParamSpec, TypeVar, TypeVarTuple
from _typing_protocols import Generic

__name__ = 'typing'  # where what is here is said to be  #: in typing.py


class _LazyTypeVar(TypeVar):
    """A variable of PEP 695: its bound is computed when it is asked for."""

    def __init__(self, name, compute):
        super().__init__(name, infer_variance=True)
        self._compute = compute
        del self.__bound__, self.__constraints__

    def __getattr__(self, name):  #: -
        if name in ('__bound__', '__constraints__'):
            found = self._compute() if self._compute else None
            self.__constraints__ = found if isinstance(found, tuple) else ()
            self.__bound__ = None if isinstance(found, tuple) else found
            return self.__dict__[name]
        raise AttributeError(f"'typing.TypeVar' object has no attribute {name!r}")


_LazyTypeVar.__name__ = _LazyTypeVar.__qualname__ = 'TypeVar'


class TypeAliasType:
    """What the type statement makes."""

    __name__ = property(lambda self: self._name)
    __type_params__ = property(lambda self: self._params)

    def __new__(cls, name=NoDefault, value=NoDefault, *, type_params=(), **others):
        if name is NoDefault or value is NoDefault:
            missing = ('name', 1) if name is NoDefault else ('value', 2)
            raise TypeError('typealias() missing required argument %r (pos %d)' % missing)
        for other in others:
            raise TypeError(f'typealias() got an unexpected keyword argument {other!r}')
        if not isinstance(name, str):
            raise TypeError(f"typealias() argument 'name' must be str, not {type(name).__name__}")
        if not isinstance(type_params, tuple):
            raise TypeError('type_params must be a tuple')
        return _aliased(name, value, type_params, None)

    @property  #: -
    def __value__(self):
        if self._compute is not None:
            self.__dict__.update(_value=self._compute(), _compute=None)
        return self._value

    @property
    def __parameters__(self):
        return tuple(Unpack[p] if type(p) is TypeVarTuple else p for p in self._params)

    def __repr__(self):
        return self._name

    __reduce__ = __repr__

    def __or__(self, other):
        return _types.UnionType.__or__(self, other)

    def __ror__(self, other):
        return _types.UnionType.__ror__(self, other)

    def __setattr__(self, name, value):
        if name in ('__value__', '__parameters__', '__module__', '__type_params__'):
            raise AttributeError(f"attribute {name!r} of 'typing.TypeAliasType' objects is not writable")
        if name == '__name__':
            raise AttributeError('readonly attribute')
        raise AttributeError(f"'typing.TypeAliasType' object has no attribute {name!r} and no __dict__ for setting new "
                             'attributes')

    def __init_subclass__(cls):
        raise TypeError("type 'typing.TypeAliasType' is not an acceptable base type")

    def __getitem__(self, params):
        if not self._params:
            raise TypeError('Only generic type aliases are subscriptable')
        return GenericAlias(self, params)


def _aliased(name, value, params, compute):
    self = object.__new__(TypeAliasType)
    self.__dict__.update(_name=name, _value=value, _params=params, _compute=compute, __module__=_caller(3))
    return self


def _make_typevar(name, compute, default):
    made = _LazyTypeVar(name, compute)
    try:
        module = _caller()
    except ValueError:
        # A class of this module's own, whose frame does not show.
        module = 'typing'
    made._compute_default, made.__module__ = default, module
    return made


def _make_paramspec(name, _, default):
    made = ParamSpec(name, infer_variance=True)
    made._compute_default, made.__module__ = default, _caller()
    return made


def _make_typevartuple(name, _, default):
    made = TypeVarTuple(name)
    made._compute_default, made.__module__ = default, _caller()
    return made


def _make_generic(params):
    return Generic[tuple(Unpack[p] if type(p) is TypeVarTuple else p for p in params)]


def _make_type_alias(name, params, compute):
    return _aliased(name, None, params or (), compute)


_extension(TypeAliasType)
