"""aiohttp's WebSockets, of clients and of servers."""
import asyncio as _asyncio
import json as _json
from collections import namedtuple as _namedtuple
from enum import IntEnum as _IntEnum

import _websocket
import aiohttp as _aiohttp
from aiohttp._own_names import own as _own
from aiohttp.web_response import StreamResponse as _StreamResponse
from multidict import CIMultiDict as _CIMultiDict, CIMultiDictProxy as _CIMultiDictProxy
from _network import not_supported as _not_supported


class WSCloseCode(_IntEnum):
    """Why a connection ends."""
    __module__ = 'aiohttp._websocket.models'
    OK, GOING_AWAY, PROTOCOL_ERROR, UNSUPPORTED_DATA = 1000, 1001, 1002, 1003
    ABNORMAL_CLOSURE, INVALID_TEXT, POLICY_VIOLATION, MESSAGE_TOO_BIG = 1006, 1007, 1008, 1009
    MANDATORY_EXTENSION, INTERNAL_ERROR, SERVICE_RESTART, TRY_AGAIN_LATER, BAD_GATEWAY = 1010, 1011, 1012, 1013, 1014


class WSMsgType(_IntEnum):
    """What a message is."""
    __module__ = 'aiohttp._websocket.models'
    CONTINUATION, TEXT, BINARY, PING, PONG, CLOSE = 0, 1, 2, 9, 10, 8
    CLOSING, CLOSED, ERROR = 0x100, 0x101, 0x102
    text, binary, ping, pong, close = TEXT, BINARY, PING, PONG, CLOSE
    closing, closed, error = CLOSING, CLOSED, ERROR


class WSMessage(_namedtuple('WSMessage', 'type data extra')):
    """A message."""
    __module__ = 'aiohttp._websocket.models'
    __slots__ = ()

    def json(self, *, loads=_json.loads):
        return loads(self.data)


class WebSocketError(Exception):
    """The other side does not speak WebSocket as it should."""
    __module__ = 'aiohttp._websocket.models'

    def __init__(self, code, message):
        self.code = code
        super().__init__(code, message)

    def __str__(self):
        return self.args[1]


_CLOSED = WSMessage(WSMsgType.CLOSED, None, None)
_CLOSING = WSMessage(WSMsgType.CLOSING, None, None)
_ENDS = frozenset((WSMsgType.CLOSE, WSMsgType.CLOSING, WSMsgType.CLOSED))


def _wrong(msg, wanted):
    return _aiohttp.WSMessageTypeError(f'Received message {msg.type}:{msg.data!r} is not {wanted}')


