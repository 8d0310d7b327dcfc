"""Connections and servers; over asyncio's streams or trio's sockets."""
import asyncio
import socket as _socket
from anyio import _seam
from anyio._errors import BrokenResourceError, BusyResourceError, ClosedResourceError, ConnectionFailed, EndOfStream
from anyio._typedattr import TypedAttributeSet, typed_attribute


class SocketAttribute(TypedAttributeSet):
    """What is known of a socket."""
    __module__ = 'anyio.abc'
    family: _socket.AddressFamily = typed_attribute()
    local_address: tuple[str, int] | str = typed_attribute()
    local_port: int = typed_attribute()
    raw_socket: _socket.socket = typed_attribute()
    remote_address: tuple[str, int] | str = typed_attribute()
    remote_port: int = typed_attribute()


def _abc():
    from anyio import abc
    return abc


async def _retried(sock, readable, call, *args):
    """Calls what may have to wait for a socket."""
    found = _seam.backend()
    await found.checkpoint()
    while True:
        try:
            return call(*args)
        except BlockingIOError:
            await found.wait_for_fd(sock, readable)


class _Socketed:
    def __init__(self, sock):
        sock.setblocking(False)
        self._sock, self._closed, self._busy = sock, False, set()

    @property
    def extra_attributes(self):
        sock, of = self._sock, SocketAttribute
        # A closed socket has lost its own end: that is asked for only when somebody wants it.
        ends = [(of.local_address, of.local_port, sock.getsockname)]
        try:
            peer = sock.getpeername()
            ends.append((of.remote_address, of.remote_port, lambda: peer))
        except OSError:
            pass
        found = {of.family: lambda: sock.family, of.raw_socket: lambda: sock}
        numbered = sock.family != _socket.AF_UNIX
        for whole, port, end in ends:
            found[whole] = lambda end=end: end()[:2] if numbered else end()
            if numbered:
                found[port] = lambda end=end: end()[1]
        return found

    @property
    def _raw_socket(self):
        return self._sock

    async def aclose(self):
        if not self._closed:
            self._closed = True
            self._sock.close()
        await _seam.backend().checkpoint()

    async def _do(self, action, readable, call, *args):
        if action in self._busy:
            raise BusyResourceError(action)
        if self._closed:
            raise ClosedResourceError
        self._busy.add(action)
        try:
            return await _retried(self._sock, readable, call, *args)
        except OSError as error:
            if self._closed:
                raise ClosedResourceError from None
            raise BrokenResourceError from error
        finally:
            self._busy.discard(action)


def _classes():
    abc = _abc()

    class SocketStream(_Socketed, abc.SocketStream):
        async def receive(self, max_bytes=65536):
            _seam.check_size(max_bytes)
            data = await self._do('reading from', True, self._sock.recv, max_bytes)
            if not data:
                raise EndOfStream
            return data

        async def send(self, item):
            item = memoryview(item)
            while item:
                item = item[await self._do('writing to', False, self._sock.send, item):]

        async def send_eof(self):
            self._sock.shutdown(_socket.SHUT_WR)

    class TCPSocketListener(_Socketed, abc.SocketListener):
        async def accept(self):
            sock, _ = await self._do('accepting connections from', True, self._sock.accept)
            return SocketStream(sock)

    class UDPSocket(_Socketed, abc.UDPSocket):
        async def receive(self):
            return await self._do('reading from', True, self._sock.recvfrom, 65536)

        async def send(self, item):
            await self._do('writing to', False, self._sock.sendto, *item)

    return SocketStream, TCPSocketListener, UDPSocket


_made = []


def classes():
    if not _made:
        _made.extend(_classes())
    return _made


async def connect_tcp(remote_host, remote_port, *, local_host=None, tls=False, ssl_context=None, tls_standard_compatible=True,
                      tls_hostname=None, happy_eyeballs_delay=0.25, **more):
    errors = []
    for family, kind, proto, _, address in await getaddrinfo(str(remote_host), remote_port, type=_socket.SOCK_STREAM):
        sock = _socket.socket(family, kind, proto)
        try:
            if local_host is not None:
                sock.bind((local_host, 0))
            return await _connected(sock, address)
        except OSError as error:
            sock.close()
            errors.append(error)
    raise OSError('All connection attempts failed') from (errors[0] if len(errors) == 1 else ExceptionGroup('multiple connection attempts failed',
                                                                                                       errors))


async def _connected(sock, address):
    sock.setblocking(False)
    found = _seam.backend()
    await found.checkpoint()
    try:
        sock.connect(address)
    except BlockingIOError:
        await found.wait_for_fd(sock, False)
        number = sock.getsockopt(_socket.SOL_SOCKET, _socket.SO_ERROR)
        if number:
            import os
            raise OSError(number, f'Connect call failed {address}' if found.name == 'asyncio' else os.strerror(number)) from None
    except BaseException:
        sock.close()
        raise
    return classes()[0](sock)


async def connect_unix(path):
    import os
    return await _connected(_socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM), os.fspath(path))


async def create_tcp_listener(*, local_host=None, local_port=0, family=0, backlog=65536, reuse_port=False):
    from anyio.streams.stapled import MultiListener
    listeners = []
    for family, kind, proto, _, address in await getaddrinfo(local_host and str(local_host), local_port, family=family, type=_socket.SOCK_STREAM,
                                                             flags=_socket.AI_PASSIVE):
        sock = _socket.socket(family, kind, proto)
        sock.setsockopt(_socket.SOL_SOCKET, _socket.SO_REUSEADDR, 1)
        if family == _socket.AF_INET6:
            sock.setsockopt(_socket.IPPROTO_IPV6, _socket.IPV6_V6ONLY, 1)
        sock.bind((address[0], local_port, *address[2:]))
        if not local_port:
            local_port = sock.getsockname()[1]
        sock.listen(backlog)
        listeners.append(classes()[1](sock))
    return MultiListener(listeners)


async def create_unix_listener(path, *, mode=None, backlog=65536):
    import os
    sock = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
    sock.bind(os.fspath(path))
    sock.listen(backlog)
    return classes()[1](sock)


async def create_udp_socket(family=0, *, local_host=None, local_port=0, reuse_port=False):
    if not family and not local_host:
        raise ValueError('Either "family" or "local_host" must be given')
    sock = _socket.socket(family or _socket.AF_INET, _socket.SOCK_DGRAM)
    sock.bind((str(local_host) if local_host else '0.0.0.0', local_port))
    return classes()[2](sock)


async def getaddrinfo(host, port, *, family=0, type=0, proto=0, flags=0):
    await _seam.backend().checkpoint()
    return _socket.getaddrinfo(host, port, family, type, proto, flags)


async def wait_readable(sock):
    await _seam.backend().wait_for_fd(sock, True)


async def wait_writable(sock):
    await _seam.backend().wait_for_fd(sock, False)
