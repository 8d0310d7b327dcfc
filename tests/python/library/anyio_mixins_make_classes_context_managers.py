# recorded by hand: needs anyio
"""Classes that are context managers by a generator of theirs: entered once at a time, inherited, wrong ones told of."""
from contextlib import asynccontextmanager, contextmanager

import anyio
from anyio import AsyncContextManagerMixin, ContextManagerMixin, create_task_group, run, sleep


class Worker(AsyncContextManagerMixin):
    @asynccontextmanager
    async def __asynccontextmanager__(self):
        async with create_task_group() as self.group:
            yield self
            self.group.cancel_scope.cancel()
        print('stopped')

    async def tick(self):
        while True:
            print('tick')
            await sleep(1)


class Loud(Worker):
    @asynccontextmanager
    async def __asynccontextmanager__(self):
        print('loud')
        async with super().__asynccontextmanager__():
            yield self


class File(ContextManagerMixin):
    @contextmanager
    def __contextmanager__(self):
        try:
            yield 'text'
        except KeyError as error:
            print('swallowed', error)
        finally:
            print('closed')


class Both(File, Loud):
    pass


async def main():
    async with Worker() as worker:
        worker.group.start_soon(worker.tick)
        await sleep(2.5)
    async with Loud():
        pass
    with File() as text:
        print(text)
        raise KeyError('missing')
    both = Both()
    async with both:
        with both as text:
            print(text)
        with both:
            pass


class Again(ContextManagerMixin):
    @contextmanager
    def __contextmanager__(self):
        yield self


class Bare(ContextManagerMixin):
    def __contextmanager__(self):
        yield self


class Number(ContextManagerMixin):
    def __contextmanager__(self):
        return 42


class Self(ContextManagerMixin):
    def __contextmanager__(self):
        return self


class AsyncBare(AsyncContextManagerMixin):
    async def __asynccontextmanager__(self):
        yield self


class Coroutine(AsyncContextManagerMixin):
    async def __asynccontextmanager__(self):
        return self


class AsyncSelf(AsyncContextManagerMixin):
    def __asynccontextmanager__(self):
        return self


async def wrong():
    once = Again()
    with once:
        try:
            once.__enter__()
        except RuntimeError as error:
            print(error)
    try:
        once.__exit__(None, None, None)
    except RuntimeError as error:
        print(error)
    for kind in Bare, Number, Self:
        try:
            with kind():
                pass
        except TypeError as error:
            print(error)
    for kind in AsyncBare, Coroutine, AsyncSelf:
        try:
            async with kind():
                pass
        except TypeError as error:
            print(error)


run(main)
run(wrong)
run(wrong, backend='trio')
print(anyio.ContextManagerMixin.__name__)
