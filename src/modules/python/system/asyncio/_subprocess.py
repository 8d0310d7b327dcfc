"""asyncio's subprocesses: transports of pipes and processes, and the streams over them."""
import asyncio
import _children
import _descriptors
import _processes
import _selector
import os
import subprocess
from asyncio._streams import FlowControlMixin
from asyncio._pipes import connect_read_pipe, connect_write_pipe
from asyncio._transports import _log
from collections import deque

PIPE, STDOUT, DEVNULL = subprocess.PIPE, subprocess.STDOUT, subprocess.DEVNULL
_LIMIT = 2 ** 16


class WriteSubprocessPipeProto(asyncio.BaseProtocol):
    def __init__(self, proc, fd):
        self.proc, self.fd, self.pipe, self.disconnected = proc, fd, None, False

    def connection_made(self, transport):
        self.pipe = transport

    def __repr__(self):
        return f'<{type(self).__name__} fd={self.fd} pipe={self.pipe!r}>'

    def connection_lost(self, exc):
        self.disconnected = True
        self.proc._pipe_connection_lost(self.fd, exc)
        self.proc = None

    def pause_writing(self):
        self.proc._protocol.pause_writing()

    def resume_writing(self):
        self.proc._protocol.resume_writing()


class ReadSubprocessPipeProto(WriteSubprocessPipeProto, asyncio.Protocol):
    def data_received(self, data):
        self.proc._pipe_data_received(self.fd, data)

    def eof_received(self):
        pass


