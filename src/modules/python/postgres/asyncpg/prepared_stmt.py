"""Statements that have been prepared, and cursors over their rows."""
from asyncpg.exceptions import InterfaceError, NoActiveSQLTransactionError
from asyncpg.types import Attribute, type_of


class PreparedStatement:
    def __init__(self, connection, query, statement, record_class, name):
        self._connection, self._query, self._statement, self._record, self._name = connection, query, statement, record_class, name
        self._proxy, self._status = connection._proxy, None

    def _check(self, name):
        if self._connection.is_closed():
            raise InterfaceError(f'cannot call PreparedStatement.{name}(): the underlying connection is closed')
        if self._proxy is not None and self._connection._proxy is not self._proxy:
            raise InterfaceError(f'cannot call PreparedStatement.{name}(): '
                                 'the underlying connection has been released back to the pool')

    def get_name(self):
        return self._name

    def get_query(self):
        return self._query

    def get_statusmsg(self):
        return self._status

    def get_parameters(self):
        self._check('get_parameters')
        return tuple(type_of(kind) for kind in self._statement.plan.types)

    def get_attributes(self):
        self._check('get_attributes')
        statement = self._statement
        return tuple(Attribute(name, type_of(kind)) for name, kind in zip(statement.names or (), statement.kinds or ()))

    def cursor(self, *args, prefetch=None, timeout=None):
        self._check('cursor')
        return CursorFactory(self._connection, self._query, self, args, prefetch, timeout, self._record)

    async def explain(self, *args, analyze=False):
        from _postgres_errors import missing
        missing('EXPLAIN')

    async def _rows(self, args, timeout):
        tag, rows = await self._connection._run(self._query, args, timeout, self._record, self._statement)
        self._status = tag
        return rows

    async def fetch(self, *args, timeout=None):
        self._check('fetch')
        return await self._rows(args, timeout)

    async def fetchval(self, *args, column=0, timeout=None):
        self._check('fetchval')
        rows = await self._rows(args, timeout)
        self._status = None if rows else self._status
        return rows[0][column] if rows else None

    async def fetchrow(self, *args, timeout=None):
        self._check('fetchrow')
        rows = await self._rows(args, timeout)
        self._status = None if rows else self._status
        return rows[0] if rows else None

    async def fetchmany(self, args, *, timeout=None):
        self._check('fetchmany')
        return await self._connection._run_many(self._query, args, timeout, self._record, self._statement)

    async def executemany(self, args, *, timeout=None):
        self._check('executemany')
        await self._connection._run_many(self._query, args, timeout, None, self._statement)


class _Portal:
    """The rows of a cursor that have not been fetched yet."""

    def __init__(self, connection, query, prepared, args, timeout, record_class):
        self._connection, self._query, self._prepared, self._args, self._timeout = connection, query, prepared, args, timeout
        self._record, self._rows, self._at = record_class, None, 0

    def _active(self):
        if self._connection._top is None:
            raise NoActiveSQLTransactionError('cursor cannot be created outside of a transaction')

    async def _begin(self):
        self._active()
        statement = self._prepared._statement if self._prepared is not None else None
        _, self._rows = await self._connection._run(self._query, self._args, self._timeout, self._record, statement)

    async def _some(self, n, timeout):
        await self._connection._trip(f'FETCH {n}', timeout)
        rows = self._rows[self._at:self._at + n]
        self._at += len(rows)
        return rows


class CursorFactory(_Portal):
    """`await` makes a cursor of it, `async for` goes over the rows."""

    def __init__(self, connection, query, prepared, args, prefetch, timeout, record_class):
        super().__init__(connection, query, prepared, args, timeout, record_class)
        self._prefetch = prefetch

    def _parts(self):
        return self._connection, self._query, self._prepared, self._args, self._timeout, self._record

    def __aiter__(self):
        return CursorIterator(self._parts(), 50 if self._prefetch is None else self._prefetch)

    def __await__(self):
        if self._prefetch is not None:
            raise InterfaceError('prefetch argument can only be specified for iterable cursor')
        return Cursor(*self._parts())._started().__await__()


class CursorIterator(_Portal):
    def __init__(self, parts, prefetch):
        super().__init__(*parts)
        if prefetch <= 0:
            raise InterfaceError('prefetch argument must be greater than zero')
        self._prefetch, self._waiting = prefetch, []

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self._rows is None:
            await self._begin()
            self._waiting = self._rows[:self._prefetch][::-1]
            self._at = len(self._waiting)
        elif not self._waiting and self._at < len(self._rows):
            self._waiting = (await self._some(self._prefetch, self._timeout))[::-1]
        if not self._waiting:
            raise StopAsyncIteration
        return self._waiting.pop()


class Cursor(_Portal):
    async def _started(self):
        await self._begin()
        return self

    def _check(self, name):
        if self._connection.is_closed():
            raise InterfaceError(f'cannot call Cursor.{name}(): the underlying connection is closed')
        self._active()

    async def fetch(self, n, *, timeout=None):
        self._check('fetch')
        if n <= 0:
            raise InterfaceError('n must be greater than zero')
        return await self._some(n, timeout)

    async def fetchrow(self, *, timeout=None):
        self._check('fetchrow')
        rows = await self._some(1, timeout)
        return rows[0] if rows else None

    async def forward(self, n, *, timeout=None):
        self._check('forward')
        if n <= 0:
            raise InterfaceError('n must be greater than zero')
        return len(await self._some(n, timeout))

    def __repr__(self):
        return f'<asyncpg.Cursor "{self._query}" {id(self):#x}>'


CursorFactory.__module__ = CursorIterator.__module__ = Cursor.__module__ = 'asyncpg.cursor'
