"""asyncio's transports over the ends of the simulated network."""  #: in asyncio/selector_events.py
import asyncio
import warnings
from asyncio._flow_control import _FlowControlMixin
from collections import deque


class TransportSocket:
    """What programs see of a socket."""

    def __init__(self, sock):
        self._sock = sock
        self._source = sock._source

    proto = property(lambda self: self._sock.proto)

    @property
    def family(self):
        import socket
        return socket.AddressFamily(self._sock.family)

    @property
    def type(self):
        import socket
        return socket.SocketKind(self._sock.type)

    def __repr__(self):
        own = self._sock
        text = f'<asyncio.TransportSocket fd={own.fileno()}, family={own.family}, type={own.type}, proto={own.proto}'
        if not own.closed:
            if own.getsockname():
                text += f', laddr={own.getsockname()}'
            if own.remote:
                text += f', raddr={own.remote}'
        return text + '>'

    def fileno(self):
        return self._sock.fileno()

    def getsockname(self):
        return self._sock.getsockname()

    def getpeername(self):
        return self._sock.getpeername()

    def dup(self):
        import socket
        return socket.socket._over(self._sock).dup()

    def get_inheritable(self):
        return False

    def shutdown(self, how):
        self._sock.shutdown(how != 1, how != 0)

    def setsockopt(self, *args):
        self._sock.setsockopt(*args)

    def getsockopt(self, *args):
        return self._sock.getsockopt(*args)

    def gettimeout(self):
        return 0

    def settimeout(self, value):
        if value != 0:
            raise ValueError('settimeout(): only 0 timeout is allowed on transport sockets')

    def setblocking(self, flag):
        if flag:
            raise ValueError('setblocking(): transport sockets cannot be blocking')


TransportSocket.__module__ = 'asyncio.trsock'


def _log(loop, level, text, *args, **keywords):
    """What asyncio logs in debug mode only."""
    if loop.get_debug():
        import logging
        getattr(logging.getLogger('asyncio'), level)(text, *args, **keywords)


def _polling(source, writes=False):
    return 'polling' if source.is_watched(writes) else 'idle'


class _SelectorTransport(_FlowControlMixin):
    """What the transports of connections and datagrams share."""
    max_size = 256 * 1024
    _sock = None

    def __init__(self, loop, sock, protocol, extra=None, server=None):
        self._loop, self._sock, self._fd = loop, sock, sock.fileno()
        self._source = sock._source
        self._extra = {'socket': TransportSocket(sock), 'sockname': sock.getsockname(), 'peername': sock.remote}
        if sock.remote is None and sock.family == 1 and sock.peer is not None:
            self._extra['peername'] = ''
        self._extra.update(extra or {})
        self._server = server
        self._buffer = deque()
        self._lost = 0
        self._closing = self._reading_paused = self._protocol_paused = self._at_end = False
        self._set_write_buffer_limits()
        self._connected = True
        self.set_protocol(protocol)
        self._source.used_by(self)
        if server is not None:
            server._clients[self] = True

    def __repr__(self):
        info = [type(self).__name__]
        if self._sock is None:
            info.append('closed')
        elif self._closing:
            info.append('closing')
        info.append(f'fd={self._fd}')
        if self._loop is not None and not self._loop.is_closed():
            info.append('read=' + _polling(self._source))
            info.append(f'write=<{_polling(self._source, True)}, bufsize={self.get_write_buffer_size()}>')
        return f"<{' '.join(info)}>"

    def __del__(self, _warn=warnings.warn):
        if self._sock is not None:
            _warn(f'unclosed transport {self!r}', ResourceWarning, source=self)  #: 869 _warn(f"unclosed transport {self!r}", ResourceWarning, source=self)
            self._sock.close()

    def _keep_descriptor(self, fd):
        """Refuses that the program itself watches it."""
        if not self._closing:
            raise RuntimeError(f'File descriptor {fd!r} is used by transport {self!r}')

    def _begin(self, waiter):  #: -
        """The protocol is told first, then reading begins, then who waits for the connection goes on."""
        self._loop.call_soon(self._protocol.connection_made, self)
        self._loop.call_soon(self._start_reading)
        if waiter is not None:
            self._loop.call_soon(asyncio.futures._set_result_unless_cancelled, waiter, None)

    def _start_reading(self):
        if self.is_reading():
            self._loop._add_reader(self._source, self._read_ready)

    def set_protocol(self, protocol):
        self._protocol = protocol

    def get_protocol(self):
        return self._protocol

    def is_closing(self):
        return self._closing

    def is_reading(self):
        return not self._closing and not self._reading_paused

    def pause_reading(self):
        if self.is_reading():
            self._reading_paused = True
            self._loop._remove_reader(self._source)
            _log(self._loop, 'debug', '%r pauses reading', self)

    def resume_reading(self):
        if self._reading_paused and not self._closing:
            self._reading_paused = False
            self._start_reading()
            _log(self._loop, 'debug', '%r resumes reading', self)

    def get_write_buffer_size(self):
        return sum(map(len, self._buffer))

    def close(self):
        if self._closing:
            return
        self._closing = True
        self._loop._remove_reader(self._source)
        if not self._buffer:
            self._lost += 1
            self._loop._remove_writer(self._source)
            self._loop.call_soon(self._call_connection_lost, None)  #: 865

    def abort(self):
        self._force_close(None)

    def _force_close(self, exc):
        if self._lost:
            return
        if self._buffer:
            self._buffer.clear()
            self._loop._remove_writer(self._source)
        if not self._closing:
            self._closing = True
            self._loop._remove_reader(self._source)
        self._lost += 1
        self._loop.call_soon(self._call_connection_lost, exc)

    def _fatal_error(self, exc, message):
        if isinstance(exc, OSError):
            _log(self._loop, 'debug', '%r: %s', self, message, exc_info=True)
        else:
            self._loop.call_exception_handler({'message': message, 'exception': exc, 'transport': self,
                                               'protocol': self._protocol})
        self._force_close(exc)

    def _call_connection_lost(self, exc):
        try:
            if self._connected:
                self._protocol.connection_lost(exc)  #: 903
        finally:
            self._sock.close()
            self._sock = self._protocol = self._loop = None
            server, self._server = self._server, None
            if server is not None:
                server._detach(self)


