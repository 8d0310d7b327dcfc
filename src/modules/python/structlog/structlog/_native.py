"""Loggers that tell what has a level of at least so much."""
import collections.abc
import contextvars
import sys
import threading

from structlog._base import BoundLoggerBase
from structlog._levels import LEVEL_TO_NAME, NAME_TO_LEVEL
from structlog.contextvars import _ASYNC_CALLING_STACK, _ASYNC_CALLING_THREAD


def _filled(event, args):
    if not args:
        return event
    return event % (args[0] if len(args) == 1 and isinstance(args[0], collections.abc.Mapping) and args[0] else args)


def _nop(self, event, *args, **kw):
    return None


async def _anop(self, event, *args, **kw):
    return None


async def _in_thread(function, frame, executor=None):
    """What a function gives in a thread, which knows who has called."""
    from asyncio import get_running_loop
    thread = _ASYNC_CALLING_THREAD.set((threading.get_ident(), threading.current_thread().name))
    stack = _ASYNC_CALLING_STACK.set(frame)
    context = contextvars.copy_context()
    try:
        return await get_running_loop().run_in_executor(executor, lambda: context.run(function))
    finally:
        _ASYNC_CALLING_STACK.reset(stack)
        _ASYNC_CALLING_THREAD.reset(thread)


def exception(self, event, *args, **kw):
    kw.setdefault('exc_info', True)
    return self.error(event, *args, **kw)


async def aexception(self, event, *args, **kw):
    if kw.get('exc_info', True) is True:
        kw['exc_info'] = sys.exc_info()
    return await _in_thread(lambda: self.error(event, *args, **kw), sys._getframe().f_back)


def _methods(level, least):
    if level < least:
        return _nop, _anop
    name = LEVEL_TO_NAME[level]

    def method(self, event, *args, **kw):
        return self._proxy_to_logger(name, _filled(event, args), **kw)

    async def amethod(self, event, *args, **kw):
        event = _filled(event, args)
        await _in_thread(lambda: self._proxy_to_logger(name, event, **kw), sys._getframe().f_back)

    method.__name__, amethod.__name__ = name, f'a{name}'
    return method, amethod


def _made(least):
    def log(self, level, event, *args, **kw):
        return self._proxy_to_logger(LEVEL_TO_NAME[level], _filled(event, args), **kw) if level >= least else None

    async def alog(self, level, event, *args, **kw):
        if level >= least:
            event = _filled(event, args)
            return await _in_thread(lambda: self._proxy_to_logger(LEVEL_TO_NAME[level], event, **kw), sys._getframe().f_back)

    body = {'log': log, 'alog': alog, 'exception': exception, 'aexception': aexception,
            'is_enabled_for': lambda self, level: level >= least, 'get_effective_level': lambda self: least}
    for level, name in LEVEL_TO_NAME.items():
        body[name], body[f'a{name}'] = _methods(level, least)
    for name, other in {'fatal': 'critical', 'warn': 'warning', 'msg': 'info'}.items():
        body[name], body[f'a{name}'] = body[other], body[f'a{other}']
    return type(f'BoundLoggerFilteringAt{LEVEL_TO_NAME.get(least, "Notset").capitalize()}', (BoundLoggerBase,), body)


_classes = {}


def make_filtering_bound_logger(min_level):
    """The class of loggers that tell what has a level of at least so much."""
    level = NAME_TO_LEVEL[min_level.lower()] if isinstance(min_level, str) else min_level
    if level not in (0, *LEVEL_TO_NAME):
        raise KeyError(level)
    if level not in _classes:
        _classes[level] = _made(level)
    return _classes[level]
