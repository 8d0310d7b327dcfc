"""httpx on the simulated network."""
import asyncio as _asyncio
import json as _json
import time as _time
from urllib.parse import urljoin as _urljoin

import _network

__version__ = '0.28.0'


class HTTPError(Exception):
    """Something went wrong with a request."""


class RequestError(HTTPError):
    pass


class TransportError(RequestError):
    pass


class TimeoutException(TransportError):
    pass


class ConnectTimeout(TimeoutException):
    pass


class ReadTimeout(TimeoutException):
    pass


class WriteTimeout(TimeoutException):
    pass


class PoolTimeout(TimeoutException):
    pass


class NetworkError(TransportError):
    pass


class ConnectError(NetworkError):
    pass


class ReadError(NetworkError):
    pass


class HTTPStatusError(HTTPError):
    def __init__(self, message, *, request=None, response):
        self.request, self.response = request, response
        super().__init__(message)


class InvalidURL(Exception):
    pass


class Timeout:
    """How long parts of a request may take."""

    def __init__(self, timeout=5.0, *, connect=None, read=None, write=None, pool=None):
        self.connect, self.read = connect or timeout, timeout if read is None else read
        self.write, self.pool = write or timeout, pool or timeout


class Limits:
    """How many connections there may be."""

    def __init__(self, *, max_connections=None, max_keepalive_connections=None, keepalive_expiry=5.0):
        self.max_connections, self.max_keepalive_connections = max_connections, max_keepalive_connections
        self.keepalive_expiry = keepalive_expiry


class codes:
    """Statuses by name."""
    OK, CREATED, ACCEPTED, NO_CONTENT, NOT_FOUND, INTERNAL_SERVER_ERROR = 200, 201, 202, 204, 404, 500


class Response:
    """An answer."""

    def __init__(self, answer):
        self.status_code, self.reason_phrase, self.url = answer.status, answer.reason, answer.url
        self.content, self.headers, self.encoding = answer.body, _network.Headers(answer.headers), 'utf-8'
        self.http_version, self.history, self.cookies = 'HTTP/1.1', [], {}
        from datetime import timedelta
        self.elapsed = timedelta(seconds=answer.latency)

    @property
    def text(self):
        return self.content.decode('utf-8')

    is_success = property(lambda self: 200 <= self.status_code < 300)
    is_error = property(lambda self: self.status_code >= 400)
    is_client_error = property(lambda self: 400 <= self.status_code < 500)
    is_server_error = property(lambda self: 500 <= self.status_code < 600)
    is_redirect = property(lambda self: 300 <= self.status_code < 400)

    def json(self, **kwargs):
        return _json.loads(self.text, **kwargs)

    def read(self):
        return self.content

    async def aread(self):
        return self.content

    def raise_for_status(self):
        if self.status_code >= 400:
            kind = 'Client' if self.status_code < 500 else 'Server'
            raise HTTPStatusError(f"{kind} error '{self.status_code} {self.reason_phrase}' for url '{self.url}'",
                                  response=self)
        return self

    def __repr__(self):
        return f'<Response [{self.status_code} {self.reason_phrase}]>'


_default = object()


class _Common:
    """What both clients have."""

    def __init__(self, *, base_url='', headers=None, timeout=5.0, params=None, **kwargs):
        self.base_url, self.headers, self.timeout, self.is_closed = base_url, dict(headers or {}), timeout, False
        self.params = params

    def _ask(self, method, url, params, data, json, headers, timeout, content):
        """The answer, and after how many seconds it is too late (None: it is not)."""
        if self.is_closed:
            raise RuntimeError('Cannot send a request, as the client has been closed.')
        url = _urljoin(str(self.base_url), str(url)) if self.base_url else str(url)
        timeout = self.timeout if timeout is _default else timeout
        timeout = timeout.read if isinstance(timeout, Timeout) else timeout
        answer = _network.answer(method, url, params or self.params, content if data is None else data, json,
                                 {**self.headers, **(headers or {})})
        return answer, timeout if timeout is not None and timeout < answer.latency else None

    @staticmethod
    def _given(answer, late):
        if late is not None:
            raise ReadTimeout('')
        if answer.unreachable:
            raise ConnectError('[Errno -2] Name or service not known')
        return Response(answer)


class Client(_Common):
    """Requests that block their thread."""

    def request(self, method, url, *, params=None, data=None, json=None, headers=None, timeout=_default, content=None,
                **kwargs):
        answer, late = self._ask(method, url, params, data, json, headers, timeout, content)
        _time.sleep(answer.latency if late is None else late)
        return self._given(answer, late)

    def close(self):
        self.is_closed = True

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()


class AsyncClient(_Common):
    """Requests that are awaited."""

    async def request(self, method, url, *, params=None, data=None, json=None, headers=None, timeout=_default,
                      content=None, **kwargs):
        answer, late = self._ask(method, url, params, data, json, headers, timeout, content)
        await _asyncio.sleep(answer.latency if late is None else late)
        return self._given(answer, late)

    async def aclose(self):
        self.is_closed = True

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        await self.aclose()


def _add(name):
    verb = name.upper()

    def blocking(self, url, **kwargs):
        return self.request(verb, url, **kwargs)

    async def awaited(self, url, **kwargs):
        return await self.request(verb, url, **kwargs)

    def alone(url, **kwargs):
        with Client() as client:
            return client.request(verb, url, **kwargs)
    for function, home in ((blocking, Client), (awaited, AsyncClient), (alone, None)):
        function.__name__ = name
        function.__qualname__ = f'{home.__name__}.{name}' if home else name
        if home:
            setattr(home, name, function)
    globals()[name] = alone


for _name in ('get', 'options', 'head', 'post', 'put', 'patch', 'delete'):
    _add(_name)


def request(method, url, **kwargs):
    with Client() as client:
        return client.request(method, url, **kwargs)
