import asyncio


class Loud:
    def __del__(self):
        raise ValueError('gone')


async def fail(n):
    raise ValueError(n)


loud = Loud()
loop = asyncio.new_event_loop()
task = loop.create_task(fail('kept'))
future = loop.create_future()
loop.run_until_complete(asyncio.sleep(0))
loop.close()
print(asyncio.sleep.__name__, repr(asyncio.sleep).split(' at ')[0], loop.stop)
