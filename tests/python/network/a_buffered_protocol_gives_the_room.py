# One call for room before each look at the socket, the end included; what is wrong with the room ends the connection.
# So does a server that has no protocol for it.
import asyncio
import socket


class Buffered(asyncio.BufferedProtocol):
    def __init__(self, ended, room):
        self.ended, self.room, self.got = ended, room, b''

    def connection_made(self, transport):
        transport.write(b'eleven more')

    def get_buffer(self, sizehint):
        print('room', sizehint)
        return self.room

    def buffer_updated(self, nbytes):
        self.got += bytes(memoryview(self.room).cast('B')[:nbytes])
        print('got', nbytes, self.got)
        if self.got == b'eleven':
            raise LookupError('no more')

    def eof_received(self):
        print('end')

    def connection_lost(self, exc):
        self.ended.set_result(repr(exc))


async def echo(reader, writer):
    writer.write((await reader.read(100)).replace(b' more', b'') if few else await reader.read(100))
    writer.close()


async def main():
    global few
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context['message'], repr(context['exception'])))
    server = await asyncio.start_server(echo, '127.0.0.1', 0)
    for few, room in (
        (False, bytearray(4)),
        (False, memoryview(bytearray(64))),
        (True, bytearray(20)),
        (False, bytearray()),
        (False, None),
        (False, b'read only'),
    ):
        ended = loop.create_future()
        address = server.sockets[0].getsockname()
        await loop.create_connection(lambda: Buffered(ended, room), *address)
        print('lost', await ended)
    server.close()

    def factory():
        raise LookupError('no protocol')

    server = await loop.create_server(factory, '127.0.0.1', 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    print(await reader.read())
    writer.close()
    server.close()
    left, right = socket.socketpair()
    left.setblocking(False)
    for buffer in (b'bytes', 3):
        try:
            left.recv_into(buffer)
        except TypeError as error:
            print(error)


few = False
asyncio.run(main())
