# Methods that are Python in CPython take their receiver by name; what they are not given is told without it.
import asyncio
import random


async def main():
    queue = asyncio.Queue()
    asyncio.Queue.put_nowait(self=queue, item=3)
    print(asyncio.Queue.qsize(self=queue), asyncio.Lock.locked(self=asyncio.Lock()))
    for call in (lambda: asyncio.Queue.put_nowait(item=3), lambda: asyncio.Queue.put_nowait(item=3, slef=2),
                 lambda: asyncio.Queue.put_nowait(), lambda: asyncio.Queue.put_nowait(self=queue)):
        try:
            call()
        except TypeError as error:
            print(error)
    generator = random.Random()
    random.Random.seed(self=generator, a=1)
    print(generator.randint(1, 100))

asyncio.run(main())
