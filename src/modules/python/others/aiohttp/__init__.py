"""aiohttp's client on the simulated network: a request is awaited."""
import asyncio as _asyncio
import json as _json
import warnings as _warnings
from collections import deque as _deque, namedtuple as _namedtuple
from collections.abc import Coroutine as _Coroutine

import _network
from _cookie_jar import Cookie as _Cookie, Jar as _Jar, of_header as _of_header
from _network import not_supported as _not_supported
from aiohttp.client_exceptions import *
from http.cookies import SimpleCookie as _SimpleCookie
from multidict import CIMultiDict as _CIMultiDict, CIMultiDictProxy as _CIMultiDictProxy
from yarl import URL as _URL

__version__ = '3.11.18'
_unset = object()

RequestInfo = _namedtuple('RequestInfo', 'url method headers real_url')
RequestInfo.__module__ = 'aiohttp.client_reqrep'
ConnectionKey = _namedtuple('ConnectionKey', 'host port is_ssl ssl proxy proxy_auth proxy_headers_hash')
ConnectionKey.__module__ = 'aiohttp.client_reqrep'
HttpVersion = _namedtuple('HttpVersion', 'major minor')
HttpVersion.__module__ = 'aiohttp.http_writer'
HttpVersion10, HttpVersion11 = HttpVersion(1, 0), HttpVersion(1, 1)


class BasicAuth(_namedtuple('BasicAuth', 'login password encoding')):
    """A name and a password for a header."""
    __module__ = 'aiohttp.helpers'

    def __new__(cls, login, password='', encoding='latin1'):
        for what, value in (('login', login), ('password', password)):
            if value is None:
                raise ValueError(f'None is not allowed as {what} value')
        if ':' in login:
            raise ValueError('A ":" is not allowed in login (RFC 1945#section-11.1)')
        return super().__new__(cls, login, password, encoding)

    def encode(self):
        return _network.basic_auth(*self)


class ClientTimeout(_namedtuple('ClientTimeout', 'total connect sock_read sock_connect ceil_threshold')):
    """How many seconds parts of a request may take."""
    __module__ = 'aiohttp.client'

    def __new__(cls, total=None, connect=None, sock_read=None, sock_connect=None, ceil_threshold=5):
        return super().__new__(cls, total, connect, sock_read, sock_connect, ceil_threshold)


class ClientWSTimeout(_namedtuple('ClientWSTimeout', 'ws_receive ws_close')):
    __module__ = 'aiohttp.client_ws'

    def __new__(cls, ws_receive=None, ws_close=10.0):
        return super().__new__(cls, ws_receive, ws_close)


class ResponseHandler:
    """A connection that waits to be used again; one with a server of the program itself has a link with it."""
    __module__ = 'aiohttp.client_proto'
    _link = None

    def is_connected(self):
        return self._link is None or not self._link.transport.is_closing()

    def close(self):
        if self._link is not None:
            self._link.close()


class BaseConnector:
    """How many connections there are at once, and which may be used again."""
    __module__ = 'aiohttp.connector'

    def __init__(self, *, keepalive_timeout=_unset, force_close=False, limit=100, limit_per_host=0,
                 enable_cleanup_closed=False, loop=None, timeout_ceil_threshold=5):
        if force_close and keepalive_timeout not in (_unset, None):
            raise ValueError('keepalive_timeout cannot be set if force_close is True')
        self._loop = loop or _asyncio.get_running_loop()
        self._keepalive = 15.0 if keepalive_timeout in (_unset, None) else keepalive_timeout
        self._force_close, self._limit, self._limit_per_host = force_close, limit, limit_per_host
        self._all = _asyncio.Semaphore(limit) if limit else None
        self._hosts, self._conns, self._closed = {}, {}, False

    closed = property(lambda self: self._closed)
    force_close = property(lambda self: self._force_close)
    limit = property(lambda self: self._limit)
    limit_per_host = property(lambda self: self._limit_per_host)

    def _semaphores(self, key):
        if self._limit_per_host:
            if key not in self._hosts:
                self._hosts[key] = _asyncio.Semaphore(self._limit_per_host)
            yield self._hosts[key]
        if self._all is not None:
            yield self._all

    async def _acquire(self, key):
        """A connection: one that is free, or a new one as soon as there may be one more."""
        taken = []
        try:
            for semaphore in self._semaphores(key):
                await semaphore.acquire()
                taken.append(semaphore)
        except BaseException:
            for semaphore in taken:
                semaphore.release()
            raise
        free = self._conns.get(key)
        while free:
            connection, since = free.popleft()
            if connection.is_connected() and self._loop.time() - since <= self._keepalive:
                return connection
            connection.close()
        return ResponseHandler()

    def _release(self, key, connection):
        for semaphore in self._semaphores(key):
            semaphore.release()
        if connection is not None and not self._closed and not self._force_close:
            self._conns.setdefault(key, _deque()).append((connection, self._loop.time()))
        elif connection is not None:
            connection.close()

    def close(self):
        self._closed = True
        for free in self._conns.values():
            for connection, _ in free:
                connection.close()
        self._conns.clear()
        return _Done()

    def __del__(self):
        if getattr(self, '_closed', True):
            return
        now = self._loop.time()
        waiting = [_deque(each for each in free if now - each[1] <= self._keepalive) for free in self._conns.values()]
        shown = [repr(free) for free in waiting if free]
        self._closed = True
        if shown:
            _warnings.warn(f'Unclosed connector {self!r}', ResourceWarning, source=self)
            self._loop.call_exception_handler({'connector': self, 'connections': shown,
                                               'message': 'Unclosed connector'})

    def __enter__(self):
        _warnings.warn('"with Connector():" is deprecated, use "async with Connector():" instead', DeprecationWarning)
        return self

    def __exit__(self, *exc):
        self.close()

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        await self.close()


