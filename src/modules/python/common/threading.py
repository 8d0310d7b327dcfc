"""Threads, and what they synchronise by."""
import sys as _sys
import _frames
import _thread as _machine
from _thread import (RLock as _ReentrantLock, TIMEOUT_MAX, _get_main_native_id, _get_main_thread_ident, get_ident,
                     get_native_id, lock as Lock, stack_size, start_joinable_thread as _start_joinable_thread)
from _collections import deque as _deque
from _frames import builtin as _builtin
from _struct_sequence import make as _struct_sequence
from time import monotonic as _time

from _thread_conditions import (BoundedSemaphore, Condition, Event, Semaphore, _OVER, _condition, _deprecated, _place,
                                _private_event, _quiet_lock, _quiet_queue, _quiet_semaphore)

__all__ = ['get_ident', 'active_count', 'Condition', 'current_thread', 'enumerate', 'main_thread', 'TIMEOUT_MAX',
           'Event', 'Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Thread', 'Barrier', 'BrokenBarrierError', 'Timer',
           'ThreadError', 'setprofile', 'settrace', 'local', 'stack_size', 'excepthook', 'ExceptHookArgs', 'getprofile',
           'gettrace', 'setprofile_all_threads', 'settrace_all_threads', 'get_native_id']

ThreadError = RuntimeError


def RLock(*args, **kwargs):
    """A lock that its owner may take several times."""
    if args or kwargs:
        import warnings
        warnings.warn('Passing arguments to RLock is deprecated and will be removed in 3.15', DeprecationWarning,
                      stacklevel=2)
    return _ReentrantLock(*args, **kwargs)


_trace_hook = _profile_hook = _collector_hook = None


def settrace(func):
    """Sets what each thread that starts from now on gives sys.settrace()."""
    global _trace_hook
    _trace_hook = func


def settrace_all_threads(func):
    """Sets it for the threads that run as well."""
    settrace(func)
    _sys._settraceallthreads(func)


def gettrace():
    """What settrace() has been given."""
    return _trace_hook


def setprofile(func):
    """Sets what each thread that starts from now on gives sys.setprofile()."""
    global _profile_hook
    _profile_hook = func


def setprofile_all_threads(func):
    """Sets it for the threads that run as well."""
    setprofile(func)
    _sys._setprofileallthreads(func)


def getprofile():
    """What setprofile() has been given."""
    return _profile_hook


# Threads by their ident, once they run; those that are being started.
_active = {}
_limbo = {}
# What a program takes as `_active_limbo_lock`, once it has asked for it.
_list_lock = None
# What locals hold for each thread: it goes with the thread.
_touched = {}
_count = 0


def _wait_for_list():  #: -
    """The lists change within the library, whose text nobody interrupts: all that can be in the way is a program's hold of them."""
    if _list_lock is not None:
        with _list_lock:
            pass


def _made(name):  #: -
    global _list_lock
    if name != '_active_limbo_lock':
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    _list_lock = globals()[name] = RLock()
    return _list_lock


_frames.on_demand(globals(), {'_thread_barriers': 'Barrier BrokenBarrierError', '_thread_locals': 'local',
                              '_thread_reentrant': '_CRLock _PyRLock _RLock'}, '_made')


def _new_name(pattern):
    global _count
    _count += 1
    return pattern % _count


