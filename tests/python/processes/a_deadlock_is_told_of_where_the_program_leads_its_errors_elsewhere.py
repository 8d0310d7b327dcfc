# recorded by hand: the oracle tells of a deadlock in other words
"""What ends a run that waits for ever is said to who runs it, though the program's own stderr is a file."""
import asyncio
import os


async def wait_for_ever():
    print("once", flush=True)
    await asyncio.gather(asyncio.get_running_loop().create_future())


os.dup2(os.open("/tmp/errors.txt", os.O_CREAT | os.O_RDWR), 2)
asyncio.run(wait_for_ever())
