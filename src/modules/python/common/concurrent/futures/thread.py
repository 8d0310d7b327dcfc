"""ThreadPoolExecutor."""
import _thread
import threading
from _thread import _Empty, _Followed
from concurrent.futures._base import BrokenExecutor, Executor, Future, _logger

_shutdown = False
_global_shutdown_lock = threading._quiet_lock()
# The work queues of living workers.
_threads_queues = {}
_executors = 0


def _python_exit():
    global _shutdown
    with _global_shutdown_lock:
        _shutdown = True
    workers = list(_threads_queues.items())
    for _, queue in workers:
        queue.put(None)
    for thread, _ in workers:
        thread.join()  #: 31 t.join()


threading._register_atexit(_python_exit)


class BrokenThreadPool(BrokenExecutor):
    """A worker's initializer failed."""


_BROKEN = 'A thread initializer failed, the thread pool is not usable anymore'


class _Pool:
    """What an executor shares with its workers, who do not keep the executor itself alive."""

    def __init__(self, initializer, initargs):
        self.queue = threading._quiet_queue()
        self.idle = threading._quiet_semaphore(0)
        self.initializer, self.initargs = initializer, initargs
        self.lock = threading._quiet_lock()
        self.shutdown = False
        self.broken = False

    def take(self):
        """The next job, or None if there is none now."""
        try:
            return self.queue.get_nowait()
        except _Empty:
            return None

    def fail(self):
        with self.lock:
            self.broken = _BROKEN
            while not self.queue.empty():
                job = self.queue.get_nowait()
                if job is not None:
                    job.future.set_exception(BrokenThreadPool(_BROKEN))


class _WorkItem:
    def __init__(self, future, fn, args, kwargs):
        self.future = future
        self.fn, self.args, self.kwargs = fn, args, kwargs

    def run(self):
        if not self.future.set_running_or_notify_cancel():  #: 54
            return
        try:
            result = self.fn(*self.args, **self.kwargs)  #: 58
        except BaseException as exc:
            self.future.set_exception(exc)  #: 60
            # The exception's traceback holds this frame.
            self = None
        else:
            self.future.set_result(result)  #: 64


def _worker(pool, used):
    if pool.initializer is not None:
        try:
            pool.initializer(*pool.initargs)  #: 72 initializer(*initargs)
        except BaseException:
            _logger().critical('Exception in initializer:', exc_info=True)  #: 74 _base.LOGGER.critical('Exception in initializer:', exc_info=True)
            pool.fail()
            return
    try:
        while True:
            try:
                item = pool.queue.get_nowait()
            except _Empty:
                pool.idle.release()
                item = pool.queue.get()
            if item is not None:
                used('start-job', 0, item.future._traced)
                item.run()  #: 92 work_item.run()
                del item  #: 94 del «work_item»
                continue
            if _shutdown or pool.shutdown:
                pool.shutdown = True
                # The next worker wants to be told too.
                pool.queue.put(None)
                return
    except BaseException:
        _logger().critical('Exception in worker', exc_info=True)  #: 112 _base.LOGGER.critical('Exception in worker', exc_info=True)
    finally:
        _threads_queues.pop(threading.current_thread(), None)


def _shared(name):
    """A private attribute of executors that programs look at and replace: the pool has it."""
    return property(lambda self: getattr(self._pool, name), lambda self, value: setattr(self._pool, name, value))


class ThreadPoolExecutor(Executor, _Followed):
    """Runs calls in at most `max_workers` threads."""

    def __init__(self, max_workers=None, thread_name_prefix='', initializer=None, initargs=()):
        global _executors
        if max_workers is None:
            import os
            max_workers = min(32, (os.process_cpu_count() or 1) + 4)
        if max_workers <= 0:  #: 146
            raise ValueError("max_workers must be greater than 0")  #: 147
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')  #: 150 raise TypeError("initializer must be a callable")
        self._max_workers = max_workers
        self._pool = _Pool(initializer, initargs)
        self._threads = set()
        if not thread_name_prefix:
            thread_name_prefix = f'ThreadPoolExecutor-{_executors}'
            _executors += 1
        self._thread_name_prefix = thread_name_prefix
        self._trace = _Trace(max_workers)
        self._stands_for(self._trace)

    def submit(self, fn, /, *args, **kwargs):
        pool = self._pool
        with pool.lock, _global_shutdown_lock:
            if pool.broken:
                raise BrokenThreadPool(pool.broken)  #: 167 raise BrokenThreadPool(self._broken)
            if pool.shutdown:
                raise RuntimeError('cannot schedule new futures after shutdown')  #: 170
            if _shutdown:
                raise RuntimeError('cannot schedule new futures after '  #: 172
                                   'interpreter shutdown')  #: 173
            future = Future()
            future._traced, future._condition._of = _thread._job(fn, args, kwargs)
            self._trace._used('add-member', 0, future._traced)
            pool.queue.put(_WorkItem(future, fn, args, kwargs))
            self._adjust_thread_count()
            return future

    def _adjust_thread_count(self):
        """One more worker, unless one is idle or there are enough."""
        if self._pool.idle.acquire(False):
            return
        count = len(self._threads)
        if count < self._max_workers:
            name = f'{self._thread_name_prefix}_{count}'
            thread = threading.Thread(name=name, target=_worker, args=(self._pool, self._trace._used))
            thread.start()
            self._threads.add(thread)
            if thread.is_alive():
                _threads_queues[thread] = self._pool.queue

    def shutdown(self, wait=True, *, cancel_futures=False):
        pool = self._pool
        with pool.lock:
            pool.shutdown = True
            self._trace._used('shutdown')
            if cancel_futures:
                while not pool.queue.empty():
                    job = pool.queue.get_nowait()
                    if job is not None:
                        job.future.cancel()
            pool.queue.put(None)
        if wait:
            for thread in _in_order_of_start(self._threads):
                thread.join()  #: 238 t.join()

    _work_queue, _shutdown, _broken, _shutdown_lock, _idle_semaphore, _initializer, _initargs = map(
        _shared, ('queue', 'shutdown', 'broken', 'lock', 'idle', 'initializer', 'initargs'))

    def __del__(self):
        # Workers of an executor that nobody has any more go home.
        pool = self.__dict__.get('_pool')
        if pool is not None and not pool.shutdown:
            pool.shutdown = True
            pool.queue.put(None)


def _in_order_of_start(threads):
    return sorted(threads, key=lambda thread: thread.ident or 0)


class _Trace(_Followed):
    """The executor in the trace."""

    def __init__(self, max_workers, label='ThreadPoolExecutor'):
        self._created('executor', max_workers, label)
