"""Relationships: how a class's rows and another's refer to each other."""
from sqlalchemy import exc as sa_exc
from sqlalchemy.orm import exc
from sqlalchemy.orm._joining import Joining
from sqlalchemy.orm.collections import CollectionAdapter, collection_of
from sqlalchemy.orm.properties import MapperProperty
from sqlalchemy.orm.state import NO_VALUE, members
from sqlalchemy.sql.base import NO_ARG

_CASCADES = 'save-update', 'merge', 'refresh-expire', 'expunge', 'delete', 'delete-orphan'
MANYTOONE, ONETOMANY, MANYTOMANY = (type('RelationshipDirection', (), {'name': n, '__repr__': lambda self: f'<RelationshipDirection.{self.name}: {self.n}>',
                                                                       '__str__': lambda self: f'RelationshipDirection.{self.name}',
                                                                       'n': i})() for n, i in (('MANYTOONE', 2), ('ONETOMANY', 1), ('MANYTOMANY', 3)))


class CascadeOptions(frozenset):
    def __new__(cls, text):
        words = set(text if not isinstance(text, str) else [w.strip() for w in text.split(',') if w.strip()])
        if 'all' in words:
            words |= {'save-update', 'merge', 'refresh-expire', 'expunge', 'delete'}
            words.discard('all')
        wrong = sorted(words - set(_CASCADES) - {'none'})
        if wrong:
            raise sa_exc.ArgumentError(f'Invalid cascade option(s): {", ".join(repr(w) for w in wrong)}')
        return frozenset.__new__(cls, words - {'none'})

    save_update = property(lambda self: 'save-update' in self)
    delete = property(lambda self: 'delete' in self)
    delete_orphan = property(lambda self: 'delete-orphan' in self)

    def __repr__(self):
        return f'CascadeOptions({",".join(sorted(self))!r})'


