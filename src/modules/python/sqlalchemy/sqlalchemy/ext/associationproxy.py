"""Collections of what related objects have: `association_proxy('rows', 'value')`."""


class AssociationProxy:
    def __init__(self, target_collection, attr, *, creator=None, **kw):
        self.target_collection, self.value_attr, self.creator = target_collection, attr, creator

    def __set_name__(self, owner, name):
        self.key = name

    def _make(self, obj, value):
        if self.creator is not None:
            return self.creator(value)
        return getattr(type(obj), self.target_collection).prop.mapper.class_(value)

    def __get__(self, obj, cls):
        if obj is None:
            return AssociationProxyInstance(self, cls)
        if not getattr(cls, self.target_collection).prop.uselist:
            target = getattr(obj, self.target_collection)
            return None if target is None else getattr(target, self.value_attr)
        return _AssociationList(self, obj)

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
            proxy.clear()
            proxy.extend(values)


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


class _AssociationList:
    def __init__(self, proxy, obj):
        self.proxy, self.obj = proxy, obj

    @property
    def col(self):
        return getattr(self.obj, self.proxy.target_collection)

    def _values(self):
        return [getattr(item, self.proxy.value_attr) for item in self.col]

    def append(self, value):
        self.col.append(self.proxy._make(self.obj, value))

    add = append

    def extend(self, values):
        for value in values:
            self.append(value)

    def remove(self, value):
        for item in list(self.col):
            if getattr(item, self.proxy.value_attr) == value:
                self.col.remove(item)
                return
        raise ValueError('value not in list')

    def clear(self):
        for item in list(self.col):
            self.col.remove(item)

    def __iter__(self):
        return iter(self._values())

    def __len__(self):
        return len(self.col)

    def __getitem__(self, index):
        return self._values()[index]

    def __contains__(self, value):
        return value in self._values()

    def __eq__(self, other):
        return self._values() == list(other)

    def __repr__(self):
        return repr(self._values())

    __hash__ = None


def association_proxy(target_collection, attr, *, creator=None, **kw):
    return AssociationProxy(target_collection, attr, creator=creator, **kw)
