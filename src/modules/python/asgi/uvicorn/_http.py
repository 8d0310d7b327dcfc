"""HTTP/1.1 on a connection: requests that an application answers, one after the other."""
import asyncio as _asyncio
import logging as _logging
from _http_statuses import PHRASES as _PHRASES
from urllib.parse import quote as _quote, unquote as _unquote

_MOST = 65536
_CLOSE = b'connection', b'close'


def reason(status):
    return _PHRASES.get(status, '')


def shown_client(scope):
    return '%s:%d' % scope['client'] if scope['client'] else ''


def shown_path(scope):
    query = scope['query_string'].decode('ascii')
    return _quote(scope['path']) + (f'?{query}' if query else '')


class _Invalid(Exception):
    """What has come is no HTTP."""


class _Parser:
    """Takes requests out of bytes: their heads, and pieces of their bodies."""

    def __init__(self):
        self.data, self._left, self._chunked, self._in_body = bytearray(), 0, False, False

    def next(self):
        """('head', …), ('body', bytes), ('end',), or None if more has to come."""
        return self._body() if self._in_body else self._head()

    def _line(self):
        at = self.data.find(b'\n')
        if at < 0:
            return None
        line = bytes(self.data[:at]).rstrip(b'\r')
        del self.data[:at + 1]
        return line

    def _head(self):
        while self.data[:2] == b'\r\n':
            del self.data[:2]
        end = self.data.find(b'\r\n\r\n')
        if end < 0:
            if self.data and not self.data[:1].isalpha() or len(self.data) > _MOST:
                raise _Invalid
            return None
        first, *lines = bytes(self.data[:end]).split(b'\r\n')
        del self.data[:end + 4]
        try:
            method, target, version = first.split(b' ')
            headers = []
            for line in lines:
                name, colon, value = line.partition(b':')
                if not colon or not name or name.strip() != name:
                    raise _Invalid
                headers.append((name.lower(), value.strip()))
            known = dict(headers)
            if not version.startswith(b'HTTP/1.') or version == b'HTTP/1.1' and b'host' not in known:
                raise _Invalid
            self._chunked = known.get(b'transfer-encoding', b'').lower() == b'chunked'
            self._left = 0 if self._chunked else int(known.get(b'content-length', 0))
        except ValueError:
            raise _Invalid
        self._in_body = True
        return 'head', method.decode('ascii'), target, version[5:].decode(), headers

    def _body(self):
        if self._chunked and not self._left:
            line = self._line()
            if line is None:
                return None
            if not line:
                line = self._line()
                if line is None:
                    self.data[:0] = b'\r\n'
                    return None
            try:
                self._left = int(line.partition(b';')[0], 16)
            except ValueError:
                raise _Invalid
            if not self._left:
                self._chunked = False
                while self._line():
                    pass
        if not self._left:
            self._in_body = False
            return ('end',)
        piece = bytes(self.data[:self._left])
        if not piece:
            return None
        del self.data[:len(piece)]
        self._left -= len(piece)
        return 'body', piece


