# recorded by hand: needs urllib3 2.5.0
"""urllib3 without requests: managers of pools, fields, redirects, retries, bodies in pieces, headers that stand several times."""
import http.server
import json
import threading

import urllib3


class Shows(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'
    asked = 0

    def answer(self):
        body = self.rfile.read(int(self.headers.get('Content-Length') or 0)).decode('latin-1')
        if self.path == '/redirect':
            self.send_response(302)
            self.send_header('Location', '/here')
            self.send_header('Content-Length', '0')
            self.end_headers()
            return
        Shows.asked += 1
        status = 404 if self.path == '/nowhere' else 503 if self.path == '/busy' and Shows.asked % 3 else 200
        kind = self.headers.get('Content-Type') or ''
        told = {'method': self.command, 'path': self.path, 'body': 'parts' if 'boundary' in kind else body, 'type': kind[:30]}
        told |= {name: self.headers.get(name) for name in ('User-Agent', 'X-A', 'Accept-Encoding', 'Authorization')}
        sent = json.dumps(told).encode()
        self.send_response(status)
        for name, value in ('Content-Type', 'application/json'), ('Content-Length', str(len(sent))), ('Set-Cookie', 'a=1'), ('Set-Cookie', 'b=2'):
            self.send_header(name, value)
        self.end_headers()
        if self.command != 'HEAD':
            self.wfile.write(sent)

    do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = answer

    def log_message(self, *args):
        pass


def attempt(call):
    try:
        print(str(call()).replace(str(server.server_port), 'PORT'))
    except Exception as e:
        print(type(e).__name__, str(e).replace(str(server.server_port), 'PORT'))


server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Shows)
threading.Thread(target=server.serve_forever, daemon=True).start()
url = f'http://127.0.0.1:{server.server_port}'
manager = urllib3.PoolManager()
answer = manager.request('GET', url + '/a')
print(answer.status, answer.reason, answer.data == answer.data, answer.headers['content-type'], answer.version, type(answer).__name__)
for asks in ({'fields': {'q': 'x y', 'n': '1'}}, {'headers': {'X-A': '1'}}, {'timeout': 2.5}, {'timeout': urllib3.Timeout(connect=1, read=2)}):
    attempt(lambda: manager.request('GET', url + '/a', **asks).json())
for asks in ({'fields': {'q': 'x y'}}, {'json': {'q': [1]}}, {'body': b'raw'}, {'body': 'text', 'headers': {'Content-Type': 'text/plain'}},
             {'body': 'a', 'json': {}}, {'body': 'a', 'fields': {'a': '1'}}, {'fields': {'file': ('a.txt', 'content')}}, {'bogus': 1}):
    attempt(lambda: manager.request('POST', url + '/a', **asks).json())
attempt(lambda: manager.request_encode_body('POST', url + '/a', fields={'q': '1'}, encode_multipart=False).json())
attempt(lambda: manager.request('DELETE', url + '/nowhere').status)
attempt(lambda: manager.request('HEAD', url + '/a').data)
attempt(lambda: manager.request('GET', 'ftp://x/'))
attempt(lambda: manager.request('GET'))
answer = manager.request('GET', url + '/redirect')
print(answer.status, answer.geturl(), answer.json()['path'], len(answer.retries.history))
answer = manager.request('GET', url + '/redirect', redirect=False)
print(answer.status, answer.headers['Location'], answer.get_redirect_location())
attempt(lambda: manager.request('GET', url + '/redirect', retries=urllib3.Retry(redirect=0)))
attempt(lambda: manager.request('GET', url + '/redirect', retries=False).status)
Shows.asked = 0
attempt(lambda: manager.request('GET', url + '/busy', retries=urllib3.Retry(3, status_forcelist=[503])).status)
attempt(lambda: manager.request('GET', url + '/busy', retries=urllib3.Retry(1, status_forcelist=[503])).status)
attempt(lambda: urllib3.request('GET', url + '/a', headers={'X-A': 'z'}).json())
answer = manager.request('GET', url + '/a', preload_content=False)
print(answer.read(10), answer.tell(), len(answer.read()) > 100)
answer.release_conn()
answer = manager.request('GET', url + '/a', preload_content=False)
print([len(piece) for piece in answer.stream(50)][:2])
print(answer.headers.getlist('set-cookie'), answer.headers['set-cookie'], 'SET-COOKIE' in answer.headers, list(answer.headers)[-2:])
pool = urllib3.HTTPConnectionPool('127.0.0.1', server.server_port, maxsize=2, headers={'X-A': 'p'})
attempt(lambda: pool)
print(pool.request('GET', '/p').json()['X-A'], pool.request('GET', '/q').status, pool.num_connections, pool.num_requests)
attempt(lambda: manager.connection_from_url(url))
print(len(manager.pools))
with urllib3.PoolManager(num_pools=2, headers=urllib3.make_headers(basic_auth='u:p', user_agent='me')) as other:
    attempt(lambda: other.request('GET', url + '/m').json())
headers = urllib3.HTTPHeaderDict(a='1')
headers.add('A', '2')
headers['b'] = '3'
headers.extend({'c': '4'})
print(headers, list(headers.items()), headers.getlist('a'), headers == {'A': '1, 2', 'b': '3', 'c': '4'}, len(headers), 'B' in headers)
del headers['a']
print(headers, headers.get('z'))
