"""itertools for tasks: over iterables of both kinds, with functions that are awaited; each step lets others go on."""
import itertools as _itertools
import operator as _operator
import sys as _sys
from collections.abc import AsyncIterable as _AsyncIterable, AsyncIterator as _AsyncIterator

from anyio import CancelScope as _CancelScope, Lock as _Lock
from anyio.lowlevel import cancel_shielded_checkpoint, checkpoint, checkpoint_if_cancelled

__all__ = ('Chain', 'accumulate', 'batched', 'combinations', 'combinations_with_replacement', 'compress', 'count', 'cycle',
           'dropwhile', 'filterfalse', 'groupby', 'islice', 'pairwise', 'permutations', 'product', 'repeat', 'starmap',
           'takewhile', 'tee', 'zip_longest')
_end = object()


class _Steps(_AsyncIterator):
    """A plain iterator whose steps are checkpoints."""

    def __init__(self, iterator):
        self._iterator = iterator

    async def __anext__(self):
        await checkpoint_if_cancelled()
        item = next(self._iterator, _end)
        await cancel_shielded_checkpoint()
        if item is _end:
            raise StopAsyncIteration
        return item


def _iterate(iterable):
    if isinstance(iterable, _AsyncIterator):
        return iterable
    return aiter(iterable) if isinstance(iterable, _AsyncIterable) else _Steps(iter(iterable))


async def _pool(iterable):
    return [item async for item in _iterate(iterable)]


async def _add(a, b):
    return a + b


async def accumulate(iterable, function=_add, *, initial=None):
    iterator = _iterate(iterable)
    if initial is None:
        total = await anext(iterator, _end)
        if total is _end:
            await checkpoint()
            return
    else:
        await checkpoint()
        total = initial
    yield total
    async for item in iterator:
        total = await function(total, item)
        yield total


async def batched(iterable, n, *, strict=False):
    if n < 1:
        raise ValueError('n must be at least one')
    iterator = _iterate(iterable)
    batch = []
    while (item := await anext(iterator, _end)) is not _end:
        batch.append(item)
        if len(batch) == n:
            yield tuple(batch)
            batch = []
    if not batch:
        await checkpoint()
    elif strict:
        raise ValueError('batched(): incomplete batch')
    else:
        yield tuple(batch)


class Chain:
    """`chain`, which can be called and has `from_iterable`."""

    def __call__(self, *iterables):
        return self.from_iterable(iterables)

    async def from_iterable(self, iterables):
        none, outer = True, _iterate(iterables)
        try:
            async for iterable in outer:
                async for item in _iterate(iterable):
                    none = False
                    yield item
        finally:
            if hasattr(outer, 'aclose'):
                with _CancelScope(shield=True):
                    await outer.aclose()
        if none:
            await checkpoint()


chain = Chain()


async def combinations(iterable, r):
    async for chosen in _Steps(_itertools.combinations(await _pool(iterable), r)):
        yield chosen


async def combinations_with_replacement(iterable, r):
    async for chosen in _Steps(_itertools.combinations_with_replacement(await _pool(iterable), r)):
        yield chosen


async def permutations(iterable, r=None):
    pool = await _pool(iterable)
    if r is not None and not isinstance(r, int):
        raise TypeError('Expected int as r')
    if r is not None and r < 0:
        raise ValueError('r must be non-negative')
    async for chosen in _Steps(_itertools.permutations(pool, r)):
        yield chosen


async def product(*iterables, repeat=1):
    repeat = _operator.index(repeat)
    if repeat < 0:
        raise ValueError('repeat argument cannot be negative')
    pools = [await _pool(iterable) for iterable in iterables if repeat]
    async for chosen in _Steps(_itertools.product(*pools, repeat=repeat)):
        yield chosen


async def compress(data, selectors):
    data, selectors, none = _iterate(data), _iterate(selectors), True
    while (item := await anext(data, _end)) is not _end and (chosen := await anext(selectors, _end)) is not _end:
        if chosen:
            none = False
            yield item
    if none:
        await checkpoint()


async def count(start=0, step=1):
    while True:
        await checkpoint()
        yield start
        start += step


async def cycle(iterable):
    saved = []
    async for item in _iterate(iterable):
        saved.append(item)
        yield item
    if not saved:
        await checkpoint()
    while saved:
        for item in saved:
            await checkpoint()
            yield item


async def dropwhile(predicate, iterable):
    none = True
    async for item in _iterate(iterable):
        if not none or not await predicate(item):
            none = False
            yield item
    if none:
        await checkpoint()


