# A subclass of asyncio.Timeout may have an __init__ of its own.
import asyncio


class Deadline(asyncio.Timeout):
    def __init__(self, after, loop):
        self.after = after
        super().__init__(loop.time() + after)


class Named(asyncio.Timeout):
    def __init__(self, when=None, *, name):
        super().__init__(when=when)
        self.name = name


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with Deadline(0.5, loop) as deadline:
            await asyncio.sleep(1)
    except TimeoutError:
        print('late after', deadline.after, deadline.expired(), loop.time())
    async with Named(name='none') as named:
        await asyncio.sleep(1)
    print(named.name, named.when(), named.expired())
    async with asyncio.Timeout(when=loop.time() + 2) as plain:
        plain.reschedule(None)
    print(plain.when())
    for wrong in (), (1, 2):
        try:
            asyncio.Timeout(*wrong)
        except TypeError as e:
            print(e)

asyncio.run(main())
