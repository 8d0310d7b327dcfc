# The task of a client_connected_cb shows what StreamReaderProtocol has added to it.
import asyncio


async def handle(reader, writer):
    print(asyncio.current_task())
    writer.close()


async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    print(await reader.read())
    writer.close()
    server.close()


asyncio.run(main())