class _WebSocket:
    """What both sides do alike."""
    _wire = _beat = _late = _close_wait = _exception = _close_code = _loop = None
    _closed = _closing = _waiting = False

    closed = property(lambda self: self._closed)
    close_code = property(lambda self: self._close_code)
    compress = property(lambda self: 0)

    def exception(self):
        return self._exception

    def get_extra_info(self, name, default=None):
        return default if self._wire is None else self._wire.transport.get_extra_info(name, default)

    def _start(self, reader, writer, limit, client):
        self._loop = _asyncio.get_running_loop()
        self._wire = _websocket.Wire(reader, writer, client=client, limit=limit)
        if self._heartbeat is not None:
            self._wire.heard = self._reset_beat
            self._reset_beat()

    # A heartbeat asks for an answer whenever nothing has come for so long.

    def _stop_beat(self):
        for timer in self._beat, self._late:
            if timer is not None:
                timer.cancel()
        self._beat = self._late = None

    def _reset_beat(self):
        self._stop_beat()
        if not self._closed:
            self._beat = self._loop.call_later(self._heartbeat, self._ask)

    def _ask(self):
        self._beat = None
        if not self._wire.transport.is_closing():
            self._wire.write(_websocket.PING, b'')
        self._late = self._loop.call_later(self._heartbeat / 2, self._unanswered)

    def _unanswered(self):
        if self._closed:
            return
        self._set_closed()
        self._close_code = WSCloseCode.ABNORMAL_CLOSURE
        self._exception = _aiohttp.ServerTimeoutError('No PONG received after %s seconds' % (self._heartbeat / 2))
        self._end()
        if self._waiting:
            self._wire.put((WSMsgType.ERROR, self._exception))

    def _set_closed(self):
        self._closed = True
        self._stop_beat()

    def _set_closing(self):
        self._closing = True
        self._stop_beat()

    def _end(self):
        self._wire.transport.close()

    async def _send(self, kind, data):
        self._check()
        wire = self._wire
        if wire.transport.is_closing() or self._closed:
            raise _aiohttp.ClientConnectionResetError('Cannot write to closing transport')
        wire.write(kind, data)
        await wire.drain()

    def _check(self):
        pass

    async def ping(self, message=b''):
        await self._send(_websocket.PING, message.encode() if isinstance(message, str) else message)

    async def pong(self, message=b''):
        await self._send(_websocket.PONG, message.encode() if isinstance(message, str) else message)

    async def send_str(self, data, compress=None):
        self._check()
        if not isinstance(data, str):
            raise TypeError('data argument must be str (%r)' % type(data))
        await self._send(_websocket.TEXT, data.encode())

    async def send_bytes(self, data, compress=None):
        self._check()
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError('data argument must be byte-ish (%r)' % type(data))
        await self._send(_websocket.BINARY, bytes(data))

    async def send_json(self, data, compress=None, *, dumps=_json.dumps):
        await self.send_str(dumps(data), compress)

    async def send_frame(self, message, opcode, compress=None):
        await self._send(int(opcode), message)

    async def _message(self):
        kind, *parts = await self._wire.read()
        if kind == _websocket.CLOSE:
            return WSMessage(WSMsgType.CLOSE, *parts)
        if isinstance(kind, WSMsgType):
            return WSMessage(kind, parts[0], None)
        return WSMessage(WSMsgType(kind), parts[0], '')

    async def close(self, *, code=WSCloseCode.OK, message=b'', drain=True):
        """Says why, and waits for the same from the other side."""
        self._check()
        if self._waiting and not self._closing:
            await self._receiver_gone()
        if self._closed:
            return False
        try:
            self._set_closed()
            await self._part(code, message)
        except _asyncio.CancelledError:
            self._close_code = WSCloseCode.ABNORMAL_CLOSURE
            raise
        except Exception as e:
            self._close_code, self._exception = WSCloseCode.ABNORMAL_CLOSURE, e
        finally:
            self._end()
        return True

    async def _receiver_gone(self):
        """Tells who waits for a message that there will be none."""
        gone = self._close_wait = self._loop.create_future()
        self._set_closing()
        self._wire.put((WSMsgType.CLOSING, None))
        await gone

    async def _part(self, code, message):
        """Says why it ends, and listens until the other side has said so too."""
        wire = self._wire
        if wire.transport.is_closing():
            raise _aiohttp.ClientConnectionResetError('Cannot write to closing transport')
        wire.write_close(int(code), message)
        await wire.drain()
        if self._answered():
            return
        kind = said = None
        while kind is not WSMsgType.CLOSE:
            async with _asyncio.timeout(self._close_timeout):
                kind, said, _ = await self._message()
        self._close_code = said

    def _over(self):
        """What is received when it is over."""
        return _CLOSED

    def _answered(self):
        """Whether the other side has said why already."""
        return self._close_code

    async def receive(self, timeout=None):
        """The next message."""
        self._check()
        timeout = timeout or self._receive_timeout
        while (end := await self._ended()) is None:
            msg = await self._heard(timeout)
            if not await self._attend(msg):
                return msg
        return end

    async def _ended(self):
        """What is received instead of a message, if none is to come."""
        if self._waiting:
            raise RuntimeError('Concurrent call to receive() is not allowed')
        if self._closed:
            return self._over()
        if self._closing:
            await self.close()
            return _CLOSED
        return None

    async def _heard(self, timeout):
        """What comes next, or how the connection was lost."""
        try:
            self._waiting = True
            try:
                async with _asyncio.timeout(timeout):
                    return await self._message()
            finally:
                self._waiting = False
                if self._close_wait is not None and not self._close_wait.done():
                    self._close_wait.set_result(None)
        except (_asyncio.CancelledError, TimeoutError):
            self._close_code = WSCloseCode.ABNORMAL_CLOSURE
            raise
        except EOFError:
            self._close_code = WSCloseCode.OK
            await self.close()
            return _CLOSED
        except _websocket.ProtocolError as e:
            self._close_code = e.code
            await self.close(code=e.code)
            return WSMessage(WSMsgType.ERROR, WebSocketError(WSCloseCode(e.code), str(e)), None)

    async def _attend(self, msg):
        """Does what a message asks for; whether it is none of the program's."""
        kind = msg.type
        if kind is WSMsgType.CLOSE or kind is WSMsgType.CLOSING:
            self._set_closing()
        if kind is WSMsgType.CLOSE:
            self._close_code = msg.data
            if self._autoclose and not self._closed:
                await self.close()
        if self._autoping and kind is WSMsgType.PING:
            await self.pong(msg.data)
        return self._autoping and kind in (WSMsgType.PING, WSMsgType.PONG)

    async def receive_str(self, *, timeout=None):
        msg = await self.receive(timeout)
        if msg.type is not WSMsgType.TEXT:
            raise _wrong(msg, 'WSMsgType.TEXT')
        return msg.data

    async def receive_bytes(self, *, timeout=None):
        msg = await self.receive(timeout)
        if msg.type is not WSMsgType.BINARY:
            raise _wrong(msg, 'WSMsgType.BINARY')
        return msg.data

    async def receive_json(self, *, loads=_json.loads, timeout=None):
        return loads(await self.receive_str(timeout=timeout))

    def __aiter__(self):
        return self

    async def __anext__(self):
        if (msg := await self.receive()).type in _ENDS:
            raise StopAsyncIteration
        return msg


