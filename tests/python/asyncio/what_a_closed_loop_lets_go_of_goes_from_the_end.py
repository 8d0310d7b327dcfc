# A loop that is closed lets go of its timers as a list is cleared: from its end; a close within a close changes nothing.
import asyncio


class Told:
    def __init__(self, name):
        self.name = name

    def __call__(self):
        pass

    def __del__(self):
        print('gone', self.name)


loop = asyncio.new_event_loop()
for seconds in (5, 3, 8, 1, 9, 2):
    loop.call_later(seconds, Told(seconds))
loop.close()


async def main():
    group = asyncio.TaskGroup()
    await group.__aenter__()
    print(await group.__aexit__(None, ValueError('no error'), None))


asyncio.run(main())
try:
    asyncio.wrap_future(3)
except AssertionError as error:
    print(error)
