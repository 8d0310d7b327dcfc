"""Pools of processes, and of threads with the same interface."""
import itertools
import os
import queue
import threading
import time as _time
import traceback
import _processes
import _thread
from multiprocessing import TimeoutError, get_context, util
from multiprocessing._queues import Pipe, SimpleQueue
from multiprocessing.reduction import dumps as _dumps

__all__ = ['Pool', 'ThreadPool']
INIT, RUN, CLOSE, TERMINATE = 'INIT', 'RUN', 'CLOSE', 'TERMINATE'


class RemoteTraceback(Exception):
    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


class ExceptionWithTraceback:
    def __init__(self, exc, tb):
        self.exc, self.tb = exc, f'\n"""\n{"".join(traceback.format_exception(type(exc), exc, tb))}"""'

    def __reduce__(self):
        return rebuild_exc, (self.exc, self.tb)


def rebuild_exc(exc, tb):
    exc.__cause__ = RemoteTraceback(tb)
    return exc


class MaybeEncodingError(Exception):
    """A result could not be sent."""

    def __init__(self, exc, value):
        self.exc, self.value = repr(exc), repr(value)
        super().__init__(self.exc, self.value)

    def __str__(self):
        return f"Error sending result: '{self.value}'. Reason: '{self.exc}'"

    def __repr__(self):
        return f'<{type(self).__name__}: {self}>'


def mapstar(args):
    return list(map(*args))  #: 48


def _helper_reraises_exception(ex):
    raise ex  #: 144


def starmapstar(args):
    return list(itertools.starmap(args[0], args[1]))  #: 51


def worker(inqueue, outqueue, initializer=None, initargs=(), maxtasks=None, wrap_exception=True):
    """What a worker does: one task after another."""
    if initializer is not None:
        initializer(*initargs)
    done = 0
    while maxtasks is None or done < maxtasks:
        try:
            task = inqueue.get()
        except (EOFError, OSError):
            break
        if task is None:
            break
        job, at, function, args, kwargs = task
        try:
            result = True, function(*args, **kwargs)  #: 125 result = (True, «func(*args, **kwds)»)
        except Exception as exc:
            if wrap_exception and function is not _helper_reraises_exception:
                exc = ExceptionWithTraceback(exc, exc.__traceback__)
            result = False, exc
        try:
            outqueue.put((job, at, result))
        except Exception as exc:
            outqueue.put((job, at, (False, MaybeEncodingError(exc, result[1]))))
        task = job = result = function = args = kwargs = None
        done += 1
    outqueue.put((None, os.getpid(), None))


class _Numbers:
    jobs = 0

    @classmethod
    def next(cls):
        cls.jobs += 1
        return cls.jobs - 1


class ApplyResult:
    """A result to come."""

    def __init__(self, pool, callback=None, error_callback=None):
        self._pool, self._event = pool, threading.Event()
        self._job = _Numbers.next()
        self._callback, self._error_callback = callback, error_callback
        pool._cache[self._job] = self

    __class_getitem__ = classmethod(type(list[int]))

    def ready(self):
        return self._event.is_set()

    def successful(self):
        if not self.ready():  #: 760
            raise ValueError(f'{self!r} not ready')  #: 761 raise ValueError("{0!r} not ready".format(self))
        _thread._job_seen(~self._job)
        return self._success

    def wait(self, timeout=None):
        self._event.wait(timeout)  #: 765

    def get(self, timeout=None):
        self.wait(timeout)  #: 768
        if not self.ready():  #: 769
            raise TimeoutError  #: 770
        if self._success:
            return self._value
        _thread._job_seen(~self._job)
        raise self._value  #: 774

    def _set(self, at, result):
        self._success, self._value = result
        if self._callback and self._success:
            self._callback(self._value)  #: 779
        if self._error_callback and not self._success:
            self._error_callback(self._value)  #: 781
        self._finish()

    def _finish(self):
        _thread._job_ended(~self._job, None if self._success or self._error_callback else self._value)
        del self._pool._cache[self._job]
        self._event.set()
        self._pool = None


AsyncResult = ApplyResult


