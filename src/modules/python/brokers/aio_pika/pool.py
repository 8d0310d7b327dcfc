"""Pools of connections or channels: what is given back is taken again."""
import asyncio
from abc import ABC, abstractmethod
from contextlib import AbstractAsyncContextManager
from typing import Awaitable, Callable, Generic, TypeVar

from aio_pika.log import get_logger
from aio_pika.tools import create_task

log = get_logger(__name__)
T = TypeVar('T')


class PoolInstance(ABC):
    @abstractmethod
    def close(self):
        raise NotImplementedError


ConstructorType = Callable[..., Awaitable[PoolInstance]]


class PoolInvalidStateError(RuntimeError):
    pass


class Pool(Generic[T]):
    """`__created` of `__max_size` items; those that nobody has are in the queue `__items`."""

    def __init__(self, constructor, *args, max_size=None, loop=None):
        self.loop = loop or asyncio.get_event_loop()
        self.__constructor, self.__args, self.__max_size, self.__closed = constructor, args, max_size, False
        self.__created, self.__all, self.__items, self.__lock = 0, [], asyncio.Queue(), asyncio.Lock()

    @property
    def is_closed(self):
        return self.__closed

    def _check(self, what):
        if self.__closed:
            raise PoolInvalidStateError(f'{what} operation on closed pool')

    def acquire(self):
        self._check('acquire')
        return PoolItemContextManager(self)

    @property
    def _has_released(self):
        return self.__items.qsize() > 0

    @property
    def _is_overflow(self):
        return bool(self.__max_size and self.__created >= self.__max_size) or self._has_released

    async def _create_item(self):
        async with self.__lock:
            self._check('create item')
            if not self._is_overflow:
                log.debug('Creating a new instance of %r', self.__constructor)
                item = await self.__constructor(*self.__args)
                self.__created += 1
                if item not in self.__all:
                    self.__all.append(item)
                return item
        return await self._get_released()

    async def _get_released(self):
        item = await self.__items.get()
        if self.__closed:
            # One after the other learns that there is nothing to wait for.
            self.__items.put_nowait(None)
            self._check('get')
        return item

    async def _get(self):
        self._check('get')
        return await (self._get_released() if self._is_overflow else self._create_item())

    def put(self, item):
        self._check('put')
        self.__items.put_nowait(item)

    async def close(self):
        async with self.__lock:
            self.__closed = True
            self.__items.put_nowait(None)
            if self.__all:
                await asyncio.gather(*[create_task(item.close) for item in self.__all], return_exceptions=True)

    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type, exc_val, exc_tb):
        if not self.__closed:
            await asyncio.ensure_future(self.close())


class PoolItemContextManager(Generic[T], AbstractAsyncContextManager):
    __slots__ = 'pool', 'item'

    def __init__(self, pool):
        self.pool = pool

    async def __aenter__(self):
        self.item = await self.pool._get()
        return self.item

    async def __aexit__(self, exc_type, exc_val, exc_tb):
        if self.item is not None:
            self.pool.put(self.item)
