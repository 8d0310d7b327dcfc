"""Which sockets and pipes are ready: select, poll, epoll."""
import _descriptors
import _selector
import _sockets
from _frames import c_int as _c_int
from _thread import _seconds
from operator import index
from time import monotonic_ns

error = OSError
POLLIN, POLLPRI, POLLOUT, POLLERR, POLLHUP, POLLNVAL = 1, 2, 4, 8, 16, 32
POLLRDNORM, POLLRDBAND, POLLWRNORM, POLLWRBAND, POLLMSG, POLLRDHUP = 64, 128, 256, 512, 1024, 8192
EPOLLIN, EPOLLPRI, EPOLLOUT, EPOLLERR, EPOLLHUP, EPOLLRDHUP = 1, 2, 4, 8, 16, 8192
EPOLLRDNORM, EPOLLRDBAND, EPOLLWRNORM, EPOLLWRBAND, EPOLLMSG = 64, 128, 256, 512, 1024
EPOLLEXCLUSIVE, EPOLLONESHOT, EPOLLET, EPOLL_CLOEXEC = 1 << 28, 1 << 30, 1 << 31, 524288
PIPE_BUF = 4096
READ, WRITE = 1, 2
# That something comes, whatever is there.
_EDGE = 4


def _number(thing):
    if not isinstance(thing, int):
        try:
            thing = thing.fileno()
        except AttributeError:
            raise TypeError('argument must be an int, or have a fileno() method.') from None
        if not isinstance(thing, int):
            raise TypeError('fileno() returned a non-integer')
    thing = _c_int(thing)
    if thing < 0:
        raise ValueError(f'file descriptor cannot be a negative integer ({thing})')
    return thing


class _Always:
    """A file is always ready."""

    def is_ready(self, directions):
        return True

    def since(self):
        return 0

    stirred = since


def _source(number):
    if number in (1, 2):
        return _Always()
    try:
        return _descriptors.source_of(number)
    except PermissionError:
        return _Always()


def _why(numbers):
    """What is waited for at all of these: clients, where all of them belong to servers."""
    ends = [_descriptors.table.get(number) for number in numbers]
    whys = {'accept' if getattr(end, 'listening', False) else _sockets.coming(end) for end in ends}
    return 'read' if not whys or 'read' in whys else min(whys)


def _wait(watched, timeout, numbers):
    """Waits until one of the sources, which have these numbers, is ready in one of its directions."""
    if timeout is not None and timeout <= 0 or any(source.is_ready(directions) for source, directions in watched):
        return
    until = None if timeout is None else monotonic_ns() + round(timeout * 1e9)
    flat = [part for pair in watched for part in pair]
    why = _why(numbers)
    while not _selector.wait(timeout, why, 0, *flat):
        if until is not None:
            timeout = (until - monotonic_ns()) / 1e9
            if timeout <= 0:
                return


def _selected(thing):
    number = _number(thing)
    if number >= 1024:
        raise ValueError('filedescriptor out of range in select()')
    return number


def select(rlist, wlist, xlist, timeout=None, /):
    """Those of each list that are ready."""
    if timeout is not None:
        try:
            timeout = _seconds(timeout)
        except TypeError:
            raise TypeError('timeout must be a float or None') from None
        if timeout < 0:
            raise ValueError('timeout must be non-negative')
    try:
        rlist, wlist, xlist = list(rlist), list(wlist), list(xlist)
    except TypeError:
        raise TypeError('arguments 1-3 must be sequences') from None
    readers, writers = _watched(rlist), _watched(wlist)
    for thing in xlist:
        _selected(thing)
    if not any(_is_lost(number) for _, number, _ in readers + writers):
        _wait([(source, READ) for *_, source in readers] + [(source, WRITE) for *_, source in writers], timeout,
              [number for _, number, _ in readers + writers])
    return _ready(readers, READ), _ready(writers, WRITE), []


def _watched(things):
    return [(thing, number, _source(number)) for thing in things for number in (_selected(thing),)]


def _ready(watched, direction):
    return [thing for thing, number, source in watched if source.is_ready(direction) or _is_lost(number)]


def _is_lost(number):
    """Whether it is a socket that is read and written without waiting, since it has no connection."""
    return _hung_up(number, 0) != 0 and not isinstance(_descriptors.table[number], _sockets.Pipe)


