"""ProcessPoolExecutor."""
import os
import threading
import traceback
import weakref
from operator import index as _index
import _processes
import _thread
import multiprocessing as mp
from multiprocessing._process import joins_at_exit as _joins_at_exit
from multiprocessing._queues import Pipe, SimpleQueue
from multiprocessing.reduction import dumps as _dumps
from concurrent.futures._base import BrokenExecutor, CancelledError, Executor, Future, _logger
from concurrent.futures.thread import _Followed, _Trace

_joins_at_exit()
EXTRA_QUEUED_CALLS = 1
_threads_wakeups = {}
_global_shutdown = False


def _python_exit():
    global _global_shutdown
    _global_shutdown = True
    items = list(_threads_wakeups.items())
    for _, wake in items:
        wake()
    for thread, _ in items:
        thread.join()


threading._register_atexit(_python_exit)


class _RemoteTraceback(Exception):
    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


class _ExceptionWithTraceback:
    def __init__(self, exc, tb):
        text = ''.join(traceback.format_exception(type(exc), exc, tb))
        self.exc = exc
        self.exc.__traceback__ = None
        self.tb = f'\n"""\n{text}"""'

    def __reduce__(self):
        return _rebuild_exc, (self.exc, self.tb)


def _rebuild_exc(exc, tb):
    exc.__cause__ = _RemoteTraceback(tb)
    return exc


class BrokenProcessPool(BrokenExecutor):
    """A worker ended abruptly."""


class _WorkItem:
    def __init__(self, future, fn, args, kwargs):
        self.future, self.fn, self.args, self.kwargs = future, fn, args, kwargs


def _get_chunks(*iterables, chunksize):
    calls = list(zip(*iterables))
    for at in range(0, len(calls), chunksize):
        yield tuple(calls[at:at + chunksize])


def _process_chunk(fn, chunk):
    return [fn(*args) for args in chunk]  #: 202


def _chain_from_iterable_of_lists(iterable):
    for element in iterable:  #: 623
        element.reverse()
        while element:
            yield element.pop()


def _sendback_result(result_queue, number, failure, result, gone):
    try:
        result_queue.put((number, failure, result, gone))  #: 209 «result_queue.put(_ResultItem(work_id, result=result,⏎                             exception=exception, exit_pid=exit_pid))»
    except BaseException as exc:
        result_queue.put((number, _ExceptionWithTraceback(exc, exc.__traceback__), None, gone))


def _process_worker(call_queue, result_queue, initializer, initargs, max_tasks=None):
    """What a worker does: one call after another."""
    if initializer is not None:
        try:
            initializer(*initargs)  #: 232
        except BaseException:
            _logger().critical('Exception in initializer:', exc_info=True)  #: 234 _base.LOGGER.critical('Exception in initializer:', exc_info=True)
            return
    done = 0
    while True:
        call = call_queue.get()
        if call is None:
            result_queue.put(os.getpid())
            return
        number, fn, args, kwargs = call
        try:
            outcome = fn(*args, **kwargs)  #: 253 r = «call_item.fn(*call_item.args, **call_item.kwargs)»
            message = number, None, outcome
        except BaseException as exc:
            outcome = None
            message = number, _ExceptionWithTraceback(exc, exc.__traceback__), None
        done += 1
        last = max_tasks is not None and done >= max_tasks
        _sendback_result(result_queue, *message, os.getpid() if last else None)
        if last:
            return
        call = fn = args = kwargs = outcome = message = None


