"""Two streams of one way each as one; many listeners as one."""
from anyio import _seam
from anyio.abc import ByteStream, Listener, ObjectStream


class StapledByteStream(ByteStream):
    def __init__(self, send_stream, receive_stream):
        self.send_stream, self.receive_stream = send_stream, receive_stream

    async def receive(self, max_bytes=65536):
        _seam.check_size(max_bytes)
        return await self.receive_stream.receive(max_bytes)

    async def send(self, item):
        await self.send_stream.send(item)

    async def send_eof(self):
        await self.send_stream.aclose()

    async def aclose(self):
        await self.send_stream.aclose()
        await self.receive_stream.aclose()

    @property
    def extra_attributes(self):
        return {**self.send_stream.extra_attributes, **self.receive_stream.extra_attributes}


class StapledObjectStream(ObjectStream):
    __init__, send, send_eof, aclose, extra_attributes = (StapledByteStream.__dict__[name] for name in ('__init__', 'send', 'send_eof', 'aclose', 'extra_attributes'))

    async def receive(self):
        return await self.receive_stream.receive()


class MultiListener(Listener):
    def __init__(self, listeners):
        self.listeners = listeners

    async def serve(self, handler, task_group=None):
        from anyio._tasks import create_task_group
        async with create_task_group() as group:
            for listener in self.listeners:
                group.start_soon(listener.serve, handler, task_group)

    async def aclose(self):
        for listener in self.listeners:
            await listener.aclose()

    @property
    def extra_attributes(self):
        found = {}
        for listener in self.listeners:
            found.update(listener.extra_attributes)
        return found
