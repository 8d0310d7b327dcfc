import asyncio
import gc


async def never():
    pass


async def work(keep):
    keep.append(asyncio.current_task())
    raise ValueError("boom")


async def main():
    keep = []
    waiting = never()
    task = asyncio.create_task(work(keep))
    keep += [waiting, keep]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del task, waiting, keep
    gc.collect()
    print("the coroutine was older")
    keep = []
    task = asyncio.create_task(work(keep))
    waiting = never()
    keep += [waiting, keep]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del task, waiting, keep
    gc.collect()
    print("the task was older")


class Ends:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def generator(name):
    try:
        yield
    finally:
        print("closed", name)


asyncio.run(main())
ring = []
for n in range(3):
    first = generator(n)
    next(first)
    object_ = Ends(n)
    second = generator(n + 10)
    next(second)
    object_.ring = ring
    ring += [second, object_, first]
ring.append(ring)
del ring, first, second, object_
gc.collect()
print("end")
