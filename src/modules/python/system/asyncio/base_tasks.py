"""How tasks show themselves, and where they stand."""
import asyncio
import itertools
import linecache
import reprlib
import traceback
from asyncio import base_futures, coroutines


def _task_repr_info(task):
    info = base_futures._future_repr_info(task)
    if task.cancelling() and not task.done():
        info[0] = 'cancelling'
    info.insert(1, f'name={task.get_name()!r}')
    if task._fut_waiter is not None:
        info.insert(2, f'wait_for={task._fut_waiter!r}')
    if task._coro:
        info.insert(2, f'coro=<{coroutines._format_coroutine(task._coro)}>')
    return info


@reprlib.recursive_repr()
def _task_repr(task):
    return f'<{type(task).__name__} {" ".join(_task_repr_info(task))}>'


def _task_get_stack(task, limit):
    if isinstance(task, asyncio.Task):
        return asyncio.Task.get_stack(task, limit=limit)
    frames = (getattr(task._coro, name) for name in ('cr_frame', 'gi_frame', 'ag_frame') if hasattr(task._coro, name))
    frame = next(frames, None)
    if frame is not None:
        return list(_at_most(limit, _outwards(frame)))[::-1]
    raised = task._exception
    return [] if raised is None else list(_at_most(limit, _inwards(raised.__traceback__)))


def _at_most(limit, frames):
    return frames if limit is None else itertools.islice(frames, max(limit, 0))


def _outwards(frame):
    while frame is not None:
        yield frame
        frame = frame.f_back


def _inwards(place):
    while place is not None:
        yield place.tb_frame
        place = place.tb_next


def _task_print_stack(task, limit, file):
    if isinstance(task, asyncio.Task):
        asyncio.Task.print_stack(task, limit=limit, file=file)
        return
    frames, raised = task.get_stack(limit=limit), task._exception
    if not frames:
        print(f'No stack for {task!r}', file=file)
    else:
        kind = 'Stack' if raised is None else 'Traceback'
        print(f'{kind} for {task!r} (most recent call last):', file=file)
    lines = [(code.co_filename, frame.f_lineno, code.co_name, linecache.getline(code.co_filename, frame.f_lineno, frame.f_globals))
             for frame in frames for code in [frame.f_code]]
    traceback.print_list(lines, file=file)
    if raised is not None:
        print(*traceback.format_exception_only(raised), sep='', end='', file=file)
