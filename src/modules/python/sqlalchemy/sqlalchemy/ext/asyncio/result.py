"""Results whose rows are awaited."""
from sqlalchemy.engine.result import _NO_ROW


class AsyncCommon:
    """The plain result's methods, as coroutines."""

    def __init__(self, real):
        self._plain = real

    closed = property(lambda self: self._plain.closed)

    async def close(self):
        self._plain.close()

    def unique(self, strategy=None):
        self._plain.unique(strategy)
        return self

    def yield_per(self, num):
        self._plain.yield_per(num)
        return self

    async def partitions(self, size=None):
        for part in self._plain.partitions(size):
            yield part

    def __aiter__(self):
        return self

    async def __anext__(self):
        made = self._plain._next()
        if made is _NO_ROW:
            raise StopAsyncIteration()
        return made

    async def __aenter__(self):
        return self

    async def __aexit__(self, *args):
        self._plain.close()


def _awaited(*names):
    def decorate(cls):
        for name in names:
            async def call(self, *args, _name=name, **kw):
                return getattr(self._plain, _name)(*args, **kw)
            call.__name__, call.__qualname__ = name, f'{cls.__name__}.{name}'
            setattr(cls, name, call)
        return cls
    return decorate


@_awaited('all', 'fetchall', 'fetchmany', 'fetchone', 'first', 'one', 'one_or_none', 'scalar', 'scalar_one', 'scalar_one_or_none', 'freeze')
class AsyncResult(AsyncCommon):
    def keys(self):
        return self._plain.keys()

    def columns(self, *names):
        self._plain = self._plain.columns(*names)
        return self

    def scalars(self, index=0):
        return AsyncScalarResult(self._plain.scalars(index))

    def mappings(self):
        return AsyncMappingResult(self._plain.mappings())

    def tuples(self):
        return self

    t = property(lambda self: self)
    rowcount = property(lambda self: self._plain.rowcount)


@_awaited('all', 'fetchall', 'fetchmany', 'first', 'one', 'one_or_none')
class AsyncScalarResult(AsyncCommon):
    pass


@_awaited('all', 'fetchall', 'fetchmany', 'fetchone', 'first', 'one', 'one_or_none')
class AsyncMappingResult(AsyncCommon):
    def keys(self):
        return self._plain.keys()


class AsyncTupleResult(AsyncResult):
    pass


async def _ensure_sync_result(result, calling_method):
    return result
