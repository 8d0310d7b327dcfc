"""Processes and signals."""
import contextlib
import signal
import subprocess
import os
from anyio import _seam
from anyio._errors import BrokenResourceError, ClosedResourceError, EndOfStream
from anyio._tasks import CancelScope, create_task_group
from anyio.abc import ByteReceiveStream, ByteSendStream, Process as _Process
from anyio.to_thread import run_sync
from anyio._sync import CapacityLimiter, Event


class _Pipe:
    def __init__(self, file):
        os.set_blocking(file.fileno(), False)
        self._file, self._closed, self._waits = file, False, []

    async def aclose(self):
        """Who waits for the file goes first: another may have its number next."""
        self._closed = True
        with CancelScope(shield=True):
            while self._waits:
                self._waits[-1].cancel()
                await _seam.backend().checkpoint()
        self._file.close()

    async def _do(self, readable, call, *args):
        await _seam.backend().checkpoint()
        while True:
            if self._closed:
                raise ClosedResourceError
            try:
                return call(self._file.fileno(), *args)
            except BlockingIOError:
                with CancelScope() as wait:
                    self._waits.append(wait)
                    try:
                        await _seam.backend().wait_for_fd(self._file.fileno(), readable)
                    finally:
                        self._waits.remove(wait)
            except OSError as error:
                raise BrokenResourceError from error


class _Reader(_Pipe, ByteReceiveStream):
    async def receive(self, max_bytes=65536):
        _seam.check_size(max_bytes)
        data = await self._do(True, os.read, max_bytes)
        if not data:
            raise EndOfStream
        return data


class _Writer(_Pipe, ByteSendStream):
    async def send(self, item):
        item = memoryview(item)
        while item:
            item = item[await self._do(False, os.write, item):]


class Process(_Process):
    def __init__(self, popen):
        self._popen = popen
        self.stdin = popen.stdin and _Writer(popen.stdin)
        self.stdout = popen.stdout and _Reader(popen.stdout)
        self.stderr = popen.stderr and _Reader(popen.stderr)
        self.pid = popen.pid

    returncode = property(lambda self: self._popen.poll())

    async def wait(self):
        if self._popen.poll() is None:
            await run_sync(self._popen.wait, abandon_on_cancel=True, limiter=CapacityLimiter(1))
        return self._popen.returncode

    def terminate(self):
        self._popen.terminate()

    def kill(self):
        self._popen.kill()

    def send_signal(self, signal):
        self._popen.send_signal(signal)

    async def aclose(self):
        with CancelScope(shield=True) as scope:
            for stream in self.stdin, self.stdout, self.stderr:
                if stream is not None:
                    await stream.aclose()
            scope.shield = False
            try:
                await self.wait()
            except BaseException:
                scope.shield = True
                self.kill()
                await self.wait()
                raise


async def open_process(command, *, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=None, env=None,
                       startupinfo=None, creationflags=0, start_new_session=False, pass_fds=(), user=None, group=None, extra_groups=None,
                       umask=-1):
    await _seam.backend().checkpoint()
    return Process(subprocess.Popen(command, shell=isinstance(command, (str, bytes)), stdin=stdin, stdout=stdout, stderr=stderr, cwd=cwd, env=env,
                                    start_new_session=start_new_session, bufsize=0))


async def run_process(command, *, input=None, stdin=None, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=True, cwd=None, env=None, **more):
    if stdin is not None and input is not None:
        raise ValueError('only one of stdin and input is allowed')
    chunks = {}

    async def read(name, stream):
        chunks[name] = b''.join([chunk async for chunk in stream])

    async with await open_process(command, stdin=subprocess.PIPE if input else stdin, stdout=stdout, stderr=stderr, cwd=cwd, env=env) as process:
        try:
            async with create_task_group() as group:
                if process.stdout:
                    group.start_soon(read, 'stdout', process.stdout)
                if process.stderr:
                    group.start_soon(read, 'stderr', process.stderr)
                if process.stdin and input:
                    await process.stdin.send(input)
                    await process.stdin.aclose()
                await process.wait()
        except BaseException:
            process.kill()
            raise
    code, out, err = process.returncode, chunks.get('stdout'), chunks.get('stderr')
    if check and code:
        raise subprocess.CalledProcessError(code, command, out, err)
    return subprocess.CompletedProcess(command, code, out, err)


@contextlib.contextmanager
def open_signal_receiver(*signals):
    import asyncio
    loop, pending, waiting = asyncio.get_running_loop(), [], []

    class Receiver:
        def __aiter__(self):
            return self

        async def __anext__(self):
            await _seam.backend().checkpoint()
            if not pending:
                waiting.append(Event())
                await waiting[-1].wait()
            return pending.pop(0)

    def came(signum):
        pending.append(signum)
        while waiting:
            waiting.pop().set()

    try:
        for signum in signals:
            loop.add_signal_handler(signum, came, signal.Signals(signum))
        yield Receiver()
    finally:
        for signum in signals:
            loop.remove_signal_handler(signum)
