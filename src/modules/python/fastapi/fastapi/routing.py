"""Path operations: routes whose handlers are filled by requests."""
import contextlib as _contextlib
import inspect as _inspect
from enum import IntEnum as _IntEnum

from fastapi import params as _params
from fastapi._fields import ModelField, Undefined, answer_field, is_subclass
from fastapi._handler import Handler, app_of, place
from fastapi.datastructures import Default, DefaultPlaceholder, given_or_default as _given
from fastapi.dependencies.models import is_async_generator, is_generator
from fastapi.dependencies.utils import depending, embeds, get_dependant, return_annotation, solve
from fastapi.exceptions import FastAPIError, WebSocketRequestValidationError
from fastapi.utils import generate_unique_id, is_body_allowed_for_status_code
from starlette import routing as _routing
from starlette._utils import is_async_callable as _is_async_callable
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Match, Mount, NoMatchFound, compile_path, get_name
from starlette.websockets import WebSocket

def _with_dependencies(path, call, dependencies):
    """What a handler takes, and what is to be called before it."""
    dependant = get_dependant(path=path, call=call, scope='function')
    for depends in dependencies[::-1]:
        assert callable(depends.dependency), 'A parameter-less dependency must have a callable dependency'
        dependant.dependencies.insert(0, depending(depends, path))
    return dependant


class BodyField(ModelField):
    """Several parameters that a body has by their names."""

    def __init__(self, name, fields):
        forms = [field.field_info for field in fields if isinstance(field.field_info, _params.Form)]
        cls = next((kind for kind in (_params.File, _params.Form) if any(isinstance(info, kind) for info in forms)),
                   _params.Body)
        needed = any(field.field_info.is_required() for field in fields)
        info = cls(Undefined if needed else None)
        kinds = {field.field_info.media_type for field in fields}
        if cls is not _params.File and len(kinds) == 1:
            info.media_type = kinds.pop()
        info.annotation = dict
        super().__init__('body', info)
        self.model_name, self.fields = 'Body_' + name, fields


