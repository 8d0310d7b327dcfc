"""loop.sock_sendfile looks at what it is given, and reads from the offset wherever the file stands."""
import asyncio
import io
import socket


async def main():
    loop = asyncio.get_running_loop()
    left, right = socket.socketpair()
    left.setblocking(False)
    right.setblocking(False)
    with open("/tmp/numbers", "wb") as f:
        f.write(b"0123456789" * 3)
    file = open("/tmp/numbers", "rb")
    for given in ({"offset": -1}, {"offset": "x"}, {"offset": 1.5}, {"count": 0}, {"count": -1}, {"count": "a"}):
        try:
            await loop.sock_sendfile(left, file, **given)
        except (TypeError, ValueError) as e:
            print(given, type(e).__name__, e)
    for sock, text in (left, open("/tmp/numbers")), (socket.socket(type=socket.SOCK_DGRAM), file):
        sock.setblocking(False)
        try:
            await loop.sock_sendfile(sock, text)
        except ValueError as e:
            print(e)
    print(await loop.sock_sendfile(left, file, 5, 10), file.tell(), await loop.sock_recv(right, 100))
    print(await loop.sock_sendfile(left, file), file.tell(), await loop.sock_recv(right, 100))
    memory = io.BytesIO(b"in memory")
    memory.seek(3)
    print(await loop.sock_sendfile(left, memory), await loop.sock_recv(right, 100))
    for end in left, right, file, sock:
        end.close()
    try:
        asyncio.StreamReader(loop=1)
    except AttributeError as e:
        print(e)


asyncio.run(main())
