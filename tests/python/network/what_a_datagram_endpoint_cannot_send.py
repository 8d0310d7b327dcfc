# A datagram without an address ends its endpoint; one after its end as well. Writers left open warn.
import asyncio
import warnings

warnings.simplefilter('always')
warnings.showwarning = lambda text, category, file, line, *rest: print(str(text)[:22], file.rpartition('/')[2], line)


class Endpoint(asyncio.DatagramProtocol):
    def connection_lost(self, exc):
        print('lost', repr(exc))


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context['message'], repr(context['exception'])))
    transport, _ = await loop.create_datagram_endpoint(Endpoint, local_addr=('127.0.0.1', 5555))
    transport.sendto(b'to nobody')
    print(transport.is_closing())
    await asyncio.sleep(0)
    try:
        transport.sendto(b'to anybody', ('127.0.0.1', 5555))
    except AttributeError as error:
        print(error)
    server = await asyncio.start_server(lambda reader, writer: None, '127.0.0.1', 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    del reader, writer
    await asyncio.sleep(.1)
    server.close()


asyncio.run(main())