def _events(number, source, wanted):
    lost, end = _hung_up(number, wanted), _descriptors.table.get(number)
    readable = end.buffer if lost and isinstance(end, _sockets.Pipe) else source.is_ready(READ)
    writable = source.is_ready(WRITE) or lost & EPOLLHUP
    return (EPOLLIN if wanted & EPOLLIN and readable else 0) | (EPOLLOUT if wanted & EPOLLOUT and writable else 0) | lost


def _hung_up(number, wanted):
    """What comes unasked as well (Linux: tcp_poll, unix_poll, pipe_poll): the connection is over, or never was."""
    end = _descriptors.table.get(number)
    if not isinstance(end, _sockets.End) or end.type == _sockets.SOCK_DGRAM or end.listening or end.connecting:
        return 0
    near = end._wire is None
    gone = near and end.peer is not None and end.peer.closed
    if isinstance(end, _sockets.Pipe):
        return (EPOLLERR if end.writes else EPOLLHUP) if gone else 0
    over = gone and end.family == _sockets.AF_UNIX or near and end.peer is None or end.eof and end.write_ended
    return (EPOLLHUP if over or end.reset else 0) | (EPOLLERR if end.reset or end.failure else 0) | (
        wanted & EPOLLRDHUP if end.eof or over else 0)


def _waiting(timeout):
    """Whether it waits for so long only; None and what is negative is forever."""
    if timeout is not None and not hasattr(type(timeout), '__index__') and not isinstance(timeout, float):
        raise TypeError('timeout must be an integer or None')
    if timeout != timeout:
        raise ValueError('Invalid value NaN (not a number)')
    if timeout is not None and abs(timeout) > 9223372036:
        whole = not isinstance(timeout, float)
        raise OverflowError('timestamp too large to convert to C PyTime_t' if whole else 'timestamp out of range for platform time_t')
    return timeout is not None and timeout >= 0


class _Poll:
    """Numbers and what is wanted of them."""

    _tells_of_closed = False

    def __init__(self):
        self._wanted = {}

    def _known(self, thing):
        number = _number(thing)
        if number not in self._wanted:
            raise FileNotFoundError(2, 'No such file or directory')
        return number

    def _ready(self, timeout):
        watched = {}
        closed = []
        for number, wanted in list(self._wanted.items()):
            try:
                watched[number] = _source(number)
            except OSError:
                closed.append((number, POLLNVAL))
        if self._tells_of_closed and closed:
            timeout = 0
        directions = [(source, (self._wanted[number] & EPOLLIN and READ) | (self._wanted[number] & EPOLLOUT and WRITE))
                      for number, source in watched.items()]
        if not any(_hung_up(number, self._wanted[number]) for number in watched):
            _wait([(source, wanted or READ) for source, wanted in directions], timeout, watched)
        found = ((number, _events(number, source, self._wanted[number])) for number, source in watched.items())
        found = [pair for pair in found if pair[1]]
        if self._tells_of_closed and closed:
            found = sorted(found + closed, key=lambda pair: list(self._wanted).index(pair[0]))
        return found


def _mask(events):
    """What is wanted, as an unsigned short."""
    if not isinstance(events, int):
        raise TypeError('an integer is required')
    if events < 0:
        raise ValueError('value must be positive')
    if events > 0xffff:
        raise OverflowError('Python int too large ' + ('for C unsigned short' if events >> 64 == 0 else 'to convert to C unsigned long'))
    return events


class poll(_Poll):
    """Timeouts in milliseconds."""
    _tells_of_closed = True

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create 'select.poll' instances")

    def register(self, fd, eventmask=POLLIN | POLLPRI | POLLOUT, /):
        number = _number(fd)
        self._wanted[number] = _mask(eventmask)

    def modify(self, fd, eventmask, /):
        number, eventmask = _number(fd), _mask(eventmask)
        self._wanted[self._known(number)] = eventmask

    def unregister(self, fd, /):
        number = _number(fd)
        if number not in self._wanted:
            raise KeyError(number)
        del self._wanted[number]

    def poll(self, timeout=None, /):
        return self._ready(timeout / 1000 if _waiting(timeout) else None)


