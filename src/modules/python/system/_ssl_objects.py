"""Encryption whose bytes the program carries itself, and the certificates of peers."""
from _frames import type_name as _type_name
import socket as _socket
import ssl as _ssl
import time as _time

import _frames
import _ssl_certificates as _certificates


def certificate(connection, binary_form):
    """What a connection knows of its peer: nothing of a client, of a server of the program's what it has loaded, and of a
    simulated host what is made up."""
    if connection.server_side:
        return None
    end = getattr(connection, '_end', None)
    if end is None or str(end.remote[0]).startswith('203.'):
        der = connection.server_hostname and _certificates.of_host(connection.server_hostname)
    else:
        if not hasattr(end.peer, '_tls'):
            # The server's thread has not come to it.
            _time.sleep(1e-6)
        served = getattr(end.peer, '_tls', None)
        der = served and served._chain
    if not der:
        _frames.not_supported('the certificate of such a server', 'nothing is encrypted here')
    if binary_form:
        return der
    return _certificates.Certificate(der).told() if connection.context.verify_mode != _ssl.CERT_NONE else {}


class MemoryBIO:
    """Bytes on their way."""
    __module__ = '_ssl'

    def __init__(self):
        self._data, self._ended = bytearray(), False

    pending = property(lambda self: len(self._data))
    eof = property(lambda self: self._ended and not self._data)

    def read(self, size=-1, /):
        size = len(self._data) if size < 0 else size
        taken = bytes(self._data[:size])
        del self._data[:size]
        return taken

    def write(self, b, /):
        try:
            data = bytes(memoryview(b))
        except TypeError:
            raise TypeError(f"a bytes-like object is required, not '{_type_name(b)}'") from None
        if self._ended:
            raise _ssl.SSLError('cannot write() after write_eof()')
        self._data += data
        return len(data)

    def write_eof(self):
        self._ended = True


class SSLSocket(_socket.socket):
    """A socket whose connection is encrypted."""
    __module__ = 'ssl'
    __slots__ = ()

    def __init__(self, *args, **kwargs):
        raise TypeError(f'{type(self).__name__} does not have a public constructor. '
                        'Instances are returned by SSLContext.wrap_socket().')

    session = property(lambda self: None)
    session_reused = property(lambda self: None if self._end.remote is None else False)

    def _connected(self):
        return self._end.remote is not None

    def _expected(self, doing='Read'):
        if not self._connected():
            raise ValueError(f'{doing} on closed or unwrapped SSL socket.')

    def version(self):
        return 'TLSv1.3' if self._connected() else None

    def cipher(self):
        return _ssl.CIPHER if self._connected() else None

    def shared_ciphers(self):
        return [(it['name'], it['protocol'], it['strength_bits']) for it in self.context.get_ciphers()] if self.server_side else None

    def compression(self):
        return None

    selected_alpn_protocol = selected_npn_protocol = compression

    def get_channel_binding(self, cb_type='tls-unique'):
        if cb_type not in _ssl.CHANNEL_BINDING_TYPES:
            raise ValueError(f'{cb_type!r} channel binding type not implemented')
        return None

    def do_handshake(self, block=False):
        self.getpeername()

    def pending(self):
        return 0

    def getpeercert(self, binary_form=False):
        self.getpeername()
        return certificate(self, binary_form)

    def read(self, len=1024, buffer=None):
        self._expected()
        return self.recv(len) if buffer is None else self.recv_into(buffer, len)

    def write(self, data):
        self._expected('Write')
        return self.send(data)

    def dup(self):
        raise NotImplementedError(f"Can't dup() {type(self).__name__} instances")

    def recvmsg(self, *args, **kwargs):
        raise NotImplementedError(f'recvmsg not allowed on instances of {type(self)}')

    def recvmsg_into(self, *args, **kwargs):
        raise NotImplementedError(f'recvmsg_into not allowed on instances of {type(self)}')

    def sendmsg(self, *args, **kwargs):
        raise NotImplementedError(f'sendmsg not allowed on instances of {type(self)}')

    def unwrap(self):
        if not self._connected():
            raise ValueError(f'No SSL wrapper around {self}')
        plain = _socket.socket._over(self._open(), self._timeout)
        self.detach()
        return plain

    def accept(self):
        sock, address = super().accept()
        return self.context.wrap_socket(sock, server_side=True), address


class SSLObject:
    """The encryption of a connection: here what is written is what is carried."""
    __module__ = 'ssl'

    def __init__(self, *args, **kwargs):
        raise TypeError(f'{type(self).__name__} does not have a public constructor. '
                        'Instances are returned by SSLContext.wrap_bio().')

    @classmethod
    def _create(cls, context, incoming, outgoing, server_side=False, server_hostname=None):
        self = cls.__new__(cls)
        if incoming is not None:
            context._refuse(server_side)
        self.context, self._incoming, self._outgoing = context, incoming, outgoing
        # One of a transport is agreed on already.
        self._server_side, self._hostname, self._agreed = server_side, server_hostname, incoming is None
        return self

    server_side = property(lambda self: self._server_side)
    server_hostname = property(lambda self: self._hostname)
    session = property(lambda self: None)
    session_reused = property(lambda self: False)

    def do_handshake(self):
        self._agreed = True

    def read(self, len=1024, buffer=None):
        self._agreed = True
        if not self._incoming.pending:
            if self._incoming.eof:
                raise _ssl._failed(8, 'EOF occurred in violation of protocol (_ssl.c:2580)', kind=_ssl.SSLEOFError)
            raise _ssl._failed(2, 'The operation did not complete (read) (_ssl.c:2580)', kind=_ssl.SSLWantReadError)
        data = self._incoming.read(len)
        if buffer is None:
            return data
        buffer[:data.__len__()] = data
        return data.__len__()

    def write(self, data):
        self._agreed = True
        return self._outgoing.write(data)

    def getpeercert(self, binary_form=False):
        if not self._agreed:
            raise ValueError('handshake not done yet')
        return certificate(self, binary_form)

    def version(self):
        return 'TLSv1.3' if self._agreed else None

    def cipher(self):
        return _ssl.CIPHER if self._agreed else None

    def shared_ciphers(self):
        return SSLSocket.shared_ciphers(self) if self._agreed else None

    def compression(self):
        return None

    selected_alpn_protocol = selected_npn_protocol = compression

    def get_channel_binding(self, cb_type='tls-unique'):
        return SSLSocket.get_channel_binding(self, cb_type)

    def pending(self):
        return self._incoming.pending if self._incoming and self._agreed else 0

    def unwrap(self):
        if not self._agreed:
            words = '[SSL: SHUTDOWN_WHILE_IN_INIT] shutdown while in init (_ssl.c:2706)'
            raise _ssl._failed(1, words, 'SSL', 'SHUTDOWN_WHILE_IN_INIT')

    def verify_client_post_handshake(self):
        raise _ssl._failed(1, '[SSL: WRONG_SSL_VERSION] wrong ssl version (_ssl.c:2819)', 'SSL', 'WRONG_SSL_VERSION')
