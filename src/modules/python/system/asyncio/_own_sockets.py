"""Loops' methods for sockets that are the program's own."""
import asyncio
import _selector
import _sockets
from _host_names import AF_UNIX
from _sockets import READ, WRITE
from asyncio._network import _ensure_resolved, _sock_connect_cb
from asyncio._flow_control import _FlowControlMixin
from functools import partial as _partial
from types import MethodType as _Method


def _check(loop, sock):  #: -
    if loop.get_debug() and sock.gettimeout() != 0:
        raise ValueError('the socket must be non-blocking')


def _sock_ready(future, attempt):  #: -
    if future.done():
        return
    try:
        result = attempt()
    except (BlockingIOError, InterruptedError):
        return
    except (SystemExit, KeyboardInterrupt):
        raise
    except BaseException as exc:
        future.set_exception(exc)
    else:
        future.set_result(result)


def _sock_read_done(loop, source, fut):
    if source.watched_by(False) is fut:
        loop._remove_reader(source)


def _sock_write_done(loop, source, fut):
    if source.watched_by(True) is fut:
        loop._remove_writer(source)


def _waiting(loop, sock, directions, why, attempt):
    """A future of what `attempt` gives once the socket is ready."""
    loop._ensure_fd_no_transport(sock.fileno())
    source, future = sock._source, _selector.future(loop, why, getattr(sock, '_end', sock)._of_trace)
    if directions == READ:
        loop._add_reader(source, _sock_ready, future, attempt)
        future.add_done_callback(_partial(_Method(_sock_read_done, loop), source))
    else:
        loop._add_writer(source, _sock_ready, future, attempt)
        future.add_done_callback(_partial(_Method(_sock_write_done, loop), source))
    return future


def _sock_recv(sock, n):  #: in asyncio/selector_events.py
    return sock.recv(n)  #: 396 data = «sock.recv(n)»


async def sock_recv(self, sock, n):  #: 364
    _check(self, sock)  #: 373 raise ValueError("the socket must be non-blocking")
    try:
        return sock.recv(n)  #: 375
    except (BlockingIOError, InterruptedError):
        pass
    return await _waiting(self, sock, READ, 'read', _partial(_sock_recv, sock, n))  #: 384 return «await fut»


def _sock_recv_into(sock, buf):  #: in asyncio/selector_events.py
    return sock.recv_into(buf)  #: 434 nbytes = «sock.recv_into(buf)»


async def sock_recv_into(self, sock, buf):  #: 406
    _check(self, sock)  #: 414 raise ValueError("the socket must be non-blocking")
    try:
        return sock.recv_into(buf)  #: 416
    except (BlockingIOError, InterruptedError):
        pass
    return await _waiting(self, sock, READ, 'read', _partial(_sock_recv_into, sock, buf))  #: 425 return «await fut»


def _sock_recvfrom(sock, bufsize):  #: in asyncio/selector_events.py
    return sock.recvfrom(bufsize)  #: 474 result = «sock.recvfrom(bufsize)»


async def sock_recvfrom(self, sock, bufsize):  #: 444
    _check(self, sock)  #: 454 raise ValueError("the socket must be non-blocking")
    try:
        return sock.recvfrom(bufsize)  #: 456
    except (BlockingIOError, InterruptedError):
        pass
    return await _waiting(self, sock, READ, 'read', _partial(_sock_recvfrom, sock, bufsize))  #: 465 return «await fut»


def _sock_recvfrom_into(sock, buf, nbytes):  #: in asyncio/selector_events.py
    return sock.recvfrom_into(buf, nbytes)  #: 516 result = «sock.recvfrom_into(buf, bufsize)»


async def sock_recvfrom_into(self, sock, buf, nbytes=0):  #: 484
    _check(self, sock)  #: 492 raise ValueError("the socket must be non-blocking")
    nbytes = nbytes or len(buf)
    try:
        return sock.recvfrom_into(buf, nbytes)  #: 497
    except (BlockingIOError, InterruptedError):
        pass
    attempt = _partial(_sock_recvfrom_into, sock, buf, nbytes)
    return await _waiting(self, sock, READ, 'read', attempt)  #: 507 return «await fut»


def _sock_sendto(sock, data, address):  #: in asyncio/selector_events.py
    return sock.sendto(data, address)  #: 611 n = «sock.sendto(data, 0, address)»


async def sock_sendto(self, sock, data, address):  #: 579
    _check(self, sock)  #: 590 raise ValueError("the socket must be non-blocking")
    try:
        return sock.sendto(data, address)  #: 592
    except (BlockingIOError, InterruptedError):
        pass
    return await _waiting(self, sock, WRITE, 'write', _partial(_sock_sendto, sock, data, address))  #: 604 return «await fut»


