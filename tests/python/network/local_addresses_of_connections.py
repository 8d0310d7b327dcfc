import asyncio
import re


async def attempt(awaitable):
    try:
        return await awaitable
    except (OSError, TypeError) as error:
        print(type(error).__name__, getattr(error, 'errno', None), re.sub(r'\d{4,}', 'PORT', str(error)))


async def main():
    loop = asyncio.get_running_loop()
    server = await asyncio.start_server(lambda reader, writer: writer.close(), '127.0.0.1', 8123)
    address = server.sockets[0].getsockname()
    await attempt(loop.create_connection(asyncio.Protocol, *address, local_addr=address))
    await attempt(loop.create_connection(asyncio.Protocol, *address, local_addr=('::1', 0)))
    transport, _ = await loop.create_connection(asyncio.Protocol, *address, local_addr=('localhost', 0))
    print(transport.get_extra_info('sockname')[0])
    transport.close()
    server.close()
    await attempt(loop.create_unix_server(asyncio.Protocol, '/tmp/never', ssl=True))
    await attempt(loop.create_unix_server(asyncio.Protocol, '/tmp/never', ssl=False))


asyncio.run(main())
