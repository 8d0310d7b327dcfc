import asyncio


async def job():
    pass


async def main():
    made = job()
    try:
        asyncio.run(made)
    except RuntimeError as error:
        print(error)


asyncio.run(main())
# found:
