"""Real threads, for what does not cooperate."""
import greenlet
from gevent.event import AsyncResult
from gevent.hub import _hubs, cooperate
from gevent.pool import Mapping
from gevent.greenlet import Greenlet
from gevent.lock import Semaphore

__all__ = ['ThreadPool', 'ThreadResult', 'ThreadPoolExecutor']


def _alone(func, *args, **kwargs):
    """Calls a function as in a thread of its own, which has a hub of its own if it needs one."""
    with greenlet._as_thread() as main:
        try:
            return func(*args, **kwargs)
        finally:
            _hubs.pop(main, None)


class ThreadPool(Mapping):
    def __init__(self, maxsize, hub=None, idle_task_timeout=-1):
        self.maxsize, self._room, self._running = maxsize, Semaphore(maxsize), set()

    def spawn(self, func, *args, **kwargs):
        self._room.acquire()
        made = Greenlet(cooperate, _alone, func, *args, **kwargs)
        self._running.add(made)
        made.rawlink(self._end)
        made.start()
        return made

    def _end(self, made):
        self._running.discard(made)
        self._room.release()

    def __len__(self):
        return len(self._running)

    def join(self):
        for made in list(self._running):
            made.join()

    def kill(self):
        self.join()

    def _apply_immediately(self):
        return False

    def _apply_async_cb_spawn(self, callback, result):
        callback(result)

    def _apply_async_use_greenlet(self):
        return len(self) >= self.maxsize


ThreadResult = AsyncResult


def __getattr__(name):
    if name == 'ThreadPoolExecutor':
        from gevent._executor import ThreadPoolExecutor
        globals()[name] = ThreadPoolExecutor
        return ThreadPoolExecutor
    raise AttributeError(f"module 'gevent.threadpool' has no attribute {name!r}")
