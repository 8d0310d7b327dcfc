# recorded by hand: aiohttp is not on the machine that records
"""A redirect without a Location is the answer to a request of aiohttp's, with itself in its history."""
import asyncio

from aiohttp import ClientSession, web


async def nowhere(request):
    return web.Response(status=int(request.query["status"]), text=request.method)


async def main():
    app = web.Application()
    app.router.add_route("*", "/", nowhere)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 8099).start()
    async with ClientSession() as session:
        for method, status, follow in ("GET", 302, True), ("POST", 303, True), ("GET", 307, False), ("GET", 300, True):
            url = f"http://127.0.0.1:8099/?status={status}"
            async with session.request(method, url, allow_redirects=follow) as response:
                print(response.status, await response.text(), [each.status for each in response.history])
    await runner.cleanup()


asyncio.run(main())
