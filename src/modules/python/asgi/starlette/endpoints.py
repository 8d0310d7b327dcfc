"""Handlers that are classes."""
import json as _json

from starlette._utils import called as _called
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.websockets import WebSocket

_METHODS = 'GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'QUERY'


class HTTPEndpoint:
    """A method for each of HTTP's."""

    def __init__(self, scope, receive, send):
        assert scope['type'] == 'http'
        self.scope, self.receive, self.send = scope, receive, send
        self._allowed_methods = [name for name in _METHODS if getattr(self, name.lower(), None) is not None
                                 or name == 'HEAD' and getattr(self, 'get', None) is not None]

    def __await__(self):
        return self.dispatch().__await__()

    async def dispatch(self):
        request = Request(self.scope, self.receive, self.send)
        name = request.method.lower()
        name = 'get' if name == 'head' and not hasattr(self, 'head') else name
        handler = getattr(self, name) if request.method in self._allowed_methods else self.method_not_allowed
        response = await _called(handler, request)
        await response(self.scope, self.receive, self.send)

    async def method_not_allowed(self, request):
        headers = {'Allow': ', '.join(self._allowed_methods)}
        if 'app' in self.scope:
            raise HTTPException(status_code=405, headers=headers)
        return PlainTextResponse('Method Not Allowed', 405, headers)


class WebSocketEndpoint:
    """What is done when a WebSocket opens, brings something, closes."""
    encoding = None

    def __init__(self, scope, receive, send):
        assert scope['type'] == 'websocket'
        self.scope, self.receive, self.send = scope, receive, send

    def __await__(self):
        return self.dispatch().__await__()

    async def dispatch(self):
        socket, code = WebSocket(self.scope, self.receive, self.send), 1000
        await self.on_connect(socket)
        try:
            while (message := await socket.receive())['type'] != 'websocket.disconnect':
                await self.on_receive(socket, await self.decode(socket, message))
            code = int(message.get('code') or 1000)
        except Exception:
            code = 1011
            raise
        finally:
            await self.on_disconnect(socket, code)

    async def decode(self, websocket, message):
        text, data, kind = message.get('text'), message.get('bytes'), self.encoding
        if kind == 'json':
            try:
                return _json.loads(data.decode() if text is None else text)
            except _json.JSONDecodeError:
                wrong = 'Malformed JSON data received.'
        elif kind is None:
            return data if text is None else text
        else:
            assert kind in ('text', 'bytes'), f"Unsupported 'encoding' attribute {kind}"
            if message.get(kind) is not None:
                return message[kind]
            other = 'bytes' if kind == 'text' else 'text'
            wrong = f'Expected {kind} websocket messages, but got {other}'
        await websocket.close(code=1003)
        raise RuntimeError(wrong)

    async def on_connect(self, websocket):
        await websocket.accept()

    async def on_receive(self, websocket, data):
        pass

    async def on_disconnect(self, websocket, close_code):
        pass