class _ExecutorManagerThread(threading.Thread):
    """Takes what workers give, and sees when one is gone."""

    def __init__(self, executor):
        self.pool = executor._pool
        super().__init__()  #: 329

    def run(self):
        pool = self.pool
        while True:
            sentinels = {process._sentinel: process for process in pool.processes.values()}
            ends = [pool.result_queue._reader._reader, pool.wake_reader, *sentinels]
            ready = [ends[at] for at in _processes.wait_any(ends, None)]
            if pool.wake_reader in ready:
                pool.wake_reader.read(65536)
            while pool.result_queue._reader.poll():
                message, cause = self._received()
                if cause is not None:
                    self.broken(cause)
                    return
                self.take(message)
            gone = [end for end in ready if end in sentinels]
            if any(sentinels[end].pid in pool.processes for end in gone):
                self.broken()
                return
            pool.fill()
            if pool.is_over():
                pool.shutdown = True
                if pool.cancel_pending:
                    pool.cancel_all()
                    pool.cancel_pending = False
                if not pool.pending:
                    self.dismiss()
                    return

    def _received(self):  #: in concurrent/futures/process.py wait_result_broken_or_wakeup
        """What a worker gives, or why that cannot be read."""
        try:
            return self.pool.result_queue._reader.recv(), None  #: 424 result_item = «result_reader.recv()»
        except BaseException as exc:
            return None, traceback.format_exception(exc)

    def take(self, message):
        pool = self.pool
        if isinstance(message, int):
            pool.processes.pop(message, None)
            return
        number, exc, result, gone = message
        item = pool.pending.pop(number, None)
        pool.running -= 1
        if item is not None:
            if exc is not None:
                item.future.set_exception(exc)
            else:
                item.future.set_result(result)
        if gone is not None:
            process = pool.processes.pop(gone)
            process.join()
            if not pool.is_over() or pool.pending:
                pool.adjust()
        else:
            pool.idle += 1

    def broken(self, cause=None):
        pool = self.pool
        with pool.lock:
            pool.broken = 'A child process terminated abruptly, the process pool is not usable anymore'
            pool.shutdown = True
        failure = BrokenProcessPool('A process in the process pool was terminated abruptly while the future was '
                                    'running or pending.')
        if cause is not None:
            failure.__cause__ = _RemoteTraceback(f"\n'''\n{''.join(cause)}'''")
        for item in list(pool.pending.values()):
            try:
                item.future.set_exception(failure)
            except Exception:
                pass
        pool.pending.clear()
        for process in pool.processes.values():
            process.terminate()
        for process in list(pool.processes.values()):
            process.join()
        _threads_wakeups.pop(self, None)

    def dismiss(self):
        pool = self.pool
        workers = list(pool.processes.values())
        for _ in workers:
            pool.call_queue._writer._push(_dumps(None))
        for process in workers:
            process.join()
        _threads_wakeups.pop(self, None)


class _Pool:
    """What an executor shares with its thread, which does not keep the executor itself alive."""

    def __init__(self, workers, context, initializer, initargs, max_tasks):
        self.workers, self.context, self.initializer, self.initargs = workers, context, initializer, initargs
        self.max_tasks = max_tasks
        self.lock = threading.Lock()
        self.pending, self.waiting, self.processes = {}, [], {}
        self.running = self.count = self.idle = 0
        self.shutdown = self.broken = self.cancel_pending = self.let_go = False
        self.call_queue, self.result_queue = SimpleQueue(ctx=context), SimpleQueue(ctx=context)
        self.wake_reader, self.wake_writer = _processes.pipe()
        self.executor = None

    def wake(self):
        self.wake_writer.push(b'x')

    def is_over(self):
        return _global_shutdown or self.shutdown or self.executor is not None and self.executor() is None

    def add_process(self):
        process = self.context.Process(target=_process_worker, args=(
            self.call_queue, self.result_queue, self.initializer, self.initargs, self.max_tasks))
        process.start()
        self.processes[process.pid] = process

    def adjust(self):
        """One more worker, unless one is idle or there are enough."""
        if self.idle:
            self.idle -= 1
        elif len(self.processes) < self.workers:
            self.add_process()

    def fill(self):  #: -
        """Hands out calls: one for each worker, and one more."""
        while self.waiting and self.running < self.workers + EXTRA_QUEUED_CALLS:
            number = self.waiting.pop(0)
            item = self.pending[number]
            if not item.future.set_running_or_notify_cancel():
                del self.pending[number]
                continue
            try:
                data = _feed((number, item.fn, item.args, item.kwargs))
            except Exception as exc:
                text = ''.join(traceback.format_exception(type(exc), exc, exc.__traceback__))
                exc.__cause__ = _RemoteTraceback(f'\n"""\n{text}"""')
                del self.pending[number]
                item.future.set_exception(exc)
                continue
            self.running += 1
            self.call_queue._writer._push(data)

    def cancel_all(self):
        for number in list(self.waiting):
            self.pending.pop(number).future.cancel()
        self.waiting.clear()