class BaseSubprocessTransport(asyncio.SubprocessTransport):  #: in asyncio/base_subprocess.py
    def __init__(self, loop, protocol, args, shell, stdin, stdout, stderr, bufsize, waiter=None, **kwargs):
        self._loop, self._protocol = loop, protocol
        self._closed = self._finished = False
        self._proc = self._pid = self._returncode = None
        self._exit_waiters, self._pending_calls, self._pipes = [], deque(), {}
        for fd, wanted in enumerate((stdin, stdout, stderr)):
            if wanted == PIPE:
                self._pipes[fd] = None
        self._start(args=args, shell=shell, stdin=stdin, stdout=stdout,  #: 39
                    stderr=stderr, bufsize=bufsize, **kwargs)  #: 40
        self._pid = self._proc.pid
        self._extra = {'subprocess': self._proc}
        program = args if isinstance(args, (bytes, str)) else args[0]
        _log(loop, 'debug', 'process %r created: pid %s', program, self._pid)
        self._connecting = loop.create_task(self._connect_pipes(waiter))

    def __del__(self):
        if not self._closed:  #: 128
            self.close()  #: 130

    def __repr__(self):
        info = [type(self).__name__]
        if self._closed:
            info.append('closed')
        if self._pid is not None:
            info.append(f'pid={self._pid}')
        if self._returncode is not None:
            info.append(f'returncode={self._returncode}')
        elif self._pid is not None:
            info.append('running')
        else:
            info.append('not started')
        names = {fd: proto.pipe for fd, proto in self._pipes.items() if proto is not None}
        if 0 in names:
            info.append(f'stdin={names[0]}')
        if 1 in names and 2 in names and names[1] is names[2]:
            info.append(f'stdout=stderr={names[1]}')
        else:
            for fd, name in (1, 'stdout'), (2, 'stderr'):
                if fd in names:
                    info.append(f'{name}={names[fd]}')
        return f"<{' '.join(info)}>"

    def set_protocol(self, protocol):
        self._protocol = protocol

    def get_protocol(self):
        return self._protocol

    def is_closing(self):
        return self._closed

    def close(self):
        if self._closed:
            return
        self._closed = True
        for proto in self._pipes.values():
            if proto is not None:
                proto.pipe.close()  #: 107
        if self._proc is not None and self._returncode is None and self._proc.poll() is None:
            _log(self._loop, 'warning', 'Close running child process: kill %r', self)
            try:
                self._proc.kill()
            except (ProcessLookupError, PermissionError):
                pass

    def get_pid(self):
        return self._pid

    def get_returncode(self):
        return self._returncode

    def get_pipe_transport(self, fd):
        return self._pipes[fd].pipe if fd in self._pipes else None

    def _check_proc(self):
        if self._proc is None:
            raise ProcessLookupError()  #: 146

    def send_signal(self, signal):
        self._check_proc()  #: 162
        try:
            os.kill(self._proc.pid, signal)  #: 164
        except ProcessLookupError:
            pass

    def terminate(self):
        self.send_signal(15)  #: 169 self.send_signal(signal.SIGTERM)

    def kill(self):
        self.send_signal(9)  #: 172 self.send_signal(signal.SIGKILL)

    async def _connect_pipes(self, waiter):  #: 174
        try:
            loop, proc = self._loop, self._proc
            if proc.stdin is not None:
                _, pipe = await connect_write_pipe(loop, lambda: WriteSubprocessPipeProto(self, 0), proc.stdin)
                self._pipes[0] = pipe
            if proc.stdout is not None:
                _, pipe = await connect_read_pipe(loop, lambda: ReadSubprocessPipeProto(self, 1), proc.stdout)
                self._pipes[1] = pipe
            if proc.stderr is not None:
                _, pipe = await connect_read_pipe(loop, lambda: ReadSubprocessPipeProto(self, 2), proc.stderr)
                self._pipes[2] = pipe
            loop.call_soon(self._protocol.connection_made, self)
            for callback, data in self._pending_calls:
                loop.call_soon(callback, *data)
            self._pending_calls = None
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            if waiter is not None and not waiter.cancelled():
                waiter.set_exception(exc)
        else:
            if waiter is not None and not waiter.cancelled():
                waiter.set_result(None)

    def _call(self, callback, *data):
        if self._pending_calls is not None:
            self._pending_calls.append((callback, data))
        else:
            self._loop.call_soon(callback, *data)

    def _pipe_connection_lost(self, fd, exc):
        self._call(self._protocol.pipe_connection_lost, fd, exc)
        self._try_finish()

    def _pipe_data_received(self, fd, data):
        self._call(self._protocol.pipe_data_received, fd, data)

    def _process_exited(self, returncode):
        _log(self._loop, 'info', '%r exited with return code %r', self, returncode)
        self._returncode = returncode
        if self._proc.returncode is None:
            self._proc.returncode = returncode
        self._call(self._protocol.process_exited)
        self._try_finish()

    async def _wait(self):  #: 239
        """The returncode, once the process has ended and its pipes are closed."""
        if self._returncode is not None:
            return self._returncode
        waiter = _selector.future(self._loop, 'process', 0)
        self._exit_waiters.append(waiter)
        return await waiter  #: 248

    def _try_finish(self):
        if self._returncode is None:
            return
        if all(proto is not None and proto.disconnected for proto in self._pipes.values()):
            self._finished = True
            self._call(self._call_connection_lost, None)

    def _call_connection_lost(self, exc):
        try:
            self._protocol.connection_lost(exc)
        finally:
            for waiter in self._exit_waiters:
                if not waiter.cancelled():
                    waiter.set_result(self._returncode)
            self._exit_waiters = self._loop = self._proc = self._protocol = None


class _UnixSubprocessTransport(BaseSubprocessTransport):  #: in asyncio/unix_events.py
    def _start(self, args, shell, stdin, stdout, stderr, bufsize, **kwargs):
        self._proc = subprocess.Popen(  #: 855
            args, shell=shell, stdin=stdin, stdout=stdout, stderr=stderr,  #: 856
            universal_newlines=False, bufsize=bufsize, **kwargs)  #: 857