class _Done:
    """What may be awaited or not."""

    def __await__(self):
        return
        yield


def _ssl(ssl, verify_ssl, ssl_context, fingerprint, warns=True):
    """What is meant by `ssl` and the older ways to say it."""
    ssl = True if ssl is None else ssl
    for given, name, instead in ((verify_ssl is not None and not verify_ssl, 'verify_ssl', 'ssl=False'),
                                 (ssl_context, 'ssl_context', 'ssl=context'),
                                 (fingerprint, 'fingerprint', 'ssl=Fingerprint(fingerprint)')):
        if given not in (None, False):
            if warns:
                _warnings.warn(f'{name} is deprecated, use {instead} instead', DeprecationWarning, 2)
            if ssl is not True:
                raise ValueError('verify_ssl, ssl_context, fingerprint and ssl parameters are mutually exclusive')
            ssl = False if name == 'verify_ssl' else given
    return ssl


class TCPConnector(BaseConnector):
    """The usual connections."""
    __module__ = 'aiohttp.connector'

    def __init__(self, *, verify_ssl=True, fingerprint=None, use_dns_cache=True, ttl_dns_cache=10, family=0,
                 ssl_context=None, ssl=True, local_addr=None, resolver=None, happy_eyeballs_delay=0.25,
                 interleave=None, keepalive_timeout=_unset, force_close=False, limit=100, limit_per_host=0,
                 enable_cleanup_closed=False, loop=None, timeout_ceil_threshold=5, dns_cache_max_size=1000, socket_factory=None,
                 ssl_shutdown_timeout=None):
        kept = {} if keepalive_timeout is _unset else {'keepalive_timeout': keepalive_timeout}
        super().__init__(force_close=force_close, limit=limit, limit_per_host=limit_per_host, loop=loop, **kept)
        self._ssl, self._family, self._use_dns_cache = _ssl(ssl, verify_ssl, ssl_context, fingerprint), family, use_dns_cache

    family = property(lambda self: self._family)
    use_dns_cache = property(lambda self: self._use_dns_cache)

    def clear_dns_cache(self, host=None, port=None):
        pass


class UnixConnector(BaseConnector):
    __module__ = 'aiohttp.connector'

    def __init__(self, path, **kwargs):
        _not_supported('aiohttp.UnixConnector', 'aiohttp.TCPConnector')


