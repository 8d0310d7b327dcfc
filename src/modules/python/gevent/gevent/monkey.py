"""Makes CPython's library let other greenlets go on where it waits."""
import sys

from gevent.hub import cooperate, get_hub, sleep
from greenlet import getcurrent

_patched, _plain = set(), {}


def is_module_patched(mod_name):
    return mod_name in _patched


def is_object_patched(mod_name, item_name):
    return item_name in _plain.get(mod_name, {})


def get_original(mod_name, item_name):
    if isinstance(item_name, str):
        module = __import__(mod_name)
        return _plain.get(mod_name, {}).get(item_name, getattr(module, item_name))
    return [get_original(mod_name, name) for name in item_name]


def patch_item(module, attr, newitem):
    old = getattr(module, attr, None)
    if old is not None:
        _plain.setdefault(module.__name__, {}).setdefault(attr, old)
    setattr(module, attr, newitem)


def patch_time():
    import time
    _patched.add('time')
    patch_item(time, 'sleep', sleep)


class _Waits:
    """A selector whose waits are those of one greenlet."""

    def __init__(self, plain):
        self._plain = plain

    def __getattr__(self, name):
        return getattr(self._plain, name)

    def wait(self, timeout, *args):
        if timeout == 0:
            return self._plain.wait(timeout, *args)
        return cooperate(self._plain.wait, timeout, *args)


def _cooperative_sockets():
    import _network
    import _sockets
    if not isinstance(_sockets._selector, _Waits):
        _sockets._selector = _Waits(_sockets._selector)
        # The waits of the simulated network.
        _network.blocked_by_request = lambda seconds, request: sleep(seconds)


def patch_socket(dns=True, aggressive=True):
    _patched.add('socket')
    _cooperative_sockets()


def patch_thread(threading=True, _threading_local=True, Event=True, logging=True, existing_locks=True):
    import atexit
    import queue
    import threading as threads
    from gevent import _threading, local
    if 'threading' in _patched:
        return
    _patched.update(('threading', 'thread', '_threading_local'))
    for name, kind in _threading.THREADING.items():
        patch_item(threads, name, kind)
    for name, kind in _threading.QUEUES.items():
        patch_item(queue, name, kind)
    patch_item(threads, 'local', local.local)
    for name, part in _threading.PARTS.items():
        patch_item(threads, name, _threading.unless_in_loop(part, getattr(threads, name)))
    patch_item(threads.Thread, 'start', _threading.unless_in_loop(_threading.start, threads.Thread.start))
    if executors := sys.modules.get('concurrent.futures.thread'):
        executors._global_shutdown_lock = _threading.Lock()
    atexit.register(_threading.join_all)


def patch_queue():
    import queue
    from gevent.queue import SimpleQueue
    _patched.add('queue')
    patch_item(queue, 'SimpleQueue', SimpleQueue)


def patch_select(aggressive=True):
    import select
    _patched.add('select')
    patch_item(select, 'select', _waiting(select.select))


def patch_subprocess():
    import subprocess
    _patched.add('subprocess')
    for name in ('wait', 'communicate'):
        patch_item(subprocess.Popen, name, _waiting(getattr(subprocess.Popen, name)))


def _waiting(function):
    def wait(*args, **kwargs):
        return cooperate(function, *args, **kwargs)
    wait.__name__ = function.__name__
    return wait


def _patches(name):
    def patch(*args, **kwargs):
        _patched.add(name)
    patch.__name__ = f'patch_{name}'
    return patch


patch_os, patch_ssl, patch_signal, patch_builtins, patch_contextvars = map(_patches, ('os', 'ssl', 'signal', 'builtins', 'contextvars'))


def patch_dns():
    pass


def patch_sys(stdin=True, stdout=True, stderr=True):
    pass


def patch_all(socket=True, dns=True, time=True, select=True, thread=True, os=True, ssl=True, subprocess=True, sys=False, aggressive=True,
              Event=True, builtins=True, signal=True, queue=True, contextvars=True, **kwargs):
    for wanted, patch in ((os, patch_os), (time, patch_time), (thread, patch_thread), (socket, patch_socket), (select, patch_select),
                          (ssl, patch_ssl), (subprocess, patch_subprocess), (builtins, patch_builtins), (signal, patch_signal),
                          (queue, patch_queue), (contextvars, patch_contextvars)):
        if wanted:
            patch()
    return True
