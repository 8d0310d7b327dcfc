# A session asks again over the connection that it has, as its headers say; one that the server has closed is not used.
import asyncio

import aiohttp
import httpx
from aiohttp import web


async def serve(reader, writer):
    name = f'connection {writer.get_extra_info("peername")[1]}'
    print(name, 'opened')
    while head := await reader.readline():
        while (line := await reader.readline()).strip():
            if line.startswith(b'Connection:'):
                print(name, line)
        path = head.split()[1]
        print(name, path)
        writer.write(b'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok')
        if path == b'/last':
            break
        if path == b'/stream':
            writer.write(b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n')
    writer.close()
    print(name, 'closed')


async def stream(reader, writer):
    await reader.readuntil(b'\r\n\r\n')
    writer.write(b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n')
    for n in range(4):
        writer.write(b'7\r\n{"n":%d}\r\n' % n)
        await asyncio.sleep(0.3)
    writer.write(b'0\r\n\r\n')
    writer.close()


async def late(request):
    async with asyncio.timeout(0.1):
        await asyncio.sleep(1)


async def ask(session, path):
    async with session.get(path) as response:
        print(await response.text())


async def follow(client, name):
    async with client.stream('GET', '/') as response:
        async for piece in response.aiter_bytes():
            print(f'{loop.time() - start:.1f}', name, piece)


async def main():
    global loop, start
    loop = asyncio.get_running_loop()
    start = loop.time()
    server = await asyncio.start_server(serve, '127.0.0.1', 8001)
    async with aiohttp.ClientSession('http://127.0.0.1:8001') as session:
        for path in '/a', '/b', '/last':
            await ask(session, path)
        await asyncio.sleep(1)
        await asyncio.gather(ask(session, '/c'), ask(session, '/d'))
        await ask(session, '/e')
    await asyncio.sleep(0.1)
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(force_close=True)) as session:
        await ask(session, 'http://127.0.0.1:8001/f')
    async with httpx.AsyncClient(base_url='http://127.0.0.1:8001') as client:
        for path in '/g', '/last', '/h':
            print((await client.get(path)).text)
        await asyncio.sleep(6)
        await client.get('/i')
    server.close()
    await asyncio.sleep(1)
    start = loop.time()
    async with await asyncio.start_server(stream, '127.0.0.1', 8002):
        async with httpx.AsyncClient(base_url='http://127.0.0.1:8002') as client:
            await asyncio.gather(follow(client, 'a'), follow(client, 'b'))
            async with client.stream('GET', '/') as response:
                async for text in response.aiter_text(5):
                    print(text)
            try:
                async with client.stream('GET', '/', timeout=0.2) as response:
                    print(response.status_code, await response.aread())
            except httpx.ReadTimeout as e:
                print(repr(e))
        await asyncio.sleep(2)
    app = web.Application()
    app.router.add_get('/late', late)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, '127.0.0.1', 8003).start()
    async with aiohttp.ClientSession() as session, session.get('http://127.0.0.1:8003/late') as response:
        print(response.status, response.reason, response.content_type, await response.read())
    await runner.cleanup()


asyncio.run(main())
