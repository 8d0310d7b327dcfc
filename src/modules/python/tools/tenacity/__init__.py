"""Tries again what has failed, after a wait, until it is enough."""
import functools
import sys
import threading
import time
from abc import ABC, abstractmethod
from concurrent import futures

from tenacity import _utils
from tenacity.after import after_log, after_nothing
from tenacity.before import before_log, before_nothing
from tenacity.before_sleep import before_sleep_log, before_sleep_nothing
from tenacity.nap import sleep, sleep_using_event
from tenacity.retry import *
from tenacity.retry import retry_base
from tenacity.stop import *
from tenacity.stop import stop_base
from tenacity.wait import *
from tenacity.wait import wait_base

NO_RESULT = object()


class TryAgain(Exception):
    """Always tried again."""


class RetryError(Exception):
    """It was enough."""

    def __init__(self, last_attempt):
        self.last_attempt = last_attempt
        super().__init__(last_attempt)

    def reraise(self):
        if not self.last_attempt.failed:
            raise self
        error = self.last_attempt.exception()
        cause = isinstance(error, TryAgain) and (error.__cause__ or error.__context__)
        if cause:
            raise cause from None
        raise self.last_attempt.result()

    def __str__(self):
        return f'{type(self).__name__}[{self.last_attempt}]'


class DoSleep(float):
    pass


class DoAttempt:
    pass


class BaseAction:
    REPR_FIELDS, NAME = (), None

    def __repr__(self):
        return f'{type(self).__name__}({", ".join(f"{field}={getattr(self, field)!r}" for field in self.REPR_FIELDS)})'


class RetryAction(BaseAction):
    REPR_FIELDS, NAME = ('sleep',), 'retry'

    def __init__(self, sleep):
        self.sleep = float(sleep)


class Future(futures.Future):
    """What an attempt came to."""

    def __init__(self, attempt_number):
        super().__init__()
        self.attempt_number = attempt_number

    @property
    def failed(self):
        return self.exception() is not None

    @classmethod
    def construct(cls, attempt_number, value, has_exception):
        future = cls(attempt_number)
        if has_exception:
            future.set_exception(value)
        else:
            future.set_result(value)
        return future


class RetryCallState:
    """How far a call has come."""

    def __init__(self, retry_object, fn, args, kwargs):
        self.start_time = time.monotonic()
        self.retry_object, self.fn, self.args, self.kwargs = retry_object, fn, args, kwargs
        self.attempt_number, self.idle_for, self.upcoming_sleep = 1, 0.0, 0.0
        self.outcome = self.outcome_timestamp = self.next_action = None

    def get_fn_name(self):
        return str(self.retry_object) if self.fn is None else _utils.get_callback_name(self.fn)

    @property
    def seconds_since_start(self):
        return None if self.outcome_timestamp is None else self.outcome_timestamp - self.start_time

    def prepare_for_next_attempt(self):
        self.outcome = self.outcome_timestamp = self.next_action = None
        self.attempt_number += 1

    def set_result(self, val):
        self.outcome_timestamp, self.outcome = time.monotonic(), Future.construct(self.attempt_number, val, False)

    def set_exception(self, exc_info):
        self.outcome_timestamp, self.outcome = time.monotonic(), Future.construct(self.attempt_number, exc_info[1], True)

    def __repr__(self):
        if self.outcome is None:
            result = 'none yet'
        elif self.outcome.failed:
            error = self.outcome.exception()
            result = f'failed ({type(error).__name__} {error})'
        else:
            result = f'returned {self.outcome.result()}'
        slept = float(round(self.idle_for, 2))
        return f'<{type(self).__name__} {id(self)}: attempt #{self.attempt_number}; slept for {slept}; last result: {result}>'


class AttemptManager:
    """One attempt, as a block."""

    def __init__(self, retry_state):
        self.retry_state = retry_state

    def __enter__(self):
        pass

    def __exit__(self, kind, error, tb):
        if error is not None:
            self.retry_state.set_exception((kind, error, tb))
            return True
        self.retry_state.set_result(None)

    async def __aenter__(self):
        pass

    async def __aexit__(self, *error):
        return self.__exit__(*error)


_OPTIONS = ('sleep', 'stop', 'wait', 'retry', 'before', 'after', 'before_sleep', 'reraise', 'retry_error_cls', 'retry_error_callback', 'name',
            'enabled')


def _kept(option):
    return '_name' if option == 'name' else option


