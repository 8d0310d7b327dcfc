"""Classes derived from TaskGroup take tasks out of `_tasks` and put errors into `_errors`: the group goes by them."""
import asyncio


class Collecting(asyncio.TaskGroup):
    def __init__(self):
        super().__init__()
        self.failed = []

    def _on_task_done(self, task):
        if task.cancelled() or not task.exception():
            return super()._on_task_done(task)
        self.failed.append(repr(task.exception()))
        self._tasks.discard(task)
        if self._on_completed_fut is not None and not self._tasks:
            if not self._on_completed_fut.done():
                self._on_completed_fut.set_result(True)


class Own(asyncio.TaskGroup):
    """All that follows upon a task's end is done here."""

    def __init__(self):
        super().__init__()
        self._tasks, self._errors = set(), []

    async def __aexit__(self, kind, error, place):
        self._exiting = True
        while self._tasks:
            self._on_completed_fut = self._loop.create_future()
            await self._on_completed_fut
            self._on_completed_fut = None
        if self._errors:
            raise ExceptionGroup("own", self._errors)

    def _on_task_done(self, task):
        self._tasks.discard(task)
        if task.exception():
            self._errors.append(task.exception())
        if not self._tasks and self._on_completed_fut:
            self._on_completed_fut.set_result(True)


class Counting(asyncio.TaskGroup):
    def _on_task_done(self, task):
        before = len(self._tasks), len(self._errors)
        super()._on_task_done(task)
        print("done", before, len(self._tasks), len(self._errors))


async def work(number):
    await asyncio.sleep(number / 10)
    if number % 2:
        raise ValueError(number)
    return number


async def main():
    async with Collecting() as group:
        tasks = [group.create_task(work(number)) for number in range(4)]
        print(len(group._tasks), group._tasks is group._tasks, tasks[0] in group._tasks)
        await asyncio.sleep(0.15)
        print(group, len(group._tasks))
    print(group.failed, group, group._tasks)
    try:
        async with Own() as group:
            for number in range(4):
                group.create_task(work(number))
            print(group)
    except* ValueError as errors:
        print(repr(errors))
    try:
        async with Counting() as group:
            group.create_task(work(0))
            group.create_task(work(1))
            group.create_task(work(2))
    except* ValueError as errors:
        print(repr(errors), group._errors)
    try:
        async with asyncio.TaskGroup() as group:
            group._errors.append(KeyError("put there"))
            task = group.create_task(work(2))
            group._tasks.remove(task)
    except* KeyError as errors:
        print(repr(errors), task.done())
    await task


asyncio.run(main())
