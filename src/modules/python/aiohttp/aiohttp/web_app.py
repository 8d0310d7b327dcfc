"""Applications."""
import asyncio as _asyncio
import warnings as _warnings
from functools import partial as _partial, update_wrapper as _update_wrapper

from aiohttp.helpers import AppKey as _AppKey
from aiohttp.web_exceptions import NotAppKeyWarning as _NotAppKeyWarning
from aiohttp.web_request import Request as _Request
from aiohttp.web_response import Keyed as _Keyed
from aiohttp.web_server import Server as _Server
from aiohttp.web_urldispatcher import PrefixedSubAppResource as _PrefixedSubAppResource, UrlDispatcher as _UrlDispatcher
from aiosignal import Signal as _Signal
from frozenlist import FrozenList as _FrozenList


class CleanupError(RuntimeError):
    """Several contexts of an application could not be left."""
    exceptions = property(lambda self: self.args[1])


class _AsyncGeneratorContext:
    """An asynchronous generator that goes on once an application has ended."""

    def __init__(self, generator):
        self._generator = generator.__aiter__()

    async def __aenter__(self):
        await self._generator.__anext__()

    async def __aexit__(self, *exc):
        try:
            await self._generator.__anext__()
        except StopAsyncIteration:
            return
        raise RuntimeError(f"{self._generator!r} has more than one 'yield'")

class CleanupContext(_FrozenList):
    """What is entered when an application starts, and left at its end."""

    def __init__(self):
        super().__init__()
        self._entered = []

    async def _on_startup(self, app):
        for context in self:
            entered = context(app)
            if not hasattr(entered, '__aexit__'):
                entered = _AsyncGeneratorContext(entered)
            await entered.__aenter__()
            self._entered.append(entered)

    async def _on_cleanup(self, app):
        wrong = []
        for entered in reversed(self._entered):
            try:
                await entered.__aexit__(None, None, None)
            except (Exception, _asyncio.CancelledError) as e:
                wrong.append(e)
        if len(wrong) > 1:
            raise CleanupError('Multiple errors on cleanup stage', wrong)
        if wrong:
            raise wrong[0]


async def _within(app, inner, request):
    """Calls what is inside of an application."""
    before, request._match_info.current_app = request._match_info.current_app, app
    try:
        return await inner(request)
    finally:
        request._match_info.current_app = before


