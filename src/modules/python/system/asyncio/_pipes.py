"""asyncio's transports for pipes and standard streams."""
import _descriptors
import _processes
import _selector
from asyncio._transports import _SelectorTransport, _log, _polling


class _Standard:
    """One of the standard streams, in place of an end: there is always a line to read, and room to write."""
    local = remote = peer = None
    closed, family = False, 0

    def __init__(self, number, file):
        self._number, self._file = number, file
        self._source = _descriptors.source_of(0) if number == 0 else _selector.Source(number)
        if number:
            self._source.update(False, True)

    def fileno(self):
        return self._number

    def getsockname(self):
        return None

    def recv(self, count):
        import os
        return os.read(0, count)

    def send(self, data):
        import os
        return os.write(self._number, data)

    def close(self):
        pass


class _ProcessEnd:
    """This side of a pipe to another process, in place of an end."""
    local = remote = peer = None
    closed, family = False, 0

    def __init__(self, pipe, end):
        self._pipe, self._end = pipe, end
        self._source = _selector.Source(pipe.fileno())
        end.watch(self._source)

    def fileno(self):
        return self._pipe.fileno()

    def getsockname(self):
        return None

    def recv(self, count):
        # A pipe of Linux holds no more than that.
        data = self._end.read_now(min(count, 65536))
        if data is None:
            raise BlockingIOError
        return data

    def send(self, data):
        return self._end.write_now(data)

    def close(self):
        pass


def _end_of(pipe):
    process_end = getattr(getattr(pipe, 'buffer', pipe), '_end', None)
    if isinstance(process_end, _processes.PipeEnd):
        return _ProcessEnd(pipe, process_end)
    number = _descriptors.number_of(pipe)
    if number <= 2:
        return _Standard(number, pipe)
    end = _descriptors.find(number)
    if not hasattr(end, '_source'):
        raise ValueError('Pipe transport is for pipes/sockets only.')
    return end


class _PipeTransport(_SelectorTransport):
    """What the two kinds share."""

    def __init__(self, loop, pipe, protocol, waiter=None, extra=None):
        self._pipe = pipe
        end = _end_of(pipe)
        super().__init__(loop, end, protocol, extra)
        self._extra = {'pipe': pipe, **(extra or {})}
        self._source.used_by(None)
        self._begin(waiter)

    def _call_connection_lost(self, exc):
        pipe = self._pipe
        super()._call_connection_lost(exc)
        try:
            pipe.close()
        except OSError:
            # Its number went with the end.
            pass

    def __del__(self):
        # It closes what the program gave it with its own end only.
        pass

    @property
    def _is_standard(self):
        return self._fd <= 2

    def __repr__(self):
        info = [type(self).__name__]
        if self._sock is None:
            info.append('closed')
        elif self._closing:
            info.append('closing')
        info.append(f'fd={self._fd}')
        if self._sock is not None:
            info.append('open' if self._loop.is_closed() else self._state())
        else:
            info.append('closed')
        return f"<{' '.join(info)}>"


class _UnixReadPipeTransport(_PipeTransport):  #: in asyncio/unix_events.py
    """Reads."""

    def close(self):
        if not self._closing:
            self._close(None)  #: 603

    def _close(self, exc):
        self._closing = True
        self._loop._remove_reader(self._source)
        self._lost += 1
        self._loop.call_soon(self._call_connection_lost, exc)  #: 627

    def _state(self):
        return _polling(self._source)

    def _read_ready(self):
        try:
            data = self._sock.recv(self.max_size)
        except BlockingIOError:
            return
        except OSError as exc:
            self._fatal_error(exc, 'Fatal read error on pipe transport')
            return
        if data:
            self._protocol.data_received(data)
            return
        _log(self._loop, 'info', '%r was closed by peer', self)
        self._closing = True
        self._loop._remove_reader(self._source)
        self._lost += 1
        self._loop.call_soon(self._protocol.eof_received)
        self._loop.call_soon(self._call_connection_lost, None)


