import asyncio


class Countdown:
    def __init__(self, left):
        self.left = left

    def __aiter__(self):
        return self

    async def __anext__(self):
        raise StopAsyncIteration


async def main():
    async for number in Countdown(3):
        print(number)
    print("lift-off")


asyncio.run(main())
