# A group is ended from outside by _abort(), and classes derived from it see its tasks and replace its methods.
import asyncio


async def work(name, delay):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(name, 'cancelled')
        raise
    if delay == .2:
        raise ValueError(name)
    return name


class Bounded(asyncio.TaskGroup):
    def __init__(self, most):
        super().__init__()
        self.most, self.results = most, []

    async def start(self, coroutine):
        while len(self._tasks) >= self.most:
            await asyncio.wait(self._tasks, return_when=asyncio.FIRST_COMPLETED)
        return self.create_task(coroutine)

    def _on_task_done(self, task):
        super()._on_task_done(task)
        if not task.cancelled() and not task.exception():
            self.results.append(task.result())

    def _abort(self):
        print('aborted with', len(self._tasks), 'left and', self._errors)
        super()._abort()


async def main():
    async with asyncio.TaskGroup() as group:
        for number in range(3):
            group.create_task(work(number, 9))
        await asyncio.sleep(.1)
        print(len(group._tasks), group._parent_task is asyncio.current_task(), group._loop is asyncio.get_running_loop())
        group._abort()
    print(group, group._aborting, group._exiting, group._tasks)
    async with Bounded(2) as group:
        for number in range(5):
            await group.start(work(number, .1))
    print(group.results)
    async with Bounded(3) as group:
        for number in range(3):
            await group.start(work(number, (number + 1) / 10))


asyncio.run(main())
