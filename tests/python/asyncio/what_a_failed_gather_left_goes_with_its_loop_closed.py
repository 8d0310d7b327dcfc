# recorded by hand: what is printed as the interpreter goes has no time in the oracle.
"""At the end of a program that has closed no loop, the coroutines that a failed gather left are closed after it: the one
that a timer wakes first, then the others, the last first."""
import asyncio


async def user(lock, number):
    try:
        async with lock:
            await asyncio.sleep(1)
            if number == 0:
                raise ValueError(number)
    finally:
        print(number, loop.is_closed())


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*(user(lock, number) for number in range(4)))


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