def _feed(task):  #: in multiprocessing/queues.py
    return _dumps(task)  #: 262 obj = «_ForkingPickler.dumps(obj)»


class ProcessPoolExecutor(Executor, _Followed):  #: in concurrent/futures/process.py
    """Runs calls in at most `max_workers` processes."""

    _broken = property(lambda self: self._pool.broken)

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        if max_workers is None:
            max_workers = os.process_cpu_count() or 1
        elif max_workers <= 0:  #: 665 if «max_workers <= 0»:
            raise ValueError('max_workers must be greater than 0')  #: 666 raise ValueError("max_workers must be greater than 0")
        if mp_context is None:
            mp_context = mp.get_context('spawn') if max_tasks_per_child is not None else mp.get_context()
        self._mp_context = mp_context
        self._dynamic = mp_context.get_start_method(allow_none=False) != 'fork'  #: 683 «self._mp_context.get_start_method»(allow_none=False) != "fork")
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')  #: 686 raise TypeError("initializer must be a callable")
        if max_tasks_per_child is not None:
            if not isinstance(max_tasks_per_child, int):
                raise TypeError('max_tasks_per_child must be an integer')  #: 692 raise TypeError("max_tasks_per_child must be an integer")
            if max_tasks_per_child <= 0:
                raise ValueError('max_tasks_per_child must be >= 1')  #: 694 raise ValueError("max_tasks_per_child must be >= 1")
            if mp_context.get_start_method(allow_none=False) == 'fork':
                raise ValueError("max_tasks_per_child is incompatible with the 'fork' multiprocessing start method; "
                                 'supply a different mp_context.')
        # A queue of so many calls has a semaphore.
        self._max_workers = _index(max_workers)
        self._pool = _Pool(max_workers, mp_context, initializer, initargs, max_tasks_per_child)
        self._pool.executor = weakref.ref(self)
        self._executor_manager_thread = None
        self._trace = _Trace(max_workers, 'ProcessPoolExecutor')
        self._stands_for(self._trace)

    @property
    def _processes(self):
        # Who has shut it down has let go of them.
        return None if self._pool.let_go else self._pool.processes

    def _start(self):
        pool = self._pool
        if self._executor_manager_thread is None:
            if not self._dynamic:
                for _ in range(self._max_workers):
                    pool.add_process()
            self._executor_manager_thread = thread = _ExecutorManagerThread(self)
            thread.start()
            _threads_wakeups[thread] = pool.wake

    def submit(self, fn, /, *args, **kwargs):
        pool = self._pool
        with pool.lock:
            if pool.broken:
                raise BrokenProcessPool(pool.broken)  #: 794 raise BrokenProcessPool(self._broken)
            if pool.shutdown:
                raise RuntimeError('cannot schedule new futures after shutdown')  #: 796
            if _global_shutdown:
                raise RuntimeError('cannot schedule new futures after interpreter shutdown')
            future = Future()
            future._traced, future._condition._of = _thread._job(fn, args, kwargs)
            self._trace._used('add-member', 0, future._traced)
            pool.pending[pool.count] = _WorkItem(future, fn, args, kwargs)
            pool.waiting.append(pool.count)
            pool.count += 1
            if self._dynamic:
                pool.adjust()
            self._start()
            pool.wake()
            return future

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        if chunksize < 1:
            raise ValueError('chunksize must be >= 1.')  #: 838 raise ValueError("chunksize must be >= 1.")
        import functools
        results = super().map(functools.partial(_process_chunk, fn), _get_chunks(*iterables, chunksize=chunksize),
                              timeout=timeout)
        return _chain_from_iterable_of_lists(results)  #: 843

    def shutdown(self, wait=True, *, cancel_futures=False):
        pool = self._pool
        with pool.lock:
            pool.cancel_pending = cancel_futures
            pool.shutdown = pool.let_go = True
            self._trace._used('shutdown')
            if self._executor_manager_thread is not None:
                pool.wake()
        if self._executor_manager_thread is not None and wait:
            self._executor_manager_thread.join()

    def __del__(self):
        pool = self.__dict__.get('_pool')
        if pool is not None and self.__dict__.get('_executor_manager_thread') is not None:
            pool.wake()
