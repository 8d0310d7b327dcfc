"""How futures show themselves."""
__all__ = ()
import reprlib
from asyncio import format_helpers, isfuture

_PENDING, _CANCELLED, _FINISHED = 'PENDING', 'CANCELLED', 'FINISHED'


def _format_callbacks(cb):
    """The first and the last of the callbacks, and how many are between them."""
    shown = [format_helpers._format_callback_source(entry[0], ()) for entry in (cb if len(cb) < 3 else (cb[0], cb[-1]))]
    if len(cb) > 2:
        shown.insert(1, f'<{len(cb) - 2} more>')
    return f'cb=[{", ".join(shown)}]'


def _future_repr_info(future):
    info = [future._state.lower()]
    if future._state == _FINISHED:
        if future._exception is None:
            info.append(f'result={reprlib.repr(future._result)}')
        else:
            info.append(f'exception={future._exception!r}')
    if future._callbacks:
        info.append(_format_callbacks(future._callbacks))
    if future._source_traceback:
        made = future._source_traceback[-1]
        info.append(f'created at {made[0]}:{made[1]}')
    return info


@reprlib.recursive_repr()
def _future_repr(future):
    return f'<{type(future).__name__} {" ".join(_future_repr_info(future))}>'