class MapResult(ApplyResult):
    def __init__(self, pool, chunksize, length, callback, error_callback=None):
        super().__init__(pool, callback, error_callback)
        self._success, self._value, self._chunksize = True, [None] * length, chunksize
        self._left = 0
        if not chunksize <= 0:  #: 802 if «chunksize <= 0»:
            self._left = length // chunksize + bool(length % chunksize)
        if not self._left:
            self._event.set()
            del pool._cache[self._job]

    def _set(self, at, result):
        self._left -= 1
        success, value = result
        if success and self._success:
            self._value[at * self._chunksize:(at + 1) * self._chunksize] = value
        elif not success and self._success:
            self._success, self._value = False, value
        if self._left:
            return
        if self._callback and self._success:
            self._callback(self._value)  #: 816
        if self._error_callback and not self._success:
            self._error_callback(self._value)  #: 828
        self._finish()


class IMapIterator:
    """Results in the order of the tasks, as they come."""

    def __init__(self, pool):
        self._pool, self._cond, self._job = pool, threading.Condition(threading.Lock()), _Numbers.next()
        self._items, self._early, self._index, self._length = [], {}, 0, None
        pool._cache[self._job] = self

    def __iter__(self):
        return self

    def next(self, timeout=None):
        with self._cond:
            if not self._items:
                if self._index == self._length:
                    raise StopIteration  #: 860 raise StopIteration from None
                self._cond.wait(timeout)  #: 861
                if not self._items:
                    if self._index == self._length:
                        raise StopIteration  #: 867 raise StopIteration from None
                    raise TimeoutError  #: 868 raise TimeoutError from None
            success, value = self._items.pop(0)
        if success:
            return value
        raise value  #: 873

    __next__ = next

    def _add(self, result):
        self._items.append(result)
        self._index += 1

    def _set(self, at, result):
        with self._cond:
            if at == self._index:
                self._add(result)
                while self._index in self._early:
                    self._add(self._early.pop(self._index))
                self._cond.notify()
            else:
                self._early[at] = result
            self._check_end()

    def _check_end(self):
        if self._index == self._length:
            self._pool._cache.pop(self._job, None)
            self._pool = None

    def _set_length(self, length):
        with self._cond:
            self._length = length
            if self._index == length:
                self._cond.notify()
                self._check_end()


class IMapUnorderedIterator(IMapIterator):
    """Results as they come."""

    def _set(self, at, result):
        with self._cond:
            self._add(result)
            self._cond.notify()
            self._check_end()


