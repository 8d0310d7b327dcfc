"""urllib.request.Request after it was sent: the headers that were added; bodies that are files or iterables go in chunks."""
import http.server
import io
import threading
import urllib.request


class Handler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        if self.headers.get('Transfer-Encoding') == 'chunked':
            body = b''
            while size := int(self.rfile.readline(), 16):
                body += self.rfile.read(size)
                self.rfile.readline()
            self.rfile.readline()
        else:
            body = self.rfile.read(int(self.headers['Content-Length']))
        self.send_response(200)
        self.end_headers()
        self.wfile.write(repr(sorted(self.headers.items())).replace(str(server.server_port), 'PORT').encode() + b' ' + body)

    def log_message(self, *args):
        pass


server = http.server.HTTPServer(('127.0.0.1', 0), Handler)
base = f'http://127.0.0.1:{server.server_port}/'
for data, headers in ((b'q=1', {'X-Y': 'z'}), (b'', {}), (io.BytesIO(b'of a file'), {}), (iter([b'one', b'two']), {}),
                      (bytearray(b'array'), {'Content-Type': 'text/plain'}), (io.BytesIO(b'sized'), {'Content-Length': '5'})):
    request = urllib.request.Request(base, data=data, headers=headers, method='POST')
    print(request.header_items())
    threading.Thread(target=server.handle_request).start()
    with urllib.request.urlopen(request) as answer:
        print(answer.read().decode())
    print([(name, value.replace(str(server.server_port), 'PORT')) for name, value in request.header_items()])
server.server_close()
