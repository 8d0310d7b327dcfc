# recorded by hand: needs aiohttp and httpx; the simulated network takes its time to say that there is no such host
import asyncio

import aiohttp
import httpx


async def main():
    async with aiohttp.ClientSession() as session, httpx.AsyncClient() as client:
        for url in 'http://a..b/', f'http://{"x" * 64}.com/':
            for ask in session.get, client.get:
                try:
                    print(await ask(url))
                except (UnicodeError, httpx.ConnectError) as error:
                    print(type(error).__name__, error)


asyncio.run(main())
try:
    httpx.get('http://a..b/')
except UnicodeError as error:
    print(error)
