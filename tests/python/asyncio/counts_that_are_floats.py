# A semaphore, a queue and a barrier take a float for a count, as `limit / 2` gives one, and go on from there by whole ones.
import asyncio


def shown(what):
    return repr(what).split(" [")[-1]


async def worker(name, semaphore):
    async with semaphore:
        print(name, shown(semaphore))
        await asyncio.sleep(1)


async def main():
    semaphore = asyncio.Semaphore(4 / 2)
    await asyncio.gather(*(worker(name, semaphore) for name in "abcd"))
    print(shown(semaphore), semaphore._value)

    half = asyncio.Semaphore(3 / 2)
    for _ in range(2):
        await half.acquire()
        print(half.locked(), half._value)
    half.release()
    print(half._value)

    bounded = asyncio.BoundedSemaphore(2.0)
    async with bounded:
        print(shown(bounded), bounded._bound_value)
    try:
        bounded.release()
    except ValueError as error:
        print(error, bounded._value)

    queue = asyncio.Queue(maxsize=5 / 2)
    for number in range(3):
        print(queue.full())
        queue.put_nowait(number)
    print(queue.full(), queue.maxsize)

    barrier = asyncio.Barrier(4 / 2)
    print(await asyncio.gather(barrier.wait(), barrier.wait()), barrier.parties, shown(barrier))
    for kind in (asyncio.Semaphore, asyncio.Barrier):
        try:
            kind(-0.5)
        except ValueError as error:
            print(error)

    endless = asyncio.Semaphore(float("inf"))
    async with endless:
        print(shown(endless), endless.locked())
    try:
        asyncio.BoundedSemaphore(1.5).release()
    except ValueError as error:
        print(error)
    semaphore.__init__(0.5)
    print(shown(semaphore), semaphore.locked())


asyncio.run(main())
