"""Engines and connections for coroutines."""
import contextlib
from sqlalchemy import exc
from sqlalchemy.engine.create import create_engine
from sqlalchemy.ext.asyncio import exc as async_exc
from sqlalchemy.ext.asyncio.base import GeneratorStartableContext, StartableContext, proxied
from sqlalchemy.ext.asyncio.result import AsyncResult, AsyncScalarResult, _ensure_sync_result
from sqlalchemy.util._concurrency import greenlet_spawn


def create_async_engine(url, **kw):
    if kw.get('server_side_cursors', False):
        raise async_exc.AsyncMethodRequired("Can't set server_side_cursors for async engine globally; use the connection.stream() method for an async streaming "
                                            'result set')
    kw['_is_async'] = True
    return AsyncEngine(create_engine(url, **kw))


def async_engine_from_config(configuration, prefix='sqlalchemy.', **kwargs):
    from sqlalchemy.engine.create import engine_from_config
    return AsyncEngine(engine_from_config(configuration, prefix, _is_async=True, **kwargs))


def create_async_pool_from_url(url, **kw):
    from _frames import not_supported
    not_supported('create_async_pool_from_url', 'create_async_engine')


@proxied('url', 'pool', 'dialect', 'name', 'driver', 'echo')
class AsyncEngine:
    _is_async = True

    def __init__(self, sync_engine):
        if not sync_engine.dialect.is_async:
            raise exc.InvalidRequestError('The asyncio extension requires an async driver to be used. '
                                          f'The loaded {sync_engine.dialect.driver!r} is not async.')
        self.sync_engine = self._proxied = sync_engine

    def _event_target(self, identifier):
        raise NotImplementedError('asynchronous events are not implemented at this time.  Apply synchronous listeners to the AsyncEngine.sync_engine or '
                                  'AsyncConnection.sync_connection attributes.')

    @property
    def engine(self):
        return self

    def __eq__(self, other):
        return isinstance(other, AsyncEngine) and self.sync_engine is other.sync_engine

    def __hash__(self):
        return hash(self.sync_engine)

    def connect(self):
        return AsyncConnection(self)

    @contextlib.asynccontextmanager
    async def begin(self):
        connection = self.connect()
        async with connection:
            async with connection.begin():
                yield connection

    async def raw_connection(self):
        return await greenlet_spawn(self.sync_engine.raw_connection)

    async def dispose(self, close=True):
        await greenlet_spawn(self.sync_engine.dispose, close=close)

    def execution_options(self, **opt):
        return AsyncEngine(self.sync_engine.execution_options(**opt))

    def update_execution_options(self, **opt):
        self.sync_engine.update_execution_options(**opt)

    def get_execution_options(self):
        return self.sync_engine.get_execution_options()

    def clear_compiled_cache(self):
        self.sync_engine.clear_compiled_cache()

    def _inspected(self):
        raise exc.NoInspectionAvailable('Inspection on an AsyncEngine is currently not supported. Please obtain a connection then use ``conn.run_sync`` to pass '
                                        'a callable where it\'s possible to call ``inspect`` on the passed connection.', code='xd3s')


