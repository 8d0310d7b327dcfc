"""Which application answers to which path."""
import contextlib as _contextlib
import functools as _functools
import inspect as _inspect
import re as _re
from enum import Enum as _Enum

from starlette._utils import get_route_path, is_async_callable as _is_async_callable, parse_host_header
from starlette._utils import wrap_app_handling_exceptions
from starlette.concurrency import run_in_threadpool
from starlette.convertors import CONVERTOR_TYPES
from starlette.datastructures import URL, Headers, URLPath
from starlette.exceptions import HTTPException, StarletteDeprecationWarning as _StarletteDeprecationWarning
from starlette.middleware import Middleware, wrapped as _wrapped
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.websockets import WebSocket, WebSocketClose


class NoMatchFound(Exception):
    def __init__(self, name, path_params):
        super().__init__(f'No route exists for name "{name}" and params "{", ".join(path_params)}".')


class Match(_Enum):
    NONE = 0
    PARTIAL = 1
    FULL = 2


def request_response(func):
    """An application of a function that takes a request and gives an answer."""
    function = func if _is_async_callable(func) else _functools.partial(run_in_threadpool, func)

    async def app(scope, receive, send):
        request = Request(scope, receive, send)

        async def answer(scope, receive, send):
            response = await function(request)
            await response(scope, receive, send)
        await wrap_app_handling_exceptions(answer, request)(scope, receive, send)
    return app


def websocket_session(func):
    """An application of a function that takes a WebSocket."""
    async def app(scope, receive, send):
        session = WebSocket(scope, receive, send)

        async def serve(scope, receive, send):
            await func(session)
        await wrap_app_handling_exceptions(serve, session)(scope, receive, send)
    return app


def get_name(endpoint):
    return getattr(endpoint, '__name__', type(endpoint).__name__)


def replace_params(path, param_convertors, path_params):
    """A path with its variable parts filled, and the parts that are left."""
    left = dict(path_params)

    def fill(match):
        name = match[1]
        return param_convertors[name].to_string(left.pop(name)) if name in left else match[0]
    return _re.sub('{([a-zA-Z_][a-zA-Z0-9_]*)}', fill, path), left


_PARAM = _re.compile('{([a-zA-Z_][a-zA-Z0-9_]*)(:[a-zA-Z_][a-zA-Z0-9_]*)?}')


def compile_path(path):
    """A path's regular expression, the path without types, and the convertors of its variable parts."""
    regex, shown, at, convertors, twice = '^', '', 0, {}, set()
    is_host = not path.startswith('/')
    for match in _PARAM.finditer(path):
        name, kind = match[1], (match[2] or ':str')[1:]
        assert kind in CONVERTOR_TYPES, f"Unknown path convertor '{kind}'"
        between = path[at:match.start()]
        regex += f'{_re.escape(between)}(?P<{name}>{CONVERTOR_TYPES[kind].regex})' if name not in convertors else ''
        shown += between + '{%s}' % name
        if name in convertors:
            twice.add(name)
        convertors[name], at = CONVERTOR_TYPES[kind], match.end()
    if twice:
        raise ValueError(f'Duplicated param name{"s" * (len(twice) > 1)} {", ".join(sorted(twice))} at path {path}')
    rest = path[at:]
    last = rest.rsplit(':', 1)[0] if is_host and not rest.endswith(']') else rest
    return _re.compile(f'{regex}{_re.escape(last)}$', _re.IGNORECASE if is_host else 0), shown + rest, convertors


class BaseRoute:
    """What may be asked whether it is for a request."""

    def matches(self, scope):
        raise NotImplementedError()

    def url_path_for(self, name, /, **path_params):
        raise NotImplementedError()

    async def handle(self, scope, receive, send):
        raise NotImplementedError()

    async def __call__(self, scope, receive, send):
        match, child = self.matches(scope)
        if match is not Match.NONE:
            scope.update(child)
            await self.handle(scope, receive, send)
        elif scope['type'] == 'http':
            await PlainTextResponse('Not Found', 404)(scope, receive, send)
        elif scope['type'] == 'websocket':
            await WebSocketClose()(scope, receive, send)

    def _params(self, scope, match):
        """The variable parts of a path, added to those of the mounts above."""
        return {**scope.get('path_params', {}),
                **{name: self.param_convertors[name].convert(value) for name, value in match.groupdict().items()}}


