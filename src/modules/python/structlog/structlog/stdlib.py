"""structlog and logging."""
import logging
import sys
from operator import attrgetter

from structlog._base import BoundLoggerBase
from structlog._config import get_logger as _get_logger
from structlog._levels import LEVEL_TO_NAME, NAME_TO_LEVEL, add_log_level
from structlog._native import _in_thread
from structlog.exceptions import DropEvent


class BoundLogger(BoundLoggerBase):
    """Hands events to a logger of logging."""

    def _proxy_to_logger(self, method_name, event=None, *event_args, **event_kw):
        if event_args:
            event_kw['positional_args'] = event_args
        return super()._proxy_to_logger(method_name, event=event, **event_kw)

    def exception(self, event=None, *args, **kw):
        kw.setdefault('exc_info', True)
        return self._proxy_to_logger('exception', event, *args, **kw)

    def log(self, level, event=None, *args, **kw):
        return self._proxy_to_logger(LEVEL_TO_NAME[level], event, *args, **kw)

    async def aexception(self, event, *args, **kw):
        if kw.get('exc_info', True) is True and kw.get('exception') is None:
            kw['exc_info'] = sys.exc_info()
        await _in_thread(lambda: self.exception(event, *args, **kw), sys._getframe().f_back)

    async def alog(self, level, event, *args, **kw):
        await _in_thread(lambda: self.log(level, event, *args, **kw), sys._getframe().f_back)

    def is_enabled_for(self, level):
        return self._logger.isEnabledFor(level)

    def get_effective_level(self):
        return self._logger.getEffectiveLevel()


class AsyncBoundLogger:
    """A bound logger whose methods are awaited."""
    __slots__ = ('_loop', 'sync_bl')
    _executor, _bound_logger_factory = None, BoundLogger

    def __init__(self, logger, processors, context, *, _sync_bl=None, _loop=None):
        from asyncio import get_running_loop
        self.sync_bl = _sync_bl or self._bound_logger_factory(logger=logger, processors=processors, context=context)
        self._loop = _loop if _sync_bl else get_running_loop()

    @property
    def _context(self):
        return self.sync_bl._context

    def _with(self, bound):
        return type(self)(None, (), {}, _sync_bl=bound, _loop=self._loop)

    def bind(self, **new_values):
        return self._with(self.sync_bl.bind(**new_values))

    def new(self, **new_values):
        return self._with(self.sync_bl.new(**new_values))

    def unbind(self, *keys):
        return self._with(self.sync_bl.unbind(*keys))

    def try_unbind(self, *keys):
        return self._with(self.sync_bl.try_unbind(*keys))

    async def exception(self, event, *args, **kw):
        told = kw.pop('exc_info', None)
        kw['exc_info'] = sys.exc_info() if told is None and kw.get('exception') is None else told
        await _in_thread(lambda: self.sync_bl.exception(event, *args, **kw), sys._getframe().f_back, self._executor)

    async def log(self, level, event, *args, **kw):
        await _in_thread(lambda: self.sync_bl.log(level, event, *args, **kw), sys._getframe().f_back, self._executor)


def _put(cls, name, method):
    method.__name__, method.__qualname__ = name, f'{cls.__name__}.{name}'
    setattr(cls, name, method)


def _methods(name, told):
    """What tells an event: at once, in a thread, and by a logger whose methods are awaited."""
    def method(self, event=None, *args, **kw):
        return self._proxy_to_logger(told, event, *args, **kw)

    async def amethod(self, event, *args, **kw):
        await _in_thread(lambda: getattr(self, told)(event, *args, **kw), sys._getframe().f_back)

    async def awaited(self, event, *args, **kw):
        await _in_thread(lambda: getattr(self.sync_bl, told)(event, *args, **kw), sys._getframe().f_back, self._executor)

    _put(BoundLogger, name, method)
    if name != 'warn':
        _put(BoundLogger, f'a{name}', amethod)
    _put(AsyncBoundLogger, name, awaited)


def _handed_on(name):
    def method(self, *args, **kw):
        return getattr(self._logger, name)(*args, **kw)
    _put(BoundLogger, name, method)


for _name, _told in {'debug': 'debug', 'info': 'info', 'warning': 'warning', 'warn': 'warning', 'error': 'error',
                     'critical': 'critical', 'fatal': 'critical'}.items():
    _methods(_name, _told)
