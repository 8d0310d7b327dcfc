# requests, httpx and urlopen read what a server of the program's own sends piece by piece, and use connections again.
import http.server
import threading
import time
import urllib.request

import httpx
import requests


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def setup(self):
        super().setup()
        print('opened')

    def finish(self):
        super().finish()
        print('closed')

    def do_GET(self):
        self.send_response(200)
        if self.path == '/chunks':
            self.send_header('Transfer-Encoding', 'chunked')
            self.end_headers()
            for n in range(3):
                time.sleep(0.5)
                data = f'line {n}\nand more {n}'.encode()
                self.wfile.write(b'%x\r\n%s\r\n' % (len(data), data))
            self.wfile.write(b'0\r\n\r\n')
        else:
            self.send_header('Content-Length', '20')
            self.end_headers()
            for n in range(2):
                time.sleep(0.25)
                self.wfile.write(b'0123456789')

    def log_message(self, *args):
        pass


def show(what):
    for piece in what:
        print(f'{time.perf_counter() - start:.2f}', piece)


server = http.server.ThreadingHTTPServer(('127.0.0.1', 8765), Handler)
server.daemon_threads = True
threading.Thread(target=server.serve_forever, daemon=True).start()
base = 'http://127.0.0.1:8765'
start = time.perf_counter()
with requests.Session() as session:
    with session.get(base + '/chunks', stream=True) as r:
        print(r.elapsed.total_seconds() < 0.1, r.headers)
        show(r.iter_lines())
    show(session.get(base + '/chunks', stream=True).iter_content(None))
    show(session.get(base + '/chunks', stream=True).iter_content(6, decode_unicode=True))
    show(session.get(base + '/', stream=True).iter_content(8))
    show([session.get(base + '/').text])
    r = session.get(base + '/', stream=True)
    show([r.raw.read(5), r.content])
    show(r.iter_content(7))
    r = session.get(base + '/', stream=True)
    list(r.iter_content(10))
    try:
        r.content
    except RuntimeError as e:
        print(e)
    for stream in False, True:
        try:
            with session.get(base + '/', timeout=0.2, stream=stream) as r:
                show(r.iter_content(10))
        except requests.exceptions.RequestException as e:
            show([type(e).__name__ + ': ' + str(e)])
        time.sleep(1)
with httpx.Client() as client:
    with client.stream('GET', base + '/chunks') as r:
        print(r.is_closed, r.http_version)
        show(r.iter_bytes())
        print(r.is_closed, r.num_bytes_downloaded)
    with client.stream('GET', base + '/chunks') as r:
        show(r.iter_lines())
    with client.stream('GET', base + '/chunks') as r:
        show(r.iter_text(6))
    with client.stream('GET', base + '/') as r:
        try:
            r.text
        except httpx.ResponseNotRead as e:
            print(e)
        show([r.read(), r.text])
    show([client.get(base + '/').text])
    try:
        client.get(base + '/', timeout=0.2)
    except httpx.HTTPError as e:
        show([type(e).__name__ + ': ' + str(e)])
time.sleep(1)
with urllib.request.urlopen(base + '/chunks') as r:
    show(r)
time.sleep(1)
print('end')
