"""HTTP to the program's own servers, over the loopback addresses."""
import asyncio
import time as _time
from urllib.parse import urlencode as _urlencode, urlsplit as _urlsplit

import _network
from http.client import BadStatusLine, RemoteDisconnected


def body_of(data, json):
    """What is sent for data or for an object of JSON, and of what type it is."""
    if json is not None:
        return _network._json.dumps(json).encode(), 'application/json'
    if data is None:
        return b'', None
    if hasattr(data, 'read'):
        data = data.read()
    if isinstance(data, str):
        return data.encode(), 'text/plain; charset=utf-8'
    if isinstance(data, (bytes, bytearray, memoryview)):
        return bytes(data), 'application/octet-stream'
    pairs = list(data.items()) if hasattr(data, 'items') else list(data)
    if any(hasattr(value, 'read') for _, value in pairs):
        from _multipart import encoded
        return encoded(pairs, 'text/plain; charset=utf-8')
    return _urlencode(pairs, doseq=True).encode(), 'application/x-www-form-urlencoded'


class Parser:
    """What a connection has sent, taken apart: the head, then what there is of the body, piece by piece, for what
    `reads` makes."""

    def __init__(self, method, url, reads):
        self._method, self._url, self._reads = method, url, reads
        self._raw, self._left, self.answer, self.body = bytearray(), None, None, None
        self.over = self.keeps = self._trailing = False

    def feed(self, data):
        self._raw += data
        if self.body is None:
            head, blank, rest = self._raw.partition(b'\r\n\r\n')
            if not blank:
                return
            self._raw = rest
            self._begin(head.decode('latin-1').split('\r\n'))
        self._go_on()

    def _begin(self, lines):
        version, status, *reason = [*lines[0].split(' ', 2), '']
        if not version.startswith('HTTP/') or not status.isdigit():
            raise BadStatusLine(lines[0])
        pairs = [line.partition(':')[::2] for line in lines[1:]]
        headers = [(name.strip(), value.strip()) for name, value in pairs]
        known = {name.lower(): value for name, value in headers}
        self.answer = answer = _network.Answer.of(self._url, int(status), reason[0] if reason else '', headers, None)
        self.chunked = known.get('transfer-encoding', '').lower() == 'chunked'
        if self._method == 'HEAD' or answer.status in (204, 304):
            self.chunked, self._left = False, 0
        elif not self.chunked and 'content-length' in known:
            self._left = self._length = int(known['content-length'])
        wish = known.get('connection', '').lower()
        self.keeps = ('close' not in wish if version == 'HTTP/1.1' else wish == 'keep-alive') and (
            self.chunked or self._left is not None)
        answer.body = self.body = self._reads(self)

    def _go_on(self):
        """Hands on what has arrived of the body."""
        raw, body = self._raw, self.body
        while self.chunked and not self.over:
            if self._trailing:
                line, end, rest = raw.partition(b'\r\n')
                if not end:
                    return
                raw[:] = rest
                if not line:
                    self._end()
                    return
                continue
            if self._left is None:
                line, end, rest = raw.partition(b'\r\n')
                if not end:
                    return
                self._left = int(line.partition(b';')[0], 16)
                raw[:] = rest
                if not self._left:
                    body.end_http_chunk_receiving()
                    self._trailing = True
                    continue
            if raw and self._left:
                body.feed_data(bytes(raw[:self._left]))
                count = min(self._left, len(raw))
                del raw[:count]
                self._left -= count
            if self._left or len(raw) < 2:
                return
            del raw[:2]
            self._left = None
            body.end_http_chunk_receiving()
        if self.over:
            return
        if raw:
            body.feed_data(bytes(raw if self._left is None else raw[:self._left]))
            self._left = None if self._left is None else max(self._left - len(raw), 0)
            raw.clear()
        if self._left == 0:
            self._end()

    def _end(self):
        self.over = True
        self.keeps = self.keeps and not self._raw
        self.body.feed_eof()

    def lost(self, exc=None):
        """The connection has ended."""
        if self.over or self.body is None:
            return
        if exc is None and (self._trailing or not self.chunked and self._left is None):
            self._end()
            return
        self.over, self.keeps = True, False
        self.body.cut(*('TransferEncoding', 'Not enough data to satisfy transfer length header.') if self.chunked else (
            'ContentLength', 'Not enough data to satisfy content length header '
            f'(received {self._length - (self._left or 0)} of {self._length} bytes).'))


def disconnected(exc=None):
    return RemoteDisconnected(*exc.args) if exc else RemoteDisconnected(
        'Remote end closed connection without response')


