"""Calls in processes of their own, which are kept for the next call."""
from anyio import _seam
from anyio._sync import CapacityLimiter as _CapacityLimiter
from anyio._tasks import CancelScope as _CancelScope
from anyio.to_thread import run_sync as _in_thread

_limiters, _idle = {}, []


async def run_sync(func, *args, cancellable=False, limiter=None):
    async with limiter or current_default_process_limiter():
        with _CancelScope(shield=not cancellable):
            worker, over = _idle.pop() if _idle else _started(), False
            try:
                try:
                    return await _in_thread(lambda: worker.submit(func, *args).result(), abandon_on_cancel=cancellable, limiter=_CapacityLimiter(1))
                except Exception:
                    raise
                except BaseException:
                    over = True
                    raise
            finally:
                if over:
                    for process in list(worker._processes.values()):
                        process.kill()
                else:
                    _idle.append(worker)


def _started():
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    return ProcessPoolExecutor(1, mp_context=multiprocessing.get_context('fork'), initializer=_silenced)


def _silenced():
    import os
    import sys
    sys.stdin, sys.stdout = open(os.devnull), open(os.devnull, 'w')


def current_default_process_limiter():
    import os
    return _limiters.setdefault(_seam.backend().token(), _CapacityLimiter(os.cpu_count() or 2))
