# A program cannot watch the descriptor of a transport.
import asyncio
import re
import socket


def told(e):
    return re.sub(r"(fd=|descriptor )\d+", r"\1N", repr(e))


async def main():
    loop=asyncio.get_running_loop()
    srv = await asyncio.start_server(lambda r,w: None, "127.0.0.1", 7000)
    r,w = await asyncio.open_connection("127.0.0.1", 7000)
    t=w.transport; sock=t.get_extra_info('socket')
    for f in (lambda: loop.add_reader(sock, print), lambda: loop.remove_reader(sock), lambda: loop.add_writer(sock.fileno(), print), lambda: loop.remove_writer(sock)):
        try: print(f())
        except Exception as e: print(told(e))
    s2=socket.socket(fileno=sock.fileno())
    s2.setblocking(False)
    for f in (lambda: loop.sock_recv(s2, 5), lambda: loop.sock_sendall(s2, b'x')):
        try: print(await f())
        except Exception as e: print(told(e))
    s2.detach()
    w.close(); srv.close()
asyncio.run(main())
