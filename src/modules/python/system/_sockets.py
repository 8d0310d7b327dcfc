"""The simulated network below `socket` and asyncio: the ends of connections, places for datagrams, pipes."""
import _descriptors
import _packets
import _selector
import _wires
from _host_names import (AF_INET, AF_INET6, AF_UNIX, OWN_ADDRESS, PROTOCOLS, SOCK_DGRAM, SOCK_SEQPACKET, SOCK_STREAM, address_of, check_port,
                         is_ours, named)
from _packets import coming, seen_by as _seen_by
from _thread import _Followed
from collections import deque

# What a connection holds on its way before the writer has to wait.
_CAPACITY = 4 << 20
_PIPE_CAPACITY = 1 << 16
READ, WRITE = 1, 2
_REUSE_PORT, _ONLY_IPV6, _LINGER = (1, 15), (41, 26), (1, 13)
_OPTIONS = {(1, 7): 16384, (1, 8): 131072, (0, 2): 64, (0, 33): 1, (0, 34): 1, (6, 2): 536, (6, 4): 7200, (6, 5): 75, (6, 6): 9,
            (6, 12): 1, (41, 16): 64}
# What is kept for others than connections of the internet, at each end.
_BUFFER = 212992

# Seconds after which a host that does not answer is given up.
_GIVEN_UP = 135

_own_port = _wires.own_port


def _named(path):
    """A name that is no file's is shown as bytes."""
    return path.encode(errors='surrogateescape') if path[:1] == '\0' else path


def _known(end, level, option, fault):  #: -
    """Refuses an option of no kind that such a socket has."""
    if level == 1:
        fits = option <= 100
    else:
        fits = end.family != AF_UNIX and (level == 0 or level == PROTOCOLS.get(end.type) or level == 41 and end.family == AF_INET6)
    if not fits:
        known = level == 1 or fault == 92 and end.family != AF_UNIX
        raise OSError(92 if known else 95, 'Protocol not available' if known else 'Operation not supported')


