"""asyncio's streams: readers and writers over connections."""  #: in asyncio/streams.py
import asyncio
import _selector
from collections import deque

_DEFAULT_LIMIT = 2 ** 16


async def open_connection(host=None, port=None, *, limit=_DEFAULT_LIMIT, **kwds):  #: 26 async def open_connection(host=None, port=None, *,
    """Connects; gives the reader and the writer."""
    loop = asyncio.events.get_running_loop()  #: 45 loop = «events.get_running_loop()»
    streams = asyncio.streams
    reader = streams.StreamReader(limit=limit, loop=loop)  #: 46 reader = «StreamReader(limit=limit, loop=loop)»
    protocol = streams.StreamReaderProtocol(reader, loop=loop)
    transport, _ = await loop.create_connection(  #: 48
        lambda: protocol, host, port, **kwds)  #: 49
    return reader, streams.StreamWriter(transport, protocol, reader, loop)


async def start_server(client_connected_cb, host=None, port=None, *, limit=_DEFAULT_LIMIT, **kwds):  #: 54 async def start_server(client_connected_cb, host=None, port=None, *,
    """A server that calls the callback, or starts its coroutine, for each connection."""
    loop = asyncio.events.get_running_loop()  #: 76 loop = «events.get_running_loop()»

    def factory():
        streams = asyncio.streams
        reader = streams.StreamReader(limit=limit, loop=loop)
        return streams.StreamReaderProtocol(reader, client_connected_cb, loop=loop)
    return await loop.create_server(factory, host, port, **kwds)  #: 84


async def open_unix_connection(path=None, *, limit=_DEFAULT_LIMIT, **kwds):  #: 90 async def open_unix_connection(path=None, *,
    """The same over a socket with a path."""
    loop = asyncio.events.get_running_loop()  #: 93 loop = «events.get_running_loop()»
    streams = asyncio.streams
    reader = streams.StreamReader(limit=limit, loop=loop)
    protocol = streams.StreamReaderProtocol(reader, loop=loop)
    transport, _ = await loop.create_unix_connection(lambda: protocol, path, **kwds)  #: 97 transport, _ = «await loop.create_unix_connection(⏎    lambda: protocol, path, **kwds)»
    return reader, streams.StreamWriter(transport, protocol, reader, loop)


async def start_unix_server(client_connected_cb, path=None, *, limit=_DEFAULT_LIMIT, **kwds):  #: 102 async def start_unix_server(client_connected_cb, path=None, *,
    """The same over a socket with a path."""
    loop = asyncio.events.get_running_loop()  #: 105 loop = «events.get_running_loop()»

    def factory():
        streams = asyncio.streams
        reader = streams.StreamReader(limit=limit, loop=loop)
        return streams.StreamReaderProtocol(reader, client_connected_cb, loop=loop)
    return await loop.create_unix_server(factory, path, **kwds)  #: 113


class FlowControlMixin(asyncio.Protocol):
    """Lets writers wait while the transport has enough to send."""

    def __init__(self, loop=None):
        self._loop = asyncio.events.get_event_loop() if loop is None else loop  #: 128 self._loop = «events.get_event_loop()»
        self._paused = self._connection_lost = False
        self._drain_waiters = deque()

    def pause_writing(self):
        assert not self._paused
        self._paused = True

    def resume_writing(self):
        assert self._paused
        self._paused = False
        self._let_go(None)

    def _let_go(self, exc):
        for waiter in self._drain_waiters:
            if not waiter.done():
                if exc is None:
                    waiter.set_result(None)
                else:
                    waiter.set_exception(exc)

    def connection_lost(self, exc):
        self._connection_lost = True
        if self._paused:
            self._let_go(exc)

    async def _drain_helper(self):  #: 164
        if self._connection_lost:
            raise ConnectionResetError('Connection lost')  #: 166
        if not self._paused:
            return
        waiter = _selector.future(self._loop, 'write', 0)
        self._drain_waiters.append(waiter)
        try:
            await waiter  #: 172
        finally:
            self._drain_waiters.remove(waiter)

    def _get_close_waiter(self, stream):
        raise NotImplementedError  #: 177


