"""The simulated network: sockets on the loopback addresses, and asyncio's transports and servers over them."""
import asyncio
import _selector
from _thread import _Followed
from collections import deque

# What a connection holds on its way before the writer has to wait.
_CAPACITY = 4 << 20
_FIRST_OWN_PORT = 50000
AF_INET, SOCK_STREAM, SOCK_DGRAM = 2, 1, 2
_PROTOCOLS = {SOCK_STREAM: 6, SOCK_DGRAM: 17}

# Files of a loop's own come first.
_FIRST_FD = 6

_bound = {}
_open = set()
_next_port = _FIRST_OWN_PORT


class gaierror(OSError):
    """An address could not be found."""


gaierror.__module__ = 'socket'


def _own_port():
    global _next_port
    _next_port += 1
    return _next_port - 1


def _is_ours(host):
    return host in ('0.0.0.0', 'localhost') or host.startswith('127.')


def _refuse(host):
    import _frames
    _frames.not_supported(f'a connection to {host}', 'servers and clients of the program itself can talk on 127.0.0.1')


class _Socket(_Followed):
    """One end: a listener, one side of a connection, or a place for datagrams."""

    def __init__(self, type, label='socket'):
        fd = _FIRST_FD
        while fd in _open:
            fd += 1
        _open.add(fd)
        self.type, self.family, self.proto = type, AF_INET, _PROTOCOLS[type]
        self._source = _selector.Source(fd)
        self._fd = fd
        self.local = self.remote = None
        self.peer = None
        self.incoming = deque()
        self.buffer = bytearray()
        self.listening = self.eof = self.closed = self.reset = self.broken = False
        self.failure = None
        self._of_trace = self._created('socket', 0, label)

    # What the selector is told.

    def _refresh(self):
        readable = bool(self.buffer or self.incoming or self.eof or self.reset or self.failure)
        writable = bool(self.failure or self.reset or self.broken or self.type == SOCK_DGRAM or
                        self.peer is not None and len(self.peer.buffer) < _CAPACITY)
        self._source.update(readable, writable)

    def fileno(self):
        return -1 if self.closed else self._fd

    def getsockname(self):
        return self.local or ('0.0.0.0', 0)

    def getpeername(self):
        if self.remote is None:
            raise OSError(107, 'Transport endpoint is not connected')
        return self.remote

    def bind(self, address):
        host, port = address[:2]
        if not _is_ours(host):
            raise OSError(99, 'Cannot assign requested address')
        if port == 0:
            port = _own_port()
        if (self.type, port) in _bound:
            raise OSError(98, 'Address already in use')
        self.local = ('127.0.0.1' if host == 'localhost' else host, port)
        _bound[self.type, port] = self

    def listen(self, backlog=100):
        self.listening = True
        self._used('state', 0, 0, f'listens at port {self.local[1]}')

    def accept(self):
        if not self.incoming:
            raise BlockingIOError(11, 'Resource temporarily unavailable')
        connection = self.incoming.popleft()
        self._refresh()
        return connection, connection.remote

    def connect(self, address):
        """Connects at once, or fails when it is asked how that went."""
        host, port = address[:2]
        if not _is_ours(host):
            _refuse(host)
        if self.local is None:
            self.local = ('127.0.0.1', _own_port())
            _bound.setdefault((self.type, self.local[1]), self)
        if self.type == SOCK_DGRAM:
            self.remote = (host, port)
            self._refresh()
            return
        listener = _bound.get((SOCK_STREAM, port))
        if listener is None or not listener.listening:
            self.failure = 111
        else:
            self.remote = ('127.0.0.1' if host in ('localhost', '0.0.0.0') else host, port)
            other = _Socket(SOCK_STREAM, 'connection')
            other.local, other.remote, other.peer = self.remote, self.local, self
            self.peer = other
            self._used('state', 0, 0, f'{self.local[1]} → {port}')
            other._used('state', 0, 0, f'{port} → {self.local[1]}')
            listener.incoming.append(other)
            other._refresh()
            listener._refresh()
        self._refresh()

    def send(self, data):
        if self.type == SOCK_DGRAM:
            return self.sendto(data, self.remote)
        if self.broken:
            raise BrokenPipeError(32, 'Broken pipe')
        if self.peer is None:
            raise OSError(107, 'Transport endpoint is not connected')
        if self.reset:
            self.reset, self.broken = False, True
            raise ConnectionResetError(104, 'Connection reset by peer')
        if self.peer.closed:
            # Nobody is there any more: the answer to this is a reset.
            self.broken = self.reset = True
            self._refresh()
            return len(data)
        room = _CAPACITY - len(self.peer.buffer)
        if room <= 0:
            raise BlockingIOError(11, 'Resource temporarily unavailable')
        data = bytes(data[:room])
        self.peer.buffer += data
        self.peer._refresh()
        self._refresh()
        return len(data)

    def recv(self, count):
        if self.buffer:
            data = bytes(self.buffer[:count])
            del self.buffer[:count]
            self._refresh()
            if self.peer is not None and not self.peer.closed:
                self.peer._refresh()
            return data
        if self.reset:
            self.reset, self.broken, self.eof = False, True, True
            self._refresh()
            raise ConnectionResetError(104, 'Connection reset by peer')
        if self.eof:
            return b''
        raise BlockingIOError(11, 'Resource temporarily unavailable')

    def sendto(self, data, address):
        if not _is_ours(address[0]):
            _refuse(address[0])
        if self.local is None:
            self.local = ('0.0.0.0', _own_port())
            _bound[self.type, self.local[1]] = self
        other = _bound.get((SOCK_DGRAM, address[1]))
        if other is None:
            if self.remote is not None:
                self.failure = 111
                self._refresh()
        elif other.remote is None or other.remote[1] == self.local[1]:
            other.incoming.append((bytes(data), ('127.0.0.1', self.local[1])))
            other._refresh()
        return len(data)

    def recvfrom(self, count):
        if self.failure:
            self.failure = None
            self._refresh()
            raise ConnectionRefusedError(111, 'Connection refused')
        if not self.incoming:
            raise BlockingIOError(11, 'Resource temporarily unavailable')
        data, address = self.incoming.popleft()
        self._refresh()
        return data[:count], address

    def shutdown_write(self):
        if self.peer is not None and not self.peer.closed:
            self.peer.eof = True
            self.peer._refresh()

    def close(self):
        if self.closed:
            return
        self.closed = True
        self._used('state', 0, 0, 'closed')
        _open.discard(self._fd)
        if self.local is not None and _bound.get((self.type, self.local[1])) is self:
            del _bound[self.type, self.local[1]]
        for waiting in self.incoming if self.listening else ():
            waiting.close()
        if self.peer is not None and not self.peer.closed:
            # What has not been read is lost, and the other side is told so.
            if self.buffer:
                self.peer.reset = True
            self.peer.eof = True
            self.peer._refresh()