class HTTPProtocol(_asyncio.Protocol):
    def __init__(self, config, server_state, app_state):
        self.config, self.state, self.app_state = config, server_state, app_state
        self.logger, self.access_logger = _logging.getLogger('uvicorn.error'), _logging.getLogger('uvicorn.access')
        self.access_log = self.access_logger.hasHandlers()
        self._parser, self.cycle, self._timer, self._room = _Parser(), None, None, None
        self._reading = True

    def connection_made(self, transport):
        self.state.connections.add(self)
        self.transport, self.loop = transport, _asyncio.get_running_loop()
        self.client, self.server = (tuple(transport.get_extra_info(name)[:2]) for name in ('peername', 'sockname'))

    def connection_lost(self, exc):
        self.state.connections.discard(self)
        if self.cycle is not None:
            self.cycle.disconnected = not self.cycle.response_complete
            self.cycle.event.set()
        self.resume_writing()
        self._no_timer()
        if exc is None:
            self.transport.close()

    def eof_received(self):
        pass

    def pause_writing(self):
        self._room = self.loop.create_future()

    def resume_writing(self):
        room, self._room = self._room, None
        if room is not None and not room.done():
            room.set_result(None)

    async def drain(self):
        if self._room is not None:
            await _asyncio.shield(self._room)

    def read_on(self, wanted):
        if wanted != self._reading:
            self._reading = wanted
            (self.transport.resume_reading if wanted else self.transport.pause_reading)()

    def _no_timer(self):
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def data_received(self, data):
        self._no_timer()
        self._parser.data += data
        self._go_on()

    def _go_on(self):
        try:
            while True:
                if self.cycle is not None and not self.cycle.more_body:
                    # The next request waits until this one is answered.
                    if self._parser.data:
                        self.read_on(False)
                    return
                found = self._parser.next()
                if found is None:
                    return
                if found[0] == 'head':
                    if self._begin(*found[1:]):
                        return
                elif found[0] == 'body':
                    self.cycle.body += found[1]
                    if len(self.cycle.body) > _MOST:
                        self.read_on(False)
                    self.cycle.event.set()
                else:
                    self.cycle.more_body = False
                    self.cycle.event.set()
                    if self.cycle.response_complete:
                        self._next_cycle()
        except _Invalid:
            self.logger.warning('Invalid HTTP request received.')
            self.transport.write(b'HTTP/1.1 400 Bad Request\r\ncontent-type: text/plain; charset=utf-8\r\n'
                                 b'Connection: close\r\n\r\nInvalid HTTP request received.')
            self.transport.close()

    def _begin(self, method, target, version, headers):
        """Starts the application for a request. Whether the connection is another protocol's now."""
        path, _, query = target.partition(b'?')
        root = self.config.root_path
        scope = {'type': 'http', 'asgi': {'version': self.config.asgi_version, 'spec_version': '2.3'},
                 'http_version': version, 'server': self.server, 'client': self.client, 'scheme': 'http',
                 'method': method, 'root_path': root, 'path': root + _unquote(path.decode('ascii')),
                 'raw_path': root.encode() + path, 'query_string': query, 'headers': headers,
                 'state': self.app_state.copy()}
        known = dict(headers)
        if b'upgrade' in [each.strip().lower() for each in known.get(b'connection', b'').split(b',')]:
            if known.get(b'upgrade', b'').lower() == b'websocket' and self.config.ws != 'none':
                self._upgrade(scope)
                return True
            self.logger.warning('Unsupported upgrade request.')
        app, limit = self.config.loaded_app, self.config.limit_concurrency
        if limit is not None and (len(self.state.connections) >= limit or len(self.state.tasks) >= limit):
            self.logger.warning('Exceeded concurrency limit.')
            app = _unavailable
        self.cycle = _Cycle(self, scope, known)
        task = self.loop.create_task(self.cycle.run(app))
        task.add_done_callback(self.state.tasks.discard)
        self.state.tasks.add(task)
        return False

    def _upgrade(self, scope):
        from uvicorn._socket import WebSocketProtocol
        self.state.connections.discard(self)
        WebSocketProtocol(self, scope, bytes(self._parser.data))

    def answered(self):
        """An answer is complete."""
        self.state.total_requests += 1
        self.state.on_request()
        if self.transport.is_closing():
            return
        self._no_timer()
        self._timer = self.loop.call_later(self.config.timeout_keep_alive, self.transport.close)
        self.read_on(True)
        if not self.cycle.more_body:
            self._next_cycle()

    def _next_cycle(self):
        self.cycle = None
        if self._parser.data:
            self._no_timer()
            self._go_on()

    def shutdown(self):
        if self.cycle is None or self.cycle.response_complete:
            self.transport.close()
        else:
            self.cycle.keep_alive = False


async def _unavailable(scope, receive, send):
    await send({'type': 'http.response.start', 'status': 503, 'headers': [
        (b'content-type', b'text/plain; charset=utf-8'), (b'content-length', b'19'), _CLOSE]})
    await send({'type': 'http.response.body', 'body': b'Service Unavailable', 'more_body': False})


class LocalProtocolError(Exception):
    """An application sends what does not fit its headers."""
    __module__ = 'h11._util'


