import asyncio


async def fetch(page, seconds):
    await asyncio.sleep(seconds)
    return page


async def main():
    pages = [fetch("news", 2), fetch("mail", 0.5), fetch("map", 1.25)]
    for earliest in asyncio.as_completed(pages):
        print(await earliest)


asyncio.run(main())