class TransportSocket:
    """What programs see of a socket."""

    def __init__(self, sock):
        self._sock = sock
        self._source = sock._source

    family = property(lambda self: self._sock.family)
    type = property(lambda self: self._sock.type)
    proto = property(lambda self: self._sock.proto)

    def __repr__(self):
        own = self._sock
        text = f'<asyncio.TransportSocket fd={own.fileno()}, family={own.family}, type={own.type}, proto={own.proto}'
        if not own.closed:
            text += f', laddr={own.getsockname()}'
            if own.remote is not None:
                text += f', raddr={own.remote}'
        return text + '>'

    def fileno(self):
        return self._sock.fileno()

    def getsockname(self):
        return self._sock.getsockname()

    def getpeername(self):
        return self._sock.getpeername()

    def setsockopt(self, *args):
        pass

    def getsockopt(self, *args):
        return 0

    def gettimeout(self):
        return 0.0

    def settimeout(self, value):
        if value != 0:
            raise ValueError('settimeout(): only 0 timeout is allowed on transport sockets')

    def setblocking(self, flag):
        if flag:
            raise ValueError('setblocking(): transport sockets cannot be blocking')


TransportSocket.__module__ = 'asyncio.trsock'


# Addresses.

def _number_of(host):
    """An address in figures, or None."""
    parts = host.split('.')
    return host if len(parts) == 4 and all(part.isdigit() and int(part) < 256 for part in parts) else None


