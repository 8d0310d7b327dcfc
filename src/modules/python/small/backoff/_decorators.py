"""Decorators: what is called again when it raises, or gives what is not wanted.

The four loops are the package's: its handlers are called where an exception is handled, which they and tracebacks show.
"""
import functools
import logging
import operator
import sys
import time
import traceback
import warnings
from datetime import datetime
from inspect import iscoroutinefunction

from backoff._waits import full_jitter

_logger = logging.getLogger('backoff')
_logger.addHandler(logging.NullHandler())
_logger.setLevel(logging.INFO)


def _value_of(given, *args, **kwargs):
    """What a function gives, or the value itself."""
    if not callable(given):
        return given
    try:
        return given(*args, **kwargs)
    except TypeError:
        return given


def _logged(details, logger, level, message, counted):
    """Logs a wait or the end of trying."""
    error = sys.exc_info()[1]
    came = details['value'] if error is None else traceback.format_exception_only(type(error), error)[-1].rstrip('\n')
    logger.log(level, message, details['target'].__name__, details[counted], came)


_backing_off = functools.partial(_logged, message='Backing off %s(...) for %.1fs (%s)', counted='wait')
_giving_up = functools.partial(_logged, message='Giving up %s(...) after %d tries (%s)', counted='tries')


def _handlers(given, logger=None, level=None, default=None):
    found = []
    if logger is not None:
        assert level is not None, 'Log level is not specified'
        found.append(functools.partial(default, logger=logger, level=level))
    if given is None:
        return found
    return found + (list(given) if hasattr(given, '__iter__') else [given])


async def _awaited(function, *args):
    """What a function or a coroutine function gives."""
    result = function(*args)
    return await result if iscoroutinefunction(function) else result


class _Plan:
    """How a function is called again."""

    def __init__(self, target, wait_gen, max_tries, max_time, jitter, handlers, wait_gen_kwargs):
        self.target, self.wait_gen, self.max_tries, self.max_time = target, wait_gen, max_tries, max_time
        self.jitter, self.wait_gen_kwargs = jitter, wait_gen_kwargs
        self.on_success, self.on_backoff, self.on_giveup = handlers


class _Call:
    """A call of it: how often it has been tried, and since when."""

    def __init__(self, plan, args, kwargs):
        self.plan, self.args, self.kwargs, self.tries = plan, args, kwargs, 0
        self.max_tries, self.max_time = _value_of(plan.max_tries), _value_of(plan.max_time)
        self.start, self.elapsed = datetime.now(), 0.0
        self.waits = plan.wait_gen(**{name: _value_of(value) for name, value in plan.wait_gen_kwargs.items()})
        self.waits.send(None)

    def begin(self):
        self.tries += 1
        self.elapsed = (datetime.now() - self.start).total_seconds()

    def details(self, **more):
        return {'target': self.plan.target, 'args': self.args, 'kwargs': self.kwargs, 'tries': self.tries,
                'elapsed': self.elapsed, **more}

    @property
    def is_last(self):
        return self.tries == self.max_tries or self.max_time is not None and self.elapsed >= self.max_time

    def wait(self, came):
        """How long is waited; StopIteration: no wait is left."""
        value = self.waits.send(came)
        jitter = self.plan.jitter
        try:
            wait = value if jitter is None else jitter(value)
        except TypeError:
            warnings.warn('Nullary jitter function signature is deprecated. Use unary signature accepting a wait value in seconds '
                          'and returning a jittered version of it.', DeprecationWarning, stacklevel=2)
            wait = value + jitter()
        return wait if self.max_time is None else min(wait, self.max_time - self.elapsed)


def _tell(handlers, details):
    for handler in handlers:
        handler(details)


async def _tell_async(handlers, details):
    for handler in handlers:
        await _awaited(handler, details)


