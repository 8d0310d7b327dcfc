# recorded by hand: aiohttp is not on the machine that records
# What a client tells of a request as it goes on, and what stands around its requests.
import asyncio

import aiohttp
from aiohttp import web

SIGNALS = """request_start request_redirect request_chunk_sent request_headers_sent request_end request_exception connection_queued_start
connection_queued_end connection_create_start connection_create_end connection_reuseconn dns_resolvehost_start dns_resolvehost_end
dns_cache_hit dns_cache_miss response_chunk_received""".split()


def traced():
    config = aiohttp.TraceConfig()
    for signal in SIGNALS:
        def told(session, context, params, signal=signal):
            shown = [f'{name}={getattr(params, name)!r}' for name in ('method', 'chunk', 'host') if hasattr(params, name)]
            print('  ', signal, type(params).__name__, *shown, context.trace_request_ctx)
            return asyncio.sleep(0)
        getattr(config, 'on_' + signal).append(told)
    return config


async def slow(request):
    await asyncio.sleep(0.1)
    return web.Response(text='slow')


async def echo(request):
    return web.Response(text=await request.text())


async def lead(request):
    raise web.HTTPFound('/slow')


async def count(request, handler):
    request.headers['X-Count'] = '1'
    answer = await handler(request)
    print('around', request.method, request.url.path, answer.status)
    return answer


async def main():
    app = web.Application()
    app.add_routes([web.get('/slow', slow), web.post('/echo', echo), web.get('/lead', lead)])
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, 'localhost', 8127).start()
    base = 'http://localhost:8127'
    config = traced()
    async with aiohttp.ClientSession(trace_configs=[config], connector=aiohttp.TCPConnector(limit=1)) as session:
        for method, path in ('POST', '/echo'), ('GET', '/lead'):
            print(method, path)
            data = {'data': b'body'} if method == 'POST' else {}
            async with session.request(method, base + path, trace_request_ctx=path, **data) as answer:
                await answer.text()
        print('both')
        await asyncio.gather(session.get(base + '/slow'), session.get(base + '/slow'))
        try:
            await session.get('http://127.0.0.1:9')
        except aiohttp.ClientConnectorError:
            print('refused')
        try:
            config.on_request_end.append(None)
        except RuntimeError as e:
            print(e)
    async with aiohttp.ClientSession(middlewares=[count]) as session:
        async with session.post(base + '/echo', data='text') as answer:
            print(await answer.text(), answer.request_info.headers['X-Count'])
    await runner.cleanup()


asyncio.run(main())
