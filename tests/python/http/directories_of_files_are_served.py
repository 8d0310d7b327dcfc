# web.static and web.FileResponse: types, parts of a file, what is not there; an update of a MultiDict keeps the places.
import asyncio
import pathlib
import tempfile

import aiohttp
from aiohttp import web
from multidict import CIMultiDict, MultiDict
from yarl import URL

d = pathlib.Path(tempfile.mkdtemp())
(d / 'index.html').write_text('<h1>hi</h1>')
(d / 'css').mkdir()
(d / 'css' / 'a.css').write_text('b{}')
m = MultiDict([('a', 1), ('b', 2), ('a', 3), ('c', 4)])
m.update([('b', 5), ('a', 6), ('d', 7), ('b', 8)])
print(m, URL('/p?x=1&y=2').update_query(x=5), CIMultiDict(A=1, B=2))


async def one(request):
    return web.FileResponse(d / 'css' / 'a.css', headers={'X-A': '1'})


async def main():
    app = web.Application()
    app.router.add_static('/static/', d, name='static')
    app.add_routes([web.static('/more', d / 'css'), web.get('/one', one)])
    print(app.router['static'].url_for(filename='css/a.css'))
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, 'localhost', 8098).start()
    async with aiohttp.ClientSession('http://localhost:8098') as s:
        for path in ('/static/index.html', '/static/css/a.css', '/static/none', '/more/a.css', '/static/', '/static/css',
                     '/statics', '/one'):
            async with s.get(path) as r:
                print(path, r.status, r.headers.get('Content-Type'), len(await r.read()), r.headers.get('Accept-Ranges'))
        async with s.head('/static/index.html') as r:
            print(r.status, r.headers['Content-Length'])
        for part in 'bytes=1-4', 'bytes=8-', 'bytes=-3', 'bytes=50-60':
            async with s.get('/static/index.html', headers={'Range': part}) as r:
                print(r.status, r.reason, await r.read(), r.headers.get('Content-Range'))
        async with s.post('/static/index.html') as r:
            print(r.status)
    await runner.cleanup()


asyncio.run(main())
