"""Bodies as they arrive."""
import asyncio as _asyncio
from collections import deque as _deque

from aiohttp.client_exceptions import ClientPayloadError as _ClientPayloadError, SocketTimeoutError as _SocketTimeoutError


class StreamReader:
    """A body to be read as it arrives."""
    _deadline = _pause = _waiter = None

    def __init__(self, body=None, connection=None):
        self._buffer, self._at, self._eof, self._exception = b'', 0, False, None
        self._ends, self._callbacks, self._connection, self.total_bytes = _deque(), [], connection, 0
        if body is not None:
            self.feed_data(body)
            self.feed_eof()

    def __repr__(self):
        size = len(self._buffer) - self._at
        wrong = f' e={self._exception!r}' if self._exception else ''
        waits = f' w={self._waiter!r}' if self._waiter else ''
        return f"<StreamReader{f' {size} bytes' if size else ''}{' eof' if self._eof else ''}{waits}{wrong}>"

    # What arrives.

    def _wake(self):
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.done():
            waiter.set_result(None)

    _inflates = None

    def decompress(self, coding):
        """What has come and what comes is compressed."""
        import zlib
        self._coding = coding
        held, self._buffer, self._at, self.total_bytes = self._buffer, b'', 0, 0
        self._ends.clear()
        self._inflates = zlib.decompressobj(wbits=16 + zlib.MAX_WBITS if coding == 'gzip' else zlib.MAX_WBITS)
        if held:
            self.feed_data(held)

    def feed_data(self, data, size=0):
        if self._inflates is not None:
            import zlib
            try:
                data = self._inflates.decompress(data)
            except zlib.error:
                self.set_exception(_ClientPayloadError(f'400, message:\n  Can not decode content-encoding: {self._coding}'))
                return
        self._buffer = self._buffer[self._at:] + data
        self._at = 0
        self.total_bytes += len(data)
        if self._connection is not None and len(self._buffer) > 131072:
            self._connection.transport.pause_reading()
        self._wake()

    def end_http_chunk_receiving(self):
        if self.total_bytes != (self._ends[-1] if self._ends else 0):
            self._ends.append(self.total_bytes)
            self._wake()

    def feed_eof(self):
        self._eof = True
        self._wake()
        for callback in self._callbacks:
            callback()
        self._callbacks.clear()

    def cut(self, how, words):
        self.set_exception(_ClientPayloadError(f"Response payload is not completed: <{how}Error: 400, message={words!r}>"))

    def set_exception(self, exc):
        self._exception = exc
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.done():
            waiter.set_exception(exc)
        for callback in self._callbacks:
            callback()
        self._callbacks.clear()

    def on_eof(self, callback):
        if self._eof:
            callback()
        else:
            self._callbacks.append(callback)

    # What is read.

    def exception(self):
        return self._exception

    def is_eof(self):
        return self._eof

    def at_eof(self):
        return self._eof and self._at == len(self._buffer)

    def _take(self, n):
        if self._exception is not None:
            raise self._exception
        piece = self._buffer[self._at:] if n < 0 else self._buffer[self._at:self._at + n]
        self._at += len(piece)
        if self._connection is not None and not self._eof and len(self._buffer) - self._at < 65536:
            self._connection.transport.resume_reading()
        return piece

    async def _wait(self, name):
        if self._waiter is not None:
            raise RuntimeError(f'{name}() called while another coroutine is already waiting for incoming data')
        self._waiter = self._connection.loop.create_future()
        try:
            async with _asyncio.timeout_at(self._deadline):
                try:
                    async with _asyncio.timeout(self._pause):
                        await self._waiter
                except TimeoutError as e:
                    raise _SocketTimeoutError('Timeout on reading data from socket') from e
        finally:
            self._waiter = None

    async def _some(self, name):
        """Waits for something to be there, or for the end."""
        while True:
            if self._exception is not None:
                raise self._exception
            if self._eof or self._at < len(self._buffer):
                return
            await self._wait(name)

    async def read(self, n=-1):
        if n < 0:
            pieces = []
            while piece := await self.readany():
                pieces.append(piece)
            return b''.join(pieces)
        await self._some('read')
        return self._take(n)

    def read_nowait(self, n=-1):
        return self._take(n)

    async def readany(self):
        await self._some('readany')
        return self._take(-1)

    async def readchunk(self):
        while True:
            here = self.total_bytes - len(self._buffer) + self._at
            while self._ends and self._ends[0] < here:
                self._ends.popleft()
            if self._ends and self._exception is None:
                return self._take(self._ends.popleft() - here), True
            if self._eof or self._exception is not None or self._at < len(self._buffer):
                return self._take(-1), False
            await self._wait('readchunk')

    async def readexactly(self, n):
        found = b''
        while len(found) < n:
            piece = await self.read(n - len(found))
            if not piece:
                raise _asyncio.IncompleteReadError(found, n)
            found += piece
        return found

    async def readline(self):
        return await self.readuntil()

    async def readuntil(self, separator=b'\n'):
        while True:
            if self._exception is not None:
                raise self._exception
            end = self._buffer.find(separator, self._at)
            if end >= 0:
                return self._take(end + len(separator) - self._at)
            if self._eof:
                return self._take(-1)
            if len(self._buffer) - self._at > 131072:
                raise ValueError('Chunk too big')
            await self._wait('readuntil')

    def iter_chunked(self, n):
        return AsyncStreamIterator(lambda: self.read(n), b'')

    def iter_any(self):
        return AsyncStreamIterator(self.readany, b'')

    def iter_chunks(self):
        return AsyncStreamIterator(self.readchunk, (b'', False))

    def __aiter__(self):
        return AsyncStreamIterator(self.readline, b'')


class AsyncStreamIterator:
    """What is read again and again, up to the end."""

    def __init__(self, read, end):
        self._read, self._end = read, end

    def __aiter__(self):
        return self

    async def __anext__(self):
        piece = await self._read()
        if piece == self._end:
            raise StopAsyncIteration
        return piece


EMPTY_PAYLOAD = StreamReader(b'')
