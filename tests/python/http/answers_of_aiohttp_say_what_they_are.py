# recorded by hand: aiohttp is not on the machine that records
import asyncio
import datetime
import io

import aiohttp
from aiohttp import web


def shown(make):
    try:
        return make()
    except (TypeError, ValueError, RuntimeError, AssertionError) as e:
        return f'{type(e).__name__}: {e}'


answer = web.Response(text='ё', charset='koi8-r', content_type='text/html')
print(answer.content_type, answer.charset, answer.content_length, answer.headers, answer.body_length, answer.prepared)
answer.charset = 'utf-8'
answer.text = 'éé'
print(answer.headers['Content-Type'], answer.body, answer.content_length, answer.keep_alive, answer.status, bool(answer))
answer.last_modified = datetime.datetime(2026, 1, 2, 3, 4, 5, 6, tzinfo=datetime.timezone.utc)
answer.etag = 'abc'
print(answer.headers['Last-Modified'], answer.last_modified, answer.headers['ETag'], answer.etag)
answer.etag = aiohttp.ETag('x', is_weak=True)
print(answer.headers['ETag'], answer.etag.is_weak)
for wrong in (lambda: setattr(answer, 'etag', 'a"b'), lambda: setattr(answer, 'last_modified', b''), lambda: setattr(answer, 'body', 7),
              lambda: setattr(answer, 'content_length', 3), lambda: web.Response(text='a', body=b'a'), lambda: web.Response(text=b'a'),
              lambda: web.Response(content_type='text/html; charset=a'), lambda: web.Response(headers={'Content-Type': 'a/b'}, content_type='a/c'),
              lambda: web.Response(reason='a\nb'), lambda: setattr(web.StreamResponse(), 'charset', 'utf-8'), lambda: web.json_response(1, text='1'),
              lambda: web.StreamResponse(headers={'Content-Length': '1'}).enable_chunked_encoding(), lambda: web.HTTPFound(''),
              lambda: web.HTTPUnavailableForLegalReasons()):
    print(shown(wrong))
print(web.json_response({'a': 1}).text, web.json_bytes_response([1], dumps=lambda data: b'[1]').body, web.Response(body='text').headers)
cookie = web.Response()
cookie.set_cookie('a', 'b', max_age=3, samesite='Lax')
cookie.set_cookie('a', 'c')
cookie.del_cookie('d')
print(cookie.cookies)

for made in (web.HTTPFound('/é'), web.HTTPMethodNotAllowed('put', ['POST', 'GET']), web.HTTPUnprocessableEntity(text='no'),
             web.HTTPRequestRangeNotSatisfiable(), web.HTTPRequestURITooLong(reason='Long'), web.HTTPNoContent(),
             web.HTTPUnavailableForLegalReasons('http://example.org/why')):
    print(type(made).__name__, type(made).__bases__[0].__name__, made.status, made.reason, made.text, dict(made.headers), made.empty_body)

key = web.AppKey('key', int)
print(key, web.AppKey[str]('other'), web.ResponseKey('r', list), web.get('/', shown), web.static('/s', '/tmp', name='s'), web.RouteTableDef())


async def context(app):
    print('begins')
    yield
    print('ends')


async def main():
    async def hello(request):
        answer = web.Response(text='hello ' * 50)
        answer.enable_compression()
        return answer

    async def stream(request):
        answer = web.StreamResponse()
        answer.enable_compression(web.ContentCoding.gzip)
        await answer.prepare(request)
        for _ in range(3):
            await answer.write(b'piece ')
        return answer

    async def file(request):
        return web.Response(body=io.BytesIO(b'in a file'))

    app = web.Application(middlewares=[web.normalize_path_middleware()])
    app[key] = 7
    app.cleanup_ctx.append(context)
    app.add_routes([web.get('/hello/', hello), web.get('/stream', stream), web.get('/file', file)])
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, '127.0.0.1', 8123).start()
    async with aiohttp.ClientSession('http://127.0.0.1:8123/') as session:
        for path, headers in (('/hello', {}), ('/hello?a=1', {}), ('/hello/', {'Accept-Encoding': 'identity'}), ('/stream', {}), ('/file', {}), ('/none', {})):
            async with session.get(path, headers=headers) as answer:
                text = await answer.text()
                print(path, answer.status, answer.url.path_qs, len(text), text[:12], answer.headers.get('Content-Encoding'),
                      answer.headers.get('Transfer-Encoding'), answer.content_type, [each.status for each in answer.history])
    await runner.cleanup()
    form = aiohttp.FormData({'a': 'b'})
    print(form.is_multipart, shown(lambda: form.add_field('a\nb', 'c')), shown(lambda: form.add_field('a', 'c', filename=3)), form.add_field('f', io.BytesIO(b'')), form.is_multipart)

asyncio.run(main())
