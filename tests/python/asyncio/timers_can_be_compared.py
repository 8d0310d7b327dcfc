# By their times; equal ones also call the same with the same arguments.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    later = loop.call_later(0.2, print, "later")
    sooner = loop.call_later(0.1, print, "sooner")
    when = loop.time() + 0.3
    a, b, c = loop.call_at(when, print, "x"), loop.call_at(when, print, "x"), loop.call_at(when, print, "y")
    print(sorted([a, later, sooner])[0] is sooner, sooner < later, later > sooner, sooner >= later)
    print(a == b, a == c, a != c, later <= a, later >= a)
    b.cancel()
    print(a == b, a == 1, {a: 1, c: 2}[a])
    first, second = loop.call_soon(int), loop.call_soon(int)
    print(a == first, first == second)


asyncio.run(main())
