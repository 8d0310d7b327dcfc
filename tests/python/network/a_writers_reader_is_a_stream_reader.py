import asyncio


async def main():
    loop = asyncio.get_running_loop()

    async def serves(reader, writer):
        writer.close()

    server = await asyncio.start_server(serves, "127.0.0.1", 8000)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8000)
    print(asyncio.StreamWriter(writer.transport, None, None, loop)._reader)
    try:
        asyncio.StreamWriter(writer.transport, None, print, loop)
    except AssertionError as error:
        tb = error.__traceback__.tb_next
        print(repr(error), tb.tb_frame.f_code.co_name, tb.tb_lineno)
    writer.close()
    await writer.wait_closed()
    server.close()


asyncio.run(main())
