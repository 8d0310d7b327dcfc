"""A class derived from two or three of asyncio's classes has the state of each."""
import asyncio


class Door(asyncio.Lock, asyncio.Event):
    def __init__(self):
        asyncio.Lock.__init__(self)
        asyncio.Event.__init__(self)


class Store(asyncio.Event, asyncio.Queue):
    def __init__(self, size=0):
        asyncio.Event.__init__(self)
        asyncio.Queue.__init__(self, size)
        self.label = 'store'


class Guarded(Store, asyncio.BoundedSemaphore):
    def __init__(self):
        super().__init__(2)
        asyncio.BoundedSemaphore.__init__(self, 1)


class Named(Door):
    pass


async def main():
    door = Named()
    print([c.__name__ for c in Named.__mro__])
    async with door:
        print(door.locked(), door.is_set())
        door.set()
        print(await door.wait(), door.is_set(), door.locked())
    print(door.locked(), isinstance(door, asyncio.Event), isinstance(door, asyncio.Lock))

    async def second():
        async with door:
            return 'second'

    await door.acquire()
    task = asyncio.create_task(second())
    await asyncio.sleep(0)
    door.release()
    print(await task)

    store = Store(2)
    await store.put(1)
    store.put_nowait(2)
    print(store.full(), store.qsize(), store.is_set(), store.label, vars(store)['label'])
    waits = asyncio.create_task(store.wait())
    await asyncio.sleep(0)
    store.set()
    print(await waits, await store.get(), store.get_nowait())

    guarded = Guarded()
    async with guarded:
        print(guarded.locked(), guarded.maxsize)
    try:
        guarded.release()
    except ValueError as error:
        print(error)
    try:
        class Wrong(dict, list):
            pass
    except TypeError as error:
        print(error)


asyncio.run(main())
