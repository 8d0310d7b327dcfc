"""Pools with bars."""
import contextlib
import os
from operator import length_hint

from tqdm import TqdmWarning
from tqdm.auto import tqdm


@contextlib.contextmanager
def ensure_lock(tqdm_class, lock_name='', lock=None):
    before = tqdm_class.get_lock()
    lock = lock or before
    lock = getattr(lock, lock_name, lock) if lock_name else lock
    tqdm_class.set_lock(lock)
    yield lock
    tqdm_class.set_lock(before)


def _min_map_len(iterables):
    return min((length for length in (length_hint(iterable, -1) for iterable in iterables) if length >= 0), default=0)


def _executor_map(PoolExecutor, fn, *iterables, max_workers=None, timeout=None, chunksize=1, lock_name='', tqdm_class=tqdm, smoothing=0.0,
                  **options):
    total = options.setdefault('total', _min_map_len(iterables))
    for_pool = {name: options.pop(name) for name in ('thread_name_prefix', 'max_tasks_per_child', 'mp_context') if name in options}
    for_map = {name: options.pop(name) for name in ('buffersize',) if name in options}
    most = max_workers or min(32, (os.process_cpu_count() or 1) + 4)
    grows = total and 'miniters' not in options and total > most
    if grows:
        options['miniters'] = most
    with ensure_lock(tqdm_class, lock_name) as lock:
        with PoolExecutor(max_workers=max_workers, initializer=tqdm_class.set_lock, initargs=(lock,), **for_pool) as pool:
            with tqdm_class(smoothing=smoothing, **options) as bar:
                bar.dynamic_miniters = grows or getattr(bar, 'dynamic_miniters', False)
                submit = pool.submit

                def counted(*args, **kwargs):
                    future = submit(*args, **kwargs)
                    future.add_done_callback(lambda _: bar.update())
                    return future

                pool.submit = counted
                return list(pool.map(fn, *iterables, timeout=timeout, chunksize=chunksize, **for_map))


def thread_map(fn, *iterables, **tqdm_kwargs):
    from concurrent.futures import ThreadPoolExecutor
    return _executor_map(ThreadPoolExecutor, fn, *iterables, **tqdm_kwargs)


def process_map(fn, *iterables, lock_name='mp_lock', **tqdm_kwargs):
    from concurrent.futures import ProcessPoolExecutor
    length = _min_map_len(iterables)
    if length > 1000 and 'chunksize' not in tqdm_kwargs:
        from warnings import warn
        warn(f'Iterable length {length} > 1000 but `chunksize` is not set. This may seriously degrade multiprocess performance.'
             ' Set `chunksize=1` or more.', TqdmWarning, stacklevel=2)
    return _executor_map(ProcessPoolExecutor, fn, *iterables, lock_name=lock_name, **tqdm_kwargs)
