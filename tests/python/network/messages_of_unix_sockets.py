# recorded by hand: what waits at a real socket does not wait by the virtual clock
# SOCK_SEQPACKET keeps messages apart on a connection; a queue of datagrams is full after a few.
import os
import socket
import threading
import time

one, other = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
one.send(b'first')
one.send(b'a longer second')
print(one.type, other.recv(100), other.recv(8))
other.sendall(b'back')
buffer = bytearray(10)
print(one.recv_into(buffer), bytes(buffer[:4]))
one.close()
print(other.recv(10))
try:
    other.send(b'x')
except OSError as e:
    print(type(e).__name__, e)
other.close()

path = '/tmp/packets'
server = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
server.bind(path)
server.listen()
client = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
for wrong in (client.recv, client.send):
    try:
        wrong(1 if wrong == client.recv else b'x')
    except OSError as e:
        print(type(e).__name__, e)
client.connect(path)
served, where = server.accept()
print(repr(where), served.type, served.getsockname())
client.send(b'one')
client.send(b'two')
print(served.recv(10), served.recvfrom(10))
served.send(b'answer')
print(client.recvfrom(2))
client.shutdown(socket.SHUT_WR)
print(served.recv(10))
stream = socket.socket(socket.AF_UNIX)
try:
    stream.connect(path)
except OSError as e:
    print(type(e).__name__)
for end in (client, served, server, stream):
    end.close()
os.unlink(path)

place = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
place.bind('/tmp/place')
sender = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
sender.connect('/tmp/place')
sender.setblocking(False)
sent = 0
try:
    while True:
        sender.send(b'%d' % sent)
        sent += 1
except BlockingIOError as e:
    print(sent, e)
sender.settimeout(0.5)
try:
    sender.send(b'too many')
except TimeoutError as e:
    print(e)


def read_later():
    time.sleep(1)
    print('reads', place.recv(20))


sender.settimeout(None)
reader = threading.Thread(target=read_later)
reader.start()
sender.send(b'the last')
print('sent')
reader.join()
print([place.recv(20) for _ in range(sent)][-1])

near, far = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
near.setblocking(False)
for size in (10, 1000, 10000):
    sent = 0
    try:
        while True:
            near.send(bytes(size))
            sent += 1
    except BlockingIOError:
        print(size, sent)
    for _ in range(sent):
        far.recv(size)
for path in ('/tmp/nothing', '/tmp/place'):
    try:
        if path == '/tmp/place':
            place.close()
        near.sendto(b'x', path) if path == '/tmp/nothing' else sender.send(b'x')
    except OSError as e:
        print(type(e).__name__, e)
