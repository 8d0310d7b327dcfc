"""Calls in other threads."""
import contextvars as _contextvars

from anyio import _seam
from anyio._sync import CapacityLimiter as _CapacityLimiter
from anyio._threads import limiters as _limiters, run_in_worker as _run_in_worker


async def run_sync(func, *args, abandon_on_cancel=False, cancellable=None, limiter=None):
    if cancellable is not None:
        import warnings
        warnings.warn('The `cancellable=` keyword argument to `anyio.to_thread.run_sync` is deprecated since AnyIO 4.1.0; use '
                      '`abandon_on_cancel=` instead', DeprecationWarning, stacklevel=2)
        abandon_on_cancel = cancellable
    return await _run_in_worker(func, args, abandon_on_cancel, limiter or current_default_thread_limiter())


def current_default_thread_limiter():
    return _limiters.setdefault(_seam.backend().token(), _CapacityLimiter(40))
