"""What is awaited, and iterated over by coroutines."""
from abc import ABCMeta, abstractmethod

from collections._abc_iteration import GenericAlias, _has

__name__ = 'collections.abc'  # where what is here is said to be  #: in <frozen _collections_abc>


class Awaitable(metaclass=ABCMeta):
    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    @abstractmethod
    def __await__(self):
        yield

    @classmethod
    def __subclasshook__(cls, C):
        return _has(C, '__await__') if cls is Awaitable else NotImplemented


class Coroutine(Awaitable):
    __slots__ = ()

    @abstractmethod
    def send(self, value):
        raise StopIteration  #: 161

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        if val is None:
            if tb is None:
                raise typ  #: 170
            val = typ()  #: 171
        if tb is not None:
            val = val.with_traceback(tb)  #: 173
        raise val  #: 174

    def close(self):
        try:
            self.throw(GeneratorExit)  #: 180
        except (GeneratorExit, StopIteration):
            pass
        else:
            raise RuntimeError('coroutine ignored GeneratorExit')  #: 184 raise RuntimeError("coroutine ignored GeneratorExit")

    @classmethod
    def __subclasshook__(cls, C):
        return _has(C, '__await__', 'send', 'throw', 'close') if cls is Coroutine else NotImplemented


class AsyncIterable(metaclass=ABCMeta):
    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    @abstractmethod
    def __aiter__(self):
        return AsyncIterator()  #: 202

    @classmethod
    def __subclasshook__(cls, C):
        return _has(C, '__aiter__') if cls is AsyncIterable else NotImplemented


class AsyncIterator(AsyncIterable):
    __slots__ = ()

    @abstractmethod
    async def __anext__(self):
        raise StopAsyncIteration  #: 220

    def __aiter__(self):
        return self

    @classmethod
    def __subclasshook__(cls, C):
        return _has(C, '__anext__', '__aiter__') if cls is AsyncIterator else NotImplemented


class AsyncGenerator(AsyncIterator):
    __slots__ = ()

    async def __anext__(self):
        return await self.asend(None)  #: 240

    @abstractmethod
    async def asend(self, value):
        raise StopAsyncIteration  #: 247

    @abstractmethod
    async def athrow(self, typ, val=None, tb=None):
        if val is None:
            if tb is None:
                raise typ  #: 256
            val = typ()  #: 257
        raise val  #: 260

    async def aclose(self):
        try:
            await self.athrow(GeneratorExit)  #: 266
        except (GeneratorExit, StopAsyncIteration):
            pass
        else:
            raise RuntimeError('asynchronous generator ignored GeneratorExit')  #: 270 raise RuntimeError("asynchronous generator ignored GeneratorExit")

    @classmethod
    def __subclasshook__(cls, C):
        if cls is AsyncGenerator:
            return _has(C, '__aiter__', '__anext__', 'asend', 'athrow', 'aclose')
        return NotImplemented


async def _coroutine():
    pass


async def _async_generator():
    yield


_started = _coroutine()
Coroutine.register(type(_started))
_started.close()
AsyncGenerator.register(type(_async_generator()))
del _coroutine, _async_generator, _started
