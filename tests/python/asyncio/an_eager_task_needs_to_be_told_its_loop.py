"""CPython 3.13 asks the argument `loop` of an eager task, not the loop that it stands for when it is left out."""
import asyncio


async def slept():
    return await asyncio.sleep(0, 'slept')


async def main():
    running = asyncio.get_running_loop()
    # The task that is not made is destroyed pending.
    running.set_exception_handler(lambda loop, context: None)
    for options in ({'loop': running}, {'loop': None}, {}):
        coroutine = slept()
        try:
            task = asyncio.Task(coroutine, eager_start=True, **options)
            print(task.done(), await task)
        except AttributeError as exc:
            print(exc)
            coroutine.close()
    print(await running.create_task(slept()), asyncio.all_tasks() == {asyncio.current_task()})


asyncio.run(main())
