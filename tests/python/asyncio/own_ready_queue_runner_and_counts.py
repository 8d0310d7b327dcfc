# A loop may put another deque in place of its ready queue; a runner's close, a loop's set_debug, a task's cancelling and uncancel are called in their own versions.
import asyncio
import collections
import heapq


class Backwards(asyncio.SelectorEventLoop):
    def set_debug(self, enabled):
        print("set_debug", enabled)
        super().set_debug(enabled)

    def _run_once(self):
        self._ready = collections.deque(reversed(self._ready))
        super()._run_once()


class Ordered:
    """Gives what has the smallest name first."""

    def __init__(self):
        self.heap = []
        self.count = 0

    def append(self, handle):
        self.count += 1
        task = getattr(handle._callback, "__self__", None)
        name = task.get_name() if isinstance(task, asyncio.Task) else ""
        heapq.heappush(self.heap, (name, self.count, handle))

    def popleft(self):
        return heapq.heappop(self.heap)[-1]

    def clear(self):
        self.heap.clear()

    def __len__(self):
        return len(self.heap)


class Prioritized(asyncio.SelectorEventLoop):
    def __init__(self):
        super().__init__()
        self._ready = Ordered()


class Runner(asyncio.Runner):
    def close(self):
        print("close")
        super().close()


class Task(asyncio.Task):
    def cancelling(self):
        print("  cancelling", super().cancelling())
        return super().cancelling()

    def uncancel(self):
        print("  uncancel")
        return super().uncancel()


async def say(word, times=1):
    for _ in range(times):
        print(word)
        await asyncio.sleep(0)


async def ordered():
    async with asyncio.TaskGroup() as group:
        for name in "cab":
            group.create_task(say(name, 2), name=name)


async def counted():
    try:
        async with asyncio.timeout(0.1):
            await asyncio.sleep(1)
    except TimeoutError:
        print("timeout")
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(say("in the group"))
            raise ValueError
    except* ValueError:
        print("failed")


async def main():
    await asyncio.gather(*map(say, "abc"))
    loop = asyncio.get_running_loop()
    loop.set_task_factory(lambda loop, coro, **kw: Task(coro, loop=loop, **kw))
    await asyncio.create_task(counted())


with Runner(loop_factory=Backwards) as runner:
    runner.run(main())
with Runner(loop_factory=Prioritized) as runner:
    runner.run(ordered())
