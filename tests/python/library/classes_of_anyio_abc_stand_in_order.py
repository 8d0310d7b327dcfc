# recorded by hand: needs anyio
"""The classes of anyio.abc: their orders, their metaclasses, what is abstract in them."""
import anyio
import anyio.abc as abc

for name in ('AsyncResource UnreliableObjectReceiveStream UnreliableObjectSendStream UnreliableObjectStream ObjectReceiveStream '
             'ObjectSendStream ObjectStream ByteReceiveStream ByteSendStream ByteStream ObjectStreamConnectable ByteStreamConnectable '
             'SocketStream UDPSocket ConnectedUDPSocket UNIXDatagramSocket Listener SocketListener').split():
    kind = getattr(abc, name)
    print(name, type(kind).__name__, sorted(kind.__abstractmethods__), [each.__name__ for each in kind.__mro__ if each.__name__[0] != '_'])


class Once(abc.SocketListener):
    left = 2
    _raw_socket = None

    async def accept(self):
        if not self.left:
            raise anyio.ClosedResourceError
        self.left -= 1
        return self.left

    async def aclose(self):
        print('closed')


async def handle(stream):
    print('handles', stream)


class Words(abc.ObjectReceiveStream[str]):
    words = ['a', 'b']

    async def receive(self):
        if not self.words:
            raise anyio.EndOfStream
        return self.words.pop(0)

    async def aclose(self):
        print('closed')


async def main():
    async with Once() as listener:
        try:
            await listener.serve(handle)
        except* anyio.ClosedResourceError as group:
            print(group.exceptions)
        listener.left = 1
        async with anyio.create_task_group() as tasks:
            try:
                await listener.serve(handle, tasks)
            except anyio.ClosedResourceError:
                print('no more')
    async with Words() as words:
        print([word async for word in words])


anyio.run(main)
