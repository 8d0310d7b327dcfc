"""Servers for threads."""
import logging
import re
import socket
import threading

from websockets._connection import SOFTWARE, Headers, Request, State
from websockets.asyncio.server import ServerConnection as _Answering
from websockets.asyncio.server import handshake
from websockets.asyncio.server import serve as _asyncio_serve
from websockets.sync.connection import Connection, fields_of

_REQUEST = re.compile(rb'[\x00-\x1f!-\x7f]* [\x00-\x1f!-\x7f]* HTTP/1\.[01]')
_HEADER = re.compile(rb"[-!#$%&'*+.^_`|~0-9a-zA-Z]+:[\t -~\x80-\xff]*")


class ServerConnection(Connection):
    side = 'server'
    path = property(lambda self: self.request.path)
    respond = _Answering.respond


class Server:
    def __init__(self, sock, handler, logger=None):
        self.socket, self.handler, self.logger = sock, handler, logging.getLogger('websockets.server') if logger is None else logger
        self.all_connections, self.handler_threads, self.lock = set(), set(), threading.Lock()
        self._finished, self._shut = threading.Event(), False
        self._finished.set()
        self._told, self._teller = socket.socketpair()

    @property
    def connections(self):
        with self.lock:
            return {connection for connection in self.all_connections if connection.state is State.OPEN}

    def serve_forever(self):
        if self._shut:
            return
        self._finished.clear()
        try:
            name = self.socket.getsockname()
            self.logger.info('server listening on %s', f'[{name[0]}]:{name[1]}' if len(name) > 2 else ':'.join(map(str, name)))
            import selectors
            with selectors.DefaultSelector() as selector:
                for each in (self.socket, self._told):
                    selector.register(each, selectors.EVENT_READ)
                while True:
                    selector.select()
                    if self._shut:
                        break
                    try:
                        sock, address = self.socket.accept()
                    except OSError:
                        break
                    thread = threading.Thread(target=self.handler, args=(sock, address))
                    with self.lock:
                        self.handler_threads.add(thread)
                    thread.start()
        finally:
            self._finished.set()

    def shutdown(self, close_connections=True, code=1001, reason=''):
        self.logger.info('server closing')
        self._shut = True
        self._teller.close()
        self._finished.wait()
        self._told.close()
        self.socket.close()
        while close_connections and (found := self.connections):
            for connection in found:
                connection.close(code, reason)
        with self.lock:
            threads = list(self.handler_threads)
        for thread in threads:
            thread.join()
        self.logger.info('server closed')

    def fileno(self):
        return self.socket.fileno()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.shutdown()


def _request_at(conn):
    """The request that a client sends and the bytes behind it. None: it is none, which the client is told by an end."""
    held = b''
    while more := conn.recv(65536):
        held += more
        head, end, rest = held.partition(b'\r\n\r\n')
        first, *lines = head.split(b'\r\n')
        if (lines or end) and not _REQUEST.fullmatch(first) or not all(map(_HEADER.fullmatch, lines if end else lines[:-1])):
            conn.shutdown(socket.SHUT_WR)
            while conn.recv(65536):
                pass
            break
        if end:
            return Request(first.decode().split(' ')[1], Headers(fields_of([line.decode('latin-1') for line in lines]))), rest
    return None


def _done(steps):
    """What a handshake comes to whose functions give their answers at once."""
    given = None
    try:
        while True:
            given = steps.send(given)
    except StopIteration as end:
        return end.value


def serve(handler, host=None, port=None, *, sock=None, ssl=None, origins=None, extensions=None, subprotocols=None, select_subprotocol=None,
          compression='deflate', process_request=None, process_response=None, server_header=SOFTWARE, open_timeout=10, ping_interval=20,
          ping_timeout=20, close_timeout=10, max_size=2 ** 20, max_queue=16, logger=None, create_connection=None, **options):
    """A server whose connections have a thread each."""
    if ssl is not None:
        from _frames import not_supported
        not_supported('websockets.sync.server.serve with ssl=', 'ws://localhost')
    rules = _asyncio_serve(handler, host, port, origins=origins, subprotocols=subprotocols, select_subprotocol=select_subprotocol,
                           process_request=process_request, process_response=process_response)
    settings = {'ping_interval': ping_interval, 'ping_timeout': ping_timeout, 'close_timeout': close_timeout, 'max_size': max_size, 'logger': logger}

    def opened(conn):
        """The connection once its client has asked for one as it should, or None."""
        conn.settimeout(open_timeout)
        found = _request_at(conn)
        if found is None:
            return None
        request, rest = found
        connection = (create_connection or ServerConnection)(conn, request, None, None, settings)
        response, told = _done(handshake(rules, connection, server_header))
        connection.response = response
        conn.sendall(f'HTTP/1.1 {response.status_code} {response.reason_phrase}\r\n{response.headers}'.encode() + bytes(response.body or b''))
        if response.status_code != 101:
            connection.logger.info(told, response.status_code, response.reason_phrase)
            return None
        connection.logger.info('connection open')
        conn.settimeout(None)
        connection._begin(rest)
        return connection

    def sock_handler(conn, address):
        connection = None
        try:
            connection = opened(conn)
            if connection is not None:
                with server.lock:
                    server.all_connections.add(connection)
                connection.start_keepalive()
                with connection:
                    handler(connection)
        except Exception:
            if connection is not None:
                connection.logger.error('connection handler failed', exc_info=True)
        finally:
            if connection is None:
                conn.close()
                server.logger.info('connection closed')
            with server.lock:
                server.all_connections.discard(connection)
                server.handler_threads.discard(threading.current_thread())
    server = Server(sock or socket.create_server((host, port)), sock_handler, logger)
    return server
