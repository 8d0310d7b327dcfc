# recorded by hand: CPython with gevent 26.9 and greenlet 3.5
"""gevent's DatagramServer handles each datagram in a greenlet of its own."""
import gevent
from gevent import socket
from gevent.server import DatagramServer


class Echo(DatagramServer):
    def handle(self, data, address):
        print('got', data, address[0])
        gevent.sleep(0.1 if data == b'slow' else 0)
        self.sendto(b'%d bytes' % len(data), address)


server = Echo('127.0.0.1:9009')
server.start()
print(server.started, server.address)


def ask(message):
    client = socket.socket(type=socket.SOCK_DGRAM)
    client.connect(('127.0.0.1', 9009))
    client.send(message)
    data, address = client.recvfrom(100)
    print(message, data, address)
    client.close()


gevent.joinall([gevent.spawn(ask, message) for message in (b'slow', b'quick')])
server.stop()
print(server.started, server.closed)


def with_a_function(data, address):
    print('function', data)
    other.sendto(data.upper(), address)


other = DatagramServer(('127.0.0.1', 9010), with_a_function, spawn=2)
with other:
    print(other.started)
    other.start()
    client = socket.socket(type=socket.SOCK_DGRAM)
    client.sendto(b'loud', ('127.0.0.1', 9010))
    print(client.recvfrom(10)[0])
