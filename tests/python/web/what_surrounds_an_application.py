# recorded by hand: needs starlette
# Its life, middleware around its handlers, tasks behind its answers, handlers of exceptions, files of a directory.
import asyncio
import contextlib
import pathlib

from starlette.applications import Starlette
from starlette.background import BackgroundTasks
from starlette.endpoints import HTTPEndpoint, WebSocketEndpoint
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.testclient import TestClient


@contextlib.asynccontextmanager
async def lifespan(app):
    print('begins')
    yield {'store': ['kept']}
    print('ends')


class Tell(BaseHTTPMiddleware):
    async def dispatch(self, request, call_next):
        print('before', request.url.path, await request.body())
        answer = await call_next(request)
        answer.headers['x-told'] = 'yes'
        print('after', answer.status_code)
        return answer


async def home(request):
    tasks = BackgroundTasks()
    tasks.add_task(print, 'first task')
    tasks.add_task(asyncio.sleep, 1)
    tasks.add_task(print, 'second task')
    return JSONResponse({'store': request.state.store, 'long': 'x' * 600}, background=tasks)


async def visits(request):
    request.session['visits'] = request.session.get('visits', 0) + 1
    return JSONResponse(request.session)


async def wrong(request):
    raise KeyError('k')


async def mended(request, exc):
    return JSONResponse({'error': repr(exc)}, status_code=409)


class Thing(HTTPEndpoint):
    async def get(self, request):
        return PlainTextResponse('got')

    def post(self, request):
        return PlainTextResponse('posted')


class Counter(WebSocketEndpoint):
    encoding = 'json'
    total = 0

    async def on_receive(self, websocket, data):
        self.total += data['add']
        await websocket.send_json({'total': self.total})

    async def on_disconnect(self, websocket, close_code):
        print('closed with', close_code)


files = pathlib.Path('/tmp/files')
files.mkdir()
(files / 'a.txt').write_text('what is in a')
app = Starlette(lifespan=lifespan, exception_handlers={KeyError: mended}, routes=[
    Route('/', home, methods=['GET', 'POST']), Route('/visits', visits), Route('/wrong', wrong), Route('/thing', Thing),
    WebSocketRoute('/counter', Counter), Mount('/files', StaticFiles(directory=files), name='files')], middleware=[
    Middleware(TrustedHostMiddleware, allowed_hosts=['testserver', '*.example']),
    Middleware(CORSMiddleware, allow_origins=['https://a.example'], allow_methods=['*'], allow_credentials=True),
    Middleware(SessionMiddleware, secret_key='secret'), Middleware(GZipMiddleware, minimum_size=500), Middleware(Tell)])
with TestClient(app) as client:
    answer = client.post('/', content=b'body', headers={'origin': 'https://a.example'})
    print(answer.status_code, sorted(answer.headers.items()), len(answer.content))
    for origin in 'https://a.example', 'https://b.example':
        answer = client.options('/', headers={'origin': origin, 'access-control-request-method': 'POST'})
        print(answer.status_code, answer.text, dict(answer.headers))
    print(client.get('/visits').json(), client.get('/visits').json())
    print(client.get('/wrong').text)
    for method in 'GET', 'POST', 'PUT', 'HEAD':
        answer = client.request(method, '/thing')
        print(answer.status_code, answer.text, answer.headers.get('allow'))
    with client.websocket_connect('/counter') as socket:
        for number in 1, 2:
            socket.send_json({'add': number})
            print(socket.receive_json())
    for path, part in ('a.txt', None), ('a.txt', 'bytes=5-6'), ('a.txt', 'bytes=99-'), ('b.txt', None):
        answer = client.get(f'/files/{path}', headers={'range': part, 'accept-encoding': ''} if part else {})
        print(answer.status_code, answer.text, answer.headers.get('content-range'))
    tag = client.get('/files/a.txt').headers['etag']
    print(client.get('/files/a.txt', headers={'if-none-match': tag}).status_code)
    print(client.get('/', headers={'host': 'elsewhere.test'}).text)