class APIRoute(_routing.Route):
    """A path operation."""

    def __init__(self, path, endpoint, *, response_model=Default(None), status_code=None, tags=None, dependencies=None,
                 summary=None, description=None, response_description='Successful Response', responses=None,
                 deprecated=None, name=None, methods=None, operation_id=None, response_model_include=None,
                 response_model_exclude=None, response_model_by_alias=True, response_model_exclude_unset=False,
                 response_model_exclude_defaults=False, response_model_exclude_none=False, include_in_schema=True,
                 response_class=Default(JSONResponse), dependency_overrides_provider=None, callbacks=None,
                 openapi_extra=None, generate_unique_id_function=Default(generate_unique_id),
                 strict_content_type=Default(True), max_body_size=None, form_limits=None):
        self._options = {name: value for name, value in locals().items() if name not in ('self', 'path', 'endpoint',
                                                                                        '__class__')}
        self.path, self.endpoint, self.summary, self.deprecated = path, endpoint, summary, deprecated
        self.operation_id, self.response_description = operation_id, response_description
        self.include_in_schema, self.response_class, self.openapi_extra = include_in_schema, response_class, openapi_extra
        self.dependency_overrides_provider, self.callbacks = dependency_overrides_provider, callbacks
        self.strict_content_type, self.generate_unique_id_function = strict_content_type, generate_unique_id_function
        self.tags, self.responses, self.dependencies = tags or [], responses or {}, list(dependencies or ())
        self._dumping = {'include': response_model_include, 'exclude': response_model_exclude,
                         'by_alias': response_model_by_alias, 'exclude_unset': response_model_exclude_unset,
                         'exclude_defaults': response_model_exclude_defaults, 'exclude_none': response_model_exclude_none}
        self.name = get_name(endpoint) if name is None else name
        self.path_regex, self.path_format, self.param_convertors = compile_path(path)
        self.methods = {method.upper() for method in (['GET'] if methods is None else methods)}
        make = generate_unique_id_function
        self.unique_id = operation_id or (make.value if isinstance(make, DefaultPlaceholder) else make)(self)
        self.status_code = int(status_code) if isinstance(status_code, _IntEnum) else status_code
        self.description = (description or _inspect.cleandoc(endpoint.__doc__ or '')).split('\f')[0].strip()
        self.response_fields = {}
        for code, response in self.responses.items():
            assert isinstance(response, dict), 'An additional response must be a dict'
            if response.get('model'):
                assert is_body_allowed_for_status_code(code), f'Status code {code} must not have a response body'
                self.response_fields[code] = answer_field(f'Response_{code}_{self.unique_id}', response['model'])
        assert callable(endpoint), 'An endpoint must be a callable'
        self.dependant = _with_dependencies(self.path_format, endpoint, self.dependencies)
        bodies = self.dependant.bodies()
        self._embeds = embeds(bodies)
        self.body_field = BodyField(self.unique_id, bodies) if self._embeds else bodies[0] if bodies else None
        self._set_answer(response_model)
        self.app = app_of(self.get_route_handler(), Request)

    def _set_answer(self, model):
        from fastapi.sse import EventSourceResponse, ServerSentEvent
        call, cls = self.endpoint, self.response_class
        streams, usual = is_async_generator(call) or is_generator(call), isinstance(cls, DefaultPlaceholder)
        self.is_sse_stream = streams and not usual and is_subclass(cls, EventSourceResponse)
        self.is_json_stream, self.stream_item_field = streams and usual, None
        if isinstance(model, DefaultPlaceholder):
            model = return_annotation(call)
            if is_subclass(model, Response):
                model = None
            elif streams and hasattr(model, '__args__'):
                item, model = model.__args__[0], None
                if (usual or self.is_sse_stream) and not is_subclass(item, ServerSentEvent):
                    self.stream_item_field = answer_field('StreamItem_' + self.unique_id, item)
        self.response_model, self.response_field = model, None
        if model:
            assert is_body_allowed_for_status_code(self.status_code), (
                f'Status code {self.status_code} must not have a response body')
            self.response_field = answer_field('Response_' + self.unique_id, model)

    def get_route_handler(self):
        return Handler(self)

    def matches(self, scope):
        match, child = super().matches(scope)
        if match is not Match.NONE:
            child['route'] = self
        return match, child

    def below(self, around):
        """The same operation in a router that is included."""
        options, router = dict(self._options), around.router
        options.update(
            tags=[*around.tags, *self.tags], dependencies=[*around.dependencies, *self.dependencies],
            responses={**around.responses, **self.responses}, deprecated=self.deprecated or around.deprecated,
            include_in_schema=self.include_in_schema and around.include_in_schema,
            response_class=_given(self.response_class, router.default_response_class, around.response_class),
            dependency_overrides_provider=around.provider, callbacks=[*around.callbacks, *(self.callbacks or [])],
            generate_unique_id_function=_given(self.generate_unique_id_function, router.generate_unique_id_function,
                                               around.unique_id),
            strict_content_type=_given(self.strict_content_type, router.strict_content_type))
        return type(self)(around.prefix + self.path, self.endpoint, **options)


class APIWebSocketRoute(_routing.WebSocketRoute):
    """A WebSocket whose handler's parameters are filled."""

    def __init__(self, path, endpoint, *, name=None, dependencies=None, dependency_overrides_provider=None):
        self.path, self.endpoint, self.name = path, endpoint, get_name(endpoint) if name is None else name
        self.dependencies, self._provider = list(dependencies or ()), dependency_overrides_provider
        self.path_regex, self.path_format, self.param_convertors = compile_path(path)
        self.dependant = _with_dependencies(self.path_format, endpoint, self.dependencies)
        self.app = app_of(self._serve, WebSocket)

    async def _serve(self, websocket):
        overrides = getattr(self._provider, 'dependency_overrides', None)
        solved = await solve(self.dependant, websocket, Undefined, overrides, embeds(self.dependant.bodies()))
        if solved.errors:
            raise WebSocketRequestValidationError(solved.errors, endpoint_ctx=place(
                self.dependant.call, f'WS {websocket.scope.get("root_path", "").rstrip("/")}{self.path_format}'))
        await self.dependant.call(**solved.values)

    def below(self, around):
        return APIWebSocketRoute(around.prefix + self.path, self.endpoint, name=self.name,
                                 dependencies=[*around.dependencies, *self.dependencies],
                                 dependency_overrides_provider=around.provider)


def _below(route, around):
    """A route of a router that is included."""
    if hasattr(route, 'below'):
        return route.below(around)
    path = around.prefix + getattr(route, 'path', '')
    if isinstance(route, _routing.Route):
        return _routing.Route(path, route.endpoint, methods=route.methods, name=route.name,
                              include_in_schema=route.include_in_schema)
    if isinstance(route, _routing.WebSocketRoute):
        return _routing.WebSocketRoute(path, route.endpoint, name=route.name)
    if isinstance(route, Mount):
        return Mount(path, app=route.app, name=route.name)
    return route


