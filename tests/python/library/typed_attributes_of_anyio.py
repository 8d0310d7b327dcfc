# recorded by hand: needs anyio
import socket

import anyio
from anyio import TypedAttributeProvider, TypedAttributeSet, typed_attribute
from anyio.abc import SocketAttribute
from anyio.streams.buffered import BufferedByteReceiveStream
from anyio.streams.stapled import StapledObjectStream
from anyio.streams.text import TextReceiveStream


class MyAttributes(TypedAttributeSet):
    name: str = typed_attribute()
    size: int = typed_attribute()
    unknown: int = typed_attribute()


class Provider(TypedAttributeProvider):
    @property
    def extra_attributes(self):
        return {MyAttributes.name: lambda: 'the name', MyAttributes.size: lambda: 3}


provider = Provider()
print(provider.extra(MyAttributes.name), provider.extra(MyAttributes.size), provider.extra(MyAttributes.unknown, None))
try:
    provider.extra(MyAttributes.unknown)
except anyio.TypedAttributeLookupError as error:
    print(repr(error))
try:
    class Wrong(TypedAttributeSet):
        name = typed_attribute()
except TypeError as error:
    print(error)


async def handle(client):
    async with client:
        print('from', client.extra(SocketAttribute.remote_address)[0], client.extra(SocketAttribute.local_port))


async def main():
    async with anyio.create_task_group() as group:
        listener = await anyio.create_tcp_listener(local_host='127.0.0.1', local_port=8000)
        print(listener.extra(SocketAttribute.local_port), listener.extra(SocketAttribute.remote_port, 'none'))
        group.start_soon(listener.serve, handle)
        async with await anyio.connect_tcp('127.0.0.1', 8000) as stream:
            print(stream.extra(SocketAttribute.remote_address), stream.extra(SocketAttribute.family) == socket.AF_INET)
            wrapped = TextReceiveStream(BufferedByteReceiveStream(stream))
            print(wrapped.extra(SocketAttribute.remote_port))
            await anyio.sleep(0.1)
        group.cancel_scope.cancel()
    send, receive = anyio.create_memory_object_stream(1)
    print(StapledObjectStream(send, receive).extra_attributes, send.extra(SocketAttribute.family, 'no'))
    send.close()
    receive.close()


anyio.run(main)
