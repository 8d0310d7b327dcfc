import asyncio
import functools
import inspect
import sys
import traceback


async def leaf(event):
    try:
        await event.wait()
    finally:
        print("leaf ends")
    return "leaf"


async def middle(event):
    return await leaf(event)


def named(function):
    @functools.wraps(function)
    async def wrapper(*args):
        return await function(*args)

    return wrapper


@named
async def outer(event):
    return await middle(event)


def chain(coroutine):
    names = []
    while inspect.iscoroutine(coroutine):
        names.append((coroutine.__qualname__, coroutine.cr_running, inspect.getcoroutinestate(coroutine)))
        coroutine = coroutine.cr_await
    return names


async def stops():
    raise StopIteration("inner")


async def calls_stops():
    await stops()


async def looks():
    frame = sys._getframe()
    print([f.f_code.co_name for f in (frame, frame.f_back)], sorted(frame.f_locals))
    return frame, "looked"


async def keeps():
    frame, _ = await looks()
    print(frame.f_code.co_name, frame.f_lineno)


async def throws(event):
    try:
        await middle(event)
    except KeyError as exc:
        print("caught", exc, exc.__context__)
        raise ValueError("new")


class Told:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


async def holds(name):
    told = Told(name)
    return await gives(told)


async def gives(told):
    await asyncio.sleep(0)
    return told.name


async def main():
    event = asyncio.Event()
    task = asyncio.create_task(outer(event))
    await asyncio.sleep(0)
    print(chain(task.get_coro()))
    inner = task.get_coro().cr_await.cr_await
    print(inner is task.get_coro().cr_await.cr_await)
    event.set()
    print(await task, inspect.getcoroutinestate(inner))
    try:
        await inner
    except RuntimeError as exc:
        print("error", exc)

    try:
        await calls_stops()
    except RuntimeError as exc:
        traceback.print_exc(file=sys.stdout)
    await keeps()

    coroutine = throws(asyncio.Event())
    coroutine.send(None)
    try:
        coroutine.throw(KeyError("thrown"))
    except ValueError as exc:
        print("error", exc, repr(exc.__context__), [f.name for f in traceback.extract_tb(exc.__context__.__traceback__)])

    coroutine = middle(asyncio.Event())
    coroutine.send(None)
    coroutine.close()
    print(await holds("first"), await asyncio.gather(holds("second"), holds("third")))

    task = asyncio.create_task(outer(asyncio.Event()))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError as exc:
        print([f.name for f in traceback.extract_tb(exc.__traceback__)])

    async def deep(n):
        return await deep(n + 1)

    try:
        await deep(0)
    except RecursionError as exc:
        print(exc, len(traceback.extract_tb(exc.__traceback__)) > 900)


asyncio.run(main())
