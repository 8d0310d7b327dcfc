"""multiprocessing's connections, and those over sockets."""
import hmac as _hmac
import itertools as _itertools
import os as _os
import time as _time

from multiprocessing._process import AuthenticationError, BufferTooShort, joins_at_exit as _joins_at_exit
from multiprocessing._queues import Connection, Pipe, _ConnectionBase, wait

_joins_at_exit()

# Bytes read at once, seconds that a connection may take, bytes of a challenge.
BUFSIZE, CONNECTION_TIMEOUT, MESSAGE_LENGTH = 8192, 20.0, 40
default_family, families = 'AF_UNIX', ['AF_INET', 'AF_UNIX']
_ALLOWED_DIGESTS = frozenset({b'md5', b'sha256', b'sha384', b'sha3_256', b'sha3_384'})
_MAX_DIGEST_LEN = max(map(len, _ALLOWED_DIGESTS))
_MD5ONLY_MESSAGE_LENGTH, _MD5_DIGEST_LEN = 20, 16
_LEGACY_LENGTHS = _MD5ONLY_MESSAGE_LENGTH, _MD5_DIGEST_LEN
_mmap_counter = _itertools.count()
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


def _init_timeout(timeout=CONNECTION_TIMEOUT):
    return _time.monotonic() + timeout


def _check_timeout(t):
    return _time.monotonic() > t


def _validate_family(family):
    if family == 'AF_PIPE':
        raise ValueError(f'Family {family} is not recognized.')


def arbitrary_address(family):
    """A free address of a family."""
    if family == 'AF_INET':
        return 'localhost', 0
    if family == 'AF_UNIX':
        import tempfile
        return tempfile.mktemp(prefix='listener-')
    raise ValueError('unrecognized family')


def address_type(address):
    if isinstance(address, tuple):
        return 'AF_INET'
    if isinstance(address, str) and address.startswith('\\\\'):
        return 'AF_PIPE'
    if isinstance(address, str) or isinstance(address, bytes) and address[:1] == b'\0':
        return 'AF_UNIX'
    if not isinstance(address, bytes):
        raise TypeError(f'address type of {address!r} unrecognized')
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
        _validate_family(family)
        if address is None:
            address = arbitrary_address(family)
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
    _validate_family(family)
    connection = SocketClient(address, address_type(address))  #: 519 c = «SocketClient(address)»
    if authkey is not None and not isinstance(authkey, bytes):
        raise TypeError('authkey should be a byte string')  #: 522
    if authkey is not None:
        answer_challenge(connection, authkey)  #: 525 answer_challenge(c, authkey)
        deliver_challenge(connection, authkey)  #: 526 deliver_challenge(c, authkey)
    return connection


def _get_digest_name_and_payload(message):
    """The digest that a message names in front of it, and the rest; without one it is an old MD5 one."""
    if len(message) in _LEGACY_LENGTHS:
        return '', message
    end = message.find(b'}', 1, _MAX_DIGEST_LEN + 2)
    if message.startswith(b'{') and end > 0 and message[1:end] in _ALLOWED_DIGESTS:
        return message[1:end].decode('ascii'), message[end + 1:]
    raise AuthenticationError('unsupported message length, missing digest prefix, or unsupported digest: '
                              f'{message=}')


def _create_response(authkey, message):
    """What shows that one knows the key."""
    name, payload = _get_digest_name_and_payload(message)
    digest = _hmac.new(authkey, message, name or 'md5').digest()
    return digest if not name else b'{%s}%s' % (name.encode('ascii'), digest)


def _verify_challenge(authkey, message, response):
    name, digest = _get_digest_name_and_payload(response)
    expected = _hmac.new(authkey, message, name or 'md5').digest()
    if len(expected) != len(digest):
        raise AuthenticationError(f'expected {name or "md5"!r} of length {len(expected)} got {len(digest)}')
    if not _hmac.compare_digest(expected, digest):
        raise AuthenticationError('digest received was wrong')  #: 925


def deliver_challenge(connection, authkey):
    """Asks the other side to show that it knows the key."""
    message = b'{sha256}' + _os.urandom(MESSAGE_LENGTH)
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
    message = message[len(_CHALLENGE):]
    if len(message) < _MD5ONLY_MESSAGE_LENGTH:
        raise AuthenticationError(f'challenge too short: {len(message)} bytes')
    connection.send_bytes(_create_response(authkey, message))
    if connection.recv_bytes(256) != _WELCOME:
        raise AuthenticationError('digest sent was rejected')  #: 964


class ConnectionWrapper:
    """A connection that sends objects as other bytes than pickle's."""

    def __init__(self, conn, dumps, loads):
        self._conn, self._dumps, self._loads = conn, dumps, loads
        for name in ('fileno', 'close', 'poll', 'recv_bytes', 'send_bytes'):
            setattr(self, name, getattr(conn, name))

    def send(self, obj):
        self._conn.send_bytes(self._dumps(obj))

    def recv(self):
        return self._loads(self._conn.recv_bytes())


def _xml_dumps(obj):
    import xmlrpc.client
    return xmlrpc.client.dumps((obj,), None, None, None, 1).encode('utf-8')


def _xml_loads(s):
    import xmlrpc.client
    (obj,), _ = xmlrpc.client.loads(s.decode('utf-8'))
    return obj


class XmlListener(Listener):
    def accept(self):
        return ConnectionWrapper(Listener.accept(self), _xml_dumps, _xml_loads)


def XmlClient(*args, **kwds):
    return ConnectionWrapper(Client(*args, **kwds), _xml_dumps, _xml_loads)


for _one in (Listener, Client, deliver_challenge, answer_challenge, address_type):
    _one.__module__ = 'multiprocessing.connection'
del _one
