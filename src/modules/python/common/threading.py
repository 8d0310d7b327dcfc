"""Threads, and what they synchronise by."""
import sys as _sys
import _frames
import _thread
from _thread import start_joinable_thread as _start_joinable_thread
from _thread import (RLock as _ReentrantLock, TIMEOUT_MAX, _Followed, _get_main_native_id, _get_main_thread_ident,
                     _part_lock, _part_rlock, _waiter, get_ident, get_native_id, lock as Lock, stack_size)
from _collections import deque as _deque
from _frames import builtin as _builtin, extension as _extension
from _struct_sequence import make as _struct_sequence
from time import monotonic as _time

__all__ = ['get_ident', 'active_count', 'Condition', 'current_thread', 'enumerate', 'main_thread', 'TIMEOUT_MAX',
           'Event', 'Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Thread', 'Barrier', 'BrokenBarrierError', 'Timer',
           'ThreadError', 'setprofile', 'settrace', 'local', 'stack_size', 'excepthook', 'ExceptHookArgs', 'getprofile',
           'gettrace', 'setprofile_all_threads', 'settrace_all_threads', 'get_native_id']

ThreadError = RuntimeError

# What is left of a timeout when it is over: less than half a nanosecond, which the clock does not know.
_OVER = 5e-10


def _deprecated(old, new):
    import warnings
    warnings.warn(f'{old} is deprecated, {new} instead', DeprecationWarning, stacklevel=2)


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


class Condition(_Followed):
    """Lets threads wait until another one notifies them."""

    def __init__(self, lock=None):  #: in threading.py
        number = self._created('thread-condition', 0, 'threading.Condition')
        self._set_up(_part_rlock(number) if lock is None else lock, 'condition', number)  #: 286 self.acquire = «lock.acquire»

    def _set_up(self, lock, why, number):  #: -
        self._lock = lock
        self._why, self._of = why, number
        self.acquire = lock.acquire
        self.release = lock.release
        # An RLock lets go of all its levels at once; a lock of the program's own may say how it does that.
        for name in ('_release_save', '_acquire_restore', '_is_owned'):
            if hasattr(lock, name):
                setattr(self, name, getattr(lock, name))
        self._waiters = _deque()

    def __enter__(self):
        return self._lock.__enter__()  #: 304

    def __exit__(self, *args):
        return self._lock.__exit__(*args)  #: 307

    def _at_fork_reinit(self):
        self._lock._at_fork_reinit()
        self._waiters.clear()

    def __repr__(self):
        return f'<Condition({self._lock}, {len(self._waiters)})>'

    def _release_save(self):
        self._lock.release()

    def _acquire_restore(self, state):
        self._lock.acquire()

    def _is_owned(self):
        return self._lock.locked() if type(self._lock) is Lock else not self._try_lock()

    def _try_lock(self):
        free = self._lock.acquire(False)
        if free:
            self._lock.release()
        return free

    def wait(self, timeout=None):
        """Waits for a notification; False if the timeout came first."""
        if not self._is_owned():  #: 350
            raise RuntimeError('cannot wait on un-acquired lock')  #: 351 raise RuntimeError("cannot wait on un-acquired lock")
        waiter = _waiter(self._why, self._of)
        self._waiters.append(waiter)
        state = self._release_save()
        notified = False
        try:
            if timeout is None:
                notified = waiter.acquire()  #: 359 «waiter.acquire()»
            else:
                soon = timeout > 0  #: 362 if «timeout > 0»:
                notified = waiter.acquire(True, timeout) if soon else waiter.acquire(False)  #: 363 gotit = «waiter.acquire(True, timeout)»
            return notified
        finally:
            self._acquire_restore(state)
            if not notified and waiter in self._waiters:
                self._waiters.remove(waiter)

    def wait_for(self, predicate, timeout=None):
        """Waits until the predicate holds; gives its last value."""
        end = None
        remaining = timeout
        while not (result := predicate()):  #: 385 result = «predicate()»
            if remaining is not None:
                if end is None:
                    end = _time() + remaining  #: 389 endtime = «_time() + waittime»
                else:
                    remaining = end - _time()
                    if remaining < _OVER:
                        break
            self.wait(remaining)  #: 394 self.wait(waittime)
        return result

    def notify(self, n=1):
        """Wakes so many of the waiting threads, those that have waited longest."""
        if not self._is_owned():  #: 408
            raise RuntimeError('cannot notify on un-acquired lock')  #: 409 raise RuntimeError("cannot notify on un-acquired lock")
        waiters = self._waiters
        some = waiters and n > 0  #: 411 while waiters and «n > 0»:
        if self._why == 'condition':
            self._used('notify', min(n, len(waiters)) if some else 0)
        while waiters and n > 0:
            waiter = waiters.popleft()
            # One whose timeout has come, but which has not run since, may have been taken already.
            if waiter.locked():
                waiter.release()  #: 414
                n -= 1

    def notify_all(self):
        self.notify(len(self._waiters))  #: 435

    def notifyAll(self):
        _deprecated('notifyAll()', 'use notify_all()')
        self.notify_all()  #: 446