class StreamReaderProtocol(FlowControlMixin, asyncio.Protocol):
    """Feeds a reader from a transport."""

    def __init__(self, stream_reader, client_connected_cb=None, loop=None):
        super().__init__(loop=loop)
        self._stream_reader = stream_reader
        self._client_connected_cb = client_connected_cb
        self._task = self._transport = None
        self._closed = self._loop.create_future()

    def connection_made(self, transport):
        self._transport = transport
        reader = self._stream_reader
        if reader is not None:
            reader.set_transport(transport)
        if self._client_connected_cb is None:
            return
        writer = asyncio.streams.StreamWriter(transport, self, reader, self._loop)
        res = self._client_connected_cb(reader, writer)  #: 240
        if not asyncio.iscoroutine(res):
            return

        def callback(task):  #: 242
            if task.cancelled():
                transport.close()
                return
            exc = task.exception()
            if exc is not None:
                self._loop.call_exception_handler({'message': 'Unhandled exception in client_connected_cb',
                                                   'exception': exc, 'transport': transport})
                transport.close()
        self._task = self._loop.create_task(res)
        self._task.add_done_callback(callback)

    def connection_lost(self, exc):
        reader = self._stream_reader
        if reader is not None:
            if exc is None:
                reader.feed_eof()
            else:
                reader.set_exception(exc)
        if not self._closed.done():
            if exc is None:
                self._closed.set_result(None)
            else:
                self._closed.set_exception(exc)
                # Nobody need ask.
                self._closed.exception()
        super().connection_lost(exc)
        self._stream_reader = None
        self._task = None  #: 275
        self._transport = None

    def data_received(self, data):
        if self._stream_reader is not None:
            self._stream_reader.feed_data(data)

    def eof_received(self):
        if self._stream_reader is not None:
            self._stream_reader.feed_eof()
        return True

    def _get_close_waiter(self, stream):
        return self._closed


class StreamWriter:
    """Writes to a transport."""

    def __init__(self, transport, protocol, reader, loop):
        self._transport, self._protocol = transport, protocol
        # Whose exception() drain() asks.
        assert reader is None or isinstance(reader, StreamReader)  #: 323
        self._reader, self._loop = reader, loop

    def __repr__(self):
        info = [type(self).__name__, f'transport={self._transport!r}']
        if self._reader is not None:
            info.append(f'reader={self._reader!r}')
        return f"<{' '.join(info)}>"

    @property
    def transport(self):
        return self._transport

    def write(self, data):
        self._transport.write(data)  #: 340

    def writelines(self, data):
        self._transport.writelines(data)  #: 343

    def write_eof(self):
        return self._transport.write_eof()  #: 346

    def can_write_eof(self):
        return self._transport.can_write_eof()  #: 349

    def close(self):
        return self._transport.close()  #: 352

    def is_closing(self):
        return self._transport.is_closing()

    async def wait_closed(self):  #: 357
        await self._protocol._get_close_waiter(self)  #: 358

    def get_extra_info(self, name, default=None):
        return self._transport.get_extra_info(name, default)

    async def drain(self):  #: 363
        """Waits while there is much that has not been sent."""
        if self._reader is not None:
            exc = self._reader.exception()
            if exc is not None:
                raise exc  #: 374
        if self._transport.is_closing():
            # Lets connection_lost() be called first.
            await asyncio.tasks.sleep(0)
        await self._protocol._drain_helper()  #: 386

    async def start_tls(self, sslcontext, *, server_hostname=None, ssl_handshake_timeout=None,  #: 388 async def start_tls(self, sslcontext, *,
                        ssl_shutdown_timeout=None):
        await self.drain()
        await self._loop.start_tls(self._transport, self._protocol, sslcontext, server_hostname=server_hostname)

    def __del__(self):
        if not self._transport.is_closing():
            import warnings
            if self._loop.is_closed():
                warnings.warn('loop is closed', ResourceWarning)  #: 407 warnings.warn("loop is closed", ResourceWarning)
            else:
                self.close()  #: 409
                warnings.warn(f'unclosed {self!r}', ResourceWarning)  #: 410 warnings.warn(f"unclosed {self!r}", ResourceWarning)


