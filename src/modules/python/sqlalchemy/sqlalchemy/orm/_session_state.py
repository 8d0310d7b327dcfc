"""What a session holds: its identity map, and its transactions."""
from sqlalchemy import event, exc as sa_exc


class IdentityMap:
    """Instances by their identity, as long as somebody has them."""

    def __init__(self):
        self._states = {}

    def add(self, state):
        self._states[state.key] = state

    def discard(self, state):
        if self._states.get(state.key) is state:
            del self._states[state.key]

    def get(self, key, default=None):
        state = self._states.get(key)
        if state is None:
            return default
        obj = state.obj()
        if obj is None:
            del self._states[key]
            return default
        return obj

    def states(self):
        found = []
        for state in list(self._states.values()):
            obj = state.obj()
            if obj is None:
                self._states.pop(state.key, None)
            else:
                found.append(state)
        return found

    def clear(self):
        self._states.clear()

    def values(self):
        return [state.obj() for state in self.states()]

    def keys(self):
        return [state.key for state in self.states()]

    def items(self):
        return [(state.key, state.obj()) for state in self.states()]

    all_states = states

    def __len__(self):
        return len(self.states())

    def __iter__(self):
        return iter(self.keys())

    def __contains__(self, key):
        return self.get(key) is not None

    def __getitem__(self, key):
        found = self.get(key)
        if found is None:
            raise KeyError(key)
        return found


class IdentitySet:
    """Instances by what they are, not by what they equal."""

    def __init__(self, items=()):
        self._items = list(items)

    def __iter__(self):
        return iter(self._items)

    def __len__(self):
        return len(self._items)

    def __contains__(self, item):
        return any(o is item for o in self._items)

    def __repr__(self):
        return f'IdentitySet({self._items!r})'


class SessionTransaction:
    """A session's transaction, or a savepoint within one."""

    def __init__(self, session, parent=None, nested=False):
        self.session, self.parent, self.nested = session, parent, nested
        self.is_active, self._connections, self._failed = True, {}, None
        self.new, self.deleted, self.dirty, self.key_switches = {}, {}, {}, {}
        if nested:
            self.is_active = True
            for bind, (connection, transaction, own) in parent._all().items():
                self._connections[bind] = connection, connection.begin_nested(), False
        event.fire(session, 'after_transaction_create', session, self)

    def _all(self):
        return self._connections

    origin = property(lambda self: None)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        if kind is None and self.session._transaction is not None and (self.is_active or self._failed is not None):
            try:
                if self._on():
                    self.commit()
            except BaseException:
                if self._on():
                    self.rollback()
                raise
        elif self._on():
            self.rollback()
        if not self.nested and self.session._transaction is None and kind is not None:
            pass

    def _on(self):
        found = self.session._transaction
        while found is not None:
            if found is self:
                return True
            found = found.parent
        return False

    def check(self):
        if self._failed is not None:
            raise sa_exc.PendingRollbackError("This Session's transaction has been rolled back due to a previous exception during flush. To begin a new "
                                              'transaction with this Session, first issue Session.rollback(). Original exception was: '
                                              f'{self._failed}', code='7s2a')
        if not self.is_active:
            raise sa_exc.InvalidRequestError('This session is in \'inactive\' state, due to the SQL transaction being rolled back; no further SQL can be emitted '
                                             'within this transaction.')

    def connection(self, bind, options=None):
        self.check()
        found = self._connections.get(id(bind))
        if found is not None:
            return found[0]
        if self.parent is not None:
            connection = self.parent.connection(bind, options)
            self._connections[id(bind)] = connection, connection.begin_nested(), False
            return connection
        from sqlalchemy.engine.base import Connection
        if isinstance(bind, Connection):
            connection = bind
            if options:
                connection.execution_options(**options)
            if connection.in_transaction():
                transaction = connection.begin_nested() if self.session._join_mode == 'create_savepoint' or self.session._join_mode == 'conditional_savepoint' \
                    and connection.in_nested_transaction() else _Joined()
            else:
                transaction = connection.begin()
            self._connections[id(bind)] = connection, transaction, False
        else:
            connection = bind.connect()
            if options:
                connection.execution_options(**options)
            self._connections[id(bind)] = connection, connection.begin(), True
        event.fire(self.session, 'after_begin', self.session, self, connection)
        return connection

    def commit(self):
        session = self.session
        self.check()
        if session._transaction is not self:
            while session._transaction is not None and session._transaction is not self:
                session._transaction.commit()
        event.fire(session, 'before_commit', session) if not self.nested else None
        if not session._flushing:
            for _ in range(100):
                if not session._is_dirty():
                    break
                session.flush()
        for connection, transaction, _ in self._connections.values():
            transaction.commit()
        if not self.nested:
            event.fire(session, 'after_commit', session)
            if session.expire_on_commit:
                for state in self.deleted:
                    session._leave(state, 'deleted_to_detached')
                session.expire_all()
        else:
            for name in ('new', 'deleted', 'dirty', 'key_switches'):
                getattr(self.parent, name).update(getattr(self, name))
        self.close(True)

    def rollback(self, failure=None):
        session = self.session
        while session._transaction is not self and session._transaction is not None and failure is None:
            session._transaction.rollback()
        for connection, transaction, _ in self._connections.values():
            if transaction.is_active or not transaction._over:
                transaction.rollback()
        event.fire(session, 'after_rollback', session)
        self._restore()
        if failure is not None:
            self._failed, self.is_active = failure, False
            event.fire(session, 'after_soft_rollback', session, self)
            return
        self.close()
        event.fire(session, 'after_soft_rollback', session, self)

    def _restore(self):
        """Instances are what they were before: new ones are out, deleted ones are back, all are to be loaded again."""
        session = self.session
        for state in list(self.new) + [s for s in session._new if not self.nested or s.insert_order > getattr(self, '_order', 0)]:
            if state in self.new and state.key is not None:
                session.identity_map.discard(state)
                state.key = None
                state.expired_attributes.clear()
            session._leave(state, 'persistent_to_transient' if state in self.new else 'pending_to_transient')
        for state, old in self.key_switches.items():
            session.identity_map.discard(state)
            state.key = old
            session.identity_map.add(state)
        for state in list(self.deleted):
            state.deleted = False
            if state not in self.new:
                state.session = session
                session.identity_map.add(state)
                event.fire(session, 'deleted_to_persistent', session, state.obj())
        session._deleted.clear()
        for state in session.identity_map.states():
            if not self.nested or state.modified or state in self.dirty or state in self.deleted:
                state.expire()
        self.new, self.deleted, self.dirty = {}, {}, {}

    def close(self, done=False):
        session = self.session
        for connection, transaction, own in self._connections.values():
            if own:
                connection.close()
            elif not done and not self.nested:
                transaction.close()
        self.is_active = False
        if self.nested and not done:
            for connection, transaction, own in self._connections.values():
                if not transaction._over:
                    transaction.close()
        session._transaction = self.parent
        event.fire(session, 'after_transaction_end', session, self)


class _Joined:
    """The transaction of a connection that was begun before the session came."""
    is_active, _over = True, False

    def commit(self):
        pass

    def rollback(self):
        self.is_active = False

    close = commit