def _lookup(host, port, family=0, type=0, proto=0, flags=0):
    if host is None:
        host = '0.0.0.0' if flags else '127.0.0.1'
    number = _number_of(host) or ('127.0.0.1' if host == 'localhost' else None)
    if number is None:
        raise gaierror(-2, 'Name or service not known')
    kinds = [type] if type else [SOCK_STREAM, SOCK_DGRAM]
    return [(AF_INET, kind, _PROTOCOLS[kind], '', (number, int(port or 0))) for kind in kinds]


async def getaddrinfo(loop, host, port, *, family=0, type=0, proto=0, flags=0):
    return await loop.run_in_executor(None, _lookup, host, port, family, type, proto, flags)


async def getnameinfo(loop, sockaddr, flags=0):
    return ('localhost' if _is_ours(sockaddr[0]) else sockaddr[0], str(sockaddr[1]))


async def _resolve(loop, address, type, flags=0):
    host, port = address[:2]
    if host and _number_of(host):
        return _lookup(host, port, type=type)
    return await loop.getaddrinfo(host, port, type=type, flags=flags)


# Transports.

def _settle(future):
    if not future.cancelled():
        future.set_result(None)


class _Transport(asyncio.Transport):
    """What the transports of connections and datagrams share."""
    max_size = 256 * 1024

    def __init__(self, loop, sock, protocol, extra=None, server=None):
        self._loop, self._sock, self._fd = loop, sock, sock.fileno()
        self._source = sock._source
        self._extra = {'socket': TransportSocket(sock), 'sockname': sock.getsockname(), 'peername': sock.remote}
        self._extra.update(extra or {})
        self._server = server
        self._buffer = deque()
        self._lost = 0
        self._closing = self._reading_paused = self._writing_paused = self._at_end = False
        self._high, self._low = 64 * 1024, 16 * 1024
        self._connected = True
        self.set_protocol(protocol)
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
            info.append('read=' + ('idle' if self._reading_paused or self._closing or self._at_end else 'polling'))
            size = self.get_write_buffer_size()
            info.append(f"write=<{'polling' if size else 'idle'}, bufsize={size}>")
        return f"<{' '.join(info)}>"

    def _begin(self, waiter):
        """The protocol is told first, then reading begins, then who waits for the connection goes on."""
        self._loop.call_soon(self._protocol.connection_made, self)
        self._loop.call_soon(self._start_reading)
        if waiter is not None:
            self._loop.call_soon(_settle, waiter)

    def _start_reading(self):
        if self.is_reading():
            self._loop.add_reader(self._source, self._read_ready)

    def get_extra_info(self, name, default=None):
        return self._extra.get(name, default)

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
            self._loop.remove_reader(self._source)

    def resume_reading(self):
        if self._reading_paused and not self._closing:
            self._reading_paused = False
            self._start_reading()

    def get_write_buffer_size(self):
        return sum(map(len, self._buffer))

    def get_write_buffer_limits(self):
        return (self._low, self._high)

    def set_write_buffer_limits(self, high=None, low=None):
        if high is None:
            high = 64 * 1024 if low is None else 4 * low
        if low is None:
            low = high // 4
        if not high >= low >= 0:
            raise ValueError(f'high ({high!r}) must be >= low ({low!r}) must be >= 0')
        self._high, self._low = high, low
        self._pause_protocol()

    def _pause_protocol(self):
        if self.get_write_buffer_size() > self._high and not self._writing_paused:
            self._writing_paused = True
            self._tell('pause_writing')

    def _resume_protocol(self):
        if self._writing_paused and self.get_write_buffer_size() <= self._low:
            self._writing_paused = False
            self._tell('resume_writing')

    def _tell(self, method):
        try:
            getattr(self._protocol, method)()
        except Exception as exc:
            self._loop.call_exception_handler({'message': f'protocol.{method}() failed', 'exception': exc,
                                               'transport': self, 'protocol': self._protocol})

    def close(self):
        if self._closing:
            return
        self._closing = True
        self._loop.remove_reader(self._source)
        if not self._buffer:
            self._lost += 1
            self._loop.remove_writer(self._source)
            self._loop.call_soon(self._call_connection_lost, None)

    def abort(self):
        self._force_close(None)

    def _force_close(self, exc):
        if self._lost:
            return
        if self._buffer:
            self._buffer.clear()
            self._loop.remove_writer(self._source)
        if not self._closing:
            self._closing = True
            self._loop.remove_reader(self._source)
        self._lost += 1
        self._loop.call_soon(self._call_connection_lost, exc)

    def _fatal_error(self, exc, message):
        if not isinstance(exc, OSError):
            self._loop.call_exception_handler({'message': message, 'exception': exc, 'transport': self,
                                               'protocol': self._protocol})
        self._force_close(exc)

    def _call_connection_lost(self, exc):
        try:
            if self._connected:
                self._protocol.connection_lost(exc)
        finally:
            self._sock.close()
            self._sock = self._protocol = self._loop = None
            server, self._server = self._server, None
            if server is not None:
                server._detach(self)


