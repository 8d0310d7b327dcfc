"""What the ORM knows of an instance: its identity, what has changed since it was loaded, and what is to be loaded again."""
import weakref
from sqlalchemy import event
from sqlalchemy.orm import exc

NO_VALUE = type('LoaderCallableStatus', (), {'__repr__': lambda self: '<LoaderCallableStatus.NO_VALUE: 4>'})()


class InstanceState:
    session = key = None
    insert_order = 0
    modified = deleted = _detached = _attached_before = False
    load_options = load_path = ()

    def __init__(self, obj, mapper):
        self.class_, self.mapper, self._ref = type(obj), mapper, weakref.ref(obj)
        # Attributes with the value that they had; those that are loaded when they are next asked for; removed children whose parent is gone.
        self.committed, self.expired_attributes = {}, set()
        self.parents = {}

    @property
    def dict(self):
        obj = self._ref()
        return obj.__dict__ if obj is not None else {}

    def obj(self):
        return self._ref()

    object = property(lambda self: self._ref())

    def described(self):
        return f'<{self.class_.__name__} at 0x{id(self.obj()):x}>'

    # --- what it is ---

    transient = property(lambda self: self.key is None and self.session is None)
    pending = property(lambda self: self.key is None and self.session is not None)
    persistent = property(lambda self: self.key is not None and self.session is not None and not self.deleted)
    detached = property(lambda self: self.key is not None and self.session is None)
    was_deleted = property(lambda self: self.deleted)
    has_identity = property(lambda self: self.key is not None)
    expired = property(lambda self: bool(self.expired_attributes))
    identity_key = property(lambda self: self.key)
    async_session = property(lambda self: getattr(self.session, '_async', None))

    @property
    def identity(self):
        return None if self.key is None else self.key[1]

    @property
    def attrs(self):
        from sqlalchemy.orm.mapper import _Properties
        return _Properties({key: AttributeState(self, key) for key in self.mapper.props})

    @property
    def unloaded(self):
        return {key for key in self.mapper.props if key not in self.dict and key not in self.committed}

    @property
    def unmodified(self):
        return {key for key in self.mapper.props if key not in self.committed}

    def _inspected(self):
        return self

    # --- changes ---

    def changes(self, key, old):
        """Notes the value that an attribute has before it changes."""
        if key not in self.committed:
            self.committed[key] = list(old) if isinstance(old, list) else set(old) if isinstance(old, set) else dict(old) if isinstance(
                old, dict) and key in self.mapper.relationships else old
        if not self.modified:
            self.modified = True
            if self.session is not None:
                self.session._changed(self)

    def settled(self, keys=None):
        """What it has now is what the database has."""
        if keys is None:
            self.committed.clear()
            self.modified = False
            if self.session is not None:
                self.session._strong.pop(self, None)
        else:
            for key in keys:
                self.committed.pop(key, None)

    def expire(self, keys=None):
        for listener in event.of_class(self.class_, 'expire'):
            listener(self.obj(), keys)
        if keys is None:
            self.expired_attributes.update(key for key, prop in self.mapper.props.items() if prop.is_column and not prop.deferred)
            for key in self.mapper.props:
                self.dict.pop(key, None)
            self.settled()
            self.all_expired = True
        else:
            for key in keys:
                prop = self.mapper.props.get(key)
                if prop is None:
                    continue
                self.dict.pop(key, None)
                self.committed.pop(key, None)
                if prop.is_column:
                    self.expired_attributes.add(key)

    def history(self, key):
        return history_of(self, key)

    def __getstate__(self):
        found = dict(self.__dict__)
        found['_ref'], found['session'], found['parents'] = self.obj(), None, {}
        for name in 'mapper', 'load_options', 'load_path', 'waiting':
            found.pop(name, None)
        for listener in event.of_class(self.class_, 'pickle'):
            listener(self.obj(), found)
        return found

    def __setstate__(self, given):
        obj = given.pop('_ref')
        self.__dict__.update(given)
        self.mapper = self.class_.__mapper__
        self.mapper._check_configure()
        self._ref = weakref.ref(obj)


class AttributeState:
    def __init__(self, state, key):
        self.state, self.key = state, key

    @property
    def loaded_value(self):
        return self.state.dict.get(self.key, NO_VALUE)

    @property
    def value(self):
        return getattr(self.state.obj(), self.key)

    @property
    def history(self):
        return history_of(self.state, self.key)

    def load_history(self):
        self.value
        return history_of(self.state, self.key)


class History(tuple):
    """What was added to an attribute, what stayed, what was taken away."""
    added, unchanged, deleted = (property(lambda self, n=n: self[n]) for n in range(3))

    def __new__(cls, added, unchanged, deleted):
        return tuple.__new__(cls, (added, unchanged, deleted))

    def __repr__(self):
        return f'History(added={self[0]!r}, unchanged={self[1]!r}, deleted={self[2]!r})'

    def __bool__(self):
        return self != ((), (), ())

    def has_changes(self):
        return bool(self.added or self.deleted)

    def empty(self):
        return not self

    def sum(self):
        return list(self.added or ()) + list(self.unchanged or ()) + list(self.deleted or ())

    def non_added(self):
        return list(self.unchanged or ()) + list(self.deleted or ())

    def non_deleted(self):
        return list(self.added or ()) + list(self.unchanged or ())


def members(value):
    return list(value.values()) if isinstance(value, dict) else list(value)


def history_of(state, key):
    prop = state.mapper.props.get(key)
    now = state.dict.get(key, NO_VALUE)
    if prop is not None and prop.is_relationship and prop.uselist:
        if now is NO_VALUE:
            return History((), (), ())
        now = members(now)
        if key not in state.committed:
            return History((), now, ())
        old = state.committed[key]
        old = members(old) if old not in (None, NO_VALUE) else []
        olds, news = {id(o) for o in old}, {id(o) for o in now}
        return History([o for o in now if id(o) not in olds], [o for o in now if id(o) in olds], [o for o in old if id(o) not in news])
    if key not in state.committed:
        return History((), (), ()) if now is NO_VALUE else History((), [now], ())
    old = state.committed[key]
    if now is NO_VALUE:
        return History((), (), [old] if old is not NO_VALUE else ())
    if old is not NO_VALUE and (old is now if prop is not None and prop.is_relationship else prop.columns[0].type.compare_values(now, old)):
        return History((), [now], ())
    return History([now], (), [old] if old is not NO_VALUE and (old is not None or prop.is_column) else ())
