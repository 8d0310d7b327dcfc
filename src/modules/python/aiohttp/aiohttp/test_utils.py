"""Servers and clients for tests."""
import asyncio as _asyncio
import contextlib as _contextlib
import socket as _socket
from types import GenericAlias as _GenericAlias
from unittest import IsolatedAsyncioTestCase as _IsolatedAsyncioTestCase, mock as _mock

import aiohttp as _aiohttp
from aiohttp import web as _web
from yarl import URL as _URL

_unset = object()


def get_port_socket(host, port, family=_socket.AF_INET):
    sock = _socket.socket(family, _socket.SOCK_STREAM)
    sock.setsockopt(_socket.SOL_SOCKET, _socket.SO_REUSEADDR, 1)
    sock.bind((host, port))
    return sock


def get_unused_port_socket(host, family=_socket.AF_INET):
    return get_port_socket(host, 0, family)


def unused_port():
    """A port that nobody listens at."""
    with get_unused_port_socket('127.0.0.1') as sock:
        return sock.getsockname()[1]


class BaseTestServer:
    """A server at a port of its own."""
    __test__ = False

    def __init__(self, *, scheme='', loop=None, host='127.0.0.1', port=None, skip_url_asserts=False,
                 socket_factory=get_port_socket, **kwargs):
        self._loop, self.runner, self._root, self.host, self.port, self._closed = loop, None, None, host, port, False
        self.scheme, self.skip_url_asserts, self.socket_factory = scheme or 'http', skip_url_asserts, socket_factory

    started = property(lambda self: self.runner is not None)
    closed = property(lambda self: self._closed)
    handler = property(lambda self: self.runner.server)

    async def start_server(self, loop=None, **kwargs):
        if self.runner is not None:
            return
        self._loop = loop
        self.runner = await self._make_runner(handler_cancellation=True, **kwargs)
        await self.runner.setup()
        shown, family = (f'[{self.host}]', _socket.AF_INET6) if ':' in self.host else (self.host, _socket.AF_INET)
        sock = self.socket_factory(self.host, self.port or 0, family)
        self.host, self.port = sock.getsockname()[:2]
        await _web.SockSite(self.runner, sock).start()
        self._root = _URL(f'{self.scheme}://{shown}:{self.port}')

    def make_url(self, path):
        assert self._root is not None
        if self.skip_url_asserts:
            return _URL(str(self._root) + str(path))
        assert not _URL(path).absolute
        return self._root.join(_URL(path))

    async def close(self):
        if self.started and not self._closed:
            await self.runner.cleanup()
            self._root, self.port, self._closed = None, None, True

    def __enter__(self):
        raise TypeError('Use async with instead')

    def __exit__(self, *exc):
        pass

    async def __aenter__(self):
        await self.start_server(loop=self._loop)
        return self

    async def __aexit__(self, *exc):
        await self.close()


class TestServer(BaseTestServer):
    """The server of an application."""

    def __init__(self, app, **kwargs):
        self.app = app
        super().__init__(**kwargs)

    async def _make_runner(self, **kwargs):
        return _web.AppRunner(self.app, **kwargs)


class RawTestServer(BaseTestServer):
    """The server of a handler for all requests."""

    def __init__(self, handler, **kwargs):
        self._handler = handler
        super().__init__(**kwargs)

    async def _make_runner(self, debug=True, **kwargs):
        return _web.ServerRunner(_web.Server(self._handler, loop=self._loop, debug=debug, **kwargs))


class TestClient:
    """A session whose paths lead to a server of a test."""
    __test__ = False
    __class_getitem__ = classmethod(_GenericAlias)

    def __init__(self, server, *, cookie_jar=None, loop=None, **kwargs):
        if not isinstance(server, BaseTestServer):
            raise TypeError(f'server must be TestServer instance, found type: {type(server)!r}')
        self._server, self._loop, self._closed, self._opened = server, loop, False, []
        self._session = _aiohttp.ClientSession(cookie_jar=cookie_jar or _aiohttp.CookieJar(unsafe=True), **kwargs)

    host = property(lambda self: self._server.host)
    port = property(lambda self: self._server.port)
    server = property(lambda self: self._server)
    app = property(lambda self: getattr(self._server, 'app', None))
    session = property(lambda self: self._session)

    async def start_server(self):
        await self._server.start_server(loop=self._loop)

    def make_url(self, path):
        return self._server.make_url(path)

    async def _request(self, method, path, **kwargs):
        answer = await self._session.request(method, self.make_url(path), **kwargs)
        self._opened.append(answer)
        return answer

    def request(self, method, path, **kwargs):
        return _aiohttp._RequestContextManager(self._request(method, path, **kwargs))

    async def _connect(self, path, **kwargs):
        kwargs.pop('decode_text', None)
        socket = await self._session.ws_connect(self.make_url(path), **kwargs)
        self._opened.append(socket)
        return socket

    def ws_connect(self, path, **kwargs):
        from aiohttp._websockets import ConnectContext
        return ConnectContext(self._connect(path, **kwargs))

    async def close(self):
        if not self._closed:
            for each in self._opened:
                closed = each.close()
                if closed is not None:
                    await closed
            await self._session.close()
            await self._server.close()
            self._closed = True

    __enter__, __exit__ = BaseTestServer.__enter__, BaseTestServer.__exit__

    async def __aenter__(self):
        await self.start_server()
        return self

    async def __aexit__(self, *exc):
        await self.close()