class _SelectorSocketTransport(_Transport):
    """A connection."""

    def __init__(self, loop, sock, protocol, waiter=None, extra=None, server=None):
        super().__init__(loop, sock, protocol, extra, server)
        self._eof = False
        self._begin(waiter)

    def _read_ready(self):
        if self._lost:
            return
        try:
            data = self._sock.recv(self.max_size)
        except BlockingIOError:
            return
        except OSError as exc:
            self._fatal_error(exc, 'Fatal read error on socket transport')
            return
        if not data:
            try:
                keep_open = self._protocol.eof_received()
            except Exception as exc:
                self._fatal_error(exc, 'Fatal error: protocol.eof_received() call failed.')
                return
            if keep_open:
                self._at_end = True
                self._loop.remove_reader(self._source)
            else:
                self.close()
            return
        try:
            if isinstance(self._protocol, asyncio.BufferedProtocol):
                while data:
                    part = self._protocol.get_buffer(len(data))
                    count = min(len(part), len(data))
                    part[:count] = data[:count]
                    data = data[count:]
                    self._protocol.buffer_updated(count)
            else:
                self._protocol.data_received(data)
        except Exception as exc:
            self._fatal_error(exc, 'Fatal error: protocol.data_received() call failed.')

    def write(self, data):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f'data argument must be a bytes-like object, not {type(data).__name__!r}')
        if self._eof:
            raise RuntimeError('Cannot call write() after write_eof()')
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
                data = data[self._sock.send(data):]
                if not data:
                    return
            except BlockingIOError:
                pass
            except OSError as exc:
                self._fatal_error(exc, 'Fatal write error on socket transport')
                return
            self._loop.add_writer(self._source, self._write_ready)
        self._buffer.append(data)
        self._pause_protocol()

    def writelines(self, list_of_data):
        self.write(b''.join(list_of_data))

    def _write_ready(self):
        if self._lost:
            return
        data = b''.join(self._buffer)
        try:
            sent = self._sock.send(data)
        except BlockingIOError:
            return
        except OSError as exc:
            self._loop.remove_writer(self._source)
            self._buffer.clear()
            self._fatal_error(exc, 'Fatal write error on socket transport')
            return
        self._buffer.clear()
        if sent < len(data):
            self._buffer.append(data[sent:])
        self._resume_protocol()
        if not self._buffer:
            self._loop.remove_writer(self._source)
            if self._closing:
                self._call_connection_lost(None)
            elif self._eof:
                self._sock.shutdown_write()

    def can_write_eof(self):
        return True

    def write_eof(self):
        if self._closing or self._eof:
            return
        self._eof = True
        if not self._buffer:
            self._sock.shutdown_write()


