"""Collections of related objects: lists, sets and dicts that tell of what comes and goes."""
import weakref


class CollectionAdapter:
    """Whose collection it is."""

    def __init__(self, state, prop, data):
        self.state, self.prop, self._data = state, prop, weakref.ref(data)

    data = property(lambda self: self._data())

    def added(self, item):
        self.prop.appended(self.state, item, self.data)

    def gone(self, item):
        self.prop.removed_from(self.state, item, self.data)

    def before(self):
        self.state.changes(self.prop.key, self.data)


class _Instrumented:
    _sa_adapter = None

    def _comes(self, item):
        if self._sa_adapter is not None:
            item = self._sa_adapter.prop.checked(item)
            self._sa_adapter.before()
            self._sa_adapter.added(item)
        return item

    def _goes(self, item):
        if self._sa_adapter is not None:
            self._sa_adapter.before()
            self._sa_adapter.gone(item)

    def _put(self, items):
        """Items as they are loaded: nobody is told."""


class InstrumentedList(_Instrumented, list):
    def _put(self, items):
        list.extend(self, items)

    def _silently(self, item):
        list.append(self, item)

    def _silently_out(self, item):
        for n, other in enumerate(self):
            if other is item:
                list.__delitem__(self, n)
                return

    def append(self, item):
        list.append(self, self._comes(item))

    def insert(self, index, item):
        list.insert(self, index, self._comes(item))

    def extend(self, items):
        for item in list(items):
            self.append(item)

    def __iadd__(self, items):
        self.extend(items)
        return self

    def remove(self, item):
        if item in self:
            self._goes(item)
        list.remove(self, item)

    def pop(self, index=-1):
        item = self[index]
        self._goes(item)
        return list.pop(self, index)

    def clear(self):
        for item in list(self):
            self._goes(item)
        list.clear(self)

    def __setitem__(self, index, value):
        if isinstance(index, slice):
            for item in self[index]:
                self._goes(item)
            list.__setitem__(self, index, [self._comes(item) for item in value])
            return
        self._goes(self[index])
        list.__setitem__(self, index, self._comes(value))

    def __delitem__(self, index):
        for item in self[index] if isinstance(index, slice) else [self[index]]:
            self._goes(item)
        list.__delitem__(self, index)

    def __reduce_ex__(self, protocol):
        return list, (list(self),)


class SetChanges:
    """What changes a set in place, by single items."""

    def update(self, *others):
        for other in others:
            for item in other:
                self.add(item)

    def difference_update(self, *others):
        for other in others:
            for item in list(other):
                self.discard(item)

    def _become(self, wanted):
        have = set(self)
        for item in have - wanted:
            self.discard(item)
        for item in wanted - have:
            self.add(item)

    def intersection_update(self, *others):
        self._become(self.intersection(*others))

    def symmetric_difference_update(self, other):
        self._become(self.symmetric_difference(other))

    def _in_place(change):
        def operator(self, other):
            if not isinstance(other, (set, frozenset, type(self))):
                return NotImplemented
            change(self, other)
            return self
        return operator

    __ior__, __isub__, __iand__, __ixor__ = map(_in_place, (update, difference_update, intersection_update, symmetric_difference_update))
    del _in_place


class InstrumentedSet(SetChanges, _Instrumented, set):
    def _put(self, items):
        set.update(self, items)

    def _silently(self, item):
        set.add(self, item)

    def _silently_out(self, item):
        set.discard(self, item)

    def add(self, item):
        if item not in self:
            set.add(self, self._comes(item))

    def remove(self, item):
        if item in self:
            self._goes(item)
        set.remove(self, item)

    def discard(self, item):
        if item in self:
            self.remove(item)

    def pop(self):
        item = next(iter(self))
        self.remove(item)
        return item

    def clear(self):
        for item in list(self):
            self.remove(item)

    def __reduce_ex__(self, protocol):
        return set, (set(self),)


class InstrumentedDict(_Instrumented, dict):
    def _put(self, items):
        for item in items:
            dict.__setitem__(self, self._key(item), item)

    def _silently(self, item):
        dict.__setitem__(self, self._key(item), item)

    def _silently_out(self, item):
        dict.pop(self, self._key(item), None)

    def __setitem__(self, key, item):
        if key in self:
            self._goes(self[key])
        dict.__setitem__(self, key, self._comes(item))

    def __delitem__(self, key):
        if key in self:
            self._goes(self[key])
        dict.__delitem__(self, key)

    def set(self, value):
        self[self._key(value)] = value

    def remove(self, value):
        del self[self._key(value)]

    def pop(self, key, *default):
        if key in self:
            self._goes(self[key])
        return dict.pop(self, key, *default)

    def popitem(self):
        if self:
            self._goes(next(reversed(self.values())))
        return dict.popitem(self)

    def clear(self):
        for key in list(self):
            del self[key]

    def update(self, *args, **kw):
        for key, item in dict(*args, **kw).items():
            self[key] = item

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]


class KeyFuncDict(InstrumentedDict):
    """A dict of objects by what a function says of each."""

    def __init__(self, keyfunc, *dict_args, **kw):
        super().__init__(*dict_args)
        self._key = self.keyfunc = keyfunc


MappedCollection = KeyFuncDict


def collection_of(kind):
    """A new collection of a kind: a class, or a function that makes one."""
    if kind in (None, list):
        return InstrumentedList()
    if kind is set:
        return InstrumentedSet()
    return kind()


def attribute_keyed_dict(attr_name, **kw):
    return keyfunc_mapping(lambda item: getattr(item, attr_name))


def keyfunc_mapping(keyfunc, **kw):
    class _MKeyfuncMapped(KeyFuncDict):
        def __init__(self, *dict_args):
            super().__init__(keyfunc, *dict_args)
    return _MKeyfuncMapped


def column_keyed_dict(mapping_spec, **kw):
    return keyfunc_mapping(lambda item: getattr(item, mapping_spec.key))


attribute_mapped_collection, column_mapped_collection, mapped_collection = attribute_keyed_dict, column_keyed_dict, keyfunc_mapping
