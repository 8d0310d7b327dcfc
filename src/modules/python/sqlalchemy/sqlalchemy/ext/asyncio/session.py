"""Sessions for coroutines."""
import asyncio
from sqlalchemy import exc as sa_exc
from sqlalchemy.ext.asyncio import engine as engines
from sqlalchemy.ext.asyncio.base import StartableContext, proxied
from sqlalchemy.ext.asyncio.result import AsyncResult, AsyncScalarResult
from sqlalchemy.orm.session import Session, close_all_sessions, object_session
from sqlalchemy.util._concurrency import greenlet_spawn


class AsyncAttrs:
    """`await instance.awaitable_attrs.name`: what is not loaded yet may be waited for."""

    @property
    def awaitable_attrs(self):
        return _AttrGetitem(self)


class _AttrGetitem:
    def __init__(self, instance):
        self._instance = instance

    def __getattr__(self, name):
        return greenlet_spawn(getattr, self._instance, name)


@proxied('dirty', 'deleted', 'new', 'identity_map', 'is_active', 'autoflush', 'no_autoflush', 'info')
class AsyncSession:
    _is_asyncio = True
    sync_session_class = Session

    def __init__(self, bind=None, *, binds=None, sync_session_class=None, **kw):
        self.bind = bind
        if bind is not None:
            bind = _sync(bind)
        if binds:
            self.binds = binds
            binds = {key: _sync(value) for key, value in binds.items()}
        if sync_session_class is not None:
            self.sync_session_class = sync_session_class
        self.sync_session = self._proxied = self.sync_session_class(bind=bind, binds=binds, **kw)
        self.sync_session._async = self

    def _event_target(self, identifier):
        raise NotImplementedError('asynchronous events are not implemented at this time.  Apply synchronous listeners to the AsyncSession.sync_session.')

    # --- what needs no waiting ---

    def __contains__(self, instance):
        return instance in self.sync_session

    def __iter__(self):
        return iter(self.sync_session)

    def add(self, instance, _warn=True):
        return self.sync_session.add(instance)

    def add_all(self, instances):
        return self.sync_session.add_all(instances)

    def expire(self, instance, attribute_names=None):
        return self.sync_session.expire(instance, attribute_names)

    def expire_all(self):
        return self.sync_session.expire_all()

    def expunge(self, instance):
        return self.sync_session.expunge(instance)

    def expunge_all(self):
        return self.sync_session.expunge_all()

    def is_modified(self, instance, include_collections=True):
        return self.sync_session.is_modified(instance)

    def in_transaction(self):
        return self.sync_session.in_transaction()

    def in_nested_transaction(self):
        return self.sync_session.in_nested_transaction()

    def get_bind(self, mapper=None, clause=None, bind=None, **kw):
        return self.sync_session.get_bind(mapper, **kw)

    @classmethod
    def object_session(cls, instance):
        return async_object_session(instance)

    @classmethod
    def identity_key(cls, *args, **kw):
        return Session.identity_key(*args, **kw)

    # --- what does ---

    async def refresh(self, instance, attribute_names=None, with_for_update=None):
        await greenlet_spawn(self.sync_session.refresh, instance, attribute_names=attribute_names, with_for_update=with_for_update)

    async def run_sync(self, fn, *arg, **kw):
        return await greenlet_spawn(fn, self.sync_session, *arg, **kw)

    async def execute(self, statement, params=None, *, execution_options=None, bind_arguments=None, **kw):
        return await greenlet_spawn(self.sync_session.execute, statement, params=params, execution_options=execution_options, bind_arguments=bind_arguments)

    async def scalar(self, statement, params=None, *, execution_options=None, bind_arguments=None, **kw):
        return await greenlet_spawn(self.sync_session.scalar, statement, params=params, execution_options=execution_options, bind_arguments=bind_arguments)

    async def scalars(self, statement, params=None, *, execution_options=None, bind_arguments=None, **kw):
        return (await self.execute(statement, params, execution_options=execution_options, bind_arguments=bind_arguments)).scalars()

    async def get(self, entity, ident, *, options=None, populate_existing=False, with_for_update=None, identity_token=None, execution_options=None):
        return await greenlet_spawn(self.sync_session.get, entity, ident, options=options, populate_existing=populate_existing,
                                    with_for_update=with_for_update, execution_options=execution_options)

    async def get_one(self, entity, ident, **kw):
        return await greenlet_spawn(self.sync_session.get_one, entity, ident, **kw)

    async def stream(self, statement, params=None, *, execution_options=None, bind_arguments=None, **kw):
        return AsyncResult(await self.execute(statement, params, execution_options=execution_options, bind_arguments=bind_arguments))

    async def stream_scalars(self, statement, params=None, *, execution_options=None, bind_arguments=None, **kw):
        return AsyncScalarResult(await self.scalars(statement, params, execution_options=execution_options, bind_arguments=bind_arguments))

    async def delete(self, instance):
        await greenlet_spawn(self.sync_session.delete, instance)

    async def delete_all(self, instances):
        await greenlet_spawn(self.sync_session.delete_all, instances)

    async def merge(self, instance, *, load=True, options=None):
        return await greenlet_spawn(self.sync_session.merge, instance, load=load, options=options)

    async def merge_all(self, instances, *, load=True, options=None):
        return await greenlet_spawn(self.sync_session.merge_all, instances, load=load, options=options)

    async def flush(self, objects=None):
        await greenlet_spawn(self.sync_session.flush, objects=objects)

    async def connection(self, bind_arguments=None, execution_options=None, **kw):
        plain = await greenlet_spawn(self.sync_session.connection, bind_arguments=bind_arguments, execution_options=execution_options)
        engine = self.bind if isinstance(self.bind, engines.AsyncEngine) else engines.AsyncEngine(plain.engine)
        return getattr(plain, '_async', None) or engines.AsyncConnection(engine, plain)

    def begin(self):
        return AsyncSessionTransaction(self)

    def begin_nested(self):
        return AsyncSessionTransaction(self, nested=True)

    def get_transaction(self):
        found = self.sync_session.get_transaction()
        return None if found is None else AsyncSessionTransaction._of(self, found)

    def get_nested_transaction(self):
        found = self.sync_session.get_nested_transaction()
        return None if found is None else AsyncSessionTransaction._of(self, found)

    async def rollback(self):
        await greenlet_spawn(self.sync_session.rollback)

    async def commit(self):
        await greenlet_spawn(self.sync_session.commit)

    async def close(self):
        await greenlet_spawn(self.sync_session.close)

    aclose = close

    async def reset(self):
        await greenlet_spawn(self.sync_session.reset)

    async def invalidate(self):
        await greenlet_spawn(self.sync_session.invalidate)

    @classmethod
    async def close_all(cls):
        await greenlet_spawn(close_all_sessions)

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, value, traceback):
        # Not cut short by a cancellation.
        task = asyncio.create_task(self.close())
        await asyncio.shield(task)


