# requests: a session adds its headers to what it prepares; a request that is prepared by itself gets those of urllib3.
# recorded by hand: CPython 3.13.0 with requests 2.34.2 and urllib3 2.8.0; the version is that of ours.
import http.server
import threading

import requests


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        names = 'User-Agent', 'Accept-Encoding', 'Accept', 'X-Own'
        body = repr([(name, self.headers[name]) for name in names if name in self.headers]).encode()
        self.send_response(200)
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


server = http.server.HTTPServer(('127.0.0.1', 8761), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
url = 'http://127.0.0.1:8761/'
with requests.Session() as session:
    print(session.send(requests.Request('GET', url).prepare()).text)
    print(session.send(requests.Request('GET', url, headers={'user-agent': 'me', 'X-Own': '1'}).prepare()).text)
    print(requests.Request('GET', url).prepare().headers)
server.shutdown()
