# What makes protocols fails, or makes something else: who connects sees asyncio's frames, a server's peer the end or nothing.
import asyncio
import traceback


async def attempt(awaitable):
    try:
        print(await asyncio.wait_for(awaitable, 1))
    except Exception as error:
        print(type(error).__name__, error)
        for frame in traceback.extract_tb(error.__traceback__)[2:]:
            if frame.name != '<lambda>':
                print('   ', frame.filename.replace('\\', '/').split('/')[-1], frame.lineno, frame.name, '|', frame.line)


async def main():
    loop = asyncio.get_running_loop()
    address = '127.0.0.1', 9411
    for made in lambda: 5, 5, lambda one: 5:
        await attempt(loop.create_datagram_endpoint(made, local_addr=address))
    server = await loop.create_server(asyncio.Protocol, *address)
    for made in lambda: 5, 5, lambda one: 5, asyncio.Protocol():
        await attempt(loop.create_connection(made, *address))
    await attempt(asyncio.open_connection(*address, limit='x'))
    server.close()
    for number, made in enumerate([lambda: 5, lambda one: 5, asyncio.Protocol()]):
        server = await loop.create_server(made, '127.0.0.1', 9412 + number)
        reader, writer = await asyncio.open_connection('127.0.0.1', 9412 + number)
        await attempt(reader.read())
        writer.close()
        server.close()


asyncio.run(main())
