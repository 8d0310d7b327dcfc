import asyncio


class Loop(asyncio.SelectorEventLoop):
    def call_soon(self, callback, *args, context=None):
        print(getattr(callback, '__qualname__', type(callback).__name__), *args)
        return super().call_soon(callback, *args, context=context)


class OwnTask(asyncio.Task):
    class Inner(asyncio.Task):
        pass


async def wait(future):
    return await future


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    first = OwnTask(wait(future), loop=loop)
    second = OwnTask.Inner(wait(future), loop=loop)
    await asyncio.sleep(0)
    print(future)
    for callback, context in future._callbacks:
        print(repr(callback).split(' at ')[0], type(context).__name__)
    future.set_result(1)
    print(await asyncio.gather(first, second))


with asyncio.Runner(loop_factory=Loop) as runner:
    runner.run(main())
