"""`_thread` with greenlets in place of threads."""
import _thread
import weakref

from _thread import TIMEOUT_MAX, RLock, daemon_threads_allowed, error, get_native_id, interrupt_main, stack_size
from gevent._threading import Lock as LockType
from gevent.greenlet import Greenlet
from gevent.hub import GreenletExit, getcurrent
from gevent.local import local as _local

__all__ = ['allocate_lock', 'get_ident', 'exit', 'LockType', 'stack_size', 'start_new_thread', '_local',
           'start_joinable_thread', 'lock', '_ThreadHandle', '_make_thread_handle', 'error', 'TIMEOUT_MAX', 'allocate',
           'exit_thread', 'interrupt_main', 'start_new', 'get_native_id', 'daemon_threads_allowed', 'RLock', 'set_name']
lock = allocate = allocate_lock = LockType
set_name = getattr(_thread, 'set_name', None)


def get_ident(gr=None):
    """The number of a greenlet, or of the running one."""
    return id(getcurrent() if gr is None else gr)


def start_new_thread(function, args=(), kwargs=None):
    """Starts a greenlet; its number."""
    return get_ident(Greenlet.spawn(function, *args, **(kwargs or {})))


start_new = start_new_thread


def exit():
    """Ends the running greenlet."""
    raise GreenletExit


exit_thread = exit


class _ThreadHandle:
    def __init__(self, *_, **__):
        self._greenlet = None

    def _started(self):
        if self._greenlet is None:
            raise RuntimeError('thread not started')
        return self._greenlet()

    def join(self, timeout=-1):
        greenlet = self._started()
        if greenlet is None:
            return None
        if greenlet is getcurrent():
            raise RuntimeError('Cannot join current thread')
        return greenlet.join(None if timeout == -1 else timeout)

    @property
    def ident(self):
        greenlet = None if self._greenlet is None else self._greenlet()
        return None if greenlet is None else get_ident(greenlet)

    def is_done(self):
        greenlet = None if self._greenlet is None else self._greenlet()
        return greenlet is None or greenlet.dead


def _make_thread_handle(*_):
    return _ThreadHandle()


def start_joinable_thread(function, handle=None, daemon=True):
    """Starts a greenlet that can be joined."""
    greenlet, handle = Greenlet.spawn(function), _ThreadHandle() if handle is None else handle
    if not isinstance(handle, _ThreadHandle):
        raise AssertionError('Must be a gevent thread handle')
    if handle._greenlet is not None:
        raise RuntimeError('thread already started')
    handle._greenlet = weakref.ref(greenlet)
    return handle
