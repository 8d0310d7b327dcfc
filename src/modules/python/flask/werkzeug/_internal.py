"""Helpers of several parts."""
import logging
import re
from datetime import timezone
from functools import cache


class Missing:
    def __repr__(self):
        return 'no value'

    def __reduce__(self):
        return '_missing'


_missing = Missing()


def _wsgi_decoding_dance(s):
    return s.encode('latin1').decode(errors='replace')


def _wsgi_encoding_dance(s):
    return s.encode().decode('latin1')


def _get_environ(obj):
    found = getattr(obj, 'environ', obj)
    assert isinstance(found, dict), f'{type(obj).__name__!r} is not a WSGI environment (has to be a dict)'
    return found


def _has_level_handler(logger):
    """Whether somebody takes what the logger lets through."""
    level = logger.getEffectiveLevel()
    while logger:
        if any(handler.level <= level for handler in logger.handlers):
            return True
        if not logger.propagate:
            return False
        logger = logger.parent
    return False


class _ColorStreamHandler(logging.StreamHandler):
    """Leaves colours out where no terminal shows them."""

    def format(self, record):
        text = super().format(record)
        return text if self.stream.isatty() else re.sub(r'\x1b\[\d+m', '', text)


@cache
def _own_logger():
    """The logger; it speaks even where nobody has set it up."""
    found = logging.getLogger('werkzeug')
    found.setLevel(found.level or logging.INFO)
    for handler in () if _has_level_handler(found) else (_ColorStreamHandler(),):
        found.addHandler(handler)
    return found


def _log(type, message, *args, **kwargs):
    getattr(_own_logger(), type)(message.rstrip(), *args, **kwargs)


def _dt_as_utc(dt):
    if dt is None:
        return None
    return dt.replace(tzinfo=timezone.utc) if dt.tzinfo is None else dt.astimezone(timezone.utc)


_PLAIN_INT = re.compile('-?[0-9]+', re.A)


def _plain_int(value):
    value = value.strip(' \t')
    if not _PLAIN_INT.fullmatch(value):
        raise ValueError
    return int(value)


class header_property:
    """An attribute that stands for a header (or a key of an environment)."""

    def __init__(self, name, default=None, load_func=None, dump_func=None, read_only=None, doc=None):
        self.name, self.default, self.load_func, self.dump_func, self.read_only, self.__doc__ = name, default, load_func, dump_func, read_only, doc

    def lookup(self, obj):
        return obj.headers

    def __get__(self, instance, owner):
        if instance is None:
            return self
        found = self.lookup(instance)
        if self.name not in found:
            return self.default
        value = found[self.name]
        if self.load_func is None:
            return value
        try:
            return self.load_func(value)
        except (ValueError, TypeError):
            return self.default

    def __set__(self, instance, value):
        if self.read_only:
            raise AttributeError('read only property')
        self.lookup(instance)[self.name] = value if self.dump_func is None else self.dump_func(value)

    def __delete__(self, instance):
        if self.read_only:
            raise AttributeError('read only property')
        self.lookup(instance).pop(self.name, None)


class environ_property(header_property):
    def __init__(self, name, default=None, load_func=None, dump_func=None, read_only=True, doc=None):
        super().__init__(name, default, load_func, dump_func, read_only, doc)

    def lookup(self, obj):
        return obj.environ
