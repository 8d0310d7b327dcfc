"""Process objects: starting one by fork or spawn, and what runs in it."""
import atexit
import os
import sys
import threading
import _processes
import _thread
from itertools import count
from multiprocessing import _spawning

# The way of starting processes that has been chosen.
method = None
_children = set()
_counter = count(1)


class ProcessError(Exception):
    __module__ = 'multiprocessing.context'


class BufferTooShort(ProcessError):
    __module__ = 'multiprocessing.context'


class TimeoutError(ProcessError):
    __module__ = 'multiprocessing.context'


class AuthenticationError(ProcessError):
    __module__ = 'multiprocessing.context'


# Set while a process is pickled for a child: only then locks and queues may be.
spawning = None
# By whose context's name something is being made.
making = None


def _nothing_handed_over():
    global spawning
    spawning = None


def assert_spawning(obj):  #: in multiprocessing/context.py
    if spawning is None:
        raise RuntimeError(f'{type(obj).__name__} objects should only be shared between processes through inheritance')  #: 374 raise RuntimeError(⏎    '%s objects should only be shared between processes'⏎    ' through inheritance' % type(obj).__name__⏎    )


def current_process():
    """The Process that runs."""
    return _current


def parent_process():
    """The Process that started this one; None in the program itself."""
    return _parent


def active_children():
    """The children that are alive."""
    _cleanup()
    return list(_children)


def _cleanup():
    for child in list(_children):
        if child._poll() is not None:
            _children.discard(child)


def _is_gone(pid):
    """Whether the program has waited for it by `os.wait`: how it has ended is not known then."""
    others = sys.modules.get('_children')
    return others is not None and pid in others.gone


