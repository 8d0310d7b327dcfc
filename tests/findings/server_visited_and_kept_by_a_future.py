import asyncio


async def greet(reader, writer):
    writer.write(b"hello\n")
    await writer.drain()
    writer.close()


async def main():
    await asyncio.start_server(greet, "127.0.0.1", 8000)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8000)
    print(await reader.readline())
    writer.close()
    await writer.wait_closed()
    await asyncio.Future()


asyncio.run(main())
# found: no-more-clients@16
