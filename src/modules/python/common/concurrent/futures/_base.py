"""Futures of calls that run in other threads, and waiting for several of them."""
import _thread
import threading
from collections import namedtuple
from time import monotonic as _time

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'

PENDING = 'PENDING'
RUNNING = 'RUNNING'
CANCELLED = 'CANCELLED'
CANCELLED_AND_NOTIFIED = 'CANCELLED_AND_NOTIFIED'
FINISHED = 'FINISHED'

_CANCELLED = (CANCELLED, CANCELLED_AND_NOTIFIED)
_DONE = (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED)
_NOTIFIED = (CANCELLED_AND_NOTIFIED, FINISHED)

TimeoutError = TimeoutError


def _logger():
    import logging
    return logging.getLogger('concurrent.futures')


class Error(Exception):
    """The base of these exceptions."""


class CancelledError(Error):
    """The Future was cancelled."""


class InvalidStateError(Error):
    """The operation is not allowed in this state."""


class BrokenExecutor(RuntimeError):
    """The executor cannot be used any more."""


for _class in (CancelledError, InvalidStateError):
    _class.__module__ = 'concurrent.futures._base'


class Future:
    """The result of a call that runs in another thread."""
    _traced = 0

    def __init__(self):
        self._condition = threading._condition(_thread._part_rlock(), 'job', 0)
        self._state = PENDING
        self._result = self._exception = None
        self._waiters = []
        self._done_callbacks = []
        # Sets of futures iterate in the order of creation.
        self._number = _thread._next_number()

    __class_getitem__ = classmethod(type(list[int]))

    def __hash__(self):
        return self._number

    def __repr__(self):
        with self._condition:
            state = self._state
            words = f'{type(self).__name__} at {id(self):#x} state={"cancelled" if state in _CANCELLED else state.lower()}'
            if state == FINISHED:
                if _seen(self):
                    return f'<{words} raised {type(self._exception).__name__}>'
                return f'<{words} returned {type(self._result).__name__}>'
            return f'<{words}>'

    def _invoke_callbacks(self):
        for callback in self._done_callbacks:
            try:
                callback(self)  #: 340
            except Exception:
                _logger().exception('exception calling callback for %r', self)  #: 342 LOGGER.exception('exception calling callback for %r', self)

    def cancel(self):
        """Cancels it unless it runs or is done; whether it is cancelled now."""
        with self._condition:
            if self._state in _CANCELLED:
                return True
            if self._state != PENDING:
                _thread._job_seen(self._traced)
                return False
            self._state = CANCELLED
            if self._traced:
                _thread._job_done(self._traced, 'cancelled', None)
            self._condition.notify_all()
        self._invoke_callbacks()  #: 380
        return True

    def cancelled(self):
        with self._condition:
            return self._state in _CANCELLED

    def running(self):
        with self._condition:
            return self._state == RUNNING

    def done(self):
        with self._condition:
            return self._state in _DONE

    def add_done_callback(self, fn):
        """Has `fn` called with the future when it is done: by the thread that does it, or at once."""
        with self._condition:
            if self._state not in _DONE:
                self._done_callbacks.append(fn)
                return
        try:
            fn(self)  #: 424
        except Exception:
            _logger().exception('exception calling callback for %r', self)  #: 426 LOGGER.exception('exception calling callback for %r', self)

    def result(self, timeout=None):
        """The call's result, or its exception raised here; waits for it."""
        try:
            with self._condition:
                if self._state in _CANCELLED:
                    raise CancelledError()  #: 447
                if self._state == FINISHED:
                    return self.__get_result()  #: 449
                self._condition.wait(timeout)  #: 451
                if self._state in _CANCELLED:
                    raise CancelledError()  #: 454
                if self._state == FINISHED:
                    return self.__get_result()  #: 456
                _thread._job_seen(self._traced)
                raise TimeoutError()  #: 458
        finally:
            # The exception's traceback holds this frame.
            self = None

    def __get_result(self):
        try:
            if self._exception:
                _seen(self)
                raise self._exception  #: 401
            return self._result
        finally:
            self = None

    def exception(self, timeout=None):
        """The exception that the call raised, or None; waits for it."""
        with self._condition:
            if self._state in _CANCELLED:
                raise CancelledError()  #: 483
            if self._state == FINISHED:
                return _seen(self)
            self._condition.wait(timeout)  #: 487
            if self._state in _CANCELLED:
                raise CancelledError()  #: 490
            if self._state == FINISHED:
                return _seen(self)
            _thread._job_seen(self._traced)
            raise TimeoutError()  #: 494

    # For executors.

    def set_running_or_notify_cancel(self):
        """The call begins: True. It was cancelled: False, and those who wait are told."""
        with self._condition:
            if self._state == CANCELLED:
                self._state = CANCELLED_AND_NOTIFIED
                for waiter in self._waiters:
                    waiter.add(self, 'cancelled')
                return False
            if self._state == PENDING:
                self._state = RUNNING
                return True
            _logger().critical('Future %s in unexpected state: %s', id(self), self._state)  #: 532 LOGGER.critical('Future %s in unexpected state: %s',⏎                                id(self),⏎                                self._state)
            raise RuntimeError('Future in unexpected state')  #: 535

    def _finish(self, how, value):
        self._state = FINISHED
        if self._traced:
            _thread._job_done(self._traced, how, value)
        for waiter in self._waiters:
            waiter.add(self, how)
        self._condition.notify_all()

    def set_result(self, result):
        with self._condition:
            if self._state in _DONE:
                raise InvalidStateError('{}: {!r}'.format(self._state, self))  #: 544
            self._result = result
            self._finish('result', result)
        self._invoke_callbacks()  #: 550

    def set_exception(self, exception):
        with self._condition:
            if self._state in _DONE:
                raise InvalidStateError('{}: {!r}'.format(self._state, self))  #: 559
            self._exception = exception
            self._finish('exception' if exception is not None else 'result', exception)
        self._invoke_callbacks()  #: 565


