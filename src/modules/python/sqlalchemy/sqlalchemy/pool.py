"""Pools of connections."""
import collections
import logging
import threading
import time
from sqlalchemy import event, exc, log


class ConnectionRecord:
    """A connection of the driver's, and when it was made."""
    _event_names = frozenset()

    def __init__(self, pool):
        self.pool, self.info, self.record_info = pool, {}, {}
        self.dbapi_connection = None
        self.starttime = 0

    driver_connection = property(lambda self: self.pool.dialect.driver_connection(self.dbapi_connection))
    connection = property(lambda self: self.dbapi_connection)

    def open(self):
        self.info.clear()
        self.starttime = time.time()
        self.dbapi_connection = self.pool._creator(self)
        self.pool._opened(self)
        return self

    def close(self):
        connection, self.dbapi_connection = self.dbapi_connection, None
        if connection is not None:
            event.fire(self.pool, 'close', connection, self)
            try:
                self.pool.dialect.do_close(connection)
            except Exception:
                self.pool.logger.error('Exception closing connection %r', connection, exc_info=True)

    def invalidate(self, e=None, soft=False):
        if self.dbapi_connection is not None:
            event.fire(self.pool, 'invalidate', self.dbapi_connection, self, e)
            self.close()


class PoolProxiedConnection:
    """A connection while it is taken out of the pool."""

    def __init__(self, pool, record):
        self._pool, self._connection_record = pool, record
        self.dbapi_connection = record.dbapi_connection
        self._detached = False

    @property
    def driver_connection(self):
        return self._pool.dialect.driver_connection(self.dbapi_connection)

    connection = property(lambda self: self.dbapi_connection)
    is_valid = property(lambda self: self.dbapi_connection is not None)
    info = property(lambda self: self._connection_record.info)
    record_info = property(lambda self: self._connection_record.record_info)

    def cursor(self, *args, **kw):
        return self.dbapi_connection.cursor(*args, **kw)

    def __getattr__(self, key):
        return getattr(self.dbapi_connection, key)

    def detach(self):
        self._detached = True

    def invalidate(self, e=None, soft=False):
        self._connection_record.invalidate(e)
        self.dbapi_connection = None
        self._back()

    def close(self):
        self._reset_and_return()

    def _reset_and_return(self, reset=True):
        if self.dbapi_connection is None:
            return
        try:
            if reset and self._pool._reset_on_return:
                self._pool._reset(self)
        except Exception as error:
            self._pool.logger.error('Exception during reset or similar', exc_info=True)
            self._connection_record.invalidate(error)
        self._back()

    def _back(self):
        record, self.dbapi_connection = self._connection_record, None
        if self._detached:
            record.close()
            return
        event.fire(self._pool, 'checkin', record.dbapi_connection, record)
        self._pool._do_return_conn(record)


class Pool:
    _event_names = frozenset(event._POOL) | {'soft_invalidate', 'detach', 'close_detached'}

    def __init__(self, creator, recycle=-1, echo=None, logging_name=None, reset_on_return=True, events=None, dialect=None, pre_ping=False):
        self._given, self._recycle, self._pre_ping, self.echo = creator, recycle, pre_ping, echo
        self._reset_on_return = 'rollback' if reset_on_return in (True, 'rollback') else 'commit' if reset_on_return == 'commit' else None
        self._initializes, self._first, self.dialect = None, True, dialect
        self._ended_before = 0
        name = f'sqlalchemy.pool.impl.{type(self).__name__}'
        self.logger = log.InstanceLogger(echo, name) if echo else logging.getLogger(name)
        if dialect is None:
            from sqlalchemy.dialects.sqlite import SQLiteDialect_pysqlite
            self.dialect = SQLiteDialect_pysqlite()

    def _creator(self, record):
        try:
            return self._given(record)
        except TypeError:
            import inspect
            if inspect.signature(self._given).parameters:
                raise
            return self._given()

    def _opened(self, record):
        """What is done once a connection is made: listeners are told, and the first one tells the dialect of the server."""
        self.logger.debug('Created new connection %r', record.dbapi_connection)
        if self._first:
            self._first = False
            event.fire(self, 'first_connect', record.dbapi_connection, record)
            event.fire(self, 'connect', record.dbapi_connection, record)
            if self._initializes is not None:
                self._initializes._initialize(record)
        else:
            event.fire(self, 'connect', record.dbapi_connection, record)

    def _reset(self, fairy):
        event.fire(self, 'reset', fairy.dbapi_connection, fairy._connection_record)
        if self._reset_on_return == 'rollback':
            self.logger.debug('Connection %s rollback-on-return', fairy.dbapi_connection)
            self.dialect.do_rollback(fairy.dbapi_connection)
        else:
            self.dialect.do_commit(fairy.dbapi_connection)

    def connect(self):
        record = self._do_get()
        try:
            if record.dbapi_connection is None:
                record.open()
            elif self._recycle > -1 and time.time() - record.starttime > self._recycle or self._ended_before > record.starttime:
                record.close()
                record.open()
            elif self._pre_ping:
                try:
                    self.dialect.do_ping(record.dbapi_connection)
                except self.dialect.errors as error:
                    record.invalidate(error)
                    record.open()
        except BaseException:
            self._do_return_conn(record)
            raise
        fairy = PoolProxiedConnection(self, record)
        self.logger.debug('Connection %r checked out from pool', record.dbapi_connection)
        event.fire(self, 'checkout', record.dbapi_connection, record, fairy)
        return fairy

    def recreate(self):
        found = type(self)(self._given, **self._options())
        found.dialect, found._initializes, found._first = self.dialect, self._initializes, False
        found.__dict__['_listeners'] = self.__dict__.get('_listeners', {})
        return found

    def _options(self):
        return dict(recycle=self._recycle, echo=self.echo, reset_on_return=self._reset_on_return, pre_ping=self._pre_ping)

    def dispose(self):
        pass


