import asyncio

import aiohttp


async def fetch(session, seconds):
    url = f"https://httpbin.org/delay/{seconds}"
    async with session.get(url) as response:
        return response.status


async def main():
    async with aiohttp.ClientSession() as session:
        pages = [fetch(session, seconds) for seconds in (1, 2, 9)]
        for answer in await asyncio.gather(*pages):
            print(answer)


asyncio.run(main())
