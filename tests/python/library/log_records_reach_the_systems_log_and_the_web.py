# recorded by hand: servers in threads that look about once a second do not end under the virtual clock
# Records reach the log of a system by datagrams and by a path, and the web; new configurations come over a socket.
import http.server
import json
import logging
import logging.config
import logging.handlers
import os
import socket
import struct
import threading
import urllib.parse
# syslog by datagrams
server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(('127.0.0.1', 0))
log = logging.getLogger('a')
log.setLevel(1)
log.propagate = False
h = logging.handlers.SysLogHandler(server.getsockname(), facility='local3')
log.addHandler(h)
h.ident = 'app: '
h.setFormatter(logging.Formatter('%(levelname)s %(message)s'))
log.info('hello %s', 'x')
print(server.recv(100))
h.append_nul = False
log.critical('é')
print(server.recv(100))
log.log(5, 'odd')
print(server.recv(100))
log.removeHandler(h)
h.close()
print(h.socket, h.encodePriority('mail', 'err'), h.encodePriority(3, 4), h.mapPriority('X'))
# by a path
path = '/tmp/log.sock'
if os.path.exists(path): os.remove(path)
h = logging.handlers.SysLogHandler(path)
print(h.unixsocket, h.socktype)
log.addHandler(h)
server = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
server.bind(path)
log.warning('by path')
print(server.recv(100), h.socktype)
log.removeHandler(h)
h.close()
server.close()
os.remove(path)
# tcp refused
try: logging.handlers.SysLogHandler(('127.0.0.1', 1), socktype=socket.SOCK_STREAM)
except OSError as e: print(repr(e))
# http
class H(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        q = urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query)
        print(self.command, q['name'], q['msg'], q['args'], q['levelname'], self.headers['Authorization'])
        self.send_response(200)
        self.end_headers()
    def do_POST(self):
        q = urllib.parse.parse_qs(self.rfile.read(int(self.headers['Content-length'])).decode())
        print(self.command, self.path, sorted(q)[:3], q['msg'], self.headers['Content-type'], self.headers['Authorization'])
        self.send_response(200)
        self.end_headers()
    def log_message(self, *a): pass
web = http.server.HTTPServer(('127.0.0.1', 0), H)
t = threading.Thread(target=web.serve_forever)
t.start()
for m in 'get', 'POST':
    h = logging.handlers.HTTPHandler('127.0.0.1:%d' % web.server_port, '/log?a=1', method=m, credentials=('u', 'p'))
    log.addHandler(h)
    log.error('to the %s', 'web')
    log.removeHandler(h)
web.shutdown()
t.join()
web.server_close()
try: logging.handlers.HTTPHandler('x', '/', method='PUT')
except ValueError as e: print(e)
# nobody there
h = logging.handlers.SMTPHandler(('127.0.0.1', 2), 'a@b.c', 'd@e.f', 'Subject')
print(h.toaddrs, h.getSubject(None), h.mailport, h.timeout, h.username)
logging.config.dictConfig({'version': 1, 'handlers': {'s': {'class': 'logging.handlers.SysLogHandler', 'address': ['localhost', 514]}}, 'root': {'handlers': ['s'], 'level': 'INFO'}})
print(logging.root.handlers, logging.root.handlers[0].address)
logging.info('into the void')
# configuration over a socket
t = logging.config.listen(0)
t.start()
t.ready.wait()
port = t.port
t.ready.clear()
with socket.create_connection(('localhost', port)) as s:
    data = json.dumps({'version': 1, 'handlers': {'c': {'class': 'logging.StreamHandler', 'stream': 'ext://sys.stdout'}}, 'root': {'handlers': ['c'], 'level': 'INFO'}}).encode()
    s.sendall(struct.pack('>L', len(data)) + data)
    t.ready.wait()
logging.info('configured')
logging.config.stopListening()
t.join()
