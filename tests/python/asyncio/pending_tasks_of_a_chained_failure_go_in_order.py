# recorded by hand: what is printed as the interpreter goes has no time in the oracle.
"""Tasks that only the frames of an exception's context hold are told of as pending, the last first, at the very end."""
import asyncio


async def waits(seconds):
    await asyncio.sleep(seconds)


async def main():
    tasks = [asyncio.create_task(waits(seconds)) for seconds in range(1, 4)]
    await asyncio.sleep(0.1)
    tasks[5]


loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(main())
finally:
    loop.close()
    raise RuntimeError("and this") from KeyError("that")
