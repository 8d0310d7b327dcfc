"""Sessions: the instances of one conversation with a database, each identity once."""
import weakref
from sqlalchemy import event, exc as sa_exc
from sqlalchemy.orm import exc
from sqlalchemy.orm._flush import Flush
from sqlalchemy.orm._session_state import IdentityMap, IdentitySet, SessionTransaction
from sqlalchemy.orm.attributes import state_of
from sqlalchemy.orm.state import NO_VALUE, members
from sqlalchemy.sql import coercions

from sqlalchemy.orm._executions import ORMExecuteState, _NoAutoflush

_EVENTS = frozenset('''before_flush after_flush after_flush_postexec before_commit after_commit after_rollback after_soft_rollback after_begin after_attach
before_attach after_transaction_create after_transaction_end do_orm_execute transient_to_pending pending_to_transient pending_to_persistent
persistent_to_deleted deleted_to_persistent persistent_to_detached detached_to_persistent loaded_as_persistent persistent_to_transient deleted_to_detached
after_bulk_update after_bulk_delete'''.split())
_sessions = weakref.WeakValueDictionary()


class Session(Flush):
    _event_names = _EVENTS

    def __init__(self, bind=None, *, autoflush=True, future=True, expire_on_commit=True, autobegin=True, twophase=False, binds=None, enable_baked_queries=True,
                 info=None, query_cls=None, autocommit=False, join_transaction_mode='conditional_savepoint', close_resets_only=True):
        self.bind, self.autoflush, self.expire_on_commit, self.autobegin, self.binds = bind, autoflush, expire_on_commit, autobegin, dict(binds or {})
        self.info = dict(info or {})
        self.identity_map = IdentityMap()
        # New states by their instances, so that these stay; changed and deleted ones as well.
        self._new, self._deleted, self._strong = {}, {}, {}
        self._transaction, self._flushing, self._join_mode = None, False, join_transaction_mode
        self._orders = 0
        self.hash_key = len(_sessions) + 1
        self._closed_for_good = False
        _sessions[id(self)] = self

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        self.close()

    def __contains__(self, instance):
        state = state_of(instance)
        return state in self._new or state.key is not None and self.identity_map.get(state.key) is instance

    def __iter__(self):
        return iter(list(self._new.values()) + list(self.identity_map.values()))

    # --- transactions ---

    @property
    def is_active(self):
        return self._transaction is None or self._transaction.is_active

    def in_transaction(self):
        return self._transaction is not None

    def in_nested_transaction(self):
        return self._transaction is not None and self._transaction.nested

    def get_transaction(self):
        found = self._transaction
        while found is not None and found.parent is not None:
            found = found.parent
        return found

    def get_nested_transaction(self):
        return self._transaction if self.in_nested_transaction() else None

    def _begun(self):
        if self._transaction is None:
            if not self.autobegin:
                raise sa_exc.InvalidRequestError('Autobegin is disabled on this Session; please call session.begin() to start a new transaction')
            self._transaction = SessionTransaction(self)
        return self._transaction

    def begin(self, nested=False):
        if nested:
            return self.begin_nested()
        if self._transaction is not None:
            raise sa_exc.InvalidRequestError('A transaction is already begun on this Session.')
        self._transaction = SessionTransaction(self)
        return self._transaction

    def begin_nested(self):
        parent = self._begun()
        parent.check()
        self.flush()
        self._transaction = SessionTransaction(self, parent, nested=True)
        return self._transaction

    def commit(self):
        transaction = self._begun()
        while transaction.parent is not None:
            transaction.commit()
            transaction = self._transaction
        transaction.commit()

    def prepare(self):
        from _frames import not_supported
        not_supported('Session.prepare', 'Session.commit')

    def rollback(self):
        transaction = self._transaction
        while transaction is not None:
            transaction.rollback()
            transaction = self._transaction

    def close(self):
        self.expunge_all()
        while self._transaction is not None:
            self._transaction.close()

    def reset(self):
        self.close()

    def invalidate(self):
        self.close()

    # --- connections ---

    def get_bind(self, mapper=None, **kw):
        if self.binds and mapper is not None:
            mapper = getattr(mapper, '__mapper__', mapper)
            for cls in mapper.class_.__mro__:
                if cls in self.binds:
                    return self.binds[cls]
            if any(mapper.local_table is t for t in self.binds):
                return next(b for t, b in self.binds.items() if t is mapper.local_table)
        if self.bind is not None:
            return self.bind
        if self.binds:
            return next(iter(self.binds.values()))
        what = f'mapper {mapper}, ' if mapper is not None else ''
        raise sa_exc.UnboundExecutionError(f'Could not locate a bind configured on {what}SQL expression or this Session.')

    def connection(self, bind_arguments=None, execution_options=None):
        return self._begun().connection(self.get_bind(**(bind_arguments or {})), execution_options)

    def _connection_for(self, state):
        mapper = next((entry[1].mapper for entry in getattr(state, 'entities', ()) if entry[0] == 'entity'), None)
        return self._begun().connection(self.get_bind(mapper))

    # --- executing ---

    def execute(self, statement, params=None, *, execution_options=None, bind_arguments=None, _parent_execute_state=None, _add_event=None):
        statement = coercions.statement(statement) if not getattr(statement, 'supports_execution', False) else statement
        return self._heard(statement, lambda *given: self._execute(*given, bind_arguments), params, execution_options, bind_arguments)

    def _heard(self, statement, run, params=None, execution_options=None, bind_arguments=None, **loading):
        """The result of a statement, run as listeners would have it."""
        listeners = event.listeners(self, 'do_orm_execute')
        if not listeners:
            return run(statement, params, execution_options or {})
        state = ORMExecuteState(self, statement, params, execution_options or {}, bind_arguments or {})
        state.__dict__.update(loading, _run=run)
        for listener in listeners:
            found = listener(state)
            if found is not None:
                return found
        return state.invoke_statement()

    def _execute(self, statement, params, options, bind_arguments=None):
        self._begun().check()
        if getattr(statement, '_is_orm', None) is not None and statement._is_orm():
            if statement.is_select:
                self._autoflush(options)
                from sqlalchemy.orm.loading import rows_of
                return rows_of(self, statement, params, options)
            from sqlalchemy.orm.bulk import run_dml
            return run_dml(self, statement, params, options)
        if statement.is_select and getattr(statement, '_returning', None) is None and self._mentions_mapped(statement):
            self._autoflush(options)
        result = self._begun().connection(self.get_bind(**(bind_arguments or {}))).execute(statement, params, execution_options=options)
        if statement.is_select and any(getattr(f, 'is_mapped', False) for c in getattr(statement, '_raw_columns', ()) for f in c._from_objects()):
            from sqlalchemy.orm.loading import of_columns
            return of_columns(result)
        return result

    def _mentions_mapped(self, statement):
        return bool(self._new or self._deleted or self._strong) and hasattr(statement, '_final_froms')

    def scalar(self, statement, params=None, **kw):
        return self.execute(statement, params, **kw).scalar()

    def scalars(self, statement, params=None, **kw):
        return self.execute(statement, params, **kw).scalars()

    def query(self, *entities, **kw):
        from sqlalchemy.orm.query import Query
        return Query(entities, self)

    # --- single instances ---

    def get(self, entity, ident, *, options=None, populate_existing=False, with_for_update=None, identity_token=None, execution_options=None,
            bind_arguments=None):
        mapper = entity.__mapper__ if isinstance(entity, type) and '__mapper__' in entity.__dict__ else getattr(entity, 'mapper', None)
        if mapper is None:
            from sqlalchemy.inspection import inspect
            inspect(entity)
            raise sa_exc.ArgumentError(f'Expected mapped class or mapper, got: {entity!r}')
        mapper._check_configure()
        if isinstance(ident, dict):
            keys = [mapper.key_of(c) for c in mapper.primary_key]
            if set(keys) - set(ident):
                raise sa_exc.InvalidRequestError(f'Incorrect names of values in identifier to formulate primary key for session.get(); primary key attribute '
                                                 f'names are {",".join(repr(k) for k in keys)} (synonym names are also accepted)')
            key = tuple(ident[k] for k in keys)
        else:
            key = tuple(ident) if isinstance(ident, (tuple, list)) else (ident,)
        if len(key) != len(mapper.primary_key):
            names = ','.join(f"'{c}'" for c in mapper.primary_key)
            raise sa_exc.InvalidRequestError(f'Incorrect number of values in identifier to formulate primary key for session.get(); primary key columns are '
                                             f'{names}')
        return self._get_by_key(mapper, key, options or (), populate_existing, with_for_update, execution_options, flushing=True)

    def get_one(self, entity, ident, **kw):
        found = self.get(entity, ident, **kw)
        if found is None:
            raise exc.NoResultFound('No row was found when one was required')
        return found

    def _get_by_key(self, mapper, key, options=(), populate=False, with_for_update=None, execution_options=None, flushing=False,
                    of=None, path=()):
        from sqlalchemy.orm.loading import load_by_key
        if not populate and not with_for_update:
            found = self.identity_map.get(mapper.identity_key_from_primary_key(key))
            if found is not None:
                state = state_of(found)
                if not issubclass(type(found), mapper.class_):
                    return None
                if state.expired_attributes and not state.committed and len(state.expired_attributes) >= len(
                        [p for p in state.mapper.props.values() if p.is_column and not p.deferred]):
                    try:
                        from sqlalchemy.orm.loading import load_attributes
                        load_attributes(state)
                    except exc.ObjectDeletedError:
                        self._remove(state)
                        return None
                return found
        if flushing:
            self._autoflush()
        return load_by_key(self, mapper, key, options, with_for_update, populate, execution_options=execution_options, of=of, path=path)

    def refresh(self, instance, attribute_names=None, with_for_update=None):
        from sqlalchemy.orm.loading import load_by_key
        state = self._persistent(instance)
        self._autoflush()
        names = set(attribute_names) if attribute_names else None
        if names is None:
            state.expire()
            only = None
        else:
            state.expire(names)
            only = {n for n in names if n in state.mapper.props and state.mapper.props[n].is_column}
        columns = {k for k, p in state.mapper.props.items() if p.is_column and not p.deferred} if only is None else only
        columns = columns or {state.mapper.key_of(c) for c in state.mapper.primary_key}
        if names is None:
            columns |= set(state.mapper.relationships.keys())
            state.__dict__.pop('all_expired', None)
        found = load_by_key(self, state.mapper, state.key[1], with_for_update=with_for_update, refresh=instance, only=columns, no_label=True)
        if found is None:
            raise sa_exc.InvalidRequestError(f"Could not refresh instance '{state.described()}'")
        state.expired_attributes -= columns
        for name in names or ():
            if name in state.mapper.relationships:
                getattr(instance, name)

    def expire(self, instance, attribute_names=None):
        self._persistent(instance).expire(attribute_names)

    def expire_all(self):
        for state in self.identity_map.states():
            state.expire()

    def _persistent(self, instance):
        state = state_of(instance)
        if state.session is not self or state.key is None:
            raise sa_exc.InvalidRequestError(f"Instance '{state.described()}' is not persistent within this Session")
        return state

    def expunge(self, instance):
        state = state_of(instance)
        if state.session is not self:
            raise sa_exc.InvalidRequestError(f'Instance {state.described()} is not present in this Session')
        for one in [state, *self._cascaded(state, 'expunge')]:
            if one.session is self:
                self._leave(one)

    def _leave(self, state, kind=None):
        """Takes an instance out, and tells of it."""
        kind = kind or ('pending_to_transient' if state.key is None else 'deleted_to_detached' if state.deleted else 'persistent_to_detached')
        self._remove(state)
        if state.obj() is not None:
            event.fire(self, kind, self, state.obj())

    def _remove(self, state):
        self._new.pop(state, None), self._deleted.pop(state, None), self._strong.pop(state, None)
        if state.key is not None:
            self.identity_map.discard(state)
        state.session = None

    def expunge_all(self):
        for state in {id(s): s for s in [*self.identity_map.states(), *self._new, *self._deleted]}.values():
            self._leave(state)
        self._new.clear(), self._deleted.clear(), self._strong.clear(), self.identity_map.clear()

    # --- adding and removing ---

    def add(self, instance, _warn=True):
        self._save(state_of(instance))

    def add_all(self, instances):
        for instance in instances:
            self.add(instance)

    def _save(self, state):
        state.mapper._check_configure()
        self._take_in(state)
        for other in self._cascaded(state, 'save-update'):
            self._take_in(other)

    _save_cascaded = _save

    def _take_in(self, state):
        if state.session is self:
            if state in self._deleted and state.key is not None and not state.deleted:
                del self._deleted[state]
            return
        if state.session is not None and _sessions.get(id(state.session)) is not None:
            raise sa_exc.InvalidRequestError(f"Object '{state.described()}' is already attached to session '{state.session.hash_key}' (this is "
                                             f"'{self.hash_key}')")
        if state.key is None:
            self._begun() if self.autobegin else None
            state.session = self
            event.fire(self, 'before_attach', self, state.obj())
            self._orders += 1
            state.insert_order = self._orders
            self._new[state] = state.obj()
        else:
            if state.deleted:
                raise sa_exc.InvalidRequestError(f"Instance '{state.described()}' has been deleted.  Use the make_transient() function to send this object back "
                                                 'to the transient state.')
            there = self.identity_map.get(state.key)
            if there is not None and there is not state.obj():
                raise sa_exc.InvalidRequestError(f"Can't attach instance {state.described()}; another instance with key {state.key} is already present in this "
                                                 'session.')
            self._begun() if self.autobegin else None
            event.fire(self, 'before_attach', self, state.obj())
            state.session = self
            self.identity_map.add(state)
            if state.modified:
                self._changed(state)
        event.fire(self, 'after_attach', self, state.obj())
        event.fire(self, 'transient_to_pending' if state.key is None else 'detached_to_persistent', self, state.obj())

    def _cascaded(self, state, cascade):
        """The states that an operation goes on to, from one."""
        found, seen, todo = [], {state}, [state]
        while todo:
            one = todo.pop(0)
            for key, prop in one.mapper.relationships.items():
                if cascade not in prop.cascade or prop.lazy in ('dynamic', 'write_only') and key not in one.dict:
                    continue
                if cascade in ('delete',) and key not in one.dict and one.key is not None and not (prop.passive_deletes and prop.uselist):
                    value = prop.value(one)
                else:
                    value = one.dict.get(key)
                items = [] if value is None else members(value) if prop.uselist else [value]
                if cascade == 'save-update' and key in one.committed:
                    old = one.committed[key]
                    items += [o for o in (members(old) if prop.uselist and old is not NO_VALUE and old else [])]
                for item in items:
                    other = state_of(item)
                    if other not in seen:
                        seen.add(other)
                        found.append(other)
                        todo.append(other)
        return found

    def delete(self, instance):
        state = state_of(instance)
        if state.key is None:
            raise sa_exc.InvalidRequestError(f"Instance '{state.described()}' is not persisted")
        if state.session is not self:
            self._take_in(state)
        if state in self._deleted:
            return
        with self.no_autoflush:
            others = self._cascaded(state, 'delete')
        self._deleted[state] = instance
        for other in others:
            if other.key is not None:
                self._deleted[other] = other.obj()
            elif other in self._new:
                self.expunge(other.obj())

    def delete_all(self, instances):
        for instance in instances:
            self.delete(instance)

    def merge(self, instance, *, load=True, options=None):
        from sqlalchemy.orm._merge import merge
        self._begun()
        if load:
            self._autoflush()
        return merge(self, instance, load, options or ())

    def merge_all(self, instances, *, load=True, options=None):
        return [self.merge(instance, load=load, options=options) for instance in instances]

    # --- what it holds ---

    def _changed(self, state):
        obj = state.obj()
        if state.key is not None and obj is not None:
            self._strong[state] = obj

    @property
    def new(self):
        return IdentitySet(self._new.values())

    @property
    def deleted(self):
        return IdentitySet(self._deleted.values())

    @property
    def dirty(self):
        return IdentitySet(obj for state, obj in self._strong.items() if state.modified and state not in self._deleted)

    def is_modified(self, instance, include_collections=True):
        from sqlalchemy.orm.state import history_of
        state = state_of(instance)
        return any(history_of(state, key).has_changes() for key in state.committed)

    @property
    def no_autoflush(self):
        return _NoAutoflush(self)

    def enable_relationship_loading(self, obj):
        from _frames import not_supported
        not_supported('Session.enable_relationship_loading')

    @classmethod
    def object_session(cls, instance):
        return object_session(instance)

    @classmethod
    def close_all(cls):
        close_all_sessions()

    @classmethod
    def identity_key(cls, *args, **kw):
        from sqlalchemy.orm.util import identity_key
        return identity_key(*args, **kw)

    # --- many at once ---

    def bulk_save_objects(self, objects, return_defaults=False, update_changed_only=True, preserve_order=True):
        from sqlalchemy.orm.bulk import save_objects
        save_objects(self, objects)

    def bulk_insert_mappings(self, mapper, mappings, return_defaults=False, render_nulls=False):
        from sqlalchemy.orm.bulk import insert_mappings
        insert_mappings(self, mapper, mappings)

    def bulk_update_mappings(self, mapper, mappings):
        from sqlalchemy.orm.bulk import update_mappings
        update_mappings(self, mapper, mappings)


from sqlalchemy.orm._makers import close_all_sessions, make_transient, make_transient_to_detached, object_session, sessionmaker

for _class in (sessionmaker,):
    _class.__module__ = __name__
