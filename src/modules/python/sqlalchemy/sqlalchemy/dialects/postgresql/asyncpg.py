"""asyncpg as plain code calls a driver: a transaction begins with the first statement."""
from sqlalchemy.util._concurrency import await_only


class Error(Exception):
    pgcode = sqlstate = None


class Warning(Exception):
    pass


class InterfaceError(Error):
    pass


class DatabaseError(Error):
    pass


class InternalError(DatabaseError):
    pass


class OperationalError(DatabaseError):
    pass


class ProgrammingError(DatabaseError):
    pass


class IntegrityError(DatabaseError):
    pass


class DataError(DatabaseError):
    pass


class NotSupportedError(DatabaseError):
    pass


class InternalServerError(InternalError):
    pass


class InvalidCachedStatementError(NotSupportedError):
    pass


def _translated(error):
    """The driver's error for one of asyncpg's."""
    import asyncpg.exceptions as given
    for cls in type(error).__mro__:
        for name, kind in (('IntegrityConstraintViolationError', IntegrityError), ('PostgresError', Error), ('SyntaxOrAccessError', ProgrammingError),
                           ('InterfaceError', InterfaceError), ('InternalServerError', InternalServerError)):
            if cls is getattr(given, name, None):
                found = kind(f'{type(error)}: {error}')
                found.pgcode = found.sqlstate = getattr(error, 'sqlstate', None)
                return found
    return error


class AsyncpgConnection:
    level = 'READ COMMITTED'
    readonly = deferrable = False

    def __init__(self, connection):
        self._connection, self._transaction = connection, None

    driver_connection = property(lambda self: self._connection)
    autocommit = property(lambda self: self.level == 'AUTOCOMMIT')

    def _await(self, coroutine):
        try:
            return await_only(coroutine)
        except Exception as error:
            found = _translated(error)
            if found is error:
                raise
            raise found from error

    def _begun(self):
        if self._transaction is None and not self.autocommit:
            isolation = None if self.level == 'READ COMMITTED' else self.level.lower().replace(' ', '_')
            transaction = self._connection.transaction(isolation=isolation)
            self._await(transaction.start())
            self._transaction = transaction

    def set_isolation_level(self, level):
        if self._transaction is not None:
            self.rollback()
        self.level = level

    def cursor(self, server_side=False):
        return AsyncpgCursor(self)

    def run_async(self, function):
        return await_only(function(self._connection))

    def ping(self):
        self._await(self._connection.fetchrow(';'))

    def _end(self, how):
        transaction, self._transaction = self._transaction, None
        if transaction is not None:
            self._await(getattr(transaction, how)())

    def commit(self):
        self._end('commit')

    def rollback(self):
        self._end('rollback')

    def close(self):
        self.rollback()
        await_only(self._connection.close())

    def __repr__(self):
        return f'<AdaptedConnection {self._connection}>'


class AsyncpgCursor:
    description = None
    arraysize, rowcount, lastrowid = 1, -1, None

    def __init__(self, adapted):
        self._adapted, self._rows = adapted, []

    def execute(self, operation, parameters=None):
        adapted = self._adapted
        adapted._begun()
        statement = adapted._await(adapted._connection.prepare(operation))
        attributes = statement.get_attributes()
        self.description = [(a.name, a.type.oid, None, None, None, None, None) for a in attributes] or None
        self._rows = [tuple(row) for row in adapted._await(statement.fetch(*(parameters or ())))]
        status = (statement.get_statusmsg() or '').split()
        self.rowcount = int(status[-1]) if status and status[-1].isdigit() else -1

    def executemany(self, operation, parameters):
        self._adapted._begun()
        self._adapted._await(self._adapted._connection.executemany(operation, parameters))
        self.description, self.rowcount = None, -1

    def fetchone(self):
        return self._rows.pop(0) if self._rows else None

    def fetchall(self):
        found, self._rows = self._rows, []
        return found

    def fetchmany(self, size=None):
        size = self.arraysize if size is None else size
        found, self._rows = self._rows[:size], self._rows[size:]
        return found

    def setinputsizes(self, *args):
        pass

    def close(self):
        self._rows = []


def __getattr__(name):
    if name == 'dialect':
        from sqlalchemy.dialects.postgresql.base import PGDialect_asyncpg
        return PGDialect_asyncpg
    raise AttributeError(f"module 'sqlalchemy.dialects.postgresql.asyncpg' has no attribute {name!r}")
