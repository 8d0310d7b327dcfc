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


def is_shared(end):
    """Whether other processes have the same listener open. No method: the process that has made it may be gone."""
    return end._awaited > 0 or any([_processes.poll(user) is None for user in end._users])


def bind(key, end):
    if find(key) is None:
        _bound[key] = here(), end


def unbind(key, end):
    """A listener that processes which were forked off have as well stays bound for them."""
    if key in _bound and _bound[key][1] is end and not is_shared(end):
        del _bound[key]


def is_over(end):
    """Whether an end was another process's that has ended: nothing of that process may be called any more."""
    return end._process != here() and _processes.poll(end._process) is not None


def find(key):
    """Who is bound there and lives."""
    process, end = _bound.get(key, (0, None))
    if end is None or not end.closed and (process == here() or _processes.poll(process) is None) or is_shared(end):
        return end
    del _bound[key]
    return None


def join(end, listener):
    """Connects an end of this process with one that listens in another."""
    (reader, to_me), (theirs, writer) = _processes.pipe(), _processes.pipe()
    end.take(reader, writer)
    request = end.remote, end.local, _processes.keep(theirs), _processes.keep(to_me)
    theirs.close()
    to_me.close()
    listener.incoming.append(request)
    type(end)._refresh(listener)
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
        if isinstance(end, Far) and end.listening:
            (end._original or end)._awaited += 1
    return {number: thing for number, thing in _descriptors.table.items() if getattr(thing, 'is_inherited', True)}


def inherit(opened):
    """The same in that process."""
    _descriptors.table.update(opened)
    _descriptors.find_twins()
    for end in opened.values():
        if hasattr(end, 'inherit'):
            end.inherit()


class Far:
    """What an end needs when others than its process have to do with it."""
    # The pipes of a connection with another process; what one that was forked off accepts from, and whom it has asked
    # for a connection; who else hears of it.
    _wire = _original = _asked = None
    _heirs = ()
    # Of one that listens: how many that were forked off have not run yet, and which of them have it open.
    _awaited, _users = 0, ()

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
            original._awaited -= original._awaited > 0
            original._users += here(),
        self._refresh()

    def _forsake_original(self):
        """Closes the copy of a listener; who was the last one gives up those that wait."""
        original = self._original
        original._users = tuple(user for user in original._users if user != here())
        original._heirs = tuple(heir for heir in original._heirs if heir is not self._source)
        if original.closed and not is_shared(original):
            unbind(self._key(self.local), original)
            for waiting in original.incoming:
                give_up(waiting)

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
            if ended and not is_shared(listener) and request in listener.incoming:
                # Nobody has accepted it.
                self.reset, found = True, None
        self.eof = found == b''
        self.buffer += found or b''
