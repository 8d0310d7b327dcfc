"""structlog and logging."""
import logging

from structlog._base import BoundLoggerBase
from structlog._config import get_logger as _get_logger
from structlog._levels import LEVEL_TO_NAME, NAME_TO_LEVEL, add_log_level
from structlog.exceptions import DropEvent


class BoundLogger(BoundLoggerBase):
    """Hands events to a logger of logging."""

    def _told(self, method_name, event=None, *args, **kw):
        if args:
            kw['positional_args'] = args
        return self._proxy_to_logger(method_name, event, **kw)

    def debug(self, event=None, *args, **kw):
        return self._told('debug', event, *args, **kw)

    def info(self, event=None, *args, **kw):
        return self._told('info', event, *args, **kw)

    def warning(self, event=None, *args, **kw):
        return self._told('warning', event, *args, **kw)

    def error(self, event=None, *args, **kw):
        return self._told('error', event, *args, **kw)

    def critical(self, event=None, *args, **kw):
        return self._told('critical', event, *args, **kw)

    def exception(self, event=None, *args, **kw):
        kw.setdefault('exc_info', True)
        return self._told('exception', event, *args, **kw)

    def log(self, level, event=None, *args, **kw):
        return self._told(LEVEL_TO_NAME[level], event, *args, **kw)

    warn, fatal = warning, critical

    def __getattr__(self, name):
        return getattr(self.__dict__['_logger'], name)


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