class BaseRetrying(ABC):
    """When to try again, and how long to wait before."""

    def __init__(self, sleep=sleep, stop=stop_never, wait=None, retry=retry_if_exception_type(), before=before_nothing,
                 after=after_nothing, before_sleep=None, reraise=False, retry_error_cls=RetryError, retry_error_callback=None, name=None,
                 enabled=True):
        given = locals()
        for option in _OPTIONS:
            setattr(self, _kept(option), given[option])
        if wait is None or wait == 0:
            self.wait = wait_none()
        self._local = threading.local()

    def copy(self, **changes):
        return type(self)(**{option: getattr(self, _kept(option)) for option in _OPTIONS} | changes)

    @abstractmethod
    def __call__(self, fn, *args, **kwargs):
        pass

    def __getstate__(self):
        return {name: value for name, value in self.__dict__.items() if name != '_local'}

    def __setstate__(self, state):
        self.__dict__.update(state, _local=threading.local())

    def __str__(self):
        return '<unknown>' if self._name is None else self._name

    def __repr__(self):
        return (f'<{type(self).__name__} object at 0x{id(self):x} (stop={self.stop}, wait={self.wait}, sleep={self.sleep}, retry={self.retry}, '
                f'before={self.before}, after={self.after}, name={self._name!r})>')

    @property
    def statistics(self):
        if not hasattr(self._local, 'statistics'):
            self._local.statistics = {}
        return self._local.statistics

    def begin(self):
        self.statistics.clear()
        self.statistics.update(start_time=time.monotonic(), attempt_number=1, idle_for=0, delay_since_first_attempt=0)

    def _plan(self, state):
        """Yields functions to be called with the state, and is sent what they give; returns what is to be done."""
        outcome = state.outcome
        if outcome is None:
            if self.before is not None:
                yield self.before
            return DoAttempt()
        again = outcome.failed and isinstance(outcome.exception(), TryAgain) or (yield self.retry)
        if not again:
            return outcome.result()
        if self.after is not None:
            yield self.after
        state.upcoming_sleep = yield self.wait
        self.statistics['delay_since_first_attempt'] = state.seconds_since_start
        if (yield self.stop):
            if self.retry_error_callback:
                return (yield self.retry_error_callback)
            error = self.retry_error_cls(outcome)
            if self.reraise:
                error.reraise()
            raise error from outcome.exception()
        state.next_action = RetryAction(state.upcoming_sleep)
        state.idle_for += state.upcoming_sleep
        self.statistics['idle_for'] += state.upcoming_sleep
        self.statistics['attempt_number'] += 1
        if self.before_sleep is not None:
            yield self.before_sleep
        return DoSleep(state.upcoming_sleep)

    def iter(self, retry_state):
        plan, value = self._plan(retry_state), None
        try:
            while True:
                value = plan.send(value)(retry_state)
        except StopIteration as end:
            return end.value

    def __iter__(self):
        state = RetryCallState(self, fn=None, args=(), kwargs={})
        if not self.enabled:
            yield AttemptManager(state)
            if state.outcome is not None and state.outcome.failed:
                raise state.outcome.exception()
            return
        self.begin()
        while True:
            do = self.iter(state)
            if isinstance(do, DoAttempt):
                yield AttemptManager(state)
            elif isinstance(do, DoSleep):
                state.prepare_for_next_attempt()
                self.sleep(do)
            else:
                break

    def wraps(self, f):
        same = functools.wraps(f, functools.WRAPPER_ASSIGNMENTS + ('__defaults__', '__kwdefaults__'))
        if self._is_async(f):
            @same
            async def wrapped_f(*args, **kw):
                return await self._call_copy(wrapped_f, f, args, kw)
        else:
            @same
            def wrapped_f(*args, **kw):
                return self._call_copy(wrapped_f, f, args, kw)
        wrapped_f.retry, wrapped_f.statistics = self, {}
        wrapped_f.retry_with = lambda *args, **kwargs: self.copy(*args, **kwargs).wraps(f)
        return wrapped_f

    def _is_async(self, f):
        return False

    def _call_copy(self, wrapped, f, args, kw):
        if not self.enabled:
            return f(*args, **kw)
        copy = self.copy()
        wrapped.statistics.clear()
        copy._local.statistics = self._local.statistics = wrapped.statistics
        return copy(f, *args, **kw)


class Retrying(BaseRetrying):
    def __call__(self, fn, *args, **kwargs):
        if not self.enabled:
            return fn(*args, **kwargs)
        self.begin()
        state = RetryCallState(self, fn, args, kwargs)
        while True:
            do = self.iter(state)
            if isinstance(do, DoAttempt):
                try:
                    result = fn(*args, **kwargs)
                except BaseException:
                    state.set_exception(sys.exc_info())
                else:
                    state.set_result(result)
            elif isinstance(do, DoSleep):
                state.prepare_for_next_attempt()
                self.sleep(do)
            else:
                return do


from tenacity.asyncio import AsyncRetrying


def retry(*args, **options):
    if len(args) == 1 and callable(args[0]):
        return retry()(args[0])

    def wrap(f):
        if isinstance(f, retry_base):
            from warnings import warn
            name = type(f).__name__
            warn(f'Got retry_base instance ({name}) as callable argument, this will probably hang indefinitely (did you mean retry={name}(...)?)',
                 stacklevel=2)
        kind = AsyncRetrying if any(map(_utils.is_coroutine_callable, (f, options.get('sleep')))) else Retrying
        return kind(*args, **options).wraps(f)

    return wrap


__all__ = ['NO_RESULT', 'AsyncRetrying', 'AttemptManager', 'BaseAction', 'BaseRetrying', 'DoAttempt', 'DoSleep', 'Future', 'RetryAction',
           'RetryCallState', 'RetryError', 'Retrying', 'TryAgain', 'after_log', 'after_nothing', 'before_log',
           'before_nothing', 'before_sleep_log', 'before_sleep_nothing', 'retry', 'sleep', 'sleep_using_event',
           *(name for name in dict(globals()) if name.startswith(('retry_', 'stop_', 'wait_')))]
