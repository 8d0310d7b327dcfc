"""Names of asyncio's modules that are private, and that published programs use nevertheless."""
import asyncio
import concurrent.futures
import enum
import functools
import itertools
import os
import subprocess
import sys
import types
from collections.abc import Coroutine, MutableMapping, MutableSet
from asyncio._flow_control import _FlowControlMixin
from asyncio._private_addresses import _interleave_addrinfos, _ipaddr_info, _set_reuseport
from asyncio._states import Runner as _State, Timeout as _TimeoutState, _BarrierState
from asyncio.log import logger

_DEFAULT_LIMIT = 2 ** 16
MAXIMUM_SELECT_TIMEOUT = 24 * 3600
_MIN_SCHEDULED_TIMER_HANDLES = 100
_MIN_CANCELLED_TIMER_HANDLES_FRACTION = 0.5

LOG_THRESHOLD_FOR_CONNLOST_WRITES = 5
ACCEPT_RETRY_DELAY = 1
DEBUG_STACK_DEPTH = 10
SSL_HANDSHAKE_TIMEOUT = 60.0
SSL_SHUTDOWN_TIMEOUT = 30.0
SENDFILE_FALLBACK_READBUFFER_SIZE = 1024 * 256
FLOW_CONTROL_HIGH_WATER_SSL_READ = 256
FLOW_CONTROL_HIGH_WATER_SSL_WRITE = 512
THREAD_JOIN_TIMEOUT = 300


class _SendfileMode(enum.Enum):
    __module__ = 'asyncio.constants'
    UNSUPPORTED = enum.auto()
    TRY_NATIVE = enum.auto()
    FALLBACK = enum.auto()


# Marks what is a coroutine function by its word.
_is_coroutine = object()

_COROUTINE_TYPES = types.CoroutineType, Coroutine
STACK_DEBUG = 9
_CFuture = _PyFuture = asyncio.Future
_CTask = _PyTask = asyncio.Task
_HAS_IPv6 = True
# Tasks that a program makes itself; asyncio's own are counted apart.
_task_name_counter = itertools.count(1).__next__
_UnixDefaultEventLoopPolicy = asyncio.DefaultEventLoopPolicy

_PENDING, _CANCELLED, _FINISHED = 'PENDING', 'CANCELLED', 'FINISHED'


def _get_loop(fut):
    get_loop = getattr(fut, 'get_loop', None)
    return fut._loop if get_loop is None else get_loop()


def _set_result_unless_cancelled(fut, result):
    if not fut.cancelled():
        fut.set_result(result)


def _convert_future_exc(exc):
    kinds = {concurrent.futures.CancelledError: asyncio.CancelledError, TimeoutError: TimeoutError,
             concurrent.futures.InvalidStateError: asyncio.InvalidStateError}
    kind = kinds.get(type(exc))
    return exc if kind is None else kind(*exc.args).with_traceback(exc.__traceback__)


def _set_concurrent_future_state(concurrent, source):
    assert source.done()
    if source.cancelled():
        concurrent.cancel()
    if not concurrent.set_running_or_notify_cancel():
        return
    exception = source.exception()
    if exception is None:
        concurrent.set_result(source.result())
    else:
        concurrent.set_exception(_convert_future_exc(exception))


def _copy_future_state(source, dest):
    assert source.done()
    if dest.cancelled():
        return
    assert not dest.done()
    if source.cancelled():
        dest.cancel()
        return
    exception = source.exception()
    if exception is None:
        dest.set_result(source.result())
    else:
        dest.set_exception(_convert_future_exc(exception))


