"""input and print as coroutines."""
import asyncio
import os
import selectors
import stat
import sys
from collections import deque
from concurrent.futures import Future
from threading import Thread
from weakref import finalize


class _Kept:
    """A pipe that its transport does not close."""

    def __init__(self, pipe):
        self.pipe = pipe

    def fileno(self):
        return self.pipe.fileno()

    def close(self):
        """It stays open."""


def is_pipe_transport_compatible(pipe):
    """Whether the loop can wait for a file."""
    try:
        number = pipe.fileno()
    except (OSError, AttributeError):
        return False
    mode = os.fstat(number).st_mode
    if not (stat.S_ISCHR(mode) or stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode)):
        return False
    try:
        with selectors.DefaultSelector() as selector:
            selector.register(number, selectors.EVENT_READ | selectors.EVENT_WRITE)
    except OSError:
        return False
    return True


class _Failed(Exception):
    """Carries what is no ordinary exception."""


async def run_as_daemon(func, *args):
    """What a function gives in a thread that nobody waits for at the end."""
    future = Future()
    future.set_running_or_notify_cancel()

    def daemon():
        try:
            result = func(*args)
        except Exception as error:
            future.set_exception(error)
        except BaseException as error:
            future.set_exception(_Failed(error))
        else:
            future.set_result(result)

    Thread(target=daemon, daemon=True).start()
    try:
        return await asyncio.wrap_future(future)
    except _Failed as error:
        raise error.args[0]


class StandardStreamReaderProtocol(asyncio.StreamReaderProtocol):
    """One for reading and both for writing."""

    def connection_made(self, transport):
        if self._stream_reader._transport is None:
            super().connection_made(transport)

    def connection_lost(self, exc):
        state = self.__dict__.copy()
        super().connection_lost(exc)
        self.__dict__.update(state)


class StandardStreamReader(asyncio.StreamReader):
    """Reads lines of any length."""

    async def readuntil(self, separator=b'\n'):
        while True:
            try:
                return await super().readuntil(separator)
            except asyncio.LimitOverrunError as error:
                if self._buffer.startswith(separator, error.consumed):
                    return await self.readexactly(error.consumed + len(separator))
                await self._wait_for_data('readuntil')


class StandardStreamWriter(asyncio.StreamWriter):
    """Writes strings too."""

    def __del__(self):
        """Says nothing of being open."""

    def write(self, data):
        super().write(data.encode() if isinstance(data, str) else data)


class NonFileStreamReader:
    """Reads in a thread."""

    def __init__(self, stream, *, loop=None):
        self.loop, self.stream, self.eof = loop or asyncio.get_event_loop(), stream, False

    def at_eof(self):
        return self.eof

    async def _read(self, name, *args):
        try:
            data = await run_as_daemon(getattr(self.stream, name), *args)
        except AttributeError:
            raise RuntimeError('ainput(): lost sys.stdin')
        self.eof = not data
        return data.encode() if isinstance(data, str) else data

    async def readline(self):
        return await self._read('readline')

    async def read(self, n=-1):
        return await self._read('read', n)

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()
        if line == b'':
            raise StopAsyncIteration
        return line


async def _write_all(waiting, stream):
    loop = asyncio.get_event_loop()
    while waiting:
        await loop.run_in_executor(None, stream.write, waiting.popleft())
    if hasattr(stream, 'flush'):
        await loop.run_in_executor(None, stream.flush)


class NonFileStreamWriter:
    """Writes in threads."""

    def __init__(self, stream, *, loop=None):
        self.loop, self.stream, self.buffer = loop or asyncio.get_event_loop(), stream, deque()
        self.write_task = self.task_finalizer = None

    def write(self, data):
        if self.stream is None:
            raise RuntimeError('This writer stream is already closed')
        self.buffer.append(data.decode() if isinstance(data, bytes) else data)
        if self.write_task is not None:
            if not self.write_task.done():
                return
            self.write_task = None
            self.task_finalizer()
        self.write_task = asyncio.ensure_future(_write_all(self.buffer, self.stream))
        self.task_finalizer = finalize(self, self.write_task.result)

    async def drain(self):
        if self.write_task is not None:
            try:
                await self.write_task
            finally:
                self.write_task = None
                self.task_finalizer.detach()

    def close(self):
        self.stream = None

    def is_closing(self):
        return self.stream is None and self.write_task is not None

    async def wait_closed(self):
        await self.drain()


async def open_standard_pipe_connection(pipe_in, pipe_out, pipe_err, *, loop=None):
    """Streams of three files that the loop can wait for."""
    loop = loop or asyncio.get_event_loop()
    reader = StandardStreamReader(loop=loop)
    protocol = StandardStreamReaderProtocol(reader, loop=loop)
    await loop.connect_read_pipe(lambda: protocol, _Kept(pipe_in))
    writers = []
    for pipe in (pipe_out, pipe_err):
        transport, _ = await loop.connect_write_pipe(lambda: protocol, _Kept(pipe))
        writers.append(StandardStreamWriter(transport, protocol, reader, loop))
    for writer in writers:
        writer.transport.set_write_buffer_limits(high=0, low=0)
    return reader, *writers


async def create_standard_streams(stdin, stdout, stderr, *, loop=None):
    """Streams of three files."""
    if all(map(is_pipe_transport_compatible, (stdin, stdout, stderr))):
        return await open_standard_pipe_connection(stdin, stdout, stderr, loop=loop)
    return NonFileStreamReader(stdin, loop=loop), NonFileStreamWriter(stdout, loop=loop), NonFileStreamWriter(stderr, loop=loop)


async def get_standard_streams(*, cache={}, use_stderr=False, loop=None):
    """A reader of what is typed and a writer of what is shown, the same for each loop."""
    loop = loop or asyncio.get_event_loop()
    files = sys.stdin, sys.stdout, sys.stderr
    if cache.get((files, loop)) is None:
        cache[files, loop] = await create_standard_streams(*files, loop=loop)
    reader, out, err = cache[files, loop]
    return reader, err if use_stderr else out


async def ainput(prompt='', *, streams=None, use_stderr=False, loop=None):
    """Shows a prompt and waits for a line."""
    reader, writer = await get_standard_streams(use_stderr=use_stderr, loop=loop) if streams is None else streams
    writer.write(prompt.encode())
    await writer.drain()
    line = (await reader.readline()).decode()
    if not line.endswith('\n'):
        raise EOFError
    return line.rstrip('\n')


async def aprint(*values, sep=None, end='\n', flush=True, streams=None, use_stderr=False, loop=None):
    """Prints, and waits until it is written."""
    _, writer = await get_standard_streams(use_stderr=use_stderr, loop=loop) if streams is None else streams
    print(*values, sep=sep, end=end, flush=False, file=writer)
    if flush:
        await writer.drain()
