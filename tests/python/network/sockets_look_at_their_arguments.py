# recorded by hand: the oracle waits where MSG_DONTWAIT says not to.
"""What calls of sockets refuse and how, what MSG_DONTWAIT does, how blocking and inheritance show, names of no file, services."""
import socket, sys, os, fcntl, errno
def t(label, f):
    try: print(label, '=', f())
    except Exception as e: print(label, '!', type(e).__name__, e)
a, b = socket.socketpair()
M = b'hello'
t('none', lambda: a.sendmsg())
for args in [(b'abc',), (object(),), ([object()],), ([M, object()],), ([M], object()), ([M], [], object()), ([M], [], 0, object()), ([M], [object()]), ([M], [(object(), 0, b'data')]), ([M], [(0, object(), b'data')]), ([M], [(0, 0, object())]), ([M], [(0, 0)]), ([M], [(0, 0, b'data', 42)]), ([M],[5]), ([M],[(0,0,'x')]), (5,), ([M],[(2**40,0,b'')])]:
    t(args and [type(x).__name__ for x in args], lambda: a.sendmsg(*args))
t('peek', lambda: b.recv(100, socket.MSG_DONTWAIT))
n = 0
try:
    while True: n += a.sendmsg([b'a' * 65536], [], socket.MSG_DONTWAIT)
except OSError as e: print(type(e).__name__, e.errno == errno.EAGAIN)
try:
    while True: a.send(b'a' * 65536, socket.MSG_DONTWAIT)
except OSError as e: print(type(e).__name__, e.errno == errno.EAGAIN)
a.close(); b.close()
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.bind(('127.0.0.1', 0)); name = s.getsockname()
for args in [('\u2620', name), (5j, name), (b'foo', None), ('\u2620', 0, name), (5j, 0, name), (b'foo', 0, None), (b'foo', 'bar', name), (b'foo', None, None), (b'foo',), (b'foo', 0, name, 5), (b'foo', ('127.0.0.1',))]:
    t('sendto', lambda: s.sendto(*args))
buf = bytearray(5)
for args in [(), (5, 0, 0), (buf, 0, 0), ([object()], 0, 0), ([b'x'], 0, 0), ([buf, object()], 0, 0), ([buf], -1, 0), ([buf], object(), 0), ([buf], 0, object())]:
    t('recvmsg_into', lambda: s.recvmsg_into(*args))
for args in [(), (-1,), (5,-1), ('x',), (5,'x'), (5,0,'x')]: t('recvmsg', lambda: s.recvmsg(*args))
t('recvfrom', lambda: s.recvfrom(-1)); t('recvfrom', lambda: s.recvfrom('x'))
t('recv', lambda: s.recv(5,'x')); t('send', lambda: s.send(b'x','y')); t('sendall', lambda: s.sendall(b'x','y'))
s.close()
for kind in (socket.SOCK_STREAM | socket.SOCK_NONBLOCK, socket.SOCK_STREAM):
    with socket.socket(socket.AF_INET, kind) as s:
        for f in (lambda: None, lambda: s.setblocking(True), lambda: s.settimeout(2.5), lambda: s.setblocking(False), lambda: s.settimeout(None)):
            f(); print(s.gettimeout(), s.getblocking(), bool(fcntl.fcntl(s, fcntl.F_GETFL) & os.O_NONBLOCK), s.type)
socket.setdefaulttimeout(0.0)
with socket.socket() as s: print(s.gettimeout(), s.getblocking(), bool(fcntl.fcntl(s, fcntl.F_GETFL) & os.O_NONBLOCK))
socket.setdefaulttimeout(1.5)
with socket.socket() as s: print(s.gettimeout(), s.getblocking(), bool(fcntl.fcntl(s, fcntl.F_GETFL) & os.O_NONBLOCK))
socket.setdefaulttimeout(None)
with socket.socket() as s:
    fd = s.fileno()
    print(s.get_inheritable(), fcntl.fcntl(fd, fcntl.F_GETFD) & fcntl.FD_CLOEXEC)
    fcntl.fcntl(fd, fcntl.F_SETFD, fcntl.fcntl(fd, fcntl.F_GETFD) & ~fcntl.FD_CLOEXEC)
    print(s.get_inheritable()); s.set_inheritable(False)
    print(fcntl.fcntl(fd, fcntl.F_GETFD) & fcntl.FD_CLOEXEC)
    s.set_inheritable(True); print(fcntl.fcntl(fd, fcntl.F_GETFD) & fcntl.FD_CLOEXEC)
for name in ('', b'\0abc', bytearray(b'\0abcd'), '\0' + 'h' * 107, '\0' + 'h' * 108, '/tmp/' + 'x' * 110, b''):
    with socket.socket(socket.AF_UNIX) as s:
        t(repr(name[:9]), lambda: (s.bind(name), type(s.getsockname()), len(s.getsockname())))
with socket.socket(socket.AF_UNIX) as s, socket.socket(socket.AF_UNIX) as r:
    s.bind(''); r.bind('')
    print(s.getsockname()!=r.getsockname(), s.getsockname()[:1])
    s.listen(); r.connect(s.getsockname()); print(r.getpeername() == s.getsockname())
s = socket.socket(); s.bind(('127.0.0.1',0)); socket.close(s.fileno())
t('listen', lambda: s.listen(1))
t('close', lambda: socket.close(None)); t('close', lambda: socket.close(-1)); t('close',lambda: socket.close('x'))
t('index', lambda: socket.if_nametoindex(0)); t('index', lambda: socket.if_nametoindex('_DEADBEEF'))
for n in (0,1,8,2**31-17,2**31-16,sys.maxsize,-1): t(n, lambda: socket.CMSG_SPACE(n)); t(n, lambda: socket.CMSG_LEN(n))
for n in ('http','https','ftp','ssh','domain','smtp','telnet','daytime','qotd','pop3','imap','nosuch','echo','discard','time','ntp'):
    t(n, lambda: (socket.getservbyname(n), socket.getservbyname(n,'tcp'))); t(n, lambda: socket.getservbyname(n,'udp'))
for p in (80,443,22,53,13,9999): t(p, lambda: socket.getservbyport(p)); t(p, lambda: socket.getservbyport(p,'udp'))
for args in [('127.0.0.1','http'),('127.0.0.1',None),(None,80),('127.0.0.1','80'),('127.0.0.1',80,0,socket.SOCK_STREAM),(None,0,socket.AF_UNSPEC,socket.SOCK_STREAM,0,socket.AI_PASSIVE),('127.0.0.1','nosuch'),('127.0.0.1',b'http'),('localhost',2**16),('127.0.0.1','http',0,socket.SOCK_DGRAM),('127.0.0.1','domain'),('127.0.0.1','ssh')]:
    t(args, lambda: socket.getaddrinfo(*args))
for p in (-1, 65536, 'http'): t(p, lambda: socket.getservbyport(p))
t('surrogate', lambda: socket.getaddrinfo('localhost', '\ud800'))
for n in (2**31-26, 2**31-25, 2**31-24): t(n, lambda: socket.CMSG_SPACE(n))
