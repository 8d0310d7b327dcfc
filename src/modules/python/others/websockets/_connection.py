"""A connection from either side, over frames of `_websocket`; what comes is taken care of as it comes."""
import asyncio
import enum
import logging
import random
import uuid
import weakref
from collections import deque

import _websocket
from websockets.exceptions import Close, CloseCode, ConcurrencyError, ConnectionClosedError, ConnectionClosedOK

SOFTWARE = 'Python/3.13 websockets/17.4'


class State(enum.IntEnum):
    CONNECTING, OPEN, CLOSING, CLOSED = range(4)


class Headers:
    """Headers: names of any case, and several values."""

    def __init__(self, items=()):
        self._items = []
        self.update(items)

    def update(self, items=()):
        self._items += [(name, str(value)) for name, value in (items.items() if hasattr(items, 'items') else items)]

    def raw_items(self):
        return iter(self._items)

    items = raw_items

    def get_all(self, name):
        return [value for other, value in self._items if other.lower() == name.lower()]

    def get(self, name, default=None):
        values = self.get_all(name)
        return values[0] if values else default

    def __getitem__(self, name):
        values = self.get_all(name)
        if not values:
            raise KeyError(name.lower())
        return values[0]

    def __setitem__(self, name, value):
        self._items.append((name, str(value)))

    def __contains__(self, name):
        return bool(self.get_all(name))

    def __iter__(self):
        return iter(name.lower() for name, _ in self._items)

    def __len__(self):
        return len(self._items)

    def __repr__(self):
        return f'Headers({self._items!r})'

    def __str__(self):
        return ''.join(f'{name}: {value}\r\n' for name, value in self._items) + '\r\n'


class Request:
    def __init__(self, path, headers):
        self.path, self.headers = path, headers

    def __repr__(self):
        return f'Request(path={self.path!r}, headers={self.headers!r})'


class Response:
    def __init__(self, status_code, reason_phrase, headers, body=b''):
        self.status_code, self.reason_phrase, self.headers, self.body = status_code, reason_phrase, headers, body

    def __repr__(self):
        return (f'Response(status_code={self.status_code!r}, reason_phrase={self.reason_phrase!r}, headers={self.headers!r}, '
                f'body={self.body!r})')


Headers.__module__ = 'websockets.datastructures'
Request.__module__ = Response.__module__ = 'websockets.http11'
State.__module__ = 'websockets.protocol'


class _Wire(_websocket.Wire):
    """Tells the connection at once."""
    connection = None

    def _wake(self):
        if self.connection is not None:
            self.connection._came()

    def eof_received(self):
        """A client says so too, and leaves once its transport has gone."""
        if self._client:
            self.transport.write_eof()
        else:
            super().eof_received()


class Ending:
    """What a connection of either kind knows of its end, and how it reads what has come."""
    _rcvd = _sent = _first = None

    def _heard(self, code, reason):
        """The other side closes. Whether that is news."""
        if self._rcvd is not None:
            return False
        self._rcvd = Close(code or 1005, reason)
        if self._sent is None:
            self._first = True
            self._say(Close(self._rcvd.code, self._rcvd.reason))
        return True

    def _refused(self, error):
        """The other side breaks the rules."""
        if error is not None and self._sent is None:
            self._say(Close(error.code, str(error)))

    def _closed(self):
        both = self._rcvd is not None and self._sent is not None
        fine = both and {self._rcvd.code, self._sent.code} <= {1000, 1001}
        return (ConnectionClosedOK if fine else ConnectionClosedError)(self._rcvd, self._sent, bool(self._first) if both else None)

    @property
    def close_code(self):
        return None if self.state is not State.CLOSED else 1006 if self._rcvd is None else self._rcvd.code

    @property
    def close_reason(self):
        return None if self.state is not State.CLOSED else '' if self._rcvd is None else self._rcvd.reason

    def _telling(self, logger):
        """What is logged of a connection says which one it is."""
        return logging.LoggerAdapter(logger or logging.getLogger(f'websockets.{self.side}'), {'websocket': weakref.proxy(self)})

    @staticmethod
    def _as_told(message, decode):
        if decode is None or bool(decode) is isinstance(message, str):
            return message
        return message.decode() if decode else message.encode()


