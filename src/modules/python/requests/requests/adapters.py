"""What sends a session's requests: the simulated network, and how often it is tried again."""
import time as _time
from urllib3 import __version__ as _urllib3_version
from urllib3.exceptions import (HTTPError, LocationParseError, MaxRetryError, NameResolutionError, NewConnectionError, ProtocolError,
                                ProxyError as _ProxyError, ReadTimeoutError)
from urllib3.connectionpool import HTTPConnectionPool as _HTTPConnectionPool
from urllib3.util.retry import Retry

import _network
from requests.exceptions import (ConnectionError, ConnectTimeout, InvalidProxyURL, InvalidSchema, InvalidURL, ProxyError,
                                 ReadTimeout, RetryError, SSLError)

DEFAULT_POOLBLOCK, DEFAULT_POOLSIZE, DEFAULT_RETRIES, DEFAULT_POOL_TIMEOUT = False, 10, 0, None


def _completed(headers):
    """What a request that no session has prepared does not say, urllib3 says."""
    said = {'Accept-Encoding': 'identity', 'User-Agent': f'python-urllib3/{_urllib3_version}'}
    return [*((name, said[name]) for name in said if name not in headers), *headers.items()]


class BaseAdapter:
    """What may be mounted in a session."""

    def send(self, request, stream=False, timeout=None, verify=True, cert=None, proxies=None):
        raise NotImplementedError

    def close(self):
        raise NotImplementedError


