"""Streams over sockets and pipes, and servers."""
import contextlib
import errno
import os
from types import GenericAlias
from trio import _run, abc, socket as tsocket
from trio._descriptors import notify_closing, wait_readable, wait_writable
from trio._errors import BrokenResourceError, BusyResourceError, ClosedResourceError, public
from trio._nursery import TASK_STATUS_IGNORED, open_nursery
from trio._scopes import CancelScope, move_on_after


class _OneAtATime:
    """One task at a time may be inside."""

    def __init__(self, message):
        self._message, self._held = message, False

    def __enter__(self):
        if self._held:
            raise BusyResourceError(self._message)
        self._held = True

    def __exit__(self, kind, exc, tb):
        self._held = False


@contextlib.contextmanager
def _stream_errors():
    try:
        yield
    except OSError as error:
        if error.errno in (errno.EBADF, errno.ENOTSOCK):
            raise ClosedResourceError('this socket was already closed') from None
        raise BrokenResourceError(f'socket connection broken: {error}') from error


async def aclose_forcefully(resource):
    with CancelScope() as scope:
        scope.cancel(reason='cancelled during aclose_forcefully')
        await resource.aclose()


class StapledStream(abc.HalfCloseableStream):
    """Two streams of one way each as one."""
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, send_stream, receive_stream):
        self.send_stream, self.receive_stream = send_stream, receive_stream

    def __repr__(self):
        return f'StapledStream(send_stream={self.send_stream!r}, receive_stream={self.receive_stream!r})'

    async def send_all(self, data):
        return await self.send_stream.send_all(data)

    async def wait_send_all_might_not_block(self):
        return await self.send_stream.wait_send_all_might_not_block()

    async def send_eof(self):
        stream = self.send_stream
        await (stream.send_eof() if hasattr(stream, 'send_eof') else stream.aclose())

    async def receive_some(self, max_bytes=None):
        return await self.receive_stream.receive_some(max_bytes)

    async def aclose(self):
        try:
            await self.send_stream.aclose()
        finally:
            await self.receive_stream.aclose()


class SocketStream(abc.HalfCloseableStream):
    """A connection."""

    def __init__(self, socket):
        if not isinstance(socket, tsocket.SocketType):
            raise TypeError('SocketStream requires a Trio socket object')
        if socket.type != tsocket.SOCK_STREAM:
            raise ValueError('SocketStream requires a SOCK_STREAM socket')
        self.socket = socket
        self._sending = _OneAtATime('another task is currently sending data on this SocketStream')
        with contextlib.suppress(OSError):
            self.setsockopt(tsocket.IPPROTO_TCP, tsocket.TCP_NODELAY, True)

    async def send_all(self, data):
        if self.socket.did_shutdown_SHUT_WR:
            raise ClosedResourceError("can't send data after sending EOF")
        with self._sending, _stream_errors(), memoryview(data) as data:
            if not data:
                if self.socket.fileno() == -1:
                    raise ClosedResourceError('socket was already closed')
                await _run.checkpoint()
                return
            sent = 0
            while sent < len(data):
                sent += await self.socket.send(data[sent:])

    async def wait_send_all_might_not_block(self):
        with self._sending:
            if self.socket.fileno() == -1:
                raise ClosedResourceError
            with _stream_errors():
                await self.socket.wait_writable()

    async def send_eof(self):
        with self._sending:
            await _run.checkpoint()
            if not self.socket.did_shutdown_SHUT_WR:
                with _stream_errors():
                    self.socket.shutdown(tsocket.SHUT_WR)

    async def receive_some(self, max_bytes=None):
        if max_bytes is None:
            max_bytes = 65536
        if max_bytes < 1:
            raise ValueError('max_bytes must be >= 1')
        with _stream_errors():
            return await self.socket.recv(max_bytes)

    async def aclose(self):
        self.socket.close()
        await _run.checkpoint()

    def setsockopt(self, *args):
        return self.socket.setsockopt(*args)

    def getsockopt(self, *args):
        return self.socket.getsockopt(*args)


class SocketListener(abc.Listener):
    """Accepts connections."""

    def __init__(self, socket):
        if not isinstance(socket, tsocket.SocketType):
            raise TypeError('SocketListener requires a Trio socket object')
        if socket.type != tsocket.SOCK_STREAM:
            raise ValueError('SocketListener requires a SOCK_STREAM socket')
        self.socket = socket

    async def accept(self):
        try:
            sock, _ = await self.socket.accept()
        except OSError as error:
            if error.errno in (errno.EBADF, errno.ENOTSOCK):
                raise ClosedResourceError from None
            raise
        return SocketStream(sock)

    async def aclose(self):
        self.socket.close()
        await _run.checkpoint()


