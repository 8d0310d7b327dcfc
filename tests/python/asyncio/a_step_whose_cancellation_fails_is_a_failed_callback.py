import asyncio


class Stubborn(asyncio.Future):
    def cancel(self, msg=None):
        raise ValueError("cannot be cancelled")


async def waits():
    asyncio.current_task().cancel()
    await Stubborn()


async def waits_later():
    await asyncio.sleep(0)
    asyncio.current_task().cancel()
    await Stubborn()


async def woken(future):
    await future
    asyncio.current_task().cancel()
    await Stubborn()


def handler(loop, context):
    print(context["message"], repr(context["exception"]))
    print(context["handle"])


async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    future = asyncio.get_running_loop().create_future()
    tasks = [asyncio.create_task(coroutine) for coroutine in (waits(), waits_later(), woken(future))]
    await asyncio.sleep(0.1)
    future.set_result(1)
    await asyncio.sleep(0.1)
    print([task.done() for task in tasks], [task.cancelling() for task in tasks])
    for task in tasks:
        task._fut_waiter.set_result(None)
    await asyncio.sleep(0.1)
    print([(task.cancelled(), task.done()) for task in tasks])


asyncio.run(main())
