"""Loops' methods for sockets that are the program's own."""
import _selector
import _sockets
from _host_names import AF_UNIX
from _sockets import READ, WRITE
from asyncio._network import _ensure_resolved, _sock_connect_cb
from functools import partial as _partial


def _check(loop, sock):
    if loop.get_debug() and sock.gettimeout() != 0:
        raise ValueError('the socket must be non-blocking')


def _try(future, act):
    if future.done():
        return
    try:
        result = act()
    except (BlockingIOError, InterruptedError):
        return
    except (SystemExit, KeyboardInterrupt):
        raise
    except BaseException as exc:
        future.set_exception(exc)
    else:
        future.set_result(result)


async def _when_ready(loop, sock, directions, why, act):  #: -
    """Acts at once, or when the socket is ready."""
    _check(loop, sock)
    try:
        return act()
    except (BlockingIOError, InterruptedError):
        pass
    source = sock._source
    future = _selector.future(loop, why, sock._end._of_trace)
    add, remove = ((loop._add_reader, loop._remove_reader) if directions == READ else
                   (loop._add_writer, loop._remove_writer))
    add(source, _try, future, act)
    future.add_done_callback(lambda _: remove(source))
    try:
        return await future
    finally:
        # Its exception holds this frame, and so the socket.
        future = None


async def sock_recv(self, sock, n):  #: in asyncio/selector_events.py
    loop = self
    return await _when_ready(loop, sock, READ, 'read', _partial(sock.recv, n))  #: 375 return «sock.recv(n)»


async def sock_recv_into(self, sock, buf):  #: 406
    loop = self
    return await _when_ready(loop, sock, READ, 'read', _partial(sock.recv_into, buf))  #: 416 return «sock.recv_into(buf)»


async def sock_recvfrom(self, sock, bufsize):  #: 444
    loop = self
    return await _when_ready(loop, sock, READ, 'read', _partial(sock.recvfrom, bufsize))  #: 456 return «sock.recvfrom(bufsize)»


async def sock_recvfrom_into(self, sock, buf, nbytes=0):  #: 484
    loop = self
    return await _when_ready(loop, sock, READ, 'read', _partial(sock.recvfrom_into, buf, nbytes or len(buf)))


async def sock_sendto(self, sock, data, address):  #: 579
    loop = self
    return await _when_ready(loop, sock, WRITE, 'write', _partial(sock.sendto, data, address))  #: 592 return «sock.sendto(data, address)»


async def sock_sendall(self, sock, data):  #: 526
    loop = self
    _check(loop, sock)
    left = memoryview(data)
    while len(left):
        left = left[await _when_ready(loop, sock, WRITE, 'write', _partial(sock.send, left)):]  #: 539 n = «sock.send(data)»


async def sock_accept(self, sock):  #: 694
    loop = self
    def _sock_accept():
        connection, address = sock.accept()  #: 712 conn, address = «sock.accept()»
        connection.setblocking(False)
        return connection, address
    return await _when_ready(loop, sock, READ, 'accept', _sock_accept)  #: 707 return «await fut»


async def sock_connect(self, sock, address):  #: in asyncio/selector_events.py
    loop = self
    _check(loop, sock)
    if sock.family != AF_UNIX:
        found = await _ensure_resolved(loop, address, sock.type, 0, sock.family, sock.proto)  #: 632 resolved = «await self._ensure_resolved(⏎    address, family=sock.family, type=sock.type, proto=sock.proto,⏎    loop=self,⏎)»
        address = found[0][4]

    def _sock_connect():
        sock.connect(address)  #: 649
    try:
        _sock_connect()  #: 641 return «await fut»
        return
    except (BlockingIOError, InterruptedError):
        pass
    end = sock._end
    future = _selector.future(loop, 'connect', end._of_trace)
    loop._add_writer(end._source, _sock_connect_cb, future, end, address)
    future.add_done_callback(lambda _: loop._remove_writer(end._source))
    try:
        return await future  #: 641 return «await fut»
    finally:
        # Its exception holds this frame, and so the socket.
        future = None


def _has_descriptor(file):
    """Whether the system reads it, from the offset that it is told, wherever the file stands."""
    try:
        file.fileno()
    except (AttributeError, OSError):
        return False
    return True


def _check_sendfile_params(sock, file, offset, count):  #: in asyncio/base_events.py
    if 'b' not in getattr(file, 'mode', 'b'):
        raise ValueError('file should be opened in binary mode')  #: 992
    if sock.type != _sockets.SOCK_STREAM:
        raise ValueError('only SOCK_STREAM type sockets are supported')  #: 994
    if count is not None:
        if not isinstance(count, int):
            raise TypeError(f'count must be a positive integer (got {count!r})')  #: 997
        if count <= 0:
            raise ValueError(f'count must be a positive integer (got {count!r})')  #: 1000
    if not isinstance(offset, int):
        raise TypeError(f'offset must be a non-negative integer (got {offset!r})')  #: 1003
    if offset < 0:
        raise ValueError(f'offset must be a non-negative integer (got {offset!r})')  #: 1007


async def sock_sendfile(self, sock, file, offset=0, count=None, *, fallback=None):  #: in asyncio/base_events.py
    loop = self
    _check(loop, sock)
    _check_sendfile_params(sock, file, offset, count)  #: 947 self._check_sendfile_params(sock, file, offset, count)
    if offset or _has_descriptor(file):
        file.seek(offset)
    total = 0
    while count is None or total < count:
        data = await loop.run_in_executor(None, file.read, 8192 if count is None else min(8192, count - total))
        if not data:
            break
        await sock_sendall(loop, sock, data)
        total += len(data)
    if total and hasattr(file, 'seek'):
        file.seek(offset + total)
    return total


async def sendfile(self, transport, file, offset=0, count=None, *, fallback=True):
    loop = self
    if transport.is_closing():
        raise RuntimeError('Transport is closing')
    if offset:
        file.seek(offset)
    total = 0
    while count is None or total < count:
        data = await loop.run_in_executor(None, file.read, 16384 if count is None else min(16384, count - total))
        if not data:
            break
        transport.write(data)
        total += len(data)
    return total


async def start_tls(self, transport, protocol, sslcontext, *, server_side=False, server_hostname=None,
                    ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
    loop = self
    transport._extra.update(sslcontext._extra())
    transport.set_protocol(protocol)
    return transport


for _function in (sock_recv, sock_recv_into, sock_recvfrom, sock_recvfrom_into,
                  sock_sendto, sock_sendall, sock_accept, sock_connect):
    _function.__qualname__ = 'BaseSelectorEventLoop.' + _function.__name__
for _function in (sock_sendfile, sendfile, start_tls):
    _function.__qualname__ = 'BaseEventLoop.' + _function.__name__
