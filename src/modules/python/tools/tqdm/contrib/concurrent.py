"""Pools with bars."""
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

from tqdm.auto import tqdm


def _map(pool, function, sequences, max_workers=None, chunksize=1, tqdm_class=tqdm, lock_name='', timeout=None, **options):
    options.setdefault('total', min((len(sequence) for sequence in sequences if hasattr(sequence, '__len__')), default=None))
    with pool(max_workers=max_workers) as workers:
        return list(tqdm_class(workers.map(function, *sequences, chunksize=chunksize, timeout=timeout), **options))


def thread_map(fn, *iterables, **tqdm_kwargs):
    return _map(ThreadPoolExecutor, fn, iterables, **tqdm_kwargs)


def process_map(fn, *iterables, **tqdm_kwargs):
    return _map(ProcessPoolExecutor, fn, iterables, **tqdm_kwargs)
