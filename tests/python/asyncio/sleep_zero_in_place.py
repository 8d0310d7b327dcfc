# `await asyncio.sleep(0)` makes no coroutine of its own; nobody can tell.
import asyncio
import traceback


async def spin(name, delay):
    print(name, await asyncio.sleep(delay))
    return name


async def stubborn():
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError:
        traceback.print_exc()
        return "caught"


async def numbers():
    for i in range(3):
        await asyncio.sleep(0)
        yield i
    await asyncio.sleep(-1)


async def gives(value):
    return await asyncio.sleep(0, value)


async def stored():
    pause = asyncio.sleep(0, "stored")
    await asyncio.sleep(0)
    return await pause


async def main():
    print(await asyncio.gather(spin("a", 0), spin("b", -1), spin("c", 0.0), spin("d", False)))
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    task.cancel("enough")
    print(await task)
    print([i async for i in numbers()], [await gives(i) for i in range(3)], await stored())
    async with asyncio.timeout(1) as scope:
        await asyncio.sleep(0)
    print(scope.expired())
    task = asyncio.create_task(gives(7))
    await asyncio.sleep(0)
    print(task.get_coro().cr_await.__qualname__, task.get_coro().cr_running, task.get_stack()[0].f_lineno)
    print(await task)


asyncio.run(main())

# By hand.
coro = gives("x")
print(coro.send(None))
print(type(coro.cr_await).__name__, coro.cr_await.__name__)
try:
    coro.send(None)
except StopIteration as stop:
    print(stop.value)
coro = gives("y")
coro.send(None)
try:
    coro.throw(ValueError("thrown"))
except ValueError:
    traceback.print_exc()
coro = gives("z")
coro.send(None)
coro.close()
print(coro.cr_frame, coro.cr_await)
