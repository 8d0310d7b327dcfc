# A report at the very end shows a failed task with its lines; where one of them is not ASCII it cannot tell how wide that is.
import asyncio


async def fails():
    raise ValueError("错误")


async def main():
    task = asyncio.create_task(fails())
    await asyncio.sleep(0)
    print(task.done())
    raise KeyError("结束")


asyncio.run(main())
