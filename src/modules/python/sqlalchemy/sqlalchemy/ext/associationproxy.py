"""Collections of what related objects have: `association_proxy('rows', 'value')`."""
import weakref
from sqlalchemy.orm.collections import SetChanges


class AssociationProxy:
    def __init__(self, target_collection, attr, *, creator=None, **kw):
        self.target_collection, self.value_attr, self.creator = target_collection, attr, creator

    def __set_name__(self, owner, name):
        self.key = name

    @property
    def _held(self):
        return f'_{type(self).__name__}_{self.target_collection}_{id(self)}'

    def _make(self, obj, *value):
        if self.creator is not None:
            return self.creator(*value)
        return getattr(type(obj), self.target_collection).prop.mapper.class_(*value)

    def __get__(self, obj, cls):
        if obj is None:
            return AssociationProxyInstance(self, cls)
        if not getattr(cls, self.target_collection).prop.uselist:
            target = getattr(obj, self.target_collection)
            return None if target is None else getattr(target, self.value_attr)
        held = obj.__dict__.get(self._held)
        if held is None:
            items = getattr(obj, self.target_collection)
            kind = _AssociationDict if isinstance(items, dict) else _AssociationSet if isinstance(items, set) else _AssociationList
            held = obj.__dict__[self._held] = kind(self, obj)
        return held

    def __set__(self, obj, values):
        if not getattr(type(obj), self.target_collection).prop.uselist:
            target = getattr(obj, self.target_collection)
            if target is None:
                setattr(obj, self.target_collection, self._make(obj, values))
            else:
                setattr(target, self.value_attr, values)
            return
        proxy = self.__get__(obj, type(obj))
        if proxy is not values:
            proxy._replace(values)

    def __delete__(self, obj):
        if getattr(type(obj), self.target_collection).prop.uselist:
            self.__get__(obj, type(obj)).clear()
        else:
            delattr(getattr(obj, self.target_collection), self.value_attr)


class AssociationProxyInstance:
    def __init__(self, proxy, owner):
        self.proxy, self.owner = proxy, owner

    def _relation(self):
        return getattr(self.owner, self.proxy.target_collection)

    def _value(self):
        return getattr(self._relation().prop.mapper.class_, self.proxy.value_attr)

    def any(self, criterion=None, **kw):
        return self._relation().any(criterion, **kw)

    def has(self, criterion=None, **kw):
        return self._relation().has(criterion, **kw)

    def contains(self, value):
        return self._relation().any(self._value() == value)

    def __eq__(self, value):
        relation = self._relation()
        return (relation.any if relation.prop.uselist else relation.has)(self._value() == value)

    __hash__ = object.__hash__


class _AssociationCollection:
    def __init__(self, proxy, obj):
        # The object holds what this is, so this does not hold the object.
        self.proxy, self._obj = proxy, weakref.ref(obj)

    @property
    def col(self):
        return getattr(self._obj(), self.proxy.target_collection)

    def _make(self, *value):
        return self.proxy._make(self._obj(), *value)

    def _value(self, item):
        return getattr(item, self.proxy.value_attr)

    def _set(self, item, value):
        setattr(item, self.proxy.value_attr, value)

    def _values(self):
        return [self._value(item) for item in self.col]

    def _whole(self):
        """The values in a collection of the built-in kind."""
        return self._values()

    def __len__(self):
        return len(self.col)

    def __bool__(self):
        return bool(self.col)

    def __iter__(self):
        return iter(self._values())

    def __contains__(self, value):
        return value in self._values()

    def __eq__(self, other):
        return self._whole() == (other._whole() if isinstance(other, _AssociationCollection) else other)

    def __lt__(self, other):
        return self._whole() < other

    def __le__(self, other):
        return self._whole() <= other

    def __gt__(self, other):
        return self._whole() > other

    def __ge__(self, other):
        return self._whole() >= other

    def copy(self):
        return self._whole()

    def __repr__(self):
        return repr(self._whole())

    __hash__ = None


