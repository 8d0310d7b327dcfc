import asyncio


async def fetch(page, seconds):
    await asyncio.sleep(seconds)
    return page


async def main():
    pages = [fetch("news", 2), fetch("mail", 0.5), fetch("map", 1.25)]
    for place, earliest in enumerate(asyncio.as_completed(pages), 1):
        print(place, await earliest)


asyncio.run(main())