def _sock_sendall(sock, view, sent):  #: in asyncio/selector_events.py
    sent[0] += sock.send(view[sent[0]:])  #: 563 n = «sock.send(view[start:])»
    if sent[0] < len(view):
        raise BlockingIOError


async def sock_sendall(self, sock, data):  #: 526
    _check(self, sock)  #: 537 raise ValueError("the socket must be non-blocking")
    try:
        n = sock.send(data)  #: 539
    except (BlockingIOError, InterruptedError):
        n = 0
    if n < len(data):
        attempt = _partial(_sock_sendall, sock, memoryview(data), [n])
        return await _waiting(self, sock, WRITE, 'write', attempt)  #: 555 return «await fut»


def _accept(sock):  #: in asyncio/selector_events.py _sock_accept
    connection, address = sock.accept()  #: 712 conn, address = «sock.accept()»
    connection.setblocking(False)
    return connection, address


async def _sock_accept(loop, sock):  #: -
    try:
        return _accept(sock)
    except (BlockingIOError, InterruptedError):
        pass
    return await _waiting(loop, sock, READ, 'accept', _partial(_accept, sock))


async def sock_accept(self, sock):  #: 694
    _check(self, sock)  #: 704 raise ValueError("the socket must be non-blocking")
    return await _sock_accept(self, sock)  #: 707 return «await fut»


  #: in asyncio/selector_events.py
async def sock_connect(self, sock, address):  #: 621
    loop = self
    _check(loop, sock)  #: 628 raise ValueError("the socket must be non-blocking")
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
    future.add_done_callback(_partial(_Method(_sock_write_done, loop), end._source))
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
        raise ValueError('file should be opened in binary mode')  #: 992 raise ValueError("file should be opened in binary mode")
    if sock.type != _sockets.SOCK_STREAM:
        raise ValueError('only SOCK_STREAM type sockets are supported')  #: 994 raise ValueError("only SOCK_STREAM type sockets are supported")
    if count is not None:
        if not isinstance(count, int):
            raise TypeError(f'count must be a positive integer (got {count!r})')  #: 997 raise TypeError(⏎    "count must be a positive integer (got {!r})".format(count))
        if count <= 0:
            raise ValueError(f'count must be a positive integer (got {count!r})')  #: 1000 raise ValueError(⏎    "count must be a positive integer (got {!r})".format(count))
    if not isinstance(offset, int):
        raise TypeError(f'offset must be a non-negative integer (got {offset!r})')  #: 1003 raise TypeError(⏎    "offset must be a non-negative integer (got {!r})".format(⏎        offset))
    if offset < 0:
        raise ValueError(f'offset must be a non-negative integer (got {offset!r})')  #: 1007 raise ValueError(⏎    "offset must be a non-negative integer (got {!r})".format(⏎        offset))


  #: in asyncio/base_events.py
async def sock_sendfile(self, sock, file, offset=0, count=None, *, fallback=None):  #: 942 async def sock_sendfile(self, sock, file, offset=0, count=None,
    _check(self, sock)  #: 945 raise ValueError("the socket must be non-blocking")
    _check_sendfile_params(sock, file, offset, count)  #: 947 self._check_sendfile_params(sock, file, offset, count)
    if fallback is False and not _has_descriptor(file):
        raise asyncio.SendfileNotAvailableError('not a regular file')
    return await _send_file(self, sock, file, offset, count)


async def _send_file(loop, sock, file, offset, count):  #: -
    if offset or _has_descriptor(file):
        file.seek(offset)
    total = 0
    try:
        while count is None or total < count:
            data = await loop.run_in_executor(None, file.read, 8192 if count is None else min(8192, count - total))
            if not data:
                break
            await sock_sendall(loop, sock, data)
            total += len(data)
    finally:
        if total and hasattr(file, 'seek'):
            file.seek(offset + total)
    return total


