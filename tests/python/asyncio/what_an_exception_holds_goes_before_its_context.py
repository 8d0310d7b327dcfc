import asyncio


async def first(): pass


async def second(): pass


async def main():
    try:
        try:
            asyncio.run(first())
        except RuntimeError:
            asyncio.run(second())
    except RuntimeError as e:
        print(e)
    try:
        with asyncio.Runner() as runner:
            runner.run(first())
    except RuntimeError as e:
        print(e)


asyncio.run(main())