class StreamReader:
    """A body to be read as it arrives."""
    __module__ = 'aiohttp.streams'
    _deadline = _pause = _waiter = None

    def __init__(self, body=None, connection=None):
        self._buffer, self._at, self._eof, self._exception = b'', 0, False, None
        self._ends, self._callbacks, self._connection, self.total_bytes = _deque(), [], connection, 0
        if body is not None:
            self.feed_data(body)
            self.feed_eof()

    def __repr__(self):
        size = len(self._buffer) - self._at
        wrong = f' e={self._exception!r}' if self._exception else ''
        waits = f' w={self._waiter!r}' if self._waiter else ''
        return f"<StreamReader{f' {size} bytes' if size else ''}{' eof' if self._eof else ''}{waits}{wrong}>"

    # What arrives.

    def _wake(self):
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.done():
            waiter.set_result(None)

    _inflates = None

    def decompress(self, coding):
        """What has come and what comes is compressed."""
        import zlib
        held, self._buffer, self._at, self.total_bytes = self._buffer, b'', 0, 0
        self._ends.clear()
        self._inflates = zlib.decompressobj(wbits=16 + zlib.MAX_WBITS if coding == 'gzip' else zlib.MAX_WBITS)
        if held:
            self.feed_data(held)

    def feed_data(self, data, size=0):
        if self._inflates is not None:
            data = self._inflates.decompress(data)
        self._buffer = self._buffer[self._at:] + data
        self._at = 0
        self.total_bytes += len(data)
        if self._connection is not None and len(self._buffer) > 131072:
            self._connection.transport.pause_reading()
        self._wake()

    def end_http_chunk_receiving(self):
        if self.total_bytes != (self._ends[-1] if self._ends else 0):
            self._ends.append(self.total_bytes)
            self._wake()

    def feed_eof(self):
        self._eof = True
        self._wake()
        for callback in self._callbacks:
            callback()
        self._callbacks.clear()

    def cut(self, how, words):
        self.set_exception(ClientPayloadError(f"Response payload is not completed: <{how}Error: 400, message={words!r}>"))

    def set_exception(self, exc):
        self._exception = exc
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.done():
            waiter.set_exception(exc)
        for callback in self._callbacks:
            callback()
        self._callbacks.clear()

    def on_eof(self, callback):
        if self._eof:
            callback()
        else:
            self._callbacks.append(callback)

    # What is read.

    def exception(self):
        return self._exception

    def is_eof(self):
        return self._eof

    def at_eof(self):
        return self._eof and self._at == len(self._buffer)

    def _take(self, n):
        if self._exception is not None:
            raise self._exception
        piece = self._buffer[self._at:] if n < 0 else self._buffer[self._at:self._at + n]
        self._at += len(piece)
        if self._connection is not None and not self._eof and len(self._buffer) - self._at < 65536:
            self._connection.transport.resume_reading()
        return piece

    async def _wait(self, name):
        if self._waiter is not None:
            raise RuntimeError(f'{name}() called while another coroutine is already waiting for incoming data')
        self._waiter = self._connection.loop.create_future()
        try:
            async with _asyncio.timeout_at(self._deadline):
                try:
                    async with _asyncio.timeout(self._pause):
                        await self._waiter
                except TimeoutError as e:
                    raise SocketTimeoutError('Timeout on reading data from socket') from e
        finally:
            self._waiter = None

    async def _some(self, name):
        """Waits for something to be there, or for the end."""
        while True:
            if self._exception is not None:
                raise self._exception
            if self._eof or self._at < len(self._buffer):
                return
            await self._wait(name)

    async def read(self, n=-1):
        if n < 0:
            pieces = []
            while piece := await self.readany():
                pieces.append(piece)
            return b''.join(pieces)
        await self._some('read')
        return self._take(n)

    def read_nowait(self, n=-1):
        return self._take(n)

    async def readany(self):
        await self._some('readany')
        return self._take(-1)

    async def readchunk(self):
        while True:
            here = self.total_bytes - len(self._buffer) + self._at
            while self._ends and self._ends[0] < here:
                self._ends.popleft()
            if self._ends and self._exception is None:
                return self._take(self._ends.popleft() - here), True
            if self._eof or self._exception is not None or self._at < len(self._buffer):
                return self._take(-1), False
            await self._wait('readchunk')

    async def readexactly(self, n):
        found = b''
        while len(found) < n:
            piece = await self.read(n - len(found))
            if not piece:
                raise _asyncio.IncompleteReadError(found, n)
            found += piece
        return found

    async def readline(self):
        return await self.readuntil()

    async def readuntil(self, separator=b'\n'):
        while True:
            if self._exception is not None:
                raise self._exception
            end = self._buffer.find(separator, self._at)
            if end >= 0:
                return self._take(end + len(separator) - self._at)
            if self._eof:
                return self._take(-1)
            if len(self._buffer) - self._at > 131072:
                raise ValueError('Chunk too big')
            await self._wait('readuntil')

    def iter_chunked(self, n):
        return _Pieces(lambda: self.read(n), b'')

    def iter_any(self):
        return _Pieces(self.readany, b'')

    def iter_chunks(self):
        return _Pieces(self.readchunk, (b'', False))

    def __aiter__(self):
        return _Pieces(self.readline, b'')


class _Pieces:
    """What is read again and again, up to the end."""

    def __init__(self, read, end):
        self._read, self._end = read, end

    def __aiter__(self):
        return self

    async def __anext__(self):
        piece = await self._read()
        if piece == self._end:
            raise StopAsyncIteration
        return piece


