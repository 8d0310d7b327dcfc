"""Servers."""
import asyncio
import inspect
import logging

import _websocket
from websockets._connection import SOFTWARE, Connection, Headers, Request, Response, State, broadcast
from websockets.exceptions import InvalidOrigin, NegotiationError


class ServerConnection(Connection):
    side = 'server'

    @property
    def path(self):
        return self.request.path

    def respond(self, status, text):
        import http
        status = http.HTTPStatus(status)
        body = text.encode()
        headers = Headers([('Connection', 'close'), ('Content-Length', len(body)), ('Content-Type', 'text/plain; charset=utf-8')])
        return Response(status.value, status.phrase, headers, body)


def no_websocket(connection):
    """The answer to who asks for something else."""
    return connection.respond(426, 'Failed to open a WebSocket connection: missing Connection header.\n\nYou cannot access a '
                                   'WebSocket server directly with a browser. You need a WebSocket client.\n')


def unfit(connection, why):
    """The answer to a client that the server does not take."""
    return connection.respond(403 if isinstance(why, InvalidOrigin) else 400, f'Failed to open a WebSocket connection: {why}.\n')


def agreed(key):
    return Response(101, 'Switching Protocols', Headers([
        ('Upgrade', 'websocket'), ('Connection', 'Upgrade'), ('Sec-WebSocket-Accept', _websocket.answer_to(key))]))


def _opened(rules, connection):
    """The answer to who wants a connection."""
    headers = connection.request.headers
    key = headers.get('Sec-WebSocket-Key')
    if key is None:
        return no_websocket(connection)
    try:
        rules.check_origin(headers.get('Origin'))
        connection.subprotocol = rules.agreed_subprotocol(connection)
    except (InvalidOrigin, NegotiationError) as exc:
        return unfit(connection, exc)
    response = agreed(key)
    if connection.subprotocol:
        response.headers['Sec-WebSocket-Protocol'] = connection.subprotocol
    return response


def handshake(rules, connection, server_header):
    """Yields what the program's functions give, which some have to await, and is sent it. Returns the answer, and what is
    told if it opens no connection."""
    def failed(name):
        connection.logger.error(f'{name} failed', exc_info=True)
        return connection.respond(500, 'Failed to open a WebSocket connection.\nSee server log for more information.\n')
    response, told = None, 'HTTP response sent (%d %s)'
    if rules.process_request is not None:
        try:
            response = yield rules.process_request(connection, connection.request)
        except Exception:
            response = failed('process_request')
    if response is None:
        response, told = _opened(rules, connection), 'connection rejected (%d %s)'
    if server_header is not None:
        response.headers['Server'] = server_header
    if rules.process_response is not None:
        try:
            response = (yield rules.process_response(connection, connection.request, response)) or response
        except Exception:
            response = failed('process_response')
    return response, told


async def _awaited(steps):
    """What a handshake comes to whose functions may be coroutines."""
    given = None
    try:
        while True:
            given = steps.send(given)
            if inspect.isawaitable(given):
                try:
                    given = await given
                except Exception as error:
                    given = steps.throw(error)
    except StopIteration as end:
        return end.value


