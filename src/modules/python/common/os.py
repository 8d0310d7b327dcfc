"""What there is of the operating system: a program of its own, with files in memory."""
import _frames
import _processes

name = 'posix'
sep, altsep, extsep, pathsep, linesep = '/', None, '.', ':', '\n'
curdir, pardir, devnull = '.', '..', '/dev/null'
error = OSError


def _environment():  #: -
    # Read when it is wanted first: most programs that import os want paths.
    import _environ
    return globals().get('environ', _environ.environ)


def getenv(key, default=None):  #: in <frozen os>
    return _environment().get(key, default)  #: 814


def putenv(name, value, /):  #: -
    """Of this system alone: environ stays as it is."""
    if '\0' in fsdecode(value):
        raise ValueError('embedded null byte')
    if '=' in fsdecode(name):
        raise ValueError('illegal environment variable name')
    unsetenv(name)
    import _environ
    _environ.put[fsdecode(name)] = fsdecode(value)


def unsetenv(name, /):  #: -
    name = fsdecode(name)
    if '\0' in name:
        raise ValueError('embedded null byte')
    if not name or '=' in name:
        raise OSError(22, 'Invalid argument')
    import _environ
    _environ.put[name] = None


getpid = _processes.getpid
getppid = _processes.getppid


# What CPUs the process may run on.
_affinity = range(8)


def cpu_count():  #: -
    return 8


def process_cpu_count():
    return len(sched_getaffinity(0))


def getlogin():  #: -
    return 'user'


def fspath(path, /):  #: -
    if isinstance(path, (str, bytes)):
        return path
    method = getattr(type(path), '__fspath__', None)
    if method is None:
        raise TypeError(f'expected str, bytes or os.PathLike object, not {type(path).__name__}')
    found = method(path)
    if isinstance(found, (str, bytes)):
        return found
    raise TypeError(f'expected {type(path).__name__}.__fspath__() to return str or bytes, not {type(found).__name__}')


def urandom(size, /):  #: -
    """Random bytes by the run's seed; the program's own random numbers are left alone."""
    size = _frames.ssize(size)
    if size < 0:
        raise ValueError('negative argument not allowed')
    global _source
    if _source is None:
        import random
        _source = random.Random(_frames.seed())
    return _source.randbytes(size)


_source = None
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
EX_OK, EX_USAGE, EX_DATAERR, EX_NOINPUT, EX_UNAVAILABLE, EX_SOFTWARE, EX_OSERR, EX_IOERR = 0, 64, 65, 66, 69, 70, 71, 74
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND = 0, 1, 2, 64, 128, 512, 1024
_OF_CHILDREN = frozenset(('wait', 'waitid', 'waitpid', 'wait3', 'wait4', 'pidfd_open'))
_OF_PROGRAMS = frozenset((
    'execl', 'execle', 'execlp', 'execlpe', 'execv', 'execve', 'execvp', 'execvpe', 'spawnl', 'spawnle',
    'spawnlp', 'spawnlpe', 'spawnv', 'spawnve', 'spawnvp', 'spawnvpe', 'posix_spawn', 'posix_spawnp'))
_OF_FILES = frozenset((
    'open', 'close', 'read', 'write', 'lseek', 'fsync', 'ftruncate', 'fstat', 'isatty', 'listdir', 'mkdir', 'makedirs',
    'remove', 'unlink', 'rename', 'renames', 'replace', 'rmdir', 'removedirs', 'scandir', 'walk', 'stat', 'lstat',
    'chdir', 'access', 'chmod', 'utime', 'truncate', 'symlink', 'link', 'readlink', 'stat_result', 'DirEntry', 'pipe',
    'fdopen', 'set_blocking', 'get_blocking', '_walk_symlinks_as_files'))
