"""The attributes of mapped classes: of a class they are expressions, of an instance values whose changes are noted."""
from sqlalchemy import exc as sa_exc
from sqlalchemy.orm import exc
from sqlalchemy.orm.state import NO_VALUE, History, InstanceState, history_of
from sqlalchemy.sql.operators import ColumnOperators

NEVER_SET = NO_VALUE


def instance_state(obj):
    return obj.__dict__['_sa_instance_state']


def instance_dict(obj):
    return obj.__dict__


def state_of(obj):
    """The state of a mapped instance; one that did not run `__init__` gets it now."""
    state = getattr(obj, '__dict__', {}).get('_sa_instance_state')
    if state is None:
        mapper = getattr(type(obj), '__mapper__', None)
        if mapper is None or isinstance(obj, type):
            try:
                obj._sa_instance_state
            except AttributeError as missing:
                raise exc.UnmappedInstanceError(obj) from missing
        state = obj.__dict__['_sa_instance_state'] = InstanceState(obj, mapper)
    return state


_property = property


class QueryableAttribute(ColumnOperators):
    """An attribute as an expression; of an alias of its class, it is the alias's."""
    _event_names = frozenset(['set', 'append', 'remove', 'modified', 'init_scalar', 'init_collection', 'bulk_replace'])
    is_clause_element = True

    def __init__(self, class_, key, prop, parent, of_type=None, extra=()):
        self.class_, self.key, self.prop, self.parent, self._of_type, self._extra = class_, key, prop, parent, of_type, extra

    property = property(lambda self: self.prop)
    __hash__ = ColumnOperators.__hash__

    @_property
    def expression(self):
        return self.prop.expression(self.parent)

    def __clause_element__(self):
        return self.prop.expression(self.parent)

    def _for_columns(self):
        return self.prop.for_columns(self.parent, self)

    def operate(self, op, *other, **kw):
        return self.prop.operate(self, op, *other, **kw)

    def reverse_operate(self, op, other, **kw):
        return self.__clause_element__().reverse_operate(op, other, **kw)

    def label(self, name):
        return self.__clause_element__().label(name)

    def adapt_to_entity(self, entity):
        return QueryableAttribute(self.class_, self.key, self.prop, entity, self._of_type, self._extra)

    @_property
    def _join_target(self):
        return self.prop if self.prop.is_relationship else None

    def of_type(self, entity):
        from sqlalchemy.orm.util import entity_of
        return QueryableAttribute(self.class_, self.key, self.prop, self.parent, entity_of(entity), self._extra)

    def and_(self, *criteria):
        return QueryableAttribute(self.class_, self.key, self.prop, self.parent, self._of_type, (*self._extra, *criteria))

    def any(self, criterion=None, **kwargs):
        return self.prop.exists(self, criterion, kwargs, True)

    def has(self, criterion=None, **kwargs):
        return self.prop.exists(self, criterion, kwargs, False)

    def __getattr__(self, name):
        if name[:2] == '__' or name in ('_join_target',):
            raise AttributeError(name)
        try:
            return getattr(self.__clause_element__(), name)
        except AttributeError as error:
            raise AttributeError(f"Neither '{type(self).__name__}' object nor 'Comparator' object associated with {self} has an attribute {name!r}") from error

    def __str__(self):
        owner = str(self.parent.entity) if getattr(self.parent, 'is_aliased_class', False) else self.class_.__name__
        return f'{owner}.{self.key}'

    def __repr__(self):
        return f'<{type(self).__module__}.{type(self).__name__} object at 0x{id(self):x}>'

    def __bool__(self):
        raise TypeError('Boolean value of this clause is not defined')

    def _inspected(self):
        return self


class InstrumentedAttribute(QueryableAttribute):
    """The descriptor in the class."""

    def __get__(self, obj, cls=None):
        if obj is None:
            return self
        found = obj.__dict__.get(self.key, NO_VALUE)
        if found is not NO_VALUE:
            return found
        return self.prop.load(state_of(obj))

    def __set__(self, obj, value):
        self.prop.assign(state_of(obj), value)

    def __delete__(self, obj):
        state = state_of(obj)
        old = self.__get__(obj)
        if self.key not in obj.__dict__:
            raise AttributeError(f"{self} object does not have a value")
        state.changes(self.key, old)
        if self.prop.is_relationship:
            self.prop.removed(state, old)
        del obj.__dict__[self.key]

    def _event_wrap(self, identifier, fn, kw):
        retval = kw.get('retval')

        if identifier in ('modified', 'bulk_replace'):
            return fn

        def call(target, value, *rest):
            found = fn(target, value, *rest)
            return found if retval else value
        return call


def flag_modified(instance, key):
    state = state_of(instance)
    if key not in state.dict:
        raise sa_exc.InvalidRequestError(f"Can't flag attribute '{key}' modified; it's not present in the object state")
    state.changes(key, NO_VALUE)
    state.committed[key] = NO_VALUE
    attribute = state.mapper.attribute(key)
    for listener in attribute.__dict__.get('_listeners', {}).get('modified', ()):
        listener(instance, attribute)


def flag_dirty(instance):
    state = state_of(instance)
    state.modified = True
    if state.session is not None:
        state.session._changed(state)


def get_history(obj, key, passive=None):
    return history_of(state_of(obj), key)


def init_collection(obj, key):
    state = state_of(obj)
    return state.mapper.props[key].new_collection(state)


def set_attribute(instance, key, value, initiator=None):
    setattr(instance, key, value)


def get_attribute(instance, key):
    return getattr(instance, key)


def del_attribute(instance, key):
    delattr(instance, key)


def set_committed_value(instance, key, value):
    """A value that counts as loaded."""
    state = state_of(instance)
    prop = state.mapper.props[key]
    if prop.is_relationship and prop.uselist:
        prop.fill(state, value)
    else:
        state.dict[key] = value
        state.committed.pop(key, None)
        state.expired_attributes.discard(key)


def manager_of_class(cls):
    return getattr(cls, '__mapper__', None)
