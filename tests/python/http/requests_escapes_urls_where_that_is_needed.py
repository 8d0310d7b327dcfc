# recorded by hand: CPython with requests 2.32.5
"""A text given as parameters, a place to be sent to and a host are escaped as the URL itself is; an answer has links."""
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import requests


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        sent_on = self.path == '/on'
        self.send_response(302 if sent_on else 200)
        if sent_on:
            self.send_header('Location', '/there?a=b c&d=é#f'.encode().decode('latin-1'))
        self.send_header('Link', '<http://h/2>; rel="next", <http://h/9>; rel="last"')
        self.send_header('Content-Length', '0')
        self.end_headers()

    def log_message(self, *args):
        pass


server = ThreadingHTTPServer(('127.0.0.1', 8000), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
base = 'http://127.0.0.1:8000'
for path, params in (('/p?x=1', 'y=ü z'), ('/ü x', None), ('/p%7Eq%20r', {'s': 'é'}), ('/100%', {}), ('', {'a': [1, 2], 'b': None})):
    print(requests.get(base + path, params=params).url)
answer = requests.get(base + '/on')
print(answer.url, answer.history, answer.links['next']['url'], list(answer.links))

for url in ('http://münchen.de/x', 'http://.h/', 'http://[bad'):
    try:
        print(requests.Request('GET', url).prepare().url)
    except requests.exceptions.InvalidURL as problem:
        print(problem)
asked = requests.Request('POST', base, json=[1], cookies={'c': '1'}, auth=('u', 'p')).prepare()
print(list(asked.headers), requests.compat.urljoin(base, '/x'))
session = requests.Session()
session.mount('http://h', session.get_adapter('http://'))
print(session.adapters.keys())
server.shutdown()
