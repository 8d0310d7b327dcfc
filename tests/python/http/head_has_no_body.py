# recorded by hand: aiohttp is not installed where the oracle runs
"""An answer to HEAD has the headers of the page and no body, however it is asked for."""
import asyncio
import aiohttp


async def main():
    async with aiohttp.ClientSession() as session:
        async with session.head("https://example.com/") as answer:
            print(answer.status, answer.headers["Content-Length"], await answer.read(), repr(await answer.text()))
        async with session.request("HEAD", "https://example.com/missing", allow_redirects=True) as answer:
            print(answer.method, await answer.content.read(), answer.content.at_eof())


asyncio.run(main())
