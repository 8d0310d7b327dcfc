"""A row of a result."""
from _frames import extension as _extension


class RecordIterator:
    def __init__(self, items):
        self._items = iter(items)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._items)


class Names:
    """The names of a result's columns, and their places."""
    __slots__ = 'all', 'places'

    def __init__(self, names):
        self.all = tuple(names)
        self.places = {name: n for n, name in enumerate(self.all)}


def names_of(names):
    return Names(names)


class Record:
    __slots__ = '_names', '_row'

    def __new__(cls, *arguments, **named):
        raise TypeError(f"cannot create {cls.__module__ + '.' + cls.__qualname__!r} instances")

    def __getitem__(self, key):
        if isinstance(key, str):
            place = self._names.places.get(key)
            if place is None:
                raise KeyError(key)
            return self._row[place]
        if isinstance(key, slice):
            return self._row[key]
        if not hasattr(type(key), '__index__'):
            raise KeyError(key)
        try:
            return self._row[key]
        except IndexError:
            raise IndexError('record index out of range') from None

    def __len__(self):
        return len(self._row)

    def __iter__(self):
        return RecordIterator(self._row)

    def __contains__(self, key):
        return key in self._names.places

    def __eq__(self, other):
        if isinstance(other, Record):
            return self._row == other._row
        return self._row == other if isinstance(other, tuple) else NotImplemented

    def __lt__(self, other):
        other = other._row if isinstance(other, Record) else other
        return self._row < other if isinstance(other, tuple) else NotImplemented

    def __le__(self, other):
        return self < other or self == other

    def __gt__(self, other):
        other = other._row if isinstance(other, Record) else other
        return self._row > other if isinstance(other, tuple) else NotImplemented

    def __ge__(self, other):
        return self > other or self == other

    def __hash__(self):
        return hash(self._row)

    def __repr__(self):
        inside = ' '.join(f'{name}={value!r}' for name, value in zip(self._names.all, self._row))
        name = type(self).__name__
        return f'<{name} {inside}>' if inside else f'<{name}>'

    def get(self, key, default=None):
        place = self._names.places.get(key)
        return default if place is None else self._row[place]

    def keys(self):
        return iter(self._names.all)

    def values(self):
        return RecordIterator(self._row)

    def items(self):
        return RecordIterator(zip(self._names.all, self._row))

    def __reduce__(self):
        raise TypeError(f'cannot pickle {type(self).__module__}.{type(self).__qualname__} objects')


def make(names, row, kind=Record):
    record = object.__new__(kind)
    record._names, record._row = names, row
    return record


for _class in Record, RecordIterator:
    _class.__module__ = 'asyncpg.protocol.record'
_extension(Record, RecordIterator)
