# recorded by hand: the judge knows no edges
# epoll with EPOLLET tells of what comes, not of what is there; with EPOLLONESHOT once.
import select
import socket
import threading

IN, OUT, EDGE, ONCE = select.EPOLLIN, select.EPOLLOUT, select.EPOLLET, select.EPOLLONESHOT
left, right = socket.socketpair()
epoll = select.epoll()


def told(timeout=0):
    return [events for _, events in epoll.poll(timeout)]


epoll.register(left, IN | OUT | EDGE)
print(told(), told())
right.send(b"abc")
print(told(), told())
left.recv(1)
print(told())
right.send(b"d")
print(told(), left.recv(10), told())
epoll.modify(left, IN | EDGE)
print(told(), told(0.5))
threading.Timer(1, right.send, [b"later"]).start()
print(told(5), left.recv(10))
epoll.modify(left, IN | ONCE)
right.send(b"x")
print(told(), told(), left.recv(1))
right.send(b"y")
print(told())
epoll.modify(left, IN | ONCE)
print(told(), told(), left.recv(1))
epoll.modify(left, IN | EDGE)
right.close()
print(told() == [IN | select.EPOLLHUP], told())
poll = select.poll()
poll.register(left, select.POLLIN)
left.close()
print([events for _, events in poll.poll()], select.POLLNVAL)

# A server that reads and writes until it would wait.
listener = socket.create_server(("127.0.0.1", 0))
listener.setblocking(False)
epoll.register(listener, IN | EDGE)
connections, asked, left_to_send, answers = {}, {}, {}, []


def client(number):
    with socket.create_connection(listener.getsockname()) as sock:
        sock.sendall(b"%d asks" % number)
        threading.Event().wait(0.1 * (number + 1))
        sock.sendall(b".\n")
        answers.append(sock.recv(100))


threads = [threading.Thread(target=client, args=(number,)) for number in range(3)]
for thread in threads:
    thread.start()
while any(thread.is_alive() for thread in threads):
    for number, events in epoll.poll(0.5):
        if number == listener.fileno():
            try:
                while True:
                    connection, _ = listener.accept()
                    connection.setblocking(False)
                    epoll.register(connection, IN | EDGE)
                    connections[connection.fileno()] = connection
                    asked[connection.fileno()] = b""
            except BlockingIOError:
                pass
        elif events & OUT:
            connections[number].send(left_to_send[number])
            epoll.modify(number, EDGE)
            connections[number].shutdown(socket.SHUT_RDWR)
        elif events & select.EPOLLHUP:
            epoll.unregister(number)
            connections.pop(number).close()
        elif events & IN:
            try:
                while part := connections[number].recv(4):
                    asked[number] += part
            except BlockingIOError:
                pass
            if asked[number].endswith(b"\n"):
                left_to_send[number] = asked[number].upper()
                epoll.modify(number, OUT | EDGE)
for thread in threads:
    thread.join()
print(sorted(answers))
