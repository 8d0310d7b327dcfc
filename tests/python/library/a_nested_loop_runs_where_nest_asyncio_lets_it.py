# recorded by hand: the oracle has no nest_asyncio
import asyncio

import nest_asyncio


async def count(name, times):
    for n in range(times):
        await asyncio.sleep(0.1)
        print(name, n, asyncio.current_task().get_name())
    return name


async def fails():
    raise KeyError("inside")


def plain(name):
    """A plain function in the middle, which asks the loop that is running."""
    return asyncio.get_event_loop().run_until_complete(count(name, 2))


async def main():
    beside = asyncio.create_task(count("beside", 5))
    print(asyncio.run(count("nested", 1)))
    print(plain("deeper"), asyncio.current_task().get_name(), asyncio.get_running_loop().is_running())
    try:
        asyncio.run(fails())
    except KeyError as error:
        print(repr(error))
    return await beside


nest_asyncio.apply()
nest_asyncio.apply()
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(asyncio.run(main()))
print(asyncio.get_event_loop() is loop, loop.is_closed(), loop.is_running())


async def leaves_one():
    asyncio.create_task(count("left", 1))
    await asyncio.sleep(0)


asyncio.run(leaves_one())
print(asyncio.run(count("again", 2)))
try:
    nest_asyncio.apply(3)
except ValueError as error:
    print(error)