class Thread:
    """A thread of control: runs `target`, or what a subclass's `run` does."""
    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, 'group argument must be None for now'  #: 892 assert «group is None», "group argument must be None for now"
        if name:
            name = str(name)
        else:
            name = _new_name('Thread-%d')
            of_target = getattr(target, '__name__', None)
            if of_target is not None and target is not None:
                name += f' ({of_target})'
        self._target, self._args, self._kwargs = target, args, {} if kwargs is None else kwargs
        self._name = name
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._ident = self._native_id = None
        self._handle = _machine._ThreadHandle()
        self._started = _private_event('Thread.start')
        if excepthook is None:
            _make_invoke_excepthook()  #: 924 self._invoke_excepthook = «_make_invoke_excepthook()»
        self._stderr, self._initialized = _sys.stderr, True
        _machine._given(self, Thread.run, args)

    def __repr__(self):
        assert self._initialized, 'Thread.__init__() was not called'  #: 941 assert «self._initialized», "Thread.__init__() was not called"
        status = 'initial'
        if self._started.is_set():  #: 943
            status = 'started'
        if self._handle.is_done():
            status = 'stopped'
        if self._daemonic:
            status += ' daemon'
        if self._ident is not None:
            status += f' {self._ident}'
        return f'<{type(self).__name__}({self._name}, {status})>'

    def start(self):
        """Lets the thread run; once only."""
        if not self._initialized:
            raise RuntimeError('thread.__init__() not called')  #: 964 raise RuntimeError("thread.__init__() not called")
        if self._started.is_set():  #: 966
            raise RuntimeError('threads can only be started once')  #: 967 raise RuntimeError("threads can only be started once")
        _machine._nothing_to_run(self, Thread.run)
        _wait_for_list()
        _limbo[self] = self
        try:
            _machine.start_joinable_thread(self._bootstrap, handle=self._handle, daemon=self._daemonic, name=self._name)
        except Exception:
            del _limbo[self]
            raise  #: 978
        self._started.wait()  #: 979 «self._started.wait()»  # Will set ident and native_id

    def run(self):
        """What the thread does."""
        try:
            if self._target is not None:  #: 991
                self._target(*self._args, **self._kwargs)  #: 992
        finally:
            # The target may refer to the thread.
            del self._target, self._args, self._kwargs  #: 996

    def _bootstrap(self):
        return self._bootstrap_inner()  #: 1012 self._bootstrap_inner()

    def _bootstrap_inner(self):
        """Runs in the new thread; gives the exception that ended it, if one did."""
        self._ident, self._native_id = get_ident(), get_native_id()
        self._started.set()  #: 1030
        _wait_for_list()
        _active[self._ident] = self
        del _limbo[self]
        failure = None
        if _trace_hook:
            _sys.settrace(_trace_hook)
        if _profile_hook:
            _sys.setprofile(_profile_hook)
        if _collector_hook:
            _collector_hook()
        try:
            self.run()  #: 1041
        except BaseException as exc:
            invoke_excepthook(self, exc)
            if not isinstance(exc, SystemExit):
                failure = type(exc)  #: 1043 self._invoke_excepthook(self)
        finally:
            _wait_for_list()
            # Not in a process that this thread has been forked into: there it is the main thread.
            _active.pop(self._ident, None)
            for of_threads in _touched.pop(self._ident, ()):
                of_threads.pop(self._ident, None)
        return failure

    def join(self, timeout=None):
        """Waits until the thread has ended, or for so many seconds."""
        if not self._initialized:
            raise RuntimeError('Thread.__init__() not called')  #: 1081 raise RuntimeError("Thread.__init__() not called")
        if not self._started.is_set():  #: 1082
            raise RuntimeError('cannot join thread before it is started')  #: 1083 raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():  #: 1084
            raise RuntimeError('cannot join current thread')  #: 1085 raise RuntimeError("cannot join current thread")
        if timeout is not None:
            timeout = max(timeout, 0)  #: 1090
        self._handle.join(timeout)  #: 1092

    @property
    def name(self):
        assert self._initialized, 'Thread.__init__() not called'  #: 1102 assert «self._initialized», "Thread.__init__() not called"
        return self._name

    @name.setter
    def name(self, name):
        assert self._initialized, 'Thread.__init__() not called'  #: 1107 assert «self._initialized», "Thread.__init__() not called"
        self._name = str(name)

    @property
    def ident(self):
        assert self._initialized, 'Thread.__init__() not called'  #: 1119 assert «self._initialized», "Thread.__init__() not called"
        return self._ident

    @property
    def native_id(self):
        assert self._initialized, 'Thread.__init__() not called'  #: 1131 assert «self._initialized», "Thread.__init__() not called"
        return self._native_id

    def is_alive(self):
        assert self._initialized, 'Thread.__init__() not called'  #: 1142 assert «self._initialized», "Thread.__init__() not called"
        return self._started.is_set() and not self._handle.is_done()  #: 1143

    @property
    def daemon(self):
        assert self._initialized, 'Thread.__init__() not called'  #: 1157 assert «self._initialized», "Thread.__init__() not called"
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if not self._initialized:
            raise RuntimeError('Thread.__init__() not called')  #: 1163 raise RuntimeError("Thread.__init__() not called")
        if self._started.is_set():
            raise RuntimeError('cannot set daemon status of active thread')  #: 1167 raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    def isDaemon(self):
        _deprecated('isDaemon()', 'get the daemon attribute')
        return self.daemon

    def setDaemon(self, daemonic):
        _deprecated('setDaemon()', 'set the daemon attribute')
        self.daemon = daemonic

    def getName(self):
        _deprecated('getName()', 'get the name attribute')
        return self.name

    def setName(self, name):
        _deprecated('setName()', 'set the name attribute')
        self.name = name


ExceptHookArgs = _struct_sequence('_thread._ExceptHookArgs', ('exc_type', 'exc_value', 'exc_traceback', 'thread'),
                                  'What `excepthook` is given.')


def _excepthook(args, /):
    """Reports an exception that ended a thread."""
    if not isinstance(args, ExceptHookArgs):
        raise TypeError('_thread.excepthook argument type must be ExceptHookArgs')
    if args.exc_type is SystemExit:
        return
    file = _sys.stderr
    if file is None and args.thread is not None:
        file = args.thread._stderr
    if file is None:
        return
    file.write(f'Exception in thread {get_ident() if args.thread is None else args.thread.name}:\n')
    value = args.exc_value
    if file is _sys.stderr:
        _sys.__excepthook__(args.exc_type, value, args.exc_traceback)
    else:
        import traceback
        traceback.print_exception(args.exc_type, value, args.exc_traceback, file=file)
    value is None or _machine._explain(value)


