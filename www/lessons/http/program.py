import asyncio

import aiohttp


async def fetch(session, seconds):
    url = f"https://httpbin.org/delay/{seconds}"
    async with session.get(url) as response:
        body = await response.json()
        print(response.status, body["url"])


async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    async with aiohttp.ClientSession() as session:
        await asyncio.gather(*(fetch(session, s) for s in (3, 1, 2)))
    print("all after", round(loop.time() - start, 1), "s")


asyncio.run(main())
