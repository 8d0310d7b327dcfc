"""A server whose application answers each request, by PEP 3333's form of call, as far as the tests go."""
from http.server import BaseHTTPRequestHandler, HTTPServer


class WSGIServer(HTTPServer):
    def set_app(self, application):
        self.application = application

    def get_app(self):
        return self.application


class WSGIRequestHandler(BaseHTTPRequestHandler):
    def get_stderr(self):
        return None

    def handle(self):
        self.raw_requestline = self.rfile.readline()
        if not self.parse_request():
            return
        head = []
        body = b''.join(self.server.get_app()({'PATH_INFO': self.path}, lambda *parts: head.extend(parts)))
        status, headers = head
        lines = [f'HTTP/1.0 {status}', *(f'{name}: {value}' for name, value in headers), f'Content-Length: {len(body)}']
        self.wfile.write('\r\n'.join([*lines, '', '']).encode('latin-1') + body)