def watch_child(loop, pid, callback, *args):
    """Calls back, in the loop, with how the process has ended: 255 if somebody else has been told of that."""
    # CPython's file descriptor of the process.
    number = _descriptors.new(None)
    source = _selector.Source(number)

    def ended():
        loop.remove_reader(source)
        _descriptors.release(number)
        try:
            code = os.waitstatus_to_exitcode(_children.waitpid(pid, os.WNOHANG)[1])
        except ChildProcessError:
            from asyncio.log import logger
            code = 255
            logger.warning('child process pid %d exit status already read:  will report returncode 255', pid)
        callback(pid, code, *args)
    _processes.watch(pid, source)
    loop.add_reader(source, ended)


async def _make_subprocess_transport(self, protocol, args, shell, stdin, stdout, stderr, bufsize, **kwargs):  #: 197 async def _make_subprocess_transport(self, protocol, args, shell,
    loop = self
    waiter = loop.create_future()
    transport = _UnixSubprocessTransport(loop, protocol, args, shell, stdin, stdout, stderr, bufsize, waiter=waiter, **kwargs)  #: 213 transp = «_UnixSubprocessTransport(self, protocol, args, shell,⏎                                stdin, stdout, stderr, bufsize,⏎                                waiter=waiter, extra=extra,⏎                                **kwargs)»
    watch_child(loop, transport.get_pid(), lambda pid, code: loop.call_soon_threadsafe(transport._process_exited, code))
    try:
        await waiter
    except (SystemExit, KeyboardInterrupt):
        raise
    except BaseException:
        transport.close()
        await transport._wait()
        raise
    return transport


def _format_pipe(fd):
    return {PIPE: '<pipe>', STDOUT: '<stdout>'}.get(fd) or repr(fd)


def _log_start(loop, what, stdin, stdout, stderr):
    shown = [what]
    if stdin is not None:
        shown.append(f'stdin={_format_pipe(stdin)}')
    if stdout is not None and stderr == STDOUT:
        shown.append(f'stdout=stderr={_format_pipe(stdout)}')
    else:
        if stdout is not None:
            shown.append(f'stdout={_format_pipe(stdout)}')
        if stderr is not None:
            shown.append(f'stderr={_format_pipe(stderr)}')
    _log(loop, 'debug', ' '.join(shown))


  #: in asyncio/base_events.py
async def subprocess_exec(  #: 1754 async def subprocess_exec(self, protocol_factory, program, *args,
        self, protocol_factory, program, *args, stdin=PIPE, stdout=PIPE, stderr=PIPE,
                          universal_newlines=False, shell=False, bufsize=0, encoding=None, errors=None, text=None,
                          **kwargs):
    """Starts a program; its transport and protocol."""
    loop = self
    if universal_newlines:
        raise ValueError("universal_newlines must be False")  #: 1761
    if shell:
        raise ValueError("shell must be False")  #: 1763
    if bufsize != 0:
        raise ValueError("bufsize must be 0")  #: 1765
    if text:
        raise ValueError("text must be False")  #: 1767
    if encoding is not None:
        raise ValueError("encoding must be None")  #: 1769
    if errors is not None:
        raise ValueError("errors must be None")  #: 1771
    protocol = protocol_factory()
    what = f'execute program {program!r}'
    _log_start(loop, what, stdin, stdout, stderr)
    transport = await _make_subprocess_transport(loop, protocol, (program,) + args, False, stdin, stdout, stderr, bufsize, **kwargs)  #: 1781 transport = «await self._make_subprocess_transport(⏎    protocol, popen_args, False, stdin, stdout, stderr,⏎    bufsize, **kwargs)»
    _log(loop, 'info', '%s: %r', what, transport)
    return transport, protocol


