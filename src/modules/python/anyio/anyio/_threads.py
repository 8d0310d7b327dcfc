"""Threads that work for tasks."""
import asyncio
import contextvars
import threading
import weakref
from queue import SimpleQueue
from anyio import _seam

limiters = weakref.WeakKeyDictionary()
_pools = weakref.WeakKeyDictionary()


class _Here(threading.local):
    job = backend = token = None


here = _Here()


class Job:
    """A call in a thread: for whom, and in which scope."""

    def __init__(self, func, args, future, scope):
        self.func, self.args, self.future, self.scope = func, args, future, scope
        self.context = contextvars.copy_context()


class WorkerThread(threading.Thread):
    """A thread of asyncio's backend."""

    def __init__(self, backend, loop, idle):
        super().__init__(name='AnyIO worker thread', daemon=True)
        self._backend, self._loop, self._idle, self.jobs = backend, loop, idle, SimpleQueue()

    def run(self):
        here.backend, here.token = self._backend, self._loop
        while True:
            here.job = job = self.jobs.get()
            result = error = None
            if not job.future.cancelled():
                try:
                    result = job.context.run(job.func, *job.args)
                except BaseException as raised:
                    error = raised
            here.job = None
            try:
                self._loop.call_soon_threadsafe(self._report, job.future, result, error)
            except RuntimeError:
                if not self._loop.is_closed():
                    raise
            del job, result, error

    def _report(self, future, result, error):
        self._idle.append(self)
        if future.cancelled():
            return
        if isinstance(error, StopIteration):
            stop, error = error, RuntimeError('coroutine raised StopIteration')
            error.__cause__ = stop
        if error is not None:
            future.set_exception(error)
        else:
            future.set_result(result)


async def run_in_worker(func, args, abandon_on_cancel, limiter):
    found = _seam.backend()
    if found.name == 'trio':
        import trio
        native = found.token()

        def call():
            here.backend, here.token, here.job = found, native, Job(func, args, None, None)
            try:
                return func(*args)
            finally:
                here.backend = here.token = here.job = None

        async with limiter:
            call.__name__ = getattr(func, '__name__', 'call')
            return await trio.to_thread.run_sync(call, abandon_on_cancel=abandon_on_cancel)
    await found.checkpoint()
    loop = asyncio.get_running_loop()
    async with limiter:
        with found.CancelScope(shield=not abandon_on_cancel) as scope:
            idle = _pools.setdefault(loop, [])
            if idle:
                worker = idle.pop()
            else:
                worker = WorkerThread(found, loop, idle)
                worker.start()
            future = loop.create_future()
            worker.jobs.put(Job(func, args, future, scope if abandon_on_cancel else scope.parent or scope))
            return await future
