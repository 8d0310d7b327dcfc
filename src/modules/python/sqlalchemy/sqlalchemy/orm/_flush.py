"""A flush: what is new, changed and deleted goes to the database, each after what it depends on."""
from sqlalchemy import event, exc as sa_exc
from sqlalchemy.orm import persistence
from sqlalchemy.orm.attributes import state_of
from sqlalchemy.orm.state import NO_VALUE, history_of, members
from sqlalchemy.sql.ddl import sorted_by_dependency
from sqlalchemy.sql.dml import Delete, Insert
from sqlalchemy.sql.elements import BindParameter


class Flush:
    """The half of a session that flushes."""

    def _is_dirty(self):
        return bool(self._new or self._deleted or any(s.modified for s in self._strong))

    def _autoflush(self, options=None):
        if self.autoflush and not self._flushing and (options or {}).get('autoflush', True):
            try:
                self.flush()
            except sa_exc.StatementError as error:
                error.add_detail('raised as a result of Query-invoked autoflush; consider using a session.no_autoflush block if this flush is occurring '
                                 'prematurely')
                raise

    def flush(self, objects=None):
        if self._flushing:
            raise sa_exc.InvalidRequestError('Session is already flushing')
        if not self._is_dirty():
            return
        self._flushing = True
        try:
            self._flush(objects)
        finally:
            self._flushing = False

    def _flush(self, objects=None):
        transaction = self._begun()
        transaction.check()
        context = UOWTransaction(self)
        event.fire(self, 'before_flush', self, context, objects)
        orphans = []
        changed = list(self._new) + [s for s in self._strong if s.modified]
        for state in {id(s): s for s in [*changed, *[lost for s in changed for lost in self._lost_by(s)]]}.values():
            if self._is_orphan(state):
                if state.key is None:
                    if any(p is False for p in state.parents.values()):
                        self._remove(state)
                elif state not in self._deleted:
                    orphans.append(state)
        for state in orphans:
            self._deleted[state] = state.obj()
            for other in self._cascaded(state, 'delete'):
                if other.key is not None:
                    self._deleted[other] = other.obj()
        for state in self._deleted:
            # What refers to it has to be known, for its keys are taken away.
            for prop in state.mapper.relationships.values():
                if not prop.viewonly and prop.configured and prop.direction.name != 'MANYTOONE' and not prop.passive_deletes and prop.lazy not in (
                        'dynamic', 'write_only') and state.key is not None:
                    prop.value(state)
        deleted = [s for s in self._deleted if s.key is not None and not s.deleted]
        gone = set(deleted)
        saved = list(self._new) + [s for s in self._strong if s.modified and s not in gone]
        try:
            Work(self, transaction, saved, deleted).run()
            event.fire(self, 'after_flush', self, context)
            self._settle(transaction, saved, deleted)
        except BaseException as error:
            top = self._transaction
            while top is not None and top is not transaction:
                top = top.parent
            transaction.rollback(failure=error)
            raise
        event.fire(self, 'after_flush_postexec', self, context)

    def _lost_by(self, state):
        """What it no longer refers to that cannot be without a parent."""
        for key in state.committed:
            prop = state.mapper.relationships.get(key)
            if prop is not None and prop.cascade.delete_orphan:
                yield from (state_of(item) for item in history_of(state, key).deleted or () if item is not None)

    def _is_orphan(self, state):
        """Whether it has lost the parent that it cannot be without."""
        return getattr(state, '_orphaned', False) and bool(state.parents) and not any(state.parents.values())

    def _settle(self, transaction, saved, deleted):
        for state in saved:
            replaced_ = state.__dict__.pop('_replaces', None)
            key = state.mapper.identity_key_from_primary_key(state.mapper.primary_key_from_state(state))
            if state.key is None:
                if replaced_ is not None:
                    self.identity_map.discard(replaced_)
                state.key = key
                self.identity_map.add(state)
                transaction.new[state] = True
                obj = self._new.pop(state, None) or state.obj()
                event.fire(self, 'pending_to_persistent', self, obj)
            elif key != state.key and None not in key[1] and not any(state.mapper.key_of(c) in state.expired_attributes for c in state.mapper.primary_key):
                transaction.key_switches.setdefault(state, state.key)
                self.identity_map.discard(state)
                state.key = key
                self.identity_map.add(state)
            transaction.dirty[state] = True
            state.settled()
            state.__dict__.pop('_orphaned', None)
        for state in deleted:
            transaction.deleted[state] = state.obj()
            self._deleted.pop(state, None)
            self._strong.pop(state, None)
            self.identity_map.discard(state)
            state.deleted, state.modified = True, False
            state.committed.clear()
            event.fire(self, 'persistent_to_deleted', self, state.obj())


class UOWTransaction:
    def __init__(self, session):
        self.session = session