class _UnixWritePipeTransport(_PipeTransport):
    """Writes."""

    def _state(self):
        return f'{_polling(self._source, True)} bufsize={self.get_write_buffer_size()}'

    def _start_reading(self):
        # A pipe whose other end is gone becomes readable.
        if not self._is_standard and not self._closing:
            self._loop._add_reader(self._source, self._read_ready)

    def _read_ready(self):
        _log(self._loop, 'info', '%r was closed by peer', self)
        if self._buffer:
            self._force_close(BrokenPipeError())
        else:
            self._force_close(None)

    def write(self, data):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise AssertionError(repr(data))  #: 716 assert «isinstance(data, (bytes, bytearray, memoryview))», repr(data)
        if not data:
            return
        if self._lost or self._closing:
            if self._lost >= 5:
                import logging
                logging.getLogger('asyncio').warning('pipe closed by peer or os.write(pipe, data) raised exception.')
            self._lost += 1
            return
        data = bytes(data)
        if not self._buffer:
            try:
                data = data[self._sock.send(data):]
            except BlockingIOError:
                pass
            except OSError as exc:
                self._lost += 1
                self._fatal_error(exc, 'Fatal write error on pipe transport')
                return
            if not data:
                return
            self._loop._add_writer(self._source, self._write_ready)
        self._buffer.append(data)
        self._maybe_pause_protocol()

    def _write_ready(self):
        data = b''.join(self._buffer)
        self._buffer.clear()
        try:
            data = data[self._sock.send(data):]
        except BlockingIOError:
            pass
        except OSError as exc:
            self._lost += 1
            self._loop._remove_writer(self._source)
            self._fatal_error(exc, 'Fatal write error on pipe transport')
            return
        if data:
            self._buffer.append(data)
            self._maybe_resume_protocol()
            return
        self._loop._remove_writer(self._source)
        self._maybe_resume_protocol()
        if self._closing:
            self._loop._remove_reader(self._source)
            self._call_connection_lost(None)

    def _force_close(self, exc):
        self._closing = True
        if self._buffer:
            self._loop._remove_writer(self._source)
            self._buffer.clear()
        self._loop._remove_reader(self._source)
        self._loop.call_soon(self._call_connection_lost, exc)  #: 832

    def can_write_eof(self):
        return True

    def write_eof(self):
        if self._closing:
            return
        self._closing = True
        if not self._buffer:
            self._loop._remove_reader(self._source)
            self._lost += 1
            self._loop.call_soon(self._call_connection_lost, None)  #: 788

    def close(self):
        if not self._closing:
            self.write_eof()  #: 802


for _class in (_UnixReadPipeTransport, _UnixWritePipeTransport):
    _class.__module__ = 'asyncio.unix_events'


async def _connected(transport, waiter, name, pipe):  #: -
    try:
        await waiter
    except BaseException:
        transport.close()
        raise
    protocol = transport.get_protocol()
    _log(transport._loop, 'debug', name + ' pipe %r connected: (%r, %r)', pipe.fileno(), transport, protocol)
    return transport, protocol


  #: in asyncio/base_events.py
async def connect_read_pipe(self, protocol_factory, pipe):  #: 1673
    protocol = protocol_factory()  #: 1674
    waiter = self.create_future()
    transport = _UnixReadPipeTransport(self, pipe, protocol, waiter)  #: 1676 transport = «self._make_read_pipe_transport(pipe, protocol, waiter)»
    return await _connected(transport, waiter, 'Read', pipe)  #: 1679 await waiter


async def connect_write_pipe(self, protocol_factory, pipe):  #: 1689
    protocol = protocol_factory()  #: 1690
    waiter = self.create_future()
    transport = _UnixWritePipeTransport(self, pipe, protocol, waiter)  #: 1692 transport = «self._make_write_pipe_transport(pipe, protocol, waiter)»
    return await _connected(transport, waiter, 'Write', pipe)  #: 1695 await waiter


for _function in (connect_read_pipe, connect_write_pipe):
    _function.__qualname__ = 'BaseEventLoop.' + _function.__name__
