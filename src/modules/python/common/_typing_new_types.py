"""Names for types that checkers keep apart."""
import _frames
import types as _types

from _typing_arguments import _Unioned, _caller

__name__ = 'typing'  # where what is here is said to be  #: in typing.py


def _idfunc(*args, **kwargs):  #: -
    if kwargs:
        raise TypeError('_typing._idfunc() takes no keyword arguments')
    if len(args) != 1:
        raise TypeError(f'_typing._idfunc() takes exactly one argument ({len(args)} given)')
    return args[0]


# Native, and so no method of whom it is called on.
_typing = {'__name__': '_typing'}
_typing['idfunc'] = _types.FunctionType(_idfunc.__code__, _typing, '_idfunc')
_frames.native(_typing)
_idfunc = _typing['idfunc']


class NewType(_Unioned):
    """A name for a type that a checker keeps apart."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition('.')[2]
        self.__supertype__ = tp
        self.__module__ = _caller()

    __call__ = _typing['idfunc']

    def __reduce__(self):
        return self.__qualname__

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'

    def __mro_entries__(self, bases):
        superclass = self.__name__

        class Dummy:
            def __init_subclass__(cls):
                text = f'`{cls.__name__} = NewType({cls.__name__!r}, {superclass})`'
                raise TypeError(f'Cannot subclass an instance of NewType. Perhaps you were looking for: {text}')  #: 3427 raise TypeError(⏎⏎⏎)

        return (Dummy,)
