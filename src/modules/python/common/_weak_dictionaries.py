"""Dictionaries that keep their keys or their values only as long as others do."""
from _frames import unseen as _unseen
from _weak import ref
from collections.abc import Mapping as _Mapping, MutableMapping as _MutableMapping

__name__ = 'weakref'  # where what is here is said to be  #: in weakref.py


def _copied(first, second):
    if not isinstance(second, _Mapping):
        return NotImplemented
    made = first.copy()
    made.update(second)
    return made


class _Union(_MutableMapping):
    """The operators of dicts."""

    def __or__(self, other):
        return _copied(self, other)

    def __ror__(self, other):
        return _copied(type(self)(other), self) if isinstance(other, _Mapping) else NotImplemented

    def __ior__(self, other):
        self.update(other)
        return self


def _pairs(other):
    """What an update gives, as a dict takes it."""
    return (other if hasattr(other, 'items') else dict(other)).items()


class KeyedRef(ref):
    """A reference to a value that knows the value's key."""
    __slots__ = 'key',

    def __new__(type, ob, callback, key):
        made = ref.__new__(type, ob, callback)  #: 348 self = «ref.__new__(type, ob, callback)»
        made.key = key
        return made

    def __init__(self, ob, callback, key):
        super().__init__(ob, callback)


def _keyed_remover(owner):
    """What takes the item of a dead reference out of the owner's data, without keeping the owner."""

    def gone(reference, me=ref(owner)):
        owner = me()
        if owner is not None and owner.data.get(reference.key) is reference:
            del owner.data[reference.key]
    return gone


class WeakValueDictionary(_Union):
    """A mapping whose items go with their values."""

    def __init__(self, other=(), /, **kw):
        self.data = {}
        self._remove = _keyed_remover(self)
        self.update(other, **kw)  #: 119

    def update(self, other=None, /, **kwargs):
        if other is not None:
            for key, value in _pairs(other):
                self.data[key] = KeyedRef(value, self._remove, key)  #: 297 d[key] = «KeyedRef(o, self._remove, key)»
        for key, value in kwargs.items():
            self.data[key] = KeyedRef(value, self._remove, key)  #: 299 d[key] = «KeyedRef(o, self._remove, key)»

    def get(self, key, default=None):
        found = self.data.get(key)
        value = None if found is None else found()
        return default if value is None else value

    def setdefault(self, key, default=None):
        found = self.get(key)
        if found is not None:
            return found
        self.data[key] = KeyedRef(default, self._remove, key)  #: 284 self.data[key] = «KeyedRef(default, self._remove, key)»
        return default

    def pop(self, key, *args):
        found = self.data.pop(key, None)
        value = None if found is None else found()
        if value is not None:
            return value
        if args:
            return args[0]
        raise KeyError(key)  #: 272

    def __getitem__(self, key):
        value = self.data[key]()  #: 136 o = «self.data[key]»()
        if value is None:
            raise KeyError(key)  #: 138
        return value

    def __setitem__(self, key, value):
        self.data[key] = KeyedRef(value, self._remove, key)  #: 167 self.data[key] = «KeyedRef(value, self._remove, key)»

    def __delitem__(self, key):
        del self.data[key]  #: 145

    def __contains__(self, key):
        found = self.data.get(key)  #: 156 o = «self.data[key]»()
        return found is not None and found() is not None

    def __iter__(self):
        for key, reference in list(self.data.items()):
            if reference() is not None:
                yield key

    def __len__(self):
        return sum(reference() is not None for reference in list(self.data.values()))

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x}>'

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy
        return type(self)((deepcopy(key, memo), value) for key, value in self.items())

    def popitem(self):
        while True:
            key, reference = self.data.popitem()  #: 256 key, wr = «self.data.popitem()»
            value = reference()
            if value is not None:
                return key, value

    def valuerefs(self):
        return list(self.data.values())  #: 313

    def itervaluerefs(self):
        yield from list(self.data.values())

    def items(self):
        return ((key, value) for key, reference in list(self.data.items()) if (value := reference()) is not None)

    def values(self):
        return (value for reference in list(self.data.values()) if (value := reference()) is not None)

    def keys(self):
        return iter(self)


class WeakKeyDictionary(_Union):
    """A mapping whose items go with their keys."""

    def __init__(self, dict=None):
        self.data = {}
        self._remove = _remover(self)
        if dict is not None:
            self.update(dict)  #: 385

    def update(self, dict=None, /, **kwargs):
        if dict is not None:
            for key, value in _pairs(dict):
                self.data[ref(key, self._remove)] = value  #: 516 d[«ref(key, self._remove)»] = value
        if kwargs:
            self.update(kwargs)

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def setdefault(self, key, default=None):
        return self.data.setdefault(ref(key, self._remove), default)  #: 508 return self.data.setdefault(«ref(key, self._remove)»,default)

    def pop(self, key, *args):
        return self.data.pop(ref(key), *args)

    def __getitem__(self, key):
        return self.data[ref(key)]  #: 415

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value  #: 428 self.data[«ref(key, self._remove)»] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __contains__(self, key):
        try:
            reference = ref(key)
        except TypeError:
            return False
        return reference in self.data

    def __iter__(self):
        for reference in list(self.data):
            key = reference()
            if key is not None:
                yield key

    def __len__(self):
        return sum(reference() is not None for reference in list(self.data))

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x}>'

    def popitem(self):
        while True:
            reference, value = self.data.popitem()  #: 498 key, value = «self.data.popitem()»
            key = reference()
            if key is not None:
                return key, value

    def keyrefs(self):
        return list(self.data)

    def items(self):
        return ((key, value) for reference, value in list(self.data.items()) if (key := reference()) is not None)

    def values(self):
        return (value for reference, value in list(self.data.items()) if reference() is not None)

    def keys(self):
        return iter(self)

    def copy(self):
        return type(self)(dict(self.items()))

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy
        made = type(self)()
        for key, value in self.items():
            made[key] = deepcopy(value, memo)
        return made


_unseen(_Union)