class Connection(asyncio.Protocol):
    """A connection that is awaited, used for one request after another."""

    def __init__(self):
        self.loop, self.head, self.parser, self.upload = asyncio.get_running_loop(), None, None, None

    def connection_made(self, transport):
        self.transport = transport

    @property
    def is_open(self):
        """Whether neither side has hung up."""
        return not self.transport.is_closing() and not _readable(self.transport.get_extra_info('socket'))

    may_go_on = property(lambda self: self.parser.over and self.parser.keeps and not self.transport.is_closing())

    def ask(self, method, url, request, reads):
        """Sends a request; a future of its answer, with what `reads` makes of this for a body that arrives."""
        self.head = self.loop.create_future()
        self.parser = Parser(method, url, lambda parser: reads(self))
        self.transport.write(request)
        return self.head

    def data_received(self, data):
        if self.parser is None or self.parser.over:
            self.transport.close()
            return
        try:
            self.parser.feed(data)
        except BadStatusLine as e:
            self.close()
            if not self.head.done():
                self.head.set_exception(e)
            return
        if self.parser.answer is not None and not self.head.done():
            self.head.set_result(self.parser.answer)
        if self.parser.over and self.upload is not None and not self.upload.done():
            # Nobody wants the rest of what is being sent.
            self.upload.cancel()
            self.parser.keeps = False
        if self.parser.over and not self.parser.keeps:
            self.transport.close()

    def connection_lost(self, exc):
        if self.parser is not None:
            self.parser.lost(exc)
            if not self.head.done():
                self.head.set_exception(disconnected(exc))

    def close(self):
        if self.parser is not None:
            self.parser.over, self.parser.keeps = True, False
        self.transport.close()


class Line:
    """A connection that blocks its thread, used for one request after another."""

    def __init__(self, host, port, timeout):
        import socket
        self._socket = socket.create_connection((host, port), timeout)

    @property
    def is_open(self):
        """Whether the server has not hung up."""
        return self._socket.fileno() >= 0 and not _readable(self._socket)

    def ask(self, method, url, request, timeout):
        """Sends a request; its answer, with what gives the pieces of the body as they arrive."""
        self._socket.settimeout(timeout)
        self._parser = parser = Parser(method, url, Pieces)
        self._socket.sendall(request)
        while parser.answer is None:
            self._receive()
        return parser.answer

    def _receive(self):
        data = self._socket.recv(65536)
        if data:
            self._parser.feed(data)
        elif self._parser.answer is None:
            raise disconnected()
        else:
            self._parser.lost()

    def pieces(self):
        parser = self._parser
        while True:
            yield from parser.body.taken()
            if parser.over:
                return
            self._receive()

    may_go_on = property(lambda self: self._parser.over and self._parser.keeps)

    def close(self):
        self._socket.close()


class Pieces(list):
    """A body of which what has arrived can be taken."""
    error = _waiter = None

    def __init__(self, connection):
        self._connection = connection

    def _wake(self):
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    def feed_data(self, data):
        self.append(data)
        self._wake()

    def end_http_chunk_receiving(self):
        pass

    feed_eof = _wake

    def cut(self, how, words):
        self.error = how, words
        self._wake()

    def taken(self):
        """What has come since it was asked for last."""
        while self:
            yield self.pop(0)
        if self.error is not None:
            raise Cut(*self.error)

    async def arriving(self, pause):
        """The pieces, awaited, at most so many seconds each."""
        while True:
            for piece in self.taken():
                yield piece
            if self._connection.parser.over:
                return
            async with asyncio.timeout(pause):
                self._waiter = self._connection.loop.create_future()
                await self._waiter


class Cut(Exception):
    """A body that ended before its end."""


class Idle:
    """Connections that wait to be used again, by where they lead; `age` seconds long at most."""

    def __init__(self, age=None):
        self._waiting, self._age = {}, age

    def take(self, key):
        waiting = self._waiting.get(key)
        while waiting:
            connection, since = waiting.pop(0)
            if connection.is_open and (self._age is None or _time.monotonic() - since < self._age):
                return connection
            connection.close()
        return None

    def give(self, key, connection):
        self._waiting.setdefault(key, []).append((connection, _time.monotonic()))

    def close(self):
        for waiting in self._waiting.values():
            for connection, _ in waiting:
                connection.close()
        self._waiting.clear()


def _readable(sock):
    """Whether something has come over an idle connection: most likely its end."""
    import select
    return bool(select.select([sock], [], [], 0)[0])


def place(url):
    """The host and the port that a URL leads to."""
    parts = _urlsplit(url)
    if parts.scheme == 'https':
        _network.not_supported('https to a server of the program itself', 'http')
    return '127.0.0.1' if parts.hostname in ('0.0.0.0', '::1') else parts.hostname, parts.port or 80


def request_of(method, url, headers, body):
    """The bytes of a request."""
    parts = _urlsplit(url)
    path = (parts.path or '/') + (f'?{parts.query}' if parts.query else '')
    sent = {'host': ('Host', parts.netloc.rpartition('@')[2])}
    sent.update((name.lower(), (name, value)) for name, value in headers)
    if 'transfer-encoding' not in sent and (body or method not in ('GET', 'HEAD', 'OPTIONS', 'DELETE')):
        sent['content-length'] = 'Content-Length', str(len(body))
    lines = [f'{method} {path} HTTP/1.1'] + [f'{name}: {value}' for name, value in sent.values()]
    return '\r\n'.join(lines).encode() + b'\r\n\r\n' + body


async def connection_to(url):
    loop = asyncio.get_running_loop()
    return (await loop.create_connection(Connection, *place(url)))[1]
