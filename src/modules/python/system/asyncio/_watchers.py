"""asyncio's child watchers, which are on their way out: processes are watched without them."""
import warnings as _warnings


def _deprecated(name, level=2):
    _warnings.warn(f'{name!r} is deprecated as of Python 3.12 and will be removed in Python 3.14.', DeprecationWarning,
                   stacklevel=level)


class AbstractChildWatcher:
    """What tells that a child has ended."""

    def __init_subclass__(cls):
        if not cls.__module__.startswith('asyncio'):
            _deprecated('AbstractChildWatcher')

    def add_child_handler(self, pid, callback, *args):
        raise NotImplementedError()

    def remove_child_handler(self, pid):
        raise NotImplementedError()

    def attach_loop(self, loop):
        raise NotImplementedError()

    def close(self):
        raise NotImplementedError()

    def is_active(self):
        raise NotImplementedError()

    def __enter__(self):
        raise NotImplementedError()

    def __exit__(self, exc_type, exc_val, exc_tb):
        raise NotImplementedError()


class _Watching(AbstractChildWatcher):
    """Each child has a thread that waits for it and calls back in its loop."""
    __module__ = 'asyncio.unix_events'
    _daemon = True

    def __init__(self):
        self._watched = {}

    def attach_loop(self, loop):
        pass

    def close(self):
        pass

    def is_active(self):
        return True

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        pass

    def _loop_of(self):
        import asyncio
        return asyncio.events.get_running_loop()

    def add_child_handler(self, pid, callback, *args):
        import threading
        token = self._watched[pid] = object()
        threading.Thread(target=self._wait, name=f'asyncio-waitpid-{len(self._watched) - 1}', daemon=self._daemon,
                         args=(self._loop_of(), pid, token, callback, args)).start()

    def _wait(self, loop, pid, token, callback, args):
        import os
        try:
            pid, status = os.waitpid(pid, 0)
        except ChildProcessError:
            from asyncio.log import logger
            code = 255
            logger.warning('Unknown child process pid %d, will report returncode 255', pid)
        else:
            code = os.waitstatus_to_exitcode(status)
        if loop.is_closed():
            from asyncio.log import logger
            logger.warning('Loop %r that handles pid %r is closed', loop, pid)
        else:
            loop.call_soon_threadsafe(self._ended, pid, token, callback, code, args)

    def _ended(self, pid, token, callback, code, args):
        if self._watched.get(pid) is token:
            del self._watched[pid]
            callback(pid, code, *args)

    def remove_child_handler(self, pid):
        return self._watched.pop(pid, None) is not None


class PidfdChildWatcher(_Watching):
    """The loop that runs watches the process itself."""
    __module__ = 'asyncio.unix_events'

    def add_child_handler(self, pid, callback, *args):
        import _children
        from asyncio._subprocess import watch_child
        loop = self._loop_of()
        if pid in _children.gone:
            raise ProcessLookupError(3, 'No such process')
        watch_child(loop, pid, callback, *args)

    def remove_child_handler(self, pid):
        return True


class ThreadedChildWatcher(_Watching):
    __module__ = 'asyncio.unix_events'

    def remove_child_handler(self, pid):
        """A thread that waits cannot be stopped."""
        return True


class BaseChildWatcher(_Watching):
    """One that belongs to a loop."""
    __module__ = 'asyncio.unix_events'

    def __init__(self):
        super().__init__()
        self._loop = None

    def _loop_of(self):
        return self._loop

    def attach_loop(self, loop):
        self._loop = loop

    def close(self):
        self.attach_loop(None)
        self._watched.clear()

    def is_active(self):
        return self._loop is not None and self._loop.is_running()


class SafeChildWatcher(BaseChildWatcher):
    __module__ = 'asyncio.unix_events'

    def __init__(self):
        super().__init__()
        _deprecated('SafeChildWatcher')


class FastChildWatcher(BaseChildWatcher):
    __module__ = 'asyncio.unix_events'

    def __init__(self):
        super().__init__()
        _deprecated('FastChildWatcher')


class MultiLoopChildWatcher(_Watching):
    __module__ = 'asyncio.unix_events'

    _attached = False

    def attach_loop(self, loop):
        self._attached = True

    def close(self):
        self._watched.clear()
        self._attached = False

    def is_active(self):
        return self._attached

    def __init__(self):
        super().__init__()
        _deprecated('MultiLoopChildWatcher')


AbstractChildWatcher.__module__ = 'asyncio.unix_events'
_watcher = None


def get_child_watcher():  #: in asyncio/events.py
    _of_module('get_child_watcher', 842)
    return _get()  #: 842 return «get_event_loop_policy().get_child_watcher()»


def _of_module(name, line):
    text = f'{name!r} is deprecated as of Python 3.12 and will be removed in Python 3.14.'
    _warnings._warn_at(text, DeprecationWarning, '<stdlib>/asyncio/events.py', line, 'asyncio.events')


def _get():
    global _watcher
    if _watcher is None:
        _watcher = PidfdChildWatcher()
    return _watcher


def set_child_watcher(watcher):
    _of_module('set_child_watcher', 848)
    _set(watcher)  #: 848 return «get_event_loop_policy().set_child_watcher(watcher)»


def _set(watcher):
    global _watcher
    assert watcher is None or isinstance(watcher, AbstractChildWatcher)
    _watcher = watcher


def of_policy(policy):
    _deprecated('get_child_watcher')
    return _get()


def to_policy(policy, watcher):
    _deprecated('set_child_watcher')
    _set(watcher)


of_policy.__qualname__ = '_UnixDefaultEventLoopPolicy.get_child_watcher'
to_policy.__qualname__ = '_UnixDefaultEventLoopPolicy.set_child_watcher'


def __getattr__(name):
    if name == 'logger':
        import logging
        return logging.getLogger('asyncio')
    raise AttributeError(name)


from _frames import unseen as _unseen
_unseen(_Watching)
