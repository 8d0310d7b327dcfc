"""Greenlets under a loop: each waits in its turn, and only where it waits do others go on."""
from gevent.greenlet import Greenlet, joinall, killall
from gevent.hub import get_hub, idle, iwait, kill, reinit, signal as signal_handler, sleep, spawn_raw, wait
from gevent.timeout import Timeout, with_timeout
from greenlet import GreenletExit, getcurrent

__version__ = '26.9.0'
__all__ = ['Greenlet', 'GreenletExit', 'Timeout', 'get_hub', 'getcurrent', 'getswitchinterval', 'idle', 'iwait', 'joinall', 'kill', 'killall',
           'reinit', 'setswitchinterval', 'signal_handler', 'sleep', 'spawn', 'spawn_later', 'spawn_raw', 'wait', 'with_timeout']
spawn, spawn_later = Greenlet.spawn, Greenlet.spawn_later
_switch_interval = [0.005]
_MISSING = {'config', 'fork', 'ares', 'backdoor', 'core', 'os', 'resolver', 'baseserver', 'fileobject', 'pywsgi', 'util', 'ssl', 'thread', 'threading', 'signal', 'selectors', 'builtins', 'contextvars', 'events', 'win32util', 'libev', 'libuv'}


def getswitchinterval():
    return _switch_interval[0]


def setswitchinterval(interval):
    _switch_interval[0] = interval


def __getattr__(name):
    if name in _MISSING:
        from _frames import not_supported
        not_supported(f'gevent.{name}')
    if name in ('monkey', 'pool', 'queue', 'event', 'lock', 'local', 'socket', 'threadpool', 'time', 'exceptions', 'subprocess', 'select', 'server'):
        import importlib
        return importlib.import_module(f'gevent.{name}')
    raise AttributeError(f"module 'gevent' has no attribute {name!r}")
