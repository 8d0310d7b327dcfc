# A transport that writes to a pipe without a reader is closed by its first write, and the protocol is told why.
import asyncio
import os


class Protocol(asyncio.Protocol):
    def connection_lost(self, exc):
        print("lost:", repr(exc))


async def written_at_once():
    loop = asyncio.get_running_loop()
    reader, writer = os.pipe()
    transport, _ = await loop.connect_write_pipe(Protocol, os.fdopen(writer, "wb"))
    os.close(reader)
    transport.write(b"nobody")
    print(transport.is_closing(), "closing" in repr(transport))
    for _ in range(6):
        transport.write(b"again")
    await asyncio.sleep(1)
    print(transport.is_closing(), "closed" in repr(transport))


async def written_later():
    loop = asyncio.get_running_loop()
    reader, writer = os.pipe()
    transport, _ = await loop.connect_write_pipe(Protocol, os.fdopen(writer, "wb"))
    transport.write(bytes(200_000))
    print(transport.get_write_buffer_size() > 0)
    os.close(reader)
    await asyncio.sleep(1)
    print(transport.is_closing(), transport.get_write_buffer_size())


async def streamed():
    loop = asyncio.get_running_loop()
    reader, writer = os.pipe()
    pipe = await loop.connect_write_pipe(asyncio.streams.FlowControlMixin, os.fdopen(writer, "wb"))
    stream = asyncio.StreamWriter(*pipe, None, loop)
    stream.write(b"read")
    await stream.drain()
    print(os.read(reader, 10))
    os.close(reader)
    stream.write(b"not read")
    await asyncio.sleep(0)
    try:
        await stream.drain()
    except ConnectionResetError as exc:
        print(exc)


for case in written_at_once, written_later, streamed:
    asyncio.run(case())
