import asyncio
import gc


class Client:
    def __init__(self, loop):
        self.task = loop.create_task(self.ping(), name="ping")

    async def ping(self):
        try:
            await asyncio.sleep(10)
        finally:
            print("ends")
            await asyncio.sleep(0)
            print("never")

    def __del__(self):
        print("gone", self.task.get_coro().cr_frame.f_lineno)


async def main(loop):
    client = Client(loop)
    await asyncio.sleep(0)
    return client


loop = asyncio.new_event_loop()
client = loop.run_until_complete(main(loop))
loop.close()
del client
gc.collect()
print("collected")


def generator():
    while True:
        try:
            yield
        except GeneratorExit:
            print("ignored")


class Pair:
    pass


pair = Pair()
pair.it = generator()
pair.pair = pair
next(pair.it)
del pair
gc.collect()
it = generator()
next(it)
del it
print("end")
