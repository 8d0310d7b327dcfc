import asyncio


class Standing:
    def run(self, call, *args):
        print('through', type(call).__name__, len(args))
        return call(*args)


class Wrong:
    """It has no `run`."""


async def work():
    print('works', asyncio.current_task().get_name())
    await asyncio.sleep(0)
    return 5


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print('handler', context['message'].split(' at ')[0].split(' object')[0], context['exception']))
    task = asyncio.create_task(work(), context=Standing(), name='own')
    print(await task)
    loop.call_soon(lambda: 1 / 0, context=Standing())
    await asyncio.sleep(0)
    loop.call_soon(lambda: 1 / 0, context=Wrong())
    await asyncio.sleep(0)
    task = asyncio.create_task(work(), context=Wrong())
    print('made', task.done())
    await asyncio.sleep(0)
    print(task.done(), type(task.get_context()).__name__)
    task.get_coro().close()
    task._log_destroy_pending = False


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
