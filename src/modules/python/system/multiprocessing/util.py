"""What the package logs, and what is done at a process's end and after a fork."""
import atexit
import os
import sys
import threading
import weakref
from itertools import count

from multiprocessing import _process

__all__ = ['sub_debug', 'debug', 'info', 'sub_warning', 'get_logger', 'log_to_stderr', 'get_temp_dir',
           'register_after_fork', 'is_exiting', 'Finalize', 'ForkAwareThreadLock', 'ForkAwareLocal',
           'close_all_fds_except', 'SUBDEBUG', 'SUBWARNING']

NOTSET, SUBDEBUG, DEBUG, INFO, SUBWARNING = 0, 5, 10, 20, 25
LOGGER_NAME = 'multiprocessing'
DEFAULT_LOGGING_FORMAT = '[%(levelname)s/%(processName)s] %(message)s'

_logger = None
_log_to_stderr = False


def _logs(name, level):
    """A function that logs at a level, once there is a logger."""
    def log(msg, *args):
        if _logger:
            _logger.log(level, msg, *args, stacklevel=2)
    log.__name__ = log.__qualname__ = name
    return log


sub_debug, debug = _logs('sub_debug', SUBDEBUG), _logs('debug', DEBUG)
info, sub_warning = _logs('info', INFO), _logs('sub_warning', SUBWARNING)


def get_logger():
    """The package's logger; from now on the package logs."""
    global _logger
    import logging
    if not _logger:
        _logger = logging.getLogger(LOGGER_NAME)
        _logger.propagate = 0
        # Before logging's own.
        atexit.unregister(_process._at_exit)
        atexit.register(_process._at_exit)
    return _logger


def log_to_stderr(level=None):
    """Have the package's logger write to stderr."""
    global _log_to_stderr
    import logging
    logger = get_logger()
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter(DEFAULT_LOGGING_FORMAT))
    logger.addHandler(handler)
    if level:
        logger.setLevel(level)
    _log_to_stderr = True
    return _logger


def is_abstract_socket_namespace(address):
    if not address:
        return False
    if isinstance(address, bytes):
        return address[0] == 0
    if isinstance(address, str):
        return address[0] == '\0'
    raise TypeError(f'address type of {address!r} unrecognized')


abstract_sockets_supported = True


def get_temp_dir():
    """A directory of the process, removed at its end."""
    current = _process.current_process()
    made = current._config.get('tempdir')
    if made is None:
        import shutil
        import tempfile
        made = tempfile.mkdtemp(prefix='pymp-')
        info('created temp directory %s', made)
        Finalize(None, shutil.rmtree, args=(made,), exitpriority=-100)
        current._config['tempdir'] = made
    return made


# What a forked process calls first: by the order of registration.
_afterfork_registry = weakref.WeakValueDictionary()
_afterfork_counter = count()


def register_after_fork(obj, func):
    """Have func(obj) called in every process that is forked while obj lives."""
    _afterfork_registry[(next(_afterfork_counter), id(obj), func)] = obj


def _run_after_forkers():
    for (_, _, func), obj in sorted(_afterfork_registry.items(), key=lambda item: item[0][0]):
        try:
            func(obj)
        except Exception as exc:
            info('after forker raised exception %s', exc)


_finalizer_registry = {}
_finalizer_counter = count()


class Finalize:
    """A call at the end of an object, or at the process's, by priority."""

    def __init__(self, obj, callback, args=(), kwargs=None, exitpriority=None):
        if exitpriority is not None and not isinstance(exitpriority, int):
            raise TypeError(f'Exitpriority ({exitpriority!r}) must be None or int, not {type(exitpriority)!s}')
        if obj is not None:
            self._weakref = weakref.ref(obj, self)
        elif exitpriority is None:
            raise ValueError('Without object, exitpriority cannot be None')
        self._callback, self._args, self._kwargs = callback, args, kwargs or {}
        self._key = exitpriority, next(_finalizer_counter)
        self._pid = os.getpid()
        _finalizer_registry[self._key] = self

    def __call__(self, wr=None):
        if _finalizer_registry.pop(self._key, None) is None:
            sub_debug('finalizer no longer registered')
            return None
        result = None
        if self._pid != os.getpid():
            sub_debug('finalizer ignored because different process')
        else:
            sub_debug('finalizer calling %s with args %s and kwargs %s', self._callback, self._args, self._kwargs)
            result = self._callback(*self._args, **self._kwargs)  #: 216 res = «self._callback(*self._args, **self._kwargs)»
        self._forget()
        return result

    def _forget(self):
        self._weakref = self._callback = self._args = self._kwargs = self._key = None

    def cancel(self):
        """It is not called any more."""
        if _finalizer_registry.pop(self._key, None) is not None:
            self._forget()

    def still_active(self):
        return self._key in _finalizer_registry

    def __repr__(self):
        ref = getattr(self, '_weakref', None)
        if ref is None or ref() is None:
            return f'<{type(self).__name__} object, dead>'
        parts = [f"callback={getattr(self._callback, '__name__', self._callback)}"]
        if self._args:
            parts.append(f'args={self._args}')
        if self._kwargs:
            parts.append(f'kwargs={self._kwargs}')
        if self._key[0] is not None:
            parts.append(f'exitpriority={self._key[0]}')
        return f"<{type(self).__name__} object, {', '.join(parts)}>"


def _run_finalizers(minpriority=None):
    """Call those with a priority, of at least this: the highest first, of equals the last made."""
    due = [key for key in _finalizer_registry if key[0] is not None and (minpriority is None or key[0] >= minpriority)]
    for key in sorted(due, reverse=True):
        finalizer = _finalizer_registry.get(key)
        if finalizer is not None:
            sub_debug('calling %s', finalizer)
            try:
                finalizer()  #: 292
            except Exception:
                import traceback
                traceback.print_exc()
    if minpriority is None:
        _finalizer_registry.clear()


_exiting = False


def is_exiting():
    """Whether the process has begun to end."""
    return _exiting


def _exit_function():
    """Daemonic children are ended, the others waited for."""
    global _exiting
    if _exiting:
        return
    _exiting = True
    info('process shutting down')
    debug('running all "atexit" finalizers with priority >= 0')
    _run_finalizers(0)
    for child in _process.active_children():
        if child.daemon:
            info('calling terminate() for daemon %s', child.name)
            child.terminate()
    for child in _process.active_children():
        info('calling join() for process %s', child.name)
        child.join()
    debug('running the remaining "atexit" finalizers')
    _run_finalizers()


class ForkAwareThreadLock:
    """A lock that is free in a forked process."""

    def __init__(self):
        self._lock = threading.Lock()
        self.acquire, self.release = self._lock.acquire, self._lock.release
        register_after_fork(self, ForkAwareThreadLock._at_fork_reinit)

    def _at_fork_reinit(self):
        self._lock._at_fork_reinit()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)


class ForkAwareLocal(threading.local):
    """Values of a thread that a forked process begins without."""

    def __init__(self):
        register_after_fork(self, lambda obj: obj.__dict__.clear())

    def __reduce__(self):
        return type(self), ()


def close_all_fds_except(fds):
    kept = sorted(list(fds) + [-1, 256])
    for low, high in zip(kept, kept[1:]):
        os.closerange(low + 1, high)


_process.joins_at_exit()
