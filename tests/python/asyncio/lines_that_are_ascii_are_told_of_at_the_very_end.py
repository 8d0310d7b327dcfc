# A report at the very end shows a failed task with its lines, which a report before it has read.
import asyncio


async def fails():
    raise ValueError("wrong")


async def main():
    task = asyncio.create_task(fails())
    await asyncio.sleep(0)
    print(task.done())
    raise KeyError("end")


asyncio.run(main())