class _SelectorDatagramTransport(_Transport, asyncio.DatagramTransport):
    """A place that sends and gets datagrams."""

    def __init__(self, loop, sock, protocol, address=None, waiter=None, extra=None):
        super().__init__(loop, sock, protocol, extra)
        self._address = address
        self._begin(waiter)

    def _read_ready(self):
        if self._lost:
            return
        try:
            data, address = self._sock.recvfrom(self.max_size)
        except BlockingIOError:
            return
        except OSError as exc:
            self._protocol.error_received(exc)
        else:
            self._protocol.datagram_received(data, address)

    def sendto(self, data, addr=None):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f'data argument must be a bytes-like object, not {type(data).__name__!r}')
        if self._address:
            if addr not in (None, self._address):
                raise ValueError(f'Invalid address: must be None or {self._address}')
            addr = self._address
        if self._lost and self._address:
            self._lost += 1
            return
        try:
            self._sock.sendto(data, addr)
        except OSError as exc:
            self._protocol.error_received(exc)


for _class in (_SelectorSocketTransport, _SelectorDatagramTransport):
    _class.__module__ = 'asyncio.selector_events'


# Servers and clients.

class Server(asyncio.AbstractServer):
    """Sockets that listen, and the connections that came from them."""

    def __init__(self, loop, sockets, protocol_factory, backlog):
        self._loop, self._sockets = loop, sockets
        self._clients = {}
        self._waiters = []
        self._protocol_factory, self._backlog = protocol_factory, backlog
        self._serving = False
        self._forever = None

    def __repr__(self):
        return f'<{type(self).__name__} sockets={self.sockets!r}>'

    def _detach(self, transport):
        self._clients.pop(transport, None)
        if not self._clients and self._sockets is None:
            self._wake_up()

    def _wake_up(self):
        waiters, self._waiters = self._waiters, None
        for waiter in waiters or ():
            if not waiter.done():
                waiter.set_result(None)

    def _start_serving(self):
        if not self._serving:
            self._serving = True
            for sock in self._sockets:
                sock.listen(self._backlog)
                self._loop.add_reader(sock._source, self._accept_connection, sock)

    def _accept_connection(self, sock):
        for _ in range(self._backlog):
            try:
                connection, address = sock.accept()
            except BlockingIOError:
                return
            self._loop.create_task(self._accept_connection2(connection, {'peername': address}))

    async def _accept_connection2(self, connection, extra):
        try:
            protocol = self._protocol_factory()
            waiter = self._loop.create_future()
            transport = _SelectorSocketTransport(self._loop, connection, protocol, waiter, extra, self)
            try:
                await waiter
            except BaseException:
                transport.close()
                raise
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            if self._loop.get_debug():
                message = 'Error on transport creation for incoming connection'
                self._loop.call_exception_handler({'message': message, 'exception': exc})

    def get_loop(self):
        return self._loop

    def is_serving(self):
        return self._serving

    @property
    def sockets(self):
        return tuple(map(TransportSocket, self._sockets or ()))

    def close(self):
        sockets, self._sockets = self._sockets, None
        if sockets is None:
            return
        for sock in sockets:
            self._loop.remove_reader(sock._source)
            sock.close()
        self._serving = False
        if self._forever is not None and not self._forever.done():
            self._forever.cancel()
            self._forever = None
        if not self._clients:
            self._wake_up()

    def close_clients(self):
        for transport in list(self._clients):
            transport.close()

    def abort_clients(self):
        for transport in list(self._clients):
            transport.abort()

    async def start_serving(self):
        self._start_serving()
        await asyncio.sleep(0)

    async def serve_forever(self):
        if self._forever is not None:
            raise RuntimeError(f'server {self!r} is already being awaited on serve_forever()')
        if self._sockets is None:
            raise RuntimeError(f'server {self!r} is closed')
        self._start_serving()
        self._forever = _selector.future(self._loop, 'accept', 0)
        try:
            await self._forever
        except asyncio.CancelledError:
            try:
                self.close()
                await self.wait_closed()
            finally:
                raise
        finally:
            self._forever = None

    async def wait_closed(self):
        if self._waiters is None:
            return
        waiter = self._loop.create_future()
        self._waiters.append(waiter)
        await waiter

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        self.close()
        await self.wait_closed()


Server.__module__ = 'asyncio.base_events'


def _no_encryption(ssl):
    if ssl:
        import _frames
        _frames.not_supported('ssl', 'the same connection without encryption')


