import asyncio


async def connect():
    await asyncio.sleep(0.25)
    raise OSError("no connection")


async def patient():
    for attempt in range(1, 6):
        try:
            return await connect()
        except OSError:
            print("attempt", attempt, "failed")
            if attempt == 3:
                raise
            await asyncio.sleep(attempt)


async def main():
    try:
        await patient()
    except OSError as error:
        print("gave up:", error)


asyncio.run(main())
