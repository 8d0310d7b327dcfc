"""How classes are copied and pickled."""
import _frames
__all__ = ['pickle', 'constructor', 'add_extension', 'remove_extension', 'clear_extension_cache']
dispatch_table = {}
# Numbers that stand for names of modules and of what is in them, and what these numbers have led to.
_extension_registry, _inverted_registry, _extension_cache = {}, {}, {}


def pickle(ob_type, pickle_function, constructor_ob=None):
    if not callable(pickle_function):
        raise TypeError('reduction functions must be callable')
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    if not callable(object):
        raise TypeError('constructors must be callable')


def add_extension(module, name, code):
    """Pickles say a number for this name."""
    code = int(code)
    if not 1 <= code <= 0x7fffffff:
        raise ValueError('code out of range')
    key = module, name
    if _extension_registry.get(key) == code and _inverted_registry.get(code) == key:
        return
    if key in _extension_registry:
        raise ValueError(f'key {key} is already registered with code {_extension_registry[key]}')
    if code in _inverted_registry:
        raise ValueError(f'code {code} is already in use for key {_inverted_registry[code]}')
    _extension_registry[key], _inverted_registry[code] = code, key


def remove_extension(module, name, code):
    key = module, name
    if _extension_registry.get(key) != code or _inverted_registry.get(code) != key:
        raise ValueError(f'key {key} is not registered with code {code}')
    del _extension_registry[key], _inverted_registry[code]
    _extension_cache.pop(code, None)


def clear_extension_cache():
    _extension_cache.clear()


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
