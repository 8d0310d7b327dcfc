# recorded by hand: aiohttp is not on the machine that records
import asyncio
import warnings

import aiohttp
from aiohttp import web


def told(warned):
    for each in warned:
        print(each.category.__name__, each.message, each.filename == __file__)
    warned.clear()


async def main(warned):
    loop = asyncio.get_running_loop()
    app = web.Application(loop=loop, debug=True)
    print(app.loop is loop, app.debug, app() is app, app.frozen)
    told(warned)
    connector = aiohttp.TCPConnector(verify_ssl=False)
    async with aiohttp.ClientSession(connector=connector, read_timeout=3, conn_timeout=1) as session:
        print(session.loop is loop, session.timeout.total, session.timeout.connect)
        told(warned)
        for way in 'awaited', 'entered':
            try:
                if way == 'awaited':
                    await session.get('http://127.0.0.1:1', verify_ssl=False)
                else:
                    async with session.get('http://127.0.0.1:1', ssl_context=None, verify_ssl=False):
                        pass
            except aiohttp.ClientConnectorError as e:
                print(way, e.host, e.port)
            told(warned)
    for make in (lambda: aiohttp.TCPConnector(verify_ssl=False, ssl=False),
                 lambda: aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(), conn_timeout=3)):
        try:
            make()
        except ValueError as e:
            print(e)
    warned.clear()


with warnings.catch_warnings(record=True) as warned:
    warnings.filterwarnings('default', category=DeprecationWarning, module='__main__')

    class Server(web.Application):
        pass

    class Session(aiohttp.ClientSession):
        pass
    told(warned)
    asyncio.run(main(warned))
    # Of this one nobody hears who does not ask.
    web.Application()['name'] = 1
    told(warned)
    warnings.simplefilter('always')
    web.Application()['name'] = 1
    told(warned)
