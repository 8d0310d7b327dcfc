"""Processes and signals."""
import contextlib
import signal
import subprocess
from trio import _run
from trio._errors import BrokenResourceError, BusyResourceError, NoPublicConstructor, public
from trio._nursery import TASK_STATUS_IGNORED, open_nursery
from trio._scopes import CancelScope, sleep
from trio._streams import FdStream, StapledStream
from trio._sync import CapacityLimiter, Lock, ParkingLot
from trio._threads import run_sync


class Process(metaclass=NoPublicConstructor):
    """A process that runs."""

    def __init__(self, popen, stdin, stdout, stderr):
        self._proc, self.stdin, self.stdout, self.stderr = popen, stdin, stdout, stderr
        self.stdio = StapledStream(stdin, stdout) if stdin is not None and stdout is not None else None
        self.args, self.pid = popen.args, popen.pid
        self._waiting = Lock()

    def __repr__(self):
        code = self.returncode
        if code is None:
            status = f'running with PID {self.pid}'
        else:
            status = f'exited with signal {-code}' if code < 0 else f'exited with status {code}'
        return f'<trio.Process {self.args!r}: {status}>'

    @property
    def returncode(self):
        return self._proc.poll()

    def poll(self):
        return self.returncode

    async def wait(self):
        async with self._waiting:
            if self.poll() is None:
                await run_sync(self._proc.wait, abandon_on_cancel=True, limiter=CapacityLimiter(1), thread_name='waitid')
            else:
                await _run.checkpoint()
        return self._proc.returncode

    def send_signal(self, sig):
        self._proc.send_signal(sig)

    def terminate(self):
        self._proc.terminate()

    def kill(self):
        self._proc.kill()


def _check(options):
    for name in 'universal_newlines', 'text', 'encoding', 'errors', 'bufsize':
        if options.get(name):
            raise TypeError(f'trio.Process only supports communicating over unbuffered byte streams; the {name!r} option is not supported')


async def open_process(command, *, stdin=None, stdout=None, stderr=None, **options):
    _check(options)
    if isinstance(command, str) and not options.get('shell'):
        raise TypeError('command must be a sequence (not a string or bytes) if shell=False on UNIX systems')
    if not isinstance(command, (str, bytes)) and options.get('shell'):
        raise TypeError('command must be a string or bytes (not a sequence) if shell=True on UNIX systems')
    await _run.checkpoint()
    popen = subprocess.Popen(command, stdin=stdin, stdout=stdout, stderr=stderr, bufsize=0, **options)
    ends = [None if pipe is None else FdStream(pipe.fileno(), pipe) for pipe in (popen.stdin, popen.stdout, popen.stderr)]
    return Process._create(popen, *ends)


async def _terminate_then_kill(process):
    try:
        process.terminate()
        await sleep(5)
        process.kill()
    except OSError:
        pass


async def run_process(command, *, stdin=b'', capture_stdout=False, capture_stderr=False, check=True, deliver_cancel=None,
                      task_status=TASK_STATUS_IGNORED, **options):
    if isinstance(stdin, str):
        raise UnicodeError('process stdin must be bytes, not str')
    if task_status is TASK_STATUS_IGNORED:
        if stdin is subprocess.PIPE:
            raise ValueError('stdout=subprocess.PIPE is only valid with nursery.start, since that\'s the only way to access the pipe')
        for name in 'stdout', 'stderr':
            if options.get(name) is subprocess.PIPE:
                raise ValueError(f'{name}=subprocess.PIPE is only valid with nursery.start, since that\'s the only way to access the pipe; '
                                 f'use capture_{name}=True')
    given = None
    if isinstance(stdin, (bytes, bytearray, memoryview)):
        given, stdin = stdin, subprocess.PIPE
    for name, captured in ('stdout', capture_stdout), ('stderr', capture_stderr):
        if captured:
            if name in options:
                raise ValueError(f"can't specify both {name} and capture_{name}")
            options[name] = subprocess.PIPE
    chunks = {'stdout': [], 'stderr': []}

    async def feed(stream):
        with contextlib.suppress(BrokenResourceError):
            await stream.send_all(given)
        await stream.aclose()

    async def read(stream, into):
        async with stream:
            async for chunk in stream:
                into.append(chunk)

    async def kill(process):
        with CancelScope(shield=True):
            await (deliver_cancel or _terminate_then_kill)(process)

    async with open_nursery() as nursery:
        process = await open_process(command, stdin=stdin, **options)
        try:
            if given is not None:
                nursery.start_soon(feed, process.stdin)
                process.stdin = process.stdio = None
            if capture_stdout:
                nursery.start_soon(read, process.stdout, chunks['stdout'])
                process.stdout = process.stdio = None
            if capture_stderr:
                nursery.start_soon(read, process.stderr, chunks['stderr'])
                process.stderr = None
            task_status.started(process)
            await process.wait()
        except BaseException:
            with CancelScope(shield=True):
                scope = CancelScope()

                async def killer():
                    with scope:
                        await kill(process)

                nursery.start_soon(killer)
                await process.wait()
                scope.cancel()
                nursery.cancel_scope.cancel()
                raise
    out = b''.join(chunks['stdout']) if capture_stdout else None
    err = b''.join(chunks['stderr']) if capture_stderr else None
    if process.returncode and check:
        raise subprocess.CalledProcessError(process.returncode, process.args, output=out, stderr=err)
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)


class _Signals:
    """Yields signals as they come."""

    def __init__(self):
        self._pending, self._lot, self._closed, self._busy = {}, ParkingLot(), False, False

    def _add(self, signum):
        if self._closed:
            signal.raise_signal(signum)
        else:
            self._pending[signum] = None
            self._lot.unpark()

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self._closed:
            raise RuntimeError('open_signal_receiver block already exited')
        if self._busy:
            raise BusyResourceError('only one task can iterate on a signal receiver at a time')
        self._busy = True
        try:
            if self._pending:
                await _run.checkpoint()
            else:
                await self._lot.park()
        finally:
            self._busy = False
        signum = next(iter(self._pending))
        del self._pending[signum]
        return signum


@contextlib.contextmanager
def open_signal_receiver(*signals):
    if not signals:
        raise TypeError('No signals were provided')
    loop, receiver, old = _run.current_runner().loop, _Signals(), {}
    try:
        for signum in set(signals):
            old[signum] = signal.getsignal(signum)
            loop.add_signal_handler(signum, receiver._add, signum)
        yield receiver
    finally:
        for signum, handler in old.items():
            loop.remove_signal_handler(signum)
            signal.signal(signum, handler)
        receiver._closed = True
        for signum in receiver._pending:
            signal.raise_signal(signum)


public(Process, run_process, open_signal_receiver)
public(open_process, module='trio.lowlevel')