_OF_FEW = frozenset((
    'eventfd', 'eventfd_read', 'eventfd_write', 'memfd_create', 'statvfs', 'fstatvfs', 'statvfs_result', 'fchdir', 'fchmod',
    'copy_file_range', 'posix_fallocate', 'posix_fadvise', 'preadv', 'pwritev', 'fwalk'))


def __getattr__(name):
    if name in _OF_FILES:
        import _files
        value = globals()[name] = getattr(_files, name)
        return value
    for names, module in ((_OF_CHILDREN, '_children'), (_OF_PROGRAMS, '_exec'), (('dup', 'dup2'), '_duplicates'),
                          (_OF_FEW, '_os_rare')):
        if name in names:
            value = globals()[name] = getattr(__import__(module), name)
            return value
    if name in ('environ', 'environb', '_Environ'):
        import _environ
        value = globals()[name] = getattr(_environ, name)
        return value
    if not name.startswith('_'):
        import _os_more
        if name in vars(_os_more):
            return vars(_os_more)[name]
    raise AttributeError(f"module 'os' has no attribute '{name}'")


def __dir__():
    import _os_more
    more = (name for name in vars(_os_more) if not name.startswith('_'))
    return sorted({*globals(), *_OF_FILES, *_OF_CHILDREN, *_OF_PROGRAMS, *_OF_FEW, *more, 'dup', 'dup2', 'environ', 'environb'})


def getcwd():  #: -
    import sys
    files = sys.modules.get('_files')
    return files.cwd if files else '/home/user'


def getcwdb():  #: -
    return fsencode(getcwd())


def fsencode(filename):
    filename = fspath(filename)  #: 849
    return filename if isinstance(filename, bytes) else filename.encode('utf-8', 'surrogateescape')


def fsdecode(filename):
    filename = fspath(filename)  #: 861
    return filename if isinstance(filename, str) else filename.decode('utf-8', 'surrogateescape')


def get_terminal_size(fd=1, /):  #: -
    raise OSError(25, 'Inappropriate ioctl for device')


def sched_getaffinity(pid, /):  #: -
    if pid := _frames.parsed_int(pid):
        _processes.group(pid)
    return set(_affinity)


def getloadavg():  #: -
    return 0.0, 0.0, 0.0


def kill(pid, signal, /):  #: -
    """Sends a signal to a process of the program."""
    pid, signal = _frames.parsed_int(pid), _frames.ssize(signal)
    if not 0 <= signal < 65:
        raise OSError(22, 'Invalid argument')
    if pid == getpid():
        if signal:
            _frames.signal(signal)
    elif pid > 0:
        _processes.kill(pid, signal)
    elif _processes.kill_group(-pid or _processes.group(getpid()), signal) and signal:
        _frames.signal(signal)


def killpg(pgid, signal, /):  #: -
    kill(-pgid, signal)


def abort():  #: -
    kill(getpid(), 6)


def system(command):  #: -
    """Runs a command in a shell; its wait status."""
    import subprocess
    code = subprocess.call(['sh', '-c', fspath(command)], executable='/bin/sh')
    return -code if code < 0 else code << 8


class _wrap_close:
    """The file of a process of popen(), whose close() gives the status."""

    def __init__(self, stream, process):
        self._stream, self._proc = stream, process

    def close(self):
        self._stream.close()
        code = self._proc.wait()
        return code << 8 or None

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def __getattr__(self, name):
        return getattr(self._stream, name)

    def __iter__(self):
        return iter(self._stream)


def popen(cmd, mode='r', buffering=-1):
    """A command in a shell, with a pipe from or to it."""
    import subprocess
    if not isinstance(cmd, str):
        raise TypeError("invalid cmd type (%s, expected string)" % type(cmd))  #: 1017
    if mode not in ('r', 'w'):
        raise ValueError("invalid mode %r" % mode)  #: 1019
    name = 'stdout' if mode == 'r' else 'stdin'
    process = subprocess.Popen(cmd, shell=True, text=True, **{name: subprocess.PIPE})
    return _wrap_close(getattr(process, name), process)