class Pool:
    """Processes that take tasks in turn."""
    _wrap_exception = True

    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None, context=None):
        self._pool, self._state = [], INIT
        self._ctx = context or get_context()
        self._cache = {}
        self._maxtasksperchild, self._initializer, self._initargs = maxtasksperchild, initializer, initargs
        if processes is None:
            processes = os.process_cpu_count() or 1
        if processes < 1:  #: 204
            raise ValueError("Number of processes must be at least 1")  #: 205
        if maxtasksperchild is not None and (not isinstance(maxtasksperchild, int) or maxtasksperchild <= 0):
            raise ValueError('maxtasksperchild must be a positive int or None')  #: 208 raise ValueError("maxtasksperchild must be a positive int or None")
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')  #: 211
        self._processes = processes
        self._setup_queues()  #: 191
        try:
            self._repopulate_pool()  #: 215
        except Exception:
            for process in self._pool:
                if process.exitcode is None:
                    process.terminate()
            for process in self._pool:
                process.join()
            raise
        # Three threads serve a pool; the first two of them have nothing to do here.
        for name in '_handle_workers', '_handle_tasks':
            threading._new_name(f'Thread-%d ({name})')
        self._result_handler = threading.Thread(target=self._handle_results)
        self._result_handler.daemon = True
        self._result_handler._state = RUN
        self._result_handler.start()
        self._state = RUN
        self._terminate = util.Finalize(None, self._terminate_pool, exitpriority=15)

    def _setup_queues(self):
        self._inqueue, self._outqueue = SimpleQueue(ctx=self._ctx), SimpleQueue(ctx=self._ctx)
        self._quick_get = self._outqueue._reader.recv

    def _send(self, task):  #: in multiprocessing/connection.py send
        self._inqueue._writer._push(_dumps(task))  #: 206 self._send_bytes(«_ForkingPickler.dumps(obj)»)

    def Process(self, *args, **kwargs):  #: in multiprocessing/pool.py
        return self._ctx.Process(*args, **kwargs)

    def _repopulate_pool(self):
        return self._add_workers()  #: 306 return «self._repopulate_pool_static(self._ctx, self.Process,⏎                                    self._processes,⏎                                    self._pool, self._inqueue,⏎                                    self._outqueue, self._initializer,⏎                                    self._initargs,⏎                                    self._maxtasksperchild,⏎                                    self._wrap_exception)»

    def _add_workers(self):  #: in multiprocessing/pool.py _repopulate_pool_static
        while len(self._pool) < self._processes:
            process = self._new_worker()
            process.start()  #: 329 w.start()
            self._pool.append(process)

    def _new_worker(self):  #: in multiprocessing/pool.py
        process = self.Process(target=worker, args=(self._inqueue, self._outqueue, self._initializer, self._initargs,
                                                    self._maxtasksperchild, self._wrap_exception))
        process.name = process.name.replace('Process', 'PoolWorker')
        process.daemon = True
        return process

    def _handle_results(self):  #: in multiprocessing/pool.py
        while True:
            try:
                job, at, result = self._quick_get()  #: 579 task = «get()»
            except (EOFError, OSError):
                return
            if job is None:
                # A worker has gone.
                if at is None or self._worker_gone(at):
                    return
                continue
            try:
                self._cache[job]._set(at, result)  #: 595 cache[job]._set(i, obj)
            except KeyError:
                # Also one that the callback raised.
                pass
            if self._state == CLOSE and not self._cache:
                self._dismiss()
            # Until the next one comes nothing holds this one.
            result = None

    def _worker_gone(self, pid):
        """Whether it was the last one."""
        for process in [process for process in self._pool if process.pid == pid]:
            process.join()
            if self._state == RUN or self._cache and self._state == CLOSE:
                self._pool.remove(process)
                self._add_workers()
        return self._state != RUN and not any(process.is_alive() for process in self._pool)

    def _dismiss(self):
        for _ in self._pool:
            self._send(None)
        self._state = TERMINATE if self._state == TERMINATE else 'DISMISSED'

    def __del__(self):
        if self._state == RUN:
            import warnings
            warnings.warn(f'unclosed running multiprocessing pool {self!r}', ResourceWarning, source=self)

    def __repr__(self):
        state = CLOSE if self._state == 'DISMISSED' else self._state
        return f'<multiprocessing.pool.{type(self).__name__} state={state} pool_size={len(self._pool)}>'

    def __reduce__(self):
        raise NotImplementedError('pool objects cannot be passed between processes or pickled')  #: 643 raise NotImplementedError(⏎      'pool objects cannot be passed between processes or pickled'⏎      )

    def _check_running(self):
        if self._state != RUN:
            raise ValueError("Pool not running")  #: 353

    def _submit(self, result, at, function, args, kwargs={}):  #: in multiprocessing/pool.py _handle_tasks
        try:
            self._send((result._job, at, function, args, kwargs))  #: 540 put(task)
        except Exception as exc:
            result._set(at, (False, exc))

    def apply(self, func, args=(), kwds={}):
        return self.apply_async(func, args, kwds).get()  #: 360

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        self._check_running()  #: 458
        result = ApplyResult(self, callback, error_callback)
        _thread._job_handed(~result._job, func, args, kwds)
        # What they are is seen where the function is called.
        self._submit(result, 0, func, args, kwds)
        return result

    def map(self, func, iterable, chunksize=None):
        return self._map_async(func, iterable, mapstar, chunksize).get()  #: 367

    def starmap(self, func, iterable, chunksize=None):
        return self._map_async(func, iterable, starmapstar, chunksize).get()  #: 375

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._map_async(func, iterable, mapstar, chunksize, callback, error_callback)  #: 468 return «self._map_async(func, iterable, mapstar, chunksize, callback,⏎    error_callback)»

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._map_async(func, iterable, starmapstar, chunksize, callback, error_callback)  #: 382 return «self._map_async(func, iterable, starmapstar, chunksize,⏎                       callback, error_callback)»

    def _map_async(self, func, iterable, mapper, chunksize=None, callback=None, error_callback=None):
        self._check_running()  #: 476
        items = iterable if hasattr(iterable, '__len__') else list(iterable)  #: 478 iterable = «list(iterable)»
        items = list(items)
        if chunksize is None:
            chunksize, extra = divmod(len(items), len(self._pool) * 4)
            chunksize += bool(extra)
        if not items:
            chunksize = 0
        result = MapResult(self, chunksize, len(items), callback, error_callback)  #: 488 result = «MapResult(self, chunksize, len(iterable), callback,⏎                   error_callback=error_callback)»
        _thread._job_handed(~result._job, func, (), {})
        for number, at in enumerate(range(0, len(items), chunksize or 1)):
            self._submit(result, number, mapper, ((func, tuple(items[at:at + chunksize])),))
        return result

    def imap(self, func, iterable, chunksize=1):
        self._check_running()  #: 400
        if chunksize < 1:  #: 410
            raise ValueError(f'Chunksize must be 1+, not {chunksize:n}')  #: 411 raise ValueError(⏎    "Chunksize must be 1+, not {0:n}".format(⏎        chunksize))
        return self._imap(IMapIterator, func, iterable, chunksize)

    def imap_unordered(self, func, iterable, chunksize=1):
        self._check_running()  #: 429
        if chunksize < 1:  #: 439
            raise ValueError(f'Chunksize must be 1+, not {chunksize!r}')  #: 440 raise ValueError(⏎    "Chunksize must be 1+, not {0!r}".format(chunksize))
        return self._imap(IMapUnorderedIterator, func, iterable, chunksize)

    def _imap(self, kind, func, iterable, chunksize):
        result, number = kind(self), 0
        try:
            items = iter(iterable)
            while chunk := tuple(itertools.islice(items, chunksize)):
                if chunksize == 1:
                    self._submit(result, number, func, chunk)
                else:
                    self._submit(result, number, mapstar, ((func, chunk),))
                number += 1
        except Exception as exc:
            # It comes as the last result.
            self._submit(result, number, _helper_reraises_exception, (exc,))
            number += 1
        result._set_length(number)
        return result if chunksize == 1 else (item for chunk in result for item in chunk)

    def close(self):
        if self._state == RUN:
            self._state = CLOSE
            if not self._cache:
                self._dismiss()

    def terminate(self):
        self._state = TERMINATE
        self._terminate()  #: 657

    def _terminate_pool(self):
        self._state = TERMINATE
        if self._cache and not self._result_handler.is_alive():
            raise AssertionError('Cannot have cache with result_handler not alive')  #: 698 raise AssertionError(⏎    "Cannot have cache with result_handler not alive")
        self._end_workers()

    def _end_workers(self):  #: -
        for process in self._pool:
            if process.exitcode is None:
                process.terminate()
        for process in self._pool:
            process.join()
        self._outqueue._writer._push(_dumps((None, None, None)))
        if threading.current_thread() is not self._result_handler:
            self._result_handler.join()

    def join(self):
        if self._state == RUN:
            raise ValueError('Pool is still running')  #: 662 raise ValueError("Pool is still running")
        if self._state not in (CLOSE, TERMINATE, 'DISMISSED'):
            raise ValueError('In unknown state')  #: 664 raise ValueError("In unknown state")
        self._result_handler.join()  #: 667
        for process in self._pool:
            process.join()

    def __enter__(self):
        self._check_running()  #: 735
        return self

    def __exit__(self, *exc):
        self.terminate()  #: 739


class ThreadPool(Pool):
    """The same with threads."""
    _wrap_exception = False

    def __init__(self, processes=None, initializer=None, initargs=()):
        Pool.__init__(self, processes, initializer, initargs)  #: 930

    def _setup_queues(self):
        self._inqueue, self._outqueue = queue.SimpleQueue(), queue.SimpleQueue()
        self._quick_get = self._outqueue.get

    def _send(self, task):
        self._inqueue.put(task)

    def Process(self, *args, **kwargs):
        from multiprocessing.dummy import Process
        return Process(*args, **kwargs)

    def _worker_gone(self, pid):
        return self._state != RUN and not self._cache

    def _end_workers(self):
        for _ in self._pool:
            self._inqueue.put(None)
        self._outqueue.put((None, None, None))
