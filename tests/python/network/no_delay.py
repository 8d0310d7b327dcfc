# A transport over TCP sends at once (TCP_NODELAY), if its socket says that it is one of TCP.
import asyncio
import socket


def delays(sock):
    return int(sock.proto), sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


async def main():
    async def served(reader, writer):
        print('accepted', *delays(writer.get_extra_info('socket')))
        writer.close()

    server = await asyncio.start_server(served, '127.0.0.1', 0)
    print('listening', *delays(server.sockets[0]))
    where = server.sockets[0].getsockname()
    _, writer = await asyncio.open_connection(*where)
    print('connected', *delays(writer.get_extra_info('socket')))
    writer.close()
    await asyncio.sleep(0.1)
    plain = socket.socket()
    plain.setblocking(False)
    await asyncio.get_running_loop().sock_connect(plain, where)
    _, writer = await asyncio.open_connection(sock=plain)
    print('given', *delays(plain))
    writer.close()
    server.close()


asyncio.run(main())
