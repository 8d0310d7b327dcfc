"""An answer where an application has failed."""
from starlette._utils import called as _called
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse


class ServerErrorMiddleware:
    def __init__(self, app, handler=None, debug=False):
        self.app, self.handler, self.debug = app, handler, debug

    async def __call__(self, scope, receive, send):
        if scope['type'] != 'http':
            await self.app(scope, receive, send)
            return
        started = False

        async def sender(message):
            nonlocal started
            started = started or message['type'] == 'http.response.start'
            await send(message)
        try:
            await self.app(scope, receive, sender)
        except Exception as exc:
            request = Request(scope)
            if self.debug:
                response = await _called(self.debug_response, request, exc)
            elif self.handler is None:
                response = self.error_response(request, exc)
            else:
                response = await _called(self.handler, request, exc)
            if not started:
                await response(scope, receive, send)
            raise

    def debug_response(self, request, exc):
        import html
        import traceback
        text = ''.join(traceback.format_exception(exc))
        if 'text/html' not in request.headers.get('accept', ''):
            return PlainTextResponse(text, 500)
        error = html.escape(f'{type(exc).__name__}: {exc}')
        return HTMLResponse(f'<html><head><title>Starlette Debugger</title></head><body><h1>500 Server Error</h1>'
                            f'<h2>{error}</h2><pre>{html.escape(text)}</pre></body></html>', 500)

    def error_response(self, request, exc):
        return PlainTextResponse('Internal Server Error', 500)
