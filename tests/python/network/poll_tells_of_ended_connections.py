"""POLLHUP, POLLERR and POLLRDHUP of poll and epoll over sockets and pipes."""
import os
import select
import socket


def events(poll, *numbers):
    return [(numbers.index(number), event) for number, event in sorted(poll.poll(0))]


def tcp():
    server = socket.create_server(('127.0.0.1', 0))
    client = socket.create_connection(server.getsockname())
    accepted, _ = server.accept()
    server.close()
    return client, accepted


for make in (socket.socketpair, tcp):
    for kind in (select.poll, select.epoll):
        a, b = make()
        poll = kind()
        poll.register(a.fileno(), select.POLLIN | select.POLLOUT | select.POLLRDHUP)
        print(make.__name__, kind.__name__, events(poll, a.fileno()))
        b.send(b'x')
        print('data', events(poll, a.fileno()))
        b.shutdown(socket.SHUT_WR)
        print('the other has ended', events(poll, a.fileno()))
        a.recv(5)
        print('read', events(poll, a.fileno()))
        a.shutdown(socket.SHUT_WR)
        print('both have', events(poll, a.fileno()))
        a.close()
        b.close()
        a, b = make()
        poll = kind()
        poll.register(a.fileno(), 0)
        print(events(poll, a.fileno()))
        b.close()
        for wanted in (0, select.POLLIN, select.POLLOUT):
            poll.modify(a.fileno(), wanted)
            print('closed', events(poll, a.fileno()))
        a.close()
r, w = os.pipe()
poll = select.poll()
poll.register(r, select.POLLIN)
poll.register(w, select.POLLOUT)
print(events(poll, r, w))
os.write(w, b'x')
print(events(poll, r, w))
os.close(w)
poll.unregister(w)
print(events(poll, r))
os.read(r, 9)
print(events(poll, r))
os.close(r)
r, w = os.pipe()
poll = select.poll()
poll.register(w, select.POLLOUT)
os.close(r)
print(events(poll, w))
s = socket.socket()
poll = select.poll()
poll.register(s, select.POLLIN | select.POLLOUT)
print(events(poll, s.fileno()))
s.bind(('127.0.0.1', 0))
print(events(poll, s.fileno()))
s.listen()
print(events(poll, s.fileno()))
for host in (None, ''):
    try:
        socket.getaddrinfo(host, None)
    except socket.gaierror as e:
        print(repr(e))
