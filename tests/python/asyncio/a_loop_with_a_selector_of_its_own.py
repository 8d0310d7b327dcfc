import asyncio
import selectors
import threading


class Skipping(selectors.DefaultSelector):
    """Waits for nothing: the clock moves instead."""

    def __init__(self):
        super().__init__()
        self.now = 0

    def select(self, timeout=None):
        self.now += timeout or 0
        return super().select(0)


class SkippingLoop(asyncio.SelectorEventLoop):
    def __init__(self):
        self.skipping = Skipping()
        super().__init__(self.skipping)

    def time(self):
        return self.skipping.now


async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    await asyncio.gather(asyncio.sleep(10), asyncio.sleep(3600))
    print(loop.time() - start, loop._selector is loop.skipping, type(loop._selector).__name__)
    try:
        async with asyncio.timeout(5):
            await asyncio.sleep(60)
    except TimeoutError:
        print("timeout at", loop.time() - start)


with asyncio.Runner(loop_factory=SkippingLoop) as runner:
    runner.run(main())


class NextTimer(asyncio.SelectorEventLoop):
    """Goes to the next timer before each turn."""

    def __init__(self):
        super().__init__()
        self._clock_resolution = 1e-6
        self._now = 0

    def time(self):
        return self._now

    def _run_once(self):
        if not self._ready and self._scheduled:
            self._now = max(self._now, self._scheduled[0]._when)
        super()._run_once()


async def whole():
    loop = asyncio.get_running_loop()
    await asyncio.sleep(5)
    print(loop.time(), loop.call_later(2, print).when(), loop.call_later(0.5, print).when())


asyncio.run(whole(), loop_factory=NextTimer)

# The selector of a usual loop, with another `select`.
loop = asyncio.new_event_loop()
print(type(loop._selector).__name__, len(loop._selector.get_map()))
select, waits = loop._selector.select, []


def counting(timeout):
    waits.append(timeout if timeout is None else round(timeout, 2))
    return select(timeout)


loop._selector.select = counting


async def woken():
    event = asyncio.Event()
    timer = threading.Timer(0.5, loop.call_soon_threadsafe, [event.set])
    timer.start()
    await event.wait()
    await asyncio.sleep(0.25)
    timer.join()
    return "woken"


print(loop.run_until_complete(woken()), waits)
loop.close()
print(loop._selector)