class _AssociationList(_AssociationCollection):
    def _replace(self, values):
        self.clear()
        self.extend(values)

    def append(self, value):
        self.col.append(self._make(value))

    def extend(self, values):
        for value in list(values):
            self.append(value)

    def insert(self, index, value):
        self.col[index:index] = [self._make(value)]

    def __iadd__(self, values):
        self.extend(values)
        return self

    def __add__(self, other):
        return self._values() + list(other)

    def __radd__(self, other):
        return list(other) + self._values()

    def __mul__(self, count):
        return self._values() * count

    __rmul__ = __mul__

    def remove(self, value):
        for n, item in enumerate(self.col):
            if self._value(item) == value:
                del self.col[n]
                return
        raise ValueError('value not in list')

    def pop(self, index=-1):
        return self._value(self.col.pop(index))

    def clear(self):
        del self.col[:len(self.col)]

    def index(self, value, *bounds):
        return self._values().index(value, *bounds)

    def count(self, value):
        return self._values().count(value)

    def reverse(self):
        raise NotImplementedError

    sort = reverse

    def __getitem__(self, index):
        return self._values()[index] if isinstance(index, slice) else self._value(self.col[index])

    def __setitem__(self, index, value):
        if not isinstance(index, slice):
            self._set(self.col[index], value)
            return
        places, value = range(len(self.col))[index], list(value)
        if index.step in (None, 1):
            for _ in places:
                del self.col[places.start]
            for n, one in enumerate(value):
                self.insert(places.start + n, one)
            return
        if len(value) != len(places):
            raise ValueError(f'attempt to assign sequence of size {len(value)} to extended slice of size {len(places)}')
        for n, one in zip(places, value):
            self._set(self.col[n], one)

    def __delitem__(self, index):
        del self.col[index]


class _AssociationSet(SetChanges, _AssociationCollection):
    def _whole(self):
        return set(self._values())

    def _replace(self, values):
        there, values = self._whole(), set(values or ())
        for value in values:
            self.add(value)
        for value in there - values:
            self.remove(value)

    def add(self, value):
        if value not in self:
            self.col.add(self._make(value))

    def discard(self, value):
        for item in self.col:
            if self._value(item) == value:
                self.col.discard(item)
                break

    def remove(self, value):
        for item in self.col:
            if self._value(item) == value:
                self.col.discard(item)
                return
        raise KeyError(value)

    def pop(self):
        if not self.col:
            raise KeyError('pop from an empty set')
        return self._value(self.col.pop())

    def clear(self):
        self.col.clear()

    def union(self, *others):
        return self._whole().union(*others)

    def intersection(self, *others):
        return self._whole().intersection(*others)

    def difference(self, *others):
        return self._whole().difference(*others)

    def symmetric_difference(self, other):
        return self._whole().symmetric_difference(other)

    def issubset(self, other):
        return self._whole().issubset(other)

    def issuperset(self, other):
        return self._whole().issuperset(other)

    def __or__(self, other):
        return self._whole() | set(other)

    def __and__(self, other):
        return self._whole() & set(other)

    def __sub__(self, other):
        return self._whole() - set(other)

    def __xor__(self, other):
        return self._whole() ^ set(other)


class _AssociationDict(_AssociationCollection):
    def _whole(self):
        return {key: self._value(item) for key, item in self.col.items()}

    def _replace(self, values):
        gone = [key for key in self.col if key not in values]
        for key, value in values.items():
            self[key] = value
        for key in gone:
            del self[key]

    def __getitem__(self, key):
        return self._value(self.col[key])

    def __setitem__(self, key, value):
        if key in self.col:
            self._set(self.col[key], value)
        else:
            self.col[key] = self._make(key, value)

    def __delitem__(self, key):
        del self.col[key]

    def __contains__(self, key):
        return key in self.col

    def __iter__(self):
        return iter(self.col.keys())

    def clear(self):
        self.col.clear()

    def get(self, key, default=None):
        return self[key] if key in self.col else default

    def setdefault(self, key, default=None):
        if key not in self.col:
            self.col[key] = self._make(key, default)
            return default
        return self[key]

    def keys(self):
        return self.col.keys()

    def items(self):
        return self._whole().items()

    def values(self):
        return self._whole().values()

    def pop(self, key, *default):
        if default and key not in self.col:
            return default[0]
        return self._value(self.col.pop(key))

    def popitem(self):
        key, item = self.col.popitem()
        return key, self._value(item)

    def update(self, *args, **kw):
        for key, value in dict(*args, **kw).items():
            self[key] = value


def association_proxy(target_collection, attr, *, creator=None, **kw):
    return AssociationProxy(target_collection, attr, creator=creator, **kw)
