"""One request to the server of a pool, sent again as often as may be."""
import urllib3
import _network
from urllib3._collections import HTTPHeaderDict
from urllib3.exceptions import (HostChangedError, MaxRetryError, NameResolutionError, NewConnectionError, ProtocolError, ReadTimeoutError)
from urllib3.response import HTTPResponse
from urllib3.util.retry import Retry
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
    pieces = [piece.encode() if isinstance(piece, str) else piece for piece in pieces if piece]
    return (b''.join(b'%x\r\n%b\r\n' % (len(piece), piece) for piece in pieces) + b'0\r\n\r\n'), ('Transfer-Encoding', 'chunked')


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


def opened(pool, method, url, body, headers, retries, redirect, assert_same_host, timeout, preload, unknown):
    if unknown:
        raise TypeError(f'{type(pool).__name__}._make_request() got an unexpected keyword argument {next(iter(unknown))!r}')
    if not isinstance(retries, Retry):
        retries = Retry.from_int(retries, redirect=redirect, default=pool.retries)
    if assert_same_host and not pool.is_same_host(url):
        raise HostChangedError(pool, url, retries)
    full = url if '://' in url else f"{pool.scheme}://{pool.host}{'' if pool.port in (80, 443) else f':{pool.port}'}{url}"
    sent, announced = _body_of(method, body)
    given = HTTPHeaderDict(headers)
    known = {name.lower() for name in given}
    told = [] if 'accept-encoding' in known else [('Accept-Encoding', 'identity')]
    if announced is not None and not known & {'content-length', 'transfer-encoding'}:
        told.append(announced)
    if 'user-agent' not in known:
        told.append(('User-Agent', f'python-urllib3/{urllib3.__version__}'))
    told += given.iteritems()
    seconds = _seconds(timeout)
    while True:
        error = None
        try:
            answer = _network.fetch(method, full, seconds, data=sent or None, given=list(given.iteritems()), headers=told, body=sent,
                                    own=pool.ask)
        except (OSError, _network.Late) as e:
            error = _as_urllib3(e, pool, seconds)
        if error is not None:
            retries = retries.increment(method, url, error=error, pool=pool)
            retries.pause(None)
            continue
        response = HTTPResponse.of(answer, method)
        response._url, response.retries = url, retries
        if preload:
            response.read(cache_content=True)
        location = redirect and response.get_redirect_location()
        if location:
            if response.status == 303:
                method, body, headers = 'GET', None, given._prepare_for_method_change()
            try:
                retries = retries._redirected(method, url, response.status, location, pool)
            except MaxRetryError:
                if retries.raise_on_redirect:
                    raise
                return response
            response.drain_conn()
            return opened(pool, method, location, body, headers, retries, redirect, assert_same_host, timeout, preload, unknown)
        after = response.headers.get('Retry-After')
        if not retries.is_retry(method, response.status, bool(after)):
            return response
        try:
            retries = retries.increment(method, url, status=response.status, pool=pool)
        except MaxRetryError:
            if retries.raise_on_status:
                raise
            return response
        response.drain_conn()
        retries.pause(after)