class Work:
    """One flush."""

    def __init__(self, session, transaction, saved, deleted):
        self.session, self.transaction, self.saved, self.deleted = session, transaction, saved, deleted
        self.gone = set(deleted)

    def run(self):
        mappers = self._ordered_mappers()
        self._nullify()
        for mapper in mappers:
            states = [s for s in self.saved if s.mapper.base_mapper is mapper]
            for level in self._levels(states):
                for state in level:
                    self._refer(state)
                level = [s for s in level if s.key is None or s.modified]
                if level:
                    persistence.save(self.session, self._connection(mapper), mapper, level)
        self._associations()
        for mapper in mappers[::-1]:
            states = [s for s in self.deleted if s.mapper.base_mapper is mapper]
            for level in self._levels(states)[::-1]:
                if level:
                    persistence.delete(self.session, self._connection(mapper), level)
        self._posts()

    def _connection(self, mapper):
        return self.transaction.connection(self.session.get_bind(mapper))

    def _ordered_mappers(self):
        """The classes that take part, each after those that it refers to."""
        mappers = []
        for state in [*self.saved, *self.deleted]:
            if not any(state.mapper.base_mapper is m for m in mappers):
                mappers.append(state.mapper.base_mapper)
        pairs = []
        for mapper in mappers:
            for one in mapper.self_and_descendants():
                for prop in one.relationships.values():
                    if prop.viewonly or not prop.configured or prop.secondary is not None or prop.post_update:
                        continue
                    other = prop.mapper.base_mapper
                    if other is mapper or not any(other is m for m in mappers):
                        continue
                    pair = (other, mapper) if prop.direction.name == 'MANYTOONE' else (mapper, other)
                    if not any(p[0] is pair[0] and p[1] is pair[1] for p in pairs):
                        pairs.append(pair)
                for table in one.all_tables():
                    for constraint in table.foreign_key_constraints:
                        for other in mappers:
                            if other is not mapper and any(constraint.referred_table is t for m in other.self_and_descendants() for t in m.all_tables()) and \
                                    not any(constraint.referred_table is t for t in one.all_tables()) and not constraint.use_alter:
                                pair = other, mapper
                                if not any(p[0] is pair[0] and p[1] is pair[1] or p[0] is pair[1] and p[1] is pair[0] for p in pairs):
                                    pairs.append(pair)
        mappers.sort(key=lambda m: m.local_table.name)
        try:
            return sorted_by_dependency(pairs, mappers)
        except sa_exc.CircularDependencyError:
            return mappers

    def _levels(self, states):
        """Instances of one class in the order in which they refer to each other."""
        states = sorted(states, key=lambda s: (s.key is not None, s.insert_order))
        own = [p for s in states[:1] for m in s.mapper.base_mapper.self_and_descendants() for p in m.relationships.values()
               if p.configured and p.mapper.base_mapper is s.mapper.base_mapper and p.secondary is None and not p.viewonly and not p.post_update]
        if not own or len(states) < 2:
            return [states]
        among, pairs = set(states), []
        for state in states:
            for prop in own:
                value = state.dict.get(prop.key)
                if value is None:
                    continue
                for item in members(value) if prop.uselist else [value]:
                    other = state_of(item)
                    if other in among and other is not state:
                        pairs.append((other, state) if prop.direction.name == 'MANYTOONE' else (state, other))
        edges, todo, levels = {}, list(states), []
        for parent, child in pairs:
            edges.setdefault(child, set()).add(parent)
        while todo:
            left = set(todo)
            level = [s for s in todo if not (edges.get(s, set()) & left)]
            if not level:
                raise sa_exc.CircularDependencyError('Circular dependency detected.', todo, pairs)
            levels.append(level)
            done = set(level)
            todo = [s for s in todo if s not in done]
        return levels

    # --- foreign keys ---

    def _refer(self, state):
        """Gives an instance the keys of what it refers to, before its row is written."""
        for prop in state.mapper.relationships.values():
            if prop.viewonly or not prop.configured or prop.post_update:
                continue
            if prop.direction.name == 'MANYTOONE' and prop.key in state.committed:
                history = history_of(state, prop.key)
                if history.added or history.deleted:
                    target = history.added[0] if history.added else None
                    self._copy(prop, state, None if target is None else state_of(target))
            elif prop.direction.name == 'MANYTOONE' and state.key is None and state.dict.get(prop.key) is not None:
                self._copy(prop, state, state_of(state.dict[prop.key]))
        for prop, parent in self._owners(state):
            for mine, theirs in prop.pairs:
                value = parent.dict.get(parent.mapper.key_of(mine))
                self._set(state, state.mapper.key_of(theirs), value)

    def _owners(self, state):
        """The one-to-many collections that it has come to, with whose they are."""
        return self._comings().get(state, ())

    def _comings(self):
        found = self.__dict__.get('_came')
        if found is None:
            found = self._came = {}
            for parent in self.saved:
                for prop in parent.mapper.relationships.values():
                    if prop.viewonly or not prop.configured or prop.direction.name != 'ONETOMANY' or prop.key not in parent.dict:
                        continue
                    history = history_of(parent, prop.key)
                    items = list(history.added or ()) + (list(history.unchanged or ()) if parent.key is None else [])
                    for item in items:
                        if item is not None:
                            found.setdefault(state_of(item), []).append((prop, parent))
        return found

    def _copy(self, prop, state, target):
        for local, remote in prop.pairs:
            value = None
            if target is not None:
                if target.key is None and target.session is not self.session and prop.cascade.save_update is False:
                    continue
                value = target.dict.get(target.mapper.key_of(remote), NO_VALUE)
                if value is NO_VALUE:
                    value = getattr(target.obj(), target.mapper.key_of(remote))
            elif local.primary_key and state.key is not None and state not in self.gone:
                raise AssertionError(f"Dependency rule on column '{remote}' tried to blank-out primary key column '{local}' on instance '{state.described()}'")
            self._set(state, state.mapper.key_of(local), value)

    def _set(self, state, key, value):
        old = state.dict.get(key, NO_VALUE)
        if old is NO_VALUE and key in state.expired_attributes:
            old = getattr(state.obj(), key)
        if old is NO_VALUE or old != value:
            state.changes(key, old)
            state.dict[key] = value
            if state not in self.saved and state.key is not None:
                self.saved.append(state)

    def _nullify(self):
        """Children that have lost their parent no longer refer to it."""
        for parent in list(self.saved) + list(self.deleted):
            deleting = parent in self.gone
            for prop in parent.mapper.relationships.values():
                if prop.viewonly or not prop.configured or prop.direction.name != 'ONETOMANY':
                    continue
                history = history_of(parent, prop.key)
                items = list(history.deleted or ())
                if deleting and prop.passive_deletes != 'all' and not prop.cascade.delete:
                    items += [i for i in (history.unchanged or ()) if i is not None]
                for item in items:
                    if item is None or item is NO_VALUE:
                        continue
                    state = state_of(item)
                    if state in self.gone or state.key is None or any(p is not parent and prop_ is prop for prop_, p in self._comings().get(state, ())):
                        continue
                    for mine, theirs in prop.pairs:
                        if theirs.primary_key:
                            raise AssertionError(f"Dependency rule on column '{mine}' tried to blank-out primary key column '{theirs}' on instance "
                                                 f"'{state.described()}'")
                        reverse_set = any(r.key in state.committed and history_of(state, r.key).added and history_of(state, r.key).added[0] is not None
                                          for r in prop.reverse)
                        if not reverse_set:
                            self._set(state, state.mapper.key_of(theirs), None)

    # --- tables between two ---

    def _associations(self):
        done, inserts, deletes = set(), {}, {}
        for state in [*self.saved, *self.deleted]:
            for prop in state.mapper.relationships.values():
                if prop.viewonly or not prop.configured or prop.secondary is None:
                    continue
                history = history_of(state, prop.key)
                added, gone = list(history.added or ()), list(history.deleted or ())
                if state in self.gone:
                    added, gone = [], gone + list(history.unchanged or ())
                for items, into in ((added, inserts), (gone, deletes)):
                    for item in items:
                        if item is None or item is NO_VALUE:
                            continue
                        other = state_of(item)
                        pair = (id(prop.secondary), frozenset((id(state), id(other))), into is inserts)
                        if pair in done:
                            continue
                        done.add(pair)
                        row = {}
                        for column, secondary in prop.pairs:
                            row[secondary.key] = self._value(state, column)
                        for column, secondary in prop.secondary_pairs:
                            row[secondary.key] = self._value(other, column)
                        into.setdefault(prop.secondary, []).append(row)
        for table, rows in deletes.items():
            connection = self._connection(None)
            keys = list(rows[0])
            statement = Delete(table).where(*[table.c[k] == BindParameter(k, type_=table.c[k].type) for k in [c.key for c in table.c if c.key in keys]])
            result = connection.execute(statement, persistence._many(rows) if len(rows) > 1 else rows[0])
            if result.rowcount != len(rows) and result.rowcount >= 0:
                from sqlalchemy.orm.exc import StaleDataError
                raise StaleDataError(f"DELETE statement on table '{table.description}' expected to delete {len(rows)} row(s); Only {result.rowcount} were "
                                     'matched.')
        for table, rows in inserts.items():
            self._connection(None).execute(Insert(table), persistence._many(rows) if len(rows) > 1 else rows[0])

    def _value(self, state, column):
        key = state.mapper.key_of(column)
        found = state.committed.get(key, NO_VALUE) if state in self.gone else NO_VALUE
        return found if found is not NO_VALUE else state.dict[key] if key in state.dict else getattr(state.obj(), key)

    # --- references that are written after both rows are there ---

    def _posts(self):
        for state in self.saved:
            for prop in state.mapper.relationships.values():
                if prop.viewonly or not prop.configured or not prop.post_update:
                    continue
                history = history_of(state, prop.key)
                if not history.added and not history.deleted:
                    continue
                if prop.direction.name == 'MANYTOONE':
                    target = history.added[0] if history.added else None
                    self._copy(prop, state, None if target is None else state_of(target))
                    key = state.mapper.identity_key_from_primary_key(state.mapper.primary_key_from_state(state))
                    was, state.key = state.key, key
                    persistence._update(self.session, self._connection(state.mapper), state.mapper.local_table, [state])
                    state.key = was
