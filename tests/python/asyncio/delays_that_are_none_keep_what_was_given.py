# A delay that is none is refused in sleep's own frame, which holds it; one too large for a float is so before it is waited for.
import asyncio
import threading
import traceback


async def forgotten(n):
    pass


async def attempt(awaitable):
    try:
        await awaitable
    except Exception as error:
        print(type(error).__name__, error)
        for frame in traceback.extract_tb(error.__traceback__)[1:]:
            print('   ', frame.filename.replace('\\', '/').split('/')[-1], frame.lineno, frame.name, '|', frame.line)
        print('held')


async def main():
    await attempt(asyncio.sleep(forgotten(1)))
    await attempt(asyncio.sleep(10 ** 500))
    await attempt(asyncio.sleep(float('nan')))
    await attempt(asyncio.wait_for(forgotten(2), forgotten(3)))
    await attempt(asyncio.wait_for(asyncio.sleep, -1))


asyncio.run(main())
for arguments, names in ((), {'target': print}), ((1, 2), {}), ((5,), {}):
    try:
        threading.Condition(*arguments, **names)
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
