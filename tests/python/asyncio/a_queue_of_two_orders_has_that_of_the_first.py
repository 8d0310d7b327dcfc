import asyncio


class Urgent(asyncio.PriorityQueue, asyncio.LifoQueue):
    pass


class Recent(asyncio.LifoQueue, asyncio.PriorityQueue):
    pass


async def main():
    for kind in Urgent, Recent:
        queue = kind()
        for number in 2, 3, 1:
            queue.put_nowait(number)
        print(kind.__name__, [queue.get_nowait() for _ in range(3)], [c.__name__ for c in kind.__mro__[:4]])


asyncio.run(main())
