# recorded by hand: CPython with aioconsole 0.8.2
"""What is printed and asked for by coroutines, where nobody types anything."""
import asyncio
from aioconsole import ainput, aprint
async def tick():
    for i in range(3): await asyncio.sleep(.1); await aprint("tick", i, sep="-")
async def main():
    t = asyncio.create_task(tick())
    await aprint("hello", 1); await t
    try:
        while True: print(repr(await ainput(">>> ")))
    except EOFError: await aprint("eof", end="!\n")
    await asyncio.gather(*(aprint(n) for n in range(3)))
    await aprint("err", use_stderr=True)
asyncio.run(main())
