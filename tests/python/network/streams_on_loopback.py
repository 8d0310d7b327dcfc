"""Streams between servers and clients of the program itself."""
import asyncio
import time


def show(*words):
    print(f'{time.monotonic() - 1000:.2f}', *words)


async def echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter):
    peer = writer.get_extra_info('peername')
    show('connected', peer, writer.get_extra_info('sockname'), asyncio.current_task().get_name())
    async for line in reader:
        await asyncio.sleep(0.1)
        writer.write(line.upper())
        await writer.drain()
    show('end of', peer, reader.at_eof())
    writer.close()
    await writer.wait_closed()


async def client(n):
    reader, writer = await asyncio.open_connection('127.0.0.1', 8888)
    for i in range(2):
        writer.write(f'client {n} line {i}\n'.encode())
        show(n, await reader.readline())
    writer.write_eof()
    show(n, 'rest', await reader.read())
    writer.close()
    await writer.wait_closed()
    show(n, writer.is_closing())


async def lengths(reader, writer):
    show(await reader.readexactly(3), await reader.readuntil(b';'), await reader.read(2))
    try:
        await reader.readexactly(10)
    except asyncio.IncompleteReadError as e:
        show(repr(e), e.partial, e.expected)
    show(await reader.read(5), reader.at_eof())
    writer.writelines([b'a', b'b'])
    writer.close()


async def raises(reader, writer):
    raise ValueError('in the handler')


async def never(reader, writer):
    await reader.read()


async def main():
    server = await asyncio.start_server(echo, '127.0.0.1', 8888)
    show([s.getsockname() for s in server.sockets], server.is_serving())
    await asyncio.gather(*(client(n) for n in range(3)))
    try:
        await asyncio.start_server(echo, '127.0.0.1', 8888)
    except OSError as e:
        show(type(e).__name__, e)
    server.close()
    await server.wait_closed()
    show(server.is_serving(), server.sockets)
    try:
        await asyncio.open_connection('127.0.0.1', 8888)
    except ConnectionRefusedError as e:
        show(repr(e))
    async with await asyncio.start_server(lengths, '127.0.0.1', 0) as server:
        port = server.sockets[0].getsockname()[1]
        reader, writer = await asyncio.open_connection('127.0.0.1', port)
        writer.write(b'abcdef;gh')
        await asyncio.sleep(0.1)
        writer.write(b'ij')
        writer.write_eof()
        show(await reader.read(-1), reader.at_eof())
        writer.close()
        await writer.wait_closed()
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: show(context['message'], repr(context['exception']), list(context)))
    async with await asyncio.start_server(raises, '127.0.0.1', 9000):
        reader, writer = await asyncio.open_connection('127.0.0.1', 9000)
        show(await reader.read())
        writer.close()
    server = await asyncio.start_server(never, '127.0.0.1', 9001, start_serving=False)
    serving = asyncio.create_task(server.serve_forever())
    reader, writer = None, None
    await asyncio.sleep(0)
    reader, writer = await asyncio.open_connection('127.0.0.1', 9001)
    try:
        async with asyncio.timeout(0.5):
            await reader.readline()
    except TimeoutError:
        show('timeout')
    try:
        reading = asyncio.create_task(reader.read())
        await asyncio.sleep(0)
        await reader.read()
    except RuntimeError as e:
        show(e)
    reading.cancel()
    writer.close()
    await writer.wait_closed()
    serving.cancel()
    try:
        await serving
    except asyncio.CancelledError:
        show('cancelled', server.is_serving())

    async def limited(reader, writer):
        try:
            await reader.readline()
        except ValueError as e:
            show(e)
        writer.close()
    async with await asyncio.start_server(limited, '127.0.0.1', 9002, limit=10):
        reader, writer = await asyncio.open_connection('127.0.0.1', 9002)
        writer.write(b'x' * 30 + b'\n')
        show(await reader.read())
        writer.close()


asyncio.run(main())


async def last():
    show(asyncio.current_task().get_name())


asyncio.run(last())