def _condition(lock, why, of):
    """The condition inside another primitive, which the trace takes for that one; `of`: its number, or what is waited for, in words."""
    made = _OwnCondition.__new__(_OwnCondition)
    made._set_up(lock, why, of)
    return made


def _place(self):
    cls = type(self)
    return f'{cls.__module__}.{cls.__qualname__} at {id(self):#x}'


class Semaphore(_Followed):
    """A counter that cannot fall below zero: who would take it there waits."""
    _label = 'threading.Semaphore'

    def __init__(self, value=1):
        if value < 0:  #: 462
            raise ValueError('semaphore initial value must be >= 0')  #: 463 raise ValueError("semaphore initial value must be >= 0")
        number = self._created('thread-semaphore', value, self._label)
        self._cond = _condition(_thread.allocate_lock(), 'semaphore', number)
        self._value = value

    def __repr__(self):
        return f'<{_place(self)}: value={self._value}>'

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")  #: 497
        end = None
        with self._cond:
            while self._value == 0:
                if not blocking:
                    return False
                if timeout is not None:
                    if end is None:
                        end = _time() + timeout  #: 506 endtime = «_time() + timeout»
                    else:
                        timeout = end - _time()
                        if timeout < _OVER:
                            return False
                self._cond.wait(timeout)  #: 511
            self._value -= 1
            self._used('acquire', self._value)
        return True

    __enter__ = acquire

    def release(self, n=1):
        if n < 1:  #: 526
            raise ValueError('n must be one or more')  #: 527
        with self._cond:
            self._value += n
            self._used('release', self._value)
            if self._cond._waiters:
                self._cond.notify(n)  #: 530

    def __exit__(self, t, v, tb):
        self.release()  #: 533


class BoundedSemaphore(Semaphore):
    """A semaphore that must not be released more often than it was acquired."""
    _label = 'threading.BoundedSemaphore'

    def __init__(self, value=1):
        super().__init__(value)  #: 554
        self._initial_value = value

    def __repr__(self):
        return f'<{_place(self)}: value={self._value}/{self._initial_value}>'

    def release(self, n=1):
        if n < 1:  #: 572
            raise ValueError('n must be one or more')  #: 573
        with self._cond:
            if self._value + n > self._initial_value:
                raise ValueError('Semaphore released too many times')  #: 576 raise ValueError("Semaphore released too many times")
            self._value += n
            self._used('release', self._value)
            if self._cond._waiters:
                self._cond.notify(n)  #: 578


_thread._semaphore_shortcuts(Semaphore, BoundedSemaphore)