class BaseProcess:
    """A process: its function, its name, its fate."""
    __module__ = 'multiprocessing.process'
    _start_method = None
    # What others find under its sentinel's number.
    _watched = None
    # Who has started it has one handle on it until it is closed.
    _handle = None

    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}, *, daemon=None):  #: in multiprocessing/process.py
        assert group is None, 'group argument must be None for now'  #: 82 assert «group is None», 'group argument must be None for now'
        number = next(_counter)
        self._identity = _current._identity + (number,)
        self._config = _current._config.copy()
        self._parent_pid = os.getpid()
        self._parent_name = _current.name
        self._pid = self._sentinel = self._alive = None
        self._closed, self._target = False, target
        self._args = tuple(args)  #: 91
        self._kwargs = dict(kwargs)  #: 92
        self._name = name or f"{type(self).__name__}-{':'.join(map(str, self._identity))}"
        _thread._given(self, BaseProcess.run, args)
        if daemon is not None:
            self.daemon = daemon  #: 96

    def _check_closed(self):
        if self._closed:  #: 100
            raise ValueError('process object is closed')  #: 101 raise ValueError("process object is closed")

    def run(self):
        """What the process does."""
        if self._target:
            self._target(*self._args, **self._kwargs)  #: 108

    def _way(self):
        way = self._start_method or method
        if way is None:
            globals()['method'] = way = 'fork'
        return way

    def start(self):
        self._check_closed()  #: 114
        assert self._pid is None, 'cannot start a process twice'  #: 115 assert «self._popen is None», 'cannot start a process twice'
        assert self._parent_pid == os.getpid(), 'can only start a process object created by current process'  #: 116 assert «self._parent_pid == os.getpid()», \
        assert not _current._config.get('daemon'), 'daemonic processes are not allowed to have children'  #: 118 assert «not _current_process._config.get('daemon')», \
        threading._machine._nothing_to_run(self, BaseProcess.run)
        _cleanup()
        joins_at_exit()
        reader, self._alive = _processes.pipe()
        settings = {'cwd': os.getcwd(), 'env': tuple(os.environ.items())}
        _flush()
        try:
            if self._way() == 'fork':
                from multiprocessing import _inheritance
                call_hooks = _inheritance.fork_hooks()
                call_hooks('before')
                pid = _processes.fork(self._name, settings, _forked, self, _inheritance.state_of_modules())
                call_hooks('after_in_parent')
            else:
                pid = (self._by_context if self._start_method is None else self._by_way())(settings)  #: 121 self._popen = «self._Popen(self)»
        finally:
            self._alive.close()
            self._alive = None
        self._pid, self._sentinel = pid, reader
        # What the process needs no more here.
        del self._target, self._args, self._kwargs
        _children.add(self)

    # CPython's steps to a spawned process, as tracebacks show them.
    def _by_context(self, settings):  #: in multiprocessing/context.py _Popen
        return self._by_way()(settings)  #: 224 return «_default_context.get_context().Process._Popen(process_obj)»

    def _by_way(self):
        return self._by_server if self._way() == 'forkserver' else self._by_itself

    def _by_itself(self, settings):  #: in multiprocessing/context.py _Popen
        return self._launched_by_itself(settings)  #: 289 return «Popen(process_obj)»

    def _by_server(self, settings):  #: in multiprocessing/context.py _Popen
        return self._launched_by_server(settings)  #: 301 return «Popen(process_obj)»

    def _launched_by_itself(self, settings):  #: in multiprocessing/popen_spawn_posix.py __init__
        return self._launched(settings, self._told)  #: 32 super().__init__(process_obj)

    def _launched_by_server(self, settings):  #: in multiprocessing/popen_forkserver.py __init__
        return self._launched(settings, self._told_the_server)  #: 35 super().__init__(process_obj)

    def _launched(self, settings, told):  #: in multiprocessing/popen_fork.py __init__
        return told(settings)  #: 20 self._launch(process_obj)

    def _told(self, settings):  #: in multiprocessing/popen_spawn_posix.py _launch
        _spawning.check_bootstrapped(_current)  #: 42 prep_data = «spawn.get_preparation_data(process_obj._name)»
        reduction = self._handed_over()
        try:
            settings['data'] = reduction.dump_whole((self, method))  #: 47 reduction.dump(process_obj, fp)
        finally:
            _nothing_handed_over()
        return self._spawn(settings)

    def _told_the_server(self, settings):  #: in multiprocessing/popen_forkserver.py _launch
        _spawning.check_bootstrapped(_current)  #: 42 prep_data = «spawn.get_preparation_data(process_obj._name)»
        reduction = self._handed_over()
        try:
            settings['data'] = reduction.dump_whole((self, method))  #: 47 reduction.dump(process_obj, buf)
        finally:
            _nothing_handed_over()
        return self._spawn(settings)

    def _handed_over(self):
        global spawning
        _ends_kept.clear()
        from multiprocessing import reduction
        spawning = self
        return reduction

    def _spawn(self, settings):
        global _spawned_by_us, connection_needed
        # The end whose closing says that the process is over: it has it before it runs anything.
        settings['alive'] = _processes.keep(self._alive)
        settings['executable'], settings['argv'], settings['method'] = sys.executable, list(sys.argv), method
        # Where it looks for modules is where this one does.
        settings['path'], settings['ends'] = tuple(sys.path), tuple(_ends_kept)
        settings['by_server'] = by_server = (self._start_method or method) == 'forkserver'
        connection_needed = connection_needed or by_server
        util = sys.modules.get('multiprocessing.util')
        if util and util._logger:
            settings['logs'] = util._log_to_stderr, util._logger.getEffectiveLevel()
        if _spawned_by_us is None:
            from weakref import WeakSet
            _spawned_by_us = WeakSet()
        # In CPython each process keeps two descriptors open here, until nobody holds its object.
        settings['handle'] = 6 + 2 * sum(not process._closed for process in _spawned_by_us)
        _spawned_by_us.add(self)
        return _processes.spawn(self._name, None, 'multiprocessing._process:_spawned', sys.argv[1:], None, None, None,
                                settings, False)

    def __getstate__(self):  #: in multiprocessing/process.py
        return {**self.__dict__, '_alive': None}

    def __setstate__(self, state):
        self.__dict__.update(state)
        self._alive = _current._alive

    def __reduce__(self):
        if spawning is not self:
            raise TypeError('Pickling an AuthenticationString object is disallowed for security reasons')
        return _rebuilt, (type(self), self.__getstate__())

    def _poll(self):
        return None if self._pid is None or _is_gone(self._pid) else _processes.poll(self._pid)

    def _check_own(self, what):
        self._check_closed()
        if self is not _current:
            assert self._parent_pid == os.getpid(), what

    def _signal(self, number):  #: -
        if self._pid is None:
            raise AttributeError("'NoneType' object has no attribute " + ("'terminate'" if number == 15 else "'kill'"))
        try:
            _processes.kill(self._pid, number)
        except ProcessLookupError:
            pass

    def terminate(self):
        self._check_closed()  #: 132
        self._signal(15)  #: 133 «self._popen.terminate»()

    def kill(self):
        self._check_closed()  #: 139
        self._signal(9)  #: 140 «self._popen.kill»()

    def join(self, timeout=None):
        global connection_needed
        self._check_closed()  #: 146
        assert self._parent_pid == os.getpid(), 'can only join a child process'  #: 147 assert «self._parent_pid == os.getpid()», 'can only join a child process'
        assert self._pid is not None, 'can only join a started process'  #: 148 assert «self._popen is not None», 'can only join a started process'
        connection_needed = connection_needed or timeout is not None and self in _children
        if not _is_gone(self._pid) and _wait(self._pid, timeout if timeout is None else max(0.0 + timeout, 0)) is not None:  #: 149 res = «self._popen.wait(timeout)»
            _children.discard(self)

    def is_alive(self):
        self._check_closed()  #: 157
        if self is _current:
            return True
        assert self._parent_pid == os.getpid(), 'can only test a child process'  #: 160 assert «self._parent_pid == os.getpid()», 'can only test a child process'
        if self._pid is None:
            return False
        if self._poll() is None:
            return True
        _children.discard(self)
        return False

    def close(self):
        if self._pid is not None and not self._closed:
            if self._poll() is None:
                raise ValueError('Cannot close a process while it is still running. You should first call join() or terminate().')  #: 181 raise ValueError("Cannot close a process while it is still running. "⏎                 "You should first call join() or terminate().")
            self._sentinel.close()
            if self._watched is not None:
                self._watched.release()
            _children.discard(self)
        self._closed, self._handle = True, None

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        assert isinstance(name, str), 'name must be a string'  #: 195 assert «isinstance(name, str)», 'name must be a string'
        self._name = name

    @property
    def daemon(self):
        return self._config.get('daemon', False)

    @daemon.setter
    def daemon(self, daemonic):
        assert self._pid is None, 'process has already started'  #: 210 assert «self._popen is None», 'process has already started'
        self._config['daemon'] = daemonic

    @property
    def authkey(self):
        return self._config['authkey']

    @authkey.setter
    def authkey(self, authkey):
        self._config['authkey'] = AuthenticationString(authkey)

    @property
    def exitcode(self):
        self._check_closed()
        return self._poll() if self is not _current else None

    @property
    def ident(self):
        self._check_closed()
        return os.getpid() if self is _current else self._pid

    pid = ident

    @property
    def _popen(self):
        # Only who has started it has a handle on it; to itself a process is not one.
        if self._pid is None or self._closed or self._parent_pid != os.getpid():
            return None
        if self._handle is None:
            from multiprocessing.popen_fork import Popen
            self._handle = Popen(self)
        return self._handle

    @property
    def sentinel(self):
        self._check_closed()
        if self._sentinel is None:
            raise ValueError('process not started')
        if self._watched is None:
            from _pipes import Connection
            self._watched = Connection(self._sentinel, None)
        return self._watched.number

    def __repr__(self):
        code = None
        if self is _current:
            status = 'started'
        elif self._closed:
            status = 'closed'
        elif self._parent_pid != os.getpid():
            status = 'unknown'
        elif self._pid is None:
            status = 'initial'
        else:
            code = self._poll()
            status = 'started' if code is None else 'stopped'
        info = [type(self).__name__, f'name={self._name!r}']
        if self._pid is not None and not self._closed and self is not _current:
            info.append(f'pid={self._pid}')
        info.append(f'parent={self._parent_pid}')
        info.append(status)
        if code is not None:
            import signal
            try:
                code = signal.Signals(-code).name if code < 0 else code
                code = f'-{code}' if isinstance(code, str) else code
            except ValueError:
                pass
            info.append(f'exitcode={code}')
        if self.daemon:
            info.append('daemon')
        return f"<{' '.join(info)}>"

    def _bootstrap(self):
        """The process's life; its exit code."""
        global _current, _parent
        code = 1
        try:
            _parent = _ParentProcess(self._parent_name, self._parent_pid)
            _current = self
            threading.main_thread()
            _info('child process calling self.run()')
            self.run()  #: 313
            code = 0
        except SystemExit as exc:
            code = _exit_code(exc)
        except BaseException as exc:
            code = 1
            import traceback
            sys.stderr.write(f'Process {self.name}:\n')
            _thread._explain(exc)
            traceback.print_exc()  #: 327
        finally:
            threading._shutdown()
            _info(f'process exiting with exitcode {code}')
            _flush()
        return code