def _plain(endpoint):
    """Whether an endpoint is a function, no application."""
    while isinstance(endpoint, _functools.partial):
        endpoint = endpoint.func
    return _inspect.isfunction(endpoint) or _inspect.ismethod(endpoint)


class _PathRoute(BaseRoute):
    def _set(self, path, endpoint, name, make, middleware):
        assert path.startswith('/'), "Routed paths must start with '/'"
        self.path, self.endpoint, self.name = path, endpoint, get_name(endpoint) if name is None else name
        self.app = _wrapped(make(endpoint) if _plain(endpoint) else endpoint, middleware)
        self.path_regex, self.path_format, self.param_convertors = compile_path(path)

    def matches(self, scope):
        if scope['type'] == self._type:
            match = self.path_regex.match(get_route_path(scope))
            if match:
                return self._match(scope), {'endpoint': self.endpoint, 'path_params': self._params(scope, match)}
        return Match.NONE, {}

    def _match(self, scope):
        return Match.FULL

    def url_path_for(self, name, /, **path_params):
        if name != self.name or path_params.keys() != self.param_convertors.keys():
            raise NoMatchFound(name, path_params)
        return URLPath(replace_params(self.path_format, self.param_convertors, path_params)[0], self._type)

    async def handle(self, scope, receive, send):
        await self.app(scope, receive, send)

    __hash__ = None


class Route(_PathRoute):
    """A handler for a path."""
    _type = 'http'

    def __init__(self, path, endpoint, *, methods=None, name=None, include_in_schema=True, middleware=None,
                 max_body_size=None):
        self._set(path, endpoint, name, request_response, middleware)
        self.include_in_schema = include_in_schema
        if methods is None and _plain(endpoint):
            methods = ['GET']
        self.methods = None if methods is None else {method.upper() for method in methods}
        if self.methods and 'GET' in self.methods:
            self.methods.add('HEAD')

    def _match(self, scope):
        return Match.PARTIAL if self.methods and scope['method'] not in self.methods else Match.FULL

    async def handle(self, scope, receive, send):
        if self._match(scope) is Match.FULL:
            await self.app(scope, receive, send)
            return
        headers = {'Allow': ', '.join(self.methods)}
        if 'app' in scope:
            raise HTTPException(status_code=405, headers=headers)
        await PlainTextResponse('Method Not Allowed', 405, headers)(scope, receive, send)

    def __eq__(self, other):
        return (isinstance(other, Route) and self.path == other.path and self.endpoint == other.endpoint
                and self.methods == other.methods)

    def __repr__(self):
        return f'{type(self).__name__}(path={self.path!r}, name={self.name!r}, methods={sorted(self.methods or [])!r})'


class WebSocketRoute(_PathRoute):
    """A handler of WebSockets for a path."""
    _type = 'websocket'

    def __init__(self, path, endpoint, *, name=None, middleware=None):
        self._set(path, endpoint, name, websocket_session, middleware)

    def __eq__(self, other):
        return isinstance(other, WebSocketRoute) and self.path == other.path and self.endpoint == other.endpoint

    def __repr__(self):
        return f'{type(self).__name__}(path={self.path!r}, name={self.name!r})'