async def subprocess_shell(self, protocol_factory, cmd, *, stdin=PIPE, stdout=PIPE, stderr=PIPE,  #: 1718 async def subprocess_shell(self, protocol_factory, cmd, *,
                           universal_newlines=False, shell=True, bufsize=0, encoding=None, errors=None, text=None,
                           **kwargs):
    """Starts a shell's command; its transport and protocol."""
    loop = self
    if not isinstance(cmd, (bytes, str)):
        raise ValueError('cmd must be a string')  #: 1727 raise ValueError("cmd must be a string")
    if universal_newlines:
        raise ValueError("universal_newlines must be False")  #: 1729
    if not shell:
        raise ValueError("shell must be True")  #: 1731
    if bufsize != 0:
        raise ValueError("bufsize must be 0")  #: 1733
    if text:
        raise ValueError("text must be False")  #: 1735
    if encoding is not None:
        raise ValueError("encoding must be None")  #: 1737
    if errors is not None:
        raise ValueError("errors must be None")  #: 1739
    protocol = protocol_factory()
    what = f'run shell command {cmd!r}'
    _log_start(loop, what, stdin, stdout, stderr)
    transport = await _make_subprocess_transport(loop, protocol, cmd, True, stdin, stdout, stderr, bufsize, **kwargs)  #: 1748 transport = «await self._make_subprocess_transport(⏎    protocol, cmd, True, stdin, stdout, stderr, bufsize, **kwargs)»
    _log(loop, 'info', '%s: %r', what, transport)
    return transport, protocol


class SubprocessStreamProtocol(FlowControlMixin, asyncio.SubprocessProtocol):
    """Feeds the streams of a process."""

    def __init__(self, limit, loop):
        super().__init__(loop=loop)
        self._limit = limit
        self.stdin = self.stdout = self.stderr = None
        self._transport = None
        self._process_exited = False
        self._pipe_fds = []
        self._stdin_closed = loop.create_future()

    def __repr__(self):
        info = [type(self).__name__]
        for name in 'stdin', 'stdout', 'stderr':
            if getattr(self, name) is not None:
                info.append(f'{name}={getattr(self, name)!r}')
        return f"<{' '.join(info)}>"

    def connection_made(self, transport):
        self._transport = transport
        for fd, name in (1, 'stdout'), (2, 'stderr'):
            pipe = transport.get_pipe_transport(fd)
            if pipe is not None:
                reader = asyncio.streams.StreamReader(limit=self._limit, loop=self._loop)
                reader.set_transport(pipe)
                setattr(self, name, reader)
                self._pipe_fds.append(fd)
        pipe = transport.get_pipe_transport(0)
        if pipe is not None:
            self.stdin = asyncio.streams.StreamWriter(pipe, protocol=self, reader=None, loop=self._loop)

    def _reader(self, fd):
        return {1: self.stdout, 2: self.stderr}.get(fd)

    def pipe_data_received(self, fd, data):
        reader = self._reader(fd)
        if reader is not None:
            reader.feed_data(data)

    def pipe_connection_lost(self, fd, exc):
        if fd == 0:
            if self.stdin is not None:
                self.stdin.close()
            self.connection_lost(exc)
            if not self._stdin_closed.done():
                if exc is None:
                    self._stdin_closed.set_result(None)
                else:
                    self._stdin_closed.set_exception(exc)
                    self._stdin_closed.exception()
            return
        reader = self._reader(fd)
        if reader is not None:
            if exc is None:
                reader.feed_eof()
            else:
                reader.set_exception(exc)
        if fd in self._pipe_fds:
            self._pipe_fds.remove(fd)
        self._maybe_close_transport()

    def process_exited(self):
        self._process_exited = True
        self._maybe_close_transport()

    def _maybe_close_transport(self):
        if not self._pipe_fds and self._process_exited:
            self._transport.close()
            self._transport = None

    def _get_close_waiter(self, stream):
        return self._stdin_closed if stream is self.stdin else None


