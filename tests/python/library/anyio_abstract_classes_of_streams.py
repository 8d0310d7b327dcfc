# anyio.abc has the classes and types by which streams are named, abstract where a stream must say how it does it.
import typing
import warnings

import anyio
import anyio.abc as abc
from anyio.streams.tls import TLSAttribute

for name in ('ByteStream', 'ByteReceiveStream', 'ByteSendStream', 'ObjectStream', 'ObjectReceiveStream', 'ObjectSendStream',
             'UnreliableObjectStream', 'Listener', 'UDPSocket', 'ConnectedUDPSocket', 'UNIXDatagramSocket', 'AsyncResource'):
    kind = getattr(abc, name)
    print(name, kind.__name__, sorted(kind.__abstractmethods__))
print(issubclass(abc.UDPSocket, abc.UnreliableObjectStream), issubclass(abc.SocketStream, abc.ByteStream),
      issubclass(abc.ByteStream, abc.UnreliableObjectSendStream))
for name in ('AnyByteStream', 'AnyByteReceiveStream', 'AnyUnreliableByteStream', 'AnyByteStreamConnectable', 'UDPPacketType', 'IPSockAddrType',
             'IPAddressType', 'UNIXDatagramPacketType'):
    print(name, len(typing.get_args(getattr(abc, name))))
print(typing.get_args(abc.UDPPacketType), sorted(n for n in dir(TLSAttribute) if n[0] != '_'))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    print(abc.CancelScope is anyio.CancelScope, abc.Event is anyio.Event)
print(*[f'{w.lineno} {w.message}' for w in caught], sep='\n')


class Source(abc.ByteReceiveStream):
    left = [b'a', b'b']

    async def receive(self, max_bytes=65536):
        if not self.left:
            raise anyio.EndOfStream
        return self.left.pop()

    async def aclose(self):
        print('closed')


class Half(abc.ByteStream):
    async def receive(self, max_bytes=65536): ...


async def main():
    async with Source() as source:
        print([part async for part in source], source.extra(TLSAttribute.ssl_object, 'none'))
    try:
        Half()
    except TypeError as e:
        print(e)
    async with await anyio.create_udp_socket(local_host='127.0.0.1') as udp:
        print(isinstance(udp, abc.UDPSocket), isinstance(udp, abc.UnreliableObjectStream), isinstance(udp, abc.ByteStream))
        await udp.sendto(b'hi', '127.0.0.1', udp.extra(abc.SocketAttribute.local_port))
        print((await udp.receive())[0])


anyio.run(main)