class _Branch(BaseRoute):
    """Where another application answers."""

    def _below(self, name, path_params, fill):
        """The path of a route below, if the name is one of its."""
        if self.name is not None and not name.startswith(self.name + ':'):
            raise NoMatchFound(name, path_params)
        rest = name if self.name is None else name[len(self.name) + 1:]
        mine, left = fill()
        for route in self.routes or []:
            try:
                return mine, route.url_path_for(rest, **left)
            except NoMatchFound:
                pass
        raise NoMatchFound(name, path_params)

    async def handle(self, scope, receive, send):
        await self.app(scope, receive, send)

    def __eq__(self, other):
        return isinstance(other, type(self)) and self._at == other._at and self.app == other.app

    __hash__ = None

    def __repr__(self):
        return f'{type(self).__name__}({self._word}={self._at!r}, name={self.name or ""!r}, app={self.app!r})'


class Mount(_Branch):
    """An application below a path."""
    _word, _at = 'path', property(lambda self: self.path)

    def __init__(self, path, app=None, routes=None, name=None, *, middleware=None, max_body_size=None):
        assert path == '' or path.startswith('/'), "Routed paths must start with '/'"
        assert app is not None or routes is not None, "Either 'app=...', or 'routes=' must be specified"
        self.path, self.name = path.rstrip('/'), name
        self._base_app = Router(routes=routes) if app is None else app
        self.app = _wrapped(self._base_app, middleware)
        self.path_regex, self.path_format, self.param_convertors = compile_path(self.path + '/{path:path}')

    routes = property(lambda self: getattr(self._base_app, 'routes', []))

    def matches(self, scope):
        if scope['type'] in ('http', 'websocket'):
            root, path = scope.get('root_path', ''), get_route_path(scope)
            match = self.path_regex.match(path)
            if match:
                params = self._params(scope, match)
                rest = '/' + params.pop('path')
                return Match.FULL, {'path_params': params, 'app_root_path': scope.get('app_root_path', root),
                                    'root_path': root + path[:-len(rest)], 'endpoint': self.app}
        return Match.NONE, {}

    def url_path_for(self, name, /, **path_params):
        if self.name is not None and name == self.name and 'path' in path_params:
            path, left = replace_params(self.path_format, self.param_convertors, {
                **path_params, 'path': path_params['path'].lstrip('/')})
            if not left:
                return URLPath(path)

        def fill():
            path, left = replace_params(self.path_format, self.param_convertors, {**path_params, 'path': ''})
            return path, {**left, 'path': path_params['path']} if 'path' in path_params else left
        mine, found = self._below(name, path_params, fill)
        return URLPath(mine.rstrip('/') + str(found), found.protocol)


class Host(_Branch):
    """An application for a host."""
    _word, _at = 'host', property(lambda self: self.host)

    def __init__(self, host, app, name=None):
        assert not host.startswith('/'), "Host must not start with '/'"
        self.host, self.app, self.name = host, app, name
        self.host_regex, self.host_format, self.param_convertors = compile_path(host)

    routes = property(lambda self: getattr(self.app, 'routes', []))

    def matches(self, scope):
        if scope['type'] in ('http', 'websocket'):
            found = parse_host_header(Headers(scope=scope).get('host'))
            match = found and self.host_regex.match(found[0].lower())
            if match:
                return Match.FULL, {'path_params': self._params(scope, match), 'endpoint': self.app}
        return Match.NONE, {}

    def url_path_for(self, name, /, **path_params):
        if self.name is not None and name == self.name and 'path' in path_params:
            path = path_params.pop('path')
            host, left = replace_params(self.host_format, self.param_convertors, path_params)
            if not left:
                return URLPath(path, host=host)
        host, found = self._below(name, path_params,
                                  lambda: replace_params(self.host_format, self.param_convertors, path_params))
        return URLPath(str(found), found.protocol, host)


class _NoLifespan:
    def __init__(self, router):
        self._router = router

    async def __aenter__(self):
        pass

    async def __aexit__(self, *exc):
        pass

    def __call__(self, app):
        return self


def _lifted(function):
    """A generator function as what surrounds the life of an application."""
    manager = _contextlib.contextmanager(function)

    @_contextlib.asynccontextmanager
    async def lifespan(app):
        with manager(app) as value:
            yield value
    return lifespan


