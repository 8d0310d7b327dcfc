"""Calls of other threads into the run."""
import contextlib as _contextlib
import inspect as _inspect
import threading as _threading
from concurrent.futures import Future as _Future

from anyio import _seam
from anyio._errors import NoEventLoopError as _NoEventLoopError, RunFinishedError as _RunFinishedError
from anyio._sync import Event as _Event
from anyio._tasks import CancelScope as _CancelScope
from anyio._threads import here as _here


def _target(token):
    if token is not None:
        return token._backend, token._native, None
    if _here.backend is None:
        raise _NoEventLoopError('Not running inside an AnyIO worker thread, and no event loop token was provided')
    return _here.backend, _here.token, _here.job


def run(func, *args, token=None):
    backend, native, job = _target(token)
    if backend.is_over(native):
        raise _RunFinishedError
    return backend.from_thread(native, job, func, args).result()


def run_sync(func, *args, token=None):
    backend, native, job = _target(token)
    if backend.is_over(native):
        raise _RunFinishedError
    future = _Future()

    def call():
        try:
            future.set_result(func(*args))
        except BaseException as error:
            future.set_exception(error)
            if not isinstance(error, Exception):
                raise

    backend.call_soon(native, call)
    return future.result()


def check_cancelled():
    if _here.backend is None:
        raise _NoEventLoopError('This function can only be called inside an AnyIO worker thread')
    if _here.backend.name == 'trio':
        import trio
        trio.from_thread.check_cancelled()
    elif _here.job.scope is not None and _here.job.scope.effective():
        raise _here.backend.Cancelled(f'Cancelled via cancel scope {id(_here.job.scope):x}')


class _Status:
    def __init__(self, future):
        self._future = future

    def started(self, value=None):
        self._future.set_result(value)


class BlockingPortal:
    """Other threads call into the run by it."""

    def __init__(self):
        self._backend = _seam.backend()
        self._native, self._thread = self._backend.token(), _threading.get_ident()
        self._stopped, self._group = _Event(), self._backend.TaskGroup()

    async def __aenter__(self):
        await self._group.__aenter__()
        return self

    async def __aexit__(self, *error):
        await self.stop()
        return await self._group.__aexit__(*error)

    def _check(self):
        if self._thread is None:
            raise RuntimeError('This portal is not running')
        if self._thread == _threading.get_ident():
            raise RuntimeError('This method cannot be called from the event loop thread')

    async def sleep_until_stopped(self):
        await self._stopped.wait()

    async def stop(self, cancel_remaining=False):
        self._thread = None
        self._stopped.set()
        if cancel_remaining:
            self._group.cancel_scope.cancel('the blocking portal is shutting down')

    async def _call(self, func, args, kwargs, future):
        scope = None

        def cancelled(future):
            if future.cancelled() and scope is not None:
                self._backend.call_soon(self._native, scope.cancel, 'the future was cancelled')

        try:
            result = func(*args, **kwargs)
            if _inspect.isawaitable(result):
                with self._backend.CancelScope() as scope:
                    future.add_done_callback(cancelled)
                    result = await result
        except self._backend.Cancelled:
            future.cancel()
            future.set_running_or_notify_cancel()
        except BaseException as error:
            if future.set_running_or_notify_cancel():
                future.set_exception(error)
            if not isinstance(error, Exception):
                raise
        else:
            if future.set_running_or_notify_cancel():
                future.set_result(result)
        finally:
            scope = None

    def _spawn_soon(self, func, args, name):
        self._backend.call_soon(self._native, lambda: self._group.start_soon(func, *args, name=name))

    def _spawn(self, func, args, kwargs, name, future):
        self._spawn_soon(self._call, (func, args, kwargs, future), _seam.callable_name(func, name))

    async def call_async(self, func, *args, abandon_on_cancel=False):
        """The same for who is a task of another run: it waits there, and a call that is cancelled is waited for, unless it is abandoned."""
        self._check()
        caller = _seam.backend()
        native, over, future, scope = caller.token(), _Event(), _Future(), self._backend.CancelScope()

        async def within():
            with scope:
                await self._call(func, args, {}, future)

        def tell(future):
            if not caller.is_over(native):
                caller.call_soon(native, over.set)

        future.add_done_callback(tell)
        self._spawn_soon(within, (), _seam.callable_name(func, None))
        try:
            await over.wait()
        except caller.Cancelled:
            if not self._backend.is_over(self._native):
                self._backend.call_soon(self._native, scope.cancel, 'the calling task was cancelled')
            if not abandon_on_cancel:
                with caller.CancelScope(shield=True):
                    await over.wait()
                if not future.cancelled():
                    future.result()
            raise
        return future.result()

    def call(self, func, *args):
        return self.start_task_soon(func, *args).result()

    def start_task_soon(self, func, *args, name=None):
        self._check()
        future = _Future()
        self._spawn(func, args, {}, name, future)
        return future

    def start_task(self, func, *args, name=None):
        self._check()
        started, future = _Future(), _Future()

        def over(future):
            if not started.done():
                if future.cancelled():
                    started.cancel()
                else:
                    started.set_exception(future.exception() or RuntimeError('Task exited without calling task_status.started()'))

        future.add_done_callback(over)
        self._spawn(func, args, {'task_status': _Status(started)}, name, future)
        return future, started.result()

    @_contextlib.contextmanager
    def wrap_async_context_manager(self, cm):
        entered = _Future()
        leave, error = None, [None, None, None]

        async def hold():
            nonlocal leave
            leave = _Event()
            try:
                value = await cm.__aenter__()
            except BaseException as raised:
                entered.set_exception(raised)
                raise
            entered.set_result(value)
            try:
                await leave.wait()
            finally:
                result = await cm.__aexit__(*error)
            return result

        over = self.start_task_soon(hold)
        value = entered.result()
        try:
            yield value
        except BaseException as raised:
            error[:] = type(raised), raised, raised.__traceback__
            self.call(leave.set)
            if not over.result():
                raise
        else:
            self.call(leave.set)
            over.result()


@_contextlib.contextmanager
def start_blocking_portal(backend='asyncio', backend_options=None, *, name=None):
    from anyio import run as run_eventloop
    future = _Future()

    async def run_portal():
        async with BlockingPortal() as portal:
            if name is None:
                _threading.current_thread().name = f'{backend}-portal-{id(portal):x}'
            future.set_result(portal)
            await portal.sleep_until_stopped()

    def work():
        try:
            run_eventloop(run_portal, backend=backend, backend_options=backend_options)
        except BaseException as error:
            if not future.done():
                future.set_exception(error)

    thread = _threading.Thread(target=work, daemon=True, name=name)
    thread.start()
    try:
        portal, failed = future.result(), True
        try:
            yield portal
            failed = False
        finally:
            try:
                portal.call(portal.stop, failed)
            except RuntimeError:
                pass
    finally:
        thread.join()


class BlockingPortalProvider:
    """One portal for all who enter."""

    def __init__(self, backend='asyncio', backend_options=None):
        self.backend, self.backend_options = backend, backend_options
        self._lock, self._leases, self._manager = _threading.Lock(), 0, None

    def __enter__(self):
        with self._lock:
            if self._manager is None:
                self._manager = start_blocking_portal(self.backend, self.backend_options)
                self._portal = self._manager.__enter__()
            self._leases += 1
            return self._portal

    def __exit__(self, *error):
        with self._lock:
            self._leases -= 1
            manager = None
            if not self._leases:
                manager, self._manager = self._manager, None
        if manager is not None:
            manager.__exit__(*error)


BlockingPortal.__module__ = 'anyio.from_thread'