class ClientResponse:
    """An answer: its status and headers at once, its body when it is read."""
    __module__ = 'aiohttp.client_reqrep'

    def __init__(self, method, url, answer, headers):
        self.method, self._url, self.status, self.reason = method, url, answer.status, answer.reason
        self._headers = _CIMultiDictProxy(_CIMultiDict(answer.headers))
        self._sent, self._body, self._released = headers, None, False
        body = answer.body
        self.content = StreamReader(b'' if method == 'HEAD' else body) if isinstance(body, bytes) else body
        self.version, self.cookies, self._history = HttpVersion11, _SimpleCookie(), ()
        for value in self._headers.getall('Set-Cookie', ()):
            self.cookies.load(value)

    url = property(lambda self: self._url.with_fragment(None))
    real_url = property(lambda self: self._url)
    host = property(lambda self: self._url.host)
    headers = property(lambda self: self._headers)
    history = property(lambda self: self._history)
    closed = property(lambda self: self._released or self.content.is_eof())
    connection = property(lambda self: None)
    ok = property(lambda self: self.status < 400)
    links = property(lambda self: {})
    content_type = property(lambda self: self._headers.get('Content-Type', 'application/octet-stream')
                            .partition(';')[0].strip().lower())
    charset = property(lambda self: self._headers.get('Content-Type', '').partition('charset=')[2] or None)
    content_disposition = property(lambda self: None)

    @property
    def content_length(self):
        length = self._headers.get('Content-Length')
        return None if length is None else int(length)

    @property
    def raw_headers(self):
        return tuple((name.encode(), value.encode()) for name, value in self._headers.items())

    @property
    def request_info(self):
        headers = _CIMultiDict({'Host': self._url.host_port_subcomponent, 'Accept': '*/*', 'Accept-Encoding': 'gzip, deflate',
                                'User-Agent': f'Python/3.13 aiohttp/{__version__}'})
        headers.update(self._sent)
        return RequestInfo(self.url, self.method, _CIMultiDictProxy(headers), self._url)

    def get_encoding(self):
        return self.charset or 'utf-8'

    async def read(self):
        if self._body is None:
            self._body = await self.content.read()
        return self._body

    async def text(self, encoding=None, errors='strict'):
        if self._body is None:
            await self.read()
        return self._body.decode(encoding or self.get_encoding(), errors=errors)

    async def json(self, *, encoding=None, loads=_json.loads, content_type='application/json'):
        if self._body is None:
            await self.read()
        if content_type:
            mine = self.content_type
            as_json = mine.startswith('application/') and (mine == 'application/json' or mine.endswith('+json'))
            if not (as_json if content_type == 'application/json' else content_type in mine):
                shown = self._headers.get('Content-Type', '').lower()
                raise ContentTypeError(
                    self.request_info, self.history, status=self.status, headers=self.headers,
                    message=f'Attempt to decode JSON with unexpected mimetype: {shown}')
        stripped = self._body.strip()
        return loads(stripped.decode(encoding or self.get_encoding())) if stripped else None

    def raise_for_status(self):
        if not self.ok:
            self.release()
            raise ClientResponseError(self.request_info, self.history, status=self.status, message=self.reason,
                                      headers=self.headers)

    def __del__(self):
        if not self.closed:
            self.release()

    def release(self):
        if not self.closed:
            self.content._connection.close()
        if not self._released and self.content._exception is None:
            self.content.set_exception(ClientConnectionError('Connection closed'))
        self._released = True
        return _Done()

    def close(self):
        self.release()

    async def wait_for_close(self):
        self.release()

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        self.release()

    def __repr__(self):
        return f'<ClientResponse({self.url}) [{self.status} {self.reason}]>\n{self.headers!r}\n'


class _BaseRequestContextManager(_Coroutine):
    """A request on its way: awaited or entered, it gives the answer."""
    __module__ = 'aiohttp.client'

    def __init__(self, coro, options={}):
        self._coro, self._options = coro, options

    def send(self, arg):
        return self._coro.send(arg)

    def throw(self, *args):
        return self._coro.throw(*args)

    def close(self):
        return self._coro.close()

    _options = {}

    def __await__(self):
        # Who enters it hears nothing: there the line is one of aiohttp's own.
        if self._options:
            _ssl(True, *[self._options.get(name) for name in ('verify_ssl', 'ssl_context', 'fingerprint')])
        return self._coro.__await__()

    def __iter__(self):
        return self.__await__()

    async def __aenter__(self):
        self._resp = await self._coro
        return await self._resp.__aenter__()

    async def __aexit__(self, *exc):
        await self._resp.__aexit__(*exc)


_RequestContextManager = _BaseRequestContextManager


class _SessionRequestContextManager:
    """One whose session ends with it; it is entered, not awaited."""
    __module__ = 'aiohttp.client'

    def __init__(self, coro, session):
        self._coro, self._resp, self._session = coro, None, session

    async def __aenter__(self):
        try:
            answer = await self._coro
        except BaseException:
            await self._session.close()
            raise
        self._resp = answer
        return answer

    async def __aexit__(self, *exc):
        self._resp.close()
        await self._session.close()


class FormData:
    """A form to be sent."""
    __module__ = 'aiohttp.formdata'

    def __init__(self, fields=(), quote_fields=True, charset=None, *, default_to_multipart=False):
        self._fields, self._is_multipart = [], default_to_multipart
        if hasattr(fields, 'items'):
            fields = fields.items()
        elif not isinstance(fields, (list, tuple)):
            fields = fields,
        self.add_fields(*fields)

    is_multipart = property(lambda self: self._is_multipart)

    def add_field(self, name, value, *, content_type=None, filename=None, content_transfer_encoding=None):
        if isinstance(value, (bytes, bytearray, memoryview)) and filename is None and content_transfer_encoding is None:
            _warnings.warn('In v4, passing bytes will no longer create a file field. '
                           'Please explicitly use the filename parameter or pass a BytesIO object.', DeprecationWarning)
            filename = name
        for given, what in ((filename, 'filename'), (content_type, 'content_type'),
                            (content_transfer_encoding, 'content_transfer_encoding')):
            if given is not None and not isinstance(given, str):
                raise TypeError(f'{what} must be an instance of str. Got: {given}')
        for given in name, filename, content_type:
            if given is not None and any(char < ' ' and char != '\t' or char == '\x7f' for char in given):
                raise ValueError('Forbidden control character detected in headers. Potential header injection attack.')
        if filename is not None or hasattr(value, 'read'):
            from _multipart import File, name_of
            kind = content_type or 'application/octet-stream'
            value = File(value, name_of(value, name) if filename is None else filename, kind)
        if hasattr(value, 'read') or content_type is not None or content_transfer_encoding is not None:
            self._is_multipart = True
        self._fields.append((name, value))

    def add_fields(self, *fields):
        for field in fields:
            if hasattr(field, 'read'):
                self.add_field(getattr(field, 'name', 'unknown'), field)
            elif isinstance(field, (list, tuple)) and len(field) == 2:
                self.add_field(*field)
            else:
                raise TypeError('Only io.IOBase, multidict and (name, file) pairs allowed, use .add_field() for '
                                f'passing more complex parameters, got {field!r}')