class _Cycle:
    """A request and its answer."""

    def __init__(self, protocol, scope, known):
        self._protocol, self.scope, self.event = protocol, scope, _asyncio.Event()
        self.body, self.more_body, self.disconnected = bytearray(), True, False
        self.response_started = self.response_complete = False
        self.keep_alive = scope['http_version'] == '1.1' and b'close' not in known.get(b'connection', b'').lower()
        self._waits = known.get(b'expect', b'').lower() == b'100-continue'

    async def run(self, app):
        log, transport = self._protocol.logger, self._protocol.transport
        try:
            result = await app(self.scope, self.receive, self.send)
        except BaseException as e:
            log.error('Exception in ASGI application\n', exc_info=e)
            await self._fail()
            return
        if result is not None:
            log.error("ASGI callable should return None, but returned '%s'.", result)
            transport.close()
        elif not self.response_started and not self.disconnected:
            log.error('ASGI callable returned without starting response.')
            await self._fail()
        elif not self.response_complete and not self.disconnected:
            log.error('ASGI callable returned without completing response.')
            transport.close()

    async def _fail(self):
        if self.response_started:
            self._protocol.transport.close()
            return
        await self.send({'type': 'http.response.start', 'status': 500, 'headers': [
            (b'content-type', b'text/plain; charset=utf-8'), _CLOSE]})
        await self.send({'type': 'http.response.body', 'body': b'Internal Server Error', 'more_body': False})

    async def send(self, message):
        protocol, kind = self._protocol, message['type']
        if not self.disconnected:
            await protocol.drain()
        if self.disconnected:
            return
        if self.response_complete:
            raise RuntimeError(f"Unexpected ASGI message '{kind}' sent, after response already completed.")
        wanted = 'http.response.body' if self.response_started else 'http.response.start'
        if kind != wanted:
            raise RuntimeError(f"Expected ASGI message '{wanted}', but got '{kind}'.")
        if kind == 'http.response.start':
            self._start(message['status'], list(message.get('headers', [])))
            return
        data, more = bytes(message.get('body', b'')), message.get('more_body', False)
        protocol.transport.write(self._framed(b'' if self._no_body else data, not more))
        if not more:
            self.response_complete = True
            self.event.set()
            if not self.keep_alive:
                protocol.transport.close()
            protocol.answered()

    def _start(self, status, headers):
        protocol, scope = self._protocol, self.scope
        self.response_started, self._waits = True, False
        headers = protocol.state.default_headers + headers
        if _CLOSE in scope['headers'] and _CLOSE not in headers:
            headers.append(_CLOSE)
        if protocol.access_log:
            protocol.access_logger.info('%s - "%s %s HTTP/%s" %d', shown_client(scope), scope['method'],
                                        shown_path(scope), scope['http_version'], status)
        known = {name.lower(): value for name, value in headers}
        self._no_body = scope['method'] == 'HEAD' or status in (204, 304)
        self._left, self._chunked = int(known[b'content-length']) if b'content-length' in known else None, False
        if self._left is None and status not in (204, 304):
            if scope['http_version'] == '1.1':
                self._chunked = True
                if b'transfer-encoding' not in known:
                    headers.append((b'Transfer-Encoding', b'chunked'))
            else:
                self.keep_alive = False
        if not self.keep_alive:
            headers = [pair for pair in headers if pair[0].lower() != b'connection'] + [(b'Connection', b'close')]
        elif b'close' in known.get(b'connection', b'').lower():
            self.keep_alive = False
        lines = [f'HTTP/1.1 {status} {reason(status)}'.encode(), *(name + b': ' + value for name, value in headers)]
        protocol.transport.write(b'\r\n'.join(lines) + b'\r\n\r\n')

    def _framed(self, data, last):
        if self._no_body:
            return b''
        if self._chunked:
            return (b'%x\r\n%b\r\n' % (len(data), data) if data else b'') + (b'0\r\n\r\n' if last else b'')
        if self._left is not None:
            self._left -= len(data)
            if self._left < 0:
                raise LocalProtocolError('Too much data for declared Content-Length')
            if last and self._left:
                self._protocol.transport.write(data)
                raise LocalProtocolError('Too little data for declared Content-Length')
        return data

    async def receive(self):
        protocol = self._protocol
        if self._waits and not protocol.transport.is_closing():
            protocol.transport.write(b'HTTP/1.1 100 Continue\r\n\r\n')
            self._waits = False
        if not self.disconnected and not self.response_complete:
            protocol.read_on(True)
            await self.event.wait()
            self.event.clear()
        if self.disconnected or self.response_complete:
            return {'type': 'http.disconnect'}
        body, self.body = bytes(self.body), bytearray()
        return {'type': 'http.request', 'body': body, 'more_body': self.more_body}