def _exit_code(exit):
    """The status that a SystemExit means; words are printed."""
    if exit.code is None or isinstance(exit.code, int):
        return (exit.code or 0) & 0xff
    sys.stderr.write(f'{exit.code}\n')
    return 1


def _flush():
    """Writes out what the standard streams hold; a program may have closed them or put nothing in their place."""
    for stream in sys.stdout, sys.stderr:
        try:
            stream.flush()
        except (AttributeError, ValueError):
            pass


class AuthenticationString(bytes):
    """A key by which processes know each other; only a process that is started may be told it."""
    __module__ = 'multiprocessing.process'

    def __reduce__(self):
        if spawning is None:
            raise TypeError(f'Pickling an {type(self).__name__} object is disallowed for security reasons')
        return type(self), (bytes(self),)


class _ParentProcess(BaseProcess):
    def __init__(self, name, pid):
        self._identity, self._name, self._pid = (), name, pid
        self._parent_pid, self._closed, self._config = None, False, {}
        self._sentinel = None

    def is_alive(self):
        return _processes.poll(self._pid) is None

    def join(self, timeout=None):
        _processes.wait(self._pid, timeout)

    @property
    def ident(self):
        return self._pid

    pid = ident


class _MainProcess(BaseProcess):
    def __init__(self):
        self._identity, self._name = (), 'MainProcess'
        self._parent_pid = self._pid = None
        self._closed = False
        # The program draws the key when it imports this, which later random bytes show; its children have the same.
        drawn = b'' if _processes.inherited() else os.urandom(32)
        key = AuthenticationString(_processes.common('authkey', drawn))
        self._config = {'authkey': key, 'semprefix': '/mp'}
        self._sentinel = self._alive = None

    def close(self):
        pass


