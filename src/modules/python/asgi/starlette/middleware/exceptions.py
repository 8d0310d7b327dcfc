"""Handlers of exceptions, by class and by status."""
from starlette._utils import wrap_app_handling_exceptions as _wrap
from starlette.exceptions import HTTPException, WebSocketException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.websockets import WebSocket


class ExceptionMiddleware:
    def __init__(self, app, handlers=None, debug=False):
        self.app, self.debug, self._by_status = app, debug, {}
        self._handlers = {HTTPException: self.http_exception, WebSocketException: self.websocket_exception}
        for key, handler in (handlers or {}).items():
            self.add_exception_handler(key, handler)

    def add_exception_handler(self, exc_class_or_status_code, handler):
        if isinstance(exc_class_or_status_code, int):
            self._by_status[exc_class_or_status_code] = handler
        else:
            assert issubclass(exc_class_or_status_code, Exception)
            self._handlers[exc_class_or_status_code] = handler

    async def __call__(self, scope, receive, send):
        if scope['type'] not in ('http', 'websocket'):
            await self.app(scope, receive, send)
            return
        scope['starlette.exception_handlers'] = self._handlers, self._by_status
        conn = (Request if scope['type'] == 'http' else WebSocket)(scope, receive, send)
        await _wrap(self.app, conn)(scope, receive, send)

    async def http_exception(self, request, exc):
        if exc.status_code in (204, 304):
            return Response(status_code=exc.status_code, headers=exc.headers)
        return PlainTextResponse(exc.detail, exc.status_code, exc.headers)

    async def websocket_exception(self, websocket, exc):
        await websocket.close(code=exc.code, reason=exc.reason)
