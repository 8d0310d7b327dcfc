"""Headers whose names stand without regard to case and may stand several times; pools used last."""
from collections import OrderedDict
from collections.abc import MutableMapping


class HTTPHeaderDict(MutableMapping):
    """A value is what all of a name's values come to; `getlist` gives each."""

    def __init__(self, headers=None, **kwargs):
        self._container = OrderedDict()
        if headers is not None:
            self.extend(headers)
        if kwargs:
            self.extend(kwargs)

    def __setitem__(self, key, val):
        key = key.decode('latin-1') if isinstance(key, bytes) else key
        self._container[key.lower()] = [key, val]

    def __getitem__(self, key):
        return ', '.join(self._container[key.lower()][1:])

    def __delitem__(self, key):
        del self._container[key.lower()]

    def __contains__(self, key):
        return isinstance(key, str) and key.lower() in self._container

    def __eq__(self, other):
        try:
            other = type(self)(other)
        except (TypeError, ValueError, AttributeError):
            return False
        return {name: self[name] for name in self._container} == {name: other[name] for name in other._container}

    def __ne__(self, other):
        return not self == other

    def __len__(self):
        return len(self._container)

    def __iter__(self):
        for values in self._container.values():
            yield values[0]

    def discard(self, key):
        self._container.pop(key.lower(), None)

    def add(self, key, val, *, combine=False):
        key = key.decode('latin-1') if isinstance(key, bytes) else key
        values = self._container.setdefault(key.lower(), [key])
        if combine and values[1:]:
            values[-1] = f'{values[-1]}, {val}'
        else:
            values.append(val)

    def extend(self, *args, **kwargs):
        if len(args) > 1:
            raise TypeError(f'extend() takes at most 1 positional arguments ({len(args)} given)')
        other = args[0] if args else ()
        pairs = other.iteritems() if isinstance(other, HTTPHeaderDict) else other.items() if hasattr(other, 'items') else other
        for key, value in [*pairs, *kwargs.items()]:
            self.add(key, value)

    def getlist(self, key, default=None):
        found = self._container.get(key.lower())
        if found is None:
            return [] if default is None else default
        return found[1:]

    getheaders = getallmatchingheaders = iget = get_all = getlist

    def iteritems(self):
        for key, *values in self._container.values():
            for value in values:
                yield key, value

    def itermerged(self):
        for key in self:
            yield key, self[key]

    def items(self):
        return HTTPHeaderDictItemView(self)

    def copy(self):
        return type(self)(self)

    def __repr__(self):
        return f'{type(self).__name__}({dict(self.itermerged())})'

    def __or__(self, other):
        made = self.copy()
        made.extend(other)
        return made

    def __ior__(self, other):
        self.extend(other)
        return self

    def _prepare_for_method_change(self):
        for name in ('Content-Encoding', 'Content-Language', 'Content-Location', 'Content-Type', 'Content-Length', 'Digest', 'Last-Modified'):
            self.discard(name)
        return self


class HTTPHeaderDictItemView(set):
    """Each name with each of its values."""

    def __init__(self, headers):
        self._headers = headers

    def __len__(self):
        return len(list(self._headers.iteritems()))

    def __iter__(self):
        return self._headers.iteritems()

    def __contains__(self, item):
        return isinstance(item, tuple) and len(item) == 2 and item[1] in self._headers.getlist(item[0])


class RecentlyUsedContainer(OrderedDict):
    """So many things at most: what has not been used longest goes first."""

    def __init__(self, maxsize=10, dispose_func=None):
        super().__init__()
        self._maxsize, self.dispose_func = maxsize, dispose_func

    __repr__ = object.__repr__

    def used(self, key, make):
        if key in self:
            self.move_to_end(key)
        else:
            self[key] = make()
            while len(self) > self._maxsize:
                _, gone = self.popitem(last=False)
                self.dispose_func(gone)
        return self[key]

    def clear(self):
        gone = list(self.values())
        super().clear()
        for one in gone:
            self.dispose_func(one)
