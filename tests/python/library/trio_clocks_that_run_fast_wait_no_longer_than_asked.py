# recorded by hand: CPython with trio 0.35, whose clock shows what the machine took besides
"""A MockClock that runs fast wakes a task when its time has come, and not much later."""
import trio
import trio.testing

YEAR = 365 * 24 * 60 * 60


async def sleeps(years, times):
    start = trio.current_time()
    for _ in range(times):
        await trio.sleep(years * YEAR)
    slept = (trio.current_time() - start) / YEAR
    print(years * times, slept >= years * times, slept < years * times * 1.2)


async def main():
    async with trio.open_nursery() as nursery:
        nursery.start_soon(sleeps, 1, 50)
        nursery.start_soon(sleeps, 7, 9)


trio.run(main, clock=trio.testing.MockClock(rate=100 * YEAR))
