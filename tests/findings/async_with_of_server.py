import asyncio
async def serve(reader, writer):
    writer.close()
async def main():
    server = await asyncio.start_server(serve, '127.0.0.1', 8000)
    with server:
        print(server.is_serving())
asyncio.run(main())
# found: async-with@6, repaired
