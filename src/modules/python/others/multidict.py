"""Dictionaries whose keys may have several values, with and without regard to case."""
from abc import abstractmethod as _abstractmethod
from collections.abc import ItemsView as _ItemsView, KeysView as _KeysView, Mapping as _Mapping
from collections.abc import MutableMapping as _MutableMapping, ValuesView as _ValuesView
from itertools import count as _count
from reprlib import recursive_repr as _recursive_repr
from types import GenericAlias as _GenericAlias

__all__ = ('CIMultiDict', 'CIMultiDictProxy', 'MultiDict', 'MultiDictProxy', 'MultiMapping', 'MutableMultiMapping',
           'get_include', 'getversion', 'istr')
__version__ = '7.2.1'
_missing, _absent = object(), object()
_versions = _count(1)


class istr(str):
    """A key without regard to case."""
    __slots__ = ()

    def __reduce__(self):
        return istr, (str(self),)

    def __init_subclass__(cls, **kwargs):
        raise TypeError("type 'multidict.istr' is not an acceptable base type")


class MultiMapping(_Mapping):
    """What all of them have."""

    @_abstractmethod
    def getall(self, key, default=_missing):
        """All values of a key."""

    @_abstractmethod
    def getone(self, key, default=_missing):
        """The first value of a key."""

    def to_dict(self):
        """A dictionary of lists."""
        found = {}
        for key, value in self.items():
            found.setdefault(key, []).append(value)
        return found


class MutableMultiMapping(MultiMapping, _MutableMapping):
    """What those have that may be changed."""

    @_abstractmethod
    def add(self, key, value):
        """Adds a value beside others of its key."""

    @_abstractmethod
    def extend(self, *args, **kwargs):
        """Adds pairs."""

    @_abstractmethod
    def merge(self, *args, **kwargs):
        """Adds pairs of keys that are not there yet."""

    @_abstractmethod
    def popone(self, key, default=_missing):
        """Takes out the first value of a key."""

    @_abstractmethod
    def popall(self, key, default=_missing):
        """Takes out all values of a key."""


class _Reading:
    """What a dictionary and a proxy for one have: `_data` is where (folded key, key, value) are."""

    def _folded(self, key):
        if isinstance(key, str):
            return key.lower() if self._data._ci else key
        name = 'CIMultiDict' if self._data._ci else 'MultiDict'
        raise TypeError(f'{name} keys should be either str or subclasses of str')

    def _found(self, key):
        folded = self._folded(key)
        return [value for other, _, value in self._data._items if other == folded]

    def getall(self, key, default=_missing):
        """All values of a key."""
        found = self._found(key)
        if found:
            return found
        if default is _missing:
            raise KeyError(key)
        return default

    def getone(self, key, default=_missing):
        """The first value of a key."""
        folded = self._folded(key)
        for other, _, value in self._data._items:
            if other == folded:
                return value
        if default is _missing:
            raise KeyError(key)
        return default

    def __getitem__(self, key):
        return self.getone(key)

    def get(self, key, default=None):
        """The first value of a key, or what else is given."""
        return self.getone(key, default)

    def __contains__(self, key):
        return isinstance(key, str) and self.getone(key, _absent) is not _absent

    def __iter__(self):
        return iter(_Keys(self._data))

    def __len__(self):
        return len(self._data._items)

    def keys(self):
        """The keys, each once."""
        return _Keys(self._data)

    def values(self):
        """The values of all keys."""
        return _Values(self._data)

    def items(self):
        """All keys with all their values."""
        return _Items(self._data)

    def to_dict(self):
        """A dictionary of lists."""
        names, found = {}, {}
        for folded, key, value in self._data._items:
            found.setdefault(names.setdefault(folded, key), []).append(value)
        return found

    def __eq__(self, other):
        own = self._data
        if isinstance(other, _Reading):
            return ([(folded, value) for folded, _, value in own._items]
                    == [(self._folded(key), value) for _, key, value in other._data._items])
        if isinstance(other, _Mapping):
            return len(self) == len(other) and all(self.get(k, _absent) == v for k, v in other.items())
        return NotImplemented

    __hash__ = None

    @_recursive_repr()
    def __repr__(self):
        return f'<{type(self).__name__}({", ".join([f"{k!r}: {v!r}" for _, k, v in self._data._items])})>'

    def copy(self):
        """A dictionary with the same pairs."""
        return self._class(self)


