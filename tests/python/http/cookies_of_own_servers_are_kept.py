# Cookies that a server of the program's own sets come back to it, by path, age and session; chunked and large bodies.
import asyncio

import aiohttp
import httpx
import requests
from aiohttp import web


async def give(request):
    response = web.Response(text='given')
    response.set_cookie('user', 'ann', max_age=5)
    response.set_cookie('deep', 'x', path='/deep', httponly=True)
    return response


async def show(request):
    return web.json_response({'path': request.path, 'cookies': dict(request.cookies)})


async def take(request):
    response = web.Response(text='taken')
    response.del_cookie('user')
    return response


async def login(request):
    answer = web.HTTPFound('/show')
    answer.set_cookie('sid', (await request.post())['name'])
    raise answer


async def body(request):
    return web.json_response({'te': request.headers.get('Transfer-Encoding'), 'text': await request.text(),
                              'headers': [name for name in request.headers]})


async def pieces():
    yield b'one '
    yield b'two'


def blocking():
    with requests.Session() as s:
        r = s.get(B + '/give')
        print(r.cookies, s.cookies.get_dict(), s.cookies['user'])
        print(s.get(B + '/show').json(), s.get(B + '/deep/show').json())
        r = s.post(B + '/login', data={'name': 'bob'})
        print(r.json(), r.history, sorted(s.cookies.keys()))
        s.get(B + '/take')
        print(s.get(B + '/show', cookies={'own': '1'}).json(), s.cookies)
        r = s.get(B + '/go', allow_redirects=False)
        print(r.next.url, r.next.method)


async def main():
    app = web.Application(client_max_size=60)
    app.add_routes([web.get('/give', give), web.get('/show', show), web.get('/deep/show', show), web.get('/take', take),
                    web.post('/login', login), web.post('/body', body)])
    app.router.add_get('/go', lambda request: asyncio.sleep(0, web.Response(status=302, headers={'Location': '/show'})))
    sub = web.Application()
    sub.router.add_get('/show', show)
    app.add_subapp('/sub', sub)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, '127.0.0.1', 8080).start()
    for jar in None, aiohttp.CookieJar(unsafe=True):
        async with aiohttp.ClientSession(B, cookie_jar=jar) as s:
            async with s.get('/give') as r:
                print(r.cookies['user'].value, r.cookies['deep']['path'], [(c.key, c.value) for c in s.cookie_jar])
            for path in '/show', '/deep/show', '/sub/show':
                async with s.get(path, cookies={'own': '1'}) as r:
                    print(await r.json())
            async with s.post('/login', data={'name': 'cid'}) as r:
                print(await r.json(), s.cookie_jar.filter_cookies(r.url).output(header='', sep=';'))
            await asyncio.sleep(6)
            async with s.get('/show') as r:
                print(await r.json())
    async with aiohttp.ClientSession(B, headers={'X-A': 'a'}) as s:
        for data in pieces(), b'x' * 30, b'x' * 60, {'a': '1'}:
            async with s.post('/body', data=data) as r:
                print(r.status, await r.text())
    async with httpx.AsyncClient(base_url=B, cookies={'mine': '0'}) as c:
        r = await c.get('/give')
        print(r.cookies, c.cookies.get('user'), dict(c.cookies))
        print((await c.get('/show')).json(), (await c.get('/deep/show')).json())
        r = await c.post('/login', data={'name': 'dan'}, follow_redirects=True)
        print(r.json(), r.history)
        await c.get('/take')
        print((await c.get('/show')).json(), c.cookies)
    await asyncio.to_thread(blocking)
    await runner.cleanup()


B = 'http://127.0.0.1:8080'
asyncio.run(main())