async def filterfalse(predicate, iterable):
    none = True
    async for item in _iterate(iterable):
        if not await predicate(item):
            none = False
            yield item
    if none:
        await checkpoint()


async def takewhile(predicate, iterable):
    none = True
    async for item in _iterate(iterable):
        if not await predicate(item):
            break
        none = False
        yield item
    if none:
        await checkpoint()


async def groupby(iterable, key=None):
    known, values = _end, []
    async for item in _iterate(iterable):
        found = item if key is None else await key(item)
        if known is not _end and found != known:
            whole = known, values
            known, values = found, [item]
            yield whole
        else:
            known = found if known is _end else known
            values.append(item)
    if known is _end:
        await checkpoint()
    else:
        yield known, values


def _index(value, absent, words):
    if value is None:
        return absent
    try:
        value = _operator.index(value)
    except TypeError:
        raise ValueError(words) from None
    if not 0 <= value <= _sys.maxsize:
        raise ValueError(words)
    return value


async def islice(iterable, *args):
    if not args:
        raise TypeError('islice expected at least 2 arguments, got 1')
    if len(args) > 3:
        raise TypeError(f'islice expected at most 4 arguments, got {len(args) + 1}')
    wanted = slice(*args)
    wrong = 'for islice() must be None or an integer: 0 <= x <= sys.maxsize.'
    start, stop = _index(wanted.start, 0, f'Indices {wrong}'), _index(wanted.stop, None, f'Stop argument {wrong}')
    wrong = 'Step for islice() must be a positive integer or None.'
    step = _index(wanted.step, 1, wrong)
    if not step:
        raise ValueError(wrong)
    iterator, none = _iterate(iterable), True
    # What comes before the start is passed over, even if it is behind the stop.
    for at in _itertools.count() if stop is None else range(max(start, stop)):
        item = await anext(iterator, _end)
        if item is _end:
            break
        if at >= start and (at - start) % step == 0:
            none = False
            yield item
    if none:
        await checkpoint()


async def pairwise(iterable):
    before, none = _end, True
    async for item in _iterate(iterable):
        pair, before = (before, item), item
        if pair[0] is not _end:
            none = False
            yield pair
    if none:
        await checkpoint()


async def repeat(element, times=None):
    left = None if times is None else _operator.index(times)
    if left is not None and left <= 0:
        await checkpoint()
        return
    for _ in _itertools.repeat(None) if left is None else range(left):
        await checkpoint()
        yield element


async def starmap(function, iterable):
    none = True
    async for args in _iterate(iterable):
        args, none = await _pool(args), False
        yield await function(*args)
    if none:
        await checkpoint()


class _Link:
    """A place in what is shared: the item there, and the next place, once they are known."""
    filled, value, next = False, None, None


class _Tee(_AsyncIterator):
    def __init__(self, iterator, lock, link):
        self._iterator, self._lock, self._link, self._none = iterator, lock, link, True

    async def _fill(self, link):
        """Whether others had their turn meanwhile."""
        if link.filled:
            return False
        async with self._lock:
            if not link.filled:
                link.value = await anext(self._iterator, _end)
                link.next, link.filled = _Link(), True
            return True

    async def __anext__(self):
        link = self._link
        waited = await self._fill(link)
        if link.value is _end:
            if self._none:
                await checkpoint()
            raise StopAsyncIteration
        if not waited:
            await checkpoint_if_cancelled()
        self._none, self._link = False, link.next
        if not waited:
            await cancel_shielded_checkpoint()
        return link.value


def tee(iterable, n=2):
    n = _operator.index(n)
    if n < 0:
        raise ValueError('n must be >= 0')
    if not n:
        return ()
    parts = (iterable._iterator, iterable._lock, iterable._link) if isinstance(iterable, _Tee) else (
        _iterate(iterable), _Lock(), _Link())
    return tuple(_Tee(*parts) for _ in range(n))


async def zip_longest(*iterables, fillvalue=None):
    iterators, none = [_iterate(iterable) for iterable in iterables], True
    left = len(iterators)
    while left:
        values = []
        for place, iterator in enumerate(iterators):
            value = fillvalue if iterator is None else await anext(iterator, _end)
            if value is _end:
                iterators[place], value, left = None, fillvalue, left - 1
                if not left:
                    break
            values.append(value)
        else:
            none = False
            yield tuple(values)
    if none:
        await checkpoint()
