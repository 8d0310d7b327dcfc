# Frames of the library, as CPython's, where names are looked up, a server refuses or answers with an error, a child is late.
import asyncio
import http.client
import socket
import subprocess
import sys
import traceback
import urllib.request


def show(exc):
    while exc is not None:
        lines = ''.join(traceback.format_tb(exc.__traceback__)).splitlines()
        shown, skip = [], False
        for line in lines:
            if line.startswith('  File '):
                skip = 'lib/python3' not in line and '<stdlib>' not in line
            if not skip:
                shown.append(line.rpartition('lib/python3.13/')[2].replace('  File "<stdlib>/', ''))
        print(type(exc).__name__, *shown, sep='\n')
        exc = exc.__context__


async def attempt(awaitable):
    try:
        await awaitable
    except Exception as exc:
        show(exc)


async def serve(reader, writer):
    await reader.readuntil(b'\r\n\r\n')
    writer.write(b'HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n')
    writer.close()


async def main():
    loop = asyncio.get_running_loop()
    nowhere = 'nowhere.invalid', 80
    await attempt(asyncio.open_connection(*nowhere))
    await attempt(loop.create_connection(asyncio.Protocol, *nowhere))
    await attempt(asyncio.start_server(print, *nowhere))
    await attempt(loop.getaddrinfo(*nowhere))
    with socket.socket() as sock:
        sock.setblocking(False)
        await attempt(loop.sock_connect(sock, nowhere))
        await attempt(loop.sock_connect(sock, ('127.0.0.1', 9)))
        await attempt(loop.sock_recv(sock, 10))
        await attempt(loop.sock_sendall(sock, b'x'))
        await attempt(loop.sock_accept(sock))
    async with await asyncio.start_server(serve, '127.0.0.1', 8080):
        await attempt(asyncio.to_thread(urllib.request.urlopen, 'http://127.0.0.1:8080/x'))


def late():
    subprocess.run([sys.executable, '-c', 'import time; time.sleep(5)'], timeout=1)


def late_call():
    subprocess.call([sys.executable, '-c', 'import time; time.sleep(5)'], timeout=1)


asyncio.run(main())
for act in (lambda: urllib.request.urlopen('http://127.0.0.1:9'), lambda: urllib.request.urlopen('gopher://x'),
            lambda: urllib.request.urlopen('nothing'), lambda: socket.create_connection(('nowhere.invalid', 9)),
            lambda: http.client.HTTPConnection('127.0.0.1', 9).request('GET', '/'), late, late_call):
    try:
        act()
    except Exception as exc:
        show(exc)
