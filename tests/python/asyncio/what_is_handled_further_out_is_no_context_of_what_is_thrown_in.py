# `throw` goes through a chain of coroutines without entering them: what is thrown in has no context of theirs at first,
# then, on its way out, that of each coroutine that it passes.
import asyncio
import sys


def chain(error):
    names = []
    while error:
        names.append(repr(error))
        error = error.__context__
    return names


async def waits():
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError as error:
        print("waits", chain(error))
        raise


async def gathers(event):
    await asyncio.gather(event.wait())


async def looks():
    try:
        await asyncio.Event().wait()
    except asyncio.CancelledError:
        pass
    print("within the throw", sys.exception())
    await asyncio.sleep(0)
    print("after it", sys.exception())
    raise KeyError(4)


async def gets(future):
    try:
        return await future
    except KeyError as error:
        print("gets", chain(error))
        raise


async def main():
    event = asyncio.Event()
    loop = asyncio.get_running_loop()
    try:
        1 / 0
    except ZeroDivisionError:
        for made in gathers(event), asyncio.sleep(9), waits(), event.wait(), looks():
            try:
                await asyncio.wait_for(made, 0.25)
            except Exception as error:
                print(chain(error), chain(error.__cause__))
        try:
            await asyncio.gather(waits(), gets(None))
        except Exception as error:
            print(chain(error))
        for wrapped in False, True:
            future = loop.create_future()
            loop.call_later(1, future.set_exception, KeyError(1))
            try:
                await (gets(future) if wrapped else future)
            except Exception as error:
                print(chain(error))
        chained = handles()
        chained.send(None)
        try:
            chained.throw(KeyError(2))
        except KeyError as error:
            print("out", chain(error))
    try:
        1 / 0
    finally:
        await asyncio.wait_for(gathers(event), 0.25)


def yields():
    try:
        yield 1
    except KeyError as error:
        print("yields", chain(error))
        raise


class Awaitable:
    def __await__(self):
        return (yield from yields())


async def handles():
    try:
        raise ValueError
    except ValueError:
        await Awaitable()


asyncio.run(main())
