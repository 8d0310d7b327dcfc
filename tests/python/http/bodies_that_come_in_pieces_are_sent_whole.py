# recorded by hand: needs httpx and requests
"""What httpx and requests send of iterables, files, forms and wrong things, and how they announce it."""
import asyncio
import http.server
import io
import threading

import httpx
import requests


class Shows(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def do_POST(self):
        length, coding, body = self.headers.get('Content-Length'), self.headers.get('Transfer-Encoding'), b''
        if length is not None:
            body = self.rfile.read(int(length))
        while length is None and (size := int(self.rfile.readline(), 16)):
            body += self.rfile.read(size)
            self.rfile.readline()
        if length is None:
            self.rfile.readline()
        shown = f'{length} {coding} {self.headers.get("Content-Type")} {body!r}'.encode()
        self.send_response(200)
        self.send_header('Content-Length', str(len(shown)))
        self.end_headers()
        self.wfile.write(shown)

    def log_message(self, *args):
        pass


def pieces():
    yield b'ab'
    yield b'cde'


async def awaited():
    yield b'as'
    yield b'ync'


def attempt(post, **given):
    name, = given
    try:
        print(type(given[name]).__name__, post(url, **given).text)
    except Exception as e:
        print(type(given[name]).__name__, type(e).__name__, e)


server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Shows)
threading.Thread(target=server.serve_forever, daemon=True).start()
url = f'http://127.0.0.1:{server.server_port}/'
for make in (lambda: b'x', lambda: 'xy', lambda: [b'a', b'bc'], pieces, lambda: {'a': 1}, lambda: 5,
             lambda: io.BytesIO(b'file'), lambda: (b'q',)):
    attempt(httpx.post, content=make())
for make in (lambda: b'x', lambda: 'xy', pieces, lambda: 5, lambda: io.BytesIO(b'file'), lambda: {'a': [1, 2]},
             lambda: {1: 2.5, 'b': True}):
    attempt(httpx.post, data=make())
    attempt(requests.post, data=make())
for data in [('a', 'b')], {'a': None, 'b': 1}, {'a': [1, None]}, bytearray(b'ba'), [b'a']:
    attempt(requests.post, data=data)
for params in {'a': None, 'b': 1}, [('a', 1), ('a', None)], {'a': []}:
    print(requests.Request('GET', 'http://a/?z=1', params=params).prepare().url)


async def main():
    async with httpx.AsyncClient() as client:
        print((await client.post(url, content=awaited())).text)
        try:
            await client.post(url, content=pieces())
        except RuntimeError as e:
            print(e)
    try:
        httpx.post(url, content=awaited())
    except RuntimeError as e:
        print(e)


asyncio.run(main())
