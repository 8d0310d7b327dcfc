# A delay is what can be added to a float: a Fraction and what has `__radd__` can, a Decimal, a timedelta and what only has `__float__` cannot.
import asyncio
import decimal
import fractions


class Half:
    def __float__(self):
        return 0.5

    def __le__(self, other):
        return 0.5 <= other


class Added(Half):
    def __radd__(self, other):
        return other + 0.5


async def nothing():
    return "done"


async def main():
    loop = asyncio.get_running_loop()
    for delay in (decimal.Decimal("0.5"), fractions.Fraction(1, 2), Half(), Added(), "0.5", [1]):
        print(type(delay).__name__)
        uses = {
            "sleep": asyncio.sleep,
            "wait_for": lambda delay: asyncio.wait_for(nothing(), delay),
            "wait": lambda delay: asyncio.wait([asyncio.ensure_future(nothing())], timeout=delay),
        }
        for name, use in uses.items():
            before = loop.time()
            try:
                result = await use(delay)
                print("  ", name, result if name == "wait_for" else "", loop.time() - before)
            except TypeError as error:
                print("  ", name, error)
        try:
            async with asyncio.timeout(delay):
                print("   timeout", await nothing())
        except TypeError as error:
            print("   timeout", error)
        try:
            loop.call_later(delay, print).cancel()
            print("   call_later")
        except TypeError as error:
            print("   call_later", error)


asyncio.run(main())
