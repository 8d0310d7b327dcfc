"""Where to connect, and how."""
import ast
import copy
import numbers
import ssl
from urllib.parse import parse_qs, unquote, urlparse

from pika import credentials as _credentials
from pika import validators

MAX_CHANNELS = 65535


class SSLOptions:
    __slots__ = 'context', 'server_hostname'

    def __init__(self, context, server_hostname=None):
        if not isinstance(context, ssl.SSLContext):
            raise TypeError(f'context must be of ssl.SSLContext type, but got {context!r}')
        self.context, self.server_hostname = context, server_hostname


def _seconds(name, value):
    if value is None:
        return None
    if not isinstance(value, numbers.Real):
        raise TypeError(f'{name} must be a float or int, but got {value!r}')
    if value <= 0:
        raise ValueError(f'{name} must be > 0, but got {value!r}')
    return float(value)


def _text(name, value):
    validators.require_string(value, name)
    return value


def _blocked(name, value):
    if value is not None:
        if not isinstance(value, numbers.Real):
            raise TypeError(f'{name} must be a Real number, but got {value!r}')
        if value < 0:
            raise ValueError(f'{name} must be >= 0, but got {value!r}')
    return value


def _channel_max(name, value):
    if not isinstance(value, numbers.Integral):
        raise TypeError(f'{name} must be an int, but got {value!r}')
    if not 1 <= value <= MAX_CHANNELS:
        raise ValueError(f'{name} must be <= {MAX_CHANNELS} and > 0, but got {value!r}')
    return value


def _table(name, value):
    if not isinstance(value, (dict, type(None))):
        raise TypeError(f'{name} must be {"dict" if name == "client_properties" else "a dict"} or None, but got {value!r}')
    return copy.deepcopy(value)


def _attempts(name, value):
    if not isinstance(value, numbers.Integral):
        raise TypeError(f'{name} must be an int')
    if value < 1:
        raise ValueError(f'{name} must be > 0, but got {value!r}')
    return value


def _who(name, value):
    if not isinstance(value, tuple(_credentials.VALID_TYPES)):
        raise TypeError(f'{name} must be an object of type: {_credentials.VALID_TYPES!r}, but got {value!r}')
    return copy.deepcopy(value)


def _frame_max(name, value):
    if not isinstance(value, numbers.Integral):
        raise TypeError(f'{name} must be an int, but got {value!r}')
    if value < 4096:
        raise ValueError(f'Min AMQP 0.9.1 Frame Size is 4096, but got {value!r}')
    if value > 131072:
        raise ValueError(f'Max AMQP 0.9.1 Frame Size is 131072, but got {value!r}')
    return value


def _heartbeat(name, value):
    if value is not None and not callable(value):
        if not isinstance(value, numbers.Integral):
            raise TypeError(f'{name} must be an int or a callable function, but got {value!r}')
        if value < 0:
            raise ValueError(f'{name} must >= 0, but got {value!r}')
    return value


def _port(name, value):
    try:
        return int(value)
    except (TypeError, ValueError):
        raise TypeError(f'{name} must be an int, but got {value!r}')


def _delay(name, value):
    if not isinstance(value, numbers.Real):
        raise TypeError(f'{name} must be a float or int, but got {value!r}')
    return value


def _ssl(name, value):
    if not isinstance(value, (SSLOptions, type(None))):
        raise TypeError(f'{name} must be None or SSLOptions but got {value!r}')
    return value


# By name: its check and what it is by default.
_KNOWN = {
    'blocked_connection_timeout': (_blocked, None), 'channel_max': (_channel_max, MAX_CHANNELS), 'client_properties': (_table, None),
    'connection_attempts': (_attempts, 1), 'credentials': (_who, _credentials.PlainCredentials('guest', 'guest')),
    'frame_max': (_frame_max, 131072), 'heartbeat': (_heartbeat, None), 'host': (_text, 'localhost'), 'locale': (_text, 'en_US'),
    'retry_delay': (_delay, 2.0), 'socket_timeout': (_seconds, 10.0), 'stack_timeout': (_seconds, 15.0), 'ssl_options': (_ssl, None),
    'port': (_port, 5672), 'virtual_host': (_text, '/'), 'tcp_options': (_table, None)}
