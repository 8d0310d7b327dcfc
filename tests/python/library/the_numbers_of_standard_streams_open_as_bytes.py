# The numbers 1 and 2 can be opened like files, as bytes too; with closefd=False the stream stays open.
import asyncio
import os
import sys

with open(2, "wb", buffering=0, closefd=False) as raw:
    print(raw.write(b"bytes\n"), raw.fileno(), file=sys.stderr)
with open(2, "w", closefd=False) as text:
    text.write("text\n")
with os.fdopen(2, "w", closefd=False) as errors:
    errors.write("error\n")
print("still open", file=sys.stderr, flush=True)


async def main():
    loop = asyncio.get_running_loop()
    pipe = os.fdopen(2, "wb", 0, closefd=False)
    transport, protocol = await loop.connect_write_pipe(asyncio.streams.FlowControlMixin, pipe)
    writer = asyncio.StreamWriter(transport, protocol, None, loop)
    writer.write(b"by a transport\n")
    await writer.drain()


asyncio.run(main())
