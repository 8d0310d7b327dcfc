# A server at a path removes the file that was there when it was made, whoever made it, and no other.
import asyncio
import os
import socket

path = '/tmp/own.sock'


async def handle(reader, writer):
    writer.close()


async def main():
    sock = socket.socket(socket.AF_UNIX)
    sock.bind(path)
    server = await asyncio.start_unix_server(handle, sock=sock)
    print(os.path.exists(path))
    server.close()
    await server.wait_closed()
    print(os.path.exists(path))
    server = await asyncio.start_unix_server(handle, path, cleanup_socket=False)
    server.close()
    print(os.path.exists(path))
    server = await asyncio.start_unix_server(handle, path)
    os.unlink(path)
    server.close()
    print(os.path.exists(path))
    server = await asyncio.start_unix_server(handle, path)
    os.unlink(path)
    second = await asyncio.start_unix_server(handle, path)
    server.close()
    print(os.path.exists(path))
    second.close()
    print(os.path.exists(path))


asyncio.run(main())