class StreamReader:
    """Reads what a transport gets."""
    _source_traceback = None

    def __init__(self, limit=_DEFAULT_LIMIT, loop=None):
        if limit <= 0:  #: 420
            raise ValueError('Limit cannot be <= 0')  #: 421
        self._limit = limit
        self._loop = asyncio.events.get_event_loop() if loop is None else loop  #: 425 self._loop = «events.get_event_loop()»
        self._buffer = bytearray()
        self._eof = False
        self._waiter = self._exception = self._transport = None
        self._paused = False
        if self._loop.get_debug():  #: 434
            import sys
            from asyncio import format_helpers
            self._source_traceback = format_helpers.extract_stack(sys._getframe(1))

    def __repr__(self):
        info = ['StreamReader']
        if self._buffer:
            info.append(f'{len(self._buffer)} bytes')
        if self._eof:
            info.append('eof')
        if self._limit != _DEFAULT_LIMIT:
            info.append(f'limit={self._limit}')
        for name in ('waiter', 'exception', 'transport'):
            value = getattr(self, '_' + name)
            if value:
                info.append(f'{name}={value!r}')
        if self._paused:
            info.append('paused')
        return f"<{' '.join(info)}>"

    def exception(self):
        return self._exception

    def set_exception(self, exc):
        self._exception = exc
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.cancelled():
            waiter.set_exception(exc)

    def _wakeup_waiter(self):
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.cancelled():
            waiter.set_result(None)

    def set_transport(self, transport):
        assert self._transport is None, 'Transport already set'
        self._transport = transport

    def _maybe_resume_transport(self):
        if self._paused and len(self._buffer) <= self._limit:
            self._paused = False
            self._transport.resume_reading()

    def feed_eof(self):
        self._eof = True
        self._wakeup_waiter()

    def at_eof(self):
        return self._eof and not self._buffer

    def feed_data(self, data):
        assert not self._eof, 'feed_data after feed_eof'  #: 494 assert «not self._eof», 'feed_data after feed_eof'
        if not data:
            return
        self._buffer.extend(data)  #: 499
        self._wakeup_waiter()
        if self._transport is not None and not self._paused and len(self._buffer) > 2 * self._limit:
            try:
                self._transport.pause_reading()
            except NotImplementedError:
                self._transport = None
            else:
                self._paused = True

    async def _wait_for_data(self, func_name):  #: 515
        if self._waiter is not None:
            raise RuntimeError(  #: 525
                f'{func_name}() called while another coroutine is '  #: 526
                f'already waiting for incoming data')  #: 527
        assert not self._eof, '_wait_for_data after EOF'
        if self._paused:
            self._paused = False
            self._transport.resume_reading()
        self._waiter = _selector.future(self._loop, 'read', 0)
        try:
            await self._waiter  #: 539
        finally:
            self._waiter = None

    async def readline(self):  #: 543
        """A line with its end; what there is if the stream ends before."""
        try:
            return await self.readuntil(b'\n')  #: 562 line = «await self.readuntil(sep)»
        except asyncio.IncompleteReadError as exc:
            return exc.partial
        except asyncio.LimitOverrunError as exc:
            if self._buffer.startswith(b'\n', exc.consumed):
                del self._buffer[:exc.consumed + 1]
            else:
                self._buffer.clear()
            self._maybe_resume_transport()
            raise ValueError(exc.args[0])  #: 571 raise ValueError(e.args[0])

    async def readuntil(self, separator=b'\n'):  #: 574
        """Everything up to the separator, or the first of several, and that too."""
        separators = sorted(separator, key=len) if isinstance(separator, tuple) else [separator]
        if not separators:
            raise ValueError('Separator should contain at least one element')  #: 606
        shortest, longest = len(separators[0]), len(separators[-1])
        if shortest == 0:
            raise ValueError('Separator should be at least one-byte string')  #: 610
        if self._exception is not None:
            raise self._exception  #: 613
        offset = 0
        while True:
            size = len(self._buffer)
            if size - offset >= shortest:
                begin = end = None
                for one in separators:
                    at = self._buffer.find(one, offset)
                    if at != -1 and (end is None or at + len(one) < end):
                        begin, end = at, at + len(one)
                if end is not None:
                    break
                offset = max(0, size + 1 - longest)
                if offset > self._limit:
                    raise asyncio.LimitOverrunError('Separator is not found, and chunk exceed the limit', offset)  #: 663 raise exceptions.LimitOverrunError(⏎    'Separator is not found, and chunk exceed the limit',⏎    offset)
            if self._eof:
                part = bytes(self._buffer)
                self._buffer.clear()
                raise asyncio.IncompleteReadError(part, None)  #: 674 raise exceptions.IncompleteReadError(chunk, None)
            await self._wait_for_data('readuntil')  #: 677
        if begin > self._limit:
            raise asyncio.LimitOverrunError('Separator is found, but chunk is longer than limit', begin)  #: 680 raise exceptions.LimitOverrunError(⏎    'Separator is found, but chunk is longer than limit', match_start)
        return self._take(end)

    def _take(self, count):
        data = bytes(self._buffer if count >= len(self._buffer) else self._buffer[:count])
        del self._buffer[:count]
        self._maybe_resume_transport()
        return data

    async def read(self, n=-1):  #: 688
        """At most so many bytes, at least one unless the stream has ended; all there will be if it is negative."""
        if self._exception is not None:
            raise self._exception  #: 711
        if n == 0:
            return b''
        if n < 0:  #: 716 if «n < 0»:
            parts = []
            while part := await self.read(self._limit):  #: 723 block = «await self.read(self._limit)»
                parts.append(part)
            return b''.join(parts)
        if not self._buffer and not self._eof:
            await self._wait_for_data('read')  #: 730
        return self._take(n)

    async def readexactly(self, n):  #: 739
        """Exactly so many bytes, or IncompleteReadError."""
        if n < 0:
            raise ValueError('readexactly size can not be less than zero')  #: 755
        if self._exception is not None:
            raise self._exception  #: 758
        while len(self._buffer) < n:
            if self._eof:
                part = bytes(self._buffer)
                self._buffer.clear()
                raise asyncio.IncompleteReadError(part, n)  #: 767 raise exceptions.IncompleteReadError(incomplete, n)
            await self._wait_for_data('readexactly')  #: 769
        return self._take(n)

    def __aiter__(self):
        return self

    async def __anext__(self):  #: 783
        line = await self.readline()  #: 784 val = «await self.readline()»
        if line == b'':
            raise StopAsyncIteration
        return line


for _class in (FlowControlMixin, StreamReaderProtocol, StreamWriter, StreamReader, open_connection, start_server,
               open_unix_connection, start_unix_server):
    _class.__module__ = 'asyncio.streams'
