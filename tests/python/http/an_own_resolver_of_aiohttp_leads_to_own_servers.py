# recorded by hand: needs aiohttp
"""A resolver of the program's own says where a host is: here its own server, with the host's name."""
import asyncio
import socket

import aiohttp
from aiohttp import web
from aiohttp.abc import AbstractResolver
from aiohttp.resolver import DefaultResolver


class FakeResolver(AbstractResolver):
    def __init__(self, fakes):
        self.fakes = fakes
        self.resolver = DefaultResolver()

    async def resolve(self, host, port=0, family=socket.AF_INET):
        print('resolve', host, port)
        if host == 'gone.example':
            raise OSError('no such name')
        if (fake := self.fakes.get(host)) is None:
            return await self.resolver.resolve(host, port, family)
        return [{'hostname': host, 'host': '127.0.0.1', 'port': fake, 'family': socket.AF_INET, 'proto': 0,
                 'flags': socket.AI_NUMERICHOST}]

    async def close(self):
        await self.resolver.close()


async def hello(request):
    data = await request.text()
    return web.json_response({'host': request.host, 'path': request.path, 'data': data})


async def main():
    app = web.Application()
    app.router.add_route('*', '/{tail:.*}', hello)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, '127.0.0.1', 8080).start()
    resolver = FakeResolver({'api.example.com': 8080})
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(resolver=resolver)) as session:
        async with session.get('http://api.example.com/me', params={'a': 1}) as answer:
            print(answer.status, answer.url, await answer.json())
        async with session.post('http://api.example.com/me', data='text') as answer:
            print(await answer.json())
        async with session.get('http://httpbin.org/ip') as answer:
            print(answer.status, await answer.json())
        try:
            await session.get('http://gone.example/')
        except aiohttp.ClientConnectorDNSError as error:
            print(error, repr(error.__cause__))
    print((await DefaultResolver().resolve('localhost', 80))[0]['host'])
    try:
        aiohttp.AsyncResolver()
    except RuntimeError as error:
        print(error)
    await resolver.close()
    await runner.cleanup()


asyncio.run(main())
