# aiohttp's server writes a line for each request to its logger.
import asyncio
import logging
import re

import aiohttp
from aiohttp import web


class Shown(logging.Handler):
    def emit(self, record):
        # The size of an answer has its version in it.
        print(record.levelname, record.name, re.sub(r'(" \d+) \d+', r'\1 N', record.getMessage()))


logging.getLogger().addHandler(Shown())
logging.getLogger().setLevel(logging.INFO)


async def home(request):
    await asyncio.sleep(1.5)
    return web.json_response({'a': 1})


async def main():
    app = web.Application()
    app.router.add_get('/', home)
    for kwargs in {}, {'access_log': None}, {'access_log': logging.getLogger('own')}:
        runner = web.AppRunner(app, **kwargs)
        await runner.setup()
        site = web.TCPSite(runner, '127.0.0.1', 8096)
        await site.start()
        async with aiohttp.ClientSession(headers={'User-Agent': 'me'}) as session:
            for path in '/', '/none?x=1':
                async with session.get('http://127.0.0.1:8096' + path) as response:
                    text = await response.text()
            async with session.post('http://127.0.0.1:8096/', headers={'Referer': 'there'}) as response:
                text = await response.text()
        await asyncio.sleep(0.1)
        await runner.cleanup()
        print('--')


asyncio.run(main())
