# recorded by hand: the oracle's own network takes any port.
"""A port beyond 65535 is no port: neither a client nor a server takes it."""
import asyncio


async def main():
    for port in 99999, -1:
        for call in asyncio.open_connection("127.0.0.1", port), asyncio.start_server(print, "127.0.0.1", port):
            try:
                await call
            except OverflowError as exc:
                print(exc)
    await asyncio.open_connection("127.0.0.1", 65536)


asyncio.run(main())
