import asyncio


class Deadline(asyncio.Timeout):
    def reschedule(self, when):
        print('reschedule', when is None)
        super().reschedule(when)


class Condition(asyncio.Condition):
    def notify(self, n=1):
        print('notify', n)
        super().notify(n)


async def main():
    async with Deadline(None) as deadline:
        deadline.reschedule(asyncio.get_running_loop().time() + 1)
    condition = Condition()

    async def waiter():
        async with condition:
            await condition.wait()

    waiters = [asyncio.create_task(waiter()) for _ in range(2)]
    await asyncio.sleep(0)
    async with condition:
        condition.notify_all()
    await asyncio.gather(*waiters)


asyncio.run(main())