class epoll(_Poll):
    """Timeouts in seconds."""

    def __init__(self, sizehint=-1, flags=0):
        super().__init__()
        self.closed = True
        sizehint, flags = _c_int(sizehint), _c_int(flags)
        if sizehint < -1 or not sizehint:
            raise ValueError('negative sizehint')
        if flags & ~EPOLL_CLOEXEC:
            raise OSError('invalid flags')
        self._number, self.closed = _descriptors.new(self), False
        # Those that were ready, next first; when each began to be watched for what it is.
        self._order, self._since = [], {}
        # What was told of those that are told of once: when it had come (EPOLLET), and that it was (EPOLLONESHOT).
        self._told, self._spent, self._sources = {}, set(), {}

    def _open(self):
        if self.closed:
            raise ValueError('I/O operation on closed epoll object')

    def fileno(self):
        self._open()
        return self._number

    def close(self):
        if not self.closed:
            self.closed = True
            _descriptors.table.pop(self._number, None)

    def __enter__(self):
        self._open()
        return self

    def __exit__(self, *exc):
        self.close()

    def __del__(self):
        self.close()

    def register(self, fd, eventmask=EPOLLIN | EPOLLPRI | EPOLLOUT):
        self._open()
        number = _number(fd)
        eventmask = index(eventmask) & 0xffffffff
        # What waits for itself alone can be no more than told of.
        if eventmask & EPOLLEXCLUSIVE and eventmask & ~(0xf0000005 | EPOLLERR | EPOLLHUP):
            raise OSError(22, 'Invalid argument')
        source = _source(number) if number in (1, 2) else _descriptors.source_of(number)
        if number in self._wanted and self._sources[number] is source:
            raise FileExistsError(17, 'File exists')
        # Who had the number before and was closed is forgotten.
        self._sources[number] = source
        self._wanted[number] = eventmask
        self._begin(number)

    def _begin(self, number):
        self._since[number] = _selector.tick()
        self._told.pop(number, None)
        self._spent.discard(number)

    def modify(self, fd, eventmask):
        self._wanted[self._known(fd)] = eventmask
        self._begin(_number(fd))

    def _known(self, thing):
        number = _number(thing)
        if number > 2 and number not in self._wanted:
            _descriptors.find(number)
        return super()._known(number)

    def unregister(self, fd):
        self._open()
        number = self._known(fd)
        del self._wanted[number], self._since[number]
        if number in self._order:
            self._order.remove(number)

    def _news(self):
        """What is to be told, by number."""
        return {number: events for number, events in self._ready(0) if number not in self._spent and (
            number not in self._told or _source(number).stirred() > self._told[number])}

    def _await(self, seconds):
        """Until something changes that may be told."""
        watched = []
        for number, wanted in self._wanted.items():
            directions = (wanted & EPOLLIN and READ) | (wanted & EPOLLOUT and WRITE)
            if number not in self._spent and number in _descriptors.table:
                watched += _source(number), directions if directions and not wanted & EPOLLET else _EDGE | (directions or READ)
        _selector.wait(seconds, _why(self._wanted), 0, *watched)

    def poll(self, timeout=None, maxevents=-1):
        self._open()
        limited, maxevents = _waiting(timeout), _c_int(maxevents)
        if maxevents < -1 or not maxevents:
            raise ValueError(f'maxevents must be greater than 0, got {maxevents}')
        found = self._news()
        self._order = [number for number in self._order if number in found]
        # Who waits for what is left of a time comes to its end.
        until = monotonic_ns() + max(round(timeout * 1e9), timeout > 0) if limited else None
        while not found and (until is None or monotonic_ns() < until):
            self._await(None if until is None else (until - monotonic_ns()) / 1e9)
            found = self._news()
        # What has been ready longer comes first.
        new = [number for number in found if number not in self._order]
        new.sort(key=lambda number: max(_source(number).since(), self._since[number]))
        order = [number for number in self._order if number in found] + new
        told = order[:maxevents] if maxevents > 0 else order
        self._order = order[len(told):] + told
        for number in told:
            if self._wanted[number] & EPOLLET:
                self._told[number] = _source(number).stirred()
            if self._wanted[number] & EPOLLONESHOT:
                self._spent.add(number)
        return [(number, found[number]) for number in told]


def _polling():
    made = object.__new__(_Polling)
    made.__init__()
    return made


_polling.__name__ = _polling.__qualname__ = 'poll'
_Polling, poll = poll, _polling


from _frames import final as _final, native as _native, open_extension as _open_extension
_native(globals())
_open_extension(_Polling, epoll)
_final(_Polling, epoll)


from _frames import unseen as _unseen
_unseen(_Poll)