class FdStream(abc.Stream):
    """A pipe's end."""

    def __init__(self, fd, file=None):
        if not isinstance(fd, int):
            raise TypeError('file descriptor must be an int')
        self._fd, self._file = fd, file
        self._sending, self._receiving = _OneAtATime('another task is using this stream'), _OneAtATime('another task is using this stream')
        os.set_blocking(fd, False)

    def fileno(self):
        return self._fd

    async def _call(self, wait, fn, *args):
        while True:
            if self._fd == -1:
                raise ClosedResourceError('file was already closed')
            try:
                return fn(self._fd, *args)
            except BlockingIOError:
                await wait(self._fd)
            except OSError as error:
                if error.errno == errno.EBADF:
                    raise ClosedResourceError('file was already closed') from None
                raise BrokenResourceError from error

    async def send_all(self, data):
        with self._sending:
            await _run.checkpoint()
            data = memoryview(data)
            while data:
                data = data[await self._call(wait_writable, os.write, data):]

    async def wait_send_all_might_not_block(self):
        await _run.checkpoint()

    async def receive_some(self, max_bytes=None):
        with self._receiving:
            if max_bytes is None:
                max_bytes = 65536
            elif not isinstance(max_bytes, int):
                raise TypeError('max_bytes must be integer >= 1')
            elif max_bytes < 1:
                raise ValueError('max_bytes must be integer >= 1')
            await _run.checkpoint()
            return await self._call(wait_readable, os.read, max_bytes)

    def close(self):
        fd, self._fd = self._fd, -1
        if fd != -1:
            if _run.state.runner is not None:
                notify_closing(fd)
            self._file.close() if self._file is not None else os.close(fd)

    async def aclose(self):
        self.close()
        await _run.checkpoint()


async def open_tcp_stream(host, port, *, happy_eyeballs_delay=0.25, local_address=None):
    if host is None:
        raise ValueError('host cannot be None')
    if not isinstance(host, (str, bytes)):
        raise ValueError(f'host must be str or bytes, not {host!r}')
    if not isinstance(port, int):
        raise TypeError(f'port must be int, not {port!r}')
    errors = []
    where = f'{host}:{port}'
    for family, kind, proto, _, address in await tsocket.getaddrinfo(host, port, type=tsocket.SOCK_STREAM):
        sock = tsocket.socket(family, kind, proto)
        try:
            if local_address is not None:
                await sock.bind((local_address, 0))
            await sock.connect(address)
            return SocketStream(sock)
        except OSError as error:
            sock.close()
            errors.append(error)
        except BaseException:
            sock.close()
            raise
    raise OSError(f'all attempts to connect to {where} failed') from ExceptionGroup(f'all attempts to connect to {where} failed', errors)


async def open_unix_socket(filename):
    sock = tsocket.socket(tsocket.AF_UNIX, tsocket.SOCK_STREAM)
    try:
        await sock.connect(os.fspath(filename))
    except BaseException:
        sock.close()
        raise
    return SocketStream(sock)


async def open_tcp_listeners(port, *, host=None, backlog=None):
    if not isinstance(port, int):
        raise TypeError(f'port must be an int not {port!r}')
    if not isinstance(backlog, int) and backlog is not None:
        raise TypeError(f'backlog must be an int or None, not {backlog!r}')
    listeners = []
    try:
        for family, kind, proto, _, address in await tsocket.getaddrinfo(host, port, type=tsocket.SOCK_STREAM, flags=tsocket.AI_PASSIVE):
            sock = tsocket.socket(family, kind, proto)
            try:
                sock.setsockopt(tsocket.SOL_SOCKET, tsocket.SO_REUSEADDR, 1)
                if family == tsocket.AF_INET6:
                    sock.setsockopt(tsocket.IPPROTO_IPV6, tsocket.IPV6_V6ONLY, 1)
                await sock.bind(address)
                sock.listen(65535 if backlog is None else backlog)
                listeners.append(SocketListener(sock))
            except BaseException:
                sock.close()
                raise
    except BaseException:
        for listener in listeners:
            listener.socket.close()
        raise
    return listeners


async def _run_handler(stream, handler):
    try:
        await handler(stream)
    finally:
        await aclose_forcefully(stream)


async def _serve_one_listener(listener, handler_nursery, handler):
    async with listener:
        while True:
            handler_nursery.start_soon(_run_handler, await listener.accept(), handler)


async def serve_listeners(handler, listeners, *, handler_nursery=None, task_status=TASK_STATUS_IGNORED):
    async with open_nursery() as nursery:
        for listener in listeners:
            nursery.start_soon(_serve_one_listener, listener, handler_nursery or nursery, handler)
        task_status.started(listeners)


async def serve_tcp(handler, port, *, host=None, backlog=None, handler_nursery=None, task_status=TASK_STATUS_IGNORED):
    listeners = await open_tcp_listeners(port, host=host, backlog=backlog)
    await serve_listeners(handler, listeners, handler_nursery=handler_nursery, task_status=task_status)


_run_handler.__module__ = _serve_one_listener.__module__ = 'trio._highlevel_serve_listeners'
public(aclose_forcefully, StapledStream, SocketStream, SocketListener, open_tcp_stream, open_unix_socket, open_tcp_listeners, serve_listeners,
       serve_tcp)