class Process:  #: in asyncio/subprocess.py
    """A process that runs, as a program sees it."""

    def __init__(self, transport, protocol, loop):
        self._transport, self._protocol, self._loop = transport, protocol, loop
        self.stdin, self.stdout, self.stderr = protocol.stdin, protocol.stdout, protocol.stderr
        self.pid = transport.get_pid()

    def __repr__(self):
        return f'<{type(self).__name__} {self.pid}>'

    @property
    def returncode(self):
        return self._transport.get_returncode()

    async def wait(self):  #: 135
        """Waits for the end; the returncode."""
        return await self._transport._wait()  #: 137

    def send_signal(self, signal):
        self._transport.send_signal(signal)  #: 140

    def terminate(self):
        self._transport.terminate()  #: 143

    def kill(self):
        self._transport.kill()  #: 146

    async def _feed_stdin(self, input):  #: 148
        try:
            if input is not None:
                self.stdin.write(input)  #: 152
                _log(self._loop, 'debug', '%r communicate: feed stdin (%s bytes)', self, len(input))
            await self.stdin.drain()  #: 157
        except (BrokenPipeError, ConnectionResetError) as exc:
            _log(self._loop, 'debug', '%r communicate: stdin got %r', self, exc)
        _log(self._loop, 'debug', '%r communicate: close stdin', self)
        self.stdin.close()

    async def _noop(self):  #: 168
        return None

    async def _read_stream(self, fd):  #: 171
        transport = self._transport.get_pipe_transport(fd)
        stream, name = (self.stderr, 'stderr') if fd == 2 else (self.stdout, 'stdout')
        _log(self._loop, 'debug', '%r communicate: read %s', self, name)
        output = await stream.read()  #: 181
        _log(self._loop, 'debug', '%r communicate: close %s', self, name)
        transport.close()
        return output

    async def communicate(self, input=None):  #: 188
        stdin = self._feed_stdin(input) if self.stdin is not None else self._noop()
        stdout = self._read_stream(1) if self.stdout is not None else self._noop()
        stderr = self._read_stream(2) if self.stderr is not None else self._noop()
        stdin, stdout, stderr = await asyncio.tasks.gather(  #: 201 stdin, stdout, stderr = «await tasks.gather(stdin, stdout, stderr)»
            stdin, stdout, stderr)
        await self.wait()  #: 202
        return stdout, stderr


def _protocol_factory(limit, loop):
    return lambda: asyncio.subprocess.SubprocessStreamProtocol(limit=limit, loop=loop)


  #: in asyncio/subprocess.py
async def create_subprocess_shell(  #: 206 async def create_subprocess_shell(cmd, stdin=None, stdout=None, stderr=None,
        cmd, stdin=None, stdout=None, stderr=None, limit=_LIMIT, **kwds):
    loop = asyncio.events.get_running_loop()  #: 208 loop = «events.get_running_loop()»
    protocol_factory = _protocol_factory(limit, loop)
    transport, protocol = await loop.subprocess_shell(  #: 211
        protocol_factory,  #: 212
        cmd, stdin=stdin, stdout=stdout,  #: 213
        stderr=stderr, **kwds)  #: 214
    return asyncio.subprocess.Process(transport, protocol, loop)


async def create_subprocess_exec(program, *args, stdin=None, stdout=None, stderr=None, limit=_LIMIT, **kwds):  #: 218 async def create_subprocess_exec(program, *args, stdin=None, stdout=None,
    loop = asyncio.events.get_running_loop()  #: 221 loop = «events.get_running_loop()»
    protocol_factory = _protocol_factory(limit, loop)
    transport, protocol = await loop.subprocess_exec(  #: 224
        protocol_factory,  #: 225
        program, *args,  #: 226
        stdin=stdin, stdout=stdout,  #: 227
        stderr=stderr, **kwds)  #: 228
    return asyncio.subprocess.Process(transport, protocol, loop)


for _class in Process, SubprocessStreamProtocol:
    _class.__module__ = 'asyncio.subprocess'
for _class in WriteSubprocessPipeProto, ReadSubprocessPipeProto, BaseSubprocessTransport:
    _class.__module__ = 'asyncio.base_subprocess'
_UnixSubprocessTransport.__module__ = 'asyncio.unix_events'
create_subprocess_exec.__module__ = create_subprocess_shell.__module__ = 'asyncio.subprocess'


for _function in (subprocess_exec, subprocess_shell):
    _function.__qualname__ = 'BaseEventLoop.' + _function.__name__
