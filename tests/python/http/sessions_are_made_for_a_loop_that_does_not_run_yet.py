# recorded by hand: aiohttp 3.14 is not of the library; this is what it prints on CPython 3.13.
"""Programs from the time before asyncio.run() make a session, a connector or a jar first and name the loop."""
import asyncio

import aiohttp

loop = asyncio.new_event_loop()
session = aiohttp.ClientSession(loop=loop)
print(len(session.cookie_jar), session.closed)
try:
    with session:
        pass
except TypeError as error:
    print(error)


async def ask_nobody():
    try:
        await session.get('http://127.0.0.1:1/')
    except aiohttp.ClientConnectorError as error:
        print(error)
    await session.close()


loop.run_until_complete(ask_nobody())
print(session.closed)

connector = aiohttp.TCPConnector(loop=loop, limit=3)
jar = aiohttp.CookieJar(loop=loop)


async def use_both():
    async with aiohttp.ClientSession(connector=connector, cookie_jar=jar) as other:
        print(other.connector is connector, other.cookie_jar is jar)


loop.run_until_complete(use_both())
for make in (aiohttp.ClientSession, aiohttp.TCPConnector, lambda: aiohttp.ClientSession('page/', loop=loop),
             lambda: aiohttp.ClientTimeout(seconds=3)):
    try:
        make()
    except Exception as error:
        print(type(error).__name__, error)
loop.close()