BoundLogger.warn = BoundLogger.warning
for _name in ('setLevel findCaller makeRecord handle addHandler removeHandler hasHandlers callHandlers getEffectiveLevel '
              'isEnabledFor getChild').split():
    _handed_on(_name)
for _name in 'name level parent propagate handlers disabled'.split():
    setattr(BoundLogger, _name, property(attrgetter(f'_logger.{_name}')))


class LoggerFactory:
    """Makes loggers of logging, by the module that asks."""

    def __init__(self, ignore_frame_names=None):
        self._ignored = ignore_frame_names or ()

    def __call__(self, *args):
        if args:
            return logging.getLogger(args[0])
        from structlog._frames import calling_frame
        return logging.getLogger(calling_frame(self._ignored)[1])


class PositionalArgumentsFormatter:
    """Fills positional arguments into the event."""

    def __init__(self, remove_positional_args=True):
        self.remove_positional_args = remove_positional_args

    def __call__(self, _, __, event_dict):
        args = event_dict.get('positional_args')
        if args:
            event_dict['event'] %= args[0] if len(args) == 1 and isinstance(args[0], dict) and args[0] else args
        if self.remove_positional_args and args is not None:
            del event_dict['positional_args']
        return event_dict


def filter_by_level(logger, method_name, event_dict):
    """Drops events that the logger does not tell."""
    if logger.isEnabledFor(NAME_TO_LEVEL[method_name]):
        return event_dict
    raise DropEvent


def add_logger_name(logger, method_name, event_dict):
    """The logger's name."""
    record = event_dict.get('_record')
    event_dict['logger'] = logger.name if record is None else record.name
    return event_dict


def add_log_level_number(logger, method_name, event_dict):
    event_dict['level_number'] = NAME_TO_LEVEL[method_name]
    return event_dict


def render_to_log_kwargs(_, __, event_dict):
    """The event as a message, and the rest as `extra`."""
    kept = ('exc_info', 'stack_info', 'stacklevel')
    message = event_dict.pop('event')
    return (message,), {'extra': event_dict, **{key: event_dict.pop(key) for key in kept if key in event_dict}}


def get_logger(*args, **initial_values):
    return _get_logger(*args, **initial_values)


class ProcessorFormatter(logging.Formatter):
    """Renders records of logging by processors of structlog."""

    def __init__(self, processor=None, processors=(), foreign_pre_chain=None, keep_exc_info=False, keep_stack_info=False, logger=None,
                 pass_foreign_args=False, use_get_message=True, *args, **kwargs):
        super().__init__(*args, fmt=kwargs.pop('fmt', '%(message)s'), **kwargs)
        if processor is not None and processors:
            raise TypeError('The `processor` and `processors` arguments are mutually exclusive.')
        self.processors = list(processors) or [self.remove_processors_meta, processor]
        self.foreign_pre_chain, self.keep_exc_info, self.keep_stack_info = foreign_pre_chain, keep_exc_info, keep_stack_info
        self.logger, self.pass_foreign_args = logger, pass_foreign_args

    def format(self, record):
        import copy
        record = copy.copy(record)
        logger, name = getattr(record, '_logger', self.logger), getattr(record, '_name', None)
        if isinstance(record.msg, dict) and name is not None:
            told = {**record.msg, '_record': record, '_from_structlog': True}
        else:
            logger, name = self.logger, record.levelname.lower()
            told = {'event': record.getMessage(), '_record': record, '_from_structlog': False}
            record.args = ()
            if record.exc_info:
                told['exc_info'] = record.exc_info
            if record.stack_info:
                told['stack_info'] = record.stack_info
            for processor in self.foreign_pre_chain or ():
                told = processor(logger, name, told)
        if not self.keep_exc_info:
            record.exc_text = record.exc_info = None
        if not self.keep_stack_info:
            record.stack_info = None
        for processor in self.processors:
            told = processor(logger, name, told)
        record.msg = told
        return super().format(record)

    @staticmethod
    def wrap_for_formatter(logger, name, event_dict):
        return (event_dict,), {'extra': {'_logger': logger, '_name': name}}

    @staticmethod
    def remove_processors_meta(_, __, event_dict):
        del event_dict['_record']
        del event_dict['_from_structlog']
        return event_dict
