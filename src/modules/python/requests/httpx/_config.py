"""What a client may be told of time, connections, proxies and TLS."""
from httpx._models import Headers
from httpx._urls import URL

__name__ = 'httpx'  # where what is here is said to be

_unset = object()


class Timeout:
    """How many seconds parts of a request may take."""

    def __init__(self, timeout=_unset, *, connect=_unset, read=_unset, write=_unset, pool=_unset):
        parts = (connect, read, write, pool)
        if isinstance(timeout, Timeout):
            parts = (timeout.connect, timeout.read, timeout.write, timeout.pool)
        elif isinstance(timeout, tuple):
            parts = (*timeout, None, None)[:4]
        elif timeout is _unset:
            if _unset in parts:
                raise ValueError('httpx.Timeout must either include a default, or set all four parameters explicitly.')
        else:
            parts = tuple(timeout if part is _unset else part for part in parts)
        self.connect, self.read, self.write, self.pool = parts

    def as_dict(self):
        return {'connect': self.connect, 'read': self.read, 'write': self.write, 'pool': self.pool}

    def __eq__(self, other):
        return isinstance(other, Timeout) and self.as_dict() == other.as_dict()

    __hash__ = None

    def __repr__(self):
        parts = self.as_dict()
        if len(set(parts.values())) == 1:
            return f'Timeout(timeout={self.connect})'
        return f'Timeout({", ".join(f"{name}={value}" for name, value in parts.items())})'


class Limits:
    """How many connections there may be."""

    def __init__(self, *, max_connections=None, max_keepalive_connections=None, keepalive_expiry=5.0):
        self.max_connections, self.max_keepalive_connections = max_connections, max_keepalive_connections
        self.keepalive_expiry = keepalive_expiry

    def __eq__(self, other):
        return isinstance(other, Limits) and vars(self) == vars(other)

    __hash__ = None

    def __repr__(self):
        return (f'Limits(max_connections={self.max_connections}, max_keepalive_connections='
                f'{self.max_keepalive_connections}, keepalive_expiry={self.keepalive_expiry})')


class Proxy:
    """Where requests go by."""

    def __init__(self, url, *, ssl_context=None, auth=None, headers=None):
        url = URL(url)
        if url.scheme not in ('http', 'https', 'socks5', 'socks5h'):
            raise ValueError(f'Unknown scheme for proxy URL {url!r}')
        if url.username or url.password:
            auth, url = (url.username, url.password), url.copy_with(username=None, password=None)
        self.url, self.auth, self.headers, self.ssl_context = url, auth, Headers(headers), ssl_context

    @property
    def raw_auth(self):
        return self.auth and tuple(part.encode() for part in self.auth)

    def __repr__(self):
        auth = f", auth={(self.auth[0], '********')!r}" if self.auth else ''
        headers = f', headers={dict(self.headers)!r}' if self.headers else ''
        return f'Proxy({str(self.url)!r}{auth}{headers})'


def create_ssl_context(verify=True, cert=None, trust_env=True):
    import ssl
    if verify is not True and verify is not False:
        return verify
    context = ssl.create_default_context()
    if not verify:
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context
