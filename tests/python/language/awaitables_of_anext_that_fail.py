"""`async for` over an iterator whose `__anext__` gives what cannot be awaited after all."""
import asyncio


class Raises:
    def __await__(self):
        1 / 0


class GivesNothing:
    def __await__(self):
        return 5


class Later:
    def __await__(self):
        yield from asyncio.sleep(0.1).__await__()
        raise StopAsyncIteration


class Numbers:
    def __init__(self, awaitable):
        self.awaitable = awaitable

    def __aiter__(self):
        return self

    def __anext__(self):
        return self.awaitable


class Awaited(Numbers):
    async def __anext__(self):
        return await self.awaitable


async def main():
    for numbers in Numbers(Raises()), Numbers(GivesNothing()), Numbers(3), Awaited(Raises()), Numbers(Later()):
        try:
            async for number in numbers:
                print(number)
            print('ended')
        except Exception as e:
            print(repr(e), repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
    async for number in Numbers(Raises()):
        pass


asyncio.run(main())
