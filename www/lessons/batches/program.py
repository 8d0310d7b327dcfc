import asyncio


async def fetch(page):
    await asyncio.sleep(2 if page % 4 == 0 else 0.5)
    return page


async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    pages = list(range(1, 11))
    while pages:
        batch, pages = pages[:4], pages[4:]
        print("fetch", batch)
        await asyncio.gather(*(fetch(page) for page in batch))
        print("done after", round(loop.time() - start, 1), "s")


asyncio.run(main())
