"""Functions of asyncio that are Python in CPython become methods where a class holds them; those in C do not."""
import asyncio


class Holder:
    sleep = asyncio.sleep
    make = asyncio.create_task
    run = asyncio.run
    limit = asyncio.timeout
    wait_for = asyncio.wait_for
    nap = staticmethod(asyncio.sleep)
    current = asyncio.current_task


async def main():
    holder = Holder()
    for call in (lambda: holder.sleep(0, 1), lambda: holder.make(1), lambda: holder.wait_for(1, 2), lambda: holder.limit(3)):
        try:
            print(call())
        except Exception as error:
            print(type(error).__name__, error)
    print(await holder.nap(1, 'napped'), holder.current() is asyncio.current_task())
    print(holder.sleep.__self__ is holder, holder.sleep.__func__ is asyncio.sleep, type(holder.sleep).__name__)


asyncio.run(main())
for name in sorted(asyncio.__all__):
    function = getattr(asyncio, name)
    if callable(function) and not isinstance(function, type):
        print(name, type(function).__name__, type(getattr(type('A', (), {'f': function})(), 'f')).__name__)