class Server:
    def __init__(self, serve):
        self._serve, self.connections, self._tasks, self._closing = serve, set(), {}, None
        self.logger = serve.logger or logging.getLogger('websockets.server')

    async def _start(self):
        serve = self._serve
        self._server = await asyncio.start_server(self._accept, serve.host, serve.port, **serve.where)
        for sock in self._server.sockets:
            name = sock.getsockname()
            self.logger.info('server listening on %s', f'[{name[0]}]:{name[1]}' if len(name) > 2 else ':'.join(map(str, name)))
        self.server = self._server
        return self

    async def _accept(self, reader, writer):
        task = asyncio.current_task()
        self._tasks[task] = None
        try:
            await self._live(reader, writer)
        finally:
            del self._tasks[task]

    async def _live(self, reader, writer):
        serve = self._serve
        try:
            method, path, _ = (await reader.readline()).decode('latin-1').split()
            headers = []
            while line := (await reader.readline()).rstrip(b'\r\n'):
                name, _, value = line.decode('latin-1').partition(':')
                headers.append((name.strip(), value.strip()))
        except (ValueError, OSError):
            writer.close()
            return
        request = Request(path, Headers(headers))
        connection = ServerConnection(request, None, None, serve.close_timeout, self.logger)
        connection.transport = writer.transport
        response, told = await _awaited(handshake(serve, connection, SOFTWARE))
        connection.response = response
        writer.write(f'HTTP/1.1 {response.status_code} {response.reason_phrase}\r\n{response.headers}'.encode() + bytes(response.body or b''))
        if response.status_code != 101:
            connection.logger.info(told, response.status_code, response.reason_phrase)
            writer.close()
            await writer.wait_closed()
            connection.logger.info('connection closed')
            return
        connection._open(reader, writer, serve.max_size)
        connection.logger.info('connection open')
        self.connections.add(connection)
        try:
            async with connection:
                await serve.handler(connection)
        except Exception:
            connection.logger.error('connection handler failed', exc_info=True)
        finally:
            self.connections.discard(connection)

    def close(self, close_connections=True, code=1001, reason=''):
        if self._closing is None:
            self.logger.info('server closing')
            self._server.close()
            self._closing = asyncio.get_running_loop().create_task(self._end(close_connections, code, reason))

    async def _end(self, close_connections, code, reason):
        if close_connections:
            closes = [asyncio.create_task(connection.close(code, reason)) for connection in self.connections
                      if connection.state is not State.CONNECTING]
            if closes:
                await asyncio.wait(closes)
        if self._tasks:
            await asyncio.wait(list(self._tasks))
        self.logger.info('server closed')

    async def wait_closed(self):
        if self._closing is None:
            await self._server.wait_closed()
        await asyncio.shield(self._closing)

    def get_loop(self):
        return self._server.get_loop()

    def is_serving(self):
        return self._server.is_serving()

    async def start_serving(self):
        await self._server.start_serving()

    async def serve_forever(self):
        try:
            await asyncio.get_running_loop().create_future()
        finally:
            self.close()

    @property
    def sockets(self):
        return self._server.sockets

    async def __aenter__(self):
        return self

    async def __aexit__(self, *error):
        self.close()
        await self.wait_closed()


class serve:
    """To be awaited, or entered."""

    def __init__(self, handler, host=None, port=None, *, origins=None, subprotocols=None, select_subprotocol=None, process_request=None,
                 process_response=None, open_timeout=10, close_timeout=10, ping_interval=20, ping_timeout=20, max_size=2 ** 20, sock=None,
                 reuse_port=None, logger=None, **options):
        self.handler, self.host, self.port = handler, host, port
        self.subprotocols, self.select_subprotocol, self.process_request, self.process_response = (
            subprotocols, select_subprotocol, process_request, process_response)
        self.origins, self.close_timeout, self.max_size, self.logger = origins, close_timeout, max_size, logger
        self.where = {} if sock is None else {'sock': sock}

    def check_origin(self, origin):
        if self.origins is not None and not any(
                origin == known if known is None or isinstance(known, str) else origin is not None and known.fullmatch(origin)
                for known in self.origins):
            raise InvalidOrigin(origin)

    def agreed_subprotocol(self, connection):
        """The subprotocol that both sides know; a server that has some takes no client without."""
        offered = [name.strip() for value in connection.request.headers.get_all('Sec-WebSocket-Protocol') for name in value.split(',')]
        if self.select_subprotocol is not None:
            return self.select_subprotocol(connection, offered)
        if not self.subprotocols:
            return None
        if not offered:
            raise NegotiationError('missing subprotocol')
        agreed = next((name for name in self.subprotocols if name in offered), None)
        if agreed is None:
            raise NegotiationError(f'invalid subprotocol; expected one of {", ".join(self.subprotocols)}')
        return agreed

    def __await__(self):
        return Server(self)._start().__await__()

    async def __aenter__(self):
        self._server = await self
        return self._server

    async def __aexit__(self, *error):
        await self._server.__aexit__(*error)
