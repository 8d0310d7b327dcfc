# recorded by hand: aiohttp is not on the machine that records
# Applications are tested by a client of their own; bodies of several parts are written and read; servers at paths and sockets.
import asyncio
import io
import logging
import os
import socket
import tempfile
import unittest

import aiohttp
from aiohttp import web
from aiohttp.test_utils import AioHTTPTestCase, RawTestServer, TestClient, TestServer, make_mocked_request, unused_port


NAME = web.AppKey('name', str)


async def hello(request):
    return web.Response(text=f'hello {request.match_info.get("name", "you")}')


async def greeting(request):
    sock = web.WebSocketResponse()
    await sock.prepare(request)
    async for message in sock:
        await sock.send_str('again: ' + message.data)
    return sock


@web.middleware
async def stamp(request, handler):
    response = await handler(request)
    response.headers['X-App'] = request.app[NAME]
    return response


def application():
    app = web.Application(middlewares=[stamp])
    app[NAME] = 'main'
    # What has no variable parts goes first, wherever it stands.
    app.router.add_get('/{name}', hello)
    app.router.add_get('/fixed', fixed)
    app.router.add_get('/ws', greeting)
    below = web.Application(middlewares=[stamp])
    below[NAME] = 'below'
    below.router.add_get('/inner/{name}', hello, name='inner')
    below.on_startup.append(started)
    app.add_subapp('/sub', below)
    return app


async def fixed(request):
    return web.json_response({'path': request.path, 'route': request.match_info.route.resource.canonical})


async def started(app):
    print('started', app[NAME])


class ApplicationTest(AioHTTPTestCase):
    async def get_application(self):
        return application()

    async def test_names(self):
        async with self.client.get('/ann') as answer:
            self.assertEqual(await answer.text(), 'hello ann')
        answer = await self.client.request('GET', '/sub/inner/bob')
        self.assertEqual(answer.headers['X-App'], 'main')

    async def test_nothing(self):
        answer = await self.client.post('/ann')
        self.assertEqual((answer.status, answer.headers['Allow']), (405, 'GET,HEAD'))


async def tested():
    async with TestClient(TestServer(application())) as client:
        for path in '/ann', '/fixed', '/sub/inner/bob', '/sub/none', '/a/b/c':
            answer = await client.get(path)
            print(path, answer.status, answer.headers.get('X-App'), await answer.text())
        async with client.ws_connect('/ws') as sock:
            await sock.send_str('hi')
            print((await sock.receive()).data)
        print([resource.canonical for resource in client.app.router.resources()])

    async def raw(request):
        return web.Response(text=f'{request.method} {type(request).__name__}')
    async with TestClient(RawTestServer(raw)) as client:
        print(await (await client.put('/any')).text(), client.app)

    request = make_mocked_request('GET', '/things/7?q=x&q=y', headers={'X-A': 'b', 'Range': 'bytes=2-5'}, match_info={'id': '7'})
    print(request.method, request.path, request.query.getall('q'), request.match_info['id'], request.headers['x-a'],
          request.http_range, request.clone(method='POST').method)
    print((await hello(make_mocked_request('GET', '/', match_info={'name': 'zoe'}))).text, isinstance(unused_port(), int))


async def parts():
    with aiohttp.MultipartWriter('mixed', boundary='line') as writer:
        writer.append('text')
        writer.append(b'bytes', {'X-Part': 'two'})
        writer.append_json({'a': [1, 2]})
        writer.append_form({'k': 'v w'})
        writer.append('packed ' * 9, {'Content-Encoding': 'gzip'})
        inner = aiohttp.MultipartWriter('related', boundary='inner')
        inner.append(io.BytesIO(b'deep'))
        writer.append(inner)
    print(len(writer), writer.size, writer.headers['Content-Type'])
    print([(name, value) for part, _, _ in writer for name, value in part.headers.items()])

    async def take(request):
        found = []
        async for part in await request.multipart():
            if isinstance(part, aiohttp.MultipartReader):
                found.append([bytes(await (await part.next()).read()).decode(), await part.next()])
            elif part.headers['Content-Type'] == 'application/json':
                found.append(await part.json())
            elif 'form' in part.headers['Content-Type']:
                found.append(await part.form())
            else:
                found.append([part.headers.get('X-Part'), await part.text()])
        with aiohttp.MultipartWriter('mixed') as answer:
            for each in found:
                answer.append_json(each)
        return web.Response(body=answer)

    async def form(request):
        data = await request.post()
        found = {name: [value.filename, value.content_type, value.file.read().decode()] if isinstance(value, web.FileField)
                 else value for name, value in data.items()}
        return web.json_response(found)
    app = web.Application()
    app.add_routes([web.post('/take', take), web.post('/form', form)])
    async with TestClient(TestServer(app)) as client:
        answer = await client.post('/take', data=writer)
        print(answer.status, answer.content_type)
        async for part in aiohttp.MultipartReader.from_response(answer):
            print(await part.json())
        data = aiohttp.FormData({'plain': 'é'})
        data.add_field('file', io.BytesIO(b'content'), filename='a b.txt', content_type='text/plain')
        print(await (await client.post('/form', data=data)).json())
    body = await data().as_bytes()
    print(body.replace(data().boundary.encode(), b'BOUNDARY').decode())
    print(aiohttp.parse_content_disposition('form-data; name="a"; filename*=UTF-8\'\'%C3%A9.txt'))


async def places():
    app = web.Application()
    app.router.add_get('/', hello)
    path = os.path.join(tempfile.mkdtemp(), 'http.sock')
    log = logging.getLogger('lines')
    log.setLevel(logging.INFO)
    log.addHandler(Lines())
    runner = web.AppRunner(app, access_log=log, access_log_format='%r %s %b %{X-Who}i %{Content-Type}o %Tf')
    await runner.setup()
    sock = socket.socket()
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    sock.bind(('127.0.0.1', 28123))
    for site in web.UnixSite(runner, path), web.SockSite(runner, sock), web.TCPSite(runner, 'localhost', 28124):
        await site.start()
        print(site.name.replace(path, 'PATH'))
    print(len(runner.addresses), len(runner.sites))
    async with aiohttp.ClientSession(connector=aiohttp.UnixConnector(path=path)) as session:
        async with session.get('http://localhost/', headers={'X-Who': 'me'}) as answer:
            print(await answer.text())
    async with aiohttp.ClientSession() as session:
        for port in 28123, 28124:
            async with session.get(f'http://127.0.0.1:{port}/') as answer:
                print(answer.status)
    await runner.cleanup()
    async with aiohttp.ClientSession(connector=aiohttp.UnixConnector(path='/tmp/none.sock')) as session:
        try:
            await session.get('http://localhost/')
        except aiohttp.ClientConnectorError as e:
            print(type(e).__name__, e)
    server = web.Server(hello_all)
    runner = web.ServerRunner(server)
    await runner.setup()
    await web.TCPSite(runner, 'localhost', 28125).start()
    async with aiohttp.request('GET', 'http://localhost:28125/where') as answer:
        print(await answer.text(), server.requests_count)
    await runner.cleanup()
    try:
        web.TCPSite(runner)
    except RuntimeError as e:
        print(e)


async def hello_all(request):
    return web.Response(text='any: ' + request.path)


class Lines(logging.Handler):
    def emit(self, record):
        print('log:', record.getMessage()[:-8], record.request_header)


asyncio.run(tested())
asyncio.run(parts())
asyncio.run(places())
print(unittest.TextTestRunner(io.StringIO()).run(unittest.defaultTestLoader.loadTestsFromTestCase(ApplicationTest)))
