import asyncio


class Messages:
    def __init__(self, texts):
        self.texts = iter(texts)

    def __aiter__(self):
        return self

    async def __anext__(self):
        await asyncio.sleep(1)
        try:
            return next(self.texts)
        except StopIteration:
            raise StopAsyncIteration from None


async def reader():
    async for text in Messages(["hello", "how are you?"]):
        print("message:", text)
    print("no more messages")


async def clock():
    for tick in range(3):
        print("clock:", tick)
        await asyncio.sleep(0.75)


async def main():
    await asyncio.gather(reader(), clock())


asyncio.run(main())
