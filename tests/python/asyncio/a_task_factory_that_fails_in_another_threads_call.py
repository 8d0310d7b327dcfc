# run_coroutine_threadsafe: where no task can be made, who waits in the other thread gets the error, and the loop too.
import asyncio


async def leaf():
    pass


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print('handler', repr(context['exception'])))

    def refuse(loop, coro, **kwargs):
        raise RuntimeError('no tasks today')

    def elsewhere():
        coro = leaf()
        future = asyncio.run_coroutine_threadsafe(coro, loop)
        try:
            future.result(5)
        except RuntimeError as e:
            print('thread', repr(e), future.done())
        coro.close()
    loop.set_task_factory(refuse)
    await loop.run_in_executor(None, elsewhere)
    loop.set_task_factory(None)


asyncio.run(main())