def _is_address(host):
    return ':' in host or host.replace('.', '').isdigit()


class CookieJar:
    """Cookies of a session; of servers at bare addresses only if it is `unsafe`."""
    __module__ = 'aiohttp.cookiejar'

    def __init__(self, *, unsafe=False, quote_cookie=True, treat_as_secure_origin=None, loop=None):
        self._jar, self._unsafe = _Jar(), unsafe

    unsafe = property(lambda self: self._unsafe)

    def update_cookies(self, cookies, response_url=None):
        url = '' if response_url is None else str(response_url)
        if url and not self._unsafe and _is_address(_URL(url).host or ''):
            return
        for name, value in cookies.items() if hasattr(cookies, 'items') else cookies:
            if hasattr(value, 'OutputString'):
                self._keep(_of_header(value.OutputString(), url))
            else:
                self._keep(_Cookie(name, str(value), _URL(url).host or '' if url else ''))

    def _keep(self, cookie):
        if cookie is not None:
            self._jar.set_cookie(cookie)

    def filter_cookies(self, request_url):
        found = _SimpleCookie()
        if self._unsafe or not _is_address(_URL(str(request_url)).host or ''):
            chosen = self._jar.for_url(request_url)
        else:
            chosen = [cookie for cookie in self._jar if not cookie.domain]
        for cookie in chosen:
            found[cookie.name] = _morsel(cookie, bare=True)
        return found

    def clear(self, predicate=None):
        self._jar.drop(lambda cookie: predicate is None or predicate(_morsel(cookie)))

    def clear_domain(self, domain):
        self._jar.drop(lambda cookie: cookie.domain.lstrip('.') == domain)

    def __iter__(self):
        return iter([_morsel(cookie) for cookie in self._jar])

    def __len__(self):
        return len(self._jar)


def _morsel(cookie, bare=False):
    from http.cookies import Morsel
    morsel = Morsel()
    morsel.set(cookie.name, cookie.value, cookie.value)
    if not bare:
        morsel['domain'], morsel['path'] = cookie.domain.lstrip('.'), cookie.path
    return morsel


class DummyCookieJar(CookieJar):
    __module__ = 'aiohttp.cookiejar'

    def update_cookies(self, cookies, response_url=None):
        pass


class _Params:
    def __init__(self, **kwargs):
        self.__dict__.update(kwargs)

    def __repr__(self):
        return f'{type(self).__name__}({", ".join(f"{name}={value!r}" for name, value in self.__dict__.items())})'


class TraceRequestStartParams(_Params):
    __module__ = 'aiohttp.tracing'


class TraceRequestEndParams(_Params):
    __module__ = 'aiohttp.tracing'


class TraceRequestExceptionParams(_Params):
    __module__ = 'aiohttp.tracing'


class TraceConfig:
    """Coroutine functions that are called as a request goes on. Of a simulated one there are its start, its end and
    its exception; it has no connection of its own to tell about."""
    __module__ = 'aiohttp.tracing'

    def __init__(self, trace_config_ctx_factory=None):
        from types import SimpleNamespace
        self._factory = trace_config_ctx_factory or (
            lambda trace_request_ctx=None: SimpleNamespace(trace_request_ctx=trace_request_ctx))
        self.on_request_start, self.on_request_end, self.on_request_exception = [], [], []

    def trace_config_ctx(self, trace_request_ctx=None):
        return self._factory(trace_request_ctx=trace_request_ctx)

    def freeze(self):
        pass

    def __getattr__(self, name):
        if name in _OTHER_SIGNALS:
            _not_supported('aiohttp.TraceConfig.' + name, 'on_request_start, on_request_end')
        raise AttributeError(f"'TraceConfig' object has no attribute '{name}'")


_OTHER_SIGNALS = ('on_request_chunk_sent', 'on_response_chunk_received', 'on_request_redirect',
                  'on_connection_queued_start', 'on_connection_queued_end', 'on_connection_create_start',
                  'on_connection_create_end', 'on_connection_reuseconn', 'on_dns_resolvehost_start',
                  'on_dns_resolvehost_end', 'on_dns_cache_hit', 'on_dns_cache_miss', 'on_request_headers_sent')
_DEFAULT = ClientTimeout(total=300, sock_connect=30)
_OLDER = {'total': 'read', 'connect': 'conn'}
_HARMLESS = 'GET', 'HEAD', 'OPTIONS', 'TRACE', 'PUT', 'DELETE'


def _are_text(headers):
    return all(isinstance(part, str) for header in headers for part in header)


def _refuse_others(headers):
    """Once there is a connection, headers are looked at."""
    for part in (part for header in headers for part in header if not isinstance(part, str)):
        raise TypeError(f'Cannot serialize non-str key {part!r}')


