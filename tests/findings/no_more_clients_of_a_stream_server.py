import asyncio
async def handle(reader, writer):
    writer.write(await reader.readline())
    await writer.drain()
    writer.close()
async def client():
    reader, writer = await asyncio.open_connection("127.0.0.1", 8888)
    writer.write(b"hi\n")
    print(await reader.readline())
    writer.close()
async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 8888)
    t = asyncio.create_task(client())
    async with server:
        await server.serve_forever()
asyncio.run(main())
# found: no-more-clients@15
