import asyncio
async def answer(reader, writer):
    pass
async def main():
    server = await asyncio.start_server(answer, "127.0.0.1", 8888)
    async with server:
        await asyncio.gather(server.serve_forever())
asyncio.run(main())
# found: no-client@7
