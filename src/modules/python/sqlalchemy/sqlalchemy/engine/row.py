"""Rows: tuples whose values have names."""
import collections.abc
from sqlalchemy import exc


class BaseRow:
    __slots__ = '_parent', '_data'

    def __init__(self, parent, data):
        object.__setattr__(self, '_parent', parent)
        object.__setattr__(self, '_data', data)

    def __reduce__(self):
        return _rebuilt, (type(self), self._parent.reduced(), self._data)

    def __iter__(self):
        return iter(self._data)

    def __len__(self):
        return len(self._data)

    def __hash__(self):
        return hash(self._data)

    def __getitem__(self, key):
        return self._data[key]

    def __getattr__(self, name):
        try:
            return self._data[self._parent.index(name)]
        except KeyError as error:
            raise AttributeError(error.args[0]) from error


def _rebuilt(kind, parent, data):
    return kind(parent, data)


class Row(BaseRow, collections.abc.Sequence):
    __slots__ = ()

    def __setattr__(self, name, value):
        raise AttributeError("can't set attribute")

    def __delattr__(self, name):
        raise AttributeError("can't delete attribute")

    def _tuple(self):
        return self

    def _asdict(self):
        return dict(self._mapping)

    def _to_tuple_instance(self):
        return self._data

    @property
    def _mapping(self):
        return RowMapping(self._parent, self._data)

    @property
    def _fields(self):
        return tuple(self._parent.keys)

    @property
    def t(self):
        return self

    tuple = _t = t

    def __contains__(self, key):
        return key in self._data

    def __repr__(self):
        from sqlalchemy.log import repr_params
        return repr(repr_params(self._data))

    __hash__ = BaseRow.__hash__

    def count(self, value):
        return self._data.count(value)

    def index(self, value, *rest):
        return self._data.index(value, *rest)

    def _op(self, other, name):
        return getattr(self._data, name)(other._data if isinstance(other, Row) else other)

    def __lt__(self, other):
        return self._op(other, '__lt__')

    def __le__(self, other):
        return self._op(other, '__le__')

    def __gt__(self, other):
        return self._op(other, '__gt__')

    def __ge__(self, other):
        return self._op(other, '__ge__')

    def __eq__(self, other):
        return self._op(other, '__eq__')

    def __ne__(self, other):
        return self._op(other, '__ne__')


class RowMapping(BaseRow, collections.abc.Mapping):
    __slots__ = ()

    def __getitem__(self, key):
        return self._data[self._parent.index(key)]

    def __getattr__(self, name):
        raise AttributeError(f"'RowMapping' object has no attribute {name!r}")

    def __iter__(self):
        return iter(self._parent.keys)

    def __len__(self):
        return len(self._data)

    def __contains__(self, key):
        return self._parent.has(key)

    def __repr__(self):
        return repr(dict(self))

    __hash__ = None

    def __eq__(self, other):
        return dict(self) == dict(other) if isinstance(other, collections.abc.Mapping) else NotImplemented

    def items(self):
        return ROMappingItemsView(self, list(zip(self._parent.keys, self._data)))

    def keys(self):
        from sqlalchemy.engine.result import RMKeyView
        return RMKeyView(self._parent)

    def values(self):
        return ROMappingView(self, list(self._data))


class ROMappingView:
    def __init__(self, mapping, items):
        self._mapping, self._items = mapping, items

    def __len__(self):
        return len(self._items)

    def __repr__(self):
        return f"{type(self).__name__}({self._mapping!r})"

    def __iter__(self):
        return iter(self._items)

    def __contains__(self, item):
        return item in self._items

    def __eq__(self, other):
        return list(other) == list(self)


class ROMappingItemsView(ROMappingView):
    pass


class ResultMetaData:
    """The columns of a result: their names, and where each is found."""

    def __init__(self, keys, objects=None):
        self.keys, self.objects = list(keys), objects or [()] * len(keys)
        self._places, self._twice = {}, set()
        for n, key in enumerate(self.keys):
            if key in self._places:
                self._twice.add(key)
            else:
                self._places[key] = n

    def index(self, key):
        if isinstance(key, str):
            if key in self._twice:
                raise exc.InvalidRequestError(f"Ambiguous column name '{key}' in result set column descriptions")
            found = self._places.get(key)
            if found is not None:
                return found
        elif isinstance(key, int):
            if -len(self.keys) <= key < len(self.keys):
                return key
        else:
            found = self._of_object(key)
            if found is not None:
                return found
        raise self._missing(key)

    def _of_object(self, key):
        from sqlalchemy.sql.coercions import element_of
        for n, objects in enumerate(self.objects):
            if any(o is key for o in objects):
                return n
        element = element_of(key)
        if element is not None:
            for n, objects in enumerate(self.objects):
                if any(o is element or hasattr(o, '_proxied') and any(p is element for p in o._proxied()) for o in objects):
                    return n
            name = getattr(element, 'name', None)
            if isinstance(name, str) and getattr(element, 'table', None) is None and name in self._places:
                return self._places[name]
        return None

    def _missing(self, key):
        return exc.NoSuchColumnError(f"Could not locate column in row for column '{key}'")

    def has(self, key):
        try:
            self.index(key)
        except (KeyError, exc.InvalidRequestError):
            return False
        return True

    def reduced(self):
        return ResultMetaData(self.keys)

    def part(self, places):
        return type(self)([self.keys[n] for n in places], [self.objects[n] for n in places])
