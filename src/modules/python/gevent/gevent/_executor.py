"""An executor of concurrent.futures whose threads are those of gevent's pool."""
import concurrent.futures
from concurrent.futures import _base
from sys import exc_info

from gevent.hub import get_hub
from gevent.monkey import is_module_patched
from gevent.timeout import Timeout


class _FutureProxy:
    """What a thread of the pool comes to, as a future."""

    def __init__(self, asyncresult):
        self.asyncresult = asyncresult

    @property
    def _condition(self):
        # Only where threads are greenlets `wait` and `as_completed` can wait for it before it is done.
        if not is_module_patched('threading') and not self.done():
            raise AttributeError('_condition')
        if '_lock' not in self.__dict__:
            import threading
            self._lock = threading.Condition()
        return self._lock

    @property
    def _waiters(self):
        if '_waiting' not in self.__dict__:
            self._waiting = []
            self.asyncresult.rawlink(self._tell)
        return self._waiting

    def _tell(self, _):
        for waiter in self._waiting:
            (waiter.add_result if self.successful() else waiter.add_exception)(self)

    @property
    def _state(self):
        return _base.FINISHED if self.done() else _base.RUNNING

    def done(self):
        return self.asyncresult.ready()

    def cancel(self):
        return False

    def cancelled(self):
        return False

    def set_running_or_notify_cancel(self):
        pass

    def result(self, timeout=None):
        try:
            return self.asyncresult.get(timeout=timeout)
        except Timeout:
            raise concurrent.futures.TimeoutError()

    def exception(self, timeout=None):
        try:
            self.asyncresult.get(timeout=timeout)
        except Timeout:
            raise concurrent.futures.TimeoutError()
        return self.asyncresult.exception

    def add_done_callback(self, fn):
        def ignoring(_):
            try:
                fn(self)
            except Exception:
                get_hub().handle_error((fn, self), *exc_info())
        if self.done():
            fn(self)
        else:
            self.asyncresult.rawlink(ignoring)

    def rawlink(self, fn):
        self.asyncresult.rawlink(lambda _: fn(self))

    def __getattr__(self, name):
        return getattr(self.asyncresult, name)


class ThreadPoolExecutor(concurrent.futures.ThreadPoolExecutor):
    """Its threads do not cooperate, whatever has been patched."""
    __module__ = 'gevent.threadpool'

    def __init__(self, *args, **kwargs):
        from gevent.threadpool import ThreadPool
        super().__init__(*args, **kwargs)
        self._threadpool = ThreadPool(self._max_workers)

    def submit(self, fn, *args, **kwargs):
        with self._shutdown_lock:
            if self._shutdown:
                raise RuntimeError('cannot schedule new futures after shutdown')
            return _FutureProxy(self._threadpool.spawn(fn, *args, **kwargs))

    def shutdown(self, wait=True, **kwargs):
        super().shutdown(wait, **kwargs)
        if self._threadpool is not None:
            self._threadpool.kill()
        self._threadpool = None

    kill = shutdown

    def _adjust_thread_count(self):
        pass
