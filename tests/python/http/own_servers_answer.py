# A server of the program itself on a loopback address answers its clients, awaited and blocking; none: refused.
import asyncio
import json
import urllib.request

import aiohttp
import httpx
import requests


async def serve(reader, writer):
    line = (await reader.readline()).decode()
    headers = {}
    while (h := (await reader.readline()).decode().strip()):
        k, _, v = h.partition(':'); headers[k.lower()] = v.strip()
    body = await reader.readexactly(int(headers.get('content-length', 0)))
    method, path, _ = line.split()
    await asyncio.sleep(0.5 if 'slow' not in path else 3)
    text = json.dumps({'method': method, 'path': path, 'body': body.decode(), 'type': headers.get('content-type'), 'agent': headers.get('user-agent')})
    status = '404 Not Found' if 'missing' in path else '200 OK'
    if path == '/gone': writer.close(); return
    if path == '/chunked':
        writer.write(b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n')
    else:
        writer.write(f'HTTP/1.1 {status}\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {len(text)}\r\n\r\n{text}'.encode())
    await writer.drain(); writer.close()

async def attempt(a):
    try: print(await a)
    except Exception as e: print(type(e).__name__, e)

async def main():
    server = await asyncio.start_server(serve, '127.0.0.1', 8080)
    B = 'http://127.0.0.1:8080'
    async with aiohttp.ClientSession() as s:
        async def get(path, **k):
            async with s.get(B + path, **k) as r: return r.status, r.reason, await r.text()
        await attempt(get('/a', params={'q': 'x y'})); await attempt(get('/missing')); await attempt(get('/chunked')); await attempt(get('/gone'))
        await attempt(get('/slow', timeout=aiohttp.ClientTimeout(total=1)))
        async with s.post(B + '/p', json={'k': 1}) as r: print(await r.json())
        async with s.post(B + '/p', data={'k': 1}) as r: print(await r.json())
        await attempt(s.get('http://127.0.0.1:8081/'))
        await attempt(s.get('http://localhost:8081/'))
    async with httpx.AsyncClient() as c:
        print((await c.get(B + '/h')).json()); await attempt(c.get('http://localhost:8081')); await attempt(c.get(B+'/slow', timeout=1)); await attempt(c.get(B+'/gone'))
    def blocking():
        print(requests.get(B + '/r').json(), requests.post(B + '/r', json=[1]).json(), requests.post(B + '/r', data={'a': 'b'}).json())
        for f in (lambda: requests.get('http://127.0.0.1:8081/x'), lambda: requests.get(B + '/slow', timeout=1), lambda: requests.get(B+'/gone'), lambda: httpx.get('http://localhost:8081'), lambda: urllib.request.urlopen('http://127.0.0.1:8081'), lambda: urllib.request.urlopen(B+'/missing')):
            try: print(f())
            except Exception as e: print(type(e).__name__, e)
        print(httpx.get(B + '/x').json()); print(urllib.request.urlopen(B + '/u', data=b'a=1').read())
    await asyncio.to_thread(blocking)
    server.close()
    print('end')
asyncio.run(main())
