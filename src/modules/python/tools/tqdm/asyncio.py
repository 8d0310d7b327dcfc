"""Bars over what is asynchronous."""
import asyncio as _asyncio

from tqdm import tqdm as _std


class tqdm_asyncio(_std):
    def __init__(self, iterable=None, *args, **kwargs):
        super().__init__(iterable, *args, **kwargs)
        self.iterable_awaitable = hasattr(iterable, '__anext__') or hasattr(iterable, '__aiter__')
        if self.iterable_awaitable:
            self._items = iterable if hasattr(iterable, '__anext__') else iterable.__aiter__()
            self.iterable_next = self._items.__anext__
        elif iterable is not None:
            self._items = iterable if hasattr(iterable, '__next__') else iter(iterable)
            self.iterable_next = self._items.__next__

    async def __anext__(self):
        try:
            item = await self.iterable_next() if self.iterable_awaitable else self.iterable_next()
        except BaseException as error:
            self.close()
            if isinstance(error, StopIteration):
                raise StopAsyncIteration
            raise
        self.update()
        return item

    def __aiter__(self):
        return self

    def send(self, *args, **kwargs):
        return self.iterable.send(*args, **kwargs)

    @classmethod
    def as_completed(cls, fs, *, loop=None, timeout=None, total=None, **options):
        total = len(fs) if total is None else total
        yield from cls(_asyncio.as_completed(fs, timeout=timeout), total=total, **options)

    @classmethod
    async def gather(cls, *fs, loop=None, timeout=None, total=None, return_exceptions=False, **options):
        async def numbered(number, awaitable):
            try:
                return number, await awaitable
            except Exception as error:
                if not return_exceptions:
                    raise
                return number, error

        jobs = [numbered(*entry) for entry in enumerate(fs)]
        results = [await job for job in cls.as_completed(jobs, timeout=timeout, total=total, **options)]
        return [result for _, result in sorted(results, key=lambda entry: entry[0])]


def tarange(*args, **kwargs):
    return tqdm_asyncio(range(*args), **kwargs)


tqdm, trange = tqdm_asyncio, tarange
