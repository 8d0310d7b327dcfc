# recorded by hand: aiohttp is not on the machine that records
# What a form may weigh is limited; redirects that lead nowhere, to other hosts, with a body; who asks is told once.
import asyncio
import io

import aiohttp
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer


async def post(request):
    data = await request.post()
    return web.Response(text=str({name: value.file.read() if isinstance(value, web.FileField) else value for name, value in data.items()}))


async def lead(request):
    return web.Response(status=int(request.query.get('status', 302)), headers={'Location': request.query['to']})


async def told(request):
    body = await request.read()
    return web.json_response([request.method, request.headers.get('Authorization'), len(body), request.headers.get('Content-Disposition')])


async def bad(request):
    kind = request.query['kind']
    if kind == 'cookie':
        return web.Response(text='fine', headers={'Set-Cookie': 'in,valid=1'})
    if kind == 'zip':
        return web.Response(body=b'not compressed', headers={'Content-Encoding': 'gzip'})
    return web.Response(status=404, text='but a text')


async def main():
    app = web.Application(client_max_size=500)
    app.add_routes([web.post('/', post), web.get('/lead', lead), web.post('/lead', lead), web.route('*', '/told', told), web.get('/bad', bad)])
    async with TestClient(TestServer(app)) as client, TestServer(app) as other:
        for size in 5, 600:
            form = aiohttp.FormData({'name': 'n' * size})
            file = aiohttp.FormData()
            file.add_field('file', io.BytesIO(b'f' * size), filename='f.txt')
            for data in form, file:
                answer = await client.post('/', data=data)
                print(size, answer.status, await answer.text())
        for where in 'http://host:port/', 'call:+1', 'ftp://host/x', 'http://:/':
            try:
                await client.get('/lead', params={'to': where})
            except aiohttp.RedirectClientError as e:
                print(type(e).__name__)
        auth = aiohttp.BasicAuth('ann', 'pw')
        for where in '/told', str(other.make_url('/told')):
            answer = await client.get('/lead', params={'to': where}, auth=auth)
            print(await answer.json())
        answer = await client.post('/lead', params={'to': '/told', 'status': '307'}, data=io.BytesIO(b'content'))
        print(await answer.json())
        url = client.make_url('/told').with_user('bob').with_password('deep')
        print(await (await client.session.get(url)).json())
        for given in {'auth': auth}, {'headers': {'Authorization': 'Basic x'}}:
            try:
                await client.session.get(url, **given)
            except ValueError as e:
                print(e)
        for address in 'http://host:port/', 'http://:/':
            try:
                await client.session.get(address)
            except aiohttp.InvalidUrlClientError as e:
                print(type(e).__name__, e)
        print(await (await client.get('/bad?kind=cookie')).text())
        try:
            await (await client.get('/bad?kind=zip')).read()
        except aiohttp.ClientPayloadError as e:
            print(repr(str(e)))
        async with client.get('/bad?kind=none') as answer:
            try:
                answer.raise_for_status()
            except aiohttp.ClientResponseError as e:
                print(e.status, await answer.text())


asyncio.run(main())
