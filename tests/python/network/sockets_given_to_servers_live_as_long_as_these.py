# A server or a transport that was given a socket keeps it, whatever becomes of the name it had.
import asyncio
import socket


async def echo(reader, writer):
    writer.write(await reader.readline())
    await writer.drain()
    writer.close()


async def listen():
    sock = socket.create_server(('127.0.0.1', 0))
    server = await asyncio.start_server(echo, sock=sock)
    return server, sock.getsockname()


async def connect(address):
    sock = socket.socket()
    sock.connect(address)
    return await asyncio.open_connection(sock=sock)


class Count(asyncio.DatagramProtocol):
    def __init__(self, done):
        self.done = done

    def datagram_received(self, data, address):
        self.done.set_result(data)


async def datagrams(done):
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    sock.bind(('127.0.0.1', 0))
    transport, _ = await asyncio.get_running_loop().create_datagram_endpoint(lambda: Count(done), sock=sock)
    return transport, sock.getsockname()


async def race(loop):
    # A wait that was cancelled does not end the next one's watching.
    ours, theirs = socket.socketpair()
    with ours, theirs:
        ours.setblocking(False)
        theirs.setblocking(False)
        task = asyncio.create_task(loop.sock_recv(ours, 10))
        await asyncio.sleep(0)
        print(task)
        task.cancel()
        loop.call_later(1, theirs.send, b'late')
        print(await loop.sock_recv(ours, 10))
        # A full buffer: what was cancelled sends nothing any more.
        try:
            while True:
                ours.send(b' ' * 65536)
        except BlockingIOError:
            pass
        task = asyncio.create_task(loop.sock_sendall(ours, b'first'))
        await asyncio.sleep(0)
        task.cancel()
        task = asyncio.create_task(loop.sock_sendall(ours, b'second'))
        rest = bytearray()
        while not rest.endswith(b'second'):
            rest = rest.strip() + await loop.sock_recv(theirs, 8192)
        await task
        print(bytes(rest.strip()))
        try:
            await asyncio.wait_for(loop.sock_recv(ours, 10), 1)
        except TimeoutError as exc:
            print(exc.__cause__.__traceback__.tb_next.tb_lineno)


async def main():
    loop = asyncio.get_running_loop()
    server, address = await listen()
    reader, writer = await connect(address)
    writer.write(b'hello\n')
    print(await reader.readline())
    writer.close()
    server.close()
    done = loop.create_future()
    transport, address = await datagrams(done)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.sendto(b'datagram', address)
        print(await done)
    transport.close()
    await race(loop)

asyncio.run(main())
