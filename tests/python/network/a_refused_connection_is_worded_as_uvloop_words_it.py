# uvloop says of a refused connection no address, and of an address in use no number.
# recorded by hand: CPython 3.13.0 with uvloop 0.23.0.
import asyncio, uvloop, socket
async def main():
    for f in (lambda: asyncio.open_connection("127.0.0.1", 1), lambda: asyncio.open_connection("localhost", 1), lambda: asyncio.get_running_loop().create_connection(asyncio.Protocol, "127.0.0.1", 2),
              lambda: asyncio.open_unix_connection("/tmp/no.sock"), lambda: asyncio.start_server(print, "127.0.0.1", 8123), lambda: asyncio.start_server(print, "127.0.0.1", 8123)):
        try: r = await f(); print(type(r).__name__)
        except Exception as e: print(type(e).__name__, e, e.args)
    loop = asyncio.get_running_loop(); print(type(loop), loop.get_debug())
    s = socket.socket(); s.setblocking(False)
    try: await loop.sock_connect(s, ("127.0.0.1", 1))
    except OSError as e: print(e)
    # What has no words of the system's stays as it is.
    def mine(): raise ConnectionRefusedError("mine")
    server = await asyncio.start_server(lambda reader, writer: writer.close(), "127.0.0.1", 8124)
    for f in (lambda: asyncio.start_server(print, "8.8.8.8", 0), lambda: asyncio.start_server(print, ["8.8.8.8", "9.9.9.9"], 5),
              lambda: loop.create_server(asyncio.Protocol, [], 5), lambda: loop.create_server(asyncio.Protocol),
              lambda: loop.create_connection(mine, "127.0.0.1", 8124)):
        try: r = await f(); print(type(r).__name__, list(r.sockets), r.is_serving())
        except Exception as e: print(type(e).__name__, e, e.args)
    server.close()
uvloop.run(main())
