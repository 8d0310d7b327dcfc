"""How classes are copied and pickled."""
import _frames
__all__ = ['pickle', 'constructor']
dispatch_table = {}


def pickle(ob_type, pickle_function, constructor_ob=None):
    if not callable(pickle_function):
        raise TypeError('reduction functions must be callable')
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    if not callable(object):
        raise TypeError('constructors must be callable')


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def _reconstructor(cls, base, state):
    if base is object:
        return object.__new__(cls)
    made = base.__new__(cls, state)
    if base.__init__ != object.__init__:
        base.__init__(made, state)
    return made


def _reduce_ex(self, proto):
    """An object taken to pieces for the oldest protocols."""
    cls = self.__class__
    base = next(base for base in cls.__mro__ if not _frames.is_heap_type(base))
    if base is object:
        state = None
    elif base is cls:
        raise TypeError(f'cannot pickle {cls.__name__!r} object')
    else:
        state = base(self)
    own = type(self).__getstate__ is not object.__getstate__
    if not own and getattr(self, '__slots__', None):
        raise TypeError('a class that defines __slots__ without defining __getstate__ cannot be pickled')  #: 88 raise TypeError("a class that defines __slots__ without "⏎                "defining __getstate__ cannot be pickled")
    kept = self.__getstate__() if own else getattr(self, '__dict__', None)
    args = cls, base, state
    return (_reconstructor, args, kept) if kept else (_reconstructor, args)