class _View:
    def __init__(self, of):
        self._of = of

    def __len__(self):
        return len(self._of._items)

    def __reversed__(self):
        return self._going_over(self._shown()[::-1], self._of._version)

    def __iter__(self):
        """Goes over what there is, as long as nobody changes it."""
        return self._going_over(self._shown(), self._of._version)

    def _going_over(self, items, version):
        for item in items:
            if self._of._version != version:
                break
            yield self._one(item)
        if self._of._version != version:
            raise RuntimeError('MultiDict is changed during iteration')

    def _shown(self):
        return self._of._items

    @_recursive_repr()
    def __repr__(self):
        return f'<{type(self).__name__}({", ".join(map(self._text, self._shown()))})>'

    @classmethod
    def _from_iterable(cls, items):
        return set(items)


class _Keys(_View, _KeysView):
    _text = staticmethod(lambda item: repr(item[1]))
    _one = staticmethod(lambda item: item[1])

    def _shown(self):
        first = {}
        for item in self._of._items:
            first.setdefault(item[0], item)
        return list(first.values())

    def __len__(self):
        return len(self._shown())

    def __contains__(self, key):
        return key in self._of

    def _both(self, other):
        """Its own keys and those of another set, without regard to case if it has none."""
        folded = str.lower if self._of._ci else str
        own = {folded(key): key for _, key, _ in reversed(self._of._items)}
        return own, {folded(key) if isinstance(key, str) else key: key for key in other}

    def __and__(self, other):
        own, others = self._both(other)
        return {key for folded, key in own.items() if folded in others}

    def __or__(self, other):
        own, others = self._both(other)
        return {*own.values(), *[key for folded, key in others.items() if folded not in own]}

    def __sub__(self, other):
        own, others = self._both(other)
        return {key for folded, key in own.items() if folded not in others}

    def __xor__(self, other):
        own, others = self._both(other)
        return self - other | {key for folded, key in others.items() if folded not in own}

    def __rand__(self, other):
        own, others = self._both(other)
        return {key for folded, key in others.items() if folded in own}

    def __rsub__(self, other):
        own, others = self._both(other)
        return {key for folded, key in others.items() if folded not in own}


class _Values(_View, _ValuesView):
    _text = staticmethod(lambda item: repr(item[2]))
    _one = staticmethod(lambda item: item[2])

    def __contains__(self, value):
        return any(value is each or value == each for _, _, each in self._of._items)


class _Items(_View, _ItemsView):
    _text = staticmethod(lambda item: f'{item[1]!r}: {item[2]!r}')
    _one = staticmethod(lambda item: (item[1], item[2]))

    def __contains__(self, item):
        return isinstance(item, (tuple, list)) and len(item) == 2 and isinstance(item[0], str) and item[1] in self._of._found(item[0])


_Keys.__name__ = _Keys.__qualname__ = '_KeysView'
_Values.__name__ = _Values.__qualname__ = '_ValuesView'
_Items.__name__ = _Items.__qualname__ = '_ItemsView'


def _pairs(arg, kwargs):
    if isinstance(arg, _Reading):
        yield from [(key, value) for _, key, value in arg._data._items]
    elif arg is not None:
        for at, pair in enumerate(list(arg.items()) if hasattr(arg, 'items') else arg):
            if not hasattr(pair, '__len__'):
                raise TypeError(f'multidict cannot convert sequence element #{at} to a sequence')
            if len(pair) != 2:
                raise ValueError(f'multidict update sequence element #{at} has length {len(pair)}; 2 is required')
            yield pair
    yield from kwargs.items()


