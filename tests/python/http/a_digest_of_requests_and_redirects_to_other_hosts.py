# recorded by hand: requests and aiohttp are not on the machine that records
# Digests for a server that asks for one; what is left out where a redirect leads to another host.
import asyncio
import re
import threading

import requests
from aiohttp import web
from requests.auth import HTTPDigestAuth


async def digest(request):
    asked = request.headers.get('Authorization', '')
    if not asked.startswith('Digest') or 'nonce="second"' in asked and request.query.get('again'):
        nonce = 'third' if request.query.get('again') else 'second'
        answer = web.Response(status=401, text='who?', headers={'WWW-Authenticate': f'Digest realm="r", nonce="{nonce}", qop="auth", opaque="o"'})
        answer.set_cookie('seen', '1')
        return answer
    parts = re.sub(r'(response|cnonce)="\w+"', r'\1="…"', asked)
    return web.json_response([parts, request.cookies.get('seen')])


async def away(request):
    raise web.HTTPFound(f'http://localhost:28132/end#there')


async def near(request):
    raise web.HTTPFound('/end')


async def end(request):
    return web.json_response(request.headers.get('Authorization'))


async def main():
    app = web.Application()
    app.add_routes([web.get('/digest', digest), web.get('/away', away), web.get('/near', near), web.get('/end', end)])
    runner = web.AppRunner(app)
    await runner.setup()
    for port in 28131, 28132:
        await web.TCPSite(runner, 'localhost', port).start()
    await asyncio.to_thread(ask)
    await runner.cleanup()


def ask():
    base = 'http://localhost:28131'
    auth = HTTPDigestAuth('ann', 'secret')
    got = requests.get(base + '/digest?a=1', auth=auth)
    print(got.status_code, got.json(), [each.status_code for each in got.history])
    with requests.Session() as session:
        session.auth = auth
        got = session.get(base + '/digest')
        print(got.status_code, got.json(), got.history)
        got = session.get(base + '/digest?again=1')
        print(got.status_code, got.json(), got.history)
    for path in '/near', '/away':
        got = requests.get(base + path, auth=('ann', 'pw'))
        print(got.status_code, got.json(), got.url)
    print(auth == HTTPDigestAuth('ann', 'secret'), auth == HTTPDigestAuth('ann', 'other'))


asyncio.run(main())
