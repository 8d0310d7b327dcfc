import asyncio

async def brew(drink, seconds):
    print("start", drink)
    await asyncio.sleep(seconds)
    print("done", drink)
    return drink

async def main():
    tray = await asyncio.gather(
        brew("coffee", 1.25),
        brew("tea", 2.5),
        brew("juice", 0.5),
    )
    print("serve", tray)

asyncio.run(main())