class End(_wires.Far, _packets.Packets, _Followed):
    """One end: a listener, one side of a connection, or a place for datagrams."""
    file_mode = 0o140777
    capacity = _CAPACITY
    _given = None

    def __init__(self, type, label='socket', family=AF_INET, proto=None, numbered=True):
        self.type, self.family, self.proto = type, family, PROTOCOLS.get(type, 0) if proto is None else proto
        self._fd = _descriptors.new(self) if numbered else -1
        self._source = _selector.Source(self._fd)
        self._process = _wires.here()
        self.local = self.remote = None
        self.peer = None
        self.incoming = deque()
        self.buffer = bytearray()
        self.listening = self.eof = self.closed = self.reset = self.broken = self.write_ended = self.connecting = False
        self.refused = self.unconfirmed = False
        # MSG_TRUNC, where a datagram was longer than what was asked for.
        self.cut = 0
        self.failure = None
        self.options = {}
        self._of_trace = self._created('socket', 0, label)
        if type == SOCK_DGRAM:
            self._refresh()

    # What the selector is told.

    def _refresh(self, fed=False):
        """Tells the selector; `fed`: something has come."""
        wire = self._wire
        readable = bool(self.buffer or self.incoming or self.eof or self.reset or self.failure or
                        wire is not None and wire[0].is_ready())
        writable = bool(self.failure or self.reset or self.broken or self.type == SOCK_DGRAM and self.has_room() or self.write_ended or
                        self.type != SOCK_DGRAM and self.peer is not None and self.has_room() or
                        wire is not None and wire[1].is_ready())
        if not self.closed:
            self._source.update(readable, writable, fed)
        for heir in self._heirs:
            heir.update(readable, writable)

    def wait(self, directions, timeout, why):
        """Blocks the thread until the end is ready in one of the directions; whether it is."""
        return _selector.wait(timeout, why, self._of_trace, self._source, directions)

    def fileno(self):
        return -1 if self.closed else self._fd

    def _check(self):
        if self.closed:
            raise OSError(9, 'Bad file descriptor')
        if self._process != _wires.here():
            self.inherit()

    # Options.

    def setsockopt(self, level, option, value):
        _known(self, level, option, 92)
        if (level, option) == (0, 33) and self.type == SOCK_STREAM:
            # Nobody sends a connection's bytes to a group.
            raise OSError(22, 'Invalid argument')
        if level == 1 and option in (7, 8) and isinstance(value, int):
            value = max(2 * value, 4608 if option == 7 else 2304)
        self.options[level, option] = value

    def getsockopt(self, level, option, size=0):
        if level == 1 and option == 4:
            value = self.take_failure() or 0
        elif level == 1 and option in (3, 30, 38, 39):
            value = {3: self.type, 30: int(self.listening), 38: self.proto or self.family != AF_UNIX and PROTOCOLS.get(self.type, 0), 39: self.family}[option]
        elif level == 1 and option in (7, 8) and (self.family == AF_UNIX or self.type != SOCK_STREAM):
            value = self.options.get((level, option), _BUFFER)
        else:
            _known(self, level, option, 95)
            value = self.options.get((level, option), _OPTIONS.get((level, option), 0))
        if size:
            value = value if isinstance(value, bytes) else int(value).to_bytes(8 if (level, option) == _LINGER else 4, 'little')
            return value[:size]
        return int.from_bytes(value[:4], 'little') if isinstance(value, bytes) else int(value)

    # Addresses.

    def _nowhere(self):
        return '' if self.family == AF_UNIX else ('::', 0, 0, 0) if self.family == AF_INET6 else ('0.0.0.0', 0)

    def getsockname(self):
        self._check()
        return self._nowhere() if self.local is None else self.local

    def getpeername(self):
        self._check()
        if self.remote is None and not (self.family == AF_UNIX and self.peer is not None):
            raise OSError(107, 'Transport endpoint is not connected')
        return self.remote or self._nowhere()

    def _loopback(self):
        return '::1' if self.family == AF_INET6 else '127.0.0.1'

    def _address(self, host, port):
        return (host, port, 0, 0) if self.family == AF_INET6 else (host, port)

    def _key(self, address):
        address = address.decode(errors='surrogateescape') if isinstance(address, bytes) else address
        return (self.family, self.type, address if self.family == AF_UNIX else address[1])

    def _bound_at(self, host, port):
        """Who has a port at an address; one for IPv6 everywhere has that for IPv4 as well, unless told otherwise."""
        family = AF_INET if host.startswith('::ffff:') else self.family
        found = _wires.find((family, self.type, port))
        if found is None and family == AF_INET:
            found = _wires.find((AF_INET6, self.type, port))
            if found is not None and (found.local[0] != '::' or found.options.get(_ONLY_IPV6)):
                return None
        if found is not None and found.local[0] not in ('0.0.0.0', '::') and host.startswith('127.') and host != found.local[0]:
            return None
        return found

    def bind(self, address):
        self._check()
        if self.local is not None:
            raise OSError(22, 'Invalid argument')
        if self.family == AF_UNIX:
            self._bind_path(address)
            return
        check_port(address, 'bind')
        host, port = address[:2]
        if not is_ours(host):
            address_of(host)
            raise OSError(99, 'Cannot assign requested address')
        if port == 0:
            port = _own_port()
        other = _wires.find(self._key((host, port)))
        if other is not None and not (self.options.get(_REUSE_PORT) and other.options.get(_REUSE_PORT)):
            raise OSError(98, 'Address already in use')
        everywhere = '::' if self.family == AF_INET6 else '0.0.0.0'
        self.local = self._address('127.0.0.1' if host == 'localhost' else host or everywhere, port)
        _wires.bind(self._key(self.local), self)

    def _bind_path(self, path):
        import _files
        path = path.decode(errors='surrogateescape') if isinstance(path, bytes) else path
        if not path:
            # A name of the system's choice.
            at = 1
            while _wires.find(self._key(f'\0{at:05x}')) is not None:
                at += 1
            path = f'\0{at:05x}'
        if path[:1] != '\0':
            if _files.find(path) is not None:
                raise OSError(98, 'Address already in use')
            try:
                _files.open_node(path, 'x', path).mode = 0o140755
            except OSError as e:
                raise OSError(e.errno, e.strerror) from None
        elif _wires.find(self._key(path)) is not None:
            raise OSError(98, 'Address already in use')
        self.local = _named(path)
        _wires.bind(self._key(path), self)

    def _take_port(self):
        """An end that has no address gets one when it needs it."""
        if self.local is None and self.family != AF_UNIX:
            self.local = self._address(self._nowhere()[0], _own_port())
            _wires.bind(self._key(self.local), self)

    # Connections.

    def listen(self, backlog=100):
        self._check()
        if not isinstance(backlog, int):
            raise TypeError(f"'{type(backlog).__name__}' object cannot be interpreted as an integer")
        self._ensure_stream()
        if self.peer is not None or self._wire is not None:
            raise OSError(22, 'Invalid argument')
        self._take_port()
        self.listening = True
        where = f'port {self.local[1]}' if isinstance(self.local, tuple) else self.local
        self._used('state', 0, 0, f'listens at {where}')

    def _ensure_stream(self):
        if self.type == SOCK_DGRAM:
            raise OSError(95, 'Operation not supported')

    def accept(self):
        self._check()
        self._ensure_stream()
        if not self.listening:
            raise OSError(22, 'Invalid argument')
        if not self.incoming:
            raise BlockingIOError(11, 'Resource temporarily unavailable')
        connection = self.incoming.popleft()
        connection = self._arrived(connection)
        connection._fd = _descriptors.new(connection)
        connection._source.renumber(connection._fd)
        End._refresh(self._original or self)
        return connection, '' if connection.remote is None else connection.remote

    def connect(self, address):
        """Connects at once, or fails when it is asked how that went."""
        self._check()
        if self.listening or self.type != SOCK_DGRAM and self.peer is not None:
            raise OSError(106, 'Transport endpoint is already connected')
        if self.family == AF_UNIX:
            self._connect_path(address)
            return
        check_port(address, 'connect')
        self.eof = self.broken = self.refused = False
        host, port = address[:2]
        outside = not is_ours(host)
        if outside and (self.local is None or self.local[0] in ('0.0.0.0', '::')):
            port_here = self.local[1] if self.local else _own_port()
            self.local = self._address(OWN_ADDRESS, port_here)
            _wires.bind(self._key(self.local), self)
        elif self.local is None:
            self.local = self._address('::ffff:127.0.0.1' if host.startswith('::ffff:') else self._loopback(), _own_port())
            _wires.bind(self._key(self.local), self)
        if self.type == SOCK_DGRAM:
            self.remote = self._address(host, port)
            self._refresh()
            return
        if outside:
            self._connect_outside(host, port)
            return
        listener = self._bound_at(host, port)
        if listener is None or not listener.listening:
            self.failure = 111
        else:
            self.remote = self._address(self._loopback() if host in ('', 'localhost', '0.0.0.0', '::') else host, port)
            self._join(listener)
        self._refresh()

    def _connect_path(self, path):
        import _files
        path = path.decode(errors='surrogateescape') if isinstance(path, bytes) else path
        listener = _wires.find(self._key(path))
        if path[:1] != '\0' and _files.find(path) is None:
            raise FileNotFoundError(2, 'No such file or directory')
        if listener is None or self.type != SOCK_DGRAM and not listener.listening:
            if listener is None and self.type != SOCK_DGRAM and any(
                    _wires.find((self.family, kind, path)) for kind in (SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET)):
                raise OSError(91, 'Protocol wrong type for socket')
            raise ConnectionRefusedError(111, 'Connection refused')
        self.remote = _named(path)
        if self.type == SOCK_DGRAM:
            self.toward = listener
        else:
            self._join(listener)
        self._refresh()

    def _tell_where(self):
        if self.family != AF_UNIX:
            self._used('state', 0, 0, f'{self.local[1]} → {self.remote[1]}')

    def _join(self, listener):
        """A connection with one that listens, which may accept it later."""
        if listener._process != _wires.here() or listener._heirs or listener._awaited:
            if self.type == SOCK_SEQPACKET:
                _packets.refuse_others()
            self._tell_where()
            _wires.join(self, listener)
            return
        other = End(self.type, 'connection', listener.family, listener.proto, False)
        if self.family != AF_UNIX:
            other.local, other.remote = _seen_by(other, self.remote), _seen_by(other, self.local)
        else:
            other.local, other.remote = self.remote, self.local
        self.peer, other.peer = other, self
        for end in (self, other):
            end._tell_where()
        listener.incoming.append(other)
        other._refresh()
        listener._refresh(True)

    def _connect_outside(self, host, port):
        import _hosts
        self.remote = self._address(host, port)
        name = named.get(host, host)
        self._used('state', 0, 0, f'{name}:{port}')
        how = _hosts.how(host, name, port)
        if how == 'answers':
            # The host's end is on another machine: it has no number here.
            other = End(SOCK_STREAM, f'{name}:{port}', self.family, None, False)
            other.local, other.remote, other.peer = self.remote, self.local, self
            self.peer = other
            other._refresh()
            _hosts.serve(other, name, port)
            self._refresh()
            return
        self.remote, self.connecting = None, True

        def fail():
            if not self.closed:
                self.failure, self.connecting = (111, False) if how == 'refuses' else (110, False)
                self._refresh()
        _hosts.later(_hosts.LATENCY if how == 'refuses' else _GIVEN_UP, fail, name)

    # Bytes.

    def send(self, data, things=()):
        """Sends what there is room for; `things`: what is open and goes with it."""
        self._check()
        if self.type == SOCK_DGRAM:
            if self.failure:
                # What the datagram before has met with.
                self.failed()
            if self.peer is not None:
                return self.put(self.peer, data, things)
            if self.remote is None:
                raise OSError(107 if self.family == AF_UNIX else 89, 'Transport endpoint is not connected'
                              if self.family == AF_UNIX else 'Destination address required')
            return self.sendto(data, self.remote, things)
        if self.type == SOCK_SEQPACKET and self.peer is None:
            raise OSError(107, 'Transport endpoint is not connected')
        if self.broken or self.write_ended or self.peer is None and self._wire is None:
            raise BrokenPipeError(32, 'Broken pipe')
        if self.reset:
            self.reset, self.broken = False, True
            raise ConnectionResetError(104, 'Connection reset by peer')
        if things and self._wire is not None:
            _packets.refuse_others()
        if self._wire is not None and (count := self._send_far(bytes(data))) is not None:
            return count
        if self._wire is not None or self.peer.closed:
            if self.family == AF_UNIX:
                self.broken = True
                raise BrokenPipeError(32, 'Broken pipe')
            # Nobody is there any more: the answer to this is a reset. Where an end has come before, reading goes on to
            # find that end.
            self.broken = True
            self.reset = not self.eof
            self._refresh()
            return min(len(data), self.capacity)
        if self.type == SOCK_SEQPACKET:
            return self.put(self.peer, data, things)
        room = self.capacity - len(self.peer.buffer)
        if room <= 0:
            raise BlockingIOError(11, 'Resource temporarily unavailable')
        data = bytes(data[:room])
        if things:
            self.peer.hand_over(len(data), things)
        self.peer.buffer += data
        self.peer._refresh(True)
        self._refresh()
        return len(data)

    def recv(self, count, peek=False):
        self._check()
        if self.type != SOCK_STREAM:
            return self.recvfrom(count, peek)[0]
        if self._wire is not None and not (self.buffer or self.eof or self.reset):
            self._fetch(max(count, 1))
        if self.buffer:
            if self.rights:
                count = self.meet(count, peek)
            data = bytes(self.buffer if count >= len(self.buffer) else self.buffer[:count])
            if not peek:
                del self.buffer[:count]
                self._refresh()
                if self.peer is not None and not self.peer.closed:
                    self.peer._refresh()
            return data
        if self.reset:
            self.reset, self.broken, self.eof = False, True, True
            self._refresh()
            raise ConnectionResetError(104, 'Connection reset by peer')
        if self.refused:
            raise OSError(107, 'Transport endpoint is not connected')
        if self.eof:
            return b''
        if self.failure:
            self.failed()
        if self.peer is None and self._wire is None and not self.connecting:
            raise OSError(107, 'Transport endpoint is not connected')
        raise BlockingIOError(11, 'Resource temporarily unavailable')

    def take_failure(self):
        """What has failed, told once; what could not connect is at its end then."""
        number, self.failure = self.failure, None
        if number and self.type == SOCK_STREAM:
            self.eof = self.broken = True
        self._refresh()
        return number

    def failed(self):
        """Raises what kept it from connecting, once."""
        number = self.take_failure()
        raise OSError(number, 'Connection refused' if number == 111 else 'Connection timed out')

    def read(self, count):
        """For os.read: waits for something to be there, unless it must not."""
        while True:
            try:
                return self.recv(count)
            except BlockingIOError:
                if not self.options.get('blocking', True):
                    raise
            self.wait(READ, None, 'read')

    def write(self, data):
        total = 0
        while total < len(data):
            try:
                total += self.send(data[total:])
                continue
            except BlockingIOError:
                if not self.options.get('blocking', True):
                    if total:
                        break
                    raise
            self.wait(WRITE, None, 'write')
        return total

    def shutdown(self, reads, writes):
        self._check()
        if self.peer is None and self._wire is None and not self.listening:
            raise OSError(107, 'Transport endpoint is not connected')
        if reads:
            self.eof = True
            if self.listening:
                self.listening = False
        if writes:
            self.shutdown_write()
        self._refresh()

    def shutdown_write(self):
        if self.broken and self.family != AF_UNIX:
            # What was sent to nobody has come back as a reset.
            raise OSError(107, 'Transport endpoint is not connected')
        self.write_ended = True
        if self._wire is not None:
            self._wire[1].close()
        if self.peer is not None and not self.peer.closed:
            self.peer.eof = True
            self.peer._refresh(True)

    def close(self):
        if self.closed:
            return
        self.closed, self._given = True, None
        self._used('state', 0, 0, 'closed')
        if _descriptors.table.get(self._fd) is self:
            del _descriptors.table[self._fd]
        self._source.close()
        if self.local is not None:
            _wires.unbind(self._key(self.local), self)
        if self._original is not None:
            self._forsake_original()
        elif self.listening and not _wires.is_shared(self):
            for waiting in self.incoming:
                _wires.give_up(waiting)
        self.close_wire()
        self.drop_things()
        if self.peer is not None and not self.peer.closed:
            # What has not been read is lost, and the other side is told so.
            # So it is where a connection is not to linger: the other side gets a reset.
            if self.buffer or self.type == SOCK_SEQPACKET and self.incoming or self.options.get(_LINGER) == b'\1\0\0\0\0\0\0\0':
                local = self.family == AF_UNIX
                self.peer.reset = local or not self.peer.eof
                self.peer.broken = local or self.peer.broken or self.peer.eof
            self.peer.eof = True
            self.peer._refresh(True)


