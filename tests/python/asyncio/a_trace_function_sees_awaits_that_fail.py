import asyncio
import sys


def trace(frame, event, argument):
    if frame.f_code.co_filename == __file__ and frame.f_code.co_name != '<module>':
        print(frame.f_code.co_name, event, frame.f_lineno)
        return trace


async def fails():
    await asyncio.sleep(0)
    raise ValueError


async def catches():
    try:
        await fails()
    except ValueError:
        pass


async def is_cancelled():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        pass


async def cancels():
    task = asyncio.create_task(is_cancelled())
    await asyncio.sleep(0)
    task.cancel()
    await task


async def is_late():
    try:
        async with asyncio.timeout(0.1):
            await asyncio.sleep(1)
    except TimeoutError:
        pass


def delegates():
    try:
        yield from (1 / n for n in (1, 0))
    except ZeroDivisionError:
        pass


for program in catches, cancels, is_late:
    sys.settrace(trace)
    asyncio.run(program())
    sys.settrace(None)
sys.settrace(trace)
list(delegates())
sys.settrace(None)


def matches_nothing():
    try:
        raise ValueError
    except KeyError:
        pass


sys.settrace(trace)
try:
    matches_nothing()
except ValueError:
    pass
sys.settrace(None)
