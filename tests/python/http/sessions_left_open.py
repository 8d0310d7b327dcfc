# What aiohttp says of a session that nobody closed, with and without a connection that waits to be used again.
import asyncio

import aiohttp


async def unused():
    aiohttp.ClientSession()


async def used():
    session = aiohttp.ClientSession()
    response = await session.get("https://httpbin.org/get")
    print(response.status)


async def closed():
    session = aiohttp.ClientSession()
    try:
        async with session.get("https://httpbin.org/get") as response:
            print(response.status, response.closed)
    finally:
        await session.close()
    print(session.closed, session.connector)


async def own_connector():
    connector = aiohttp.TCPConnector(limit=5, limit_per_host=2)
    async with aiohttp.ClientSession(connector=connector, connector_owner=False) as session:
        async with session.get("https://httpbin.org/get"):
            pass
    print(session.closed, connector.closed, connector.limit, connector.limit_per_host)
    await connector.close()


async def main():
    await unused()
    await used()
    await closed()
    await own_connector()
    with aiohttp.ClientSession():
        pass


try:
    asyncio.run(main())
except TypeError as e:
    print(e)
try:
    aiohttp.ClientSession()
except RuntimeError as e:
    print(e)
