"""What is done with an event one after the other, until it is text."""
import enum
import json
import os
import threading
import time
from datetime import datetime, timezone

from structlog._frames import calling_frame, exc_info_of, format_exception, format_stack
from structlog._levels import NAME_TO_LEVEL, add_log_level
from structlog.contextvars import _ASYNC_CALLING_THREAD

__all__ = ['CallsiteParameter', 'CallsiteParameterAdder', 'EventRenamer', 'ExceptionPrettyPrinter', 'ExceptionRenderer', 'JSONRenderer',
           'KeyValueRenderer', 'LogfmtRenderer', 'NAME_TO_LEVEL', 'StackInfoRenderer', 'TimeStamper', 'UnicodeDecoder', 'add_log_level',
           'UnicodeEncoder', 'dict_tracebacks', 'format_exc_info']


class _Ordered:
    """Puts the items of an event into an order."""

    def __init__(self, sort_keys, key_order, drop_missing):
        self.sort_keys, self.key_order, self.drop_missing = sort_keys, key_order or (), drop_missing

    def items(self, event):
        first = []
        for key in self.key_order:
            value = event.pop(key, None)
            if value is not None or not self.drop_missing:
                first.append((key, value))
        return first + (sorted(event.items()) if self.sort_keys else list(event.items()))


class KeyValueRenderer:
    """key='value' and so on."""

    def __init__(self, sort_keys=False, key_order=None, drop_missing=False, repr_native_str=True):
        self._order, self._plain = _Ordered(sort_keys, key_order, drop_missing), repr_native_str is not True

    def __call__(self, _, __, event_dict):
        return ' '.join([f'{key}={value if self._plain and isinstance(value, str) else repr(value)}'
                         for key, value in self._order.items(event_dict)])


class LogfmtRenderer:
    """key=value and so on, quoted where that is needed."""

    def __init__(self, sort_keys=False, key_order=None, drop_missing=False, bool_as_flag=True):
        self._order, self.bool_as_flag = _Ordered(sort_keys, key_order, drop_missing), bool_as_flag

    def __call__(self, _, __, event_dict):
        return ' '.join([self._written(key, value) for key, value in self._order.items(event_dict)])

    def _written(self, key, value):
        if any(character <= ' ' for character in key):
            raise ValueError(f'Invalid key: "{key}"')
        if value is None:
            return f'{key}='
        if isinstance(value, bool):
            if self.bool_as_flag and value:
                return key
            value = str(value).lower()
        value = str(value)
        quoted = any(sign in value for sign in ' ="')
        if quoted:
            value = value.replace('\\', '\\\\')
        value = value.replace('"', '\\"').replace('\n', '\\n')
        return f'{key}="{value}"' if quoted else f'{key}={value}'


def _json_fallback(value):
    try:
        return value.__structlog__()
    except AttributeError:
        return repr(value)


class JSONRenderer:
    """JSON."""

    def __init__(self, serializer=json.dumps, **dumps_kw):
        self._dumps, self._dumps_kw = serializer, {'default': _json_fallback, **dumps_kw}

    def __call__(self, logger, name, event_dict):
        return self._dumps(event_dict, **self._dumps_kw)


class UnicodeDecoder:
    """Strings of bytes."""

    def __init__(self, encoding='utf-8', errors='replace'):
        self._encoding, self._errors = encoding, errors

    def __call__(self, logger, name, event_dict):
        for key, value in event_dict.items():
            if isinstance(value, bytes):
                event_dict[key] = value.decode(self._encoding, self._errors)
        return event_dict


class UnicodeEncoder:
    """Bytes of strings."""

    def __init__(self, encoding='utf-8', errors='backslashreplace'):
        self._encoding, self._errors = encoding, errors

    def __call__(self, logger, name, event_dict):
        for key, value in event_dict.items():
            if isinstance(value, str):
                event_dict[key] = value.encode(self._encoding, self._errors)
        return event_dict


class ExceptionRenderer:
    """A traceback as text, in the place of `exc_info`."""

    def __init__(self, exception_formatter=format_exception):
        self.format_exception = exception_formatter

    def __call__(self, logger, name, event_dict):
        exc_info = exc_info_of(event_dict.pop('exc_info', None))
        if exc_info:
            event_dict['exception'] = self.format_exception(exc_info)
        return event_dict


format_exc_info = ExceptionRenderer()


def __getattr__(name):
    if name != 'dict_tracebacks':
        raise AttributeError(f"module 'structlog.processors' has no attribute {name!r}")
    global dict_tracebacks
    from structlog.tracebacks import ExceptionDictTransformer
    dict_tracebacks = ExceptionRenderer(ExceptionDictTransformer())
    return dict_tracebacks


