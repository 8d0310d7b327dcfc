"""What stands in the addresses of servers."""
from urllib.parse import parse_qs, unquote, urlparse

_FALSE = '0', 'F', 'FALSE', 'N', 'NO'


def to_bool(value):
    if value in (None, ''):
        return None
    return value.upper() not in _FALSE if isinstance(value, str) else bool(value)


_KINDS = {
    'db': int, 'socket_timeout': float, 'socket_connect_timeout': float, 'socket_keepalive': to_bool, 'retry_on_timeout': to_bool,
    'retry_on_error': list, 'max_connections': int, 'health_check_interval': int, 'ssl_check_hostname': to_bool, 'timeout': float}


def parse_url(url, classes):
    """The arguments of a connection. `classes`: those of connections by TLS and by a Unix socket."""
    if not url.startswith(('redis://', 'rediss://', 'unix://')):
        raise ValueError('Redis URL must specify one of the following schemes (redis://, rediss://, unix://)')
    parsed, found = urlparse(url), {}
    for name, values in parse_qs(parsed.query).items():
        value = unquote(values[0])
        try:
            found[name] = _KINDS[name](value) if name in _KINDS else value
        except (TypeError, ValueError):
            raise ValueError(f"Invalid value for '{name}' in connection URL.") from None
    if parsed.username:
        found['username'] = unquote(parsed.username)
    if parsed.password:
        found['password'] = unquote(parsed.password)
    if parsed.scheme == 'unix':
        if parsed.path:
            found['path'] = unquote(parsed.path)
        found['connection_class'] = classes[1]
        return found
    if parsed.hostname:
        found['host'] = unquote(parsed.hostname)
    if parsed.port:
        found['port'] = int(parsed.port)
    if parsed.path and 'db' not in found:
        try:
            found['db'] = int(unquote(parsed.path).replace('/', ''))
        except (AttributeError, ValueError):
            pass
    if parsed.scheme == 'rediss':
        found['connection_class'] = classes[0]
    return found
