# An answer that does not say what it is, or in which encoding, is read by requests all the same.
import asyncio

import requests

KINDS = {'/none': '', '/text': 'Content-Type: text/plain\r\n', '/utf': 'Content-Type: text/html; charset="utf-8"; x=y\r\n',
         '/json': 'Content-Type: application/json\r\n', '/bytes': 'Content-Type: application/octet-stream\r\n'}


async def serve(reader, writer):
    path = (await reader.readline()).split()[1].decode()
    await reader.readuntil(b'\r\n\r\n')
    writer.write(f'HTTP/1.1 200 OK\r\n{KINDS[path]}Content-Length: 4\r\nConnection: close\r\n\r\n'.encode() + b'"\xc3\xa9"')
    writer.close()


async def main():
    async with await asyncio.start_server(serve, '127.0.0.1', 8080):
        for path in KINDS:
            answer = await asyncio.to_thread(requests.get, 'http://127.0.0.1:8080' + path)
            print(path, answer.headers.get('content-type'), answer.encoding, len(answer.text), answer.json())


asyncio.run(main())
