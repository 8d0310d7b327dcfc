# writelines and backlog refuse what they cannot take, and a transport's socket has no timeout.
import asyncio, socket
async def main():
    s=socket.socket(); s.bind(("127.0.0.1",0))
    srv = await asyncio.start_server(lambda r,w: None, sock=s)
    print(repr(srv.sockets[0].gettimeout()))
    port=srv.sockets[0].getsockname()[1]
    r,w = await asyncio.open_connection("127.0.0.1", port)
    for x in ("str", 5, [b'a', 'b'], None):
        try: w.writelines(x); print('ok')
        except Exception as e: print(repr(e))
    w.close()
    srv.close()
    try: await asyncio.start_server(print, "127.0.0.1", 0, backlog="x")
    except Exception as e: print(repr(e))
asyncio.run(main())
