# A body that fails ends its group by the method that a derived class has in place of _abort.
import asyncio


class Told(asyncio.TaskGroup):
    def _abort(self):
        print('aborted with', len(self._tasks), 'left')
        super()._abort()


async def main():
    try:
        async with Told() as group:
            group.create_task(asyncio.sleep(1))
            raise KeyError('body')
    except* KeyError as errors:
        print(errors.exceptions)

    async def cancelled():
        async with Told() as group:
            group.create_task(asyncio.sleep(1))

    task = asyncio.create_task(cancelled())
    await asyncio.sleep(0)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))


asyncio.run(main())
