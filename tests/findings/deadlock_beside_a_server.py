import asyncio
async def answer(reader, writer):
    await reader.read()
async def main():
    server = await asyncio.start_server(answer, "127.0.0.1", 8888)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8888)
    await asyncio.gather(server.serve_forever(), reader.read())
asyncio.run(main())
# found: deadlock@7
