# recorded by hand: needs trio and httpx
"""A request that waits for its answer ends with its scope, be the host outside or the program's own server."""
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import trio


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        time.sleep(float(self.path[1:]))
        self.send_response(200)
        self.send_header('Content-Length', '2')
        self.end_headers()
        try:
            self.wfile.write(b'ok')
        except BrokenPipeError:
            print('nobody waits any more')

    def log_message(self, *args):
        pass


async def get(url):
    async with httpx.AsyncClient() as client:
        try:
            answer = await client.get(url)
            print(answer.status_code)
        except trio.Cancelled:
            print('cancelled')
            raise


async def main():
    began = trio.current_time()
    for host in 'https://httpbin.org/delay/3', 'http://127.0.0.1:8000/3':
        with trio.move_on_after(0.5) as scope:
            await get(host)
        print(scope.cancelled_caught, round(trio.current_time() - began, 3))
    await get('https://httpbin.org/delay/0.1')
    await get('http://127.0.0.1:8000/0.1')
    try:
        await get('http://127.0.0.1:8000/9')
    except httpx.ReadTimeout:
        print('late', round(trio.current_time() - began, 3))
    async with trio.open_nursery() as nursery:
        nursery.start_soon(get, 'https://httpbin.org/delay/3')
        await trio.sleep(0.1)
        nursery.cancel_scope.cancel()


server = ThreadingHTTPServer(('127.0.0.1', 8000), Handler)
server.daemon_threads = True
threading.Thread(target=server.serve_forever, daemon=True).start()
trio.run(main)