class QueuePool(Pool):
    _waiting_kind = None

    def __init__(self, creator, pool_size=5, max_overflow=10, timeout=30.0, use_lifo=False, **kw):
        super().__init__(creator, **kw)
        self._size, self._max_overflow, self._timeout, self._lifo = pool_size, max_overflow, timeout, use_lifo
        self._overflow, self._idle = -pool_size, collections.deque()
        self._lock = self._new_lock()

    def _new_lock(self):
        return threading.Condition()

    def _options(self):
        return dict(super()._options(), pool_size=self._size, max_overflow=self._max_overflow, timeout=self._timeout, use_lifo=self._lifo)

    def _may_grow(self):
        return self._max_overflow == -1 or self._overflow < self._max_overflow

    def _do_get(self):
        with self._lock:
            until = None
            while True:
                if self._idle:
                    return self._idle.pop() if self._lifo else self._idle.popleft()
                if self._may_grow():
                    self._overflow += 1
                    return ConnectionRecord(self)
                until = time.monotonic() + self._timeout if until is None else until
                left = until - time.monotonic()
                if left <= 0 or not self._lock.wait(left) and not self._idle and not self._may_grow():
                    self._too_late()

    def _too_late(self):
        raise exc.TimeoutError(f'QueuePool limit of size {self.size()} overflow {self.overflow()} reached, connection timed out, timeout {self._timeout:0.2f}',
                               code='3o7r')

    def _do_return_conn(self, record):
        with self._lock:
            self._returned(record)
            self._lock.notify()

    def _returned(self, record):
        if len(self._idle) >= self._size > 0:
            record.close()
            self._overflow -= 1
        elif record.dbapi_connection is None:
            self._overflow -= 1
        else:
            self._idle.append(record)

    def dispose(self):
        while self._idle:
            self._idle.popleft().close()
        self._overflow = -self._size
        self.logger.info('Pool disposed. %s', self.status())

    def status(self):
        return f'Pool size: {self.size()}  Connections in pool: {self.checkedin()} Current Overflow: {self.overflow()} Current Checked out connections: ' \
               f'{self.checkedout()}'

    def size(self):
        return self._size

    def timeout(self):
        return self._timeout

    def checkedin(self):
        return len(self._idle)

    def overflow(self):
        return self._overflow

    def checkedout(self):
        return self._size - len(self._idle) + self._overflow


class AsyncAdaptedQueuePool(QueuePool):
    """One whose waiting suspends the task."""

    def _new_lock(self):
        return _NoLock()

    def _do_get(self):
        import asyncio
        from sqlalchemy.util._concurrency import await_only
        until = None
        while True:
            if self._idle:
                return self._idle.pop() if self._lifo else self._idle.popleft()
            if self._may_grow():
                self._overflow += 1
                return ConnectionRecord(self)
            future = asyncio.get_running_loop().create_future()
            self._waiters = self.__dict__.get('_waiters') or collections.deque()
            self._waiters.append(future)
            try:
                await_only(asyncio.wait_for(future, self._timeout))
            except asyncio.TimeoutError:
                self._too_late()

    def _do_return_conn(self, record):
        self._returned(record)
        waiters = self.__dict__.get('_waiters')
        while waiters:
            future = waiters.popleft()
            if not future.done():
                future.set_result(None)
                break


class _NoLock:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass

    def notify(self):
        pass


class NullPool(Pool):
    def _do_get(self):
        return ConnectionRecord(self)

    def _do_return_conn(self, record):
        record.close()

    def status(self):
        return 'NullPool'


class SingletonThreadPool(Pool):
    def __init__(self, creator, pool_size=5, **kw):
        super().__init__(creator, **kw)
        self.size, self._here, self._all = pool_size, threading.local(), set()

    def _do_get(self):
        record = getattr(self._here, 'record', None)
        if record is None or record not in self._all:
            record = self._here.record = ConnectionRecord(self)
            self._all.add(record)
        return record

    def _do_return_conn(self, record):
        pass

    def dispose(self):
        for record in self._all:
            record.close()
        self._all.clear()

    def status(self):
        return f'SingletonThreadPool id:{id(self)} size: {len(self._all)}'


class StaticPool(Pool):
    _record = None

    def _do_get(self):
        if self._record is None:
            self._record = ConnectionRecord(self)
        return self._record

    def _do_return_conn(self, record):
        pass

    def dispose(self):
        if self._record is not None:
            self._record.close()
            self._record = None

    def status(self):
        return 'StaticPool'


class AssertionPool(Pool):
    _out = False

    def _do_get(self):
        if self._out:
            raise AssertionError('connection is already checked out')
        self._out = True
        self._record = self.__dict__.get('_record') or ConnectionRecord(self)
        return self._record

    def _do_return_conn(self, record):
        self._out = False

    def status(self):
        return 'AssertionPool'


class FallbackAsyncAdaptedQueuePool(AsyncAdaptedQueuePool):
    pass


for _class in (QueuePool, AsyncAdaptedQueuePool, NullPool, SingletonThreadPool, StaticPool, AssertionPool, FallbackAsyncAdaptedQueuePool):
    _class.__module__ = 'sqlalchemy.pool.impl'