class Process(BaseProcess):
    __module__ = 'multiprocessing.context'


class ForkProcess(BaseProcess):
    __module__ = 'multiprocessing.context'
    _start_method = 'fork'


class SpawnProcess(BaseProcess):
    __module__ = 'multiprocessing.context'
    _start_method = 'spawn'


class ForkServerProcess(BaseProcess):
    __module__ = 'multiprocessing.context'
    _start_method = 'forkserver'


def _rebuilt(cls, state):
    made = cls.__new__(cls)
    made.__setstate__(state)
    return made


def _forked(process, state):
    """What a forked process does."""
    from multiprocessing import _inheritance
    _inheritance.take_up(state)
    _leave(process)


def _spawned():  #: -
    """What a spawned process does: the program runs as a module, then the process object is read."""
    global method
    import pickle
    import multiprocessing
    settings = _processes.inherited()[1]
    data, _current._alive = settings['data'], _processes.kept(settings['alive'])
    _current._inheriting, method = True, settings['method']
    sys.path[:] = settings['path']
    if 'logs' in settings:
        from multiprocessing import util
        to_stderr, level = settings['logs']
        if to_stderr:
            util.log_to_stderr()
        util.get_logger().setLevel(level)
    import linecache
    handle = settings['handle']
    line = f'from multiprocessing.spawn import spawn_main; spawn_main(tracker_fd=4, pipe_handle={handle})\n'
    linecache.cache['<string>'] = len(line), None, [line], '<string>'
    try:
        _spawning.command(handle)
        process, method = pickle.loads(data)
    except SystemExit as exc:
        _flush()
        _take_ends(settings['ends'])
        if settings['by_server']:
            # Nobody looks at what it says.
            _processes.exit_now(1)
        _processes.exit_now(_exit_code(exc))
    except BaseException:
        import traceback
        traceback.print_exc()
        _flush()
        _take_ends(settings['ends'])
        _processes.exit_now(1)
    finally:
        del _current._inheriting
    _leave(process)


