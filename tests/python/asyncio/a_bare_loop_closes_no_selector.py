# BaseEventLoop knows nothing of selectors: what a program has given it is its own.
import asyncio


class Nothing:
    def select(self, timeout):
        return []


class Loop(asyncio.BaseEventLoop):
    def __init__(self):
        super().__init__()
        self._selector = Nothing()

    def _process_events(self, events):
        pass


async def hello():
    await asyncio.sleep(0)
    print("hello")


loop = Loop()
loop.run_until_complete(hello())
loop.close()
print(loop.is_closed())