class _SelectorSocketTransport(_SelectorTransport):
    """A connection."""

    def __init__(self, loop, sock, protocol, waiter=None, extra=None, server=None):
        super().__init__(loop, sock, protocol, extra, server)
        self._eof, self._empty_waiter = False, None
        if sock.family in (2, 10) and sock.type == 1 and sock.proto == 6:
            sock.setsockopt(6, 1, True)
        self._begin(waiter)  #: 944 self._loop.call_soon(«self._protocol.connection_made», self)

    @property
    def _sendfile_compatible(self):
        from asyncio import constants
        return constants._SendfileMode.TRY_NATIVE

    def _read_ready(self):
        if isinstance(self._protocol, asyncio.BufferedProtocol):
            self._read_ready__get_buffer()  #: 962 self._read_ready_cb()
        else:
            self._read_ready__data_received()  #: 962 self._read_ready_cb()

    def _read_ready__get_buffer(self):
        if self._lost:
            return
        try:
            room = self._protocol.get_buffer(-1)  #: 969 buf = «self._protocol.get_buffer(-1)»
            if not len(room):
                raise RuntimeError('get_buffer() returned an empty buffer')  #: 971
        except Exception as exc:
            self._fatal_error(exc, 'Fatal error: protocol.get_buffer() call failed.')
            return
        try:
            from socket import _room
            data = self._sock.recv(_room(room, 0, 'recv_into'))  #: 980 nbytes = «self._sock.recv_into(buf)»
            count = len(data)
            memoryview(room).cast('B')[:count] = data
        except BlockingIOError:
            return
        except Exception as exc:
            self._fatal_error(exc, 'Fatal read error on socket transport')
            return
        if not data:
            self._read_ready__on_eof()
            return
        try:
            self._protocol.buffer_updated(count)  #: 994 self._protocol.buffer_updated(nbytes)
        except Exception as exc:
            self._fatal_error(exc, 'Fatal error: protocol.buffer_updated() call failed.')

    def _read_ready__data_received(self):
        if self._lost:
            return
        try:
            data = self._sock.recv(self.max_size)  #: 1005
        except BlockingIOError:
            return
        except OSError as exc:
            self._fatal_error(exc, 'Fatal read error on socket transport')
            return
        if not data:
            self._read_ready__on_eof()
            return
        try:
            self._protocol.data_received(data)  #: 1019
        except Exception as exc:
            self._fatal_error(exc, 'Fatal error: protocol.data_received() call failed.')

    def _read_ready__on_eof(self):
        _log(self._loop, 'debug', '%r received EOF', self)
        try:
            keep_open = self._protocol.eof_received()  #: 1031
        except Exception as exc:
            self._fatal_error(exc, 'Fatal error: protocol.eof_received() call failed.')
            return
        if keep_open:
            self._at_end = True
            self._loop._remove_reader(self._source)
        else:
            self.close()

    def write(self, data):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f'data argument must be a bytes-like object, '  #: 1049
                            f'not {type(data).__name__!r}')  #: 1050
        if self._eof:
            raise RuntimeError('Cannot call write() after write_eof()')  #: 1052
        if self._empty_waiter is not None:
            raise RuntimeError('unable to write; sendfile is in progress')  #: 1054
        if not data:
            return
        if self._lost:
            if self._lost >= 5:
                import logging
                logging.getLogger('asyncio').warning('socket.send() raised exception.')
            self._lost += 1
            return
        data = bytes(data)
        if not self._buffer:
            try:
                sent = self._sock.send(data)  #: 1067 n = «self._sock.send(data)»
                if sent == len(data):
                    return
                data = memoryview(data)[sent:]
            except BlockingIOError:
                pass
            except OSError as exc:
                self._fatal_error(exc, 'Fatal write error on socket transport')
                return
            self._loop._add_writer(self._source, self._write_ready)
        self._buffer.append(data)
        self._maybe_pause_protocol()

    def writelines(self, list_of_data):
        if self._eof:
            raise RuntimeError('Cannot call writelines() after write_eof()')  #: 1168
        if self._empty_waiter is not None:
            raise RuntimeError('unable to writelines; sendfile is in progress')  #: 1170
        if list_of_data:
            data = [memoryview(data) for data in list_of_data]  #: 1173 self._buffer.extend([«memoryview(data)» for data in list_of_data])
            self.write(b''.join(data))

    def _write_ready(self):
        if self._lost:
            return
        data = self._buffer[0] if len(self._buffer) == 1 else b''.join(self._buffer)
        try:
            sent = self._sock.send(data)  #: 1134 n = «self._sock.send(buffer)»
        except BlockingIOError:
            return
        except OSError as exc:
            self._loop._remove_writer(self._source)
            self._buffer.clear()
            self._fatal_error(exc, 'Fatal write error on socket transport')
            if self._empty_waiter is not None:
                self._empty_waiter.set_exception(exc)
            return
        self._buffer.clear()
        if sent < len(data):
            self._buffer.append(memoryview(data)[sent:])
        self._maybe_resume_protocol()
        if not self._buffer:
            self._loop._remove_writer(self._source)
            if self._empty_waiter is not None:
                self._empty_waiter.set_result(None)
            if self._closing:
                self._call_connection_lost(None)
            elif self._eof:
                self._sock.shutdown_write()

    def _make_empty_waiter(self):
        if self._empty_waiter is not None:
            raise RuntimeError('Empty waiter is already set')
        self._empty_waiter = self._loop.create_future()
        if not self._buffer:
            self._empty_waiter.set_result(None)
        return self._empty_waiter

    def _reset_empty_waiter(self):
        self._empty_waiter = None

    def close(self):
        super().close()  #: 1202

    def _call_connection_lost(self, exc):
        super()._call_connection_lost(exc)  #: 1183
        if self._empty_waiter is not None and not self._empty_waiter.done():
            self._empty_waiter.set_exception(ConnectionError('Connection is closed by peer'))  #: 1185 self._empty_waiter.set_exception(⏎    ConnectionError("Connection is closed by peer"))

    def can_write_eof(self):
        return True

    def write_eof(self):
        if self._closing or self._eof:
            return
        self._eof = True
        if not self._buffer:
            self._sock.shutdown_write()  #: 1164 self._sock.shutdown(socket.SHUT_WR)


