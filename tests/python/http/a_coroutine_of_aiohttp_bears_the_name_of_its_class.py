# recorded by hand: aiohttp is not on the machine that records
"""What was not awaited is told by the name of the class that has it, also where several have it in common."""
import asyncio

from aiohttp import ClientSession, web


def told(coroutine):
    print(coroutine.__qualname__)
    coroutine.close()


async def handler(request):
    socket = web.WebSocketResponse()
    await socket.prepare(request)
    for call in (socket.receive, socket.receive_json, socket.close, lambda: socket.send_str('x')):
        told(call())
    await socket.close()
    return socket


async def main():
    app = web.Application()
    app.router.add_get('/', handler)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, '127.0.0.1', 8080)
    told(site.start())
    told(site.stop())
    await site.start()
    async with ClientSession() as session, session.ws_connect('http://127.0.0.1:8080') as socket:
        for call in (socket.receive, socket.receive_str, socket.close, lambda: socket.send_json(1), socket.__anext__):
            told(call())
        print(await socket.receive())
    await runner.cleanup()


asyncio.run(main())