def pair(family, type, proto):
    """Two ends that are connected with each other."""
    a, b = End(type, 'socketpair', family, proto), End(type, 'socketpair', family, proto)
    a.peer, b.peer = b, a
    if family != AF_UNIX:
        a.local = b.remote = ('127.0.0.1', _own_port())
        b.local = a.remote = ('127.0.0.1', _own_port())
    for end in (a, b):
        end._refresh()
    return a, b


class Pipe(End):
    """One end of a pipe."""
    file_mode = 0o010600
    capacity = _PIPE_CAPACITY

    def __init__(self, writes):
        super().__init__(SOCK_STREAM, 'pipe', AF_UNIX, 0)
        self.writes = writes

    def send(self, data):
        if not self.writes:
            raise OSError(9, 'Bad file descriptor')
        return super().send(data)

    def recv(self, count, peek=False):
        if self.writes:
            raise OSError(9, 'Bad file descriptor')
        return super().recv(count, peek)


def pipe():
    reader, writer = Pipe(False), Pipe(True)
    reader.peer, writer.peer = writer, reader
    for end in (reader, writer):
        end._refresh()
    return reader, writer


class Gone:
    """What a socket keeps of an end that it has given away."""
    closed = True

    def __init__(self, end):
        self.family, self.type, self.proto = end.family, end.type, end.proto

    def fileno(self):
        return -1
