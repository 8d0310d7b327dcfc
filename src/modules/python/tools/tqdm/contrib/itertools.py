"""itertools with bars, whose totals are reckoned where lengths are known."""
import itertools
import math

from tqdm.auto import tqdm


def _total(total, reckon):
    """The total that is given, or else what is reckoned of lengths."""
    if total is not None:
        return total
    try:
        return reckon()
    except (TypeError, AttributeError):
        return None


def chain(*iterables, total=None, tqdm_class=tqdm, **kwargs):
    return tqdm_class(itertools.chain(*iterables), total=_total(total, lambda: sum(map(len, iterables))), **kwargs)


def product(*iterables, repeat=1, total=None, tqdm_class=tqdm, **kwargs):
    total = _total(total, lambda: math.prod(map(len, iterables)) ** repeat)
    yield from tqdm_class(itertools.product(*iterables, repeat=repeat), total=total, **kwargs)


def permutations(iterable, r=None, total=None, tqdm_class=tqdm, **kwargs):
    return tqdm_class(itertools.permutations(iterable, r), total=_total(total, lambda: math.perm(len(iterable), r)), **kwargs)


def combinations(iterable, r, total=None, tqdm_class=tqdm, **kwargs):
    return tqdm_class(itertools.combinations(iterable, r), total=_total(total, lambda: math.comb(len(iterable), r)), **kwargs)


def combinations_with_replacement(iterable, r, total=None, tqdm_class=tqdm, **kwargs):
    total = _total(total, lambda: math.comb(len(iterable) + r - 1, r))
    return tqdm_class(itertools.combinations_with_replacement(iterable, r), total=total, **kwargs)


def batched(iterable, n, total=None, tqdm_class=tqdm, **kwargs):
    total = _total(total, lambda: len(iterable))
    return tqdm_class(itertools.batched(iterable, n), unit_scale=n, total=total and -(-total // n), **kwargs)
