# What gather, wait, shield, create_task and their kin refuse, they refuse in CPython's frames; what they were given lives
# as long as the traceback.
import asyncio
import traceback


async def fetch():
    pass


async def unpacked():
    await asyncio.gather([fetch(), fetch()])


async def a_number():
    await asyncio.gather(5)


async def one_only():
    await asyncio.wait(fetch())


async def one_at_a_time():
    asyncio.as_completed(fetch())


async def shielded():
    await asyncio.shield(5)


async def a_function():
    asyncio.create_task(fetch)


async def ensured():
    asyncio.ensure_future(fetch)


async def slept():
    await asyncio.sleep('1')


async def later():
    asyncio.get_running_loop().call_later(None, print)


async def of_the_loop():
    asyncio.get_running_loop().create_task(None)


async def of_a_group():
    async with asyncio.TaskGroup() as group:
        group.create_task(None)


for main in (unpacked, a_number, one_only, one_at_a_time, shielded, a_function, ensured, slept, later, of_the_loop,
             of_a_group):
    try:
        asyncio.run(main())
    except Exception:
        traceback.print_exc()
loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(fetch)
except TypeError:
    traceback.print_exc()
loop.close()
print(i)
