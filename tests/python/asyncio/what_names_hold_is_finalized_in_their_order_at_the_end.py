# Tasks that a forgotten loop has left go where their names stand, between the program's other objects; their coroutines
# come later, unless they have a name of their own.
import asyncio
import sys


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name, file=sys.stderr)


async def waits(loud):
    await asyncio.sleep(100)


first = Loud("first")
loop = asyncio.new_event_loop()
second = Loud("second")
begun = loop.create_task(waits(Loud("in begun")), name="begun")
third = Loud("third")
loop.run_until_complete(asyncio.sleep(0))
coroutine = waits(1)
fourth = Loud("fourth")
unbegun = loop.create_task(coroutine, name="unbegun")
last = Loud("last")
