"""Arguments that a method does not take are refused in the name of the class that has the method."""
import asyncio


class Echo(asyncio.Protocol):
    def connection_made(self, transport):
        super().connection_made()


def refused(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except TypeError as e:
        print(e)


refused(Echo().connection_made, None)
refused(asyncio.Protocol().data_received)
refused(asyncio.Protocol().eof_received, 1)
refused(asyncio.BufferedProtocol().buffer_updated)
refused(asyncio.DatagramProtocol().datagram_received, b'')
refused(asyncio.SubprocessProtocol().pipe_data_received, 1)
refused(asyncio.SubprocessProtocol().process_exited, code=1)
refused(asyncio.Protocol().pause_writing)
refused(asyncio.Protocol().connection_made, transport=None)
refused(asyncio.BoundedSemaphore().release, 1)
refused(asyncio.Semaphore().release, 1)
refused(asyncio.eager_task_factory)
refused(asyncio.create_eager_task_factory(asyncio.Task), 1)
