# recorded by hand: what is printed as the interpreter goes has no time in the oracle.
"""At the end of a program that has closed no loop, a task that a timer wakes comes first with its coroutine, then those
that only a failed frame's list holds, the last first."""
import asyncio


async def user(lock, number):
    try:
        async with lock:
            await asyncio.sleep(1)
    finally:
        print(number, loop.is_closed())


async def main():
    lock = asyncio.Lock()
    tasks = [asyncio.create_task(user(lock, number)) for number in range(4)]
    await asyncio.sleep(0.5)
    tasks[5]


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
