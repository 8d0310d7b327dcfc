# The loop that gather() found is lost, with tasks that gather() made itself: nothing but their coroutines is told of.
import asyncio


async def work():
    return 1


asyncio.set_event_loop(asyncio.new_event_loop())
try:
    asyncio.run(asyncio.gather(work(), work()))
except ValueError as error:
    print(error)
