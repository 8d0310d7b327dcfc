"""Tasks that nobody else knows go with their handles: where the loop takes the next one, the last at the turn's end."""
import asyncio


async def forgetful(number):
    asyncio.sleep(number)
    kept = asyncio.sleep(number)
    await asyncio.sleep(1)
    return kept


class Box:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        asyncio.sleep(0)
        print("gone:", self.name)

    def show(self):
        print("called:", self.name)


async def main():
    tasks = [asyncio.create_task(forgetful(n)) for n in range(3)]
    await asyncio.sleep(0)
    for task in tasks:
        task.cancel()
    del tasks, task
    await asyncio.sleep(2)
    loop = asyncio.get_running_loop()
    for name in "one", "two", "three":
        loop.call_soon(Box(name).show)
    await asyncio.sleep(0.1)


asyncio.run(main())
