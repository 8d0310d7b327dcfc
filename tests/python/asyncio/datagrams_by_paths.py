# create_datagram_endpoint with paths for addresses; a socket's file that was left is removed.
import asyncio
import os
import socket


class Heard(asyncio.DatagramProtocol):
    def __init__(self, name):
        self.name = name

    def connection_made(self, transport):
        print(self.name, 'at', repr(transport.get_extra_info('sockname')))

    def datagram_received(self, data, address):
        print(self.name, 'got', data, address)

    def connection_lost(self, exc):
        print(self.name, 'lost', exc)


async def main():
    loop = asyncio.get_running_loop()
    path = '/tmp/of-datagrams.sock'
    for _ in range(2):
        server, _ = await loop.create_datagram_endpoint(lambda: Heard('server'), local_addr=path, family=socket.AF_UNIX)
        client, _ = await loop.create_datagram_endpoint(lambda: Heard('client'), remote_addr=path, family=socket.AF_UNIX)
        client.sendto(b'hello')
        await asyncio.sleep(0.1)
        client.close()
        server.close()
        await asyncio.sleep(0)
        print(os.path.exists(path))
    os.remove(path)
    for given in dict(local_addr=('a', 1)), dict(remote_addr=5), dict(local_addr='/nowhere/x'), dict(remote_addr=path):
        try:
            await loop.create_datagram_endpoint(lambda: Heard('none'), family=socket.AF_UNIX, **given)
        except Exception as error:
            print(type(error).__name__, error)


asyncio.run(main())
