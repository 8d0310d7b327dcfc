"""Functions in threads beside the event loop. A thread that is idle takes the next function; there are at most 40."""
import asyncio as _asyncio
import contextvars as _contextvars
import functools as _functools
import threading as _threading

_LIMIT = 40


class _Worker(_threading.Thread):
    def __init__(self, pool):
        super().__init__(name='AnyIO worker thread', daemon=True)
        from queue import SimpleQueue
        self._jobs, self._pool = SimpleQueue(), pool
        self.start()

    def give(self, job):
        self._jobs.put(job)

    def run(self):
        while (job := self._jobs.get()) is not None:
            context, function, done = job
            found = error = None
            try:
                found = context.run(function)
            except BaseException as e:
                error = e
            try:
                self._pool.loop.call_soon_threadsafe(self._end, done, found, error)
            except RuntimeError:
                return
            del job, context, function, done, found, error

    def _end(self, done, found, error):
        self._pool.idle.append(self)
        self._pool.free.release()
        if not done.done():
            if error is not None:
                done.set_exception(RuntimeError('coroutine raised StopIteration') if isinstance(error, StopIteration)
                                   else error)
            else:
                done.set_result(found)


class _Pool:
    def __init__(self, loop):
        self.loop, self.idle, self.free = loop, [], _asyncio.Semaphore(_LIMIT)


_pools = []


def _pool():
    loop = _asyncio.get_running_loop()
    for pool in _pools:
        if pool.loop is loop:
            return pool
    for pool in [each for each in _pools if each.loop.is_closed()]:
        _pools.remove(pool)
        for worker in pool.idle:
            worker.give(None)
    _pools.append(_Pool(loop))
    return _pools[-1]


async def run_in_threadpool(func, *args, **kwargs):
    pool = _pool()
    await pool.free.acquire()
    worker = pool.idle.pop() if pool.idle else _Worker(pool)
    done = pool.loop.create_future()
    worker.give((_contextvars.copy_context(), _functools.partial(func, *args, **kwargs), done))
    # The function goes on to its end, whoever is cancelled.
    cancelled = None
    while True:
        try:
            await _asyncio.shield(done)
        except _asyncio.CancelledError as e:
            if done.done():
                raise
            cancelled = e
            continue
        except BaseException:
            if cancelled is None:
                raise
        if cancelled is not None:
            raise cancelled
        return done.result()


_end = object()


async def iterate_in_threadpool(iterator):
    iterator = iter(iterator)
    while (each := await run_in_threadpool(next, iterator, _end)) is not _end:
        yield each


async def run_until_first_complete(*args):
    import warnings
    from starlette._utils import first_of
    from starlette.exceptions import StarletteDeprecationWarning
    warnings.warn('run_until_first_complete is deprecated and will be removed in a future version.',
                  StarletteDeprecationWarning)
    await first_of(*(func(**kwargs) for func, kwargs in args))
