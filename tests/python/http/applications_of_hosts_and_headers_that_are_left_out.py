# recorded by hand: aiohttp is not on the machine that records
"""`add_domain` gives an application what is asked of a host; `skip_auto_headers` leaves out what aiohttp says by itself."""
import asyncio
import json

import aiohttp
from aiohttp import web


def told(name):
    async def handler(request):
        return web.Response(text=f'{name}: {request.host} {request.path}')
    return handler


async def headers(request):
    shown = {name: value for name, value in request.headers.items() if name in ('Accept', 'Accept-Encoding', 'Content-Type')}
    return web.json_response({**shown, 'agent': 'User-Agent' in request.headers, 'body': await request.text()})


async def main():
    app = web.Application()
    app.router.add_get('/', told('main'))
    app.router.add_get('/only', told('main'))
    app.router.add_route('*', '/headers', headers)
    for domain in 'sub.localhost', '*.example.com':
        below = web.Application()
        below.router.add_get('/', told(domain))
        print(app.add_domain(domain, below).canonical)
    for wrong in '', 'http://a', '-a.b', 3:
        try:
            app.add_domain(wrong, web.Application())
        except (TypeError, ValueError) as e:
            print(type(e).__name__, e)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, '127.0.0.1', 8080).start()
    here = 'http://127.0.0.1:8080'
    async with aiohttp.ClientSession() as session:
        for host in 'sub.localhost', 'SUB.localhost', 'a.example.com', 'example.com':
            for path in '/', '/only':
                async with session.get(here + path, headers={'Host': host}) as answer:
                    print(answer.status, await answer.text())
        for skipped in (), ['User-Agent', 'Accept'], ['content-type'], {'Accept-Encoding'}:
            async with session.post(here + '/headers', json={'a': 1}, skip_auto_headers=skipped) as answer:
                print(skipped, await answer.text())
        async with session.post(here + '/headers', data=b'x', skip_auto_headers=['Content-Type']) as answer:
            print(await answer.text())
    async with aiohttp.ClientSession(skip_auto_headers={'accept'},
                                     json_serialize_bytes=lambda value: json.dumps([value]).encode()) as session:
        async with session.post(here + '/headers', json='text', skip_auto_headers=['User-Agent']) as answer:
            print(await answer.text())
        print(session.skip_auto_headers)
    await runner.cleanup()


asyncio.run(main())
