# What sockets and their functions say of wrong arguments.
import socket


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


t(lambda: socket.socketpair(1.5))
t(lambda: socket.socketpair('x'))
t(lambda: socket.socketpair(99))
t(lambda: socket.socketpair(socket.AF_UNIX, 'x'))
t(lambda: socket.socketpair(socket.AF_INET))
t(lambda: socket.socketpair(1, 1, 1, 1))
t(lambda: socket.socket('x'))
t(lambda: socket.socket(1.5))
t(lambda: socket.socket(2, 'x'))
t(lambda: socket.socket(2, 1, 'x'))
t(lambda: socket.socket(2, 1, 0, 'x'))
t(lambda: socket.create_server(5))
t(lambda: socket.create_server(('a', 'b')))
t(lambda: socket.create_connection(5))
s = socket.socket()
for name, args in dict(bind=[(5,), ('x',), (('a',),), ((1, 2),), (('127.0.0.1', 'x'),), (('127.0.0.1', 1, 2, 3),)], listen=[('x',), (1, 2), (1.5,)], send=[(), ('x',), (5,)], sendall=[('x',), ()], recv=[(), ('x',), (-1,), (1.5,)], settimeout=[(), ('x',), (-1,)], setblocking=[(), ('x',)], setsockopt=[(), (1,), (1, 2, 'x'), ('a', 'b', 1)], getsockopt=[(), (1,), ('x', 1)], shutdown=[(), ('x',), (99,)], connect=[(5,), (('a',),)], sendto=[(b'x', 5), ('x', ('127.0.0.1', 1))], makefile=[('z',), (5,)], accept=[(1,)], fileno=[(1,)], recv_into=[(), (b'x',), ('x',)], connect_ex=[(5,)]).items():
    for a in args:
        t(lambda: (name, a, getattr(s, name)(*a)))
for name, args in dict(gethostbyname=[(5,)], getaddrinfo=[(), (1,), ('x',), (None, None), ('127.0.0.1', 'zz')], inet_aton=[(5,), ('x',)], inet_ntoa=[('x',), (b'x',)], htons=[('x',), (-1,), (99999,)], ntohl=[(-1,)], getservbyname=[(), (5,), ('nope',)], inet_pton=[(2, 5), (99, 'x')], setdefaulttimeout=[('x',), (-1,)], getfqdn=[(5,)], getnameinfo=[(5, 1), (('x',), 0)], has_dualstack_ipv6=[(1,)], if_nametoindex=[('zz',)]).items():
    for a in args:
        t(lambda: (name, a, getattr(socket, name)(*a)))
