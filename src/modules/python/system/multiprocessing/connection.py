"""multiprocessing's connections, and those over sockets."""
import hmac as _hmac
import os as _os

from multiprocessing._process import AuthenticationError, joins_at_exit as _joins_at_exit
from multiprocessing._queues import Connection, Pipe, wait

_joins_at_exit()

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


class SocketListener:
    """A bound socket to which others connect."""

    def __init__(self, address, family, backlog):
        import socket
        self._socket, self._family, self._last_accepted = socket.socket(getattr(socket, family)), family, None
        try:
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            self._socket.bind(address)  #: 608
            self._socket.listen(backlog)  #: 609
        except OSError:
            self._socket.close()
            raise
        self._address = self._socket.getsockname()

    def accept(self):
        sock, self._last_accepted = self._socket.accept()  #: 626 s, self._last_accepted = «self._socket.accept()»
        return _taken(sock)

    def close(self):
        self._socket.close()
        if self._family == 'AF_UNIX' and _os.path.exists(self._address):
            _os.unlink(self._address)


class Listener:
    """A place where others connect to."""

    def __init__(self, address=None, family=None, backlog=1, authkey=None):
        family = family or (address_type(address) if address is not None else 'AF_UNIX')
        if family not in ('AF_INET', 'AF_UNIX'):
            raise ValueError(f'Family {family} is not recognized.')
        if address is None:
            import tempfile
            address = ('localhost', 0) if family == 'AF_INET' else tempfile.mktemp(prefix='listener-')
        self._listener = SocketListener(address, family, backlog)  #: 464
        if authkey is not None and not isinstance(authkey, bytes):
            raise TypeError('authkey should be a byte string')  #: 467
        self._authkey = authkey

    def accept(self):
        if self._listener is None:
            raise OSError('listener is closed')  #: 478
        connection = self._listener.accept()  #: 480 c = «self._listener.accept()»
        if self._authkey is not None:
            deliver_challenge(connection, self._authkey)  #: 482 deliver_challenge(c, self._authkey)
            answer_challenge(connection, self._authkey)  #: 483 answer_challenge(c, self._authkey)
        return connection

    def close(self):
        listener, self._listener = self._listener, None
        if listener is not None:
            listener.close()

    address = property(lambda self: self._listener._address)
    last_accepted = property(lambda self: self._listener._last_accepted)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()


def SocketClient(address, family):
    import socket
    sock = socket.socket(getattr(socket, family))
    try:
        sock.connect(address)  #: 647 s.connect(address)
    except OSError:
        sock.close()
        raise
    return _taken(sock)


def Client(address, family=None, authkey=None):
    """A connection with a listener."""
    connection = SocketClient(address, family or address_type(address))  #: 519 c = «SocketClient(address)»
    if authkey is not None and not isinstance(authkey, bytes):
        raise TypeError('authkey should be a byte string')  #: 522
    if authkey is not None:
        answer_challenge(connection, authkey)  #: 525 answer_challenge(c, authkey)
        deliver_challenge(connection, authkey)  #: 526 deliver_challenge(c, authkey)
    return connection


def _digest(key, message):
    return b'{sha256}' + _hmac.new(key, message, 'sha256').digest()


def _verify_challenge(authkey, message, response):
    if not _hmac.compare_digest(response, _digest(authkey, message)):
        raise AuthenticationError('digest received was wrong')  #: 925


def deliver_challenge(connection, authkey):
    """Asks the other side to show that it knows the key."""
    message = b'{sha256}' + _os.urandom(40)
    connection.send_bytes(_CHALLENGE + message)
    response = connection.recv_bytes(256)
    try:
        _verify_challenge(authkey, message, response)  #: 941
    except AuthenticationError:
        connection.send_bytes(_FAILURE)
        raise
    connection.send_bytes(_WELCOME)


def answer_challenge(connection, authkey):
    message = connection.recv_bytes(256)
    if not message.startswith(_CHALLENGE):
        raise AuthenticationError(f'Protocol error, expected challenge: {message=}')
    connection.send_bytes(_digest(authkey, message[len(_CHALLENGE):]))
    if connection.recv_bytes(256) != _WELCOME:
        raise AuthenticationError('digest sent was rejected')  #: 964


for _one in (Listener, Client, deliver_challenge, answer_challenge, address_type):
    _one.__module__ = 'multiprocessing.connection'
del _one
