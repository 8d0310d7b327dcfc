# What an asynchronous generator makes is sent as it comes, and read so; a GET route comes with one for HEAD.
import asyncio, aiohttp
from aiohttp import web
T0 = None
def now(): return round(asyncio.get_running_loop().time() - T0, 1)
async def up(request):
    print(now(), 'handler begins', request.headers.get('Transfer-Encoding'), request.headers.get('Content-Length'), request.content_type, request.body_exists, request.can_read_body)
    async for chunk in request.content.iter_any(): print(now(), 'chunk', chunk)
    return web.Response(text=f'done at {now()}')
async def early(request): return web.Response(status=413, text='too large')
async def gen(n=3):
    for i in range(n): print(now(), 'sending', i); yield b'part%d' % i; await asyncio.sleep(0.5)
async def bad():
    yield b'one'; await asyncio.sleep(0.1); raise RuntimeError('generator failed')
async def main():
    global T0; T0 = asyncio.get_running_loop().time()
    app = web.Application(); app.router.add_post('/up', up); app.router.add_get('/x', up, name='x'); app.router.add_get('/y', up, allow_head=False); app.router.add_post('/early', early)
    for r in app.router.routes(): print(r.method, r.resource.canonical if r.resource else None, r.handler.__name__, r.name)
    for r in app.router.resources(): print(r, r.canonical, r.name, len(r))
    print(len(app.router.routes()), len(app.router.resources()))
    runner = web.AppRunner(app); await runner.setup(); await web.TCPSite(runner, '127.0.0.1', 8765).start()
    async with aiohttp.ClientSession() as s:
        async with s.post('http://127.0.0.1:8765/up', data=gen()) as r: print(now(), r.status, await r.text())
        async with s.post('http://127.0.0.1:8765/early', data=gen(6)) as r: print(now(), r.status, await r.text())
        try:
            async with s.post('http://127.0.0.1:8765/up', data=bad()) as r: print(r.status)
        except Exception as e: print(now(), type(e).__name__, str(e)[:60], repr(e.__cause__))
        async with s.head('http://127.0.0.1:8765/y') as r: print(r.status, r.headers.get('Allow'))
        async with s.head('http://127.0.0.1:8765/x') as r: print(r.status, r.headers.get('Content-Length'))
        async with s.post('http://127.0.0.1:8765/x') as r: print(r.status, r.headers.get('Allow'), await r.text())
    await runner.cleanup()
asyncio.run(main())
