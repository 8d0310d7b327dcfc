"""In debug mode a handle of a partial shows the partial's arguments before those of the call."""
import asyncio
import functools


def note(*args, **kwargs):
    print(args, kwargs)


async def main():
    loop = asyncio.get_running_loop()
    for debug in (True, False):
        loop.set_debug(debug)
        for callback in (functools.partial(note, 'a', 2, key=[1]), functools.partial(functools.partial(note, 1), 2)):
            handle = loop.call_soon(callback, 'late')
            print(repr(handle).split(' at ')[0])
    await asyncio.sleep(0)


asyncio.run(main())
