"""A coroutine that is never awaited is told once a line, as the warnings module does by default."""
import asyncio


async def work(n):
    return n


def forgets():
    work(0)


async def main():
    for n in range(3):
        work(n)
    work(1)
    work(2), work(3)
    for _ in range(2):
        forgets()


asyncio.run(main())
for n in range(3):
    asyncio.sleep(n)
