"""trio over an asyncio loop: nurseries, cancel scopes, channels."""
from trio._errors import *
from trio._errors import (BrokenResourceError, BusyResourceError, Cancelled, ClosedResourceError, EndOfChannel, NeedHandshakeError,
                          RunFinishedError, TooSlowError, TrioDeprecationWarning, TrioInternalError, WouldBlock)
from trio import abc
from trio._run import current_time, run
from trio._scopes import (CancelScope, current_effective_deadline, fail_after, fail_at, move_on_after, move_on_at, sleep, sleep_forever,
                          sleep_until)
from trio._nursery import TASK_STATUS_IGNORED, Nursery, TaskStatus, open_nursery
from trio._sync import (CapacityLimiter, CapacityLimiterStatistics, Condition, ConditionStatistics, Event, EventStatistics, Lock,
                        LockStatistics, Semaphore, StrictFIFOLock)
from trio._channel import MemoryChannelStatistics, MemoryReceiveChannel, MemorySendChannel, as_safe_channel, open_memory_channel
from trio import from_thread, lowlevel, to_thread

__version__ = '0.35.0'
_LATER = {'_files': 'Path PosixPath open_file wrap_file', '_processes': 'Process run_process open_signal_receiver',
          '_streams': 'SocketListener SocketStream StapledStream aclose_forcefully open_tcp_listeners open_tcp_stream open_unix_socket '
                      'serve_listeners serve_tcp'}
_MISSING = ('DTLSChannel DTLSEndpoint SSLListener SSLStream open_ssl_over_tcp_listeners open_ssl_over_tcp_stream serve_ssl_over_tcp').split()


def __getattr__(name):
    if name in ('socket', 'testing'):
        import importlib
        return importlib.import_module(f'trio.{name}')
    for module, names in _LATER.items():
        if name in names.split():
            import importlib
            value = globals()[name] = getattr(importlib.import_module(f'trio.{module}'), name)
            return value
    if name in _MISSING:
        from _frames import not_supported
        not_supported(f'trio.{name}', 'trio.SocketStream')
    raise AttributeError(f"module 'trio' has no attribute {name!r}")
