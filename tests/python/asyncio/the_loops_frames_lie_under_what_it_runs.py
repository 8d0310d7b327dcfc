"""Who asks for its callers finds asyncio's frames between the loop's runner and what the loop runs."""
import asyncio
import inspect
import sys
import threading


def functions():
    """The callers' names, up to the program's own module."""
    frame, found = sys._getframe(1), []
    while frame.f_code.co_name != "<module>":
        found.append((frame.f_globals["__name__"], frame.f_code.co_name, frame.f_lineno))
        frame = frame.f_back
    return found


def show(what):
    print(what, *functions())
    print([frame.function for frame in inspect.stack()][:4])
    deep = [sys._getframe(n).f_code.co_name for n in range(4)]
    print(deep, [sys._getframemodulename(n) for n in range(4)])


async def main():
    loop = asyncio.get_running_loop()
    show("coroutine")
    loop.call_soon(show, "callback")
    await asyncio.sleep(0)
    task = asyncio.create_task(part())
    task.add_done_callback(lambda _: show("done"))
    await task
    await asyncio.sleep(0)
    print(len(asyncio.current_task().get_stack()) > 5)
    await asyncio.to_thread(lambda: print(sys._getframe(1).f_code.co_name))


async def part():
    show("task")
    try:
        sys._getframe(1000)
    except ValueError as error:
        print(error)


asyncio.run(main())
with asyncio.Runner(debug=True) as runner:
    runner.run(part())
loop = asyncio.new_event_loop()
loop.run_until_complete(part())
loop.call_soon(show, "plain")
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
