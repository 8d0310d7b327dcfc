"""Who waits in a coroutine that somebody awaits may be resumed, thrown into and closed by others: only running it cannot."""
import asyncio


async def inner():
    try:
        await asyncio.sleep(1)
    except ValueError as e:
        print("inner caught", e)
    await asyncio.sleep(1)
    return "inner's end"


async def outer(coroutine):
    try:
        return await coroutine
    except RuntimeError as e:
        return f"outer got {e}"


async def main():
    coroutine = inner()
    task = asyncio.create_task(outer(coroutine))
    await asyncio.sleep(0)
    print(type(coroutine.send(None)).__name__, "once more")
    print(type(coroutine.throw(ValueError("from outside"))).__name__, "after the throw")
    print(coroutine.cr_running, coroutine.cr_suspended)
    coroutine.close()
    print("closed", coroutine.cr_frame)
    try:
        next(coroutine.__await__())
    except RuntimeError as e:
        print(e)
    task.cancel()
    try:
        print(await task)
    except asyncio.CancelledError:
        print("cancelled")

    wrapper = inner().__await__()
    next(wrapper)
    wrapper.close()
    try:
        next(wrapper)
    except RuntimeError as e:
        print("after close():", e)


asyncio.run(main())
