"""HTTP to the program's own servers, over the loopback addresses."""
import asyncio
from urllib.parse import urlencode as _urlencode, urlsplit as _urlsplit

import _network
from http.client import RemoteDisconnected


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
        _network.not_supported('a form with files for a server of the program itself', 'send the bytes as data')
    return _urlencode(pairs, doseq=True).encode(), 'application/x-www-form-urlencoded'


class Whole(list):
    """A body that is wanted when it is all there; what takes one as it arrives has the same methods."""

    def __init__(self, connection):
        self.done = connection.loop.create_future()

    feed_data = list.append

    def end_http_chunk_receiving(self):
        pass

    def feed_eof(self):
        self.done.set_result(b''.join(self))

    def cut(self, how, words):
        self.done.set_exception(RemoteDisconnected(words))


class _Connection(asyncio.Protocol):
    """A request, and what is answered as it arrives."""

    def __init__(self, method, url, request, reads):
        self.loop = asyncio.get_running_loop()
        self.head, self.over = self.loop.create_future(), False
        self._method, self._url, self._request, self._reads = method, url, request, reads
        self._raw, self._left, self.body = bytearray(), None, None

    def connection_made(self, transport):
        self.transport = transport
        transport.write(self._request)

    def data_received(self, data):
        self._raw += data
        if self.body is None:
            head, blank, rest = self._raw.partition(b'\r\n\r\n')
            if not blank:
                return
            self._raw = rest
            self._begin(head.decode('latin-1').split('\r\n'))
        self._go_on()

    def _begin(self, lines):
        _, status, *reason = lines[0].split(' ', 2)
        pairs = [line.partition(':')[::2] for line in lines[1:]]
        # Each connection is used once, which the program has not asked for.
        headers = [(name.strip(), value.strip()) for name, value in pairs if name.lower() != 'connection']
        known = {name.lower(): value for name, value in headers}
        answer = _network.Answer.of(self._url, int(status), reason[0] if reason else '', headers, None)
        self.chunked = known.get('transfer-encoding', '').lower() == 'chunked'
        if self._method == 'HEAD' or answer.status in (204, 304):
            self.chunked, self._left = False, 0
        elif not self.chunked and 'content-length' in known:
            self._left = self._length = int(known['content-length'])
        answer.body = self.body = self._reads(self)
        if not self.head.done():
            self.head.set_result(answer)

    def _go_on(self):
        """Hands on what has arrived of the body."""
        raw, body = self._raw, self.body
        while self.chunked and not self.over:
            if self._left is None:
                line, end, rest = raw.partition(b'\r\n')
                if not end:
                    return
                self._left = int(line.partition(b';')[0], 16)
                raw[:] = rest
                if not self._left:
                    body.end_http_chunk_receiving()
                    self._end()
                    return
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
        self.body.feed_eof()
        self.transport.close()

    def connection_lost(self, exc):
        if self.over:
            return
        if self.body is None:
            if not self.head.done():
                self.head.set_exception(RemoteDisconnected(*exc.args) if exc else RemoteDisconnected(
                    'Remote end closed connection without response'))
        elif exc is None and not self.chunked and self._left is None:
            self._end()
        else:
            self.over = True
            self.body.cut(*('TransferEncoding', 'Not enough data to satisfy transfer length header.') if self.chunked else (
                'ContentLength', 'Not enough data to satisfy content length header '
                f'(received {self._length - self._left} of {self._length} bytes).'))


async def exchange(method, url, headers, body, reads=None):
    """Sends a request; the answer, with its body whole, or with what `reads` makes of the connection for a body that
    arrives."""
    parts = _urlsplit(url)
    host, port = parts.hostname, parts.port or (443 if parts.scheme == 'https' else 80)
    if parts.scheme == 'https':
        _network.not_supported('https to a server of the program itself', 'http')
    path = (parts.path or '/') + (f'?{parts.query}' if parts.query else '')
    sent = {'host': ('Host', parts.netloc.rpartition('@')[2])}
    sent.update((name.lower(), (name, value)) for name, value in headers)
    if body or method not in ('GET', 'HEAD', 'OPTIONS', 'DELETE'):
        sent['content-length'] = 'Content-Length', str(len(body))
    sent['connection'] = 'Connection', 'close'
    lines = [f'{method} {path} HTTP/1.1'] + [f'{name}: {value}' for name, value in sent.values()]
    request = '\r\n'.join(lines).encode() + b'\r\n\r\n' + body
    loop = asyncio.get_running_loop()
    transport, connection = await loop.create_connection(
        lambda: _Connection(method, url, request, reads or Whole), '127.0.0.1' if host in ('0.0.0.0', '::1') else host, port)
    try:
        answer = await connection.head
        if reads is None:
            answer.body = await answer.body.done
        return answer
    except BaseException:
        transport.close()
        raise


def exchange_now(method, url, headers, body, timeout):
    """The same, blocking the thread."""
    from http.client import HTTPConnection
    parts = _urlsplit(url)
    if parts.scheme == 'https':
        _network.not_supported('https to a server of the program itself', 'http')
    host = parts.hostname
    connection = HTTPConnection('127.0.0.1' if host in ('0.0.0.0', '::1') else host, parts.port or 80, timeout)
    try:
        sent = {name: value for name, value in headers if name.lower() not in ('host', 'connection', 'content-length')}
        sent = {name.title(): value for name, value in sent.items()}
        sent = {'Accept-Encoding': 'identity', 'Host': parts.netloc.rpartition('@')[2], **sent, 'Connection': 'close'}
        path = (parts.path or '/') + (f'?{parts.query}' if parts.query else '')
        connection.request(method, path, body or None, sent)
        found = connection.getresponse()
        headers = [(name, value) for name, value in found.getheaders() if name.lower() != 'connection']
        return _network.Answer.of(url, found.status, found.reason, headers, found.read())
    except TimeoutError:
        raise _network.Late from None
    finally:
        connection.close()