class Application(_Keyed):
    """Handlers by path, and what they share."""

    def __init__(self, *, logger=None, router=None, middlewares=(), handler_args=None, client_max_size=1048576,
                 client_max_fields=1000, loop=None, debug=...):
        super().__init__()
        for given, name in (router is not None, 'router'), (loop is not None, 'loop'), (debug is not ..., 'debug'):
            if given:
                _warnings.warn(f'{name} argument is deprecated', DeprecationWarning, 2)
        self._loop, self._debug, self._logger, self._handler_args = loop, debug, logger, handler_args
        self._router, self._middlewares, self._subapps = _UrlDispatcher() if router is None else router, _FrozenList(middlewares), []
        self._on_startup, self._on_shutdown, self._on_cleanup = _Signal(self), _Signal(self), _Signal(self)
        self._on_response_prepare, self._cleanup_ctx, self._client_max_size = _Signal(self), CleanupContext(), client_max_size
        self._on_startup.append(self._cleanup_ctx._on_startup)
        self._on_cleanup.append(self._cleanup_ctx._on_cleanup)

    router = property(lambda self: self._router)
    middlewares = property(lambda self: self._middlewares)
    on_startup = property(lambda self: self._on_startup)
    on_shutdown = property(lambda self: self._on_shutdown)
    on_cleanup = property(lambda self: self._on_cleanup)
    on_response_prepare = property(lambda self: self._on_response_prepare)
    cleanup_ctx = property(lambda self: self._cleanup_ctx)
    pre_frozen = property(lambda self: self._router.frozen)
    frozen = property(lambda self: self._frozen)
    _frozen = False

    def __init_subclass__(cls):
        _warnings.warn(f'Inheritance class {cls.__name__} from web.Application is discouraged', DeprecationWarning, 2)

    @property
    def logger(self):
        if self._logger is None:
            from aiohttp.log import web_logger
            self._logger = web_logger
        return self._logger

    @logger.setter
    def logger(self, logger):
        self._logger = logger

    @property
    def loop(self):
        _warnings.warn('loop property is deprecated', DeprecationWarning, 2)
        return self._loop

    @property
    def debug(self):
        _warnings.warn('debug property is deprecated', DeprecationWarning, 2)
        return self._debug

    def __call__(self):
        return self

    def pre_freeze(self):
        """From now on nothing is added."""
        if not self.pre_frozen:
            for each in (self._middlewares, self._router, self._on_response_prepare, self._cleanup_ctx, self._on_startup,
                         self._on_shutdown, self._on_cleanup):
                each.freeze()
            for old in (each for each in reversed(self._middlewares) if not hasattr(each, '__middleware_version__')):
                _warnings.warn(f'old-style middleware "{old!r}" deprecated, see #2252', DeprecationWarning, 2)
            for subapp in self._subapps:
                subapp.pre_freeze()

    def freeze(self):
        if not self._frozen:
            self._frozen = True
            self.pre_freeze()
            for below in self._subapps:
                below.freeze()

    def _check_frozen(self):
        if self._frozen:
            _warnings.warn('Changing state of started or joined application is deprecated', DeprecationWarning, stacklevel=2)

    def __setitem__(self, key, value):
        self._check_frozen()
        if not isinstance(key, _AppKey):
            _warnings.warn('It is recommended to use web.AppKey instances for keys.\n'
                           'https://docs.aiohttp.org/en/stable/web_advanced.html#application-s-config',
                           _NotAppKeyWarning, stacklevel=2)
        self._state[key] = value

    def __delitem__(self, key):
        self._check_frozen()
        del self._state[key]

    def __repr__(self):
        return f'<Application 0x{id(self):x}>'

    def __bool__(self):
        return True

    def add_routes(self, routes):
        return self._router.add_routes(routes)

    def add_subapp(self, prefix, subapp):
        if not isinstance(prefix, str):
            raise TypeError('Prefix must be str')
        if not prefix.rstrip('/'):
            raise ValueError('Prefix cannot be empty')
        return self._add_subapp(lambda: _PrefixedSubAppResource(prefix.rstrip('/'), subapp), subapp)

    def add_domain(self, domain, subapp):
        """Gives an application what is asked of a host."""
        from aiohttp._domains import Domain, MaskDomain, MatchedSubAppResource
        if not isinstance(domain, str):
            raise TypeError('Domain must be str')
        rule = (MaskDomain if '*' in domain else Domain)(domain)
        return self._add_subapp(lambda: MatchedSubAppResource(rule, subapp), subapp)

    def _add_subapp(self, make, subapp):
        for app, name in (self, 'sub application to frozen'), (subapp, 'frozen'):
            if app.frozen:
                raise RuntimeError(f'Cannot add {name} application')
        resource = self._router.register_resource(make())
        for name in 'on_startup', 'on_shutdown', 'on_cleanup':
            getattr(self, name).append(_Passed(getattr(subapp, name), subapp))
        self._subapps.append(subapp)
        subapp.pre_freeze()
        return resource

    async def startup(self):
        self._loop = _asyncio.get_running_loop()
        self._on_startup.freeze()
        await self._on_startup.send(self)

    async def shutdown(self):
        await self._on_shutdown.send(self)

    async def cleanup(self):
        if self._on_cleanup.frozen:
            await self._on_cleanup.send(self)
        else:
            await self._cleanup_ctx._on_cleanup(self)

    def _make_request(self, *args):
        request = _Request(*args)
        request._most = self._client_max_size
        return request

    def make_handler(self, *, loop=None, **kwargs):
        _warnings.warn('Application.make_handler(...) is deprecated, use AppRunner API instead', DeprecationWarning, 2)
        self.freeze()
        return _Server(self._handle, request_factory=self._make_request, loop=loop, **kwargs)

    async def _handle(self, request):
        found = request._match_info = await self._router.resolve(request)
        found.add_app(self)
        found.freeze()
        handler = found.handler
        for app in reversed(found.apps):
            for middleware in reversed(app._middlewares):
                if hasattr(middleware, '__middleware_version__'):
                    handler = _update_wrapper(_partial(middleware, handler=handler), handler)
                else:
                    handler = await middleware(app, handler)
            if len(found.apps) > 1:
                handler = _update_wrapper(_partial(_within, app, handler), handler)
        return await handler(request)


class _Passed:
    """A signal of an application that is below another one."""

    def __init__(self, signal, app):
        self._signal, self._app = signal, app

    def __call__(self, above):
        return self._signal.send(self._app)
