# recorded by hand: a server and its client, which the oracle's clock cannot run.
"""xmlrpc: long answers come compressed, values are read leniently, and a program may answer one call of a web server."""
import datetime
import io
import os
import sys
import threading
import xmlrpc.client as client
from xmlrpc.server import CGIXMLRPCRequestHandler, SimpleXMLRPCRequestHandler, SimpleXMLRPCServer


class Handler(SimpleXMLRPCRequestHandler):
    def do_POST(self):
        print(self.headers['Accept-Encoding'], self.accept_encodings(), self.headers['Content-Encoding'], self.headers['Authorization'])
        super().do_POST()

    def send_header(self, keyword, value):
        if keyword == 'Content-Encoding':
            print('sends', value)
        super().send_header(keyword, value)


def fail():
    raise ValueError('no luck')


server = SimpleXMLRPCServer(('localhost', 0), Handler, logRequests=False)
server.register_function(lambda n: 'x' * n, 'many')
server.register_function(fail)
threading.Thread(target=server.serve_forever).start()
port = server.server_address[1]
with client.ServerProxy(f'http://ann:secret@localhost:{port}') as proxy:
    print(len(proxy.many(10)), len(proxy.many(2000)))
    try:
        proxy.fail()
    except client.Fault as fault:
        print(fault)
transport = client.Transport(headers=[('X-Own', '1')])
transport.encode_threshold = 0
with client.ServerProxy(f'http://localhost:{port}/', transport=transport) as proxy:
    print(len(proxy.many(5)))
server.shutdown()
server.server_close()
print(transport.get_host_info('u%40x:p@host:1'))

packed = client.gzip_encode(b'a' * 100)
print(client.gzip_decode(packed), len(client.gzip_decode(packed, -1)))
for call in (lambda: client.gzip_decode(b'none'), lambda: client.gzip_decode(packed, 50), lambda: client.loads('<params/>'),
             lambda: client.loads('<a/>'), lambda: client.loads('<params><param><value><x:odd/></value></param></params>'),
             lambda: client.loads(client.dumps(client.Fault(42, 'why')))):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, repr(error) if isinstance(error, client.Fault) else error if type(error) is ValueError else '')
print(client.loads('<params><param><value><nil/></value></param><param><value><i8> 7 </i8></value></param>'
                   '<param><value>plain</value></param><param><value><bigdecimal>1.50</bigdecimal></value></param></params>'))
when = datetime.datetime(1, 2, 10, 11, 41, 23)
print(client.dumps((when, client.DateTime(when))).count('00010210T11:41:23'), client.DateTime(when) == when, client.DateTime(when) == 5)
try:
    client.DateTime() < 5
except TypeError as error:
    print(error)

handler = CGIXMLRPCRequestHandler()
handler.register_function(pow)
handler.handle_request(client.dumps((2, 5), 'pow'))
os.environ['REQUEST_METHOD'] = 'GET'
handler.handle_request()