class _SelectorDatagramTransport(_SelectorTransport, asyncio.DatagramTransport):
    """A place that sends and gets datagrams."""

    def __init__(self, loop, sock, protocol, address=None, waiter=None, extra=None):
        super().__init__(loop, sock, protocol, extra)
        self._address = address
        self._begin(waiter)  #: 1214 self._loop.call_soon(«self._protocol.connection_made», self)

    def _read_ready(self):
        if self._lost:
            return
        try:
            data, address = self._sock.recvfrom(self.max_size)  #: 1230 data, addr = «self._sock.recvfrom(self.max_size)»
        except BlockingIOError:
            return
        except OSError as exc:
            self._protocol.error_received(exc)
        else:
            self._protocol.datagram_received(data, address)  #: 1240 self._protocol.datagram_received(data, addr)

    def sendto(self, data, addr=None):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f'data argument must be a bytes-like object, '  #: 1244
                            f'not {type(data).__name__!r}')  #: 1245
        if self._address:
            if addr not in (None, self._address):
                raise ValueError(  #: 1249
                    f'Invalid address: must be None or {self._address}')  #: 1250
            addr = self._address
        if self._lost and self._address:
            self._lost += 1
            return
        try:
            if self._extra.get('peername'):
                self._sock.send(data)
            else:
                self._sock.sendto(data, addr)  #: 1265
        except OSError as exc:
            self._protocol.error_received(exc)
        except Exception as exc:
            self._fatal_error(exc, 'Fatal write error on datagram transport')  #: 1275 self._fatal_error(⏎    exc, 'Fatal write error on datagram transport')


for _class in (_SelectorSocketTransport, _SelectorDatagramTransport):
    _class.__module__ = 'asyncio.selector_events'
