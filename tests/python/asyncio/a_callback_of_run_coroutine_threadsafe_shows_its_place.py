import asyncio


async def work():
    return 1


def factory(loop, coro, **options):
    if len(asyncio.all_tasks(loop)) > 1:
        coro.close()
        raise LookupError("no more tasks")
    return asyncio.Task(coro, loop=loop, **options)


async def main():
    loop = asyncio.get_running_loop()
    soon = loop.call_soon_threadsafe

    def shown(callback, *args, **options):
        print(callback.__qualname__, callback.__name__)
        handle = soon(callback, *args, **options)
        print(handle)
        return handle

    loop.call_soon_threadsafe = shown
    print(await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work(), loop)))
    loop.set_task_factory(factory)
    waits = asyncio.create_task(asyncio.sleep(1))
    try:
        await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work(), loop))
    except LookupError as error:
        print(repr(error))
    waits.cancel()


asyncio.run(main())
