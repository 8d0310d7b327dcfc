"""GeneratorExit, thrown or by close(), closes what a coroutine awaits before it is raised in the coroutine itself."""
import asyncio
import traceback
import types


@types.coroutine
def given(value):
    try:
        return (yield value)
    finally:
        print("given ends")


@types.coroutine
def swallowing():
    try:
        yield
    except GeneratorExit:
        return 7


async def inner(awaited):
    result = await awaited
    print("inner goes on with", result)
    return result


async def outer(awaited):
    try:
        print("outer goes on with", await inner(awaited))
    except BaseException as e:
        print("outer:", repr(e), [f.name for f in traceback.extract_tb(e.__traceback__)])
        raise


async def ignoring():
    try:
        await given(1)
    except GeneratorExit:
        await given(2)


async def failing():
    try:
        await given(1)
    finally:
        raise ValueError("at the end")


def told(call, *args):
    try:
        print("gives", call(*args))
    except BaseException as e:
        print("raises", repr(e))


for make in lambda: given(1), swallowing, ignoring, failing, lambda: asyncio.sleep(0):
    for end in "close", "throw":
        print("---", end)
        coroutine = outer(make())
        coroutine.send(None)
        told(getattr(coroutine, end), *([GeneratorExit("mine")] if end == "throw" else []))


async def main():
    for waits in asyncio.sleep(1), asyncio.wait_for(asyncio.sleep(1), 2), asyncio.Queue().get(), asyncio.Event().wait():
        coroutine = outer(waits)
        coroutine.send(None)
        told(coroutine.close)


asyncio.run(main())
