"""os.pipe, and a loop's transports over pipes."""
import asyncio
import os
import time


def show(*words):
    print(f'{time.monotonic() - 1000:.2f}', *words)


def by_hand():
    reader, writer = os.pipe()
    show(os.write(writer, b'some bytes'), os.read(reader, 4), os.read(reader, 100))
    os.close(writer)
    show(os.read(reader, 100))
    os.close(reader)
    try:
        os.read(reader, 1)
    except OSError as e:
        show(repr(e))
    reader, writer = os.pipe()
    with os.fdopen(writer, 'w') as out:
        out.write('lines\nof text\n')
    with os.fdopen(reader) as lines:
        show(lines.readlines())
    reader, writer = os.pipe()
    os.close(reader)
    try:
        os.write(writer, b'x')
    except BrokenPipeError as e:
        show(repr(e))


async def by_loop():
    loop = asyncio.get_running_loop()
    read_end, write_end = os.pipe()
    reader = asyncio.StreamReader()
    transport, _ = await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), os.fdopen(read_end, 'rb'))
    out, protocol = await loop.connect_write_pipe(asyncio.streams.FlowControlMixin, os.fdopen(write_end, 'wb'))
    show(type(transport).__name__, type(out).__name__)
    writer = asyncio.StreamWriter(out, protocol, None, loop)
    writer.write(b'first\n')
    await writer.drain()
    show(await reader.readline())
    loop.call_later(1, writer.write, b'second\nthird')
    loop.call_later(2, writer.close)
    show(await reader.readline())
    show(await reader.read())
    transport.close()


by_hand()
asyncio.run(by_loop())
