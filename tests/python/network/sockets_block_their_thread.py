"""Sockets of a program's own in threads: a call that must wait blocks its thread, and the others go on."""
import re
import socket
import threading
import time


def show(*words):
    print(f'{time.monotonic() - 1000:.2f}', threading.current_thread().name, re.sub('fd=[0-9]+', 'fd=N', ' '.join(map(str, words))))


def echo(listener, count):
    for _ in range(count):
        connection, address = listener.accept()
        show('accepted', address, connection)
        with connection:
            while data := connection.recv(1024):
                show('got', data)
                time.sleep(0.2)
                connection.sendall(data.upper())
        show('closed', connection)


def client(number, port):
    time.sleep(number * 0.1)
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as sock:
        sock.connect(('localhost', port))
        for word in (b'one', b'two'):
            sock.sendall(word + b' %d' % number)
            show('answer', sock.recv(100))
        sock.shutdown(socket.SHUT_WR)
        show('rest', sock.recv(100))


def talk():
    listener = socket.create_server(('127.0.0.1', 0))
    port = listener.getsockname()[1]
    show(listener, listener.family, listener.type)
    threads = [threading.Thread(target=echo, args=(listener, 3), name='server')]
    threads += [threading.Thread(target=client, args=(n, port), name=f'client {n}') for n in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    listener.close()
    show(listener)


def timeouts():
    listener = socket.create_server(('127.0.0.1', 8001))
    listener.settimeout(1.5)
    try:
        listener.accept()
    except socket.timeout as e:
        show('accept', repr(e))
    client = socket.create_connection(('127.0.0.1', 8001), timeout=2)
    show(client.gettimeout(), client.getblocking())
    try:
        client.recv(10)
    except TimeoutError as e:
        show('recv', e)
    server, _ = listener.accept()
    threading.Timer(1, server.send, [b'late']).start()
    show(client.recv(10))
    client.setblocking(False)
    try:
        client.recv(10)
    except BlockingIOError as e:
        show(repr(e), e.errno)
    server.close()
    show(client.recv(10), client.recv(10))
    client.close()
    for call in (lambda: client.recv(1), lambda: client.send(b''), lambda: client.getsockname(), client.fileno):
        try:
            show(call())
        except OSError as e:
            show(repr(e))
    listener.close()
    try:
        socket.create_connection(('127.0.0.1', 8001))
    except ConnectionRefusedError as e:
        show(repr(e))
    show(socket.socket().connect_ex(('127.0.0.1', 8001)))


def resets():
    listener = socket.create_server(('127.0.0.1', 8002))
    client = socket.create_connection(('127.0.0.1', 8002))
    server, _ = listener.accept()
    client.sendall(b'unread')
    server.close()
    for call in (lambda: client.send(b'x'), lambda: client.send(b'x'), lambda: client.recv(5)):
        try:
            show(call())
        except OSError as e:
            show(repr(e))
    try:
        socket.create_server(('127.0.0.1', 8002))
    except OSError as e:
        show(e.errno, e)
    listener.close()


def files():
    left, right = socket.socketpair()
    with left, right:
        writer, reader = left.makefile('w'), right.makefile('r')
        show(reader.name == right.fileno(), writer.mode, reader.encoding)
        print('first line', file=writer)
        writer.write('second line\nthird')
        writer.flush()
        show(repr(reader.readline()), repr(reader.readline()))
        writer.close()
        left.close()
        show(repr(reader.read()), repr(reader.readline()))
        reader.close()
    a, b = socket.socketpair()
    with b.makefile('rwb') as both:
        a.sendall(b'line\nabcdef')
        show(both.readline(), both.read(3))
        both.write(b'answer')
        both.flush()
        show(a.recv(100), a.recv_into(buffer := bytearray(4), 2) if a.send(b'') else None)
    buffer = bytearray(4)
    b.send(b'123456')
    show(a.recv_into(buffer), buffer, a.recv(10, socket.MSG_PEEK), a.recv(10))
    number = a.detach()
    show(number == b.fileno() - 1, a)
    again = socket.socket(fileno=number)
    again.send(b'by number')
    show(b.recv(20))


def datagrams():
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.bind(('127.0.0.1', 8003))

    def answer():
        for _ in range(2):
            data, address = server.recvfrom(1024)
            show('datagram', data, address)
            server.sendto(data[::-1], address)
    thread = threading.Thread(target=answer, name='server')
    thread.start()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
        client.settimeout(1)
        show(client.sendto(b'hello', ('127.0.0.1', 8003)), client.recvfrom(100))
        client.connect(('127.0.0.1', 8003))
        client.send(b'again')
        show(client.recv(3))
        try:
            client.recv(100)
        except TimeoutError as e:
            show(repr(e))
    thread.join()
    server.close()


talk()
timeouts()
resets()
files()
datagrams()
