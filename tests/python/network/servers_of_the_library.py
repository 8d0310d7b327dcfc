"""socketserver and http.server in threads; http.client and urllib against them."""
import http.client
import json
import selectors
import socket
import socketserver
import threading
import time
import urllib.error
import urllib.request
from http.server import BaseHTTPRequestHandler, HTTPServer, ThreadingHTTPServer


def show(*words):
    print(f'{time.monotonic() - 1000:.2f}', *words)


# A selector that the virtual clock knows on both sides.
socketserver._ServerSelector = selectors.DefaultSelector


class Upper(socketserver.StreamRequestHandler):
    def handle(self):
        show('from', self.client_address, threading.current_thread().name)
        for line in self.rfile:
            self.wfile.write(line.upper())


class Raw(socketserver.BaseRequestHandler):
    def setup(self):
        show('setup')

    def handle(self):
        data = self.request.recv(1024)
        if data == b'fail':
            raise ValueError('as asked')
        time.sleep(1)
        self.request.sendall(data[::-1])

    def finish(self):
        show('finish')


class Datagrams(socketserver.BaseRequestHandler):
    def handle(self):
        data, sock = self.request
        sock.sendto(data.title(), self.client_address)


def ask(port, data):
    with socket.create_connection(('127.0.0.1', port)) as sock:
        sock.sendall(data)
        sock.shutdown(socket.SHUT_WR)
        show(sock.recv(100))


def over_sockets():
    with socketserver.TCPServer(('127.0.0.1', 9300), Upper) as server:
        thread = threading.Thread(target=server.serve_forever, name='serving')
        thread.start()
        ask(9300, b'one\ntwo\n')
        server.shutdown()
        show('stopped')
        thread.join()
    with socketserver.ThreadingTCPServer(('127.0.0.1', 0), Raw) as server:
        port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        clients = [threading.Thread(target=ask, args=(port, data)) for data in (b'abc', b'fail', b'xyz')]
        for client in clients:
            client.start()
        for client in clients:
            client.join()
        server.shutdown()
    with socketserver.UDPServer(('127.0.0.1', 9301), Datagrams) as server:
        threading.Thread(target=server.handle_request).start()
        with socket.socket(type=socket.SOCK_DGRAM) as sock:
            sock.sendto(b'some words', ('127.0.0.1', 9301))
            show(sock.recvfrom(100))


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == '/slow':
            time.sleep(2)
        body = json.dumps({'path': self.path, 'agent': self.headers.get('X-Agent')}).encode()
        self.send_response(200)
        self.send_header('Content-Type', 'application/json')
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        data = self.rfile.read(int(self.headers['Content-Length']))
        self.send_response(201, 'Made')
        self.end_headers()
        self.wfile.write(data[::-1])


class Quiet(Handler):
    protocol_version, disable_nagle_algorithm = 'HTTP/1.1', True

    def log_message(self, format, *args):
        show('log', format % args)


def over_http():
    server = HTTPServer(('127.0.0.1', 9400), Handler)
    show(server.server_name, server.server_port)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    connection = http.client.HTTPConnection('127.0.0.1', 9400)
    connection.request('GET', '/path?a=1', headers={'X-Agent': 'me'})
    response = connection.getresponse()
    show(response.status, response.reason, response.version, response.getheader('content-type'))
    show(response.headers['Server'].split('/')[0], response.getheader('Date'), response.read(5), response.read())
    connection.request('POST', '/', body='posted')
    response = connection.getresponse()
    show(response.status, response.reason, response.read(), response.isclosed())
    connection.request('DELETE', '/')
    response = connection.getresponse()
    show(response.status, response.reason, len(response.read()))
    with urllib.request.urlopen('http://127.0.0.1:9400/by/urllib') as response:
        show(response.status, json.load(response))
    try:
        urllib.request.urlopen(urllib.request.Request('http://127.0.0.1:9400/', method='PATCH'))
    except urllib.error.HTTPError as e:
        show(e.code, e.reason)
    server.shutdown()
    server.server_close()
    with ThreadingHTTPServer(('127.0.0.1', 9401), Quiet) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        connection = http.client.HTTPConnection('127.0.0.1', 9401, timeout=1)
        for path in ('/one', '/two'):
            connection.request('GET', path)
            show(connection.getresponse().read())
        connection.request('GET', '/slow')
        try:
            connection.getresponse()
        except TimeoutError as e:
            show(repr(e))
        connection.close()
        server.shutdown()
    try:
        http.client.HTTPConnection('127.0.0.1', 9401).request('GET', '/')
    except ConnectionRefusedError as e:
        show(repr(e))
    try:
        http.client.HTTPConnection('127.0.0.1', 9401).getresponse()
    except http.client.HTTPException as e:
        show(repr(e))


over_sockets()
over_http()
