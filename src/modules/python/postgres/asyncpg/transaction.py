"""Transactions, and savepoints where one stands in another."""
from asyncpg.exceptions import InterfaceError

_ISOLATION = {'read_committed': 'READ COMMITTED', 'read_uncommitted': 'READ UNCOMMITTED', 'repeatable_read': 'REPEATABLE READ',
              'serializable': 'SERIALIZABLE'}
_STATES = {'committed': 'committed', 'rolledback': 'rolled back', 'failed': 'in error state'}


class Transaction:
    def __init__(self, connection, isolation, readonly, deferrable):
        if isolation and isolation not in _ISOLATION:
            raise ValueError(f'isolation is expected to be either of {set(_ISOLATION)}, got {isolation!r}')
        self._connection, self._isolation, self._readonly, self._deferrable = connection, isolation, readonly, deferrable
        self._state, self._nested, self._id, self._managed = 'new', False, None, False

    async def __aenter__(self):
        if self._managed:
            raise InterfaceError('cannot enter context: already in an `async with` block')
        self._managed = True
        await self.start()

    async def __aexit__(self, kind, value, traceback):
        try:
            self._open('__aexit__')
        except InterfaceError:
            if kind is GeneratorExit:
                return
            raise
        try:
            if kind is not None:
                await self._roll_back()
            else:
                await self._commit()
        finally:
            self._managed = False

    def _open(self, what):
        if self._connection.is_closed():
            raise InterfaceError('connection is closed')
        checked = getattr(self._connection, '_check_open', None)
        if checked is not None:
            checked()

    async def start(self):
        """Begins the transaction, or a savepoint."""
        self._open('start')
        if self._state == 'started':
            raise InterfaceError('cannot start; the transaction is already started')
        self._refuse('start')
        connection = self._connection
        if connection._top is None:
            if connection._session.block is not None:
                raise InterfaceError('cannot use Connection.transaction() in a manually started transaction')
            connection._top = self
        else:
            top = connection._top
            if self._isolation and self._isolation != (top._isolation or 'read_committed'):
                raise InterfaceError('nested transaction has a different isolation level: '
                                     f'current {self._isolation!r} != outer {top._isolation or "read_committed"!r}')
            self._nested = True
        if self._nested:
            self._id = connection._unique('savepoint')
            query = f'SAVEPOINT {self._id};'
        else:
            query = 'BEGIN'
            if self._isolation:
                query += ' ISOLATION LEVEL ' + _ISOLATION[self._isolation]
            if self._readonly:
                query += ' READ ONLY'
            if self._deferrable:
                query += ' DEFERRABLE'
            query += ';'
        try:
            await connection.execute(query)
        except BaseException:
            self._state = 'failed'
            if not self._nested and connection._top is self:
                connection._top = None
            raise
        self._state = 'started'

    def _refuse(self, what):
        if self._state in _STATES:
            word = _STATES[self._state]
            raise InterfaceError(f'cannot {what}; the transaction is {"" if self._state == "failed" else "already "}{word}')

    def _check(self, what):
        self._refuse(what)
        if self._state != 'started':
            raise InterfaceError(f'cannot {what}; the transaction is not yet started')

    def _by_hand(self, what):
        self._open(what)
        self._check(what)
        if self._managed:
            raise InterfaceError(f'cannot manually {what} from within an `async with` block')

    async def _ended(self, query, state):
        connection = self._connection
        if connection._top is self:
            connection._top = None
        try:
            await connection.execute(query)
        except BaseException:
            self._state = 'failed'
            raise
        self._state = state

    async def _commit(self):
        self._check('commit')
        await self._ended(f'RELEASE SAVEPOINT {self._id};' if self._nested else 'COMMIT;', 'committed')

    async def _roll_back(self):
        self._check('rollback')
        await self._ended(f'ROLLBACK TO {self._id};' if self._nested else 'ROLLBACK;', 'rolledback')

    async def commit(self):
        self._by_hand('commit')
        await self._commit()

    async def rollback(self):
        self._by_hand('rollback')
        await self._roll_back()

    def __repr__(self):
        parts = [f'state:{self._state}']
        if self._isolation is not None:
            parts.append(self._isolation)
        if self._readonly:
            parts.append('readonly')
        if self._deferrable:
            parts.append('deferrable')
        return f'<asyncpg.Transaction {" ".join(parts)} {id(self):#x}>'


__all__ = ('Transaction',)
