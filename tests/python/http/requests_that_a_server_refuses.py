import io
from http.server import BaseHTTPRequestHandler


class Wire:
    def __init__(self, text):
        self.text, self.sent = text, b''

    def makefile(self, mode, size=-1):
        return io.BufferedReader(io.BytesIO(self.text))

    def sendall(self, data):
        self.sent += data


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(repr([self.path, self.headers.get('a'), type(self.headers).__name__]).encode())

    def date_time_string(self, timestamp=None):
        return 'now'

    def log_date_time_string(self):
        return 'now'


for text in (b'GET /a\\b\x07 HTTP/1.0\r\nA: b\r\n\r\n', b'GET / HTTP/1.0\r\na: one\r\n two\r\n\r\n',
             b'GET / HTTP/1.1\r\na: ' + b'b' * 70000, b'GET / HTTP/1.0\r\n' + b'a: b\r\n' * 101 + b'\r\n',
             b'GET / HTTP/1.0\r\nno colon\r\na: b\r\n\r\n',
             b'GET / FUBAR\r\n\r\n', b'GET / HTTP/2.0\r\n\r\n', b'GET / HTTP/1.1.1\r\n\r\n', b'GET / HTTP/x.1\r\n\r\n',
             b'GET / HTTP/99999999999.1\r\n\r\n', b'GET / HTTP/+1.1\r\n\r\n', b'PUT /\r\n\r\n', b'GET\r\n\r\n', b'GET / x HTTP/1.1\r\n\r\n',
             b'BREW /pot HTTP/1.1\r\n\r\n', b'\r\n'):
    wire = Wire(text)
    Handler(wire, ('127.0.0.1', 1), None)
    head, _, body = wire.sent.decode().partition('\r\n\r\n')
    print(head.split('\r\n')[0], '|', [line.strip() for line in body.split('\n') if '<p>' in line] or body)
