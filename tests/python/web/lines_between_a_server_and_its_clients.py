# recorded by hand: needs uvicorn
# What a server writes on the line for requests of many kinds: lengths, pieces, no bodies, old clients, those that are none.
import asyncio
import re

import uvicorn


async def app(scope, receive, send):
    if scope['type'] == 'lifespan':
        raise RuntimeError('not here')
    body = b''
    while (message := await receive())['type'] == 'http.request':
        body += message['body']
        if not message['more_body']:
            break
    else:
        print('disconnected')
        return
    status, headers = int(scope['query_string'] or 200), [(b'X-Kept', b'As It Is')]
    if scope['path'] == '/sized':
        headers.append((b'content-length', b'2'))
    if scope['path'] == '/last':
        headers.append((b'connection', b'close'))
    await send({'type': 'http.response.start', 'status': status, 'headers': headers})
    if scope['path'] == '/pieces':
        for piece in b'one', b'', b'two':
            await send({'type': 'http.response.body', 'body': piece, 'more_body': True})
    await send({'type': 'http.response.body', 'body': b'' if status != 200 else body or b'ok'})


async def say(*parts):
    reader, writer = await asyncio.open_connection('127.0.0.1', 8015)
    for part in parts:
        writer.write(part)
        await asyncio.sleep(0.1)
    heard = b''
    try:
        while piece := await asyncio.wait_for(reader.read(65536), 0.2):
            heard += piece
        heard += b'<closed>'
    except TimeoutError:
        pass
    print(parts[0][:30], re.sub(rb'date: [^\r]*', b'date: D', heard))
    writer.close()


def request(method, path, *headers, version='1.1', body=b''):
    lines = [f'{method} {path} HTTP/{version}', 'Host: here', *headers]
    return '\r\n'.join(lines).encode() + b'\r\n\r\n' + body


async def main():
    server = uvicorn.Server(uvicorn.Config(app, port=8015))
    serving = asyncio.create_task(server.serve())
    await asyncio.sleep(0.5)
    await say(request('GET', '/'))
    await say(request('GET', '/', version='1.0'))
    await say(request('GET', '/sized', 'Connection: close'))
    await say(request('GET', '/last'))
    await say(request('HEAD', '/sized'))
    await say(request('GET', '/?204'))
    await say(request('GET', '/?304'))
    await say(request('GET', '/pieces'))
    await say(request('GET', '/sized') + request('GET', '/sized'))
    await say(request('POST', '/', 'Transfer-Encoding: chunked', body=b'3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n'))
    await say(request('POST', '/', 'Content-Length: 6', body=b'abc'), b'def')
    await say(request('POST', '/', 'Content-Length: 3', 'Expect: 100-continue'), b'abc')
    await say(request('GET', '/sized', 'Connection: upgrade', 'Upgrade: other'))
    await say(b'nonsense\r\n\r\n')
    reader, writer = await asyncio.open_connection('127.0.0.1', 8015)
    writer.write(request('POST', '/', 'Content-Length: 6', body=b'abc'))
    await asyncio.sleep(0.1)
    writer.close()
    await asyncio.sleep(0.1)
    reader, writer = await asyncio.open_connection('127.0.0.1', 8015)
    writer.write(request('GET', '/sized'))
    await reader.readuntil(b'ok')
    began = asyncio.get_running_loop().time()
    print(await reader.read(), 'after', round(asyncio.get_running_loop().time() - began), 's')
    server.should_exit = True
    await serving


asyncio.run(main())
