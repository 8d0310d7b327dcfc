"""Reading by lines and exact numbers of bytes."""
from anyio import ClosedResourceError, DelimiterNotFound, EndOfStream, IncompleteRead, _seam
from anyio.abc import ByteReceiveStream, ByteStream


class BufferedByteReceiveStream(ByteReceiveStream):
    def __init__(self, receive_stream):
        self.receive_stream, self._buffer, self._closed = receive_stream, bytearray(), False

    extra_attributes = property(lambda self: self.receive_stream.extra_attributes)

    @property
    def buffer(self):
        return bytes(self._buffer)

    async def aclose(self):
        await self.receive_stream.aclose()
        self._closed = True

    async def _more(self, count):
        if isinstance(self.receive_stream, ByteReceiveStream):
            return await self.receive_stream.receive(count)
        data = await self.receive_stream.receive()
        self._buffer += data[count:]
        return data[:count]

    def feed_data(self, data):
        self._buffer += data

    def _take(self, count):
        data = bytes(self._buffer[:count])
        del self._buffer[:count]
        return data

    async def receive(self, max_bytes=65536):
        _seam.check_size(max_bytes)
        if self._closed:
            raise ClosedResourceError
        if self._buffer:
            return self._take(max_bytes)
        return await self._more(max_bytes)

    async def receive_exactly(self, nbytes):
        if self._closed:
            raise ClosedResourceError
        while len(self._buffer) < nbytes:
            try:
                self._buffer += await self.receive_stream.receive()
            except EndOfStream as error:
                raise IncompleteRead from error
        return self._take(nbytes)

    async def receive_until(self, delimiter, max_bytes):
        if self._closed:
            raise ClosedResourceError
        while True:
            place = self._buffer.find(delimiter)
            if place >= 0:
                found = self._take(place)
                self._take(len(delimiter))
                return found
            if len(self._buffer) >= max_bytes:
                raise DelimiterNotFound(max_bytes)
            try:
                self._buffer += await self.receive_stream.receive()
            except EndOfStream as error:
                raise IncompleteRead from error


class BufferedByteStream(BufferedByteReceiveStream, ByteStream):
    async def send(self, item):
        await self.receive_stream.send(item)

    async def send_eof(self):
        await self.receive_stream.send_eof()
