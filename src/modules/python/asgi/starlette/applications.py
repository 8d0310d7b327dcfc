"""Applications: routes with what surrounds them."""
from starlette.datastructures import State
from starlette.middleware import Middleware, wrapped as _wrapped
from starlette.middleware.errors import ServerErrorMiddleware
from starlette.middleware.exceptions import ExceptionMiddleware
from starlette.routing import Router


class Starlette:
    """An application."""

    def __init__(self, debug=False, routes=None, middleware=None, exception_handlers=None, lifespan=None, *,
                 max_body_size=None):
        self.debug, self.state, self.max_body_size = debug, State(), max_body_size
        self.router = Router(routes, lifespan=lifespan)
        self.exception_handlers, self.user_middleware = dict(exception_handlers or {}), list(middleware or ())
        self.middleware_stack = None

    def _inside(self):
        """What stands between the handlers of exceptions and the routes."""
        return []

    def build_middleware_stack(self):
        handlers, last = {}, None
        for key, handler in self.exception_handlers.items():
            if key in (500, Exception):
                last = handler
            else:
                handlers[key] = handler
        return _wrapped(self.router, [
            Middleware(ServerErrorMiddleware, handler=last, debug=self.debug), *self.user_middleware,
            Middleware(ExceptionMiddleware, handlers=handlers, debug=self.debug), *self._inside()])

    routes = property(lambda self: self.router.routes)

    def url_path_for(self, name, /, **path_params):
        return self.router.url_path_for(name, **path_params)

    async def __call__(self, scope, receive, send):
        scope['app'] = self
        if self.middleware_stack is None:
            self.middleware_stack = self.build_middleware_stack()
        await self.middleware_stack(scope, receive, send)

    def mount(self, path, app, name=None):
        self.router.mount(path, app=app, name=name)

    def host(self, host, app, name=None):
        self.router.host(host, app=app, name=name)

    def add_middleware(self, middleware_class, *args, **kwargs):
        if self.middleware_stack is not None:
            raise RuntimeError('Cannot add middleware after an application has started')
        self.user_middleware.insert(0, Middleware(middleware_class, *args, **kwargs))

    def add_exception_handler(self, exc_class_or_status_code, handler):
        self.exception_handlers[exc_class_or_status_code] = handler

    def add_route(self, path, route, methods=None, name=None, include_in_schema=True):
        self.router.add_route(path, route, methods=methods, name=name, include_in_schema=include_in_schema)