class Event(_Followed):
    """A flag that threads can wait for."""

    def __init__(self):
        number = self._created('thread-event', 0, 'threading.Event')
        self._cond = _condition(_thread.allocate_lock(), 'event', number)
        self._flag = False

    def _at_fork_reinit(self):
        self._cond._at_fork_reinit()

    def __repr__(self):
        return f"<{_place(self)}: {'set' if self._flag else 'unset'}>"

    def is_set(self):
        return self._flag

    def isSet(self):
        _deprecated('isSet()', 'use is_set()')
        return self.is_set()  #: 618

    def set(self):
        with self._cond:
            self._flag = True
            self._used('set', 1)
            self._cond.notify_all()  #: 629

    def clear(self):
        with self._cond:
            self._flag = False
            self._used('clear')

    def wait(self, timeout=None):
        """Waits until the flag is set; False if the timeout came first."""
        with self._cond:
            return self._flag or self._cond.wait(timeout)  #: 659 signaled = «self._cond.wait(timeout)»


# Those of this module, whatever stands under the public names.
_OwnCondition, _OwnSemaphore, _OwnEvent = Condition, Semaphore, Event
# What executors are made of, which stands in no trace.
_quiet_lock = _thread.allocate_lock
_quiet_queue = _thread._work_queue


def _quiet_semaphore(value):
    made = _OwnSemaphore.__new__(_OwnSemaphore)
    made._cond = _condition(_quiet_lock(), 'semaphore', 0)
    made._value = value
    return made


def _private_event(within):
    """An event of the library's own, which the trace leaves out; who waits for it is said to wait within that call."""
    made = _OwnEvent.__new__(_OwnEvent)
    made._cond = _condition(_thread.allocate_lock(), 'future', within)
    made._flag = False
    return made


class BrokenBarrierError(RuntimeError):
    """A barrier was reset or aborted, or a wait for it timed out."""


_FILLING, _DRAINING, _RESETTING, _BROKEN = 0, 1, -1, -2


class Barrier(_Followed):
    """Lets so many threads go on together once all of them are there."""

    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:  #: 692
            raise ValueError('parties must be > 0')  #: 693 raise ValueError("parties must be > 0")
        number = self._created('thread-barrier', parties, 'threading.Barrier')
        self._cond = _condition(_thread.allocate_lock(), 'barrier', number)
        self._action, self._timeout, self._parties = action, timeout, parties
        self._state = _FILLING
        self._count = 0

    def __repr__(self):
        state = 'broken' if self.broken else f'waiters={self.n_waiting}/{self.parties}'
        return f'<{_place(self)}: {state}>'

    def wait(self, timeout=None):
        """Waits for the others; gives the place in the order of arrival."""
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            self._enter()  #: 720 «self._enter()» # Block while the barrier drains.
            index = self._count
            self._count += 1
            self._used('arrive', self._count)
            try:
                if self._count == self._parties:
                    self._release()  #: 726
                else:
                    self._wait(timeout)  #: 729
                return index
            finally:
                self._count -= 1
                if self._count == 0 and self._state in (_RESETTING, _DRAINING):
                    self._state = _FILLING
                    self._cond.notify_all()

    def _enter(self):
        while self._state in (_RESETTING, _DRAINING):
            self._cond.wait()  #: 741
        if self._state < 0:
            raise BrokenBarrierError  #: 744

    def _release(self):
        try:
            if self._action:
                self._action()  #: 752
            self._state = _DRAINING
            self._used('trip')
            self._cond.notify_all()  #: 755
        except BaseException:
            self._break()  #: 758
            raise  #: 759

    def _wait(self, timeout):
        if not self._cond.wait_for(lambda: self._state != _FILLING, timeout):  #: 764 if not «self._cond.wait_for(lambda : self._state != 0, timeout)»:
            self._break()  #: 766
            raise BrokenBarrierError  #: 767
        if self._state < 0:
            raise BrokenBarrierError  #: 769

    def _break(self):
        self._state = _BROKEN
        self._cond.notify_all()  #: 815

    def reset(self):
        """Back to the beginning; threads that wait get BrokenBarrierError."""
        with self._cond:
            self._used('reset')
            if self._count == 0:
                self._state = _FILLING
            elif self._state in (_FILLING, _BROKEN):
                self._state = _RESETTING
            self._cond.notify_all()  #: 799

    def abort(self):
        """Breaks the barrier for good."""
        with self._cond:
            self._used('abort')
            self._break()  #: 809

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == _FILLING else 0

    @property
    def broken(self):
        return self._state == _BROKEN


