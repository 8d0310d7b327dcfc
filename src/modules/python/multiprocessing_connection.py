"""multiprocessing's connections, and those over sockets."""
import hmac as _hmac
import os as _os

from multiprocessing._process import AuthenticationError
from multiprocessing._queues import Connection, Pipe, wait

_CHALLENGE, _WELCOME, _FAILURE = b'#CHALLENGE#', b'#WELCOME#', b'#FAILURE#'


def _taken(sock):
    """The connection of a socket that nobody else uses."""
    import _wires
    end = sock._end
    sock.detach()
    if end._wire is None:
        # Both ends are in this process.
        _wires.part(end)
    connection = Connection(*end._wire)
    connection._socket = end
    return connection


def address_type(address):
    if isinstance(address, tuple):
        return 'AF_INET'
    if isinstance(address, str):
        return 'AF_UNIX'
    raise ValueError(f'address type of {address!r} unrecognized')


def _key(authkey):
    if authkey is not None and not isinstance(authkey, bytes):
        raise TypeError('authkey should be a byte string')
    return authkey


class Listener:
    """A place where others connect to."""

    def __init__(self, address=None, family=None, backlog=1, authkey=None):
        import socket
        family = family or (address_type(address) if address is not None else 'AF_UNIX')
        if family not in ('AF_INET', 'AF_UNIX'):
            raise ValueError(f'Family {family} is not recognized.')
        if address is None:
            import tempfile
            address = ('localhost', 0) if family == 'AF_INET' else tempfile.mktemp(prefix='listener-')
        self._authkey, self._family, self._last_accepted = _key(authkey), family, None
        self._socket = socket.socket(getattr(socket, family))
        try:
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            self._socket.bind(address)
            self._socket.listen(backlog)
        except OSError:
            self._socket.close()
            raise
        self._address = self._socket.getsockname()

    def accept(self):
        if self._socket is None:
            raise OSError('listener is closed')
        sock, self._last_accepted = self._socket.accept()
        connection = _taken(sock)
        if self._authkey is not None:
            deliver_challenge(connection, self._authkey)
            answer_challenge(connection, self._authkey)
        return connection

    def close(self):
        sock, self._socket = self._socket, None
        if sock is not None:
            sock.close()
            if self._family == 'AF_UNIX' and _os.path.exists(self._address):
                _os.unlink(self._address)

    address = property(lambda self: self._address)
    last_accepted = property(lambda self: self._last_accepted)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()


def Client(address, family=None, authkey=None):
    """A connection with a listener."""
    import socket
    sock = socket.socket(getattr(socket, family or address_type(address)))
    try:
        sock.connect(address)
    except OSError:
        sock.close()
        raise
    connection = _taken(sock)
    if _key(authkey) is not None:
        answer_challenge(connection, authkey)
        deliver_challenge(connection, authkey)
    return connection


def _digest(key, message):
    return b'{sha256}' + _hmac.new(key, message, 'sha256').digest()


def deliver_challenge(connection, authkey):
    """Asks the other side to show that it knows the key."""
    message = b'{sha256}' + _os.urandom(40)
    connection.send_bytes(_CHALLENGE + message)
    if not _hmac.compare_digest(connection.recv_bytes(256), _digest(authkey, message)):
        connection.send_bytes(_FAILURE)
        raise AuthenticationError('digest received was wrong')
    connection.send_bytes(_WELCOME)


def answer_challenge(connection, authkey):
    message = connection.recv_bytes(256)
    if not message.startswith(_CHALLENGE):
        raise AuthenticationError(f'Protocol error, expected challenge: {message=}')
    connection.send_bytes(_digest(authkey, message[len(_CHALLENGE):]))
    if connection.recv_bytes(256) != _WELCOME:
        raise AuthenticationError('digest sent was rejected')


for _one in (Listener, Client, deliver_challenge, answer_challenge, address_type):
    _one.__module__ = 'multiprocessing.connection'
del _one