excepthook = __excepthook__ = _excepthook = _builtin(_excepthook, '_thread')


def _make_invoke_excepthook():  #: in threading.py
    raise RuntimeError("threading.excepthook is None")  #: 1273


def invoke_excepthook(thread, exc):
    hook = __excepthook__ if excepthook is None else excepthook
    try:
        args = ExceptHookArgs([type(exc), exc, exc.__traceback__, thread])
        hook(args)  #: 1290 hook(args)
    except Exception as new:
        new.__suppress_context__ = True
        _sys.stderr.write('Exception in threading.excepthook:\n')
        _sys.excepthook(type(new), new, new.__traceback__)


class Timer(Thread):
    """Calls a function after so many seconds, unless it is cancelled before."""

    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)  #: 1328
        self.interval, self.function = interval, function
        self.args = [] if args is None else args
        self.kwargs = {} if kwargs is None else kwargs
        self.finished = _private_event('finished.wait')

    def cancel(self):
        self.finished.set()  #: 1337

    def run(self):
        self.finished.wait(self.interval)  #: 1340
        if not self.finished.is_set():  #: 1341
            self.function(*self.args, **self.kwargs)  #: 1342
        self.finished.set()  #: 1343


def _adopt(thread):
    """A thread that runs already gets its object."""
    thread._started.set()
    thread._ident, thread._native_id = get_ident(), get_native_id()
    thread._handle = _machine._make_thread_handle(thread._ident)
    _active[thread._ident] = thread


class _MainThread(Thread):
    def __init__(self):
        Thread.__init__(self, name='MainThread', daemon=False)
        _adopt(self)
        self._ident, self._native_id = _get_main_thread_ident(), _get_main_native_id()


class _DummyThread(Thread):
    """Stands for a thread that was not made by this module."""

    def __init__(self):
        Thread.__init__(self, name=_new_name('Dummy-%d'), daemon=True)
        _adopt(self)

    def is_alive(self):
        if not self._handle.is_done() and self._started.is_set():  #: 1410
            return True
        raise RuntimeError('thread is not alive')  #: 1412 raise RuntimeError("thread is not alive")

    def join(self, timeout=None):
        raise RuntimeError('cannot join a dummy thread')  #: 1415 raise RuntimeError("cannot join a dummy thread")


def _left(ident):
    """A thread that was not made by this module has ended."""
    _active.pop(ident, None)
    for of_threads in _touched.pop(ident, ()):
        of_threads.pop(ident, None)


def current_thread():
    """The object of the thread that asks."""
    return _active.get(get_ident()) or _DummyThread()


def currentThread():
    _deprecated('currentThread()', 'use current_thread()')
    return current_thread()  #: 1448


def active_count():
    _wait_for_list()
    return len(_active) + len(_limbo)


def activeCount():
    _deprecated('activeCount()', 'use active_count()')
    return active_count()  #: 1471


def enumerate():
    """All living threads."""
    _wait_for_list()
    return list(_active.values()) + list(_limbo.values())


_main_thread = _MainThread()


def _after_fork(name):
    """In a process that has just been forked off one thread lives: it is the main thread, and keeps its name."""
    global _main_thread
    if _list_lock is not None:
        del globals()['_active_limbo_lock']
        _made('_active_limbo_lock')
    _active.clear()  #: 1593
    _limbo.clear()  #: 1592
    _main_thread = _MainThread()
    _main_thread._name = name


def main_thread():
    return _main_thread


_threading_atexits = []
_shutting_down = False


def _register_atexit(func, *args, **kwargs):
    """Has a function called before the end waits for the threads; the last registered first."""
    if _shutting_down:
        raise RuntimeError("can't register atexit after shutdown")  #: 1503
    _threading_atexits.append(lambda: func(*args, **kwargs))  #: 1505 _threading_atexits.append(lambda: func(*arg, **kwargs))


def _shutdown():
    """The end of the program: waits for all threads but the daemons."""
    global _shutting_down
    if _main_thread._handle.is_done():
        return
    _shutting_down = True
    for call in reversed(_threading_atexits):
        call()  #: 1534 atexit_call()
    _main_thread._handle._set_done()
    try:
        _machine._shutdown()  #: 1540 _thread_shutdown()
    except BaseException as exc:
        if all(thread.daemon for thread in _active.values() if thread is not _main_thread):
            # It has come when nobody was waited for any more.
            raise
        # CPython's function reports an interrupt of its waiting by itself.
        _frames.of_nothing(exc)
