"""The containers of `collections` that are written by its abstract classes: read when a program first asks for one."""
from collections import _repr_running
from collections.abc import MutableMapping as _MutableMapping, MutableSequence as _MutableSequence

from _user_strings import UserString


class ChainMap(_MutableMapping):
    """Several mappings as one; writes go to the first."""

    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __missing__(self, key):  #: in collections/__init__.py
        raise KeyError(key)  #: 1008

    def __getitem__(self, key):  #: in collections/__init__.py
        for mapping in self.maps:
            try:
                return mapping[key]  #: 1013 return «mapping[key]»             # can't use 'key in mapping' with defaultdict
            except KeyError:
                pass
        return self.__missing__(key)  #: 1016 return «self.__missing__(key)»            # support subclasses that define __missing__

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __len__(self):
        return len(set().union(*self.maps))

    def __iter__(self):
        keys = {}
        for mapping in reversed(self.maps):
            keys.update(dict.fromkeys(mapping))
        return iter(keys)

    def __contains__(self, key):
        return any(key in mapping for mapping in self.maps)

    def __bool__(self):
        return any(self.maps)

    def __repr__(self):
        if id(self) in _repr_running:
            return '...'
        _repr_running.add(id(self))
        try:
            return f'{self.__class__.__name__}({", ".join(map(repr, self.maps))})'
        finally:
            _repr_running.discard(id(self))

    @classmethod  #: in collections/__init__.py
    def fromkeys(cls, iterable, value=None, /):
        return cls(dict.fromkeys(iterable, value))  #: 1043

    def copy(self):  #: in collections/__init__.py
        return self.__class__(self.maps[0].copy(), *self.maps[1:])  #: 1047

    __copy__ = copy

    def new_child(self, m=None, **kwargs):  #: in collections/__init__.py
        """A new ChainMap with a new map in front."""
        if m is None:
            m = kwargs
        elif kwargs:
            m.update(kwargs)  #: 1059
        return self.__class__(m, *self.maps)

    @property
    def parents(self):
        return self.__class__(*self.maps[1:])

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):  #: in collections/__init__.py
        try:
            del self.maps[0][key]  #: 1072
        except KeyError:
            raise KeyError(f'Key not found in the first mapping: {key!r}')  #: 1074

    def popitem(self):  #: in collections/__init__.py
        try:
            return self.maps[0].popitem()  #: 1079
        except KeyError:
            raise KeyError('No keys found in the first mapping.')  #: 1081

    def pop(self, key, *args):  #: in collections/__init__.py
        try:
            return self.maps[0].pop(key, *args)  #: 1086
        except KeyError:
            raise KeyError(f'Key not found in the first mapping: {key!r}')  #: 1088

    def clear(self):  #: in collections/__init__.py
        self.maps[0].clear()  #: 1092

    def __ior__(self, other):  #: in collections/__init__.py
        self.maps[0].update(other)  #: 1095
        return self

    def __or__(self, other):
        if not hasattr(other, 'keys'):
            return NotImplemented
        new = self.copy()
        new.maps[0].update(other)
        return new

    def __ror__(self, other):
        if not hasattr(other, 'keys'):
            return NotImplemented
        new = dict(other)
        for one in reversed(self.maps):
            new.update(one)
        return self.__class__(new)


class UserDict(_MutableMapping):
    """A mapping around a dict, to derive from."""

    def __init__(self, dict=None, /, **kwargs):  #: in collections/__init__.py
        self.data = {}
        if dict is not None:
            self.update(dict)  #: 1124
        if kwargs:
            self.update(kwargs)  #: 1126

    def __len__(self):
        return len(self.data)

    def __getitem__(self, key):  #: in collections/__init__.py
        if key in self.data:  #: 1132
            return self.data[key]
        if hasattr(self.__class__, '__missing__'):
            return self.__class__.__missing__(self, key)  #: 1135
        raise KeyError(key)  #: 1136

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):  #: in collections/__init__.py
        del self.data[key]  #: 1142

    def __iter__(self):
        return iter(self.data)

    def __contains__(self, key):
        return key in self.data

    def __repr__(self):
        return repr(self.data)

    def __or__(self, other):
        other = other.data if isinstance(other, UserDict) else other
        return self.__class__(self.data | other) if isinstance(other, dict) else NotImplemented

    def __ror__(self, other):
        other = other.data if isinstance(other, UserDict) else other
        return self.__class__(other | self.data) if isinstance(other, dict) else NotImplemented

    def __ior__(self, other):
        self.data |= other.data if isinstance(other, UserDict) else other
        return self

    def copy(self):
        new = self.__class__.__new__(self.__class__)
        new.__dict__.update(self.__dict__)
        new.data = self.data.copy()
        return new

    __copy__ = copy

    @classmethod
    def fromkeys(cls, iterable, value=None):
        new = cls()
        for key in iterable:
            new[key] = value
        return new


class UserList(_MutableSequence):
    """A sequence around a list, to derive from."""

    def __init__(self, initlist=None):
        self.data = list(initlist.data if isinstance(initlist, UserList) else () if initlist is None else initlist)

    def __repr__(self):
        return repr(self.data)

    def _plain(self, other):
        return other.data if isinstance(other, UserList) else other

    def __lt__(self, other):
        return self.data < self._plain(other)

    def __le__(self, other):
        return self.data <= self._plain(other)

    def __eq__(self, other):
        return self.data == self._plain(other)

    def __gt__(self, other):
        return self.data > self._plain(other)

    def __ge__(self, other):
        return self.data >= self._plain(other)

    __hash__ = None

    def __contains__(self, item):
        return item in self.data

    def __len__(self):
        return len(self.data)

    def __getitem__(self, i):  #: in collections/__init__.py
        if isinstance(i, slice):
            return self.__class__(self.data[i])
        return self.data[i]  #: 1260

    def __setitem__(self, i, item):
        self.data[i] = item

    def __delitem__(self, i):
        del self.data[i]

    def __add__(self, other):
        return self.__class__(self.data + list(self._plain(other)))

    def __radd__(self, other):
        return self.__class__(list(self._plain(other)) + self.data)

    def __iadd__(self, other):
        self.data += list(self._plain(other))
        return self

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        self.data *= n
        return self

    def append(self, item):  #: in collections/__init__.py
        self.data.append(item)  #: 1308

    def insert(self, i, item):  #: in collections/__init__.py
        self.data.insert(i, item)  #: 1311

    def pop(self, i=-1):  #: in collections/__init__.py
        return self.data.pop(i)  #: 1314

    def remove(self, item):  #: in collections/__init__.py
        self.data.remove(item)  #: 1317

    def clear(self):  #: in collections/__init__.py
        self.data.clear()  #: 1320

    def copy(self):
        return self.__class__(self)

    def __copy__(self):
        made = self.__class__.__new__(self.__class__)
        made.__dict__.update(self.__dict__, data=self.data[:])
        return made

    def count(self, item):  #: in collections/__init__.py
        return self.data.count(item)  #: 1326

    def index(self, item, *args):  #: in collections/__init__.py
        return self.data.index(item, *args)  #: 1329

    def reverse(self):  #: in collections/__init__.py
        self.data.reverse()  #: 1332

    def sort(self, /, *args, **kwds):  #: in collections/__init__.py
        self.data.sort(*args, **kwds)  #: 1335

    def extend(self, other):
        self.data.extend(self._plain(other))


for _class in ChainMap, UserDict, UserList, UserString:
    _class.__module__ = 'collections'
