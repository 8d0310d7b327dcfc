"""WebSockets, as an application sees them."""
import enum as _enum
import json as _json

from starlette.requests import HTTPConnection


class WebSocketState(_enum.Enum):
    CONNECTING = 0
    CONNECTED = 1
    DISCONNECTED = 2
    RESPONSE = 3


class WebSocketDisconnect(Exception):
    """The client has gone."""

    def __init__(self, code=1000, reason=None):
        self.code, self.reason = code, reason or ''


class WebSocketDisconnected(RuntimeError):
    pass


_CONNECTING, _CONNECTED, _GONE, _ANSWERS = WebSocketState
# What may be sent in a state, and the state that it leads to.
_NEXT = {
    _CONNECTING: {'websocket.accept': _CONNECTED, 'websocket.close': _GONE, 'websocket.http.response.start': _ANSWERS},
    _CONNECTED: {'websocket.send': _CONNECTED, 'websocket.close': _GONE},
    _ANSWERS: {'websocket.http.response.body': _ANSWERS},
}


def _expected(kinds, kind):
    *most, last = [f'"{each}"' for each in kinds]
    return RuntimeError(f'Expected ASGI message {", ".join(most) + " or " if most else ""}{last}, but got {kind!r}')


class WebSocket(HTTPConnection):
    def __init__(self, scope, receive, send):
        super().__init__(scope)
        assert scope['type'] == 'websocket'
        self._receive, self._send = receive, send
        self.client_state = self.application_state = _CONNECTING

    async def receive(self):
        if self.client_state not in (_CONNECTING, _CONNECTED):
            raise WebSocketDisconnected('Cannot call "receive" once a disconnect message has been received.')
        kinds = ('websocket.connect',) if self.client_state is _CONNECTING else (
            'websocket.receive', 'websocket.disconnect')
        message = await self._receive()
        if message['type'] not in kinds:
            raise _expected(kinds, message['type'])
        self.client_state = _GONE if message['type'] == 'websocket.disconnect' else _CONNECTED
        return message

    async def send(self, message):
        state, kind = self.application_state, message['type']
        if state is _GONE:
            raise WebSocketDisconnected('Cannot call "send" once a close message has been sent.')
        if kind not in _NEXT[state]:
            raise _expected(_NEXT[state], kind)
        self.application_state = _NEXT[state][kind]
        if state is _ANSWERS and not message.get('more_body', False):
            self.application_state = _GONE
        try:
            await self._send(message)
        except OSError:
            if state is not _CONNECTED:
                raise
            self.application_state = _GONE
            raise WebSocketDisconnect(code=1006)

    async def accept(self, subprotocol=None, headers=None):
        if self.client_state is _CONNECTING:
            await self.receive()
        await self.send({'type': 'websocket.accept', 'subprotocol': subprotocol, 'headers': headers or []})

    async def _message(self):
        if self.application_state is not _CONNECTED:
            raise WebSocketDisconnected('WebSocket is not connected. Need to call "accept" first.')
        message = await self.receive()
        if message['type'] == 'websocket.disconnect':
            raise WebSocketDisconnect(message['code'], message.get('reason'))
        return message

    async def receive_text(self):
        return (await self._message())['text']

    async def receive_bytes(self):
        return (await self._message())['bytes']

    async def receive_json(self, mode='text'):
        self._check(mode)
        message = await self._message()
        return _json.loads(message['text'] if mode == 'text' else message['bytes'].decode())

    @staticmethod
    def _check(mode):
        if mode not in ('text', 'binary'):
            raise RuntimeError('The "mode" argument should be "text" or "binary".')

    async def iter_text(self):
        try:
            while True:
                yield await self.receive_text()
        except WebSocketDisconnect:
            pass

    async def iter_bytes(self):
        try:
            while True:
                yield await self.receive_bytes()
        except WebSocketDisconnect:
            pass

    async def iter_json(self):
        try:
            while True:
                yield await self.receive_json()
        except WebSocketDisconnect:
            pass

    async def send_text(self, data):
        await self.send({'type': 'websocket.send', 'text': data})

    async def send_bytes(self, data):
        await self.send({'type': 'websocket.send', 'bytes': data})

    async def send_json(self, data, mode='text'):
        self._check(mode)
        text = _json.dumps(data, separators=(',', ':'), ensure_ascii=False)
        await (self.send_text(text) if mode == 'text' else self.send_bytes(text.encode()))

    async def close(self, code=1000, reason=None):
        await self.send({'type': 'websocket.close', 'code': code, 'reason': reason or ''})

    async def send_denial_response(self, response):
        if 'websocket.http.response' not in self.scope.get('extensions', {}):
            raise RuntimeError("The server doesn't support the Websocket Denial Response extension.")
        await response(self.scope, self.receive, self.send)


class WebSocketClose:
    def __init__(self, code=1000, reason=None):
        self.code, self.reason = code, reason or ''

    async def __call__(self, scope, receive, send):
        await send({'type': 'websocket.close', 'code': self.code, 'reason': self.reason})
