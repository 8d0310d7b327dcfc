import asyncio


async def ask():
    await asyncio.sleep(3)
    return "a new answer"


async def main():
    try:
        print(await asyncio.wait_for(ask(), timeout=1))
    except TimeoutError:
        print("no answer, use the old one")
    print("go on")


asyncio.run(main())
