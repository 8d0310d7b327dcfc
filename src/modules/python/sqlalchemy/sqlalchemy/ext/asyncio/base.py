"""Coroutines that stand for plain methods, and what can be awaited or entered."""
from sqlalchemy.ext.asyncio import exc as async_exc


class StartableContext:
    """What is begun by `await` or by `async with`."""

    def __await__(self):
        return self.start().__await__()

    async def __aenter__(self):
        return await self.start(is_ctxmanager=True)

    def _raise_for_not_started(self):
        raise async_exc.AsyncContextNotStarted(f'{type(self).__name__} context has not been started and object has not been awaited.')


class GeneratorStartableContext(StartableContext):
    """A coroutine whose result is closed at the end of a block."""

    def __init__(self, coroutine):
        self._coroutine = coroutine

    async def start(self, is_ctxmanager=False):
        self._result = await self._coroutine
        return self._result

    async def __aexit__(self, kind, value, traceback):
        await self._result.close()


def spawned(*names):
    """Adds coroutine methods that call those of the plain object."""
    def decorate(cls):
        for name in names:
            def call(self, *args, _name=name, **kw):
                return self._spawn(_name, args, kw)
            call.__name__, call.__qualname__ = name, f'{cls.__name__}.{name}'
            setattr(cls, name, call)
        return cls
    return decorate


def proxied(*names):
    """Adds attributes that are the plain object's, to be read, set and called."""
    def decorate(cls):
        for name in names:
            setattr(cls, name, property(lambda self, name=name: getattr(self._proxied, name),
                                        lambda self, value, name=name: setattr(self._proxied, name, value)))
        return cls
    return decorate