class MultiDict(_Reading, MutableMultiMapping):
    """Dictionary with the support for duplicate keys."""
    _ci = False

    def __new__(cls, *args, **kwargs):
        self = super().__new__(cls)
        self._items, self._version = [], next(_versions)
        return self

    def __init__(self, arg=None, /, **kwargs):
        self._items = []
        self._add_all(arg, kwargs)

    __class_getitem__ = classmethod(_GenericAlias)
    _data = property(lambda self: self)

    def __reduce__(self):
        return type(self), ([(key, value) for _, key, value in self._items],)

    def _item(self, key, value):
        folded = self._folded(key)
        return folded, istr(key) if self._ci and type(key) is not istr else key, value

    def _changed(self):
        self._version = next(_versions)

    def _add_all(self, arg, kwargs):
        try:
            for key, value in _pairs(arg, kwargs):
                self._items.append(self._item(key, value))
        finally:
            self._changed()

    def add(self, key, value):
        """Adds a value beside others of its key."""
        self._items.append(self._item(key, value))
        self._changed()

    def extend(self, arg=None, /, **kwargs):
        """Adds pairs."""
        self._add_all(arg, kwargs)

    def merge(self, arg=None, /, **kwargs):
        """Adds pairs of keys that are not there yet."""
        there = {folded for folded, _, _ in self._items}
        self._add_all([(key, value) for key, value in _pairs(arg, kwargs) if self._folded(key) not in there], {})

    def update(self, arg=None, /, **kwargs):
        """Puts pairs in the place of those of the same keys; what is more of a key goes to the end."""
        places, fresh = {}, set()
        for at, (folded, _, _) in enumerate(self._items):
            places.setdefault(folded, []).append(at)
        items, before = list(self._items), len(self._items)
        try:
            for key, value in _pairs(arg, kwargs):
                item = self._item(key, value)
                old = places.get(item[0])
                if old:
                    items[old.pop(0)] = item
                    fresh.add(item[0])
                else:
                    items.append(item)
        finally:
            gone = {at for folded in fresh for at in places[folded]}
            self._items = [item for at, item in enumerate(items) if at >= before or at not in gone]
            self._changed()

    def __setitem__(self, key, value):
        item = self._item(key, value)
        at = next((n for n, other in enumerate(self._items) if other[0] == item[0]), None)
        if at is None:
            self._items.append(item)
        else:
            self._items[at:] = [item] + [other for other in self._items[at + 1:] if other[0] != item[0]]
        self._changed()

    def __delitem__(self, key):
        self.popall(key)

    def popall(self, key, default=_missing):
        """Takes out all values of a key."""
        found = self.getall(key, default)
        folded = self._folded(key)
        left = [item for item in self._items if item[0] != folded]
        if len(left) != len(self._items):
            self._items = left
            self._changed()
        return found

    def popone(self, key, default=_missing):
        """Takes out the first value of a key."""
        folded = self._folded(key)
        for at, item in enumerate(self._items):
            if item[0] == folded:
                del self._items[at]
                self._changed()
                return item[2]
        if default is _missing:
            raise KeyError(key)
        return default

    def pop(self, key, default=_missing):
        """Takes out the first value of a key."""
        return self.popone(key, default)

    def popitem(self):
        """Takes out the last pair."""
        if not self._items:
            raise KeyError('empty multidict')
        self._changed()
        return self._items.pop()[1:]

    def setdefault(self, key, default=None):
        """The first value of a key, which gets one if it has none."""
        self._folded(key)
        if key not in self:
            self.add(key, default)
        return self[key]

    def clear(self):
        """Takes out everything."""
        self._items = []
        self._changed()


class CIMultiDict(MultiDict):
    """Dictionary with the support for duplicate case-insensitive keys."""
    _ci = True


class MultiDictProxy(_Reading, MultiMapping):
    """Read-only proxy for MultiDict instance."""
    _of = MultiDict

    def __new__(cls, arg, /):
        self = super().__new__(cls)
        if not isinstance(arg, _Reading) or not isinstance(arg._data, cls._of):
            name = cls._of.__name__
            raise TypeError(f'ctor requires {name} or {name}Proxy instance, not {type(arg)}')
        self._data = arg._data
        return self

    __class_getitem__ = classmethod(_GenericAlias)
    _class = property(lambda self: self._of)

    def __reduce__(self):
        raise TypeError(f"can't pickle multidict._multidict.{type(self).__name__} objects")


class CIMultiDictProxy(MultiDictProxy):
    """Read-only proxy for CIMultiDict instance."""
    _of = CIMultiDict


MultiDict._class = MultiDict
CIMultiDict._class = CIMultiDict


def getversion(md):
    """A number that is another one once a dictionary has been changed."""
    if not isinstance(md, _Reading):
        raise TypeError('Parameter should be multidict or proxy')
    return md._data._version


def get_include():
    import _network
    _network.not_supported('multidict.get_include')


def __getattr__(name):
    if name == 'upstr':
        import warnings
        warnings.warn('upstr is deprecated, use istr instead', DeprecationWarning, 2)
        return istr
    raise AttributeError(f"module 'multidict' has no attribute '{name}'")
