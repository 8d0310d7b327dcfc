# What asyncio's classes call of themselves, they call in a subclass's version: `locked`, `wait`, `_format`, `set_name`.
import asyncio
import re


def clean(what):
    return re.sub("0x[0-9a-f]+", "0x", str(what))


class Semaphore(asyncio.Semaphore):
    def locked(self):
        print("  locked?")
        return super().locked()


class Closed(asyncio.Semaphore):
    def locked(self):
        return True


class Condition(asyncio.Condition):
    async def wait(self):
        print("  waiting")
        return await super().wait()


class Barrier(asyncio.Barrier):
    async def wait(self):
        print("  at the barrier")
        return await super().wait()


class Stack(asyncio.Queue):
    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        self._queue.append(item)

    def _get(self):
        return self._queue.pop()

    def _format(self):
        return "Stack " + super()._format()

    def clear(self):
        self._queue.clear()
        self._wakeup_next(self._putters)


class Task(asyncio.Task):
    def set_name(self, name):
        super().set_name(f"T:{name}")


async def main():
    semaphore = Semaphore(1)
    print(clean(semaphore))
    async with semaphore:
        print(clean(semaphore))
        waiting = asyncio.create_task(semaphore.acquire())
        await asyncio.sleep(0)
    print(await waiting)
    try:
        await asyncio.wait_for(Closed(1).acquire(), 1)
    except TimeoutError:
        print("closed")

    condition, flags = Condition(), []
    async def waiter():
        async with condition:
            print(await condition.wait_for(lambda: len(flags) == 2))
    task = asyncio.create_task(waiter())
    for flag in "ab":
        await asyncio.sleep(0)
        async with condition:
            flags.append(flag)
            condition.notify_all()
    await task

    async def enter(barrier):
        async with barrier as place:
            return place
    barrier = Barrier(2)
    print(await asyncio.gather(enter(barrier), enter(barrier)))

    stack = Stack(2)
    print(clean(repr(stack)), stack)
    for item in "ab":
        await stack.put(item)
    putting = asyncio.create_task(stack.put("c"))
    await asyncio.sleep(0)
    print(clean(repr(stack)), f"{stack}")
    stack.clear()
    await putting
    print(stack, stack.get_nowait())

    asyncio.get_running_loop().set_task_factory(lambda loop, coro, **kw: Task(coro, loop=loop, **kw))
    async def name():
        return asyncio.current_task().get_name()
    print(await asyncio.create_task(name()), await asyncio.create_task(name(), name="own"), *await asyncio.gather(name()))


asyncio.run(main())
