"""Servers and the places at which they listen."""
import asyncio as _asyncio

from _network import not_supported as _not_supported
from aiohttp._own_names import own as _own
from aiohttp.web_app import Application as _Application
from aiohttp.web_server import Server as _Server
from yarl import URL as _URL


# SIGINT and SIGTERM.
_SIGNALS = 2, 15


class GracefulExit(SystemExit):
    code = 1


def _exit_gracefully():
    raise GracefulExit()


class BaseSite:
    """A place at which a runner's server listens."""
    _server = None

    def __init__(self, runner, *, shutdown_timeout=60.0, ssl_context=None, backlog=128):
        if ssl_context is not None:
            _not_supported('aiohttp.web with an ssl_context', 'http')
        if runner.server is None:
            raise RuntimeError('Call runner.setup() before making a site')
        if shutdown_timeout != 60.0:
            import warnings
            warnings.warn('shutdown_timeout should be set on BaseRunner', DeprecationWarning, stacklevel=2)
            runner._shutdown_timeout = shutdown_timeout
        self._runner, self._backlog = runner, backlog

    async def start(self):
        sites = self._runner._sites
        if self in sites:
            raise RuntimeError(f'Site {self} is already registered in runner {self._runner}')
        sites.append(self)
        self._server = await self._listen(_asyncio.get_running_loop(), self._runner.server)

    async def stop(self):
        sites = self._runner._sites
        if self not in sites:
            raise RuntimeError(f'Site {self} is not registered in runner {self._runner}')
        if self._server is not None:
            self._server.close()
        sites.remove(self)


class TCPSite(BaseSite):
    """A host and a port."""

    def __init__(self, runner, host=None, port=None, *, shutdown_timeout=60.0, ssl_context=None, backlog=128,
                 reuse_address=None, reuse_port=None):
        super().__init__(runner, shutdown_timeout=shutdown_timeout, ssl_context=ssl_context, backlog=backlog)
        self._host, self._port = host, 8080 if port is None else port

    name = property(lambda self: str(_URL.build(scheme='http', host=self._host or '0.0.0.0', port=self._port)))
    port = property(lambda self: self._port if self._server is None else self._server.sockets[0].getsockname()[1])

    def _listen(self, loop, server):
        return loop.create_server(server, self._host or '0.0.0.0', self._port, backlog=self._backlog)


class UnixSite(BaseSite):
    """A path in the file system."""

    def __init__(self, runner, path, *, shutdown_timeout=60.0, ssl_context=None, backlog=128):
        super().__init__(runner, shutdown_timeout=shutdown_timeout, ssl_context=ssl_context, backlog=backlog)
        self._path = path

    name = property(lambda self: f'http://unix:{self._path}:')

    def _listen(self, loop, server):
        return loop.create_unix_server(server, self._path, backlog=self._backlog)


class SockSite(BaseSite):
    """A socket that the program has made."""

    def __init__(self, runner, sock, *, shutdown_timeout=60.0, ssl_context=None, backlog=128):
        super().__init__(runner, shutdown_timeout=shutdown_timeout, ssl_context=ssl_context, backlog=backlog)
        self._sock, where = sock, sock.getsockname()
        self.name = f'http://unix:{where}:' if isinstance(where, str) else str(
            _URL.build(scheme='http', host=where[0], port=where[1]))

    def _listen(self, loop, server):
        return loop.create_server(server, sock=self._sock, backlog=self._backlog)


for _kind in TCPSite, UnixSite, SockSite:
    _own(_kind, BaseSite, only='start')
del _kind


class BaseRunner:
    """A server, where it listens, and its end."""

    def __init__(self, *, handle_signals=False, shutdown_timeout=60.0, **kwargs):
        self._server, self._sites, self._shutdown_timeout = None, [], shutdown_timeout
        self._handle_signals, self._kwargs = handle_signals, kwargs

    server = property(lambda self: self._server)
    sites = property(lambda self: set(self._sites))

    @property
    def addresses(self):
        return [sock.getsockname() for site in self._sites if site._server is not None for sock in site._server.sockets]

    async def setup(self):
        for number in _SIGNALS if self._handle_signals else ():
            _asyncio.get_running_loop().add_signal_handler(number, _exit_gracefully)
        self._server = await self._make_server()

    async def shutdown(self):
        """What is done while connections are still open."""

    async def cleanup(self):
        for site in list(self._sites):
            await site.stop()
        server, loop = self._server, _asyncio.get_running_loop()
        if server is not None:
            await _asyncio.sleep(0)
            server.pre_shutdown()
            await self.shutdown()
            await server.shutdown(self._shutdown_timeout)
        await self._cleanup_server()
        for number in _SIGNALS if self._handle_signals else ():
            loop.remove_signal_handler(number)
        self._server = None

    async def _cleanup_server(self):
        pass


class ServerRunner(BaseRunner):
    """A server without an application."""

    def __init__(self, web_server, **kwargs):
        super().__init__(**kwargs)
        self._web_server = web_server

    async def _make_server(self):
        return self._web_server


class AppRunner(BaseRunner):
    """An application with its servers."""

    def __init__(self, app, *, handle_signals=False, access_log_class=None, **kwargs):
        if not isinstance(app, _Application):
            raise TypeError(f'The first argument should be web.Application instance, got {app!r}')
        if access_log_class is not None:
            kwargs['access_log_class'] = access_log_class
        super().__init__(handle_signals=handle_signals, **kwargs)
        self._app = app

    app = property(lambda self: self._app)

    async def shutdown(self):
        await self._app.shutdown()

    async def _make_server(self):
        self._app._loop = _asyncio.get_running_loop()
        await self._app.startup()
        self._app.freeze()
        return _Server(self._app._handle, request_factory=self._app._make_request, **(self._app._handler_args or {}) | self._kwargs)

    async def _cleanup_server(self):
        await self._app.cleanup()
