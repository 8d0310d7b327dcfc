"""WebSockets on a transport (RFC 6455): the handshake's key, and messages made of frames."""
import asyncio as _asyncio
import struct as _struct
from collections import deque as _deque

CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG = 0, 1, 2, 8, 9, 10
ABNORMAL = 1006
_GUID = b'258EAFA5-E914-47DA-95CA-C5AB0DC85B11'


def new_key():
    import base64
    import os
    return base64.b64encode(os.urandom(16)).decode()


def answer_to(key):
    """What a server says to a client's key."""
    import base64
    import hashlib
    return base64.b64encode(hashlib.sha1(key.encode() + _GUID).digest()).decode()


class ProtocolError(Exception):
    """The other side breaks the rules; a close code and words."""

    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


def masked(mask, data):
    if not data:
        return b''
    size = len(data)
    key = int.from_bytes(mask * (size // 4) + mask[:size % 4])
    return (int.from_bytes(data) ^ key).to_bytes(size)


def bounds_of(held):
    """Where a frame's data begins in a buffer, and where it ends: as far as what has come tells."""
    if len(held) < 2:
        return 2, 2
    size, at = held[1] & 127, 2
    if size > 125:
        at += 2 if size == 126 else 8
        if len(held) < at:
            return at, at
        size = int.from_bytes(held[2:at])
    at += (held[1] & 128) >> 5
    return at, at + size


def taken_out(held):
    """Takes a frame out of a buffer, if it is there whole: its two first bytes and its data, without a mask."""
    at, end = bounds_of(held)
    if len(held) < end:
        return None
    first, second, data = held[0], held[1], bytes(held[at:end])
    mask = bytes(held[at - 4:at]) if second & 128 else None
    del held[:end]
    return first, second, masked(mask, data) if mask else data


def head_of(first, size, bit):
    """What a frame begins with; the bit tells that a mask follows."""
    if size < 126:
        return bytes((first, bit | size))
    if size < 65536:
        return bytes((first, bit | 126)) + size.to_bytes(2)
    return bytes((first, bit | 127)) + size.to_bytes(8)


class Frames:
    """What the bytes of one side mean. What has come is (kind, data); of a CLOSE: (CLOSE, code, reason)."""

    def __init__(self, *, client, limit):
        self._client, self._limit, self._buffer, self._parts, self._kind = client, limit, bytearray(), [], None
        self._messages, self._error = _deque(), None

    def feed(self, data):
        self._buffer += data
        try:
            while self._error is None and self._frame():
                pass
        except ProtocolError as e:
            self._error = e

    def _frame(self):
        """Takes a frame out of what has come. Whether there was a whole one."""
        found = taken_out(self._buffer)
        if found is None:
            return False
        first, _, data = found
        self._take(first, data)
        return True

    def _take(self, first, data):
        kind, last = first & 15, first & 128
        if first & 112:
            raise ProtocolError(1002, 'Received frame with non-zero reserved bits')
        if kind in (PING, PONG):
            self._messages.append((kind, data))
        elif kind == CLOSE:
            code = _struct.unpack('!H', data[:2])[0] if len(data) > 1 else 0
            self._messages.append((CLOSE, code, data[2:].decode('utf-8', 'replace')))
        elif kind not in (CONTINUATION, TEXT, BINARY):
            raise ProtocolError(1002, f'Unexpected opcode={kind!r}')
        else:
            self._kind = kind or self._kind
            self._parts.append(data)
            size = sum(map(len, self._parts))
            if self._limit and size > self._limit:
                raise ProtocolError(1009, f'Message size {size} exceeds limit {self._limit}')
            if last:
                whole, self._parts = b''.join(self._parts), []
                try:
                    self._messages.append((TEXT, whole.decode()) if self._kind == TEXT else (BINARY, whole))
                except UnicodeDecodeError as e:
                    raise ProtocolError(1007, 'Invalid UTF-8 text message') from e

    def packed(self, kind, data):
        """A frame that holds it whole."""
        head = head_of(128 | kind, len(data), 128 if self._client else 0)
        if self._client:
            import os
            mask = os.urandom(4)
            head, data = head + mask, masked(mask, data)
        return head + data


class Wire(Frames, _asyncio.Protocol):
    """Messages to and from the other side."""

    def __init__(self, reader, writer, *, client, limit):
        super().__init__(client=client, limit=limit)
        self._writer, self.transport = writer, writer.transport
        self._waiter, self._room, self.ended, self.heard = None, None, False, None
        self.transport.set_protocol(self)
        waiting = bytes(reader._buffer)
        reader._buffer.clear()
        if waiting:
            self.data_received(waiting)
        if reader._eof:
            self.eof_received()
        self.transport.resume_reading()

    def data_received(self, data):
        if self.heard is not None:
            self.heard()
        self.feed(data)
        self._wake()

    def eof_received(self):
        self.ended = True
        self._wake()

    def connection_lost(self, exc):
        self.ended = True
        self._wake()
        self.resume_writing()

    def pause_writing(self):
        self._room = _asyncio.get_running_loop().create_future()

    def resume_writing(self):
        room, self._room = self._room, None
        if room is not None and not room.done():
            room.set_result(None)

    def put(self, message):
        """A message of this side's own, for who waits."""
        self._messages.append(message)
        self._wake()

    def _wake(self):
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    async def read(self):
        """The next message. EOFError: there will be none."""
        while not self._messages:
            if self._error is not None:
                raise self._error
            if self.ended:
                raise EOFError
            self._waiter = _asyncio.get_running_loop().create_future()
            try:
                await self._waiter
            finally:
                self._waiter = None
        return self._messages.popleft()

    def write(self, kind, data):
        self.transport.write(self.packed(kind, data))

    def write_close(self, code, reason=b''):
        self.write(CLOSE, code.to_bytes(2) + (reason.encode() if isinstance(reason, str) else reason))

    async def drain(self):
        if self._room is not None:
            await self._room


async def opened(url, headers, what, addresses=()):
    """A connection to a server, and what it answers to the handshake: reader, writer, status, reason, headers. addresses: pairs of a
    host and a port to try instead of the URL's, one after the other."""
    import _network
    from urllib.parse import urlsplit
    parts = urlsplit(url)
    secret = parts.scheme in ('wss', 'https')
    if secret and (_network.is_here(addresses[0][0]) if addresses else _network.is_own(url)):
        _network.not_supported(f'{what} with TLS to a server of the program itself', 'ws://localhost')
    host = parts.hostname
    named = [('127.0.0.1' if host in ('0.0.0.0', '::1') else host, parts.port or (443 if secret else 80))]

    def connected(host, port):
        return _asyncio.open_connection(host, port, **({'ssl': True, 'server_hostname': parts.hostname} if secret else {}))
    reader, writer = await _network.first_open(connected, addresses or named)
    path = (parts.path or '/') + (f'?{parts.query}' if parts.query else '')
    lines = [f'GET {path} HTTP/1.1', f'Host: {parts.netloc.rpartition("@")[2]}',
             *(f'{name}: {value}' for name, value in headers)]
    writer.write('\r\n'.join(lines).encode() + b'\r\n\r\n')
    try:
        status, reason, found = await read_head(reader)
    except BaseException:
        writer.close()
        raise
    return reader, writer, status, reason, found


async def read_head(reader):
    first = (await reader.readline()).decode('latin-1').rstrip('\r\n')
    if not first:
        raise ConnectionResetError('the server has closed the connection')
    _, status, *reason = first.split(' ', 2)
    headers = []
    while line := (await reader.readline()).rstrip(b'\r\n'):
        name, _, value = line.decode('latin-1').partition(':')
        headers.append((name.strip(), value.strip()))
    return int(status), reason[0] if reason else '', headers
