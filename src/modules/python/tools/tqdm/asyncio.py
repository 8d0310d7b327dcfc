"""Bars over what is asynchronous."""
import asyncio as _asyncio

from tqdm import tqdm as _std


class tqdm_asyncio(_std):
    def __init__(self, iterable=None, *args, **kwargs):
        super().__init__(iterable, *args, **kwargs)
        self.iterable_awaitable = hasattr(iterable, '__anext__')
        if hasattr(iterable, '__anext__'):
            self._next = iterable.__anext__
        elif hasattr(iterable, '__next__'):
            self._next = iterable.__next__
        elif iterable is not None:
            self._items = iter(iterable)
            self._next = self._items.__next__

    def __aiter__(self):
        return self

    async def __anext__(self):
        try:
            item = await self._next() if self.iterable_awaitable else self._next()
        except StopIteration:
            self.close()
            raise StopAsyncIteration
        except BaseException:
            self.close()
            raise
        self.update()
        return item

    def send(self, *args, **kwargs):
        return self.iterable.send(*args, **kwargs)

    @classmethod
    def as_completed(cls, fs, *, loop=None, timeout=None, total=None, **options):
        total = len(fs) if total is None else total
        yield from cls(_asyncio.as_completed(fs, timeout=timeout), total=total, **options)

    @classmethod
    async def gather(cls, *fs, loop=None, timeout=None, total=None, **options):
        async def numbered(number, awaitable):
            return number, await awaitable

        jobs = [numbered(*entry) for entry in enumerate(fs)]
        results = [await job for job in cls.as_completed(jobs, timeout=timeout, total=total, **options)]
        return [result for _, result in sorted(results, key=lambda entry: entry[0])]


def tarange(*args, **kwargs):
    return tqdm_asyncio(range(*args), **kwargs)


tqdm, trange = tqdm_asyncio, tarange
