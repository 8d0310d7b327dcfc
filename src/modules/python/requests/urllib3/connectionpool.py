"""Connections with one server of the program itself, which are used again once an answer has been read."""
from urllib.parse import urlsplit as _urlsplit

import _network
from urllib3._request_methods import RequestMethods as _RequestMethods
from urllib3.util.timeout import _DEFAULT_TIMEOUT

port_by_scheme = {'http': 80, 'https': 443}


class HTTPConnectionPool(_RequestMethods):
    """The connection that has been given back last is taken first."""
    scheme = 'http'

    def __init__(self, host, port=None, timeout=_DEFAULT_TIMEOUT, maxsize=1, block=False, headers=None, retries=None, **conn_kw):
        super().__init__(headers)
        self.host, self.port, self._maxsize, self._idle = host, port or port_by_scheme[self.scheme], maxsize, []
        self.timeout, self.block, self.retries, self.conn_kw = timeout, block, retries, conn_kw
        self.num_connections = self.num_requests = 0

    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        self.close()
        return False

    def is_same_host(self, url):
        from urllib3.util.url import parse_url
        if url.startswith('/'):
            return True
        u = parse_url(url)
        return ((u.scheme or 'http'), u.host, u.port or port_by_scheme.get(u.scheme)) == (self.scheme, self.host, self.port)

    def urlopen(self, method, url, body=None, headers=None, retries=None, redirect=True, assert_same_host=True,
                timeout=_DEFAULT_TIMEOUT, pool_timeout=None, release_conn=None, chunked=False, body_pos=None, preload_content=True,
                decode_content=True, **response_kw):
        from urllib3._sending import Sending, opened
        from urllib3.util.retry import Retry
        if response_kw:
            raise TypeError(f'{type(self).__name__}._make_request() got an unexpected keyword argument {next(iter(response_kw))!r}')
        if not isinstance(retries, Retry):
            retries = Retry.from_int(retries, redirect=redirect, default=self.retries)
        sending = Sending(self, method, url, body, self.headers if headers is None else headers,
                          self.timeout if timeout is _DEFAULT_TIMEOUT else timeout)
        return opened(sending, retries, redirect, assert_same_host, preload_content)

    def __str__(self):
        return f"{type(self).__name__}(host='{self.host}', port={self.port})"

    def _get_conn(self):
        import select
        from http.client import HTTPConnection
        if self._idle:
            connection = self._idle.pop()
        else:
            self.num_connections += 1
            connection = HTTPConnection(self.host, self.port)
        if connection.sock is not None and select.select([connection.sock], [], [], 0)[0]:
            # The server has hung up.
            connection.close()
        return connection

    def _put_conn(self, connection):
        if self._idle is None or len(self._idle) >= self._maxsize:
            connection.close()
        else:
            self._idle.append(connection)

    def close(self):
        idle, self._idle = self._idle or (), None
        for connection in idle:
            connection.close()

    def ask(self, method, url, headers, body, timeout, told=None):
        """Sends a request; the answer, whose body is to be read. A proxy is told more than a path."""
        from urllib3.response import HTTPResponse
        parts, connection = _urlsplit(url), self._get_conn()
        self.num_requests += 1
        path = told or (parts.path or '/') + (f'?{parts.query}' if parts.query else '')
        known = {name.lower() for name, _ in headers}
        connection.timeout = timeout
        if connection.sock is not None:
            connection.sock.settimeout(timeout)
        try:
            connection.putrequest(method, path, 'host' in known, True)
            for name, value in headers:
                connection.putheader(name, value)
            connection.endheaders()
            if body:
                connection.send(body)
            found = connection.getresponse()
        except BaseException:
            connection.close()
            raise
        answer = _network.Answer.of(url, found.status, found.reason, found.getheaders(), None)
        answer.body = HTTPResponse(found, method, answer, self, connection)
        return answer


class HTTPSConnectionPool(HTTPConnectionPool):
    scheme = 'https'


def connection_from_url(url, **kw):
    from urllib3.util.url import parse_url
    u = parse_url(url)
    made = HTTPSConnectionPool if u.scheme == 'https' else HTTPConnectionPool
    return made(u.host, port=u.port or port_by_scheme.get(u.scheme, 80), **kw)
