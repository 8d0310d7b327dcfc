# recorded by hand: needs httpx, requests and urllib3
"""Bodies in pieces, some of them empty, of requests, httpx and urllib3; what a redirect carries over of them; which client takes which pieces."""
import asyncio
import http.server
import io
import threading

import httpx
import requests
import urllib3


class Shows(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def do_POST(self):
        length, coding, body = self.headers.get('Content-Length'), self.headers.get('Transfer-Encoding'), b''
        if coding:
            while size := int(self.rfile.readline(), 16):
                body += self.rfile.read(size)
                self.rfile.readline()
            self.rfile.readline()
        else:
            body = self.rfile.read(int(length or 0))
        status = self.path.strip('/')
        shown = f'{self.command} {length} {coding} {self.headers.get("Content-Type")} {body!r}'.encode()
        if status:
            self.send_response(int(status))
            self.send_header('Location', '/')
        else:
            self.send_response(200)
        self.send_header('Content-Length', str(len(shown)))
        self.end_headers()
        self.wfile.write(shown)

    do_GET = do_POST

    def log_message(self, *args):
        pass


def pieces():
    yield b'a'
    yield b''
    yield b'bc'


async def awaited():
    for piece in pieces():
        yield piece


class Anew:
    def __iter__(self):
        return pieces()


def attempt(what, post, *args, **given):
    try:
        print(what, post(*args, **given).text)
    except Exception as e:
        print(what, type(e).__name__, e)


server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Shows)
threading.Thread(target=server.serve_forever, daemon=True).start()
url = f'http://127.0.0.1:{server.server_port}/'
makes = {'iterator': lambda: iter([b'a', b'', b'bc']), 'generator': pieces, 'list': Anew, 'bytes': lambda: b'abc', 'none': lambda: None}
for name, make in makes.items():
    for status in '', '307', '303':
        attempt(f'requests {name} {status}', requests.post, url + status, data=make(), headers={'Content-Type': 'a/b'})
        attempt(f'httpx {name} {status}', httpx.post, url + status, content=make(), headers={'Content-Type': 'a/b'}, follow_redirects=True)
print(urllib3.request('POST', url, body=pieces()).data)
attempt('form', httpx.post, url + '302', data={'a': 'b'}, follow_redirects=True)
attempt('file', httpx.post, url, content=io.BytesIO(b'file'))

request = httpx.Request('POST', url, content=pieces())
try:
    request.content
except httpx.RequestNotRead as e:
    print(e)
print(request.read(), request.content, list(request.stream), dict(request.headers) | {'host': ''})
attempt('read', httpx.Client(follow_redirects=True).send, request)
with httpx.Client(transport=httpx.MockTransport(lambda request: httpx.Response(200, content=request.content))) as client:
    attempt('mock', client.post, url, content=pieces())
    attempt('mock', client.post, url, content=awaited())


async def tried(what, asked):
    try:
        print(what, (await asked).text)
    except Exception as e:
        print(what, type(e).__name__, e)


async def main():
    async with httpx.AsyncClient(transport=httpx.MockTransport(lambda request: httpx.Response(200, content=request.content))) as client:
        await tried('mock', client.post(url, content=awaited()))
        await tried('mock', client.post(url, content=pieces()))
        await tried('mock', client.post(url, content=io.BytesIO(b'file')))
    async with httpx.AsyncClient(follow_redirects=True) as client:
        for status in '', '307', '303':
            await tried(status, client.post(url + status, content=awaited()))
        await tried('blocking', client.post(url, content=pieces()))


asyncio.run(main())