class HTTPAdapter(BaseAdapter):
    """Blocks its thread until the answer is there. A pool's size makes no difference: a thread sends one request at a
    time, and the library opens more connections where threads are more."""

    def __init__(self, pool_connections=DEFAULT_POOLSIZE, pool_maxsize=DEFAULT_POOLSIZE, max_retries=DEFAULT_RETRIES,
                 pool_block=DEFAULT_POOLBLOCK):
        if pool_block:
            _network.not_supported('requests.adapters.HTTPAdapter with pool_block', 'threading.Semaphore')
        self.max_retries = Retry(0, read=False) if max_retries == DEFAULT_RETRIES else Retry.from_int(max_retries)
        self.config, self.proxy_manager, self._pools = {}, {}, {}
        self._pool_connections, self._pool_maxsize, self._pool_block = pool_connections, pool_maxsize, pool_block

    def close(self):
        for pool in self._pools.values():
            pool.close()
        self._pools.clear()

    def _pool(self, url):
        """The connections with a server of the program itself."""
        import _loopback
        where = _loopback.place(url)
        pool = self._pools.get(where)
        if pool is None:
            pool = self._pools[where] = _HTTPConnectionPool(*where, maxsize=self._pool_maxsize)
        return pool

    def _ask(self, method, url, headers, body, timeout):
        return self._pool(url).ask(method, url, headers, body, timeout)

    def _proxy(self, url, proxies):
        """The proxy of the program's own, or with nobody at it, that a URL is asked by; None: none, or one outside."""
        if not proxies:
            return None
        from requests.utils import prepend_scheme_if_needed, select_proxy
        proxy = select_proxy(url, proxies)
        if not proxy:
            return None
        proxy = prepend_scheme_if_needed(proxy, 'http')
        parts = _network._urlsplit(proxy)
        if not parts.hostname:
            raise InvalidProxyURL('Please check proxy URL. It is malformed and could be missing the host.')
        if parts.scheme.startswith('socks'):
            raise InvalidSchema('Missing dependencies for SOCKS support.')
        if parts.scheme not in ('http', 'https'):
            raise InvalidURL(f'Proxy URL had unsupported scheme {parts.scheme}, should use http:// or https://')
        return proxy if _network.is_own(proxy) else None

    def proxy_headers(self, proxy):
        """Who asks, as a proxy's URL says it."""
        parts = _network._urlsplit(proxy)
        if not parts.username:
            return {}
        from urllib.parse import unquote
        return {'Proxy-Authorization': _network.basic_auth(unquote(parts.username), unquote(parts.password or ''))}

    def send(self, request, stream=False, timeout=None, verify=True, cert=None, proxies=None):
        from requests.models import Response
        connect, read = _timeouts(timeout)
        parts = _network._urlsplit(request.url)
        port = parts.port or (443 if parts.scheme == 'https' else 80)
        where = f"(host='{parts.hostname}', port={port})"
        kind = parts.scheme.upper()
        pool, path = f'{kind}ConnectionPool{where}', parts.path + (f'?{parts.query}' if parts.query else '')
        asked, ask, headers = request.url, self._ask, _completed(request.headers)
        if proxy := self._proxy(request.url, proxies):
            from requests.utils import urldefragauth
            told = urldefragauth(request.url)
            at = _network._urlsplit(proxy)
            where, asked = f"(host='{at.hostname}', port={at.port or 80})", proxy
            if parts.scheme == 'http':
                pool, path = f'{kind}ConnectionPool{where}', told
                headers += self.proxy_headers(proxy).items()

            def ask(method, proxy, headers, body, timeout):
                if parts.scheme == 'https':
                    # Nobody is there, or somebody who would be asked for a tunnel.
                    import socket
                    socket.create_connection((at.hostname, at.port or 80)).close()
                    _network.not_supported('https to a server of the program itself', 'http')
                return self._pool(proxy).ask(method, request.url, headers, body, timeout, told)
        retries, started, body = self.max_retries, _time.monotonic(), None
        while True:
            error = answer = None
            if body is None:
                body, data = request._sent()
            try:
                answer = _network.fetch(request.method, asked, read, data=data, json=request._json,
                                        given=request._given, headers=headers, body=body, own=ask)
            except UnicodeError:
                raise LocationParseError(f"'{parts.hostname}', label empty or too long") from None
            except _network.Late:
                error = _caused(ReadTimeoutError(pool, f'Read timed out. (read timeout={read})'), TimeoutError('timed out'))
                if retries.read is False or retries.total is False or not retries._may_repeat(request.method):
                    _raise_handling(ReadTimeout(error, request=request), error)
            except ConnectionRefusedError as e:
                error = _caused(NewConnectionError(
                    f'{kind}Connection{where}: Failed to establish a new connection: [Errno 111] Connection refused'), e)
                if proxy:
                    error = _caused(_ProxyError('Unable to connect to proxy', error), error)
            except OSError as e:
                if type(e).__name__ != 'gaierror':
                    raise ConnectionError(ProtocolError('Connection aborted.', e), request=request) from e
                error = _caused(NameResolutionError(
                    f"{kind}Connection{where}: Failed to resolve '{parts.hostname}' ([Errno -2] {_network.UNKNOWN})"), e)
            after = None if error else next((value for name, value in answer.headers if name.lower() == 'retry-after'), None)
            if error is None and not retries.is_retry(request.method, answer.status, bool(after)):
                response = Response._of(request, answer, _time.monotonic() - started)
                response.connection = self
                return response
            try:
                retries = retries.increment(request.method, path, error=error, status=answer.status if answer else 0,
                                            pool=pool)
            except MaxRetryError as e:
                # urllib3 counts while it handles the error.
                e.__context__ = error
                if error is None:
                    if not retries.raise_on_status:
                        return Response._of(request, answer, _time.monotonic() - started)
                    raise RetryError(e, request=request)
                raise (ProxyError if isinstance(error, _ProxyError) else ConnectionError)(e, request=request)
            if answer is not None:
                body = None
            retries.pause(after)


def _caused(error, cause):
    """The error as urllib3 raises it for another one."""
    error.__cause__ = error.__context__ = cause
    return error


def _raise_handling(error, handled):
    try:
        raise handled
    except HTTPError:
        handled.__context__ = handled.__cause__
        raise error


def _timeouts(timeout):
    """How long to wait for a connection and for an answer."""
    if isinstance(timeout, tuple):
        if len(timeout) != 2:
            raise ValueError(f'Invalid timeout {timeout}. Pass a (connect, read) timeout tuple, or a single float to '
                             'set both timeouts to the same value.')
        connect, read = timeout
    else:
        connect = read = timeout
    for name, value in (('connect', connect), ('read', read)):
        if value is None:
            continue
        if isinstance(value, bool):
            raise ValueError('Timeout cannot be a boolean value. It must be an int, float or None.')
        try:
            float(value)
        except (TypeError, ValueError):
            raise ValueError(f'Timeout value {name} was {value}, but it must be an int, float or None.') from None
        if value <= 0:
            raise ValueError(f'Attempted to set {name} timeout to {value}, but the timeout cannot be set to a value '
                             'less than or equal to 0.')
    return connect, read
