# As its frame: a debugger's walk along an await chain finds names and lines to its end.
import asyncio


async def works():
    await asyncio.sleep(1)


async def main():
    task = asyncio.create_task(works())
    queue = asyncio.Queue()
    getter = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    for coroutine in task.get_coro(), getter.get_coro():
        while hasattr(coroutine, "cr_code"):
            code = coroutine.cr_code
            print(code.co_name, code.co_firstlineno, coroutine.cr_frame.f_lineno)
            coroutine = coroutine.cr_await
    getter.cancel()
    await task


asyncio.run(main())