class local:
    """An object whose attributes each thread has for itself."""

    def __new__(cls, /, *args, **kwargs):  #: -
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError('Initialization arguments are not supported')
        self = object.__new__(cls)
        object.__setattr__(self, '_local__of_threads', {get_ident(): {}})
        object.__setattr__(self, '_local__arguments', (args, kwargs))
        return self

    def __getattribute__(self, name):  #: -
        own = _attributes_of(self)
        if name == '__dict__':
            return own
        if name in own and not _is_data_descriptor(type(self), name):
            return own[name]
        try:
            if name.startswith('_local__'):
                raise AttributeError
            return object.__getattribute__(self, name)
        except AttributeError:
            raise AttributeError(f"'{_class_name(self)}' object has no attribute '{name}'", name=name, obj=self) from None

    def __setattr__(self, name, value):  #: -
        if name == '__dict__':
            raise AttributeError(f"'{_class_name(self)}' object attribute '__dict__' is read-only")
        if _is_data_descriptor(type(self), name):
            object.__setattr__(self, name, value)
        else:
            _attributes_of(self)[name] = value

    def __delattr__(self, name):  #: -
        if name == '__dict__':
            raise AttributeError(f"'{_class_name(self)}' object attribute '__dict__' is read-only")
        own = _attributes_of(self)
        if name not in own:
            raise AttributeError(f"'{_class_name(self)}' object has no attribute '{name}'", name=name, obj=self)
        del own[name]

    def __reduce_ex__(self, protocol):
        raise TypeError(f'cannot pickle {_class_name(self)!r} object')

    def __dir__(self):  #: -
        names = {*_attributes_of(self), *dir(type(self))}
        if type(self) is local:
            names.discard('__dict__')
        return sorted(names)


local.__module__ = '_thread'
local.__name__ = local.__qualname__ = '_local'
_extension(local)


def _class_name(instance):
    cls = type(instance)
    return '_thread._local' if cls is local else cls.__name__


def _is_data_descriptor(cls, name):
    found = getattr(cls, name, None)
    return found is not None and hasattr(type(found), '__set__')


def _attributes_of(instance):  #: -
    of_threads = object.__getattribute__(instance, '_local__of_threads')
    me = get_ident()
    own = of_threads.get(me)
    if own is None:
        own = of_threads[me] = {}
        if me in _active:
            _touched.setdefault(me, []).append(of_threads)
        init = type(instance).__init__
        if init is not object.__init__:
            args, kwargs = object.__getattribute__(instance, '_local__arguments')
            init(instance, *args, **kwargs)
    return own


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


def __getattr__(name):
    global _list_lock
    if name != '_active_limbo_lock':
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    _list_lock = globals()[name] = RLock()
    return _list_lock


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
        self._handle = _thread._ThreadHandle()
        self._started = _private_event('Thread.start')
        if excepthook is None:
            _make_invoke_excepthook()  #: 924 self._invoke_excepthook = «_make_invoke_excepthook()»
        self._stderr, self._initialized = _sys.stderr, True
        _thread._given(self, Thread.run, args)

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
        _thread._nothing_to_run(self, Thread.run)
        _wait_for_list()
        _limbo[self] = self
        try:
            _thread.start_joinable_thread(self._bootstrap, handle=self._handle, daemon=self._daemonic, name=self._name)
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
    value is None or _thread._explain(value)


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
    thread._handle = _thread._make_thread_handle(thread._ident)
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
        __getattr__('_active_limbo_lock')
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
        _thread._shutdown()  #: 1540 _thread_shutdown()
    except BaseException as exc:
        if all(thread.daemon for thread in _active.values() if thread is not _main_thread):
            # It has come when nobody was waited for any more.
            raise
        # CPython's function reports an interrupt of its waiting by itself.
        _frames.of_nothing(exc)