class ExceptionPrettyPrinter:
    """Prints tracebacks at once."""

    def __init__(self, file=None, exception_formatter=format_exception):
        import sys
        self._file, self.format_exception = file or sys.stdout, exception_formatter

    def __call__(self, logger, name, event_dict):
        told = event_dict.pop('exception', None)
        if told is None:
            exc_info = exc_info_of(event_dict.pop('exc_info', None))
            told = self.format_exception(exc_info) if exc_info else None
        if told:
            print(told, file=self._file)
        return event_dict


class TimeStamper:
    """The time."""
    __slots__ = 'fmt', 'utc', 'key'

    def __init__(self, fmt=None, utc=True, key='timestamp'):
        if fmt is None and not utc:
            raise ValueError('UNIX timestamps are always UTC.')
        self.fmt, self.utc, self.key = fmt, utc, key

    def __call__(self, logger, name, event_dict):
        event_dict[self.key] = self._told()
        return event_dict

    def _told(self):
        if self.fmt is None:
            return time.time()
        now = datetime.now(tz=timezone.utc) if self.utc else datetime.now()
        if self.fmt.upper() == 'ISO':
            return now.isoformat().replace('+00:00', 'Z') if self.utc else now.isoformat()
        return (now if self.utc else now.astimezone()).strftime(self.fmt)


class MaybeTimeStamper:
    """The time, unless it is told."""
    __slots__ = ('stamper',)

    def __init__(self, fmt=None, utc=True, key='timestamp'):
        self.stamper = TimeStamper(fmt, utc, key)

    def __call__(self, logger, name, event_dict):
        return event_dict if self.stamper.key in event_dict else self.stamper(logger, name, event_dict)


class StackInfoRenderer:
    """The calls under way, where `stack_info` asks for them."""
    __slots__ = ('_ignored',)

    def __init__(self, additional_ignores=None):
        self._ignored = additional_ignores or ()

    def __call__(self, logger, name, event_dict):
        if event_dict.pop('stack_info', None):
            event_dict['stack'] = format_stack(calling_frame(self._ignored)[0])
        return event_dict


class CallsiteParameter(enum.Enum):
    """What can be told of who logs."""
    PATHNAME = 'pathname'
    FILENAME = 'filename'
    MODULE = 'module'
    QUAL_MODULE = 'qual_module'
    FUNC_NAME = 'func_name'
    QUAL_NAME = 'qual_name'
    LINENO = 'lineno'
    THREAD = 'thread'
    THREAD_NAME = 'thread_name'
    PROCESS = 'process'
    PROCESS_NAME = 'process_name'


def _thread():
    return _ASYNC_CALLING_THREAD.get((threading.get_ident(), threading.current_thread().name))


def _process_name():
    import sys
    module = sys.modules.get('multiprocessing')
    return 'n/a' if module is None else module.current_process().name


_TOLD = {
    CallsiteParameter.PATHNAME: lambda module, frame: frame.f_code.co_filename,
    CallsiteParameter.FILENAME: lambda module, frame: os.path.basename(frame.f_code.co_filename),
    CallsiteParameter.MODULE: lambda module, frame: os.path.splitext(os.path.basename(frame.f_code.co_filename))[0],
    CallsiteParameter.QUAL_MODULE: lambda module, frame: module,
    CallsiteParameter.FUNC_NAME: lambda module, frame: frame.f_code.co_name,
    CallsiteParameter.QUAL_NAME: lambda module, frame: frame.f_code.co_qualname,
    CallsiteParameter.LINENO: lambda module, frame: frame.f_lineno,
    CallsiteParameter.THREAD: lambda module, frame: _thread()[0],
    CallsiteParameter.THREAD_NAME: lambda module, frame: _thread()[1],
    CallsiteParameter.PROCESS: lambda module, frame: os.getpid(),
    CallsiteParameter.PROCESS_NAME: lambda module, frame: _process_name(),
}


class CallsiteParameterAdder:
    """Who logs."""

    def __init__(self, parameters=None, additional_ignores=None):
        self._ignored = ['logging', *(additional_ignores or ())]
        self._parameters = [CallsiteParameter(one) for one in (set(CallsiteParameter) if parameters is None else parameters)]

    def __call__(self, logger, name, event_dict):
        frame, module = calling_frame(self._ignored)
        for parameter in self._parameters:
            event_dict[parameter.value] = _TOLD[parameter](module, frame)
        return event_dict


class EventRenamer:
    """Another name for the event."""

    def __init__(self, to, replace_by=None):
        self.to, self.replace_by = to, replace_by

    def __call__(self, logger, name, event_dict):
        event_dict[self.to] = event_dict.pop('event')
        if self.replace_by is not None:
            other = event_dict.pop(self.replace_by, None)
            if other is not None:
                event_dict['event'] = other
        return event_dict
