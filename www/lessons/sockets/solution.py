import asyncio


async def serve(reader, writer):
    number = 0
    while line := await reader.readline():
        number += 1
        writer.write(f"{number}: ".encode() + line)
        await writer.drain()
    writer.close()


async def client(words):
    reader, writer = await asyncio.open_connection("127.0.0.1", 8888)
    for word in words:
        writer.write(word.encode() + b"\n")
        print((await reader.readline()).decode().strip())
    writer.close()
    await writer.wait_closed()


async def main():
    async with await asyncio.start_server(serve, "127.0.0.1", 8888):
        await client(["hello", "again"])
        await client(["good evening"])


asyncio.run(main())