WNOHANG, WUNTRACED = 1, 2


def fork():  #: -
    """Another process like this one: its pid, and 0 in that process."""
    import sys
    from multiprocessing import _inheritance
    settings = {'cwd': getcwd(), 'env': tuple(_environment().items())}
    threading = sys.modules.get('threading')
    if threading is not None and threading.active_count() > 1:
        import warnings
        warnings.warn(f'This process (pid={getpid()}) is multi-threaded, use of fork() may lead to deadlocks in the child.',
                      DeprecationWarning, stacklevel=1)
    call_hooks = _inheritance.fork_hooks()
    call_hooks('before')
    state, atexit = _inheritance.state_of_modules(), sys.modules.get('atexit')
    at_exit = atexit and atexit._registered_by_the_program()
    pid = _processes.split(sys.argv[0] or 'python', settings)
    if pid:
        import _children
        _children.started(pid)
        call_hooks('after_in_parent')
    else:
        _inheritance.take_up(state)
        if at_exit:
            import atexit
            atexit._functions.extend(at_exit)
    return pid


def waitstatus_to_exitcode(status):  #: -
    status = _frames.c_int(status)
    if not status & 127:
        return status >> 8 & 255
    if status & 255 == 127:
        raise ValueError(f'process stopped by delivery of signal {status >> 8 & 255}')
    if status & 127 == 127:
        raise ValueError(f'invalid wait status: {status}')
    return -(status & 127)


def _exit(status):  #: -
    _processes.exit_now(status)


_exit = _frames.builtin(_exit, 'posix')


def WIFEXITED(status):  #: -
    return not _frames.c_int(status) & 127


def WEXITSTATUS(status):  #: -
    return _frames.c_int(status) >> 8 & 255


def WIFSIGNALED(status):  #: -
    return 0 < _frames.c_int(status) & 127 < 127


def WTERMSIG(status):  #: -
    return _frames.c_int(status) & 127


def WCOREDUMP(status, /):  #: -
    return bool(_frames.c_int(status) & 128)


def WIFSTOPPED(status):  #: -
    return _frames.c_int(status) & 255 == 127


def WIFCONTINUED(status):  #: -
    return _frames.c_int(status) == 0xffff


def WSTOPSIG(status):  #: -
    return _frames.c_int(status) >> 8 & 255


def getuid():  #: -
    return 1000


getgid = geteuid = getegid = getuid


def uname():  #: -
    import platform
    return __getattr__('uname_result')(tuple(platform.uname())[:5])


def times():  #: -
    import time
    return __getattr__('times_result')((time.process_time(), 0.0, 0.0, 0.0, time.monotonic()))


def umask(mask, /):  #: -
    import _files
    before, _files.masked = _files.masked, _frames.c_int(mask) & 0o777
    return before


def nice(increment, /):  #: -
    return max(_frames.c_int(increment), 0)


def strerror(code, /):  #: -
    import _error_words
    return _error_words.of(_frames.c_int(code))


import abc as _abc
_GenericAlias = type(list[int])


def _is_path_like(cls, sub):  #: -
    if cls is not PathLike:
        return NotImplemented
    found = next((vars(base)['__fspath__'] for base in sub.__mro__ if '__fspath__' in vars(base)), None)
    return NotImplemented if found is None else True


PathLike = _abc.ABCMeta('PathLike', (_abc.ABC,), {
    '__module__': 'os', '__doc__': 'What os.fspath takes besides text.', '__slots__': (), '__class_getitem__': classmethod(_GenericAlias),
    '__fspath__': _abc.abstractmethod(lambda self: None),
    '__subclasshook__': classmethod(lambda cls, sub: _is_path_like(cls, sub))})
import os.path as path


from _frames import native as _native
_native(globals(), 'getenv', 'process_cpu_count', 'fsencode', 'fsdecode', 'popen')
