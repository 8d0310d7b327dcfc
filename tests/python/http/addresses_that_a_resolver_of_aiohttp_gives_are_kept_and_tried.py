# recorded by hand: needs aiohttp
"""Requests at once wait for one look-up, which outlives the request that began it; all addresses are tried in turn, and
who asks next begins with the next one; a body that is made piece by piece goes to the server that the resolver says."""
import asyncio
import socket

import aiohttp
from aiohttp import web
from aiohttp.abc import AbstractResolver


def at(port):
    return {'hostname': 'api.example', 'host': '127.0.0.1', 'port': port, 'family': socket.AF_INET, 'proto': 0, 'flags': 0}


class Resolver(AbstractResolver):
    def __init__(self, *found, delay=0):
        self.found, self.delay = found, delay

    async def resolve(self, host, port=0, family=socket.AF_INET):
        print('resolve', host, port)
        await asyncio.sleep(self.delay)
        return [each if isinstance(each, dict) else raised(each) for each in self.found]

    async def close(self):
        pass


def raised(error):
    raise error


async def echo(request):
    return web.Response(text=f'{request.method} {request.host} {await request.text()}')


async def talk(request):
    socket = web.WebSocketResponse()
    await socket.prepare(request)
    async for message in socket:
        await socket.send_str('heard ' + message.data)
    return socket


async def ask(session, name='', **given):
    try:
        async with session.request(given.pop('method', 'GET'), 'http://api.example/', **given) as answer:
            print(name, answer.status, await answer.text())
    except Exception as error:
        print(name, type(error).__name__, error)


def session(resolver, **given):
    tracing = aiohttp.TraceConfig()
    for what in 'dns_cache_hit', 'dns_cache_miss', 'dns_resolvehost_start', 'dns_resolvehost_end':
        getattr(tracing, 'on_' + what).append(told(what))
    connector = aiohttp.TCPConnector(resolver=resolver, force_close=True, **given)
    return aiohttp.ClientSession(connector=connector, trace_configs=[tracing])


def told(what):
    async def callback(session, context, params):
        print('  ', what, params.host)
    return callback


async def pieces():
    for piece in b'one ', b'two ', b'three':
        await asyncio.sleep(0.1)
        yield piece


async def main():
    app = web.Application()
    app.router.add_route('*', '/', echo)
    app.router.add_get('/talk', talk)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, '127.0.0.1', 8099).start()
    async with session(Resolver(at(8099), delay=1)) as asking:
        await asyncio.gather(ask(asking, 'first'), ask(asking, 'second'))
    print('-- cancelled')
    async with session(Resolver(at(8099), delay=1)) as asking:
        first = asyncio.create_task(ask(asking, 'first'))
        second = asyncio.create_task(ask(asking, 'second'))
        await asyncio.sleep(0.5)
        first.cancel()
        await second
        await ask(asking, 'third')
    print('-- failures')
    for error in OSError('no such name'), RuntimeError('broken'):
        async with session(Resolver(error, delay=1)) as asking:
            await asyncio.gather(ask(asking, 'first'), ask(asking, 'second'))
            await ask(asking, 'third')
    print('-- several')
    async with session(Resolver(at(1), at(8099))) as asking:
        await ask(asking)
        await ask(asking)
    async with session(Resolver(at(1), at(2)), use_dns_cache=False) as asking:
        await ask(asking)
    async with session(Resolver()) as asking:
        await ask(asking)
    print('-- a body')
    async with session(Resolver(at(8099))) as asking:
        await ask(asking, method='POST', data=pieces(), timeout=aiohttp.ClientTimeout(total=5))
        for place in {'host': 'api.example'}, {'port': 80}, {'host': 'api.example', 'port': 80}, {}:
            try:
                print(asking.connector.clear_dns_cache(**place))
            except ValueError as error:
                print(error)
        await ask(asking)
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(resolver=Resolver(at(1), at(8099)))) as asking:
        async with asking.ws_connect('http://api.example/talk') as socket:
            await socket.send_str('hello')
            print(await socket.receive_str())
    await runner.cleanup()


asyncio.run(main())