async def create_server(loop, protocol_factory, host=None, port=None, *, family=0, flags=1, sock=None, backlog=100,
                        ssl=None, reuse_address=None, reuse_port=None, keep_alive=None, ssl_handshake_timeout=None,
                        ssl_shutdown_timeout=None, start_serving=True):
    _no_encryption(ssl)
    if host is None and port is None:
        raise ValueError('Neither host/port nor sock were specified')
    hosts = [host or None] if host is None or isinstance(host, str) else list(host)
    found = await asyncio.gather(*[_resolve(loop, (host, port), SOCK_STREAM, flags) for host in hosts])
    sockets = []
    try:
        for address in dict.fromkeys(info[4] for infos in found for info in infos):
            sock = _Socket(SOCK_STREAM, 'server')
            sockets.append(sock)
            try:
                sock.bind(address)
            except OSError as exc:
                text = f'error while attempting to bind on address {address!r}: {str(exc).lower()}'
                raise OSError(exc.errno, text) from None
    except BaseException:
        for sock in sockets:
            sock.close()
        raise
    server = Server(loop, sockets, protocol_factory, backlog)
    if start_serving:
        server._start_serving()
        await asyncio.sleep(0)
    return server


def _connected(future, sock, address):
    if future.done():
        return
    if sock.failure:
        future.set_exception(ConnectionRefusedError(sock.failure, f'Connect call failed {address}'))
    else:
        future.set_result(None)


async def _connect(loop, sock, address):
    future = _selector.future(loop, 'connect', sock._of_trace)
    sock.connect(address)
    loop.add_writer(sock._source, _connected, future, sock, address)
    future.add_done_callback(lambda _: loop.remove_writer(sock._source))
    await future


async def create_connection(loop, protocol_factory, host=None, port=None, *, ssl=None, family=0, proto=0, flags=0,
                            sock=None, local_addr=None, server_hostname=None, ssl_handshake_timeout=None,
                            ssl_shutdown_timeout=None, happy_eyeballs_delay=None, interleave=None, all_errors=False):
    _no_encryption(ssl)
    if host is None and port is None:
        raise ValueError('host and port was not specified and no sock specified')
    failures = []
    for _, _, _, _, address in await _resolve(loop, (host, port), SOCK_STREAM, flags):
        sock = _Socket(SOCK_STREAM, 'connection')
        try:
            if local_addr is not None:
                sock.bind(local_addr)
            await _connect(loop, sock, address)
            break
        except OSError as exc:
            sock.close()
            failures.append(exc)
        except BaseException:
            sock.close()
            raise
    else:
        if all_errors:
            raise ExceptionGroup('create_connection failed', failures)
        raise failures[0]
    protocol = protocol_factory()
    waiter = loop.create_future()
    transport = _SelectorSocketTransport(loop, sock, protocol, waiter)
    try:
        await waiter
    except BaseException:
        transport.close()
        raise
    return transport, protocol


async def create_datagram_endpoint(loop, protocol_factory, local_addr=None, remote_addr=None, *, family=0, proto=0,
                                   flags=0, reuse_port=None, allow_broadcast=None, sock=None):
    if local_addr is None and remote_addr is None and not family:
        raise ValueError('unexpected address family')
    addresses = []
    for address in (local_addr, remote_addr):
        if address is None:
            addresses.append(None)
            continue
        if not (isinstance(address, tuple) and len(address) == 2):
            raise TypeError('2-tuple is expected')
        addresses.append((await _resolve(loop, address, SOCK_DGRAM, flags))[0][4])
    local, remote = addresses
    sock = _Socket(SOCK_DGRAM, 'datagrams')
    try:
        if local is not None:
            sock.bind(local)
        if remote is not None:
            sock.connect(remote)
    except BaseException:
        sock.close()
        raise
    sock._refresh()
    protocol = protocol_factory()
    waiter = loop.create_future()
    transport = _SelectorDatagramTransport(loop, sock, protocol, remote, waiter)
    try:
        await waiter
    except BaseException:
        transport.close()
        raise
    return transport, protocol
