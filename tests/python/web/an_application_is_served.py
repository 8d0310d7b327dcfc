# recorded by hand: needs uvicorn
# A server in a task: what its clients get, what it logs, and how it ends in peace.
import asyncio
import contextlib

import httpx
import uvicorn
from starlette.applications import Starlette
from starlette.responses import JSONResponse, PlainTextResponse, StreamingResponse
from starlette.routing import Route


@contextlib.asynccontextmanager
async def lifespan(app):
    print('begins')
    yield
    print('ends')


async def seen(request):
    return JSONResponse({'method': request.method, 'url': str(request.url), 'client': request.client.host,
                         'length': len(await request.body())})


async def slowly(request):
    async def each():
        for number in range(3):
            yield f'{number} '
            await asyncio.sleep(0.5)
    return StreamingResponse(each())


async def wait(request):
    try:
        await asyncio.sleep(3)
    finally:
        print('waited; gone:', await request.is_disconnected())
    return PlainTextResponse('at last')


app = Starlette(lifespan=lifespan, routes=[
    Route('/seen', seen, methods=['GET', 'POST']), Route('/slowly', slowly), Route('/wait', wait)])


async def main():
    server = uvicorn.Server(uvicorn.Config(app, port=8010))
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.1)
    async with httpx.AsyncClient(base_url='http://127.0.0.1:8010') as client:
        for answer in (await client.get('/seen?a=b c'), await client.post('/seen', content=b'z' * 200000),
                       await client.get('/slowly'), await client.head('/seen'), await client.put('/seen')):
            print(answer.status_code, answer.headers.get('content-length'), answer.headers.get('transfer-encoding'),
                  answer.headers['server'], answer.text)
        try:
            await client.get('/wait', timeout=1)
        except httpx.ReadTimeout:
            print('no longer')
        late = asyncio.create_task(client.get('/wait', timeout=9))
        await asyncio.sleep(2.5)
        server.should_exit = True
        print((await late).text)
    await serving
    try:
        httpx.get('http://127.0.0.1:8010/seen')
    except httpx.ConnectError as e:
        print(e)


asyncio.run(main())