# The numbers of the ends of pipes that a process which is being spawned will have.
_ends_kept = []


def keep_end(end):
    number = _processes.keep(end)
    _ends_kept.append(number)
    return number


def _take_ends(numbers):
    """What a process was to have and has not read goes with it: who waits at the other end is told."""
    for number in numbers:
        try:
            _processes.kept(number)
        except ValueError:
            pass


def _info(text):
    """What the package logs of a process, if anybody has asked for its log."""
    util = sys.modules.get('multiprocessing.util')
    if util is not None:
        util.info(text)


def _at_exit():
    """A process's end: what is to be done then, and what becomes of its children."""
    from multiprocessing import util
    util._exit_function()


def _leave(process):
    """The life of a child process, and what it has registered for its end."""
    global method
    method = process._start_method or method
    joins_at_exit()
    code = process._bootstrap()
    atexit._run_exitfuncs()
    _processes.exit_now(code)


def joins_at_exit():
    """From now on the process waits for its children at its end: before what has been registered so far is called, as
    in CPython what comes first of processes, locks, pipes imports multiprocessing.util."""
    global _joins
    if not _joins:
        _joins = True
        atexit.register(_at_exit)


_joins, _spawned_by_us = False, None
# Whether something was done for which CPython imports multiprocessing.connection.
connection_needed = False
_current, _parent = _MainProcess(), None
_MainProcess.__module__ = _ParentProcess.__module__ = 'multiprocessing.process'


def _wait(pid, timeout):  #: in multiprocessing/popen_fork.py wait
    if timeout is None:
        return _poll_child(pid)  #: 44 return «self.poll(os.WNOHANG if timeout == 0.0 else 0)»
    return _wait_sentinel(pid, timeout)  #: 41 if not «wait([self.sentinel], timeout)»:


def _poll_child(pid):  #: in multiprocessing/popen_fork.py poll
    return _processes.wait(pid, None)  #: 28 pid, sts = «os.waitpid(self.pid, flag)»


def _wait_sentinel(pid, timeout):  #: in multiprocessing/connection.py wait
    return _select(pid, timeout)  #: 1148 ready = «selector.select(timeout)»


def _select(pid, timeout):  #: in selectors.py select
    return _processes.wait(pid, timeout)  #: 398 fd_event_list = «self._selector.poll(timeout)»
