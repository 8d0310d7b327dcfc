"""A loop's methods for sockets of the program's own, watching them, and servers over them."""
import asyncio
import re
import socket
import time


def show(*words):
    print(f'{time.monotonic() - 1000:.2f}', re.sub('fd=[0-9]+', 'fd=N', ' '.join(map(str, words))))


async def echo(loop, connection):
    with connection:
        while data := await loop.sock_recv(connection, 100):
            await asyncio.sleep(0.1)
            await loop.sock_sendall(connection, data.upper())


async def accept(loop, listener):
    while True:
        connection, address = await loop.sock_accept(listener)
        show('accepted', address, connection.getblocking())
        asyncio.create_task(echo(loop, connection), name=f'echo {address[1]}')


async def client(loop, number):
    sock = socket.socket()
    sock.setblocking(False)
    await loop.sock_connect(sock, ('127.0.0.1', 9100))
    for word in ('hello', 'bye'):
        await loop.sock_sendall(sock, f'{word} {number}'.encode())
        buffer = bytearray(20)
        count = await loop.sock_recv_into(sock, buffer)
        show(number, bytes(buffer[:count]))
    sock.close()


async def own_server():
    loop = asyncio.get_running_loop()
    listener = socket.create_server(('127.0.0.1', 9100))
    listener.setblocking(False)
    server = asyncio.create_task(accept(loop, listener))
    await asyncio.gather(*(client(loop, n) for n in range(3)))
    server.cancel()
    await asyncio.wait([server])
    listener.close()
    sock = socket.socket()
    sock.setblocking(False)
    try:
        await loop.sock_connect(sock, ('127.0.0.1', 9100))
    except ConnectionRefusedError as e:
        show(repr(e))
    loop.set_debug(True)
    try:
        await loop.sock_recv(socket.socket(), 5)
    except ValueError as e:
        show(repr(e))
    loop.set_debug(False)
    left, right = socket.socketpair()
    left.setblocking(False)
    try:
        await asyncio.wait_for(loop.sock_recv(left, 5), 0.5)
    except TimeoutError as e:
        show(repr(e))
    show(loop.remove_reader(left))


async def watching():
    loop = asyncio.get_running_loop()
    left, right = socket.socketpair()
    got = loop.create_future()

    def readable():
        data = left.recv(100)
        show('readable', data)
        if data == b'end':
            loop.remove_reader(left)
            got.set_result(data)
    loop.add_reader(left, readable)
    loop.call_later(0.5, right.send, b'some')
    loop.call_later(1, right.send, b'end')
    show(await got, loop.remove_reader(left.fileno()))

    def writable():
        show('writable')
        loop.remove_writer(right)
        got.set_result(None)
    got = loop.create_future()
    loop.add_writer(right, writable)
    await got
    for wrong in ('text', 999, -1):
        try:
            loop.add_reader(wrong, print)
        except (ValueError, OSError) as e:
            show(repr(e))


async def handle(reader, writer):
    data = await reader.readline()
    show('handler', data, writer.get_extra_info('peername'))
    writer.write(b'you said ' + data)
    await writer.drain()
    writer.close()


async def over_sockets():
    sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    sock.bind(('127.0.0.1', 9200))
    server = await asyncio.start_server(handle, sock=sock)
    show(server, server.sockets[0].getsockname(), server.sockets[0].family)
    own = socket.socket()
    own.connect(('127.0.0.1', 9200))
    reader, writer = await asyncio.open_connection(sock=own)
    writer.write(b'hello\n')
    show(await reader.read())
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()
    show(server, server.is_serving(), sock)
    datagram = socket.socket(type=socket.SOCK_DGRAM)
    for start in (lambda: asyncio.start_server(handle, sock=datagram),
                  lambda: asyncio.start_server(handle, 'localhost', 1, sock=datagram),
                  lambda: asyncio.start_server(handle)):
        try:
            await start()
        except ValueError as e:
            show(e)
    left, right = socket.socketpair()
    reader, writer = await asyncio.open_connection(sock=left)
    right.sendall(b'through a pair\n')
    show(await reader.readline(), repr(writer.get_extra_info('peername')))
    writer.close()


async def names():
    loop = asyncio.get_running_loop()
    show(await loop.getaddrinfo('localhost', 80, type=socket.SOCK_STREAM))
    show(await loop.getnameinfo(('127.0.0.1', 80)))
    try:
        await asyncio.open_connection('nothing.invalid', 80)
    except socket.gaierror as e:
        show(repr(e))


async def unix():
    async def greet(reader, writer):
        show('unix', await reader.readline(), repr(writer.get_extra_info('peername')))
        writer.write(b'greetings\n')
        writer.close()
    path = '/tmp/loopscope_greetings.sock'
    server = await asyncio.start_unix_server(greet, path)
    reader, writer = await asyncio.open_unix_connection(path)
    writer.write(b'over a path\n')
    show(await reader.read(), writer.get_extra_info('peername'))
    writer.close()
    server.close()
    await server.wait_closed()
    try:
        await asyncio.open_unix_connection(path)
    except OSError as e:
        show(repr(e))


for part in own_server, watching, over_sockets, names, unix:
    asyncio.run(part())
