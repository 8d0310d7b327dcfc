# What a handler writes arrives as it is written: by line, by size, as it comes, chunk by chunk; cut off, given up, late.
import asyncio
import json

import aiohttp
from aiohttp import web

start = 0.0


def at():
    return f'{asyncio.get_running_loop().time() - start:.1f}'


async def numbers(request):
    response = web.StreamResponse(headers={'Content-Type': 'text/plain'})
    print(response, response.prepared)
    await response.prepare(request)
    print(response, response.prepared)
    for n in range(int(request.query.get('count', 3))):
        await response.write(f'line {n}\n'.encode())
        await asyncio.sleep(1)
    await response.write_eof(b'the end')
    print(response)
    return response


async def events(request):
    response = web.StreamResponse(headers={'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache'})
    response.enable_chunked_encoding()
    await response.prepare(request)
    try:
        n = 0
        while True:
            await response.write(f'data: {json.dumps({"n": n})}\n\n'.encode())
            n += 1
            await asyncio.sleep(0.5)
    except ConnectionResetError as exc:
        print('gone', type(exc).__name__, exc)
    return response


async def fails(request):
    response = web.StreamResponse()
    if 'length' in request.query:
        response.content_length = 100
    await response.prepare(request)
    await response.write(b'half of it')
    await asyncio.sleep(1)
    request.transport.close()
    return response


async def known(request):
    response = web.StreamResponse(headers={'Content-Length': '10'})
    await response.prepare(request)
    await response.write(b'01234')
    await asyncio.sleep(2)
    await response.write(b'56789too much')
    await response.write_eof()
    return response


async def pieces():
    for n in range(3):
        yield b'piece %d;' % n
        await asyncio.sleep(1)


async def generated(request):
    return web.Response(body=pieces(), content_type='text/x-pieces')


async def early(request):
    response = web.StreamResponse()
    for act in response.write(b'x'), response.write_eof():
        try:
            await act
        except (RuntimeError, AssertionError) as exc:
            print(type(exc).__name__, exc)
    await response.prepare(request)
    try:
        await response.write('text')
    except AssertionError as exc:
        print(exc)
    await response.write_eof(b'done')
    try:
        await response.write(b'x')
    except RuntimeError as exc:
        print(exc)
    return response


async def main():
    global start
    app = web.Application()
    for handler in numbers, events, fails, known, generated, early:
        app.router.add_get('/' + handler.__name__, handler)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, '127.0.0.1', 8080).start()
    base = 'http://127.0.0.1:8080'
    start = asyncio.get_running_loop().time()
    async with aiohttp.ClientSession() as session:
        async with session.get(base + '/numbers') as resp:
            print(at(), resp.status, resp.content_length, resp.headers.get('Transfer-Encoding'), resp.content.at_eof())
            async for line in resp.content:
                print(at(), line)
            print(resp.content.at_eof(), resp.content.total_bytes)
        async with session.get(base + '/numbers') as resp:
            async for piece in resp.content.iter_chunked(4):
                print(at(), piece)
        async with session.get(base + '/numbers') as resp:
            async for piece in resp.content.iter_any():
                print(at(), piece)
        async with session.get(base + '/numbers') as resp:
            async for piece in resp.content.iter_chunks():
                print(at(), piece)
        async with session.get(base + '/numbers') as resp:
            print(at(), await resp.content.readline(), await resp.content.readexactly(10), at())
            print(await resp.content.read(3), await resp.content.read(100), at())
            print(await resp.read(), at())
        async with session.get(base + '/numbers') as resp:
            print(repr(await resp.text()), at())
        async with session.get(base + '/known') as resp:
            print(at(), resp.content_length)
            async for piece in resp.content.iter_any():
                print(at(), piece)
        async with session.get(base + '/generated') as resp:
            print(resp.content_type)
            async for piece, ends in resp.content.iter_chunks():
                print(at(), piece, ends)
        async with session.get(base + '/early') as resp:
            print(await resp.read())
        async with session.get(base + '/events') as resp:
            async for line in resp.content:
                if line.strip():
                    print(at(), json.loads(line.partition(b':')[2]))
                if b'3' in line:
                    break
        await asyncio.sleep(1)
        for query in '', '?length':
            try:
                async with session.get(base + '/fails' + query) as resp:
                    print(await resp.content.readany())
                    await resp.read()
            except aiohttp.ClientPayloadError as exc:
                print(at(), type(exc).__name__)
        for timeout in aiohttp.ClientTimeout(total=2.5), aiohttp.ClientTimeout(sock_read=0.5):
            try:
                async with session.get(base + '/numbers', timeout=timeout) as resp:
                    async for line in resp.content:
                        print(at(), line)
            except asyncio.TimeoutError as exc:
                print(at(), type(exc).__name__, exc)
        await asyncio.sleep(3)
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=1)) as session:
        async def whole(n):
            async with session.get(base + '/numbers?count=1') as resp:
                await resp.read()
            print(n, at())
        await asyncio.gather(*map(whole, range(3)))
    await runner.cleanup()


asyncio.run(main())
