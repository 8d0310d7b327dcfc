# Files that clients send to a server of the program's own: a form's fields by name, or part by part.
import asyncio
import io
import os
import tempfile

import aiohttp
import httpx
import requests
from aiohttp import web


async def post(request):
    data = await request.post()
    found = []
    for name, value in data.items():
        if isinstance(value, web.FileField):
            found.append([name, value.filename, value.content_type, len(value.file.read())])
        else:
            found.append([name, value])
    return web.json_response(found)


async def multipart(request):
    found = []
    async for part in await request.multipart():
        size = 0
        while chunk := await part.read_chunk(size=100):
            size += len(chunk)
        found.append([part.name, part.filename, size, part.headers.get('Content-Type')])
    return web.json_response(found)


def blocking():
    files = {'file': ('a.csv', b'1,2\n' * 100, 'text/csv'), 'other': io.BytesIO(b'x')}
    print(requests.post(B + '/post', data={'title': 'é'}, files=files).json())
    path = os.path.join(tempfile.mkdtemp(), 'up.txt')
    with open(path, 'w') as f:
        f.write('abc')
    with open(path, 'rb') as f:
        print(requests.post(B + '/multipart', files={'f': f}).json())
    r = httpx.post(B + '/post', data={'k': 'v'}, files={'file': ('b.json', '{}'), 'raw': b'123'})
    print(r.json(), r.request.headers['content-type'].partition(';')[0])


async def main():
    app = web.Application()
    app.add_routes([web.post('/post', post), web.post('/multipart', multipart)])
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, '127.0.0.1', 8080).start()
    async with aiohttp.ClientSession(B) as s:
        for path in '/post', '/multipart':
            form = aiohttp.FormData()
            form.add_field('title', 'hello')
            form.add_field('file', io.BytesIO(b'abc' * 100), filename='a.txt', content_type='text/plain')
            async with s.post(path, data=form) as r:
                print(r.status, await r.text())
        async with s.post('/post', data={'title': 'x', 'file': io.BytesIO(b'raw')}) as r:
            print(await r.json())
    await asyncio.to_thread(blocking)
    await runner.cleanup()


B = 'http://127.0.0.1:8080'
asyncio.run(main())
