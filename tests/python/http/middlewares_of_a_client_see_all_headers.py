# recorded by hand: needs aiohttp 3.14
# Headers that stand by themselves are there before a middleware is called, which may take them away.
import asyncio

import aiohttp
from aiohttp import web


async def between(request, handler):
    print(list(request.headers))
    request.headers['X-Between'] = 'yes'
    del request.headers['User-Agent']
    response = await handler(request)
    print(list(response.request_info.headers))
    return response


async def handle(request):
    print(list(request.headers), await request.text())
    return web.Response(text='answer')


async def main():
    app = web.Application()
    app.router.add_route('*', '/', handle)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, '127.0.0.1', 8094).start()
    async with aiohttp.ClientSession(middlewares=[between], headers={'X-S': 's'}, cookies={'a': 'b'}) as session:
        for given in dict(), dict(json={'a': 1}), dict(data=b'abc'), dict(data={'a': '1'}), dict(data='text'):
            async with session.request('POST', 'http://127.0.0.1:8094/', **given) as response:
                print(await response.text())
    await runner.cleanup()


asyncio.run(main())
