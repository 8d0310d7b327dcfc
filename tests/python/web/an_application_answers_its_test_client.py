# recorded by hand: needs starlette
# Routes, parameters, forms, cookies, redirects, failures and WebSockets of an application, called without a network.
from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, StreamingResponse
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.testclient import TestClient


def place(request):
    return JSONResponse({'params': request.path_params, 'query': request.query_params.multi_items(),
                         'agent': request.headers['user-agent'], 'url': str(request.url)})


async def keep(request):
    return JSONResponse(await request.json(), status_code=201, background=BackgroundTask(print, 'kept'))


async def form(request):
    async with request.form() as fields:
        return JSONResponse([[name, value if isinstance(value, str) else
                              [value.filename, value.content_type, value.size, (await value.read()).decode()]]
                             for name, value in fields.multi_items()])


async def count(request):
    answer = JSONResponse(request.cookies)
    answer.set_cookie('seen', str(int(request.cookies.get('seen', 0)) + 1), max_age=60, httponly=True)
    return answer


async def lines(request):
    async def each():
        for number in range(3):
            yield f'line {number}\n'
    return StreamingResponse(each(), media_type='text/plain')


async def away(request):
    return RedirectResponse(request.url_for('in:place', number=7, rest='x/y'))


async def fail(request):
    raise LookupError('nothing there')


async def refuse(request):
    raise HTTPException(418, headers={'x-why': 'short and stout'})


async def echo(websocket):
    await websocket.accept(subprotocol='plain')
    async for text in websocket.iter_text():
        await websocket.send_json({'text': text, 'room': websocket.path_params['room']})
    print('the other side has gone')


app = Starlette(routes=[
    Mount('/in', name='in', routes=[Route('/{number:int}/{rest:path}', place, name='place')]),
    Route('/keep', keep, methods=['POST']), Route('/form', form, methods=['POST']), Route('/count', count),
    Route('/lines', lines), Route('/away', away), Route('/fail', fail), Route('/refuse', refuse),
    WebSocketRoute('/echo/{room}', echo)])
client = TestClient(app)


def show(answer):
    print(answer.status_code, dict(answer.headers), answer.text)


show(client.get('/in/3/a/b?q=1&q=2'))
show(client.get('/in/three/a'))
show(client.post('/keep', json={'naïve': [1, None]}))
show(client.get('/keep'))
show(client.post('/form', data={'a': 'b c'}))
show(client.post('/form', data={'a': 'b'}, files={'file': ('n.txt', b'in it', 'text/plain')}))
show(client.get('/count'))
show(client.get('/count'))
show(client.get('/lines'))
show(client.get('/away'))
print(client.get('/away').history, client.get('/away', follow_redirects=False).headers['location'])
show(client.get('/refuse'))
show(client.get('/lines/'))
try:
    client.get('/fail')
except LookupError as e:
    print('raised:', e)
show(TestClient(app, raise_server_exceptions=False).get('/fail'))
with client.websocket_connect('/echo/kitchen', subprotocols=['plain', 'other']) as socket:
    socket.send_text('hello')
    print(socket.accepted_subprotocol, socket.receive_json())
print(app.url_path_for('in:place', number=1, rest='z'))