@proxied('closed', 'invalidated', 'dialect', 'default_isolation_level')
class AsyncConnection(StartableContext):
    sync_connection = None

    def __init__(self, async_engine, sync_connection=None):
        self.engine = async_engine
        self.sync_engine = async_engine.sync_engine
        self.sync_connection = sync_connection

    @property
    def _proxied(self):
        if self.sync_connection is None:
            self._raise_for_not_started()
        return self.sync_connection

    def _event_target(self, identifier):
        raise NotImplementedError('asynchronous events are not implemented at this time.  Apply synchronous listeners to the AsyncEngine.sync_engine or '
                                  'AsyncConnection.sync_connection attributes.')

    async def start(self, is_ctxmanager=False):
        if self.sync_connection is not None:
            raise exc.InvalidRequestError('connection is already started')
        self.sync_connection = await greenlet_spawn(self.sync_engine.connect)
        self.sync_connection._async = self
        return self

    async def __aexit__(self, kind, value, traceback):
        await self.close()

    @property
    def connection(self):
        return self._proxied.connection

    @property
    def info(self):
        return self._proxied.info

    async def get_raw_connection(self):
        return await greenlet_spawn(getattr, self._proxied, 'connection')

    def begin(self):
        return AsyncTransaction(self)

    def begin_nested(self):
        return AsyncTransaction(self, nested=True)

    async def invalidate(self, exception=None):
        return await greenlet_spawn(self._proxied.invalidate, exception=exception)

    async def get_isolation_level(self):
        return await greenlet_spawn(self._proxied.get_isolation_level)

    def in_transaction(self):
        return self._proxied.in_transaction()

    def in_nested_transaction(self):
        return self._proxied.in_nested_transaction()

    def get_transaction(self):
        found = self._proxied.get_transaction()
        return None if found is None else AsyncTransaction._of(self, found)

    def get_nested_transaction(self):
        found = self._proxied.get_nested_transaction()
        return None if found is None else AsyncTransaction._of(self, found)

    async def execution_options(self, **opt):
        await greenlet_spawn(self._proxied.execution_options, **opt)
        return self

    async def commit(self):
        await greenlet_spawn(self._proxied.commit)

    async def rollback(self):
        await greenlet_spawn(self._proxied.rollback)

    async def close(self):
        await greenlet_spawn(self._proxied.close)

    aclose = close

    async def exec_driver_sql(self, statement, parameters=None, execution_options=None):
        result = await greenlet_spawn(self._proxied.exec_driver_sql, statement, parameters, execution_options)
        return await _ensure_sync_result(result, self.exec_driver_sql)

    async def execute(self, statement, parameters=None, *, execution_options=None):
        result = await greenlet_spawn(self._proxied.execute, statement, parameters, execution_options=execution_options)
        return await _ensure_sync_result(result, self.execute)

    async def scalar(self, statement, parameters=None, *, execution_options=None):
        return (await self.execute(statement, parameters, execution_options=execution_options)).scalar()

    async def scalars(self, statement, parameters=None, *, execution_options=None):
        return (await self.execute(statement, parameters, execution_options=execution_options)).scalars()

    def stream(self, statement, parameters=None, *, execution_options=None):
        async def streamed():
            return AsyncResult(await greenlet_spawn(self._proxied.execute, statement, parameters, execution_options=execution_options))
        return GeneratorStartableContext(streamed())

    def stream_scalars(self, statement, parameters=None, *, execution_options=None):
        async def streamed():
            result = await greenlet_spawn(self._proxied.execute, statement, parameters, execution_options=execution_options)
            return AsyncScalarResult(result.scalars())
        return GeneratorStartableContext(streamed())

    async def run_sync(self, fn, *arg, **kw):
        return await greenlet_spawn(fn, self._proxied, *arg, **kw)

    def _inspected(self):
        raise exc.NoInspectionAvailable('Inspection on an AsyncConnection is currently not supported. Please use ``run_sync`` to pass a callable where it\'s '
                                        'possible to call ``inspect`` on the passed connection.', code='xd3s')


class AsyncTransaction(StartableContext):
    sync_transaction = None

    def __init__(self, connection, nested=False):
        self.connection, self.nested = connection, nested

    @classmethod
    def _of(cls, connection, transaction):
        found = cls(connection)
        found.sync_transaction = transaction
        return found

    @property
    def _sync(self):
        if self.sync_transaction is None:
            self._raise_for_not_started()
        return self.sync_transaction

    is_valid = property(lambda self: self._sync.is_valid)
    is_active = property(lambda self: self._sync.is_active)

    async def start(self, is_ctxmanager=False):
        plain = self.connection._proxied
        self.sync_transaction = await greenlet_spawn(plain.begin_nested if self.nested else plain.begin)
        return self

    async def close(self):
        await greenlet_spawn(self._sync.close)

    async def rollback(self):
        await greenlet_spawn(self._sync.rollback)

    async def commit(self):
        await greenlet_spawn(self._sync.commit)

    async def __aexit__(self, kind, value, traceback):
        await greenlet_spawn(self._sync.__exit__, kind, value, traceback)
