"""Texts over streams of bytes."""
import codecs

from anyio.abc import ObjectReceiveStream, ObjectSendStream, ObjectStream


class TextReceiveStream(ObjectReceiveStream):
    def __init__(self, transport_stream, encoding='utf-8', errors='strict'):
        self.transport_stream, self._decoder = transport_stream, codecs.getincrementaldecoder(encoding)(errors=errors)

    async def receive(self):
        while True:
            text = self._decoder.decode(await self.transport_stream.receive())
            if text:
                return text

    async def aclose(self):
        await self.transport_stream.aclose()


class TextSendStream(ObjectSendStream):
    def __init__(self, transport_stream, encoding='utf-8', errors='strict'):
        self.transport_stream, self._encoding, self.errors = transport_stream, encoding, errors

    async def send(self, item):
        await self.transport_stream.send(item.encode(self._encoding, self.errors))

    async def aclose(self):
        await self.transport_stream.aclose()


class TextStream(TextReceiveStream, ObjectStream):
    def __init__(self, transport_stream, encoding='utf-8', errors='strict'):
        super().__init__(transport_stream, encoding, errors)
        self._encoding, self.errors = encoding, errors

    async def send(self, item):
        await self.transport_stream.send(item.encode(self._encoding, self.errors))

    async def send_eof(self):
        await self.transport_stream.send_eof()
