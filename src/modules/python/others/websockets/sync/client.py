"""Clients for threads."""
import os
import socket
import warnings

from websockets._connection import SOFTWARE, Headers, Request, Response
from websockets.asyncio.client import asked_of
from websockets.exceptions import InvalidMessage, InvalidStatus
from websockets.sync.connection import Connection, read_head


class ClientConnection(Connection):
    side = 'client'
    _pending = True

    def _used(self):
        if self._pending:
            self._pending = False
            warnings.warn('connect() must be used as a context manager: with connect(...) as websocket: ...; alternatively, use '
                          'websocket = connect(..., legacy=True) to connect directly', DeprecationWarning, skip_file_prefixes=(os.path.dirname(__file__),))

    def __enter__(self):
        self._pending = False
        return self


def connect(uri, *, sock=None, ssl=None, server_hostname=None, origin=None, extensions=None, subprotocols=None, compression='deflate',
            additional_headers=None, user_agent_header=SOFTWARE, proxy=True, open_timeout=10, ping_interval=20, ping_timeout=20,
            close_timeout=10, max_size=2 ** 20, max_queue=16, logger=None, create_connection=None, legacy=None, **options):
    """A connection to a server."""
    parts, sent = asked_of(uri, origin, subprotocols, additional_headers or (), user_agent_header)
    secret = parts.scheme == 'wss'
    if sock is None:
        sock = socket.create_connection((parts.hostname, parts.port or (443 if secret else 80)), open_timeout)
    try:
        if secret:
            import ssl as _ssl
            context = ssl if isinstance(ssl, _ssl.SSLContext) else _ssl.create_default_context()
            sock = context.wrap_socket(sock, server_hostname=server_hostname or parts.hostname)
        path = (parts.path or '/') + (f'?{parts.query}' if parts.query else '')
        lines = [f'GET {path} HTTP/1.1', f'Host: {parts.netloc.rpartition("@")[2]}', *(f'{name}: {value}' for name, value in sent.raw_items())]
        sock.settimeout(open_timeout)
        sock.sendall('\r\n'.join(lines).encode() + b'\r\n\r\n')
        try:
            found = read_head(sock)
        except TimeoutError:
            raise TimeoutError('timed out while waiting for handshake response') from None
        if found is None:
            raise InvalidMessage('did not receive a valid HTTP response')
        first, headers, rest = found
        _, status, *reason = first.split(' ', 2)
        response = Response(int(status), reason[0] if reason else '', Headers(headers))
        if response.status_code != 101:
            size = int(response.headers.get('Content-Length', 0))
            while len(rest) < size:
                more = sock.recv(65536)
                if not more:
                    break
                rest += more
            response.body = bytearray(rest[:size])
            raise InvalidStatus(response)
        sock.settimeout(None)
    except BaseException:
        sock.close()
        raise
    connection = (create_connection or ClientConnection)(sock, Request(path, sent), response, response.headers.get('Sec-WebSocket-Protocol'),
                                                         {'ping_interval': ping_interval, 'ping_timeout': ping_timeout,
                                                          'close_timeout': close_timeout, 'max_size': max_size, 'logger': logger})
    connection._begin(rest)
    connection.start_keepalive()
    if legacy is not None:
        connection._pending = False
    return connection