class Connection(Ending):
    side = None

    def __init__(self, request, response, subprotocol, close_timeout=10, logger=None):
        self.id, self.logger = uuid.UUID(int=random.getrandbits(128), version=4), self._telling(logger)
        self.request, self.response, self.subprotocol, self.close_timeout = request, response, subprotocol, close_timeout
        self.state, self.latency = State.CONNECTING, 0.0
        self._messages, self._waiting, self._pings, self._receiving = deque(), set(), {}, False

    def _open(self, reader, writer, limit):
        self.transport, self.state = writer.transport, State.OPEN
        self._wire = _Wire(reader, writer, client=self.side == 'client', limit=limit)
        self._wire.connection = self
        self._came()

    def _came(self):
        wire = self._wire
        while wire._messages:
            kind, *data = wire._messages.popleft()
            if kind in (_websocket.TEXT, _websocket.BINARY):
                self._messages.append(data[0])
            elif kind == _websocket.PING:
                if self.state is State.OPEN:
                    wire.write(_websocket.PONG, data[0])
            elif kind == _websocket.PONG:
                self._ponged(data[0])
            elif self._heard(*data) and self.side == 'server' and not wire.ended:
                self.transport.write_eof()
        self._refused(wire._error)
        if wire.ended:
            if self.side == 'server' and self.state is not State.CLOSED:
                self.logger.info('connection closed')
            self.state = State.CLOSED
            for pong in self._pings.values():
                if not pong.done():
                    pong.set_exception(self._closed())
                    pong.exception()
            self._pings.clear()
        for waiter in self._waiting:
            if not waiter.done():
                waiter.set_result(None)

    def _ponged(self, data):
        if data in self._pings:
            began = asyncio.get_running_loop().time()
            for number in list(self._pings):
                pong = self._pings.pop(number)
                if not pong.done():
                    pong.set_result(began - pong.began)
                if number == data:
                    break

    def _say(self, close):
        self._sent, self.state = close, State.CLOSING
        if close.code == 1005:
            self._wire.write(_websocket.CLOSE, b'')
        else:
            self._wire.write_close(int(close.code), close.reason)

    async def _wait(self):
        waiter = asyncio.get_running_loop().create_future()
        self._waiting.add(waiter)
        try:
            await waiter
        finally:
            self._waiting.discard(waiter)

    async def recv(self, decode=None):
        if self._receiving:
            raise ConcurrencyError('cannot call recv while another coroutine is already running recv or recv_streaming')
        self._receiving = True
        try:
            while not self._messages:
                if self.state is State.CLOSED:
                    raise self._closed()
                await self._wait()
            message = self._messages.popleft()
        finally:
            self._receiving = False
        return self._as_told(message, decode)

    async def recv_streaming(self, decode=None):
        yield await self.recv(decode)

    async def __aiter__(self):
        try:
            while True:
                yield await self.recv()
        except ConnectionClosedOK:
            return

    async def send(self, message, text=None):
        if isinstance(message, (bytes, bytearray, memoryview)) or isinstance(message, str):
            parts = [message]
        elif hasattr(message, 'keys'):
            raise TypeError('data is a dict-like object')
        elif hasattr(message, '__aiter__'):
            parts = [part async for part in message]
        elif hasattr(message, '__iter__'):
            parts = list(message)
        else:
            raise TypeError('data must be str, bytes, iterable, or async iterable')
        if not parts:
            return
        if self.state is not State.OPEN:
            await self.wait_closed()
            raise self._closed()
        is_text = isinstance(parts[0], str) if text is None else text
        data = b''.join(part.encode() if isinstance(part, str) else bytes(part) for part in parts)
        self._wire.write(_websocket.TEXT if is_text else _websocket.BINARY, data)
        await self._wire.drain()

    async def ping(self, data=None):
        if self.state is not State.OPEN:
            raise self._closed()
        data = random.randbytes(4) if data is None else data.encode() if isinstance(data, str) else bytes(data)
        pong = self._pings[data] = asyncio.get_running_loop().create_future()
        pong.began = asyncio.get_running_loop().time()
        self._wire.write(_websocket.PING, data)
        return pong

    async def pong(self, data=b''):
        self._wire.write(_websocket.PONG, data.encode() if isinstance(data, str) else data)

    async def close(self, code=CloseCode.NORMAL_CLOSURE, reason=''):
        if self.state is State.OPEN:
            self._first = False
            self._say(Close(code, reason))
        try:
            async with asyncio.timeout(self.close_timeout):
                await self.wait_closed()
        except TimeoutError:
            self.transport.abort()
            await self.wait_closed()

    async def wait_closed(self):
        while self.state is not State.CLOSED:
            await self._wait()

    @property
    def local_address(self):
        return self.transport.get_extra_info('sockname')

    @property
    def remote_address(self):
        return self.transport.get_extra_info('peername')

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, error, tb):
        await (self.close() if kind is None else self.close(CloseCode.INTERNAL_ERROR))


def broadcast(connections, message, raise_exceptions=False):
    kind, data = (_websocket.TEXT, message.encode()) if isinstance(message, str) else (_websocket.BINARY, bytes(message))
    for connection in connections:
        if connection.state is State.OPEN:
            connection._wire.write(kind, data)