class _IncludedRouter(BaseRoute):
    """A router inside another one, with what was said when it was included. What is added to it later counts too."""

    def __init__(self, router, **around):
        self.router, self._around, self._made, self._count = router, around, [], None
        self.__dict__.update(around)

    def effective(self):
        """Its routes, as they are from outside."""
        routes = self.router.routes
        if self._count != len(routes):
            self._made, self._count = [_below(route, self) for route in routes], len(routes)
        return self._made

    def below(self, around):
        return _IncludedRouter(
            self.router, prefix=around.prefix + self.prefix, tags=[*around.tags, *self.tags],
            dependencies=[*around.dependencies, *self.dependencies], responses={**around.responses, **self.responses},
            response_class=_given(self.response_class, around.response_class), provider=around.provider,
            callbacks=[*around.callbacks, *self.callbacks], deprecated=self.deprecated or around.deprecated,
            include_in_schema=self.include_in_schema and around.include_in_schema,
            unique_id=_given(self.unique_id, around.unique_id))

    def _found(self, scope):
        partial = None
        for route in self.effective():
            match, child = route.matches(scope)
            if match is Match.FULL:
                return match, child, route
            if match is Match.PARTIAL and partial is None:
                partial = match, child, route
        return partial or (Match.NONE, {}, None)

    def matches(self, scope):
        return self._found(scope)[0], {}

    async def handle(self, scope, receive, send):
        _, child, route = self._found(scope)
        scope.update(child)
        await route.handle(scope, receive, send)

    def url_path_for(self, name, /, **path_params):
        for route in self.effective():
            try:
                return route.url_path_for(name, **path_params)
            except NoMatchFound:
                pass
        raise NoMatchFound(name, path_params)


def iter_route_contexts(routes):
    """All routes, those of included routers as well."""
    for route in routes:
        if isinstance(route, _IncludedRouter):
            yield from iter_route_contexts(route.effective())
        else:
            yield route


class _Events:
    """The life of a router: its functions for the start and the end."""

    def __init__(self, router):
        self._router = router

    async def __aenter__(self):
        await self._call(self._router.on_startup)

    async def __aexit__(self, *exc):
        await self._call(self._router.on_shutdown)

    @staticmethod
    async def _call(functions):
        for function in functions:
            found = function()
            if _is_async_callable(function):
                await found

    def __call__(self, app):
        return self


def _both(outer, inner):
    @_contextlib.asynccontextmanager
    async def lifespan(app):
        async with outer(app) as state, inner(app) as more:
            yield None if state is None and more is None else {**(more or {}), **(state or {})}
    return lifespan


