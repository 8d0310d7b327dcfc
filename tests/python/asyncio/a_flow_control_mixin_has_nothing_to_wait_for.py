"""A writer over a bare FlowControlMixin can be closed; what waits for it is not implemented."""
import asyncio
import os


async def main():
    loop = asyncio.get_running_loop()
    read, write = os.pipe()
    transport, protocol = await loop.connect_write_pipe(asyncio.streams.FlowControlMixin, os.fdopen(write, "wb"))
    writer = asyncio.StreamWriter(transport, protocol, None, loop)
    writer.write(b"text")
    await writer.drain()
    writer.close()
    try:
        await writer.wait_closed()
    except NotImplementedError as exc:
        print(repr(exc))
    print(os.read(read, 10))
    await writer.wait_closed()


asyncio.run(main())
