"""Which library runs the coroutine that asks."""
import asyncio as _asyncio
import contextvars as _contextvars
import threading as _threading

__version__ = '1.3.1'
current_async_library_cvar = _contextvars.ContextVar('current_async_library_cvar', default=None)


class _Local(_threading.local):
    name = None


thread_local = _Local()


class AsyncLibraryNotFoundError(RuntimeError):
    """No library runs what asks."""


def current_async_library():
    name = thread_local.name or current_async_library_cvar.get()
    if name is None:
        try:
            task = _asyncio.current_task()
        except RuntimeError:
            task = None
        if task is None:
            raise AsyncLibraryNotFoundError('unknown async library, or not in async context')
        name = 'trio' if hasattr(task, '_trio_task') else 'asyncio'
    return name
