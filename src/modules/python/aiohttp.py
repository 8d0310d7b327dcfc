"""aiohttp's client on the simulated network: a request is awaited."""
import asyncio as _asyncio
import json as _json
from urllib.parse import urljoin as _urljoin, urlsplit as _urlsplit

import _network

__path__ = []
__version__ = '3.11.0'


class ClientError(Exception):
    """Something went wrong with a request."""


class ClientConnectionError(ClientError):
    pass


class ClientOSError(ClientConnectionError, OSError):
    pass


class ClientConnectorError(ClientOSError):
    pass


class ServerConnectionError(ClientConnectionError):
    pass


class ServerDisconnectedError(ServerConnectionError):
    pass


class ServerTimeoutError(ServerConnectionError, TimeoutError):
    pass


class ConnectionTimeoutError(ServerTimeoutError):
    pass


class SocketTimeoutError(ServerTimeoutError):
    pass


class ClientPayloadError(ClientError):
    pass


class ClientResponseError(ClientError):
    def __init__(self, status, message, url, **kwargs):
        self.status, self.message, self.request_url = status, message, url
        super().__init__(f'{status}, message={message!r}, url={url!r}')


class ContentTypeError(ClientResponseError):
    pass


class TooManyRedirects(ClientResponseError):
    pass


class InvalidURL(ClientError, ValueError):
    pass


class ClientTimeout:
    """How long parts of a request may take."""

    def __init__(self, total=300, connect=None, sock_connect=None, sock_read=None, ceil_threshold=5):
        self.total, self.connect, self.sock_connect, self.sock_read = total, connect, sock_connect, sock_read

    def __repr__(self):
        return (f'ClientTimeout(total={self.total!r}, connect={self.connect!r}, sock_read={self.sock_read!r}, '
                f'sock_connect={self.sock_connect!r}, ceil_threshold=5)')


class TCPConnector:
    """How many requests of a session run at once."""

    def __init__(self, *, limit=100, limit_per_host=0, ssl=True, **kwargs):
        self.limit, self.limit_per_host, self.closed = limit, limit_per_host, False

    async def close(self):
        self.closed = True


class BasicAuth:
    def __init__(self, login, password='', encoding='latin1'):
        self.login, self.password, self.encoding = login, password, encoding


class _Content:
    """A body to be read piece by piece."""

    def __init__(self, body):
        import io
        self._stream = io.BytesIO(body)

    async def read(self, n=-1):
        return self._stream.read(n)

    async def readline(self):
        return self._stream.readline()

    async def iter_chunked(self, n):
        while chunk := self._stream.read(n):
            yield chunk

    async def iter_any(self):
        if chunk := self._stream.read():
            yield chunk

    def at_eof(self):
        return self._stream.tell() == len(self._stream.getvalue())

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = self._stream.readline()
        if not line:
            raise StopAsyncIteration
        return line


class ClientResponse:
    """An answer."""

    def __init__(self, method, answer):
        self.method, self.status, self.reason, self.url = method, answer.status, answer.reason, answer.url
        self.headers, self.content_type = _network.Headers(answer.headers), answer.content_type.partition(';')[0]
        self._body, self.closed, self.charset, self.cookies, self.history = answer.body, False, 'utf-8', {}, ()
        self.content = _Content(answer.body)

    @property
    def ok(self):
        return self.status < 400

    @property
    def real_url(self):
        return self.url

    @property
    def host(self):
        return _urlsplit(self.url).hostname

    async def read(self):
        return self._body

    async def text(self, encoding=None, errors='strict'):
        return self._body.decode(encoding or 'utf-8', errors)

    async def json(self, *, encoding=None, loads=_json.loads, content_type='application/json'):
        if content_type and self.content_type != content_type:
            raise ContentTypeError(self.status, 'Attempt to decode JSON with unexpected mimetype: '
                                   + self.headers['Content-Type'], self.url)
        return loads(await self.text(encoding))

    def get_encoding(self):
        return 'utf-8'

    def raise_for_status(self):
        if not self.ok:
            raise ClientResponseError(self.status, self.reason, self.url)

    def release(self):
        self.closed = True

    close = release

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        self.release()

    def __repr__(self):
        return f'<ClientResponse({self.url}) [{self.status} {self.reason}]>\n{self.headers}\n'


class _Request:
    """A request on its way: awaited or entered, it gives the answer."""

    def __init__(self, coroutine):
        self._coroutine, self._response = coroutine, None

    def __await__(self):
        return self._coroutine.__await__()

    async def __aenter__(self):
        self._response = await self._coroutine
        return self._response

    async def __aexit__(self, *exc):
        self._response.release()

    def close(self):
        self._coroutine.close()


class ClientSession:
    """Requests that share a connector, headers and a time-out."""

    def __init__(self, base_url=None, *, connector=None, headers=None, timeout=None, raise_for_status=False, **kwargs):
        self._base, self._headers, self._raise = base_url, dict(headers or {}), raise_for_status
        self._timeout = ClientTimeout() if timeout is None else timeout
        self._limit = _asyncio.Semaphore(connector.limit if connector and connector.limit else 100)
        self.connector, self.closed = connector, False

    @property
    def headers(self):
        return self._headers

    @property
    def timeout(self):
        return self._timeout

    async def _request(self, method, url, *, params=None, data=None, json=None, headers=None, timeout=None,
                       raise_for_status=None, **kwargs):
        if self.closed:
            raise RuntimeError('Session is closed')
        url = str(url)
        if self._base:
            url = _urljoin(str(self._base), url)
        if not _urlsplit(url).scheme:
            raise InvalidURL(url)
        timeout = self._timeout if timeout is None else timeout
        total = timeout.total if isinstance(timeout, ClientTimeout) else timeout
        answer = _network.answer(method, url, params, data, json, {**self._headers, **(headers or {})})
        async with _asyncio.timeout(total):
            async with self._limit:
                await _asyncio.sleep(answer.latency)
        if answer.unreachable:
            raise ClientConnectorError(f'Cannot connect to host {_urlsplit(url).hostname}:443 ssl:default '
                                       '[Name or service not known]')
        response = ClientResponse(method, answer)
        if self._raise if raise_for_status is None else raise_for_status:
            response.raise_for_status()
        return response

    def request(self, method, url, **kwargs):
        return _Request(self._request(method, url, **kwargs))

    def get(self, url, **kwargs):
        return self.request('GET', url, **kwargs)

    def options(self, url, **kwargs):
        return self.request('OPTIONS', url, **kwargs)

    def head(self, url, **kwargs):
        return self.request('HEAD', url, **kwargs)

    def post(self, url, **kwargs):
        return self.request('POST', url, **kwargs)

    def put(self, url, **kwargs):
        return self.request('PUT', url, **kwargs)

    def patch(self, url, **kwargs):
        return self.request('PATCH', url, **kwargs)

    def delete(self, url, **kwargs):
        return self.request('DELETE', url, **kwargs)

    def ws_connect(self, url, **kwargs):
        import _frames
        _frames.not_supported('aiohttp.ClientSession.ws_connect', 'asyncio.Queue shows messages that come in turn')

    async def close(self):
        self.closed = True

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        await self.close()

    def __enter__(self):
        raise TypeError('Use async with instead')

    def __exit__(self, *exc):
        pass


def request(method, url, **kwargs):
    """One request in a session of its own."""
    return _Request(ClientSession()._request(method, url, **kwargs))


def __getattr__(name):
    if name == 'web':
        import _frames
        _frames.not_supported('aiohttp.web', 'call the handlers from a client of your own')
    raise AttributeError(f"module 'aiohttp' has no attribute '{name}'")
