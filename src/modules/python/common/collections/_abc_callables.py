"""What is called, and how its arguments and result are written."""
from abc import ABCMeta, abstractmethod

from collections._abc_iteration import _has

__name__ = 'collections.abc'  # where what is here is said to be  #: in <frozen _collections_abc>


def _stands_for_several(argument):
    return argument is ... or type(argument).__name__ in ('ParamSpec', '_ConcatenateGenericAlias')


class _CallableGenericAlias(type(list[int])):
    """Callable[[X, Y], R]: the arguments stand in one row with the result."""
    __slots__ = '__weakref__',
    __module__ = 'collections.abc'

    def __new__(cls, origin, args):
        if not (isinstance(args, tuple) and len(args) == 2):
            raise TypeError('Callable must be used as Callable[[arg, ...], result].')
        arguments, result = args
        if isinstance(arguments, (tuple, list)):
            args = (*arguments, result)
        elif not _stands_for_several(arguments):
            raise TypeError(f'Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {arguments}')
        return super().__new__(cls, origin, args)

    def _parts(self):
        *arguments, result = self.__args__
        several = len(arguments) != 1 or not _stands_for_several(arguments[0])
        return arguments if several else arguments[0], result

    def __repr__(self):
        from typing import _type_repr
        arguments, result = _CallableGenericAlias._parts(self)
        shown = f'[{", ".join(map(_type_repr, arguments))}]' if isinstance(arguments, list) else _type_repr(arguments)
        return f'collections.abc.Callable[{shown}, {_type_repr(result)}]'

    def __reduce__(self):
        return _CallableGenericAlias, (Callable, _CallableGenericAlias._parts(self))

    def __getitem__(self, params):
        # A list of types that is the last or only one stands for the arguments as a whole.
        *arguments, result = super().__getitem__(params).__args__
        if len(arguments) == 1 and isinstance(arguments[0], (tuple, list)):
            arguments, = arguments
        return _CallableGenericAlias(Callable, (arguments, result))


class Callable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __call__(self, *args, **kwds):
        return False

    @classmethod
    def __subclasshook__(cls, C):
        return _has(C, '__call__') if cls is Callable else NotImplemented

    __class_getitem__ = classmethod(_CallableGenericAlias)
