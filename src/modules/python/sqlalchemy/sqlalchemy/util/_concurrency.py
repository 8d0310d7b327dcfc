"""How plain functions await: what `greenlet_spawn` calls may, and the frames below it are suspended with it."""
import threading
from collections.abc import Coroutine
from _frames import await_here
from sqlalchemy import exc

# Of each thread, whether what runs was called by `greenlet_spawn`.
_state = threading.local()


def _inside():
    return getattr(_state, 'inside', False)


def await_only(awaitable):
    """What awaiting comes to."""
    if not _inside():
        if isinstance(awaitable, Coroutine):
            awaitable.close()
        raise exc.MissingGreenlet("greenlet_spawn has not been called; can't call await_only() here. Was IO attempted in an unexpected place?")
    _state.inside = False
    try:
        return await_here(awaitable)
    finally:
        _state.inside = True


def await_fallback(awaitable):
    return await_only(awaitable)


async def greenlet_spawn(fn, *args, _require_await=False, **kwargs):
    """Calls a plain function below which awaits are possible."""
    before, _state.inside = _inside(), True
    try:
        return fn(*args, **kwargs)
    finally:
        _state.inside = before


in_greenlet = _inside
