"""Messages that are kept apart (datagrams, SOCK_SEQPACKET), and what is open and goes with a message (SCM_RIGHTS)."""
import _descriptors
import _wires
from _host_names import AF_INET, AF_INET6, AF_UNIX, SOCK_DGRAM, SOCK_SEQPACKET, SOCK_STREAM, is_ours
from operator import index

# The most that fits into a datagram of UDP.
_LONGEST_DATAGRAM = 65507
# How many datagrams wait at a path besides the next; how much memory what a socket has sent may take, as SO_SNDBUF says.
_QUEUE, _MEMORY = 10, 212992


def seen_by(end, address):
    """An address of the machine's own as an end of IPv4 or of IPv6 is told it."""
    host, port = address[:2]
    if end.family == AF_INET6:
        return ('::ffff:' + host if '.' in host and ':' not in host else host, port, 0, 0)
    return host.removeprefix('::ffff:'), port


def refuse_others():
    import _frames
    _frames.not_supported('messages with descriptors, or kept apart, between processes', 'multiprocessing.Pipe')


def _memory(size):
    """What the system counts for a message: its head, and a piece of memory that holds it and what describes it."""
    piece = 512
    while piece < size + 320:
        piece *= 2
    return 256 + piece


def coming(end):
    """What is waited for where something is to come: whoever sends it, at a place for datagrams as servers have it."""
    is_place = getattr(end, 'is_bound', False) and end.type == SOCK_DGRAM and end.remote is None and not end.asks
    return 'datagram' if is_place else 'read'


class Packets:
    """What an end needs for these."""
    # What it has sent and nobody has read; who it sends to; what came with bytes in its buffer: from, to, things.
    on_its_way, toward, rights = 0, None, ()
    # Who waits for room here; what has met who reads, if it is wanted.
    _waiting, wanted = (), None
    # By the program, not with what it sends first.
    is_bound = False
    # Whether it sent a datagram before any came, as clients do; None: neither yet.
    asks = None

    def bind_as_told(self, address):
        self.bind(address)
        self.is_bound = True

    def has_room(self):
        """Whether something may be sent."""
        if self.type == SOCK_STREAM:
            return len(self.peer.buffer) < self.capacity
        if self.family != AF_UNIX:
            return True
        other = self.peer or self.toward
        if self.on_its_way >= _MEMORY:
            return False
        if other is None or other.closed or len(other.incoming) <= _QUEUE:
            return True
        if other.peer is self or other.remote and other.remote == self.local:
            return True
        if self not in other._waiting:
            other._waiting = [*other._waiting, self]
        return False

    def put(self, other, data, things):
        """Sends a message to another end here, if there is room."""
        if len(data) > _MEMORY - 32:
            raise OSError(90, 'Message too long')
        if other.closed:
            raise ConnectionRefusedError(111, 'Connection refused')
        if self.peer is None:
            self.toward = other
        if not self.has_room():
            self._refresh()
            raise BlockingIOError(11, 'Resource temporarily unavailable')
        if things and other._process != _wires.here():
            refuse_others()
        cost = _memory(len(data))
        self.on_its_way += cost
        other.incoming.append((bytes(data), self.local, self, cost, things))
        other._refresh(True)
        self._refresh()
        return len(data)

    def _at_path(self, path):
        other = _wires.find(self._key(path))
        if other is None:
            import _files
            path = path.decode(errors='surrogateescape') if isinstance(path, bytes) else path
            if path[:1] != '\0' and _files.find(path) is None:
                raise FileNotFoundError(2, 'No such file or directory')
            raise ConnectionRefusedError(111, 'Connection refused')
        return other

    def sendto(self, data, address, things=()):
        self._check()
        if self.type != SOCK_DGRAM:
            return self.send(data, things)
        if self.family != AF_UNIX and not isinstance(address, tuple):
            name = 'AF_INET' if self.family == AF_INET else 'AF_INET6'
            raise TypeError(f'sendto(): {name} address must be tuple, not {type(address).__name__}')
        if self.family == AF_UNIX:
            return self.put(self._at_path(address), data, things)
        if len(data) > _LONGEST_DATAGRAM:
            raise OSError(90, 'Message too long')
        self._take_port()
        if self.asks is None:
            self.asks = True
        other = self._bound_at(*address[:2]) if is_ours(address[0]) else None
        if other is None:
            if self.remote is not None and is_ours(address[0]):
                self.failure = 111
                self._refresh()
        elif other.remote is None or other.remote[1] == self.local[1]:
            host = '127.0.0.1' if address[0].startswith('::ffff:') else self._loopback()
            other.incoming.append((bytes(data), seen_by(other, (host, self.local[1])), None, 0, ()))
            other._refresh(True)
        return len(data)

    def recvfrom(self, count, peek=False):
        self._check()
        if self.type == SOCK_STREAM:
            return self.recv(count, peek), None
        if self.failure:
            self.failure = None
            self._refresh()
            raise ConnectionRefusedError(111, 'Connection refused')
        if self.type == SOCK_SEQPACKET and self.peer is None:
            raise OSError(107, 'Transport endpoint is not connected')
        if not self.incoming:
            if self.reset:
                self.reset, self.broken, self.eof = False, True, True
                raise ConnectionResetError(104, 'Connection reset by peer')
            if self.eof:
                return b'', None
            raise BlockingIOError(11, 'Resource temporarily unavailable')
        if self.asks is None:
            self.asks = False
        data, address, sender, cost, things = self.incoming[0] if peek else self.incoming.popleft()
        if not peek:
            waiting, self._waiting = [*self._waiting], []
            if sender is not None:
                sender.on_its_way -= cost
                waiting.append(sender)
            for end in waiting:
                if not end.closed and not _wires.is_over(end):
                    end._refresh()
            self._take(things)
        self._refresh()
        self.cut = 32 * (len(data) > count)
        return data[:count], address

    # What goes with a message.

    def hand_over(self, size, things):
        """They come with the next so many bytes."""
        start = len(self.buffer)
        self.rights = [*self.rights, (start, start + size, things)]

    def meet(self, count, peek):
        """How many bytes are read at once: not beyond those with which something comes."""
        start, end, things = self.rights[0]
        count = min(count, end)
        if not peek:
            if count > start:
                self._take(things)
                things = ()
            rest = [(start - count, end - count, things)] if things or count < end else []
            self.rights = rest + [(start - count, end - count, things) for start, end, things in self.rights[1:]]
        return count

    def _take(self, things):
        if self.wanted is not None:
            self.wanted += things
        else:
            for number in things:
                _close(number)

    def drop_things(self):
        """Nobody will get them any more."""
        for message in () if self.listening else self.incoming:
            self._take(message[4])
        for _, _, things in self.rights:
            self._take(things)


