# aiohttp.web: routes, middlewares, views, errors as answers, asked by a client of the same program.
import asyncio
import aiohttp
from aiohttp import web

routes = web.RouteTableDef()

@routes.get('/')
async def index(request):
    return web.Response(text='Hello, world')

@routes.get('/users/{id:\\d+}')
async def user(request):
    n = int(request.match_info['id'])
    if n > 9:
        raise web.HTTPNotFound(text=f'no user {n}')
    return web.json_response({'id': n, 'q': dict(request.query)})

@routes.post('/echo')
async def echo(request):
    data = await request.json()
    return web.json_response({'got': data, 'kind': request.content_type}, status=201)

async def form(request):
    data = await request.post()
    return web.Response(text=data['name'], headers={'X-A': 'b'})

async def broken(request):
    raise ValueError('oops')

@web.middleware
async def log(request, handler):
    response = await handler(request)
    print('served', request.method, request.path, response.status)
    return response

class Both(web.View):
    async def get(self): return web.Response(text='view')

async def startup(app): app['db'] = 'db'; print('startup')
async def cleanup(app): print('cleanup', app['db'])

async def main():
    app = web.Application(middlewares=[log])
    app.add_routes(routes)
    app.add_routes([web.post('/form', form), web.view('/view', Both)])
    app.router.add_get('/broken', broken)
    app.on_startup.append(startup); app.on_cleanup.append(cleanup)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, 'localhost', 8080)
    await site.start()
    print(site.name)
    async with aiohttp.ClientSession('http://localhost:8080') as s:
        for path in ('/', '/users/3?a=b', '/users/12', '/users/x', '/view', '/broken'):
            async with s.get(path) as r: print(r.status, r.reason, r.content_type, await r.text())
        async with s.post('/echo', json={'a': 1}) as r: print(r.status, await r.json())
        async with s.post('/form', data={'name': 'x'}) as r: print(r.status, await r.text(), r.headers['x-a'])
        async with s.delete('/form') as r: print(r.status, await r.text(), r.headers.get('Allow'))
        async with s.post('/view') as r: print(r.status, await r.text())
    await runner.cleanup()

asyncio.run(main())
async def bye(app):
    asyncio.get_running_loop().call_later(3, stop)
def stop(): raise web.GracefulExit()
app = web.Application(); app.on_startup.append(bye)
web.run_app(app, port=8099)
print('end')
