# recorded by hand: needs requests
# A header that comes more than once is one in requests, with commas; cookies that an answer on the way sets go along to where it leads.
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import requests


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        away = self.path == '/set'
        self.send_response(302 if away else 200)
        if away:
            self.send_header('Location', '/told')
            self.send_header('Set-Cookie', 'a=1; Path=/')
            self.send_header('Set-Cookie', 'b=2; Path=/')
        self.send_header('X-More', 'one')
        self.send_header('x-more', 'two')
        body = (self.headers.get('Cookie') or 'none').encode()
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


server = ThreadingHTTPServer(('127.0.0.1', 8123), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
answer = requests.get('http://127.0.0.1:8123/set', allow_redirects=False)
print(answer.headers['Set-Cookie'], '|', answer.headers['X-More'], answer.cookies.get_dict())
answer = requests.get('http://127.0.0.1:8123/set')
print(answer.text, answer.history[0].headers['set-cookie'])
session = requests.Session()
print(session.get('http://127.0.0.1:8123/set', cookies={'own': '3'}).text, session.get('http://127.0.0.1:8123/').text)
server.shutdown()
