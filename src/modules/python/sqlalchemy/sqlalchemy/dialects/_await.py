"""A driver's connection for coroutines, as plain code calls one: each call awaits."""
from sqlalchemy.util._concurrency import await_only


class AwaitedConnection:
    def __init__(self, connection):
        self._connection = connection

    driver_connection = property(lambda self: self._connection)

    @property
    def isolation_level(self):
        return self._connection.isolation_level

    @isolation_level.setter
    def isolation_level(self, value):
        # In the thread of the connection, as what else is done with it.
        def change(connection):
            connection.isolation_level = value
        await_only(self._connection._execute(change, self._connection._conn))

    def cursor(self, server_side=False):
        return AwaitedCursor(self._connection)

    def execute(self, operation, parameters=None):
        cursor = self.cursor()
        cursor.execute(operation, parameters)
        return cursor

    def create_function(self, *args, **kw):
        await_only(self._connection.create_function(*args, **kw))

    def run_async(self, function):
        return await_only(function(self._connection))

    def commit(self):
        await_only(self._connection.commit())

    def rollback(self):
        await_only(self._connection.rollback())

    def close(self):
        try:
            await_only(self._connection.close())
        except ValueError:
            pass

    def __repr__(self):
        return f'<AdaptedConnection {self._connection}>'


class AwaitedCursor:
    """A cursor whose rows are all read as soon as a statement is executed."""
    arraysize = 1
    description = lastrowid = None
    rowcount = -1

    def __init__(self, connection):
        self._connection, self._rows = connection, []

    def execute(self, operation, parameters=None):
        cursor = await_only(self._connection.cursor())
        if parameters is None:
            await_only(cursor.execute(operation))
        else:
            await_only(cursor.execute(operation, parameters))
        if cursor.description:
            self.description, self.lastrowid, self.rowcount = cursor.description, -1, -1
            self._rows = list(await_only(cursor.fetchall()))
        else:
            self.description, self.lastrowid, self.rowcount = None, cursor.lastrowid, cursor.rowcount
        await_only(cursor.close())
        return self

    def executemany(self, operation, parameters):
        cursor = await_only(self._connection.cursor())
        await_only(cursor.executemany(operation, parameters))
        self.description, self.lastrowid, self.rowcount = None, cursor.lastrowid, cursor.rowcount
        await_only(cursor.close())
        return self

    def fetchone(self):
        return self._rows.pop(0) if self._rows else None

    def fetchmany(self, size=None):
        size = self.arraysize if size is None else size
        found, self._rows = self._rows[:size], self._rows[size:]
        return found

    def fetchall(self):
        found, self._rows = self._rows, []
        return found

    def __iter__(self):
        while self._rows:
            yield self._rows.pop(0)

    def setinputsizes(self, *args):
        pass

    def close(self):
        self._rows = []
