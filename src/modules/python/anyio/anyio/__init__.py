"""anyio over asyncio and trio: task groups, cancel scopes, streams."""
import math as _math

from anyio import _errors, _seam
from anyio._sync import (CapacityLimiter, CapacityLimiterStatistics, Condition, ConditionStatistics, Event, EventStatistics, Lock, LockStatistics,
                         ResourceGuard, Semaphore, SemaphoreStatistics)
from anyio._seam import TaskInfo
from anyio._tasks import (TASK_STATUS_IGNORED, CancelScope, TaskHandle, create_task_group, current_effective_deadline, fail_after, fail_at,
                          move_on_after, move_on_at)

__version__ = '4.16.0'
_LATER = {'_concurrency': 'amap as_completed', '_connectables': 'TCPConnectable UNIXConnectable as_connectable',
          '_contexts': 'AsyncContextManagerMixin ContextManagerMixin',
          '_tempfiles': 'TemporaryFile NamedTemporaryFile SpooledTemporaryFile TemporaryDirectory gettempdir gettempdirb mkdtemp mkstemp',
          '_futures': 'Future', '_typedattr': 'typed_attribute TypedAttributeSet TypedAttributeProvider', '_files': 'AsyncFile Path open_file wrap_file', '_processes': 'open_process open_signal_receiver run_process',
          '_net': 'connect_tcp connect_unix create_tcp_listener create_unix_listener create_udp_socket getaddrinfo wait_readable wait_writable'}
_MODULES = 'abc from_thread functools lowlevel streams to_process to_thread'.split()


def run(func, *args, backend='asyncio', backend_options=None):
    found = _seam.running()
    if found is not None:
        raise RuntimeError(f'Already running {found.name} in this thread')
    return _seam.named(backend).run(func, args, backend_options or {})


async def sleep(delay):
    if not delay >= 0:
        raise ValueError('delay must be a non-negative number')
    await _seam.backend().sleep(delay)


async def sleep_forever():
    await sleep(_math.inf if _seam.backend().name == 'trio' else 10 ** 9)


async def sleep_until(deadline):
    await sleep(max(deadline - current_time(), 0))


def current_time():
    return _seam.backend().current_time()


def get_all_backends():
    return _seam.NAMES


def get_available_backends():
    return _seam.NAMES


def get_cancelled_exc_class():
    return _seam.backend().Cancelled


def get_current_task():
    return _seam.backend().current_task()


def get_running_tasks():
    return _seam.backend().running_tasks()


async def wait_all_tasks_blocked():
    await _seam.backend().wait_all_tasks_blocked()


async def aclose_forcefully(resource):
    with CancelScope() as scope:
        scope.cancel()
        await resource.aclose()


class _create_memory_object_stream(tuple):
    """A pair of streams; callable with a type in brackets as well."""

    def __new__(cls, max_buffer_size=0, item_type=None):
        from anyio.streams.memory import MemoryObjectReceiveStream, MemoryObjectSendStream, _State
        if max_buffer_size != _math.inf and not isinstance(max_buffer_size, int):
            raise ValueError('max_buffer_size must be either an integer or math.inf')
        if max_buffer_size < 0:
            raise ValueError('max_buffer_size cannot be negative')
        state = _State(max_buffer_size)
        return MemoryObjectSendStream(state), MemoryObjectReceiveStream(state)

    def __class_getitem__(cls, kind):
        return cls


create_memory_object_stream = _create_memory_object_stream


async def gather(*coros):
    handles = []
    async with create_task_group() as group:
        for coro in coros:
            handles.append(group.create_task(coro))
    return tuple(handle.return_value for handle in handles)


_ABSENT = frozenset("""
BrokenWorkerInterpreter create_connected_udp_socket create_connected_unix_datagram_socket
create_unix_datagram_socket getnameinfo notify_closing wait_socket_readable wait_socket_writable itertools pytest_plugin
to_interpreter
""".split())


def __getattr__(name):
    import importlib
    if name in _MODULES:
        return importlib.import_module(f'anyio.{name}')
    if name in _errors.NAMES:
        value = globals()[name] = getattr(_errors, name)
        value.__module__ = 'anyio'  # from now on, as who names it sees
        return value
    for module, names in _LATER.items():
        if name in names.split():
            value = globals()[name] = getattr(importlib.import_module(f'anyio.{module}'), name)
            return value
    if name in _ABSENT:
        from _frames import not_supported
        not_supported(f'anyio.{name}', 'the standard library')
    raise AttributeError(f"module 'anyio' has no attribute {name!r}")
