"""A gather that one of its own members waits for: the traceback of its cancellation holds it through the frame of
asyncio.wait, so that it is told of when the program has ended, behind the program's own error."""
import asyncio

gathered = []


async def waits_for_its_gather():
    await asyncio.wait(gathered)


async def main():
    gathered.append(asyncio.gather(waits_for_its_gather()))
    await asyncio.wait_for(asyncio.sleep(1), 0.1)


try:
    asyncio.run(main())
finally:
    gathered.clear()
