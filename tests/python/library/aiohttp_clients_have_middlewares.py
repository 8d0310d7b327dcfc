# recorded by hand: needs aiohttp 3.12 or newer
"""Middlewares of a client's session see each request and what it came to: they log, retry and authorize."""
import asyncio

from aiohttp import ClientHandlerType, ClientMiddlewareType, ClientRequest, ClientResponse, ClientSession, web


def named(name: str) -> ClientMiddlewareType:
    async def log(request: ClientRequest, handler: ClientHandlerType) -> ClientResponse:
        print(name, '>', request.method, request.url.path)
        response = await handler(request)
        print(name, '<', response.status)
        return response
    return log


class Retry:
    def __init__(self, times):
        self.times = times

    async def __call__(self, request, handler):
        for left in reversed(range(self.times)):
            response = await handler(request)
            if response.status < 500 or not left:
                return response
            await asyncio.sleep(1)


class Token:
    def __init__(self):
        self.token, self.lock = None, asyncio.Lock()

    async def __call__(self, request, handler):
        async with self.lock:
            if self.token is None:
                async with request.session.post(request.url.with_path('/token'), middlewares=()) as response:
                    self.token = (await response.json())['token']
        request.headers['Authorization'] = f'Bearer {self.token}'
        return await handler(request)


async def main():
    asked = {'flaky': 0, 'token': 0}

    async def flaky(request):
        asked['flaky'] += 1
        return web.Response(status=200 if asked['flaky'] > 2 else 503, text=f"{asked['flaky']}")

    async def token(request):
        asked['token'] += 1
        return web.json_response({'token': 'secret'})

    async def secret(request):
        return web.Response(status=200 if request.headers.get('Authorization') == 'Bearer secret' else 401)

    app = web.Application()
    app.add_routes([web.get('/flaky', flaky), web.post('/token', token), web.get('/secret', secret)])
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, 'localhost', 8080).start()
    async with ClientSession('http://localhost:8080', middlewares=(named('outer'), Retry(4), named('inner'))) as session:
        async with session.get('/flaky') as response:
            print(response.status, await response.text())
        async with session.get('/secret', middlewares=(named('only'),)) as response:
            print(response.status)
        async with session.get('/secret', middlewares=()) as response:
            print(response.status)
    async with ClientSession('http://localhost:8080', middlewares=(Token(),)) as session:
        async def ask():
            async with session.get('/secret') as response:
                return response.status
        print(await asyncio.gather(*(ask() for _ in range(3))), asked)
    await runner.cleanup()


asyncio.run(main())
