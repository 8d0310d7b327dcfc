"""The processes that this one has started, and how it learns of their ends."""
import sys
import _processes
from _frames import c_int, parsed_int
from operator import index

# Those that have not been waited for; those that were.
alive, gone = [], set()
_NOHANG, _UNTRACED, _CONTINUED = 1, 2, 8


def _living():
    """All that can be waited for, those of multiprocessing included."""
    of_package = sys.modules.get('multiprocessing._process')
    if of_package is None:
        return alive
    return alive + sorted(child._pid for child in of_package._children if child._pid not in gone)


def started(pid):
    alive.append(pid)
    return pid


def collected(pid):
    """Its end is known: nobody else hears of it."""
    if pid in alive:
        alive.remove(pid)
    gone.add(pid)


def _status(pid, options):
    """A wait status that is there to be asked for, or None."""
    code = _processes.poll(pid)
    if code is not None:
        collected(pid)
        if _processes.forgotten(pid):
            return None
        return -code if code < 0 else code << 8
    return _processes.change(pid, options & _UNTRACED, options & _CONTINUED)


def waitpid(pid, options, /):  #: -
    """Waits for a child; -1: for any."""
    pid, options = parsed_int(pid), c_int(options)
    pids = [pid] if pid > 0 else list(_living())
    if pid in gone or not pids:
        raise ChildProcessError(10, 'No child processes')
    if pid > 0:
        try:
            # Who waits for one process is seen to wait for it.
            _processes.poll(pid) if options else _processes.wait(pid)
        except ProcessLookupError:
            gone.add(pid)
            return waitpid(pid, options)

    def look():
        for one in pids:
            status = _status(one, options)
            if status is not None:
                return one, status
    return _look_until(look, pids, options) or (0, 0)


def _look_until(look, pids, options):
    """What is found at these processes; None at once, or where there is nothing left to wait for."""
    source = None
    while True:
        found = look()
        if found is not None:
            return found
        if gone.issuperset(pids):
            # Their ends were nothing to this process: it ignores SIGCHLD.
            raise ChildProcessError(10, 'No child processes')
        if options & _NOHANG:
            return None
        import _selector
        if source is None:
            source = _selector.Source(-1)
            for one in pids:
                _processes.watch(one, source)
                _processes.watch_changes(one, source)
        source.update(False, False)
        _selector.wait(None, 'process', 0, source, 1)


# What waitid waits for, and how it tells what has become of a process.
_ALL, _PID, _GROUP, _PIDFD, _EXITED, _NOWAIT = 0, 1, 2, 3, 4, 1 << 24
_HAS_EXITED, _WAS_KILLED, _HAS_STOPPED, _GOES_ON = 1, 2, 5, 6
_SIGCHLD, _SIGCONT, _CONTINUED_STATUS = 17, 18, 0xffff


def waitid(idtype, ident, options, /):  #: -
    """Waits for changes of one child, of those of a group, or of any; with WNOWAIT they can be asked for again."""
    idtype, ident, options = index(idtype), index(ident), index(options)
    if idtype == _PIDFD:
        idtype, ident = _PID, process_of(ident)
    if idtype not in (_ALL, _PID, _GROUP) or not options & (_EXITED | _UNTRACED | _CONTINUED):
        raise OSError(22, 'Invalid argument')
    group = ident or _processes.group(_processes.getpid())
    pids = [pid for pid in _living() if idtype == _ALL or idtype == _PID and pid == ident
            or idtype == _GROUP and _processes.group(pid) == group]
    if not pids:
        raise ChildProcessError(10, 'No child processes')

    def look():
        for pid in pids:
            code = _processes.exit_code(pid)
            if code is not None and _processes.forgotten(pid):
                collected(pid)
            elif code is not None and options & _EXITED:
                if not options & _NOWAIT:
                    _processes.poll(pid)
                    collected(pid)
                return _waited(pid, abs(code), _HAS_EXITED if code >= 0 else _WAS_KILLED)
            status = code is None and _processes.change(pid, options & _UNTRACED, options & _CONTINUED)
            if status == _CONTINUED_STATUS:
                return _waited(pid, _SIGCONT, _GOES_ON)
            if status:
                return _waited(pid, status >> 8, _HAS_STOPPED)
    return _look_until(look, pids, options)


def _waited(pid, status, code):
    import os
    return os.waitid_result((pid, os.getuid(), _SIGCHLD, status, code))


class _Pidfd:
    """What stands behind the number of a process: there is something to read once it has ended."""

    def __init__(self, pid):
        import _descriptors
        import _selector
        self.pid, self.options = pid, {}
        self._fd = _descriptors.new(self)
        self._source = _selector.Source(self._fd)
        _processes.watch(pid, self._source)

    def read(self, count):
        raise OSError(22, 'Invalid argument')

    write = read

    def close(self):
        import _descriptors
        self._source.close()
        _descriptors.release(self._fd)


def pidfd_open(pid, flags=0):
    """A number under which the end of a process can be waited for."""
    import os
    if index(pid) <= 0 or index(flags) & ~os.O_NONBLOCK:
        raise OSError(22, 'Invalid argument')
    try:
        os.kill(pid, 0)
    except PermissionError:
        pass
    return _Pidfd(pid)._fd


def process_of(number):
    """The process of which somebody has asked for that number."""
    import _descriptors
    found = _descriptors.find(number)
    if not isinstance(found, _Pidfd):
        raise OSError(9, 'Bad file descriptor')
    return found.pid


def wait():
    """Waits for any child."""
    return waitpid(-1, 0)


def wait4(pid, options):
    """As waitpid, with what the child has used."""
    import resource
    return *waitpid(pid, options), resource.getrusage(resource.RUSAGE_CHILDREN)


def wait3(options):
    return wait4(-1, options)


from _frames import native as _native
_native(globals())
