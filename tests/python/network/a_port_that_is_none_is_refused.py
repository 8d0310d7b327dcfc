# recorded by hand: the oracle's sockets take such ports
import asyncio


async def handle(reader, writer):
    pass


async def main():
    loop = asyncio.get_running_loop()
    for port in 99999, -1, '65536':
        for name, attempt in [
            ('serve', asyncio.start_server(handle, '127.0.0.1', port)),
            ('connect', asyncio.open_connection('127.0.0.1', port)),
            ('from', asyncio.open_connection('127.0.0.1', 80, local_addr=('127.0.0.1', port))),
            ('datagrams', loop.create_datagram_endpoint(asyncio.DatagramProtocol, local_addr=('127.0.0.1', port))),
            ('send', loop.create_datagram_endpoint(asyncio.DatagramProtocol, remote_addr=('127.0.0.1', port))),
        ]:
            try:
                print(name, await attempt)
            except Exception as e:
                print(name, port, type(e).__name__, e)


asyncio.run(main())
