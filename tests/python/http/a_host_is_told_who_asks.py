# recorded by hand: the hosts are simulated
"""A client that is given no name tells its own; `headers` shows what the program has given."""
import asyncio
import json
import urllib.request

import aiohttp
import httpx
import requests

HOST = 'https://httpbin.org/user-agent'
print(requests.get(HOST).json(), requests.get(HOST, headers={'user-agent': 'me'}).json())
with requests.Session() as session:
    session.headers['User-Agent'] = 'of the session'
    print(session.get(HOST).json())
print(requests.get('https://httpbin.org/headers').json())
print(httpx.get(HOST).json(), httpx.get(HOST, headers={'User-Agent': 'me'}).json())
print(json.load(urllib.request.urlopen(HOST)))


async def main():
    async with aiohttp.ClientSession() as session:
        for headers in None, {'User-Agent': 'me'}:
            async with session.get(HOST, headers=headers) as response:
                print(await response.json())
    async with httpx.AsyncClient() as client:
        print((await client.get(HOST)).json())


asyncio.run(main())
