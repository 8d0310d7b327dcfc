# A queue's maxsize may be whatever can be compared with a number.
import asyncio


class Two:
    def __le__(self, other):
        return 2 <= other


async def main():
    for size in [Two(), object(), {1}, 10**30, True, 1.5, -(10**30)]:
        queue = asyncio.Queue(size)
        try:
            for n in range(3):
                queue.put_nowait(n)
            print(type(size).__name__, queue.qsize(), queue.full())
        except (asyncio.QueueFull, TypeError) as error:
            print(type(size).__name__, repr(error), queue.qsize())
    await asyncio.Queue(object()).put(1)


asyncio.run(main())
