"""What sockets send must be in one piece of memory."""
import io
import socket

a, b = socket.socketpair()
gaps = memoryview(b'abcdef')[::2]
backwards = memoryview(b'abc')[::-1]


def tell(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)


for view in gaps, backwards:
    tell(lambda: a.send(view))
    tell(lambda: a.sendall(view))
    tell(lambda: a.sendmsg([view]))
    tell(lambda: a.sendto(view, ('127.0.0.1', 1)))
tell(lambda: a.send('abc'))
tell(lambda: a.sendall(3))
print(a.send(memoryview(b'abcdef')[1:3]), b.recv(10))
a.close()
b.close()
tell(lambda: io.BytesIO().write(gaps))
with open('f', 'wb') as f, open('g', 'wb', 0) as g:
    tell(lambda: f.write(gaps))
    tell(lambda: g.write(gaps))
    tell(lambda: f.write(memoryview(b'abc')[1:]))
    tell(lambda: f.write('abc'))
