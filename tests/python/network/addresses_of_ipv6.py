# Sockets of IPv6 know themselves and each other by addresses of IPv6, those of IPv4 in disguise included.
import asyncio
import socket

for host in '::1', '::':
    served = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)
    served.bind((host, 0))
    sender = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)
    sender.sendto(b'asked', ('::1', served.getsockname()[1]))
    data, address = served.recvfrom(100)
    print(data, address[::2], sender.getsockname()[::2])
    served.sendto(b'told', address)
    print(sender.recvfrom(100)[0])
    joined = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)
    joined.connect(('::1', served.getsockname()[1]))
    print(joined.getsockname()[::2], joined.getpeername()[::2])

    listener = socket.create_server((host, 0), family=socket.AF_INET6, dualstack_ipv6=host == '::')
    for to in ('::1', '127.0.0.1') if host == '::' else ('::1',):
        client = socket.create_connection((to, listener.getsockname()[1]))
        accepted, address = listener.accept()
        print(client.getsockname()[0], client.getpeername()[0], '|', address[0], accepted.getsockname()[0], len(address))
    if host == '::':
        old = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        old.sendto(b'from IPv4', ('127.0.0.1', served.getsockname()[1]))
        data, address = served.recvfrom(100)
        print(data, address[0])


class Answer(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, address):
        self.transport.sendto(data.upper(), address)


class Ask(asyncio.DatagramProtocol):
    def __init__(self):
        self.answer = asyncio.get_running_loop().create_future()

    def datagram_received(self, data, address):
        self.answer.set_result((data, address[0]))


async def main():
    loop = asyncio.get_running_loop()
    served, _ = await loop.create_datagram_endpoint(Answer, local_addr=('::1', 0))
    asking, protocol = await loop.create_datagram_endpoint(Ask, local_addr=('::1', 0))
    asking.sendto(b'heard', served.get_extra_info('sockname'))
    print(await protocol.answer)


asyncio.run(main())
