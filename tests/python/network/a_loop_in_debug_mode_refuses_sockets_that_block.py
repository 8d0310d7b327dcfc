"""The methods of a loop for sockets say themselves that one must not block."""
import asyncio
import socket
import traceback


async def main():
    loop = asyncio.get_running_loop()
    with socket.socket() as blocking, open('/dev/null', 'rb') as file:
        for call in (loop.sock_recv(blocking, 1), loop.sock_recv_into(blocking, bytearray(1)), loop.sock_sendall(blocking, b'x'),
                     loop.sock_accept(blocking), loop.sock_connect(blocking, ('127.0.0.1', 1)), loop.sock_recvfrom(blocking, 1),
                     loop.sock_sendto(blocking, b'x', ('127.0.0.1', 1)), loop.sock_sendfile(blocking, file)):
            try:
                await call
            except ValueError:
                print(traceback.format_exc())


asyncio.run(main(), debug=True)
