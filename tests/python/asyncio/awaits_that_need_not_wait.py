# Awaiting a queue, lock, semaphore or event that need not wait: at once, unless the program has put its own in between.
import asyncio


class Traced(asyncio.Lock):
    async def acquire(self):
        print("own acquire")
        return await super().acquire()

    def release(self):
        print("own release")
        super().release()


class Loud(asyncio.Queue):
    def put_nowait(self, item):
        print("put_nowait", item)
        super().put_nowait(item)

    def _put(self, item):
        print("_put", item)
        super()._put(item)


async def takes(q, out):
    while (item := await q.get()) is not None:
        out.append(item)
    return out


async def main():
    q = asyncio.Queue(2)
    print(await q.put(1), await q.put("two"), await q.get(), q.qsize())
    later = q.put(3)
    print(type(later).__name__, q.qsize())
    await later
    print(q.qsize(), await
          q.get(), (await q.get(),))
    try:
        async with asyncio.timeout(1):
            await q.get()
    except TimeoutError:
        print("nothing came")
    consumer = asyncio.create_task(takes(q, []))
    for i in range(5):
        await q.put(i)
    await q.put(None)
    print(await consumer)

    loud = Loud()
    await loud.put("x")
    print(await loud.get())
    last = asyncio.LifoQueue()
    await last.put(1)
    await last.put(2)
    print(await last.get(), await last.get())
    first = asyncio.PriorityQueue()
    await first.put(2)
    await first.put(1)
    print(await first.get(), await first.get())

    async with asyncio.Lock() as nothing:
        print(nothing)
    async with Traced():
        print("held")
    patched = asyncio.Lock()
    patched.release = lambda: print("patched release")
    async with patched:
        pass
    print(patched.locked(), await asyncio.Lock().acquire())

    bounded = asyncio.BoundedSemaphore(1)
    try:
        async with bounded:
            bounded.release()
    except ValueError as error:
        print(error)
    lock = asyncio.Lock()
    try:
        async with lock:
            lock.release()
    except RuntimeError as error:
        print(error)
    try:
        async with lock:
            raise KeyError("inside")
    except KeyError as error:
        print(error, lock.locked())

    semaphore = asyncio.Semaphore(2)
    async with semaphore, semaphore:
        print(semaphore.locked(), semaphore._value)
    print(await semaphore.acquire(), semaphore._value)
    event = asyncio.Event()
    event.set()
    print(await event.wait())
    q.shutdown()
    for doing in (q.put(1), q.get()):
        try:
            await doing
        except asyncio.QueueShutDown:
            print("shut down")
    try:
        await q.put(1)
    except asyncio.QueueShutDown:
        print("shut down")


asyncio.run(main())


async def numbers():
    try:
        for i in range(3):
            got = yield i
            print("got", got)
            await asyncio.sleep(0)
    finally:
        print("closed")


async def iterate():
    async for n in numbers():
        print(n)
    by_hand = numbers()
    print(await anext(by_hand), await by_hand.asend("sent"))
    async for n in by_hand:
        print(n)
        break
    await by_hand.aclose()
    print([n async for n in numbers()])


asyncio.run(iterate())
