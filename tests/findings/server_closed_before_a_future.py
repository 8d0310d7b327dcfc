import asyncio
async def talk(reader, writer):
    pass
async def main():
    s = await asyncio.start_server(talk, "127.0.0.1", 8000)
    s.close()
    await asyncio.Future()
asyncio.run(main())
# found: deadlock@7
