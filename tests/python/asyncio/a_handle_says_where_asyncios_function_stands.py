import asyncio


async def work():
    return 1


async def main():
    loop = asyncio.get_running_loop()
    first, second = work(), work()
    handle = loop.call_later(10, asyncio.create_task, first)
    print(repr(handle).partition(" ")[2].split(" ", 1)[1])
    print(loop.call_soon(asyncio.ensure_future, second))
    print(loop.call_soon(loop.get_debug))
    await asyncio.sleep(0)
    handle.cancel()
    first.close()


asyncio.run(main())
