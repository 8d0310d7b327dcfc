"""The processes that this one has started, and how it learns of their ends."""
import _processes
from operator import index

# Those that have not been waited for; those that were.
alive, gone = [], set()
_NOHANG, _UNTRACED, _CONTINUED = 1, 2, 8


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
        return -code if code < 0 else code << 8
    return _processes.change(pid, options & _UNTRACED, options & _CONTINUED)


def waitpid(pid, options, /):  #: -
    """Waits for a child; -1: for any."""
    pid, options = index(pid), index(options)
    pids = [pid] if pid > 0 else list(alive)
    if pid in gone or not pids:
        raise ChildProcessError(10, 'No child processes')
    if pid > 0:
        try:
            # Who waits for one process is seen to wait for it.
            _processes.poll(pid) if options else _processes.wait(pid)
        except ProcessLookupError:
            gone.add(pid)
            return waitpid(pid, options)
    source = None
    while True:
        for one in pids:
            status = _status(one, options)
            if status is not None:
                return one, status
        if options & _NOHANG:
            return 0, 0
        import _selector
        if source is None:
            source = _selector.Source(-1)
            for one in pids:
                _processes.watch(one, source)
                _processes.watch_changes(one, source)
        source.update(False, False)
        _selector.wait(None, 'process', 0, source, 1)


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
