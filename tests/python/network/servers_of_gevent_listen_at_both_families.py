# recorded by hand: needs gevent 26
import gevent
from gevent import socket
from gevent.server import DatagramServer, StreamServer


def handle(client, address):
    print('from', address[0], len(address))
    client.sendall(b'hi')
    client.close()


for where in ('', 0), ('::', 0), '[::1]:0', '*:0', ('127.0.0.1', 0):
    server = StreamServer(where, handle)
    print(where, server.address, server.family == socket.AF_INET6)
    server.start()
    print(server.server_host, len(server.address))
    for host in '::1', '127.0.0.1':
        try:
            client = socket.create_connection((host, server.server_port))
            print(host, client.recv(10), client.getpeername()[0])
        except OSError as exc:
            print(host, exc)
    server.stop()
for where in 'x', '1:y', 5.5, ('127.0.0.1', 'z'):
    try:
        StreamServer(where, handle).init_socket()
    except (TypeError, ValueError) as exc:
        print(type(exc).__name__, exc)
server = DatagramServer(('::1', 0), print)
server.start()
print(server.address[0], len(server.address))
server.stop()
server = StreamServer(('127.0.0.1', 4321), print)
server.init_socket()
print(str(server).partition(' address')[2])
server.close()
