# The policy holds it until there is no interpreter left: nothing is said of its tasks, and no `finally` runs.
import asyncio


async def waits(name):
    try:
        await asyncio.sleep(5)
    finally:
        print("never:", name)


async def main():
    asyncio.create_task(waits("begun"))
    await asyncio.sleep(0)


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
held = [loop.create_task(waits("not begun")) for _ in range(2)]
loop.create_task(waits("nor held"))
print("end")
