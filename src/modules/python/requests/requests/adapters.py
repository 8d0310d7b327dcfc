"""What sends a session's requests: the simulated network, and how often it is tried again."""
from urllib3 import __version__ as _urllib3_version
from urllib3.exceptions import (HTTPError, LocationParseError, MaxRetryError, NameResolutionError, NewConnectionError, ProtocolError,
                                ProxyError as _ProxyError, ReadTimeoutError)
from urllib3.connectionpool import HTTPConnectionPool as _HTTPConnectionPool
from urllib3.response import HTTPResponse as _Raw
from urllib3.util.retry import Retry

import _network
from requests.cookies import extract_cookies_to_jar
from requests.exceptions import (ConnectionError, ConnectTimeout, InvalidProxyURL, InvalidSchema, InvalidURL, ProxyError,
                                 ReadTimeout, RetryError, SSLError)
from requests.structures import CaseInsensitiveDict

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
    __attrs__ = ['max_retries', 'config', '_pool_connections', '_pool_maxsize', '_pool_block']

    def __init__(self, pool_connections=DEFAULT_POOLSIZE, pool_maxsize=DEFAULT_POOLSIZE, max_retries=DEFAULT_RETRIES,
                 pool_block=DEFAULT_POOLBLOCK):
        if pool_block:
            _network.not_supported('requests.adapters.HTTPAdapter with pool_block', 'threading.Semaphore')
        self.max_retries = Retry(0, read=False) if max_retries == DEFAULT_RETRIES else Retry.from_int(max_retries)
        self.config, self.proxy_manager, self._pools = {}, {}, {}
        self._manager = None
        self.init_poolmanager(pool_connections, pool_maxsize, block=pool_block)

    def init_poolmanager(self, connections, maxsize, block=False, **pool_kwargs):
        self._pool_connections, self._pool_maxsize, self._pool_block = connections, maxsize, block
        self._pool_kwargs = pool_kwargs

    @property
    def poolmanager(self):
        """urllib3's own, for programs that ask it themselves, or the one that a program has put here."""
        if self._manager is None:
            from urllib3.poolmanager import PoolManager
            self._manager = PoolManager(num_pools=self._pool_connections, maxsize=self._pool_maxsize, block=self._pool_block,
                                        **self._pool_kwargs)
        return self._manager

    @poolmanager.setter
    def poolmanager(self, manager):
        self._manager = manager

    def proxy_manager_for(self, proxy, **proxy_kwargs):
        if proxy not in self.proxy_manager:
            from urllib3.poolmanager import proxy_from_url
            self.proxy_manager[proxy] = proxy_from_url(
                proxy, proxy_headers=self.proxy_headers(proxy), num_pools=self._pool_connections, maxsize=self._pool_maxsize,
                block=self._pool_block, **proxy_kwargs)
        return self.proxy_manager[proxy]

    def cert_verify(self, conn, url, verify, cert):
        """A simulated host's certificate is in order."""

    def build_connection_pool_key_attributes(self, request, verify, cert=None):
        parts = _network._urlsplit(request.url)
        pool = {'cert_reqs': 'CERT_NONE' if verify is False else 'CERT_REQUIRED'}
        if isinstance(verify, str):
            from os.path import isdir
            pool['ca_cert_dir' if isdir(verify) else 'ca_certs'] = verify
        if isinstance(cert, tuple) and len(cert) == 2:
            pool['cert_file'], pool['key_file'] = cert
        elif cert is not None:
            pool['cert_file'] = cert
        return {'scheme': parts.scheme.lower(), 'host': parts.hostname, 'port': parts.port}, pool

    def get_connection_with_tls_context(self, request, verify, proxies=None, cert=None):
        host, pool = self.build_connection_pool_key_attributes(request, verify, cert)
        return self.poolmanager.connection_from_host(**host, pool_kwargs=pool)

    def request_url(self, request, proxies):
        """What the first line of a request names: a path, or for a proxy all of the URL."""
        from requests.utils import select_proxy, urldefragauth
        proxy = select_proxy(request.url, proxies)
        if proxy and _network._urlsplit(request.url).scheme != 'https' and not proxy.lower().startswith('socks'):
            return urldefragauth(request.url)
        return request.path_url

    def add_headers(self, request, **kwargs):
        """For adapters of the program's own."""

    def build_response(self, req, resp):
        from requests.models import Response
        response = Response()
        response.status_code, response.reason, response.raw = getattr(resp, 'status', None), resp.reason, resp
        response.headers = CaseInsensitiveDict(getattr(resp, 'headers', {}))
        kind = response.headers.get('Content-Type', '')
        response.encoding = kind.partition('charset=')[2].partition(';')[0].strip(' \'"') or (
            'ISO-8859-1' if 'text' in kind else 'utf-8' if 'application/json' in kind else None)
        response.url = req.url.decode() if isinstance(req.url, bytes) else req.url
        extract_cookies_to_jar(response.cookies, req, resp)
        response.request, response.connection = req, self
        return response

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
        connect, read = _timeouts(timeout)
        self.add_headers(request, stream=stream, timeout=timeout, verify=verify, cert=cert, proxies=proxies)
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
        retries, body = self.max_retries, None
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
                return self.build_response(request, _Raw.of(answer, request.method))
            try:
                retries = retries.increment(request.method, path, error=error, status=answer.status if answer else 0,
                                            pool=pool)
            except MaxRetryError as e:
                # urllib3 counts while it handles the error.
                e.__context__ = error
                if error is None:
                    if not retries.raise_on_status:
                        return self.build_response(request, _Raw.of(answer, request.method))
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
