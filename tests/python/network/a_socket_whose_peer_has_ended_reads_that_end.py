import socket
def pair():
    s = socket.socket(); s.bind(('127.0.0.1', 0)); s.listen()
    c = socket.create_connection(s.getsockname()); d, _ = s.accept(); s.close()
    return c, d
def attempt(name, f):
    try: print(name, f())
    except OSError as e: print(name, type(e).__name__, e.errno)
c, d = pair(); d.close()
attempt('send1', lambda: c.send(b'x')); attempt('recv', lambda: c.recv(5)); attempt('send2', lambda: c.send(b'x')); attempt('recv', lambda: c.recv(5)); attempt('send3', lambda: c.send(b'x'))
c, d = pair(); d.close()
attempt('send1', lambda: c.send(b'x')); attempt('send2', lambda: c.send(b'x')); attempt('recv', lambda: c.recv(5)); attempt('recv', lambda: c.recv(5))
c, d = pair(); c.send(b'unread'); d.close()
attempt('recv', lambda: c.recv(5)); attempt('recv', lambda: c.recv(5)); attempt('send', lambda: c.send(b'x')); attempt('send', lambda: c.send(b'x'))
c, d = pair(); c.send(b'unread'); d.close()
attempt('send', lambda: c.send(b'x')); attempt('recv', lambda: c.recv(5)); attempt('send', lambda: c.send(b'x'))
c, d = pair(); d.send(b'data'); d.close()
attempt('send1', lambda: c.send(b'x')); attempt('recv', lambda: c.recv(5)); attempt('recv', lambda: c.recv(5)); attempt('send2', lambda: c.send(b'x'))
c, d = pair(); c.send(b'unread'); d.send(b'data'); d.close()
attempt('recv', lambda: c.recv(5)); attempt('recv', lambda: c.recv(5)); attempt('send2', lambda: c.send(b'x'))
c, d = pair(); d.shutdown(socket.SHUT_WR); c.send(b'unread'); d.close()
attempt('recv', lambda: c.recv(5)); attempt('recv', lambda: c.recv(5)); attempt('send2', lambda: c.send(b'x'))
for order in ('recv', 'send'):
    c, d = socket.socketpair(); c.send(b'unread'); d.send(b'data'); d.close()
    if order == 'send': attempt('send', lambda: c.send(b'x'))
    for n in range(3): attempt('recv', lambda: c.recv(5))
    attempt('send', lambda: c.send(b'x'))
c, d = socket.socketpair(); d.shutdown(socket.SHUT_WR); c.send(b'unread'); d.close()
attempt('recv', lambda: c.recv(5)); attempt('recv', lambda: c.recv(5))
