import asyncio
import traceback
import sys
from asyncio.staggered import staggered_race


async def fails(text, after):
    await asyncio.sleep(after)
    raise ValueError(text)


async def works(text, after):
    try:
        await asyncio.sleep(after)
    except asyncio.CancelledError:
        print(text, 'cancelled')
        raise
    return text


def shown(outcome):
    winner, number, faults = outcome
    print(winner, number, faults)
    for fault in faults:
        if fault is not None:
            traceback.print_exception(fault, file=sys.stdout)


def broken():
    yield lambda: fails('first', 1)
    raise RuntimeError('no more')


async def main():
    shown(await staggered_race([lambda: fails('a', 1), lambda: works('b', 5), lambda: works('c', 9)], 2))
    shown(await staggered_race([lambda: fails('a', 1), lambda: fails('b', 5)], None))
    shown(await staggered_race([lambda: works('a', 1)], .3))
    shown(await staggered_race([], .3))
    shown(await staggered_race([lambda: None, 3], .3))
    try:
        await staggered_race(broken(), .3)
    except RuntimeError:
        traceback.print_exc(file=sys.stdout)
    task = asyncio.create_task(staggered_race([lambda: works('slow', 50)], .3))
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        traceback.print_exc(file=sys.stdout)


asyncio.run(main())
