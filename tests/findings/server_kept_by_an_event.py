import asyncio
async def talk(reader, writer):
    pass
async def main():
    s = await asyncio.start_server(talk, "127.0.0.1", 8000)
    await asyncio.Event().wait()
asyncio.run(main())
# found: no-client@6
