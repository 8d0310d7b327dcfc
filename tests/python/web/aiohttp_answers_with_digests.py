# recorded by hand: needs aiohttp 3.14
"""A client's middleware answers a server that asks for a digest, and goes on doing so for the server's protection space."""
import asyncio
import hashlib
import re

import aiohttp
from aiohttp import DigestAuthMiddleware, web
from aiohttp.client_middleware_digest_auth import parse_header_pairs


def digest(kind, *parts):
    return hashlib.new(kind, ':'.join(parts).encode()).hexdigest()


def ask(kind, extra=''):
    return web.Response(status=401, headers={'WWW-Authenticate': f'Digest realm="a \\"b\\"", nonce="n{kind}", algorithm={kind}{extra}'})


async def guarded(request):
    given = request.headers.get('Authorization', '')
    kind = request.match_info['kind']
    print('  ', request.method, request.path_qs, re.sub(r'"[0-9a-f]{16,}"', '"…"', given) or 'nothing')
    if not given:
        return ask(kind, request.query.get('extra', ''))
    said = parse_header_pairs(given.partition(' ')[2])
    name = {'MD5': 'md5', 'SHA-256': 'sha256', 'sha-sess': 'sha1'}[kind]
    secret = digest(name, 'joe', 'a "b"', 'secret')
    if kind == 'sha-sess':
        secret = digest(name, secret, said['nonce'], said.get('cnonce', ''))
    rest = [said['nc'], said['cnonce'], said['qop']] if 'qop' in said else []
    what = [request.method, said['uri']]
    if said.get('qop') == 'auth-int':
        what.append(digest(name, await request.text()))
    if said['nonce'] != 'n' + kind or said['response'] != digest(name, secret, said['nonce'], *rest, digest(name, *what)):
        return ask(kind, request.query.get('extra', ''))
    return web.Response(text='welcome')


async def odd(request):
    return web.Response(status=401, headers={'WWW-Authenticate': request.query['header']})


async def main():
    app = web.Application()
    app.router.add_route('*', '/odd', odd)
    app.router.add_route('*', '/{kind}', guarded)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, '127.0.0.1', 8099).start()
    base = 'http://127.0.0.1:8099'
    async with aiohttp.ClientSession(middlewares=(DigestAuthMiddleware('joe', 'secret'),)) as session:
        for path in '/MD5', '/MD5?x=1', '/SHA-256?extra=, qop="auth", opaque="o"', '/sha-sess?extra=, qop="auth,other"':
            async with session.get(base + path) as response:
                print(response.status, await response.text())
        async with session.get(base + '/odd', params={'header': 'Basic realm="x"'}) as response:
            print(response.status)
    for header in 'Digest nonce="x"', 'Digest realm="x"', 'Digest realm="r", nonce=""', 'Digest realm="r", nonce="n", qop="other"', 'Digest realm="r", nonce="n", algorithm=X':
        async with aiohttp.ClientSession(middlewares=(DigestAuthMiddleware(login='joe', password='secret'),)) as session:
            try:
                await session.get(base + '/odd', params={'header': header})
            except aiohttp.ClientError as error:
                print(type(error).__name__, error)
    async with aiohttp.ClientSession(middlewares=(DigestAuthMiddleware('joe', 'wrong', preemptive=False),)) as session:
        async with session.post(base + '/MD5', data=b'body') as response:
            print(response.status)
    for given in (None, 'x'), ('x', None), ('a:b', 'x'):
        try:
            DigestAuthMiddleware(*given)
        except ValueError as error:
            print(error)
    print(parse_header_pairs('a="1, 2", b = c , Basic realm="x"'))
    await runner.cleanup()

asyncio.run(main())
