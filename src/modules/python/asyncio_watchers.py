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

    def attach_loop(self, loop):
        pass

    def close(self):
        pass

    def is_active(self):
        return True

    def add_child_handler(self, pid, callback, *args):
        import _frames
        _frames.not_supported('child watchers of a program\'s own', 'asyncio.create_subprocess_exec')

    def remove_child_handler(self, pid):
        return False

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        pass


class PidfdChildWatcher(AbstractChildWatcher):
    __module__ = 'asyncio.unix_events'


class ThreadedChildWatcher(AbstractChildWatcher):
    __module__ = 'asyncio.unix_events'


class BaseChildWatcher(AbstractChildWatcher):
    """One that belongs to a loop."""
    __module__ = 'asyncio.unix_events'

    def __init__(self):
        self._loop = None

    def attach_loop(self, loop):
        self._loop = loop

    def close(self):
        self._loop = None

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


class MultiLoopChildWatcher(AbstractChildWatcher):
    __module__ = 'asyncio.unix_events'

    def __init__(self):
        _deprecated('MultiLoopChildWatcher')


AbstractChildWatcher.__module__ = 'asyncio.unix_events'
_watcher = None


def get_child_watcher():
    _of_module('get_child_watcher', 842)
    return _get()


def _of_module(name, line):
    text = f'{name!r} is deprecated as of Python 3.12 and will be removed in Python 3.14.'
    _warnings.warn_explicit(text, DeprecationWarning, '<stdlib>/asyncio/events.py', line, 'asyncio.events')


def _get():
    global _watcher
    if _watcher is None:
        _watcher = PidfdChildWatcher()
    return _watcher


def set_child_watcher(watcher):
    _of_module('set_child_watcher', 848)
    _set(watcher)


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


def __getattr__(name):
    if name == 'logger':
        import logging
        return logging.getLogger('asyncio')
    raise AttributeError(name)
