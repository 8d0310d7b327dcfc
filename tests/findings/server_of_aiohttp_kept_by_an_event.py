import asyncio
from aiohttp import web
async def main():
    app = web.Application()
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, 'localhost', 8080)
    await site.start()
    await asyncio.Event().wait()
asyncio.run(main())
# found: no-client@9
