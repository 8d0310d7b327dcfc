"""aiohttp's server: applications, routes, handlers, on the loopback addresses."""
import asyncio as _asyncio
import warnings as _warnings

from _network import not_supported as _not_supported
from aiohttp.helpers import AppKey, RequestKey, ResponseKey
from aiohttp.web_app import Application, CleanupError
from aiohttp.web_exceptions import *
from aiohttp.web_fileresponse import FileResponse
from aiohttp.web_middlewares import middleware, normalize_path_middleware
from aiohttp.web_protocol import PayloadAccessError, RequestHandler, RequestPayloadError
from aiohttp.web_request import BaseRequest, FileField, Request
from aiohttp.web_response import ContentCoding, Response, StreamResponse, json_bytes_response, json_response
from aiohttp.web_routedef import (
    AbstractRouteDef, RouteDef, RouteTableDef, StaticDef, delete, get, head, options, patch, post, put, route, static, view)
from aiohttp.web_runner import (
    AppRunner, BaseRunner, BaseSite, GracefulExit, ServerRunner, SockSite, TCPSite, UnixSite, _exit_gracefully)
from aiohttp.web_server import Server
from aiohttp.web_urldispatcher import (
    AbstractResource, AbstractRoute, DynamicResource, PlainResource, PrefixedSubAppResource, Resource, ResourceRoute,
    StaticResource, UrlDispatcher, UrlMappingMatchInfo, View)

# For now nobody is to hear of it who does not ask.
_warnings.filterwarnings('ignore', category=NotAppKeyWarning, append=True)


async def _run_app(app, host, port, path, sock, out, **kwargs):
    if hasattr(app, '__await__'):
        app = await app
    runner = AppRunner(app, **kwargs)
    await runner.setup()
    try:
        for site in _sites(runner, host, port, path, sock):
            await site.start()
        if out:
            names = ', '.join([site.name for site in runner._sites])
            out(f'======== Running on {names} ========\n(Press CTRL+C to quit)')
        while True:
            await _asyncio.sleep(3600)
    finally:
        await runner.cleanup()


def _each(given):
    return [given] if isinstance(given, (str, bytes)) or not hasattr(given, '__iter__') else given


def _sites(runner, host, port, path, sock):
    """Where an application is to be reached."""
    if host is not None:
        for each in _each(host):
            yield TCPSite(runner, each, port)
    elif path is None and sock is None or port is not None:
        yield TCPSite(runner, port=port)
    for each in [] if path is None else _each(path):
        yield UnixSite(runner, each)
    for each in [] if sock is None else _each(sock):
        yield SockSite(runner, each)


def run_app(app, *, host=None, port=None, path=None, sock=None, shutdown_timeout=60.0, keepalive_timeout=75.0,
            ssl_context=None, print=print, backlog=128, access_log_class=None, access_log_format=None,
            access_log=True, handle_signals=True, reuse_address=None, reuse_port=None, handler_cancellation=False,
            loop=None):
    """Runs an application until it is interrupted."""
    if ssl_context is not None:
        _not_supported('aiohttp.web with an ssl_context', 'http')
    formed = {} if access_log_format is None else {'access_log_format': access_log_format}
    own = loop or _asyncio.new_event_loop()
    _asyncio.set_event_loop(own)
    task = own.create_task(_run_app(app, host, port, path, sock, print, access_log=access_log,
                                    access_log_class=access_log_class, shutdown_timeout=shutdown_timeout,
                                    handler_cancellation=handler_cancellation, **formed))
    if handle_signals:
        import signal
        for number in signal.SIGINT, signal.SIGTERM:
            own.add_signal_handler(number, _exit_gracefully)
    try:
        own.run_until_complete(task)
    except (GracefulExit, KeyboardInterrupt):
        pass
    finally:
        _cancel({task}, own)
        _cancel(_asyncio.all_tasks(own), own)
        own.run_until_complete(own.shutdown_asyncgens())
        own.close()
        _asyncio.set_event_loop(None)


def _cancel(tasks, loop):
    """Cancels tasks and waits for their end."""
    for task in tasks:
        task.cancel()
    if tasks:
        loop.run_until_complete(_asyncio.gather(*tasks, return_exceptions=True))
    for task in tasks:
        if not task.cancelled() and task.exception() is not None:
            loop.call_exception_handler({'message': 'unhandled exception during asyncio.run() shutdown',
                                         'exception': task.exception(), 'task': task})


def __getattr__(name):
    if name in ('WebSocketResponse', 'WebSocketReady', 'WSMsgType', 'WSMessage', 'WSCloseCode'):
        from aiohttp import _websockets
        return getattr(_websockets, name)
    raise AttributeError(f"module 'aiohttp.web' has no attribute '{name}'")