class ClientWebSocketResponse(_WebSocket):
    """A client's end."""
    __module__ = 'aiohttp.client_ws'

    def __init__(self, reader, writer, protocol, timeout, autoclose, autoping, heartbeat, limit):
        self._protocol, self._autoclose, self._autoping, self._heartbeat = protocol, autoclose, autoping, heartbeat
        self._receive_timeout, self._close_timeout = timeout
        self._start(reader, writer, limit, client=True)

    protocol = property(lambda self: self._protocol)
    client_notakeover = property(lambda self: False)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        await self.close()


class WebSocketReady(_namedtuple('WebSocketReady', 'ok protocol')):
    """Whether a request asks for a WebSocket."""
    __module__ = 'aiohttp.web_ws'

    def __bool__(self):
        return self.ok


class WebSocketResponse(_WebSocket, _StreamResponse):
    """A server's end."""
    __module__ = 'aiohttp.web_ws'

    def __init__(self, *, timeout=10.0, receive_timeout=None, autoclose=True, autoping=True, heartbeat=None,
                 protocols=(), compress=True, max_msg_size=4 * 1024 * 1024, writer_limit=65536, decode_text=True):
        _StreamResponse.__init__(self, status=101)
        self._close_timeout, self._receive_timeout, self._autoclose = timeout, receive_timeout, autoclose
        self._autoping, self._heartbeat, self._protocols, self._limit = autoping, heartbeat, protocols, max_msg_size
        self._ws_protocol, self._lost = None, 0

    ws_protocol = property(lambda self: self._ws_protocol)

    def __bool__(self):
        return True

    def can_prepare(self, request):
        if self._wire is not None:
            raise RuntimeError('Already started')
        headers = request.headers
        ok = (headers.get('Upgrade', '').lower().strip() == 'websocket'
              and 'upgrade' in headers.get('Connection', '').lower() and 'Sec-WebSocket-Key' in headers)
        return WebSocketReady(ok, self._chosen(request) if ok else None)

    def _chosen(self, request):
        wanted = [each.strip() for each in request.headers.get('Sec-WebSocket-Protocol', '').split(',')]
        return next((each for each in wanted if each and each in self._protocols), None)

    async def prepare(self, request):
        if self._wire is not None:
            return request._writer
        from aiohttp.web_exceptions import HTTPBadRequest
        headers = request.headers
        if headers.get('Upgrade', '').lower().strip() != 'websocket':
            raise HTTPBadRequest(text=f"No WebSocket UPGRADE hdr: {headers.get('Upgrade')}\n Can \"Upgrade\" only to "
                                      '"WebSocket".')
        if 'upgrade' not in headers.get('Connection', '').lower():
            raise HTTPBadRequest(text=f"No CONNECTION upgrade hdr: {headers.get('Connection')}")
        if headers.get('Sec-WebSocket-Version', '') not in ('13', '8', '7'):
            raise HTTPBadRequest(text=f"Unsupported version: {headers.get('Sec-WebSocket-Version', '')}")
        self._ws_protocol = self._chosen(request)
        self.headers.update({'Upgrade': 'websocket', 'Connection': 'upgrade',
                             'Sec-WebSocket-Accept': _websocket.answer_to(headers['Sec-WebSocket-Key'])})
        if self._ws_protocol:
            self.headers['Sec-WebSocket-Protocol'] = self._ws_protocol
        await request._prepare_hook(self)
        lines = ['HTTP/1.1 101 Switching Protocols', *(f'{name}: {value}' for name, value in self.headers.items())]
        request._writer.write('\r\n'.join(lines).encode() + b'\r\n\r\n')
        self._request, request._upgraded = request, True
        self._start(request._reader, request._writer, self._limit, client=False)
        return request._writer

    def _check(self):
        if self._wire is None:
            raise RuntimeError('Call .prepare() first')

    def _over(self):
        self._lost += 1
        if self._lost >= 5:
            raise RuntimeError('WebSocket connection is closed.')
        return _CLOSED

    def _answered(self):
        return self._closing

    async def write(self, data):
        raise RuntimeError('Cannot call .write() for websocket')

    async def write_eof(self, data=b''):
        """The handler has returned, in a task of its own: who closes goes first."""
        if self._close_wait is not None:
            await _asyncio.sleep(0)
        if self._wire is not None and not self._closed:
            await self.close()
        if self._wire is not None:
            self._end()


