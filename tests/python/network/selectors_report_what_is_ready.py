"""select, poll, epoll and selectors: one thread serves many connections."""
import select
import selectors
import socket
import threading
import time


def show(*words):
    print(f'{time.monotonic() - 1000:.2f}', *words)


def words_of_selectors():
    a, b = socket.socketpair()
    selector = selectors.DefaultSelector()
    show(type(selector), selector.register(a, selectors.EVENT_READ, 'data') == selector.get_key(a))
    show(selector.select(0), selector.select(-1), len(selector.get_map()), a in selector.get_map())
    b.send(b'x')
    show([(key.data, mask) for key, mask in selector.select()])
    selector.modify(a, selectors.EVENT_READ | selectors.EVENT_WRITE)
    show([(key.data, mask) for key, mask in selector.select()])
    for call in (lambda: selector.register(a, 1), lambda: selector.unregister(b), lambda: selector.modify(b, 1),
                 lambda: selector.register(b, 0), lambda: selector.register('text', 1),
                 lambda: selector.register(-1, 1), lambda: selector.get_key(b)):
        try:
            show(call())
        except (KeyError, ValueError) as e:
            show(type(e).__name__, str(e).split(' fd')[0])
    show(selector.unregister(a).events, selector.select(0))
    selector.close()
    show(selector.get_map())
    show([len(ready) for ready in select.select([a, b], [a, b], [], 1)])
    a.recv(1)
    show([len(ready) for ready in select.select([a, b], [], [], 1)], select.select([], [], [], 0.5))
    for wrong in (['text'], [-1], 5):
        try:
            select.select(wrong, [], [])
        except (TypeError, ValueError) as e:
            show(repr(e))
    poll = select.poll()
    poll.register(a, select.POLLIN | select.POLLOUT)
    show(poll.poll(0) == [(a.fileno(), select.POLLOUT)])


def serve(port):
    selector = selectors.DefaultSelector()
    listener = socket.create_server(('127.0.0.1', port))
    listener.setblocking(False)
    left = 3

    def accept(sock):
        connection, address = sock.accept()
        show('accepted', address)
        connection.setblocking(False)
        selector.register(connection, selectors.EVENT_READ, read)

    def read(connection):
        nonlocal left
        data = connection.recv(1000)
        if data:
            show('echoing', data)
            connection.send(data)
        else:
            show('closing', connection.getpeername())
            selector.unregister(connection)
            connection.close()
            left -= 1
    selector.register(listener, selectors.EVENT_READ, accept)
    while left:
        events = selector.select(timeout=0.7)
        if not events:
            show('nothing')
        for key, mask in events:
            key.data(key.fileobj)
    selector.close()
    listener.close()


def serve_by_select(port):
    listener = socket.create_server(('127.0.0.1', port))
    inputs, count = [listener], 0
    while count < 3:
        readable, _, _ = select.select(inputs, [], [])
        for sock in readable:
            if sock is listener:
                connection, address = sock.accept()
                show('new', address)
                inputs.append(connection)
                continue
            data = sock.recv(100)
            if data:
                sock.sendall(data.swapcase())
            else:
                inputs.remove(sock)
                sock.close()
                count += 1
    listener.close()


def client(number, port):
    with socket.create_connection(('127.0.0.1', port)) as sock:
        for part in range(2):
            time.sleep(0.5 * number)
            sock.sendall(f'{number}:{part}'.encode())
            show(number, 'received', sock.recv(100))


def run(server, port):
    threads = [threading.Thread(target=server, args=(port,))]
    threads += [threading.Thread(target=client, args=(n, port)) for n in (1, 2, 3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


words_of_selectors()
run(serve, 9001)
run(serve_by_select, 9002)
