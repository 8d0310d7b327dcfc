# http.cookiejar with urllib's opener; a host without a dot is «localhost.local» to it, and to requests.
import http.cookiejar
import http.server
import threading
import urllib.request

import requests


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(302 if self.path == '/go' else 200)
        if self.path == '/go':
            self.send_header('Location', '/')
        if self.path == '/set':
            self.send_header('Set-Cookie', 'a=1; Path=/')
            self.send_header('Set-Cookie', 'b=2; Path=/deep; HttpOnly')
            self.send_header('Set-Cookie', 'c=3; Expires=Wed, 01 Jan 2020 00:00:00 GMT')
            self.send_header('Set-Cookie', 'd=4; Domain=elsewhere.example')
        self.end_headers()
        self.wfile.write(str(self.headers.get('Cookie')).encode())

    def log_message(self, *args):
        pass


server = http.server.ThreadingHTTPServer(('localhost', 8123), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
for base in 'http://127.0.0.1:8123', 'http://localhost:8123':
    jar = http.cookiejar.CookieJar()
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    for path in '/', '/set', '/', '/deep/x', '/go':
        with opener.open(base + path) as r:
            print(path, r.read(), r.status)
    print(jar, len(jar), [(c.name, c.value, c.domain, c.path, c.expires, c.discard) for c in jar])
    jar.clear(name='a', path='/', domain=next(iter(jar)).domain)
    print(opener.open(base + '/').read())
    with requests.Session() as s:
        r = s.get(base + '/set')
        print(r.cookies, s.get(base + '/deep/x').text, s.get(base + '/').text)
server.shutdown()
