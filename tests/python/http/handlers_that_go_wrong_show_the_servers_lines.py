"""What a handler gets wrong, and a port in use, shows http.server's lines; an answer that is none http.client's."""
# recorded by hand: the thread of a server does not end under the virtual clock
import sys
import threading
import traceback
import urllib.request
from http.server import BaseHTTPRequestHandler, HTTPServer


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == '/code':
            self.send_response('200')
        elif self.path == '/large':
            self.send_response(20000)
        elif self.path == '/log':
            self.log_message('%d', 'x')
        elif self.path == '/quiet':
            self.log_message = None
            self.send_error(404)
        elif self.path == '/raw':
            self.wfile.write(b'hello there\n')
        self.end_headers()

    def log_request(self, code='-', size='-'):
        pass


class Server(HTTPServer):
    def handle_error(self, request, client_address):
        told.append(traceback.format_exc())


told = []
server = Server(('localhost', 24123), Handler)
thread = threading.Thread(target=server.serve_forever, daemon=True)
thread.start()
for path in '/code', '/large', '/log', '/quiet', '/raw', '/':
    print(path)
    try:
        print(urllib.request.urlopen('http://localhost:24123' + path).status)
    except Exception:
        traceback.print_exc(file=sys.stdout)
try:
    HTTPServer(('localhost', 24123), Handler)
except OSError:
    traceback.print_exc(file=sys.stdout)
server.shutdown()
print(*told, sep='')
