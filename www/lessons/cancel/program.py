import asyncio


async def heartbeat():
    beats = 0
    try:
        while True:
            await asyncio.sleep(0.5)
            beats += 1
            print("beat", beats)
    except asyncio.CancelledError:
        print("cancelled: tidying up")
        raise
    finally:
        print("stopped after", beats, "beats")


async def main():
    task = asyncio.create_task(heartbeat())
    await asyncio.sleep(1.75)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("main knows that it is over")


asyncio.run(main())
