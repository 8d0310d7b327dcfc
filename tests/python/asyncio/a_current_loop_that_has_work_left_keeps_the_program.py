# The policy holds the loop, its timer the coroutine, that the module's names: no finalizer runs.
import asyncio


class Loud:
    def __del__(self):
        print("never")


async def waits():
    local = Loud()
    await asyncio.sleep(5)


async def main():
    asyncio.create_task(waits())
    await asyncio.sleep(0)


loud = Loud()
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
task = loop.create_task(waits())
print("end")
