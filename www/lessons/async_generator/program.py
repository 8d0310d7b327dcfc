import asyncio
from contextlib import aclosing


async def thermometer():
    try:
        for degrees in [18, 21, 25, 30]:
            await asyncio.sleep(1)
            yield degrees
    finally:
        print("thermometer: switched off")


async def main():
    async with aclosing(thermometer()) as values:
        async for degrees in values:
            print("it is", degrees)
            if degrees > 20:
                print("warm enough")
                break
    squares = [n * n async for n in thermometer() if n < 20]
    print(squares)


asyncio.run(main())