def _repeat_by_value(plan, predicate):
    target = plan.target

    if iscoroutinefunction(target):
        from asyncio import sleep

        @functools.wraps(target)
        async def retry(*args, **kwargs):
            call = _Call(plan, args, kwargs)
            while True:
                call.begin()
                value = await target(*args, **kwargs)
                if not predicate(value):
                    await _tell_async(plan.on_success, call.details(value=value))
                    return value
                try:
                    wait = None if call.is_last else call.wait(value)
                except StopIteration:
                    await _tell_async(plan.on_giveup, call.details(value=value))
                    return value
                if wait is None:
                    await _tell_async(plan.on_giveup, call.details(value=value))
                    return value
                await _tell_async(plan.on_backoff, call.details(value=value, wait=wait))
                await sleep(wait)
        return retry

    @functools.wraps(target)
    def retry(*args, **kwargs):
        call = _Call(plan, args, kwargs)
        while True:
            call.begin()
            value = target(*args, **kwargs)
            if not predicate(value):
                _tell(plan.on_success, call.details(value=value))
                return value
            try:
                wait = None if call.is_last else call.wait(value)
            except StopIteration:
                _tell(plan.on_giveup, call.details())
                return value
            if wait is None:
                _tell(plan.on_giveup, call.details(value=value))
                return value
            _tell(plan.on_backoff, call.details(value=value, wait=wait))
            time.sleep(wait)
    return retry


def _repeat_by_exception(plan, exception, giveup, raise_on_giveup):
    target = plan.target

    if iscoroutinefunction(target):
        from asyncio import sleep

        @functools.wraps(target)
        async def retry(*args, **kwargs):
            call = _Call(plan, args, kwargs)
            while True:
                call.begin()
                try:
                    value = await target(*args, **kwargs)
                except exception as error:
                    if await _awaited(giveup, error) or call.is_last:
                        await _tell_async(plan.on_giveup, call.details(exception=error))
                        if raise_on_giveup:
                            raise
                        return None
                    try:
                        wait = call.wait(error)
                    except StopIteration:
                        await _tell_async(plan.on_giveup, call.details(exception=error))
                        raise error
                    await _tell_async(plan.on_backoff, call.details(wait=wait, exception=error))
                    await sleep(wait)
                else:
                    await _tell_async(plan.on_success, call.details())
                    return value
        return retry

    @functools.wraps(target)
    def retry(*args, **kwargs):
        call = _Call(plan, args, kwargs)
        while True:
            call.begin()
            try:
                value = target(*args, **kwargs)
            except exception as error:
                if giveup(error) or call.is_last:
                    _tell(plan.on_giveup, call.details(exception=error))
                    if raise_on_giveup:
                        raise
                    return None
                try:
                    wait = call.wait(error)
                except StopIteration:
                    _tell(plan.on_giveup, call.details(exception=error))
                    raise error
                _tell(plan.on_backoff, call.details(wait=wait, exception=error))
                time.sleep(wait)
            else:
                _tell(plan.on_success, call.details())
                return value
    return retry


def _planned(target, wait_gen, max_tries, max_time, jitter, on_success, on_backoff, on_giveup, logger, levels, wait_gen_kwargs):
    logger = logging.getLogger(logger) if isinstance(logger, str) else logger
    handlers = (_handlers(on_success), _handlers(on_backoff, logger, levels[0], _backing_off),
                _handlers(on_giveup, logger, levels[1], _giving_up))
    return _Plan(target, wait_gen, max_tries, max_time, jitter, handlers, wait_gen_kwargs)


def on_predicate(wait_gen, predicate=operator.not_, *, max_tries=None, max_time=None, jitter=full_jitter, on_success=None,
                 on_backoff=None, on_giveup=None, logger='backoff', backoff_log_level=logging.INFO,
                 giveup_log_level=logging.ERROR, **wait_gen_kwargs):
    """Calls again what gives a value that is not wanted."""
    def decorate(target):
        plan = _planned(target, wait_gen, max_tries, max_time, jitter, on_success, on_backoff, on_giveup, logger,
                        (backoff_log_level, giveup_log_level), wait_gen_kwargs)
        return _repeat_by_value(plan, predicate)
    return decorate


def on_exception(wait_gen, exception, *, max_tries=None, max_time=None, jitter=full_jitter, giveup=lambda e: False,
                 on_success=None, on_backoff=None, on_giveup=None, raise_on_giveup=True, logger='backoff',
                 backoff_log_level=logging.INFO, giveup_log_level=logging.ERROR, **wait_gen_kwargs):
    """Calls again what raises."""
    def decorate(target):
        plan = _planned(target, wait_gen, max_tries, max_time, jitter, on_success, on_backoff, on_giveup, logger,
                        (backoff_log_level, giveup_log_level), wait_gen_kwargs)
        return _repeat_by_exception(plan, exception, giveup, raise_on_giveup)
    return decorate
