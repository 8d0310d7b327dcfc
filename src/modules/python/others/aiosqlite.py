"""sqlite3 for coroutines: each connection has a thread that its statements run in."""
import asyncio
import queue
import sqlite3
import threading
from functools import partial, wraps
from sqlite3 import (
    DatabaseError, Error, IntegrityError, NotSupportedError, OperationalError, ProgrammingError, Row, Warning, paramstyle, register_adapter,
    register_converter, sqlite_version, sqlite_version_info)

__version__ = '0.20.0'
__all__ = ['__version__', 'paramstyle', 'register_adapter', 'register_converter', 'sqlite_version', 'sqlite_version_info', 'connect', 'Connection',
           'Cursor', 'Row', 'Warning', 'Error', 'DatabaseError', 'IntegrityError', 'ProgrammingError', 'OperationalError', 'NotSupportedError']
_STOP = object()


class _Result:
    """What `await` and `async with` take: a coroutine's result, closed at the end of a block."""

    def __init__(self, coroutine):
        self._coroutine = coroutine

    def __await__(self):
        return self._coroutine.__await__()

    def send(self, value):
        return self._coroutine.send(value)

    def throw(self, *error):
        return self._coroutine.throw(*error)

    def close(self):
        return self._coroutine.close()

    async def __aenter__(self):
        self._result = await self._coroutine
        return self._result

    async def __aexit__(self, kind, value, traceback):
        await self._result.close()


def _managed(method):
    @wraps(method)
    def call(self, *arguments, **named):
        return _Result(method(self, *arguments, **named))
    return call


def _forwarded(to, name):
    """An attribute of what `to` holds, to be read and set."""
    return property(lambda self: getattr(getattr(self, to), name), lambda self, value: setattr(getattr(self, to), name, value))


class Cursor:
    def __init__(self, conn, cursor):
        self.iter_chunk_size, self._conn, self._cursor = conn._iter_chunk_size, conn, cursor

    async def _execute(self, function, *arguments, **named):
        return await self._conn._execute(function, *arguments, **named)

    async def execute(self, sql, parameters=None):
        await self._execute(self._cursor.execute, sql, [] if parameters is None else parameters)
        return self

    async def executemany(self, sql, parameters):
        await self._execute(self._cursor.executemany, sql, parameters)
        return self

    async def executescript(self, sql_script):
        await self._execute(self._cursor.executescript, sql_script)
        return self

    async def fetchone(self):
        return await self._execute(self._cursor.fetchone)

    async def fetchmany(self, size=None):
        return await self._execute(self._cursor.fetchmany, *([] if size is None else [size]))

    async def fetchall(self):
        return await self._execute(self._cursor.fetchall)

    async def close(self):
        await self._execute(self._cursor.close)

    async def __aiter__(self):
        while rows := await self._execute(self._cursor.fetchmany, self.iter_chunk_size):
            for row in rows:
                yield row

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, value, traceback):
        await self.close()

    connection = property(lambda self: self._cursor.connection)
    row_factory, arraysize = _forwarded('_cursor', 'row_factory'), _forwarded('_cursor', 'arraysize')
    rowcount = property(lambda self: self._cursor.rowcount)
    lastrowid = property(lambda self: self._cursor.lastrowid)
    description = property(lambda self: self._cursor.description)


class Connection(threading.Thread):
    def __init__(self, connector, iter_chunk_size, loop=None):
        super().__init__()
        self._running, self._connection, self._connector = True, None, connector
        self._tx, self._iter_chunk_size = queue.SimpleQueue(), iter_chunk_size

    def run(self):
        while True:
            future, function = self._tx.get()
            try:
                result = function()
                future.get_loop().call_soon_threadsafe(_set_result, future, result)
                if result is _STOP:
                    break
            except BaseException as error:
                future.get_loop().call_soon_threadsafe(_set_exception, future, error)

    async def _execute(self, function, *arguments, **named):
        if not self._running or not self._connection:
            raise ValueError('Connection closed')
        future = asyncio.get_running_loop().create_future()
        self._tx.put_nowait((future, partial(function, *arguments, **named)))
        return await future

    async def _connect(self):
        if self._connection is None:
            future = asyncio.get_running_loop().create_future()
            self._tx.put_nowait((future, self._connector))
            try:
                self._connection = await future
            except BaseException:
                await self._stop()
                raise
        return self

    async def _stop(self):
        self._running = False
        future = asyncio.get_running_loop().create_future()
        self._tx.put_nowait((future, lambda: _STOP))
        await future

    def __await__(self):
        self.start()
        return self._connect().__await__()

    async def __aenter__(self):
        return await self

    async def __aexit__(self, kind, value, traceback):
        await self.close()

    @property
    def _conn(self):
        if self._connection is None:
            raise ValueError('no active connection')
        return self._connection

    @_managed
    async def cursor(self):
        return Cursor(self, await self._execute(self._conn.cursor))

    @_managed
    async def execute(self, sql, parameters=None):
        return Cursor(self, await self._execute(self._conn.execute, sql, [] if parameters is None else parameters))

    @_managed
    async def executemany(self, sql, parameters):
        return Cursor(self, await self._execute(self._conn.executemany, sql, parameters))

    @_managed
    async def executescript(self, sql_script):
        return Cursor(self, await self._execute(self._conn.executescript, sql_script))

    @_managed
    async def execute_insert(self, sql, parameters=None):
        def run():
            self._conn.execute(sql, [] if parameters is None else parameters)
            return self._conn.execute('SELECT last_insert_rowid()').fetchone()
        return await self._execute(run)

    @_managed
    async def execute_fetchall(self, sql, parameters=None):
        return await self._execute(lambda: self._conn.execute(sql, [] if parameters is None else parameters).fetchall())

    async def commit(self):
        await self._execute(self._conn.commit)

    async def rollback(self):
        await self._execute(self._conn.rollback)

    async def close(self):
        if self._connection is None:
            return
        try:
            await self._execute(self._conn.close)
        finally:
            await self._stop()
            self._connection = None

    async def interrupt(self):
        return self._conn.interrupt()

    async def create_function(self, name, num_params, func, deterministic=False):
        await self._execute(self._conn.create_function, name, num_params, func, deterministic=deterministic)

    async def set_trace_callback(self, handler):
        await self._execute(self._conn.set_trace_callback, handler)

    async def set_progress_handler(self, handler, n):
        await self._execute(self._conn.set_progress_handler, handler, n)

    async def iterdump(self):
        for line in await self._execute(lambda: list(self._conn.iterdump())):
            yield line

    async def backup(self, target, *, pages=0, progress=None, name='main', sleep=0.25):
        other = target._conn if isinstance(target, Connection) else target
        await self._execute(self._conn.backup, other, pages=pages, progress=progress, name=name, sleep=sleep)

    in_transaction = property(lambda self: self._conn.in_transaction)
    total_changes = property(lambda self: self._conn.total_changes)
    isolation_level = _forwarded('_conn', 'isolation_level')
    row_factory, text_factory = _forwarded('_conn', 'row_factory'), _forwarded('_conn', 'text_factory')


def _set_result(future, result):
    if not future.done():
        future.set_result(result)


def _set_exception(future, error):
    if not future.done():
        future.set_exception(error)


def connect(database, *, iter_chunk_size=64, loop=None, **named):
    """A connection, to be awaited or entered."""
    return Connection(lambda: sqlite3.connect(str(database), **named), iter_chunk_size)


Cursor.__module__, Connection.__module__ = 'aiosqlite.cursor', 'aiosqlite.core'