class _SendfileFallbackProtocol(asyncio.Protocol):
    """Stands in for a transport's protocol while a file is sent."""
    __module__ = 'asyncio.base_events'

    def __init__(self, transp):
        if not isinstance(transp, _FlowControlMixin):
            raise TypeError('transport should be _FlowControlMixin instance')
        self._transport, self._proto = transp, transp.get_protocol()
        self._should_resume_reading = transp.is_reading()
        self._should_resume_writing = transp._protocol_paused
        transp.pause_reading()
        transp.set_protocol(self)
        self._write_ready_fut = transp._loop.create_future() if self._should_resume_writing else None

    async def drain(self):
        if self._transport.is_closing():
            raise ConnectionError('Connection closed by peer')
        if self._write_ready_fut is not None:
            await self._write_ready_fut

    def connection_made(self, transport):
        raise RuntimeError('Invalid state: connection should have been established already.')

    def connection_lost(self, exc):
        if self._write_ready_fut is not None:
            # Who has sent everything does not come here.
            self._write_ready_fut.set_exception(ConnectionError('Connection is closed by peer') if exc is None else exc)
        self._proto.connection_lost(exc)

    def pause_writing(self):
        if self._write_ready_fut is None:
            self._write_ready_fut = self._transport._loop.create_future()

    def resume_writing(self):
        if self._write_ready_fut is not None:
            self._write_ready_fut.set_result(False)
            self._write_ready_fut = None

    def data_received(self, data):
        raise RuntimeError('Invalid state: reading should be paused')

    def eof_received(self):
        raise RuntimeError('Invalid state: reading should be paused')

    async def restore(self):
        self._transport.set_protocol(self._proto)
        if self._should_resume_reading:
            self._transport.resume_reading()
        if self._write_ready_fut is not None:
            # Nobody waits for it: the protocol is the old one again.
            self._write_ready_fut.cancel()
        if self._should_resume_writing:
            self._proto.resume_writing()


async def _sendfile_native(loop, transp, file, offset, count):  #: in asyncio/selector_events.py
    resume_reading = transp.is_reading()
    transp.pause_reading()
    await transp._make_empty_waiter()  #: 730
    try:
        if not _has_descriptor(file):
            raise asyncio.SendfileNotAvailableError('not a regular file')
        return await _send_file(loop, transp._sock, file, offset, count)  #: 732 return «await self.sock_sendfile(transp._sock, file, offset, count,⏎                                fallback=False)»
    finally:
        transp._reset_empty_waiter()
        if resume_reading:
            transp.resume_reading()


async def _sendfile_fallback(loop, transp, file, offset, count):  #: in asyncio/base_events.py
    if offset:
        file.seek(offset)
    blocksize = min(count, 16384) if count else 16384
    buf, total = bytearray(blocksize), 0
    proto = _SendfileFallbackProtocol(transp)
    try:
        while True:
            if count:
                blocksize = min(count - total, blocksize)
                if blocksize <= 0:
                    return total
            view = memoryview(buf)[:blocksize]
            read = await loop.run_in_executor(None, file.readinto, view)  #: 1287 read = «await self.run_in_executor(None, file.readinto, view)»
            if not read:
                return total
            await proto.drain()  #: 1290
            transp.write(view[:read])
            total += read
    finally:
        if total > 0 and hasattr(file, 'seek'):
            file.seek(offset + total)
        await proto.restore()


  #: in asyncio/base_events.py
async def sendfile(self, transport, file, offset=0, count=None, *, fallback=True):  #: 1222 async def sendfile(self, transport, file, offset=0, count=None,
    from asyncio import constants
    modes = constants._SendfileMode
    if transport.is_closing():
        raise RuntimeError('Transport is closing')  #: 1247 raise RuntimeError("Transport is closing")
    mode = getattr(transport, '_sendfile_compatible', modes.UNSUPPORTED)
    if mode is modes.UNSUPPORTED:
        raise RuntimeError(  #: 1251
            f'sendfile is not supported for transport {transport!r}')  #: 1252 f"sendfile is not supported for transport {transport!r}")
    if mode is modes.TRY_NATIVE:
        try:
            return await _sendfile_native(self, transport, file, offset, count)  #: 1255 return «await self._sendfile_native(transport, file,⏎                                   offset, count)»
        except asyncio.SendfileNotAvailableError:
            if not fallback:
                raise
    if not fallback:
        raise RuntimeError(  #: 1262
            f'fallback is disabled and native sendfile is not '  #: 1263 f"fallback is disabled and native sendfile is not "
            f'supported for transport {transport!r}')  #: 1264 f"supported for transport {transport!r}")
    return await _sendfile_fallback(self, transport, file, offset, count)  #: 1266 return «await self._sendfile_fallback(transport, file,⏎                                         offset, count)»


async def start_tls(self, transport, protocol, sslcontext, *, server_side=False, server_hostname=None,  #: 1298 async def start_tls(self, transport, protocol, sslcontext, *,
                    ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
    loop = self
    transport._extra.update(sslcontext._extra(getattr(transport, '_end', None), False, server_hostname))
    transport.set_protocol(protocol)
    return transport


for _function in (_sock_read_done, _sock_write_done, sock_recv, sock_recv_into, sock_recvfrom, sock_recvfrom_into,
                  sock_sendto, sock_sendall, sock_accept, sock_connect):
    _function.__qualname__ = 'BaseSelectorEventLoop.' + _function.__name__
for _function in (sock_sendfile, sendfile, start_tls):
    _function.__qualname__ = 'BaseEventLoop.' + _function.__name__
