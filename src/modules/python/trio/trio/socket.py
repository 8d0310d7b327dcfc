"""Sockets whose operations are awaited."""
import socket as _socket
from socket import *

from trio import _run
from trio._descriptors import notify_closing as _notify_closing, wait as _wait_for
from trio._errors import public as _public

_CONSTANTS = [name for name in dir(_socket) if name.isupper()]
globals().update({name: getattr(_socket, name) for name in _CONSTANTS})
has_ipv6, gaierror, herror = _socket.has_ipv6, _socket.gaierror, _socket.herror


class SocketType:
    """A socket; the calls that wait are coroutines."""

    def __init__(self, sock):
        self._sock, self._did_shutdown_SHUT_WR = sock, False
        sock.setblocking(False)

    def __repr__(self):
        return repr(self._sock).replace('socket.socket', 'trio.socket.socket')

    def __getattr__(self, name):
        if name in ('family', 'type', 'proto', 'fileno', 'getpeername', 'getsockname', 'getsockopt', 'setsockopt', 'listen',
                    'set_inheritable', 'get_inheritable'):
            return getattr(self._sock, name)
        raise AttributeError(f"'_SocketType' object has no attribute {name!r}")

    def __enter__(self):
        return self

    def __exit__(self, kind, exc, tb):
        self.close()

    @property
    def did_shutdown_SHUT_WR(self):
        return self._did_shutdown_SHUT_WR

    def dup(self):
        return SocketType(self._sock.dup())

    def detach(self):
        return self._sock.detach()

    def close(self):
        if self._sock.fileno() != -1:
            if _run.state.runner is not None:
                _notify_closing(self._sock)
            self._sock.close()

    def is_readable(self):
        import select
        return bool(select.select([self._sock], [], [], 0)[0])

    async def wait_writable(self):
        await _wait_for(self._sock, False)

    async def bind(self, address):
        await _run.checkpoint()
        return self._sock.bind(address)

    def shutdown(self, flag):
        self._sock.shutdown(flag)
        if flag in (_socket.SHUT_WR, _socket.SHUT_RDWR):
            self._did_shutdown_SHUT_WR = True

    async def connect(self, address):
        await _run.checkpoint_if_cancelled()
        try:
            self._sock.connect(address)
        except BlockingIOError:
            pass
        else:
            await _run.cancel_shielded_checkpoint()
            return
        try:
            await _wait_for(self._sock, False)
        except BaseException:
            self._sock.close()
            raise
        number = self._sock.getsockopt(_socket.SOL_SOCKET, _socket.SO_ERROR)
        if number:
            import os
            raise OSError(number, f'Error connecting to {address!r}: {os.strerror(number)}')

    async def accept(self):
        sock, address = await _call(self._sock, True, self._sock.accept)
        return SocketType(sock), address

    async def sendto(self, *args):
        return await _call(self._sock, False, self._sock.sendto, *args)


def _operation(name, reads):
    async def method(self, *args, **kwargs):
        sock = self._sock
        return await _call(sock, reads, getattr(sock, name), *args, **kwargs)

    method.__name__ = name
    setattr(SocketType, name, method)


for _name in 'recv recv_into recvfrom recvfrom_into recvmsg'.split():
    _operation(_name, True)
for _name in 'send sendmsg'.split():
    _operation(_name, False)


async def _call(sock, reads, fn, *args, **kwargs):
    await _run.checkpoint_if_cancelled()
    try:
        result = fn(*args, **kwargs)
    except BlockingIOError:
        pass
    else:
        await _run.cancel_shielded_checkpoint()
        return result
    while True:
        await _wait_for(sock, reads)
        try:
            return fn(*args, **kwargs)
        except BlockingIOError:
            pass


def from_stdlib_socket(sock):
    return SocketType(sock)


def socket(family=_socket.AF_INET, type=_socket.SOCK_STREAM, proto=0, fileno=None):
    return SocketType(_socket.socket(family, type, proto, fileno))


def socketpair(*args, **kwargs):
    left, right = _socket.socketpair(*args, **kwargs)
    return SocketType(left), SocketType(right)


async def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    await _run.checkpoint()
    return _socket.getaddrinfo(host, port, family, type, proto, flags)


async def getnameinfo(sockaddr, flags):
    await _run.checkpoint()
    return _socket.getnameinfo(sockaddr, flags)


async def getprotobyname(name):
    return _socket.getprotobyname(name)


_public(SocketType, module='trio.socket')