class RelationshipProperty(Joining, MapperProperty):
    is_relationship = True

    def __init__(self, argument=None, secondary=None, *, uselist=None, collection_class=None, primaryjoin=None, secondaryjoin=None, back_populates=None,
                 order_by=False, backref=None, overlaps=None, post_update=False, cascade=None, viewonly=False, lazy='select', passive_deletes=False,
                 passive_updates=True, active_history=False, enable_typechecks=True, foreign_keys=None, remote_side=None, join_depth=None,
                 comparator_factory=None, single_parent=False, innerjoin=False, distinct_target_key=None, load_on_pending=False, query_class=None, info=None,
                 omit_join=None, sync_backref=None, doc=None, init=None, repr=None, default=NO_ARG, default_factory=None, compare=None, kw_only=None, **kw):
        self.argument, self.secondary_given, self.uselist, self.collection_class = argument, secondary, uselist, collection_class
        self.primaryjoin_given, self.secondaryjoin_given, self.back_populates, self.order_by_given = primaryjoin, secondaryjoin, back_populates, order_by
        self.backref, self.post_update, self.viewonly, self.passive_deletes = backref, post_update, viewonly, passive_deletes
        self.lazy = {True: 'select', False: 'joined', None: 'noload'}.get(lazy, lazy)
        self.foreign_keys_given, self.remote_side_given, self.single_parent, self.innerjoin = foreign_keys, remote_side, single_parent, innerjoin
        self.overlaps, self.join_depth, self.dataclass_options = overlaps, join_depth, {
            k: v for k, v in dict(init=init, repr=repr, default=default, default_factory=default_factory, compare=compare, kw_only=kw_only).items()
            if v is not (NO_ARG if k == 'default' else None)}
        if cascade is not None:
            self.cascade = CascadeOptions(cascade if cascade is not False else '')
        else:
            self.cascade = CascadeOptions('merge' if viewonly else 'save-update, merge')
        if info:
            self.__dict__['_info'] = info
        self.configured, self.reverse = False, []

    # --- values of instances ---

    def new_collection(self, state):
        found = collection_of(self.collection_class)
        found._sa_adapter = CollectionAdapter(state, self, found)
        return found

    def fill(self, state, items):
        """Puts loaded objects in place."""
        if self.uselist:
            found = self.new_collection(state)
            found._put(items)
            state.dict[self.key] = found
            state.committed.pop(self.key, None)
        else:
            state.dict[self.key] = items[0] if items else None

    def checked(self, item):
        if item is not None and not isinstance(item, self.mapper.class_):
            self._refused(item)
        return item

    def _refused(self, item):
        if getattr(type(item), '__mapper__', None) is None:
            raise AttributeError(f"'{type(item).__name__}' object has no attribute '_sa_instance_state'")

    def load(self, state):
        from sqlalchemy.orm.strategies import load_lazily
        return load_lazily(state, self)

    def value(self, state):
        """The value, loaded where it is not there, whatever options say."""
        from sqlalchemy.orm.strategies import load_lazily
        return state.dict[self.key] if self.key in state.dict else load_lazily(state, self, force=True)

    def assign(self, state, value):
        data = state.dict
        if self.uselist:
            self._replace(state, value)
            return
        if self.key not in data and state.key is not None and (self.direction is not MANYTOONE or self._needs_old()):
            old = self.load(state)
        else:
            old = data.get(self.key, NO_VALUE)
            if old is NO_VALUE and state.key is not None and self._simple():
                old = self._known(state)
        value = self._fired(state, value, old)
        for validator in state.mapper.validators.get(self.key, ()):
            value = validator(state.obj(), self.key, value)
        if value is not None:
            self.checked(value)
        if value is old:
            data[self.key] = value
            return
        state.changes(self.key, old)
        data[self.key] = value
        if old is not NO_VALUE and old is not None:
            self.removed(state, old)
        if value is not None:
            self._related(state, value)

    def _needs_old(self):
        return False

    def _simple(self):
        return self.direction is MANYTOONE

    def _known(self, state):
        """The object that is referred to so far, if it is there without a query."""
        from sqlalchemy.orm.strategies import known_target
        return known_target(state, self)

    def _replace(self, state, value):
        """A whole new collection."""
        old = getattr(state.obj(), self.key) if state.key is not None or self.key in state.dict else ()
        if value is old:
            return
        if value is None or not hasattr(value, '__iter__'):
            expected = 'list' if self.collection_class in (None, list) else getattr(self.collection_class, '__name__', 'dict')
            raise TypeError(f'Incompatible collection type: {"None" if value is None else type(value).__name__} is not {expected}-like')
        new = self.new_collection(state)
        state.changes(self.key, old if not isinstance(old, tuple) else self.new_collection(state))
        items = members(value)
        attribute = state.mapper.attribute(self.key)
        for listener in (attribute.__dict__.get('_listeners') or {}).get('bulk_replace', ()):
            listener(state.obj(), items, attribute)
        olds = {id(o) for o in members(old)} if old else set()
        news = {id(o) for o in items}
        fired = [self._through_listeners(state, self.checked(item)) for item in items]
        new._put(fired)
        state.dict[self.key] = new
        for item in fired:
            if id(item) not in olds:
                self._related(state, item)
        for item in members(old) if old else ():
            if id(item) not in news:
                self.removed_from(state, item, old)
        if getattr(old, '_sa_adapter', None) is not None:
            old._sa_adapter = None

    def _through_listeners(self, state, item):
        attribute = state.mapper.attribute(self.key)
        for listener in (attribute.__dict__.get('_listeners') or {}).get('append', ()):
            item = listener(state.obj(), item, attribute)
        for validator in state.mapper.validators.get(self.key, ()):
            item = validator(state.obj(), self.key, item)
        return item

    def appended(self, state, item, collection):
        self._through_listeners(state, item)
        self._related(state, item)

    def removed_from(self, state, item, collection):
        attribute = state.mapper.attribute(self.key)
        for listener in (attribute.__dict__.get('_listeners') or {}).get('remove', ()):
            listener(state.obj(), item, attribute)
        self._lost(state, item)

    def removed(self, state, item):
        self._lost(state, item) if not self.uselist else [self._lost(state, i) for i in members(item)]

    def _related(self, state, item):
        """Tells the other side of somebody new, and takes them into the session."""
        from sqlalchemy.orm.attributes import state_of
        other = state_of(item)
        if self.cascade.delete_orphan:
            other.parents[id(self)] = state
        if state.session is not None and self.cascade.save_update and other.session is not state.session and not self.viewonly:
            state.session._save_cascaded(other)
        for reverse in self.reverse:
            if reverse.viewonly:
                continue
            reverse.mirror(other, state.obj())

    def _lost(self, state, item):
        from sqlalchemy.orm.attributes import state_of
        other = state_of(item)
        if self.cascade.delete_orphan:
            other.parents[id(self)] = False
            other._orphaned = True
        for reverse in self.reverse:
            reverse.unmirror(other, state.obj())

    def mirror(self, state, item):
        """The other side has it already: only this side changes."""
        from sqlalchemy.orm.attributes import state_of
        if self.uselist:
            collection = state.dict.get(self.key)
            if collection is None:
                if state.key is not None:
                    state.__dict__.setdefault('waiting', {}).setdefault(self.key, []).append((True, item))
                    if not state.modified:
                        state.modified = True
                        if state.session is not None:
                            state.session._changed(state)
                    if self.cascade.delete_orphan:
                        state_of(item).parents[id(self)] = state
                    return
                collection = state.dict[self.key] = self.new_collection(state)
                state.committed.setdefault(self.key, [])
            if not any(o is item for o in members(collection)):
                state.changes(self.key, collection)
                collection._silently(item)
                if self.cascade.delete_orphan:
                    state_of(item).parents[id(self)] = state
            return
        old = state.dict.get(self.key, NO_VALUE)
        if old is NO_VALUE and state.key is not None:
            old = self._known(state)
        if old is item:
            return
        state.changes(self.key, old)
        state.dict[self.key] = item
        if self.cascade.delete_orphan:
            state_of(item).parents[id(self)] = state
        if old is not None and old is not NO_VALUE:
            for reverse in self.reverse:
                reverse.unmirror(state_of(old), state.obj())

    def unmirror(self, state, item):
        if self.uselist:
            collection = state.dict.get(self.key)
            if collection is None:
                state.__dict__.setdefault('waiting', {}).setdefault(self.key, []).append((False, item))
            elif any(o is item for o in members(collection)):
                state.changes(self.key, collection)
                collection._silently_out(item)
            return
        if state.dict.get(self.key, NO_VALUE) is item or self.key not in state.dict:
            state.changes(self.key, state.dict.get(self.key, NO_VALUE) if self.key in state.dict else item)
            state.dict[self.key] = None

    def default_value(self, state):
        if self.uselist:
            return self.new_collection(state)
        return None

    # --- what it comes to in statements ---

    def expression(self, entity):
        return self.joined_condition(entity, None)[0]

    def operate(self, attribute, op, *other, **kw):
        from sqlalchemy.sql import operators
        if op is operators.eq or op is operators.ne:
            return self.compared(attribute, other[0], op is operators.ne)
        if op is operators.contains_op:
            return self.containing(attribute, other[0])
        if op in (operators.in_op, operators.not_in_op):
            raise NotImplementedError('in_() not yet supported for relationships.  For a simple many-to-one, use in_() against the set of foreign key values.')
        raise NotImplementedError(f"Operator '{op.__name__}' is not supported on this expression")

    def for_columns(self, entity, attribute):
        return self.expression(entity)

    @property
    def entity(self):
        return self.mapper


Relationship = RelationshipProperty
