"""Protocols over transports: connections and datagrams."""
import asyncio


class Echo(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport
        print('server: from', transport.get_extra_info('peername'))

    def data_received(self, data):
        print('server:', data)
        self.transport.write(data[::-1])

    def eof_received(self):
        print('server: eof')

    def connection_lost(self, exc):
        print('server: lost', exc)


class Client(asyncio.Protocol):
    def __init__(self, done):
        self.done = done

    def connection_made(self, transport):
        transport.write(b'hello')
        print('client: made', transport.is_closing(), transport.get_write_buffer_size(), transport.get_write_buffer_limits())

    def data_received(self, data):
        print('client:', data)

    def connection_lost(self, exc):
        print('client: lost', exc)
        self.done.set_result(True)


class Datagrams(asyncio.DatagramProtocol):
    def __init__(self, name, answer):
        self.name, self.answer = name, answer

    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, addr):
        print(self.name, data, addr)
        if self.answer:
            self.transport.sendto(data.upper(), addr)
        else:
            self.transport.close()

    def error_received(self, exc):
        print(self.name, 'error', repr(exc))

    def connection_lost(self, exc):
        print(self.name, 'lost', exc)


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Echo, '127.0.0.1', 8000)
    done = loop.create_future()
    transport, protocol = await loop.create_connection(lambda: Client(done), '127.0.0.1', 8000)
    await asyncio.sleep(0.1)
    transport.close()
    await done
    await asyncio.sleep(0.1)
    server.close()
    await server.wait_closed()
    place, _ = await loop.create_datagram_endpoint(lambda: Datagrams('server', True), local_addr=('127.0.0.1', 9999))
    print(place.get_extra_info('sockname'), place.get_extra_info('peername'))
    other, _ = await loop.create_datagram_endpoint(lambda: Datagrams('client', False), remote_addr=('127.0.0.1', 9999))
    other.sendto(b'one')
    await asyncio.sleep(0.1)
    place.close()
    await asyncio.sleep(0.1)
    lonely, _ = await loop.create_datagram_endpoint(lambda: Datagrams('lonely', False), remote_addr=('127.0.0.1', 9998))
    lonely.sendto(b'nobody')
    await asyncio.sleep(0.1)
    lonely.close()
    for wrong in (lambda: place.sendto('text'), lambda: lonely.sendto(b'x', ('127.0.0.1', 1))):
        try:
            wrong()
        except (TypeError, ValueError) as e:
            print(e)


asyncio.run(main())
