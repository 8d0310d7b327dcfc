# Frames of asyncio's streams and transports and of socket stand in tracebacks as CPython's own.
import asyncio
import socket
import traceback


def shows(call):
    try:
        call()
    except Exception:
        traceback.print_exc()


async def refused():
    await asyncio.open_connection('127.0.0.1', 8888)


async def twice():
    await asyncio.start_server(print, '127.0.0.1', 8888)
    await asyncio.start_server(print, '127.0.0.1', 8888)


async def ends(reader, writer):
    writer.write(b'abc')
    writer.close()


async def too_short():
    async with await asyncio.start_server(ends, '127.0.0.1', 8889):
        reader, writer = await asyncio.open_connection('127.0.0.1', 8889)
        try:
            await reader.readexactly(10)
        except asyncio.IncompleteReadError:
            traceback.print_exc()
        writer.close()
        reader, writer = await asyncio.open_connection('127.0.0.1', 8889, limit=2)
        try:
            await reader.readline()
        except ValueError:
            traceback.print_exc()
        writer.close()
        reader, writer = await asyncio.open_connection('127.0.0.1', 8889)
        await reader.readuntil(b'x')


class Failing(asyncio.Protocol):
    def data_received(self, data):
        raise ValueError(data)


async def failing():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: traceback.print_exception(context['exception']))
    async with await loop.create_server(Failing, '127.0.0.1', 8890):
        transport, _ = await loop.create_connection(asyncio.Protocol, '127.0.0.1', 8890)
        transport.write(b'hello')
        await asyncio.sleep(1)
        transport.write('text')


for main in failing, refused, twice, too_short:
    shows(lambda: asyncio.run(main()))

client = socket.socket()
shows(lambda: client.connect(('127.0.0.1', 9999)))
client.close()
shows(lambda: client.send(b'x'))
server = socket.socket()
server.bind(('127.0.0.1', 5000))
server.listen()
server.settimeout(1)
shows(server.accept)
shows(lambda: socket.create_connection(('127.0.0.1', 9999)))
