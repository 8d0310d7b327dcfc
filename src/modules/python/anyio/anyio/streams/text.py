"""Texts over streams of bytes."""
import codecs

from anyio._errors import EndOfStream
from anyio.abc import ObjectReceiveStream, ObjectSendStream, ObjectStream


class TextReceiveStream(ObjectReceiveStream):
    extra_attributes = property(lambda self: self.transport_stream.extra_attributes)

    def __init__(self, transport_stream, encoding='utf-8', errors='strict'):
        self.transport_stream, self._decoder = transport_stream, codecs.getincrementaldecoder(encoding)(errors=errors)

    async def receive(self):
        while True:
            try:
                data, last = await self.transport_stream.receive(), None
            except EndOfStream as error:
                data, last = b'', error
            text = self._decoder.decode(data, last is not None)
            if text:
                return text
            if last is not None:
                raise last

    async def aclose(self):
        await self.transport_stream.aclose()


class TextSendStream(ObjectSendStream):
    extra_attributes = property(lambda self: self.transport_stream.extra_attributes)

    def __init__(self, transport_stream, encoding='utf-8', errors='strict'):
        self.transport_stream, self.errors, self._encoder = transport_stream, errors, codecs.getincrementalencoder(encoding)(errors)

    async def send(self, item):
        await self.transport_stream.send(self._encoder.encode(item))

    async def aclose(self):
        await self.transport_stream.aclose()


class TextStream(TextReceiveStream, ObjectStream):
    def __init__(self, transport_stream, encoding='utf-8', errors='strict'):
        super().__init__(transport_stream, encoding, errors)
        self.errors, self._encoder = errors, codecs.getincrementalencoder(encoding)(errors)

    async def send(self, item):
        await self.transport_stream.send(self._encoder.encode(item))

    async def send_eof(self):
        await self.transport_stream.send_eof()