async def connect(session, url, *, method, protocols, timeout, receive_timeout, autoclose, autoping, heartbeat, auth,
                  origin, params, headers, ssl, compress, max_msg_size):
    """`ClientSession.ws_connect`."""
    if timeout is None:
        timeout = _aiohttp.ClientWSTimeout(ws_receive=receive_timeout, ws_close=10.0)
    elif not isinstance(timeout, _aiohttp.ClientWSTimeout):
        timeout = _aiohttp.ClientWSTimeout(ws_receive=receive_timeout, ws_close=timeout)
    if compress:
        _not_supported('aiohttp.ClientSession.ws_connect with compress=', 'compress=0')
    url = session._url(url, params)
    key = _websocket.new_key()
    sent = _CIMultiDict({'Upgrade': 'websocket', 'Connection': 'Upgrade', 'Sec-WebSocket-Version': '13',
                         'Sec-WebSocket-Key': key, 'Accept': '*/*', 'Accept-Encoding': 'gzip, deflate',
                         'User-Agent': f'Python/3.13 aiohttp/{_aiohttp.__version__}'})
    if protocols:
        sent['Sec-WebSocket-Protocol'] = ','.join(protocols)
    if origin is not None:
        sent['Origin'] = origin
    auth = session._auth if auth is None else auth
    if auth is not None:
        sent['Authorization'] = auth.encode()
    sent.update(session._headers)
    sent.update(headers)
    connection = _aiohttp.ConnectionKey(url.host, url.port, url.scheme in ('wss', 'https'), ssl, None, None, None)
    found = await session._connector._resolve(connection, _untold)
    addresses = [(address['host'], address['port']) for address in found]
    try:
        reader, writer, status, reason, found = await _websocket.opened(str(url), sent.items(),
                                                                          'aiohttp.ClientSession.ws_connect', addresses)
    except ConnectionRefusedError as e:
        raise _aiohttp.ClientConnectorError(connection, e) from e
    except ConnectionError as e:
        raise _aiohttp.ServerDisconnectedError() from e
    except OSError as e:
        kind = _aiohttp.ClientConnectorDNSError if type(e).__name__ == 'gaierror' else _aiohttp.ClientConnectorError
        raise kind(connection, e) from e
    found = _CIMultiDictProxy(_CIMultiDict(found))
    message = None
    if status != 101:
        message = 'Invalid response status'
    elif found.get('Upgrade', '').lower() != 'websocket':
        message = 'Invalid upgrade header'
    elif found.get('Sec-WebSocket-Accept') != _websocket.answer_to(key):
        message = 'Invalid challenge response'
    if message is not None:
        writer.close()
        raise _aiohttp.WSServerHandshakeError(
            _aiohttp.RequestInfo(url, method, _CIMultiDictProxy(sent), url), (), message=message, status=status,
            headers=found)
    return ClientWebSocketResponse(reader, writer, found.get('Sec-WebSocket-Protocol'), timeout, autoclose, autoping,
                                   heartbeat, max_msg_size)


async def _untold(what, **values):
    """Nobody hears how the address of a WebSocket's server is found."""


class ConnectContext(_aiohttp._BaseRequestContextManager):
    """Awaited or entered, it gives the connection."""
    __module__ = 'aiohttp.client'

    async def __aexit__(self, *exc):
        await self._resp.close()


for _kind in ClientWebSocketResponse, WebSocketResponse:
    _own(_kind, _WebSocket)
del _kind
