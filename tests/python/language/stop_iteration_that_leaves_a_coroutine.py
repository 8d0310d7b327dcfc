"""StopIteration may not leave a generator or coroutine: the RuntimeError has no entry of that frame."""
import asyncio
import traceback


async def plain():
    raise StopIteration(3)


async def awaits():
    await plain()


async def after_a_throw():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        raise StopIteration(4)


async def cancels():
    task = asyncio.create_task(after_a_throw())
    await asyncio.sleep(0)
    task.cancel()
    await task


def generator():
    raise StopIteration(8)
    yield


def throws():
    try:
        yield
    except ValueError:
        raise StopIteration(9)


async def main():
    for one in (plain, awaits, cancels):
        try:
            await one()
        except RuntimeError as e:
            print(repr(e), repr(e.__cause__), repr(e.__context__))
            for frame in traceback.extract_tb(e.__traceback__)[1:]:
                print(frame.name, frame.lineno)
asyncio.run(main())
try:
    next(generator())
except RuntimeError:
    traceback.print_exc()
g = throws()
next(g)
try:
    g.throw(ValueError)
except RuntimeError:
    traceback.print_exc()
