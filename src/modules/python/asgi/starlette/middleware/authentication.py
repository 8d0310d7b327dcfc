"""Asks a backend who makes a request."""
from starlette.authentication import AuthCredentials, AuthenticationError, UnauthenticatedUser
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse


class AuthenticationMiddleware:
    def __init__(self, app, backend, on_error=None):
        self.app, self.backend, self.on_error = app, backend, on_error or self.default_on_error

    async def __call__(self, scope, receive, send):
        app = self.app
        if scope['type'] in ('http', 'websocket'):
            conn = HTTPConnection(scope)
            try:
                found = await self.backend.authenticate(conn)
            except AuthenticationError as e:
                if scope['type'] == 'websocket':
                    await send({'type': 'websocket.close', 'code': 1000})
                    return
                app = self.on_error(conn, e)
            else:
                scope['auth'], scope['user'] = (AuthCredentials(), UnauthenticatedUser()) if found is None else found
        await app(scope, receive, send)

    @staticmethod
    def default_on_error(conn, exc):
        return PlainTextResponse(str(exc), 400)
