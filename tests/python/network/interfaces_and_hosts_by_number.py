"""Interfaces and hosts are found by their numbers alone where a program asks so; a socket is inherited if it is told so."""
import socket

print(socket.if_nameindex()[0], socket.if_indextoname(1), socket.if_nametoindex('lo'))
for index in 0, 999_999, -1, 'lo', 2**40:
    try:
        print(socket.if_indextoname(index))
    except (OSError, OverflowError, TypeError) as error:
        print(type(error).__name__, error)
try:
    socket.if_nametoindex('none such')
except OSError as error:
    print(error)

for host, port, flags in ('example.com', 80, socket.AI_NUMERICHOST), ('127.0.0.1', 80, socket.AI_NUMERICHOST), \
        ('localhost', 80, socket.AI_NUMERICHOST), ('127.0.0.1', 'http', socket.AI_NUMERICSERV):
    try:
        print(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=flags))
    except socket.gaierror as error:
        print(error)
with socket.socket() as sock:
    sock.set_inheritable(True)
    print(sock.get_inheritable())
try:
    sock.get_inheritable()
except OSError as error:
    print(error)

for address in ('example.com', 80), ('127.0.0.1', 80), ('localhost', 80), ('127.0.0.1', -1), ('127.0.0.1',), \
        ('127.0.0.1', 80, 0), ('127.0.0.1', 'http'), (1, 80), '127.0.0.1':
    try:
        print(socket.getnameinfo(address, 0))
    except (OSError, TypeError) as error:
        print(address, type(error).__name__, error)
