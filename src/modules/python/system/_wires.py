"""What sockets of several processes share: who is bound where, and connections, which are a pipe each way."""
import _descriptors
import _processes
import _selector
from _host_names import AF_UNIX, SOCK_STREAM, is_ours

# All that are bound, of all processes: the process and its end, by family, kind and port or path.
_bound = _processes.common('bound sockets', {})
# The next port for an end that asked for none.
_ports = _processes.common('own ports', [50000])

here = _processes.getpid


def own_port():
    _ports[0] += 1
    return _ports[0] - 1


def bind(key, end):
    if find(key) is None:
        _bound[key] = here(), end


def unbind(key, end):
    if key in _bound and _bound[key][1] is end:
        del _bound[key]


def find(key):
    """Who is bound there and lives."""
    process, end = _bound.get(key, (0, None))
    if end is None or process == here() or _processes.poll(process) is None:
        return end
    del _bound[key]


def join(end, listener):
    """Connects an end of this process with one that listens in another."""
    (reader, to_me), (theirs, writer) = _processes.pipe(), _processes.pipe()
    end.take(reader, writer)
    request = end.remote, end.local, _processes.keep(theirs), _processes.keep(to_me)
    theirs.close()
    to_me.close()
    listener.incoming.append(request)
    listener._refresh()
    end._asked = listener, request
    _processes.watch(listener._process, end._source)


def give_up(waiting):
    """Closes a connection that nobody has accepted."""
    if isinstance(waiting, tuple):
        for number in waiting[2:]:
            _processes.kept(number).close()
    else:
        waiting.close()


def part(end):
    """Makes pipes of a connection within this process, so that a process that is forked off has its ends too."""
    other = end.peer
    (reader, to_me), (theirs, writer) = _processes.pipe(), _processes.pipe()
    for one, feed, sender in (end, to_me, other), (other, writer, end):
        feed.push(bytes(one.buffer))
        one.buffer.clear()
        one.peer = None
    end.take(reader, writer)
    other.take(theirs, to_me)
    for one in end, other:
        one.eof = False
        if one.write_ended:
            one._wire[1].close()
        if one.closed:
            one.close_wire()
        one._refresh()


def open_now():
    """What is open, for a process that is about to be forked off: what is connected within this one becomes pipes."""
    for end in list(_descriptors.table.values()):
        if isinstance(end, Far) and end.type == SOCK_STREAM and end.is_within():
            part(end)
    # The files over a process's pipes hold their own ends.
    return {number: thing for number, thing in _descriptors.table.items() if not hasattr(thing, 'release')}


def inherit(opened):
    """The same in that process."""
    _descriptors.table.update(opened)
    _descriptors.find_twins()
    for end in opened.values():
        if isinstance(end, Far):
            end.inherit()


class Far:
    """What an end needs when others than its process have to do with it."""
    # The pipes of a connection with another process; what one that was forked off accepts from, and whom it has asked
    # for a connection; who else hears of it.
    _wire = _original = _asked = None
    _heirs = ()

    def take(self, reader, writer):
        """From here on its bytes go through pipes."""
        self._wire = reader, writer
        _processes.watch_both(reader, writer, self._source)

    def close_wire(self):
        for end in self._wire or ():
            end.close()

    def is_within(self):
        """A connection whose both ends are here."""
        outside = self.remote and self.family != AF_UNIX and not is_ours(self.remote[0])
        return self.peer is not None and not outside

    def inherit(self):
        """It is the copy of an end of the process that has forked this one off."""
        self._process, self._source = here(), _selector.Source(self._fd)
        if self._wire is not None:
            _processes.watch_both(*self._wire, self._source)
        original = find(self._key(self.local)) if self.listening else None
        if original is not None:
            self.incoming, self._original = original.incoming, original
            original._heirs += self._source,
        self._refresh()

    def _arrived(self, connection):
        """The end of a connection that waited to be accepted."""
        if isinstance(connection, tuple):
            local, remote, *numbers = connection
            connection = type(self)(SOCK_STREAM, 'connection', self.family, self.proto, False)
            connection.local, connection.remote = local, remote
            connection.take(*map(_processes.kept, numbers))
            connection._tell_where()
        elif connection._wire is not None and connection._process != here():
            connection._process, connection._source = here(), _selector.Source(-1)
            connection.take(*connection._wire)
        return connection

    def _send_far(self, data):
        """How much there was room for; None: nobody is there any more."""
        try:
            count = self._wire[1].write_now(data)
        except BrokenPipeError:
            return None
        if count == 0 < len(data):
            raise BlockingIOError(11, 'Resource temporarily unavailable')
        return count

    def _fetch(self, count):
        found = self._wire[0].read_now(count)
        if not found and self._asked is not None:
            listener, request = self._asked
            ended = listener.closed or _processes.poll(listener._process) is not None
            if ended and request in listener.incoming:
                # Nobody has accepted it.
                self.reset, found = True, None
        self.eof = found == b''
        self.buffer += found or b''
