# A handler may be a plain function that gives a response.
import asyncio
import aiohttp
from aiohttp import web


async def main():
    app = web.Application()
    app.router.add_get('/', lambda request: web.Response(text='plain'))
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, '127.0.0.1', 8071).start()
    async with aiohttp.ClientSession() as session:
        async with session.get('http://127.0.0.1:8071/') as answer:
            print(answer.status, await answer.text())
    await runner.cleanup()

asyncio.run(main())