def _sync(bind):
    if isinstance(bind, engines.AsyncEngine):
        return bind.sync_engine
    if isinstance(bind, engines.AsyncConnection):
        return bind._proxied
    raise sa_exc.ArgumentError(f'AsyncEngine expected, got {bind!r}')


class async_sessionmaker:
    def __init__(self, bind=None, *, class_=AsyncSession, autoflush=True, expire_on_commit=True, info=None, **kw):
        self.kw = dict(kw, bind=bind, autoflush=autoflush, expire_on_commit=expire_on_commit)
        if info is not None:
            self.kw['info'] = info
        self.class_ = type(class_.__name__, (class_,), {'__module__': class_.__module__})

    def begin(self):
        return _Beginning(self())

    def __call__(self, **local_kw):
        options = dict(self.kw)
        if 'info' in options and 'info' in local_kw:
            local_kw['info'] = {**options['info'], **local_kw['info']}
        options.update(local_kw)
        return self.class_(**options)

    def configure(self, **new_kw):
        self.kw.update(new_kw)

    def __repr__(self):
        return f'{type(self).__name__}(class_={self.class_.__name__!r}, {", ".join(f"{k}={v!r}" for k, v in self.kw.items())})'


class _Beginning:
    """`async with maker.begin() as session`: committed at the end."""

    def __init__(self, session):
        self.session = session

    async def __aenter__(self):
        self.transaction = self.session.begin()
        await self.transaction.__aenter__()
        return await self.session.__aenter__()

    async def __aexit__(self, kind, value, traceback):
        await self.transaction.__aexit__(kind, value, traceback)
        await self.session.__aexit__(kind, value, traceback)


class AsyncSessionTransaction(StartableContext):
    sync_transaction = None

    def __init__(self, session, nested=False):
        self.session, self.nested = session, nested

    @classmethod
    def _of(cls, session, transaction):
        found = cls(session, transaction.nested)
        found.sync_transaction = transaction
        return found

    def _sync(self):
        if self.sync_transaction is None:
            self._raise_for_not_started()
        return self.sync_transaction

    @property
    def is_active(self):
        return self.sync_transaction is not None and self.sync_transaction.is_active

    async def start(self, is_ctxmanager=False):
        plain = self.session.sync_session
        self.sync_transaction = await greenlet_spawn(plain.begin_nested if self.nested else plain.begin)
        if is_ctxmanager:
            self.sync_transaction.__enter__()
        return self

    async def commit(self):
        await greenlet_spawn(self._sync().commit)

    async def rollback(self):
        await greenlet_spawn(self._sync().rollback)

    async def __aexit__(self, kind, value, traceback):
        await greenlet_spawn(self._sync().__exit__, kind, value, traceback)


def async_object_session(instance):
    session = object_session(instance)
    return None if session is None else async_session(session)


def async_session(session):
    return getattr(session, '_async', None)


async def close_all_sessions_():
    await greenlet_spawn(close_all_sessions)
