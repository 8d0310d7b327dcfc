# loop.sendfile: while it goes on nothing else is written, and some transports cannot.
import asyncio
import io
import socket

PATH = '/tmp/to-send.bin'
with open(PATH, 'wb') as file:
    file.write(bytes(range(256)) * 800)


class Sink(asyncio.Protocol):
    def __init__(self, loop):
        self.data, self.done = bytearray(), loop.create_future()

    def data_received(self, data):
        self.data += data

    def connection_lost(self, exc):
        self.done.set_result(exc)




async def pair(loop, kind=Sink):
    sink = kind(loop)
    server = await loop.create_server(lambda: sink, '127.0.0.1', 0)
    transport, _ = await loop.create_connection(asyncio.Protocol, *server.sockets[0].getsockname())
    return sink, server, transport


async def main():
    loop = asyncio.get_running_loop()
    for offset, count, fallback in (0, None, True), (100, 5000, True), (100, 5000, False), (204799, None, True):
        sink, server, transport = await pair(loop)
        with open(PATH, 'rb') as file:
            transport.write(b'before')
            sending = asyncio.ensure_future(loop.sendfile(transport, file, offset, count, fallback=fallback))
            await asyncio.sleep(0)
            try:
                transport.write(b'between')
            except RuntimeError as exc:
                print(exc)
            print(await sending, file.tell())
            transport.write(b'after')
        transport.close()
        print(await sink.done, len(sink.data), bytes(sink.data[:10]), bytes(sink.data[-8:]))
        try:
            await loop.sendfile(transport, file)
        except RuntimeError as exc:
            print(exc)
        server.close()

    # What is no file is read and written piece by piece, unless that is not wanted.
    sink, server, transport = await pair(loop)
    print(await loop.sendfile(transport, io.BytesIO(b'm' * 50000)))
    try:
        await loop.sendfile(transport, io.BytesIO(b'm'), fallback=False)
    except asyncio.SendfileNotAvailableError as exc:
        print('not available')
    transport.close()
    await sink.done
    print(len(sink.data))
    server.close()

    transport, _ = await loop.create_datagram_endpoint(asyncio.DatagramProtocol, ('127.0.0.1', 0))
    try:
        await loop.sendfile(transport, io.BytesIO(b''))
    except RuntimeError as exc:
        print(str(exc).split('<')[0])
    transport.close()

asyncio.run(main())
