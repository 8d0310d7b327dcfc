# What had begun is closed before its task is reported; what had not begun goes as the loop's finalizer closes it.
import asyncio


async def begun():
    await asyncio.sleep(1)


async def waiting():
    await asyncio.sleep(1)


async def main():
    asyncio.create_task(begun())
    await asyncio.sleep(0)


def forget():
    loop = asyncio.new_event_loop()
    loop.run_until_complete(main())


def forget_unbegun():
    loop = asyncio.new_event_loop()
    loop.create_task(waiting())
    loop.create_task(begun())


forget()
forget_unbegun()
print("end")
