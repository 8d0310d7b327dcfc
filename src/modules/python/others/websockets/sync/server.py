"""Servers for threads."""
import logging
import socket
import threading

from websockets._connection import SOFTWARE, Headers, Request, State
from websockets.asyncio.server import ServerConnection as _Answering
from websockets.asyncio.server import agreed, no_websocket, unfit
from websockets.asyncio.server import serve as _asyncio_serve
from websockets.exceptions import InvalidOrigin, NegotiationError
from websockets.sync.connection import Connection, read_head


class ServerConnection(Connection):
    side = 'server'
    path = property(lambda self: self.request.path)
    respond = _Answering.respond


class Server:
    def __init__(self, sock, handler):
        self.socket, self.handler, self.logger = sock, handler, logging.getLogger('websockets.server')
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


def serve(handler, host=None, port=None, *, sock=None, ssl=None, origins=None, extensions=None, subprotocols=None, select_subprotocol=None,
          compression='deflate', process_request=None, process_response=None, server_header=SOFTWARE, open_timeout=10, ping_interval=20,
          ping_timeout=20, close_timeout=10, max_size=2 ** 20, max_queue=16, logger=None, create_connection=None, **options):
    """A server whose connections have a thread each."""
    if ssl is not None:
        from _frames import not_supported
        not_supported('websockets.sync.server.serve with ssl=', 'ws://localhost')
    rules = _asyncio_serve(handler, host, port, origins=origins, subprotocols=subprotocols, select_subprotocol=select_subprotocol)
    timing = {'ping_interval': ping_interval, 'ping_timeout': ping_timeout, 'close_timeout': close_timeout, 'max_size': max_size}

    def opened(conn):
        """The connection once its client has asked for one as it should, or None."""
        conn.settimeout(open_timeout)
        found = read_head(conn)
        if found is None:
            return None
        first, headers, rest = found
        connection = (create_connection or ServerConnection)(conn, Request(first.split(' ')[1], Headers(headers)), None, None, timing)
        request, response = connection.request, None
        if process_request is not None:
            response = process_request(connection, request)
        key = request.headers.get('Sec-WebSocket-Key')
        if response is None and key is None:
            response = no_websocket(connection)
        if response is None:
            try:
                rules.check_origin(request.headers.get('Origin'))
                connection.subprotocol = rules.agreed_subprotocol(connection)
            except (InvalidOrigin, NegotiationError) as exc:
                response = unfit(connection, exc)
        accepted = response is None
        if accepted:
            response = agreed(key)
            if connection.subprotocol:
                response.headers['Sec-WebSocket-Protocol'] = connection.subprotocol
        if server_header is not None:
            response.headers['Server'] = server_header
        if accepted and process_response is not None:
            response = process_response(connection, request, response) or response
        connection.response = response
        conn.sendall(f'HTTP/1.1 {response.status_code} {response.reason_phrase}\r\n{response.headers}'.encode() + bytes(response.body or b''))
        if not accepted:
            connection.logger.info('HTTP response sent (%d %s)', response.status_code, response.reason_phrase)
            conn.shutdown(socket.SHUT_WR)
            conn.recv(1)
            return None
        connection.logger.info('connection open')
        conn.settimeout(None)
        connection._begin(rest)
        return connection

    def sock_handler(conn, address):
        connection = None
        try:
            connection = opened(conn)
            if connection is None:
                return
            with server.lock:
                server.all_connections.add(connection)
            connection.start_keepalive()
            with connection:
                handler(connection)
        except OSError:
            pass
        except Exception:
            logging.getLogger('websockets.server').error('connection handler failed', exc_info=True)
        finally:
            if connection is None:
                conn.close()
            with server.lock:
                server.all_connections.discard(connection)
                server.handler_threads.discard(threading.current_thread())
    server = Server(sock or socket.create_server((host, port)), sock_handler)
    return server