def _close(number):
    import os
    os.close(number)


# What is on its way has a number that no program sees, below zero.

def _checked(ancillary):
    import _files
    items = []
    what = '[sendmsg() ancillary data items]()'
    for item in ancillary:
        if not isinstance(item, list | tuple):
            raise TypeError(f'{what} argument must be 3-item sequence, not {type(item).__name__}')
        if len(item) != 3:
            raise TypeError(f'{what} argument must be sequence of length 3, not {len(item)}')
        level, kind = map(index, item[:2])
        if not all(-1 << 31 <= number < 1 << 31 for number in (level, kind)):
            raise OverflowError('signed integer is greater than maximum')
        items.append((level, kind, _files.bytes_of(item[2])))
    return items


def things_of(end, ancillary):
    """What is open under the numbers that a message goes with, held until somebody gets it."""
    things = []
    for level, kind, data in _checked(ancillary):
        if end.family != AF_UNIX or level != 1 or kind not in (1, 2):
            raise OSError(22, 'Invalid argument')
        data = data if kind == 1 else b''
        for at in range(0, len(data) // 4 * 4, 4):
            number = int.from_bytes(data[at:at + 4], 'little', signed=True)
            try:
                if 0 <= number <= 2:
                    import os
                    number = os.dup(number)
                    things.append(_descriptors.double(number, min(_descriptors.table) - 3))
                    _close(number)
                else:
                    things.append(_descriptors.double(number, min(*_descriptors.table, 0) - 3))
            except OSError:
                forget(things)
                raise
    return things


def forget(things):
    for number in things:
        _close(number)


def ancillary_of(things, size):
    """What recvmsg tells of them, in that much room, and its flags."""
    room = max(size - 16, 0) // 4
    numbers = []
    for thing in things[:room]:
        numbers.append(_descriptors.double(thing))
        _descriptors.forsake(thing)
    forget(things[room:])
    data = b''.join(number.to_bytes(4, 'little') for number in numbers)
    return [(1, 1, data)] if numbers else [], 8 * (len(things) > room)
