"""Type variables."""
import _frames
from _frames import extension as _extension

from _typing_arguments import _Unioned, _argument, _caller, _is_unpacked, _stands_for_several
from _typing_forms import Unpack

__name__ = 'typing'  # where what is here is said to be  #: in typing.py


class NoDefaultType:
    """The type of the NoDefault singleton."""
    __slots__ = ()

    def __new__(cls, /, *args, **kwargs):
        if args or kwargs:
            raise TypeError('NoDefaultType takes no arguments')
        return NoDefault

    def __repr__(self):
        return 'typing.NoDefault'

    def __reduce__(self):
        return 'NoDefault'


NoDefault = object.__new__(NoDefaultType)


class _Defaulted:
    """A type parameter's default, computed when it is first asked for."""
    _compute_default = None

    def __init_subclass__(cls):
        base = cls.__mro__[1]
        if cls.__module__ != __name__ and base is not _Defaulted:
            raise TypeError(f"type 'typing.{base.__name__}' is not an acceptable base type")

    def __reduce__(self):
        return self.__name__

    @property
    def __default__(self):
        if self._compute_default is not None:
            self._default, self._compute_default = self._compute_default(), None
        return self._default

    def has_default(self):
        return self._compute_default is not None or self._default is not NoDefault


def _check_name(function, name):  #: -
    if name is ...:
        raise TypeError(f"{function}() missing required argument 'name' (pos 1)")
    if not isinstance(name, str):
        raise TypeError(f"{function}() argument 'name' must be str, not {'None' if name is None else type(name).__name__}")


def _refuse_others(function, others):  #: -
    for name in others:
        raise TypeError(f'{function}() got an unexpected keyword argument {name!r}')


class TypeVar(_Unioned, _Defaulted):
    """A type variable."""

    def __init__(self, name=..., *constraints, bound=None, default=NoDefault, covariant=False, contravariant=False,  #: -
                 infer_variance=False, **others):
        _refuse_others('typevar', others)
        if infer_variance and (covariant or contravariant):
            raise ValueError('Variance cannot be specified with infer_variance.')
        _check_name('typevar', name)
        if covariant and contravariant:
            raise ValueError('Bivariant types are not supported.')
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        if constraints and bound is not None:
            raise TypeError('Constraints cannot be combined with bound=...')
        self.__name__ = name
        self.__constraints__ = constraints
        if type(bound) is tuple:
            raise TypeError(f'Bound must be a type. Got {bound!r:.100}.')
        self.__bound__ = bound if bound is None else _argument(bound)
        self._default = default
        self.__covariant__, self.__contravariant__ = covariant, contravariant
        self.__infer_variance__ = infer_variance
        self.__module__ = _caller(1)

    def __repr__(self):
        if self.__infer_variance__:
            return self.__name__
        return ('+' if self.__covariant__ else '-' if self.__contravariant__ else '~') + self.__name__

    def __typing_subst__(self, arg):
        arg = _argument(arg)
        if _is_unpacked(arg):
            raise TypeError(f'{arg} is not valid as type argument')
        return arg

    def __mro_entries__(self, bases):  #: -
        raise TypeError('Cannot subclass an instance of TypeVar')


class _ParamSpecPart:
    def __init__(self, origin):
        self.__origin__ = origin

    def __init_subclass__(cls):
        base = cls.__mro__[1]
        if cls.__module__ != __name__:
            raise TypeError(f"type 'typing.{base.__name__}' is not an acceptable base type")

    def __eq__(self, other):
        return self.__origin__ == other.__origin__ if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((type(self), self.__origin__))

    def __mro_entries__(self, bases):  #: -
        raise TypeError(f'Cannot subclass an instance of {type(self).__name__}')


class ParamSpecArgs(_ParamSpecPart):

    def __repr__(self):
        return f'{self.__origin__.__name__}.args'


class ParamSpecKwargs(_ParamSpecPart):

    def __repr__(self):
        return f'{self.__origin__.__name__}.kwargs'


class ParamSpec(_Unioned, _Defaulted):
    """A parameter specification variable."""

    def __init__(self, name=..., *, bound=None, default=NoDefault, covariant=False, contravariant=False,  #: -
                 infer_variance=False, **others):
        _refuse_others('paramspec', others)
        _check_name('paramspec', name)
        if covariant and contravariant:
            raise ValueError('Bivariant types are not supported.')
        self.__name__, self.__bound__, self._default = name, bound, default
        self.__covariant__, self.__contravariant__ = covariant, contravariant
        self.__infer_variance__ = infer_variance
        self.__module__ = _caller(1)

    def __mro_entries__(self, bases):  #: -
        raise TypeError('Cannot subclass an instance of ParamSpec')

    def __typing_subst__(self, arg):
        if isinstance(arg, (list, tuple)):
            return tuple(_argument(a, what='Expected a type.') for a in arg)
        if not _stands_for_several(arg):
            raise TypeError(f'Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {arg}')
        return arg

    args = property(ParamSpecArgs)
    kwargs = property(ParamSpecKwargs)

    def __repr__(self):
        if self.__infer_variance__:
            return self.__name__
        return ('+' if self.__covariant__ else '-' if self.__contravariant__ else '~') + self.__name__


class TypeVarTuple(_Defaulted):
    """A variable for several types."""

    def __mro_entries__(self, bases):  #: -
        raise TypeError('Cannot subclass an instance of TypeVarTuple')

    def __init__(self, name=..., *, default=NoDefault, **others):  #: -
        _refuse_others('typevartuple', others)
        _check_name('typevartuple', name)
        self.__name__, self._default = name, default
        self.__module__ = _caller(1)

    def __repr__(self):
        return self.__name__

    def __iter__(self):
        yield Unpack[self]

    def __typing_subst__(self, arg):
        raise TypeError('Substitution of bare TypeVarTuple is not supported')


_extension(TypeVar, TypeVarTuple, ParamSpec, ParamSpecArgs, ParamSpecKwargs, NoDefaultType)
del NoDefaultType
_frames.unseen(_Defaulted, _ParamSpecPart)