class ClientSession:
    """Requests that share connections, headers and a time-out."""
    __module__ = 'aiohttp.client'
    _connector = None

    def __init__(self, base_url=None, *, connector=None, loop=None, cookies=None, headers=None, proxy=None,
                 proxy_auth=None, skip_auto_headers=None, auth=None, json_serialize=_json.dumps, request_class=None,
                 response_class=None, ws_response_class=None, version=HttpVersion11, cookie_jar=None,
                 connector_owner=True, raise_for_status=False, read_timeout=_unset, conn_timeout=None,
                 timeout=_unset, auto_decompress=True, trust_env=False, requote_redirect_url=True,
                 trace_configs=None, read_bufsize=65536, max_line_size=8190, max_field_size=8190,
                 fallback_charset_resolver=None, middlewares=(), ssl_shutdown_timeout=None):
        self._connector = None
        self._base_url = None if base_url is None else _URL(base_url)
        if self._base_url is not None and not self._base_url.absolute:
            raise ValueError('Only absolute URLs are supported')
        if self._base_url is not None and not self._base_url.path.endswith('/'):
            raise ValueError("base_url must have a trailing '/'")
        if loop is None and connector is not None:
            loop = connector._loop
        self._loop = loop or _asyncio.get_running_loop()
        older = {name: given for name, given in (('total', read_timeout), ('connect', conn_timeout)) if given not in (_unset, None)}
        if timeout is _unset or timeout is None:
            timeout = _DEFAULT._replace(**older)
            for name in older:
                _warnings.warn(f'{_OLDER[name]}_timeout is deprecated, use timeout argument instead', DeprecationWarning, 2)
        elif not isinstance(timeout, ClientTimeout):
            raise ValueError(f"timeout parameter cannot be of {type(timeout)} type, please use "
                             "'timeout=ClientTimeout(...)'")
        elif older:
            name = next(iter(older))
            raise ValueError(f'{_OLDER[name]}_timeout and timeout parameters conflict, please setup '
                             f'timeout.{"read" if name == "total" else name}')
        self._timeout, self._owner = timeout, connector_owner
        self._connector = TCPConnector(loop=self._loop) if connector is None else connector
        self._headers, self._auth, self._raise = _CIMultiDict(headers), auth, raise_for_status
        self._jar = CookieJar() if cookie_jar is None else cookie_jar
        self._jar.update_cookies(cookies or {})
        self._serialize, self._traces, self._auto_decompress = json_serialize, trace_configs or [], auto_decompress

    def __init_subclass__(cls):
        _warnings.warn(f'Inheritance class {cls.__name__} from ClientSession is discouraged', DeprecationWarning, 2)

    closed = property(lambda self: self._connector is None or self._connector.closed)
    connector = property(lambda self: self._connector)
    connector_owner = property(lambda self: self._owner)
    cookie_jar = property(lambda self: self._jar)
    headers = property(lambda self: self._headers)
    auth = property(lambda self: self._auth)
    timeout = property(lambda self: self._timeout)
    json_serialize = property(lambda self: self._serialize)
    raise_for_status = property(lambda self: self._raise)
    auto_decompress = property(lambda self: self._auto_decompress)
    trace_configs = property(lambda self: self._traces)

    @property
    def loop(self):
        _warnings.warn('client.loop property is deprecated', DeprecationWarning, 2)
        return self._loop

    def __del__(self):
        if not self.closed:
            _warnings.warn(f'Unclosed client session {self!r}', ResourceWarning, source=self)
            self._loop.call_exception_handler({'client_session': self, 'message': 'Unclosed client session'})

    async def _request(self, method, str_or_url, *, params=None, data=None, json=None, cookies=None, headers=None,
                       skip_auto_headers=None, auth=None, allow_redirects=True, max_redirects=10, compress=None,
                       chunked=None, expect100=False, raise_for_status=None, read_until_eof=True, proxy=None,
                       proxy_auth=None, timeout=_unset, verify_ssl=None, fingerprint=None, ssl_context=None, ssl=True,
                       server_hostname=None, proxy_headers=None, trace_request_ctx=None, read_bufsize=None,
                       auto_decompress=None, max_line_size=None, max_field_size=None, middlewares=None):
        if self.closed:
            raise RuntimeError('Session is closed')
        ssl = _ssl(ssl, verify_ssl, ssl_context, fingerprint, False)
        if data is not None and json is not None:
            raise ValueError('data and json parameters can not be used at the same time')
        sent = self._headers.copy()
        sent.update(headers)
        traces = [(trace, trace.trace_config_ctx(trace_request_ctx)) for trace in self._traces]
        try:
            url = self._url(str_or_url, params)
        except InvalidURL as e:
            told = {'method': method, 'url': _URL(str_or_url), 'headers': sent}
            await self._tell(traces, 'start', TraceRequestStartParams, **told)
            await self._tell(traces, 'exception', TraceRequestExceptionParams, **told, exception=e)
            raise
        auth = self._auth if auth is None else auth
        if auth is not None and 'Authorization' not in sent:
            sent['Authorization'] = auth.encode()
        given_cookies, had_cookies = cookies or {}, sent.get('Cookie')
        self._add_cookies(sent, url, given_cookies, had_cookies)
        if timeout is _unset or timeout is None:
            timeout = self._timeout
        elif not isinstance(timeout, ClientTimeout):
            timeout = ClientTimeout(total=timeout)
        if json is not None:
            json = _json.loads(self._serialize(json))
        if isinstance(data, FormData):
            data = data._fields
        await self._tell(traces, 'start', TraceRequestStartParams, method=method, url=url, headers=sent)
        try:
            history = []
            while True:
                response = await self._answered(method, url, data, json, sent, timeout, ssl)
                coding = response.headers.get('Content-Encoding', '').lower()
                if coding in ('gzip', 'deflate') and (self._auto_decompress if auto_decompress is None else auto_decompress):
                    response.content.decompress(coding)
                if response.cookies:
                    self._jar.update_cookies(response.cookies, response.url)
                where = response.headers.get('Location', response.headers.get('URI'))
                if not allow_redirects or response.status not in (301, 302, 303, 307, 308) or where is None:
                    break
                history.append(response)
                if max_redirects and len(history) >= max_redirects:
                    raise TooManyRedirects(history[0].request_info, tuple(history))
                if response.status == 303 and method != 'HEAD' or response.status in (301, 302) and method == 'POST':
                    method, data, json = 'GET', None, None
                    sent.pop('Content-Length', None)
                url = url.join(_URL(where))
                self._add_cookies(sent, url, given_cookies, had_cookies)
                response.release()
            response._history = tuple(history)
            check = self._raise if raise_for_status is None else raise_for_status
            if callable(check):
                await check(response)
            elif check:
                response.raise_for_status()
        except BaseException as e:
            await self._tell(traces, 'exception', TraceRequestExceptionParams, method=method, url=url, headers=sent,
                             exception=e)
            raise
        await self._tell(traces, 'end', TraceRequestEndParams, method=method, url=url, headers=sent,
                         response=response)
        return response

    def _add_cookies(self, headers, url, given, before):
        found = self._jar.filter_cookies(url)
        for name, value in given.items() if hasattr(given, 'items') else given:
            found[name] = value
        text = found.output(header='', sep=';').strip()
        headers.pop('Cookie', None)
        if text or before:
            headers['Cookie'] = '; '.join(part for part in (before, text) if part)

    async def _tell(self, traces, what, params, **values):
        for trace, context in traces:
            for callback in getattr(trace, 'on_request_' + what):
                await callback(self, context, params(**values))

    def _url(self, given, params):
        try:
            url = _URL(given)
        except ValueError as e:
            raise InvalidUrlClientError(given) from e
        if self._base_url is not None and not url.absolute:
            url = self._base_url.join(url)
        if url.scheme not in ('http', 'https', 'ws', 'wss', ''):
            raise NonHttpUrlClientError(url)
        if not url.host:
            raise InvalidUrlClientError(url)
        return url.extend_query(params) if params else url

    async def _answered(self, method, url, data, json, headers, timeout, ssl):
        key = ConnectionKey(url.host, url.port, url.scheme in ('https', 'wss'), ssl, None, None, None)
        connector, connection, body, sent, answer = self._connector, None, b'', headers, None
        start = self._loop.time()
        if _network.is_own(str(url)):
            body, sent = self._body(data, json, headers)
        elif hasattr(data, '__aiter__'):
            data = b''.join([piece async for piece in data])
        async with _asyncio.timeout(timeout.total):
            try:
                async with _asyncio.timeout(timeout.connect):
                    taken = await connector._acquire(key)
            except TimeoutError as e:
                if timeout.connect is None:
                    raise
                raise ConnectionTimeoutError(f'Connection timeout to host {url}') from e
            try:
                answer = await _network.fetch_async(method, str(url), timeout.sock_read, data=data, json=json,
                                                    given=headers.items(), headers=sent.items(), body=body,
                                                    own=lambda *asked: self._exchange(taken, key, data, *asked))
                connection = taken
            except _network.Late:
                raise SocketTimeoutError('Timeout on reading data from socket') from None
            except ConnectionRefusedError as e:
                raise ClientConnectorError(key, e) from e
            except ConnectionError as e:
                raise ServerDisconnectedError() from e
            except OSError as e:
                kind = ClientConnectorDNSError if type(e).__name__ == 'gaierror' else ClientConnectorError
                raise kind(key, e) from e
            finally:
                if isinstance(getattr(answer, 'body', None), StreamReader):
                    # It is free once the whole body has arrived.
                    answer.body._pause = timeout.sock_read
                    answer.body._deadline = timeout.total and start + timeout.total
                    answer.body.on_eof(lambda: connector._release(key, taken if taken._link.may_go_on else None))
                else:
                    connector._release(key, connection)
        _refuse_others(headers.items())
        return ClientResponse(method, _URL(answer.url, encoded=True), answer, headers)

    async def _exchange(self, holder, key, data, method, url, headers, body, timeout):
        """Asks a server of the program itself over the connection that the holder has, or over a new one."""
        import _loopback
        from http.client import BadStatusLine
        if self._connector.force_close:
            headers = [*headers, ('Connection', 'close')]
        if method == 'DELETE' and not body:
            headers = [*headers, ('Content-Length', '0')]
        request = _are_text(headers) and _loopback.request_of(method, url, headers, body)
        while True:
            old, holder._link = holder._link, None
            link = old or await _loopback.connection_to(url)
            try:
                _refuse_others(headers)
                head = link.ask(method, url, request, lambda connection: StreamReader(None, connection))
                if hasattr(data, '__aiter__'):
                    link.upload = self._loop.create_task(self._upload(link, key, data))
                answer = await head
            except (ConnectionError, BadStatusLine) as e:
                link.close()
                if not isinstance(e, ConnectionError):
                    what = _URL(url), method, _CIMultiDictProxy(_CIMultiDict(headers)), _URL(url)
                    raise ClientResponseError(
                        RequestInfo(*what), (), status=400,
                        message=f'Bad status line:\n  Expected HTTP/, RTSP/ or ICE/:\n\n    {e.line!r}') from e
                # A server may hang up while its client asks again; what does no harm twice is asked once more.
                if old is None or method not in _HARMLESS:
                    raise
            except BaseException:
                link.close()
                raise
            else:
                holder._link = link
                return answer

    async def _upload(self, link, key, data):
        """Sends a body piece by piece, as a program's asynchronous generator makes it."""
        try:
            async for piece in data:
                if piece:
                    link.transport.write(b'%x\r\n%b\r\n' % (len(piece), piece))
        except Exception as e:
            error = ClientConnectionError(f'Failed to send bytes into the underlying connection Connection<{key}>: {e!r}')
            error.__cause__ = e
            if not link.head.done():
                link.head.set_exception(error)
            link.close()
        else:
            link.transport.write(b'0\r\n\r\n')

    def _body(self, data, json, headers):
        """What a server of the program itself is sent: a body and all headers."""
        import _loopback
        streams = hasattr(data, '__aiter__')
        body, kind = (b'', 'application/octet-stream') if streams else _loopback.body_of(data, json)
        sent, late = _CIMultiDict(headers), {}
        for name in 'Cookie', 'Authorization':
            if name in sent:
                late[name] = sent.pop(name)
        sent.setdefault('Accept', '*/*')
        sent.setdefault('Accept-Encoding', 'gzip, deflate')
        sent.setdefault('User-Agent', f'Python/3.13 aiohttp/{__version__}')
        sent.update(late)
        if body:
            sent['Content-Length'] = str(len(body))
        if kind:
            sent.setdefault('Content-Type', kind)
        if streams:
            sent['Transfer-Encoding'] = 'chunked'
        return body, sent

    def request(self, method, url, **kwargs):
        return _RequestContextManager(self._request(method.upper(), url, **kwargs), kwargs)

    def get(self, url, *, allow_redirects=True, **kwargs):
        return _RequestContextManager(self._request('GET', url, allow_redirects=allow_redirects, **kwargs), kwargs)

    def options(self, url, *, allow_redirects=True, **kwargs):
        return _RequestContextManager(self._request('OPTIONS', url, allow_redirects=allow_redirects, **kwargs), kwargs)

    def head(self, url, *, allow_redirects=False, **kwargs):
        return _RequestContextManager(self._request('HEAD', url, allow_redirects=allow_redirects, **kwargs), kwargs)

    def post(self, url, *, data=None, **kwargs):
        return _RequestContextManager(self._request('POST', url, data=data, **kwargs), kwargs)

    def put(self, url, *, data=None, **kwargs):
        return _RequestContextManager(self._request('PUT', url, data=data, **kwargs), kwargs)

    def patch(self, url, *, data=None, **kwargs):
        return _RequestContextManager(self._request('PATCH', url, data=data, **kwargs), kwargs)

    def delete(self, url, **kwargs):
        return _RequestContextManager(self._request('DELETE', url, **kwargs), kwargs)

    def ws_connect(self, url, **kwargs):
        from aiohttp import _websockets
        return _websockets.ConnectContext(_websockets.connect(self, url, **kwargs))

    async def close(self):
        if not self.closed:
            if self._owner:
                await self._connector.close()
            self._connector = None

    def detach(self):
        self._connector = None

    def __enter__(self):
        raise TypeError('Use async with instead')

    def __exit__(self, *exc):
        pass

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        await self.close()


def request(method, url, *, version=HttpVersion11, connector=None, loop=None, **kwargs):
    """One request in a session of its own."""
    session = ClientSession(connector=connector or TCPConnector(force_close=True), connector_owner=connector is None)
    return _SessionRequestContextManager(session._request(method, url, **kwargs), session)


def __getattr__(name):
    if name in ('hdrs', 'web', 'web_exceptions', 'web_response'):
        import importlib
        return importlib.import_module('aiohttp.' + name)
    if name == 'ETag':
        from aiohttp.web_response import ETag
        return ETag
    if name in ('WSMsgType', 'WSMessage', 'WSCloseCode', 'WebSocketError', 'ClientWebSocketResponse'):
        from aiohttp import _websockets
        return getattr(_websockets, name)
    raise AttributeError(f'module {__name__} has no attribute {name}')