def _seen(future):
    """Its exception, which the program knows from now on."""
    if future._exception is not None:
        _thread._job_seen(future._traced)
    return future._exception


class _Waiter:
    """Those who wait for several futures: told of each, they are woken when there are enough."""

    def __init__(self, within, missing, at_exception=False):
        self.event = threading._private_event(within)
        self.finished = []
        self.missing = missing
        self.at_exception = at_exception

    def add(self, future, how):
        self.finished.append(future)
        self.missing -= 1
        if self.missing <= 0 or self.at_exception and how == 'exception':
            self.event.set()


def _in_order(futures):  #: in concurrent/futures/_base.py __enter__
    for future in futures:
        # What is no future is refused by this name.
        future._condition  #: 149 «future._condition».acquire()
    return sorted(futures, key=lambda future: future._number)


class _Futures(set):
    """A set that iterates in the order of its members' creation."""

    def __iter__(self):
        return iter(sorted(set.__iter__(self), key=lambda future: future._number))

    def pop(self):
        for first in self:
            self.remove(first)
            return first
        raise KeyError('pop from an empty set')

    def __repr__(self):
        return '{' + ', '.join(map(repr, self)) + '}' if self else 'set()'


_Futures.__name__ = _Futures.__qualname__ = 'set'
_Futures.__module__ = 'builtins'


def as_completed(fs, timeout=None):
    """The futures, each as it is done."""
    if timeout is not None:
        end = timeout + _time()  #: 218 end_time = «timeout + time.monotonic()»
    fs = set(fs)  #: 220
    futures = _in_order(fs)  #: 222 with «_AcquireFutures(fs)»:
    total = len(futures)
    waiter = _Waiter('as_completed', 0)
    ready = [future for future in futures if future._state in _NOTIFIED]
    left = {future for future in futures if future._state not in _NOTIFIED}
    for future in left:
        future._waiters.append(waiter)
    future = None
    futures.clear()
    fs.clear()
    try:
        while ready:
            yield ready.pop()
        while left:
            remaining = None
            if timeout is not None:
                remaining = end - _time()
                if remaining < threading._OVER and not waiter.finished:
                    raise TimeoutError(f'{len(left)} (of {total}) futures unfinished')  #: 239 raise TimeoutError(⏎        '%d (of %d) futures unfinished' % (⏎        len(pending), total_futures))
            if not waiter.finished:
                waiter.event.wait(remaining)  #: 243 waiter.event.wait(wait_timeout)
            ready, waiter.finished = waiter.finished, []
            waiter.event.clear()
            ready.reverse()
            while ready:
                left.remove(ready[-1])
                yield ready.pop()
    finally:
        for future in left:
            future._waiters.remove(waiter)


DoneAndNotDoneFutures = namedtuple('DoneAndNotDoneFutures', 'done not_done')


def _no_such_condition(return_when):  #: in concurrent/futures/_base.py _create_and_install_waiters
    raise ValueError(f'Invalid return condition: {return_when!r}')  #: 169 raise ValueError("Invalid return condition: %r" % return_when)


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Waits for the futures; gives those that are done and the others."""
    fs = set(fs)  #: 288
    futures = _in_order(fs)  #: 289 with «_AcquireFutures(fs)»:
    done = [future for future in futures if future._state in _NOTIFIED]
    left = [future for future in futures if future._state not in _NOTIFIED]

    def answer():
        return DoneAndNotDoneFutures(_Futures(done), _Futures(fs.difference(done)))

    if return_when == FIRST_COMPLETED and done or not left:
        return answer()
    if return_when == FIRST_EXCEPTION and any(not f.cancelled() and f.exception() is not None for f in done):
        return answer()
    if return_when == FIRST_COMPLETED:
        waiter = _Waiter('wait', 1)
    elif return_when in (FIRST_EXCEPTION, ALL_COMPLETED):
        waiter = _Waiter('wait', len(left), at_exception=return_when == FIRST_EXCEPTION)
    else:
        _no_such_condition(return_when)  #: 303 waiter = «_create_and_install_waiters(fs, return_when)»
    for future in left:
        future._waiters.append(waiter)
    waiter.event.wait(timeout)  #: 305
    for future in left:
        future._waiters.remove(waiter)
    done.extend(waiter.finished)
    return answer()


def _result_or_cancel(fut, timeout=None):
    try:
        return fut.result(timeout)  #: 317
    finally:
        fut.cancel()
        del fut


class Executor:
    """What runs calls elsewhere."""

    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()  #: 581

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """As map(fn, *iterables), with the calls running side by side."""
        if timeout is not None:
            end = timeout + _time()  #: 606 end_time = «timeout + time.monotonic()»
        fs = [self.submit(fn, *args) for args in zip(*iterables)]  #: 608

        def result_iterator():
            try:
                fs.reverse()
                while fs:
                    if timeout is None:
                        yield _result_or_cancel(fs.pop())  #: 619
                    else:
                        yield _result_or_cancel(fs.pop(), end - _time())  #: 621 yield «_result_or_cancel(fs.pop(), end_time - time.monotonic())»
            finally:
                for future in fs:
                    future.cancel()
        return result_iterator()

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)  #: 647
        return False
