"""An exception that comes while `async for` awaits the next item is marked at the whole statement."""
import asyncio
import traceback


async def agen():
    yield 1
    raise ValueError("in agen")


class Raises:
    def __aiter__(self):
        return self

    async def __anext__(self):
        raise KeyError("k")


class NoAwaitable(Raises):
    def __anext__(self):
        return 7


class NoIterator:
    def __aiter__(self):
        return 5


async def plain():
    async for x in agen():
        pass


async def with_else():
    async for (i) in Raises():
        print(i)
        print(i)
    else:
        print("else")


async def comprehension():
    return [x async for x in agen()]


async def generator_expression():
    return [x async for x in (y async for y in agen())]


async def unpacks():
    async for x, y in agen():
        pass


async def over_lines():
    async for x in (
        NoIterator()
    ):
        pass


async def no_awaitable():
    async for x in NoAwaitable():
        pass


async def main():
    for one in (plain, with_else, comprehension, generator_expression, unpacks, over_lines, no_awaitable):
        try:
            await one()
        except Exception:
            print(traceback.format_exc().split("await one()")[1].split("\n", 2)[2])


asyncio.run(main())
