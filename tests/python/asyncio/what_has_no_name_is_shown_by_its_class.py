# A coroutine of a class of the program's own, and a handle whose callback is None.
import asyncio
from collections.abc import Coroutine


class Connecting(Coroutine):
    def __init__(self, coroutine):
        self.coroutine = coroutine

    def send(self, value):
        return self.coroutine.send(value)

    def throw(self, *args):
        return self.coroutine.throw(*args)

    def close(self):
        self.coroutine.close()

    def __await__(self):
        return (yield from self.coroutine.__await__())


class Named(Connecting):
    __name__ = 'the name'


async def connect():
    await asyncio.sleep(1)
    return 'connected'


async def main():
    for kind in Connecting, Named:
        task = asyncio.create_task(kind(connect()))
        print(task)
        print(await task)
    loop = asyncio.get_running_loop()
    print(loop.call_soon(None))
    print(loop.call_later(1, None))
    await asyncio.sleep(2)


asyncio.run(main())
