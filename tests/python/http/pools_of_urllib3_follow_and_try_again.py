# recorded by hand: needs urllib3
# What a pool of urllib3 sends after redirects, statuses that are tried again and connections that nobody takes.
import http.server
import threading

import urllib3


class Shows(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def do_POST(self):
        length, coding, body = self.headers.get('Content-Length'), self.headers.get('Transfer-Encoding'), b''
        while coding and (size := int(self.rfile.readline(), 16)):
            body += self.rfile.read(size)
            self.rfile.readline()
        body += self.rfile.readline() if coding else self.rfile.read(int(length or 0))
        print('  ', self.command, self.path, length, coding, self.headers.get('Content-Type'), self.headers.get('User-Agent') is not None, body)
        path, status = (self.path[1:] if '-' in self.path else self.path[1:] + '-').rsplit('-', 1)
        self.send_response(int(status or 200))
        self.send_header('Location', '/' + path)
        self.send_header('Content-Length', '0')
        self.end_headers()

    do_GET = do_PUT = do_POST

    def log_message(self, *args):
        pass


server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Shows)
threading.Thread(target=server.serve_forever, daemon=True).start()
pool = urllib3.HTTPConnectionPool('127.0.0.1', server.server_port)


def attempt(*args, at=pool, **more):
    print(*args)
    try:
        answer = at.request(*args, **more)
        print('  ', answer.status, answer.url, [each.status for each in answer.retries.history] if answer.retries else None)
    except Exception as e:
        print('  ', type(e).__name__, str(e).replace(str(server.server_port), 'PORT'))


for status in 303, 307, 302:
    attempt('POST', f'/x-{status}', body=b'abc', headers={'Content-Type': 'a/b'})
attempt('POST', '/x-307', body=iter([b'a', b'', b'c']))
attempt('PUT', '/x-503', body='text', retries=urllib3.Retry(2, status_forcelist=[503]))
attempt('PUT', '/x-503', body='text', retries=urllib3.Retry(1, status_forcelist=[503], raise_on_status=False))
attempt('GET', '/x-302-302-302', retries=urllib3.Retry(redirect=1))
attempt('GET', '/x-302-302-302', retries=urllib3.Retry(redirect=1, raise_on_redirect=False))
attempt('GET', '/x-302', redirect=False)
attempt('GET', '/x-302', retries=False)
attempt('GET', 'http://localhost:1/')
attempt('GET', '/', at=urllib3.HTTPConnectionPool('127.0.0.1', 1), retries=1)
attempt('GET', '/', wrong=1)
attempt('POST', '/', body=5)
answer = urllib3.PoolManager().request('POST', f'http://127.0.0.1:{server.server_port}/x-307-303', body=iter([b'', b'a']))
print(answer.status, answer.url, [(each.method, each.redirect_location) for each in answer.retries.history])
