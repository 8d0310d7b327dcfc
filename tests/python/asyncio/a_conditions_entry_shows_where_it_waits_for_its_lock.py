"""Whoever is cancelled or refused on entering a condition: the frame of `__aenter__` shows."""
import asyncio
import traceback


class Odd(asyncio.Lock):
    def acquire(self):
        raise OSError("no lock today")

    def release(self):
        raise ValueError("never had it")


async def enter(condition):
    async with condition:
        await asyncio.sleep(5)


async def attempt(condition):
    try:
        await asyncio.wait_for(enter(condition), 1)
    except Exception:
        lines = traceback.format_exc().splitlines()
        print(*[line for line in lines if "^" not in line], sep="\n")


async def stays():
    try:
        yield 1
    finally:
        yield 2


async def main():
    condition = asyncio.Condition()
    async with condition:
        await attempt(condition)
    await attempt(asyncio.Condition(Odd()))
    await attempt(Odd())
    kept.append(stays())
    await anext(kept[0])
    missing


kept = []
asyncio.run(main())