class APIRouter(_routing.Router):
    """Path operations with what they have in common."""

    def __init__(self, *, prefix='', tags=None, dependencies=None, default_response_class=Default(JSONResponse),
                 responses=None, callbacks=None, routes=None, redirect_slashes=True, default=None,
                 dependency_overrides_provider=None, route_class=APIRoute, on_startup=None, on_shutdown=None,
                 lifespan=None, deprecated=None, include_in_schema=True,
                 generate_unique_id_function=Default(generate_unique_id), strict_content_type=Default(True),
                 max_body_size=None, form_limits=None):
        if _inspect.isasyncgenfunction(lifespan):
            lifespan = _contextlib.asynccontextmanager(lifespan)
        elif _inspect.isgeneratorfunction(lifespan):
            lifespan = _routing._lifted(lifespan)
        super().__init__(routes, redirect_slashes, default, _Events(self) if lifespan is None else lifespan)
        if prefix:
            self._check(prefix)
        self.prefix, self.tags, self.dependencies = prefix, tags or [], list(dependencies or ())
        self.default_response_class, self.responses, self.callbacks = default_response_class, responses or {}, callbacks or []
        self.on_startup, self.on_shutdown = list(on_startup or ()), list(on_shutdown or ())
        self.dependency_overrides_provider, self.route_class = dependency_overrides_provider, route_class
        self.deprecated, self.include_in_schema = deprecated, include_in_schema
        self.generate_unique_id_function, self.strict_content_type = generate_unique_id_function, strict_content_type

    @staticmethod
    def _check(prefix):
        assert prefix.startswith('/'), "A path prefix must start with '/'"
        assert not prefix.endswith('/'), "A path prefix must not end with '/', as the routes will start with '/'"

    def route(self, path, methods=None, name=None, include_in_schema=True):
        def decorator(func):
            self.add_route(path, func, methods=methods, name=name, include_in_schema=include_in_schema)
            return func
        return decorator

    def add_api_route(self, path, endpoint, *, route_class_override=None, tags=None, dependencies=None, responses=None,
                      callbacks=None, deprecated=None, include_in_schema=True, response_class=Default(JSONResponse),
                      generate_unique_id_function=Default(generate_unique_id), strict_content_type=Default(True),
                      **options):
        self.routes.append((route_class_override or self.route_class)(
            self.prefix + path, endpoint=endpoint, tags=[*self.tags, *(tags or [])],
            dependencies=[*self.dependencies, *(dependencies or ())], responses={**self.responses, **(responses or {})},
            callbacks=[*self.callbacks, *(callbacks or [])], deprecated=deprecated or self.deprecated,
            include_in_schema=include_in_schema and self.include_in_schema,
            response_class=_given(response_class, self.default_response_class),
            dependency_overrides_provider=self.dependency_overrides_provider,
            generate_unique_id_function=_given(generate_unique_id_function, self.generate_unique_id_function),
            strict_content_type=_given(strict_content_type, self.strict_content_type), **options))

    def api_route(self, path, **options):
        def decorator(func):
            self.add_api_route(path, func, **options)
            return func
        return decorator

    def add_api_websocket_route(self, path, endpoint, name=None, *, dependencies=None):
        self.routes.append(APIWebSocketRoute(
            self.prefix + path, endpoint, name=name, dependencies=[*self.dependencies, *(dependencies or ())],
            dependency_overrides_provider=self.dependency_overrides_provider))

    def websocket(self, path, name=None, *, dependencies=None):
        def decorator(func):
            self.add_api_websocket_route(path, func, name=name, dependencies=dependencies)
            return func
        return decorator

    def websocket_route(self, path, name=None):
        def decorator(func):
            self.add_websocket_route(path, func, name=name)
            return func
        return decorator

    def include_router(self, router, *, prefix='', tags=None, dependencies=None,
                       default_response_class=Default(JSONResponse), responses=None, callbacks=None, deprecated=None,
                       include_in_schema=True, generate_unique_id_function=Default(generate_unique_id),
                       max_body_size=None, form_limits=None):
        assert self is not router, ('Cannot include the same APIRouter instance into itself. Did you mean to include a '
                                    'different router?')
        if prefix:
            self._check(prefix)
        else:
            for route in iter_route_contexts(router.routes):
                if getattr(route, 'path', None) == '':
                    raise FastAPIError('Prefix and path cannot be both empty (path operation: '
                                       f'{getattr(route, "name", "unknown")})')
        self.routes.append(_IncludedRouter(
            router, prefix=self.prefix + prefix, tags=[*self.tags, *(tags or [])],
            dependencies=[*self.dependencies, *(dependencies or ())], responses={**self.responses, **(responses or {})},
            response_class=_given(default_response_class, self.default_response_class),
            callbacks=[*self.callbacks, *(callbacks or [])], deprecated=deprecated or self.deprecated,
            include_in_schema=self.include_in_schema and include_in_schema, provider=self.dependency_overrides_provider,
            unique_id=_given(generate_unique_id_function, self.generate_unique_id_function)))
        self.on_startup += router.on_startup
        self.on_shutdown += router.on_shutdown
        self.lifespan_context = _both(self.lifespan_context, router.lifespan_context)

    def add_event_handler(self, event_type, func):
        assert event_type in ('startup', 'shutdown')
        (self.on_startup if event_type == 'startup' else self.on_shutdown).append(func)

    def on_event(self, event_type):
        return on_event(self, event_type)


ON_EVENT = '''
        on_event is deprecated, use lifespan event handlers instead.

        Read more about it in the
        [FastAPI docs for Lifespan Events](https://fastapi.tiangolo.com/advanced/events/).
        '''


def on_event(router, event_type):
    """The decorator of that name, which warns whoever calls its caller."""
    import warnings
    warnings.warn(ON_EVENT, DeprecationWarning, stacklevel=2)

    def decorator(func):
        router.add_event_handler(event_type, func)
        return func
    return decorator


METHODS = 'get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'


def _method(verb):
    def method(self, path, **options):
        return self.api_route(path, methods=[verb.upper()], **options)
    method.__name__, method.__qualname__ = verb, f'APIRouter.{verb}'
    return method


for _verb in METHODS:
    setattr(APIRouter, _verb, _method(_verb))
