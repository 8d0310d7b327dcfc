"""Applications."""
import contextlib as _contextlib

from fastapi import routing as _routing
from fastapi.datastructures import Default
from fastapi.exception_handlers import http_exception_handler, request_validation_exception_handler
from fastapi.exception_handlers import websocket_request_validation_exception_handler
from fastapi.exceptions import RequestValidationError, WebSocketRequestValidationError
from fastapi.utils import generate_unique_id
from starlette.applications import Starlette
from starlette.datastructures import State
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.responses import JSONResponse


class _Stack:
    """Closes what a request has opened, once it is answered."""

    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        async with _contextlib.AsyncExitStack() as stack:
            scope['fastapi_middleware_astack'] = stack
            await self.app(scope, receive, send)


class FastAPI(Starlette):
    """An application."""

    def __init__(self, *, debug=False, routes=None, title='FastAPI', summary=None, description='', version='0.1.0',
                 openapi_url='/openapi.json', openapi_tags=None, servers=None, dependencies=None,
                 default_response_class=Default(JSONResponse), redirect_slashes=True, docs_url='/docs',
                 redoc_url='/redoc', swagger_ui_oauth2_redirect_url='/docs/oauth2-redirect', swagger_ui_init_oauth=None,
                 middleware=None, exception_handlers=None, on_startup=None, on_shutdown=None, lifespan=None,
                 terms_of_service=None, contact=None, license_info=None, root_path='', root_path_in_servers=True,
                 responses=None, callbacks=None, webhooks=None, deprecated=None, include_in_schema=True,
                 swagger_ui_parameters=None, generate_unique_id_function=Default(generate_unique_id),
                 separate_input_output_schemas=True, openapi_external_docs=None, strict_content_type=Default(True),
                 max_body_size=None, form_limits=None, telemetry=None, **extra):
        self.debug, self.title, self.summary, self.description, self.version = debug, title, summary, description, version
        self.openapi_url, self.openapi_tags, self.servers = openapi_url, openapi_tags, servers or []
        self.terms_of_service, self.contact, self.license_info = terms_of_service, contact, license_info
        self.docs_url, self.redoc_url, self.root_path_in_servers = docs_url, redoc_url, root_path_in_servers
        self.swagger_ui_oauth2_redirect_url = swagger_ui_oauth2_redirect_url
        self.swagger_ui_init_oauth, self.swagger_ui_parameters = swagger_ui_init_oauth, swagger_ui_parameters
        self.separate_input_output_schemas, self.openapi_external_docs = separate_input_output_schemas, openapi_external_docs
        self.openapi_version, self.openapi_schema, self.extra = '3.1.0', None, extra
        self.max_body_size, self.root_path, self.state, self.dependency_overrides = max_body_size, root_path, State(), {}
        if openapi_url:
            assert title, "A title must be provided for OpenAPI, e.g.: 'My API'"
            assert version, "A version must be provided for OpenAPI, e.g.: '2.1.0'"
        if root_path:
            import warnings
            from fastapi.exceptions import FastAPIDeprecationWarning
            warnings.warn("The `root_path` parameter is deprecated. Configure the server's root path instead, for example "
                          'with `fastapi run --root-path /api/v1`.', FastAPIDeprecationWarning, stacklevel=2)
        self.webhooks = webhooks or _routing.APIRouter()
        self.router = _routing.APIRouter(
            routes=routes, redirect_slashes=redirect_slashes, dependency_overrides_provider=self, on_startup=on_startup,
            on_shutdown=on_shutdown, lifespan=lifespan, default_response_class=default_response_class,
            dependencies=dependencies, callbacks=callbacks, deprecated=deprecated, include_in_schema=include_in_schema,
            responses=responses, generate_unique_id_function=generate_unique_id_function,
            strict_content_type=strict_content_type)
        self.exception_handlers = {
            HTTPException: http_exception_handler, RequestValidationError: request_validation_exception_handler,
            WebSocketRequestValidationError: websocket_request_validation_exception_handler, **(exception_handlers or {})}
        self.user_middleware, self.middleware_stack = list(middleware or ()), None
        self.setup()

    def _inside(self):
        return [Middleware(_Stack)]

    def openapi(self):
        count = sum(1 for _ in _routing.iter_route_contexts(self.routes))
        if not self.openapi_schema or getattr(self, '_described', count) != count:
            from fastapi.openapi.utils import get_openapi
            self.openapi_schema, self._described = get_openapi(
                title=self.title, version=self.version, openapi_version=self.openapi_version, summary=self.summary,
                description=self.description, terms_of_service=self.terms_of_service, contact=self.contact,
                license_info=self.license_info, routes=self.routes, webhooks=self.webhooks.routes,
                tags=self.openapi_tags, servers=self.servers, external_docs=self.openapi_external_docs,
                separate_input_output_schemas=self.separate_input_output_schemas), count
        return self.openapi_schema

    def setup(self):
        """Adds the routes that describe the application."""
        if not self.openapi_url:
            return

        def root(request):
            return request.scope.get('root_path', '').rstrip('/')

        async def openapi(req):
            path, schema = root(req), self.openapi()
            if path and self.root_path_in_servers and path not in {each.get('url') for each in schema.get('servers', [])}:
                schema = {**schema, 'servers': [{'url': path}, *schema.get('servers', [])]}
            return JSONResponse(schema)

        async def swagger_ui_html(req):
            from fastapi.openapi.docs import get_swagger_ui_html
            path = self.swagger_ui_oauth2_redirect_url
            return get_swagger_ui_html(openapi_url=root(req) + self.openapi_url, title=f'{self.title} - Swagger UI',
                                       oauth2_redirect_url=path and root(req) + path,
                                       init_oauth=self.swagger_ui_init_oauth,
                                       swagger_ui_parameters=self.swagger_ui_parameters)

        async def swagger_ui_redirect(req):
            from fastapi.openapi.docs import get_swagger_ui_oauth2_redirect_html
            return get_swagger_ui_oauth2_redirect_html()

        async def redoc_html(req):
            from fastapi.openapi.docs import get_redoc_html
            return get_redoc_html(openapi_url=root(req) + self.openapi_url, title=f'{self.title} - ReDoc')
        self.add_route(self.openapi_url, openapi, include_in_schema=False)
        if self.docs_url:
            self.add_route(self.docs_url, swagger_ui_html, include_in_schema=False)
            if self.swagger_ui_oauth2_redirect_url:
                self.add_route(self.swagger_ui_oauth2_redirect_url, swagger_ui_redirect, include_in_schema=False)
        if self.redoc_url:
            self.add_route(self.redoc_url, redoc_html, include_in_schema=False)

    async def __call__(self, scope, receive, send):
        if self.root_path:
            scope['root_path'] = self.root_path
        await super().__call__(scope, receive, send)

    def on_event(self, event_type):
        return _routing.on_event(self.router, event_type)

    def middleware(self, middleware_type):
        def decorator(func):
            from starlette.middleware.base import BaseHTTPMiddleware
            self.add_middleware(BaseHTTPMiddleware, dispatch=func)
            return func
        return decorator

    def exception_handler(self, exc_class_or_status_code):
        def decorator(func):
            self.add_exception_handler(exc_class_or_status_code, func)
            return func
        return decorator


def _of_router(name):
    def method(self, *args, **kwargs):
        return getattr(self.router, name)(*args, **kwargs)
    method.__name__, method.__qualname__ = name, f'FastAPI.{name}'
    return method


for _name in (*_routing.METHODS, 'route', 'add_api_route', 'api_route', 'add_api_websocket_route', 'websocket',
              'websocket_route', 'add_websocket_route', 'include_router', 'add_event_handler'):
    setattr(FastAPI, _name, _of_router(_name))
