# recvmsg's flags, a connection that is asked for twice, protocols, and addresses of pairs.
import errno
import os
import socket

server = socket.create_server(('127.0.0.1', 0))
address = server.getsockname()
plain = socket.socket()
print(plain.connect_ex(address), errno.errorcode[plain.connect_ex(address)])
eager = socket.socket()
eager.setblocking(False)
print([errno.errorcode.get(eager.connect_ex(address), 'connected') for _ in range(3)])
print(plain.proto, socket.socket(fileno=os.dup(plain.fileno())).proto, server.accept()[0].proto)
print(socket.fromfd(plain.fileno(), socket.AF_INET, socket.SOCK_STREAM).proto)

a, b = socket.socketpair()
print(repr(a.getpeername()), repr(b.getsockname()), socket.socket(fileno=os.dup(a.fileno())).proto)
a.send(b'stream')
print(b.recvmsg(2), b.recvmsg(10))
left, right = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
for _ in range(3):
    left.send(b'datagram')
print(right.recvmsg(4), right.recvmsg(10))
room = bytearray(4)
print(right.recvmsg_into([room]), room)
for sizes in (-1,), (1, -1):
    try:
        right.recvmsg(*sizes)
    except ValueError as error:
        print(error)