def _chain_future(source, destination):
    """What becomes of the one becomes of the other; who cancels that one cancels this one."""
    kinds = concurrent.futures.Future
    if not asyncio.isfuture(source) and not isinstance(source, kinds):
        raise TypeError('A future is required for source argument')
    if not asyncio.isfuture(destination) and not isinstance(destination, kinds):
        raise TypeError('A future is required for destination argument')
    from_loop = _get_loop(source) if asyncio.isfuture(source) else None
    to_loop = _get_loop(destination) if asyncio.isfuture(destination) else None

    def _set_state(future, other):
        if asyncio.isfuture(future):
            _copy_future_state(other, future)
        else:
            _set_concurrent_future_state(future, other)

    def _call_check_cancel(destination):
        if destination.cancelled():
            if from_loop is None or from_loop is to_loop:
                source.cancel()
            else:
                from_loop.call_soon_threadsafe(source.cancel)

    def _call_set_state(source):
        if destination.cancelled() and to_loop is not None and to_loop.is_closed():
            return
        if to_loop is None or to_loop is from_loop:
            _set_state(destination, source)
        elif not to_loop.is_closed():
            to_loop.call_soon_threadsafe(_set_state, destination, source)

    destination.add_done_callback(_call_check_cancel)
    source.add_done_callback(_call_set_state)


async def _wait(fs, timeout, return_when, loop):
    waiter, left = loop.create_future(), len(fs)

    def _on_completion(future):
        nonlocal left
        left -= 1
        failed = not future.cancelled() and future.exception() is not None
        if left <= 0 or return_when == 'FIRST_COMPLETED' or return_when == 'FIRST_EXCEPTION' and failed:
            if timer is not None:
                timer.cancel()
            _release_waiter(waiter)

    timer = None if timeout is None else loop.call_later(timeout, _release_waiter, waiter)
    for future in fs:
        future.add_done_callback(_on_completion)
    try:
        await waiter
    finally:
        if timer is not None:
            timer.cancel()
        for future in fs:
            future.remove_done_callback(_on_completion)
    done = {future for future in fs if future.done()}
    return done, set(fs) - done


def _run_until_complete_cb(fut):
    if not fut.cancelled() and isinstance(fut.exception(), (SystemExit, KeyboardInterrupt)):
        return
    _get_loop(fut).stop()


def _cancel_all_tasks(loop):
    tasks = asyncio.tasks.all_tasks(loop)
    if not tasks:
        return
    for task in tasks:
        task.cancel()
    loop.run_until_complete(asyncio.tasks.gather(*tasks, return_exceptions=True))
    for task in tasks:
        if not task.cancelled() and task.exception() is not None:
            loop.call_exception_handler({
                'message': 'unhandled exception during asyncio.run() shutdown',
                'exception': task.exception(),
                'task': task,
            })


def _release_waiter(waiter, *args):
    if not waiter.done():
        waiter.set_result(None)


async def _cancel_and_wait(fut):
    """Cancels a future and waits until it is done, whatever comes of it."""
    waiter = asyncio.events.get_running_loop().create_future()
    release = functools.partial(_release_waiter, waiter)
    fut.add_done_callback(release)
    try:
        fut.cancel()
        await waiter
    finally:
        fut.remove_done_callback(release)


def _is_debug_mode():
    named = not sys.flags.ignore_environment and os.environ.get('PYTHONASYNCIODEBUG')
    return sys.flags.dev_mode or bool(named)


def _format_coroutine(coro):
    """What a coroutine is and where it stands."""
    assert asyncio.iscoroutine(coro)
    native = hasattr(coro, 'cr_code')
    name = (getattr(coro, '__qualname__', None) or getattr(coro, '__name__', None)
            or f'<{type(coro).__name__} without __name__>')
    code = coro.cr_code if native else getattr(coro, 'gi_code', None)
    frame = coro.cr_frame if native else getattr(coro, 'gi_frame', None)
    running = getattr(coro, 'cr_running' if native else 'gi_running', False)
    if code is None:
        return f'{name}() running' if running else f'{name}()'
    if frame is None:
        return f'{name}() done, defined at {code.co_filename}:{code.co_firstlineno}'
    return f'{name}() running at {code.co_filename or "<empty co_filename>"}:{frame.f_lineno}'


def _format_handle(handle):
    """A task's step shows the task."""
    task = getattr(handle._callback, '__self__', None)
    return repr(task) if isinstance(task, asyncio.Task) else str(handle)


def _format_pipe(fd):
    return {subprocess.PIPE: '<pipe>', subprocess.STDOUT: '<stdout>'}.get(fd) or repr(fd)


def can_use_pidfd():
    return True