def _lifespan_of(given, router):
    if given is None:
        return _NoLifespan(router)
    kind, lift = (('async generator', _contextlib.asynccontextmanager) if _inspect.isasyncgenfunction(given) else
                  ('generator', _lifted) if _inspect.isgeneratorfunction(given) else (None, None))
    if kind is None:
        return given
    import warnings
    warnings.warn(f'{kind} function lifespans are deprecated, use an @contextlib.asynccontextmanager function instead',
                  _StarletteDeprecationWarning)
    return lift(given)


class Router:
    """Routes, asked in turn."""

    def __init__(self, routes=None, redirect_slashes=True, default=None, lifespan=None, *, middleware=None,
                 max_body_size=None):
        self.routes, self.redirect_slashes = list(routes or ()), redirect_slashes
        self.default = self.not_found if default is None else default
        self.lifespan_context = _lifespan_of(lifespan, self)
        self.middleware_stack = _wrapped(self.app, middleware)

    async def not_found(self, scope, receive, send):
        if scope['type'] == 'websocket':
            await WebSocketClose()(scope, receive, send)
        elif 'app' in scope:
            raise HTTPException(status_code=404)
        else:
            await PlainTextResponse('Not Found', 404)(scope, receive, send)

    def url_path_for(self, name, /, **path_params):
        for route in self.routes:
            try:
                return route.url_path_for(name, **path_params)
            except NoMatchFound:
                pass
        raise NoMatchFound(name, path_params)

    async def lifespan(self, scope, receive, send):
        stage = 'startup'
        await receive()
        try:
            async with self.lifespan_context(scope.get('app')) as state:
                if state is not None:
                    if 'state' not in scope:
                        raise RuntimeError('The server does not support "state" in the lifespan scope.')
                    scope['state'].update(state)
                await send({'type': 'lifespan.startup.complete'})
                stage = 'shutdown'
                await receive()
        except BaseException:
            import traceback
            await send({'type': f'lifespan.{stage}.failed', 'message': traceback.format_exc()})
            raise
        await send({'type': 'lifespan.shutdown.complete'})

    async def __call__(self, scope, receive, send):
        await self.middleware_stack(scope, receive, send)

    async def app(self, scope, receive, send):
        assert scope['type'] in ('http', 'websocket', 'lifespan')
        scope.setdefault('router', self)
        if scope['type'] == 'lifespan':
            await self.lifespan(scope, receive, send)
            return
        found = None
        for route in self.routes:
            match, child = route.matches(scope)
            if match is Match.FULL or match is Match.PARTIAL and found is None:
                found = route, child
                if match is Match.FULL:
                    break
        if found is not None:
            route, child = found
            scope['route'] = route
            scope.update(child)
            await route.handle(scope, receive, send)
        elif (url := self._with_other_slash(scope)) is not None:
            await RedirectResponse(url)(scope, receive, send)
        else:
            await self.default(scope, receive, send)

    def _with_other_slash(self, scope):
        """The URL with or without a slash at its end, if there is a route for it."""
        path = get_route_path(scope)
        if scope['type'] == 'http' and self.redirect_slashes and path != '/':
            whole = scope['path']
            other = {**scope, 'path': whole.rstrip('/') if path.endswith('/') else whole + '/'}
            if any(route.matches(other)[0] is not Match.NONE for route in self.routes):
                return URL(scope=other)

    def __eq__(self, other):
        return isinstance(other, Router) and self.routes == other.routes

    __hash__ = None

    def mount(self, path, app, name=None):
        self.routes.append(Mount(path, app=app, name=name))

    def host(self, host, app, name=None):
        self.routes.append(Host(host, app=app, name=name))

    def add_route(self, path, endpoint, methods=None, name=None, include_in_schema=True):
        self.routes.append(Route(path, endpoint=endpoint, methods=methods, name=name,
                                 include_in_schema=include_in_schema))

    def add_websocket_route(self, path, endpoint, name=None):
        self.routes.append(WebSocketRoute(path, endpoint=endpoint, name=name))
