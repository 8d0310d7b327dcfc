# A server bound to one address of this machine is not reached at another, and no name is no host.
import asyncio, socket
async def main():
    s = await asyncio.start_server(lambda r, w: None, "127.0.0.1", 8888)
    for host in ("127.0.0.2", "", "127.0.0.1", "localhost", "0.0.0.0"):
        try:
            r, w = await asyncio.open_connection(host, 8888)
            print(host, w.get_extra_info('peername')); w.close()
        except OSError as e:
            print(repr(host), repr(e), e)
    s.close()
    s = await asyncio.start_server(lambda r, w: None, "0.0.0.0", 8889)
    for host in ("127.0.0.2", "127.0.0.1"):
        try:
            r, w = await asyncio.open_connection(host, 8889)
            print(host, w.get_extra_info('peername')); w.close()
        except OSError as e:
            print(repr(host), repr(e), e)
    s.close()
    s = await asyncio.start_server(lambda r, w: None, "127.0.0.2", 8890)
    for host in ("127.0.0.2", "127.0.0.1"):
        try:
            r, w = await asyncio.open_connection(host, 8890)
            print(host, w.get_extra_info('peername')); w.close()
        except OSError as e:
            print(repr(host), repr(e), e)
    s.close()
asyncio.run(main())