def __getattr__(name):
    """What stands in other texts of asyncio's."""
    if name.startswith('_UnixSubprocess'):
        import asyncio._subprocess as text
    elif name.startswith('_Unix'):
        import asyncio._pipes as text
    elif name == 'BaseChildWatcher':
        import asyncio._watchers as text
    else:
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    return getattr(text, name)


for _name, _of in (('_format_coroutine', 'coroutines'), ('_is_debug_mode', 'coroutines'),
                   ('_format_handle', 'base_events'), ('_format_pipe', 'base_events'), ('can_use_pidfd', 'unix_events')):
    globals()[_name].__module__ = f'asyncio.{_of}'
for _name in ('_get_loop', '_set_result_unless_cancelled', '_convert_future_exc', '_set_concurrent_future_state',
              '_copy_future_state', '_chain_future'):
    globals()[_name].__module__ = 'asyncio.futures'
_run_until_complete_cb.__module__ = 'asyncio.base_events'
_cancel_all_tasks.__module__ = 'asyncio.runners'
_cancel_and_wait.__module__ = _release_waiter.__module__ = 'asyncio.tasks'


def _swap_current_task(loop, task):
    before = asyncio.current_task(loop)
    if before is not None:
        asyncio._leave_task(loop, before)
    if task is not None:
        asyncio._enter_task(loop, task)
    return before


class _Current(MutableMapping):
    """Which task runs in which loop: a dict in CPython."""

    def __getitem__(self, loop):
        task = asyncio.current_task(loop)
        if task is None:
            raise KeyError(loop)
        return task

    def __setitem__(self, loop, task):
        _swap_current_task(loop, task)

    def __delitem__(self, loop):
        self[loop]
        _swap_current_task(loop, None)

    def __iter__(self):
        loop = asyncio._get_running_loop()
        return iter(() if loop is None or asyncio.current_task(loop) is None else (loop,))

    def __len__(self):
        return sum(1 for _ in self)

    def __repr__(self):
        return repr(dict(self))


_current_tasks = _Current()


class _Scheduled(MutableSet):
    """The tasks of the running loop that are not done, and what was registered: a set of weak references in CPython."""

    def __contains__(self, task):
        return isinstance(task, asyncio.Task) and task in asyncio.all_tasks(task.get_loop())

    def __iter__(self):
        loop = asyncio._get_running_loop()
        return iter(()) if loop is None else iter(asyncio.all_tasks(loop))

    def __len__(self):
        return sum(1 for _ in self)

    def add(self, task):
        asyncio._register_task(task)

    def discard(self, task):
        asyncio._unregister_task(task)


_scheduled_tasks = _Scheduled()
_eager_tasks = set()


def _register_eager_task(task):
    """What runs eagerly is one of the loop's tasks."""
    _eager_tasks.add(task)
    asyncio._register_task(task)


def _unregister_eager_task(task):
    _eager_tasks.discard(task)
    asyncio._unregister_task(task)


for _way in ('py', 'c'):
    for _name in ('current_task', '_register_task', '_unregister_task', '_enter_task', '_leave_task', '_swap_current_task',
                  '_register_eager_task', '_unregister_eager_task'):
        globals()[f'_{_way}_{_name.lstrip("_")}'] = globals().get(_name) or getattr(asyncio, _name)


def _feed_data_to_buffered_proto(proto, data):
    """Gives bytes to a protocol by the buffers that it hands out, as much as fits into each."""
    rest = memoryview(data)
    while rest:
        buffer = proto.get_buffer(len(rest))
        room = len(buffer)
        if not room:
            raise RuntimeError('get_buffer() returned an empty buffer')
        if room >= len(rest):
            buffer[:len(rest)] = rest
            proto.buffer_updated(len(rest))
            return
        buffer[:room] = rest[:room]
        proto.buffer_updated(room)
        rest = rest[room:]


_feed_data_to_buffered_proto.__module__ = 'asyncio.protocols'


class _Local:
    """What a default policy keeps for the thread that asks."""

    def __init__(self, policy, loop, set_called):
        vars(self).update(_policy=policy, _loop=loop, _set_called=set_called)

    def __setattr__(self, name, value):
        if name == '_loop':
            self._policy.set_event_loop(value)
        vars(self)[name] = value