def _method(name):
    return lambda self, path, **kwargs: self.request(name, path, **kwargs)


for _name in 'get', 'post', 'put', 'patch', 'delete', 'head', 'options':
    setattr(TestClient, _name, _method(_name.upper()))


class AioHTTPTestCase(_IsolatedAsyncioTestCase):
    """Tests of an application, with a client of it."""

    async def get_application(self):
        return self.get_app()

    def get_app(self):
        raise RuntimeError('Did you forget to define get_application()?')

    async def asyncSetUp(self):
        self.loop = _asyncio.get_running_loop()
        await self.setUpAsync()

    async def setUpAsync(self):
        app = self.app = await self.get_application()
        server = self.server = await self.get_server(app)
        client = self.client = await self.get_client(server)
        await client.start_server()

    async def asyncTearDown(self):
        await self.tearDownAsync()

    async def tearDownAsync(self):
        await self.client.close()

    async def get_server(self, app):
        return TestServer(app, loop=self.loop)

    async def get_client(self, server):
        return TestClient(server, loop=self.loop)


def unittest_run_loop(func, *args, **kwargs):
    import warnings
    warnings.warn('Decorator `@unittest_run_loop` is no longer needed in aiohttp 3.8+', DeprecationWarning, stacklevel=2)
    return func


def setup_test_loop(loop_factory=_asyncio.new_event_loop):
    loop = loop_factory()
    _asyncio.set_event_loop(loop)
    return loop


def teardown_test_loop(loop, fast=False):
    if not loop.is_closed():
        loop.call_soon(loop.stop)
        loop.run_forever()
        loop.close()
    _asyncio.set_event_loop(None)


@_contextlib.contextmanager
def loop_context(loop_factory=_asyncio.new_event_loop, fast=False):
    """A loop for a test, closed behind it."""
    loop = setup_test_loop(loop_factory)
    yield loop
    teardown_test_loop(loop, fast)


def make_mocked_coro(return_value=_unset, raise_exception=_unset):
    """A function of a coroutine that gives or raises what is asked for, and remembers its calls."""
    async def called(*args, **kwargs):
        if raise_exception is _unset:
            return _mock.DEFAULT if return_value is _unset else return_value
        if isinstance(raise_exception, type) or not callable(raise_exception):
            raise raise_exception
        raise_exception(*args, **kwargs)
    return _mock.Mock(wraps=called)


def make_mocked_request(method, path, headers=None, *, match_info=_unset, version=_aiohttp.HttpVersion11, closing=False,
                        app=None, writer=_unset, protocol=_unset, transport=_unset, payload=_unset, sslcontext=None,
                        client_max_size=1048576, client_max_fields=1000, loop=...):
    """A request that no client has sent."""
    from aiohttp.web_urldispatcher import UrlMappingMatchInfo
    if transport is _unset:
        transport = _mock.Mock()
        transport.get_extra_info.side_effect = {'sslcontext': sslcontext, 'sockname': ('127.0.0.1', 80)}.get
        transport.is_closing.return_value = False
        transport.get_protocol.return_value = _mock.Mock() if protocol is _unset else protocol
    if writer is _unset:
        writer = _mock.Mock(transport=transport, get_extra_info=transport.get_extra_info)
        writer.drain = writer.write_eof = make_mocked_coro(None)
    request = _web.Request(method.upper(), path, headers, _aiohttp.StreamReader(b'') if payload is _unset else payload, writer,
                           _mock.Mock(at_eof=lambda: False))
    request.version, request._version = version, f'HTTP/{version.major}.{version.minor}'
    request.keep_alive, request._most = not closing and version >= (1, 1), client_max_size
    if sslcontext is not None:
        request.scheme = 'https'
    request._match_info = UrlMappingMatchInfo({} if match_info is _unset else match_info, _mock.Mock())
    if app is None:
        app, values = _mock.MagicMock(spec=_web.Application), {}
        app.__getitem__.side_effect, app.__setitem__.side_effect = values.__getitem__, values.__setitem__
        app.on_response_prepare = []
    request._match_info.add_app(app)
    return request
