"""Dictionaries whose keys may have several values, with and without regard to case."""
from collections.abc import Mapping as _Mapping, MutableMapping as _MutableMapping

__all__ = ['MultiMapping', 'MutableMultiMapping', 'MultiDictProxy', 'CIMultiDictProxy', 'MultiDict', 'CIMultiDict',
           'istr', 'upstr', 'getversion']
_missing = object()


class istr(str):
    """A key without regard to case."""


upstr = istr


class MultiMapping(_Mapping):
    """What all of them have."""

    def _fold(self, key):
        return key

    def getall(self, key, default=_missing):
        key = self._fold(key)
        found = [value for folded, _, value in self._items if folded == key]
        if found:
            return found
        if default is _missing:
            raise KeyError(key)
        return default

    def getone(self, key, default=_missing):
        folded = self._fold(key)
        for other, _, value in self._items:
            if other == folded:
                return value
        if default is _missing:
            raise KeyError(key)
        return default

    def __getitem__(self, key):
        return self.getone(key)

    def get(self, key, default=None):
        return self.getone(key, default)

    def __contains__(self, key):
        return isinstance(key, str) and any(folded == self._fold(key) for folded, _, _ in self._items)

    def __iter__(self):
        return iter([key for _, key, _ in self._items])

    def __len__(self):
        return len(self._items)

    def keys(self):
        return _Keys(self)

    def values(self):
        return _Values(self)

    def items(self):
        return _Items(self)

    def __eq__(self, other):
        if isinstance(other, MultiMapping):
            return [(f, v) for f, _, v in self._items] == [(other._fold(k), v) for _, k, v in other._items]
        if isinstance(other, _Mapping):
            return len(self) == len(other) and all(self.get(k, _missing) == v for k, v in other.items())
        return NotImplemented

    __hash__ = None

    def __repr__(self):
        return f'<{type(self).__name__}({", ".join(f"{k!r}: {v!r}" for _, k, v in self._items)})>'

    def copy(self):
        return self._class(self)


class _View:
    def __init__(self, of):
        self._of = of

    def __len__(self):
        return len(self._of)

    def __contains__(self, it):
        return it in list(self)

    def __repr__(self):
        name = type(self).__name__.lower()
        return f'<{name}({", ".join(map(self._text, self._of._items))})>'


class _Keys(_View):
    _text = staticmethod(lambda item: repr(item[1]))

    def __iter__(self):
        return iter([key for _, key, _ in self._of._items])


class _Values(_View):
    _text = staticmethod(lambda item: repr(item[2]))

    def __iter__(self):
        return iter([value for _, _, value in self._of._items])


class _Items(_View):
    _text = staticmethod(lambda item: f'{item[1]!r}: {item[2]!r}')

    def __iter__(self):
        return iter([(key, value) for _, key, value in self._of._items])


class MutableMultiMapping(MultiMapping, _MutableMapping):
    pass


class MultiDict(MutableMultiMapping):
    """A dictionary whose keys may have several values."""

    def __init__(self, arg=None, /, **kwargs):
        self._items = []
        self.extend(arg, **kwargs)

    def _pairs(self, arg, kwargs):
        if arg is not None:
            yield from list(arg.items()) if hasattr(arg, 'items') else arg
        yield from kwargs.items()

    def add(self, key, value):
        if not isinstance(key, str):
            raise TypeError(f'{type(self).__name__} keys should be either str or subclasses of str, '
                            f'not {type(key).__name__}')
        self._items.append((self._fold(key), key, value))

    def extend(self, arg=None, /, **kwargs):
        for key, value in self._pairs(arg, kwargs):
            self.add(key, value)

    def update(self, arg=None, /, **kwargs):
        pairs = list(self._pairs(arg, kwargs))
        before, new = self._items, {}
        for key, value in pairs:
            new.setdefault(self._fold(key), []).append((key, value))
        # What is there already is replaced in its place; what is more of a name goes to the end.
        self._items, taken = [], {}
        for item in before:
            if item[0] not in new:
                self._items.append(item)
            elif (count := taken.get(item[0], 0)) < len(new[item[0]]):
                self.add(*new[item[0]][count])
                taken[item[0]] = count + 1
        seen = {}
        for key, value in pairs:
            folded = self._fold(key)
            seen[folded] = seen.get(folded, 0) + 1
            if seen[folded] > taken.get(folded, 0):
                self.add(key, value)

    def __setitem__(self, key, value):
        folded = self._fold(key)
        at = next((n for n, item in enumerate(self._items) if item[0] == folded), None)
        if at is None:
            self.add(key, value)
        else:
            rest = [item for item in self._items[at + 1:] if item[0] != folded]
            self._items[at:] = [(folded, key, value)] + rest

    def __delitem__(self, key):
        self.popall(key)

    def popall(self, key, default=_missing):
        found = self.getall(key, default)
        folded = self._fold(key)
        self._items = [item for item in self._items if item[0] != folded]
        return found

    def popone(self, key, default=_missing):
        folded = self._fold(key)
        for at, item in enumerate(self._items):
            if item[0] == folded:
                del self._items[at]
                return item[2]
        if default is _missing:
            raise KeyError(key)
        return default

    pop = popone

    def popitem(self):
        if not self._items:
            raise KeyError('empty multidict')
        return self._items.pop()[1:]

    def setdefault(self, key, default=None):
        if key not in self:
            self.add(key, default)
        return self[key]

    def clear(self):
        self._items = []


class CIMultiDict(MultiDict):
    """One without regard to case."""

    def _fold(self, key):
        return key.lower()


class MultiDictProxy(MultiMapping):
    """One that cannot be changed."""

    def __init__(self, arg, /):
        self._of = arg

    @property
    def _items(self):
        return self._of._items

    def _fold(self, key):
        return self._of._fold(key)

    def copy(self):
        return type(self._of)(self._of)


class CIMultiDictProxy(MultiDictProxy):
    pass


MultiDict._class = MultiDict
CIMultiDict._class = CIMultiDict


def getversion(of):
    return len(of)
