"""One request to the server of a pool, sent again as often as may be."""
import urllib3
import _network
from urllib3._collections import HTTPHeaderDict
from urllib3.exceptions import (HostChangedError, MaxRetryError, NameResolutionError, NewConnectionError, ProtocolError, ReadTimeoutError)
from urllib3.response import HTTPResponse
from urllib3.util.timeout import _DEFAULT_TIMEOUT, Timeout

_WITHOUT_BODY = {'GET', 'HEAD', 'DELETE', 'TRACE', 'OPTIONS', 'CONNECT'}


def _body_of(method, body):
    """The bytes of a body, and what announces them."""
    if body is None:
        return b'', None if method in _WITHOUT_BODY else ('Content-Length', '0')
    if isinstance(body, str):
        body = body.encode()
    if isinstance(body, (bytes, bytearray, memoryview)):
        return bytes(body), ('Content-Length', str(len(body)))
    if hasattr(body, 'read'):
        pieces = list(iter(lambda: body.read(16384), type(body.read(0))()))
    else:
        try:
            pieces = list(body)
        except TypeError:
            raise TypeError(f"'body' must be a bytes-like object, file-like object, or iterable. Instead was {body!r}") from None
    return _network.chunked([piece.encode() if isinstance(piece, str) else piece for piece in pieces]), ('Transfer-Encoding', 'chunked')


def _seconds(timeout):
    if isinstance(timeout, Timeout):
        found = timeout.read_timeout if timeout.total is None else timeout.total
        return None if found is _DEFAULT_TIMEOUT else found
    return None if timeout is _DEFAULT_TIMEOUT else timeout


def _as_urllib3(error, pool, timeout):
    """What urllib3 makes of an error of the network."""
    where = f"{pool.scheme.upper()}Connection(host='{pool.host}', port={pool.port})"
    if isinstance(error, _network.Late):
        made = ReadTimeoutError(pool, f'Read timed out. (read timeout={timeout})')
    elif isinstance(error, ConnectionRefusedError):
        made = NewConnectionError(f'{where}: Failed to establish a new connection: [Errno 111] Connection refused')
    elif type(error).__name__ == 'gaierror':
        made = NameResolutionError(f"{where}: Failed to resolve '{pool.host}' ([Errno -2] {_network.UNKNOWN})")
    else:
        made = ProtocolError('Connection aborted.', error)
    made.__cause__ = error
    return made


class Sending:
    """A request, which may be sent more than once."""

    def __init__(self, pool, method, url, body, headers, timeout):
        self.pool, self.method, self.url, self._body, self._timeout = pool, method, url, body, timeout
        self._headers, self._ready = HTTPHeaderDict(headers), None

    def _made_ready(self):
        """The whole URL, the body's bytes and all of the headers."""
        pool, url = self.pool, self.url
        if '://' not in url:
            url = f"{pool.scheme}://{pool.host}{'' if pool.port in (80, 443) else f':{pool.port}'}{url}"
        body, announced = _body_of(self.method, self._body)
        known = {name.lower() for name in self._headers}
        told = [] if 'accept-encoding' in known else [('Accept-Encoding', 'identity')]
        if announced is not None and not known & {'content-length', 'transfer-encoding'}:
            told.append(announced)
        if 'user-agent' not in known:
            told.append(('User-Agent', f'python-urllib3/{urllib3.__version__}'))
        return url, body, [*told, *self._headers.iteritems()]

    def once(self):
        """The answer, or None and the error."""
        if self._ready is None:
            self._ready = self._made_ready()
        (url, body, headers), seconds = self._ready, _seconds(self._timeout)
        try:
            answer = _network.fetch(self.method, url, seconds, data=body or None, given=list(self._headers.iteritems()), headers=headers,
                                    body=body, own=self.pool.ask)
        except (OSError, _network.Late) as e:
            return None, _as_urllib3(e, self.pool, seconds)
        return HTTPResponse.of(answer, self.method), None

    def led_to(self, location, status):
        """The request that follows a redirect."""
        if status == 303:
            return Sending(self.pool, 'GET', location, None, self._headers._prepare_for_method_change(), self._timeout)
        return Sending(self.pool, self.method, location, self._body, self._headers, self._timeout)


def opened(sending, retries, redirect, assert_same_host, preload):
    """The answer to a request, or to the last one that it leads to, after so many attempts."""
    pool = sending.pool
    while True:
        method, url = sending.method, sending.url
        if assert_same_host and not pool.is_same_host(url):
            raise HostChangedError(pool, url, retries)
        response, error = sending.once()
        if error is not None:
            retries = retries.increment(method, url, error=error, pool=pool)
            retries.pause(None)
            continue
        response._url, response.retries = retries.history[-1].redirect_location if retries.history else url, retries
        if preload:
            response.read(cache_content=True)
        location = redirect and response.get_redirect_location()
        after = response.headers.get('Retry-After')
        if not location and not retries.is_retry(method, response.status, bool(after)):
            return response
        try:
            if location:
                sending = sending.led_to(location, response.status)
                retries = retries._redirected(sending.method, url, response.status, location, pool)
            else:
                retries = retries.increment(method, url, status=response.status, pool=pool)
        except MaxRetryError:
            if retries.raise_on_redirect if location else retries.raise_on_status:
                raise
            return response
        response.drain_conn()
        if not location:
            retries.pause(after)