_IN_URLS = {'blocked_connection_timeout': float, 'channel_max': int, 'client_properties': ast.literal_eval, 'connection_attempts': int,
            'frame_max': int, 'heartbeat': int, 'locale': str, 'retry_delay': float, 'socket_timeout': float, 'stack_timeout': float,
            'tcp_options': ast.literal_eval}


class Parameters:
    DEFAULT_SSL_PORT, DEFAULT_PORT = 5671, 5672

    def __init__(self):
        for name, (_, default) in _KNOWN.items():
            setattr(self, name, default)

    def __setattr__(self, name, value):
        check = _KNOWN.get(name)
        if check is None:
            raise AttributeError(f'{type(self).__name__!r} object has no attribute {name!r}')
        object.__setattr__(self, name, check[0](name, value))

    def __repr__(self):
        return (f'<{type(self).__name__} host={self.host} port={self.port} virtual_host={self.virtual_host} '
                f'ssl={bool(self.ssl_options)}>')

    def __eq__(self, other):
        return (self.host, self.port) == (other.host, other.port) if isinstance(other, Parameters) else NotImplemented


for _name, (_, _value) in _KNOWN.items():
    setattr(Parameters, f'DEFAULT_{"HEARTBEAT_TIMEOUT" if _name == "heartbeat" else _name.upper()}', _value)


class ConnectionParameters(Parameters):
    class _DEFAULT:
        pass

    def __init__(self, host=_DEFAULT, port=_DEFAULT, virtual_host=_DEFAULT, credentials=_DEFAULT, channel_max=_DEFAULT, frame_max=_DEFAULT,
                 heartbeat=_DEFAULT, ssl_options=_DEFAULT, connection_attempts=_DEFAULT, retry_delay=_DEFAULT, socket_timeout=_DEFAULT,
                 stack_timeout=_DEFAULT, locale=_DEFAULT, blocked_connection_timeout=_DEFAULT, client_properties=_DEFAULT,
                 tcp_options=_DEFAULT, **kwargs):
        super().__init__()
        given = dict(blocked_connection_timeout=blocked_connection_timeout, channel_max=channel_max, client_properties=client_properties,
                     connection_attempts=connection_attempts, credentials=credentials, frame_max=frame_max, heartbeat=heartbeat, host=host,
                     locale=locale, retry_delay=retry_delay, socket_timeout=socket_timeout, stack_timeout=stack_timeout,
                     ssl_options=ssl_options, port=port, virtual_host=virtual_host, tcp_options=tcp_options)
        for name, value in given.items():
            if value is not self._DEFAULT:
                setattr(self, name, value)
        if port is self._DEFAULT and self.ssl_options:
            self.port = self.DEFAULT_SSL_PORT
        if kwargs:
            raise TypeError(f'unexpected kwargs: {kwargs!r}')


class URLParameters(Parameters):
    def __init__(self, url):
        super().__init__()
        parts = urlparse('http' + url[4:] if url[:4].lower() == 'amqp' else url)
        if parts.scheme == 'https':
            self.ssl_options = SSLOptions(context=ssl.create_default_context())
        elif parts.scheme not in ('http', ''):
            raise ValueError(f'Unexpected URL scheme {parts.scheme!r}; supported scheme values: amqp, amqps')
        if parts.hostname is not None:
            self.host = parts.hostname
        self.port = parts.port if parts.port is not None else self.DEFAULT_SSL_PORT if self.ssl_options else self.DEFAULT_PORT
        if parts.username is not None:
            self.credentials = _credentials.PlainCredentials(unquote(parts.username), unquote(parts.password))
        if len(parts.path) > 1:
            self.virtual_host = unquote(parts.path.split('/')[1])
        for name, values in parse_qs(parts.query).items():
            if name == 'ssl_options':
                from _frames import not_supported
                not_supported('ssl_options in a URL of pika', 'port 5672')
            if name not in _IN_URLS:
                raise ValueError(f'Unknown URL parameter: {name!r}')
            if len(values) != 1:
                raise ValueError(f'Expected exactly one value for URL parameter {name}, but got {len(values)} values: {values}')
            convert = _IN_URLS[name]
            try:
                value = convert(values[0])
            except ValueError as error:
                if convert not in (int, float):
                    raise
                raise ValueError(f'Invalid {name} value {values[0]!r}: {error!r}')
            setattr(self, name, value)
