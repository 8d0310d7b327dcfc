"""What a body or a part of one is made of."""
import io as _io
import json as _json
from collections.abc import AsyncIterable as _AsyncIterable

from multidict import CIMultiDict as _CIMultiDict

_unset = object()


class LookupError(Exception):
    """There is nothing that sends a value of this type."""


class Payload:
    """A value, and the headers that it is sent with."""
    _default_content_type = 'application/octet-stream'

    def __init__(self, value, headers=None, content_type=_unset, filename=None, encoding=None, **kwargs):
        self._value, self._encoding, self._filename, self._headers = value, encoding, filename, _CIMultiDict()
        if content_type is _unset or content_type is None:
            content_type = self._default_content_type
            if filename is not None:
                import mimetypes
                content_type = mimetypes.guess_type(filename)[0] or content_type
        self._headers['Content-Type'] = content_type
        self._headers.update(headers or {})

    headers = property(lambda self: self._headers)
    filename = property(lambda self: self._filename)
    encoding = property(lambda self: self._encoding)
    content_type = property(lambda self: self._headers['Content-Type'])
    size = property(lambda self: len(self._bytes()))

    def _head(self):
        return ''.join([f'{name}: {value}\r\n' for name, value in self._headers.items()]).encode() + b'\r\n'

    def _bytes(self):
        return bytes(self._value)

    def set_content_disposition(self, disptype, quote_fields=True, _charset='utf-8', **params):
        self._headers['Content-Disposition'] = _disposition(disptype, quote_fields, _charset, params)

    def decode(self, encoding='utf-8', errors='strict'):
        return self._bytes().decode(encoding, errors)

    async def as_bytes(self, encoding='utf-8', errors='strict'):
        return self._bytes()

    async def write(self, writer):
        await writer.write(await self.as_bytes())


def _disposition(kind, quote_fields, charset, params):
    """How a part is to be shown, as a header says it."""
    from urllib.parse import quote
    pieces = [kind]
    for name, value in params.items():
        if quote_fields and name.lower() != 'filename' and not value.isascii():
            pieces.append(f"{name}*={charset}''{quote(value, '', charset)}")
            continue
        shown = quote(value, '', charset) if quote_fields and name.lower() == 'filename' else (
            value.replace('\\', '\\\\').replace('"', '\\"'))
        pieces.append(f'{name}="{shown}"')
    return '; '.join(pieces)


class BytesPayload(Payload):
    """Bytes."""

    def __init__(self, value, *args, **kwargs):
        if not isinstance(value, (bytes, bytearray, memoryview)):
            raise TypeError(f'value argument must be byte-ish, not {type(value)!r}')
        super().__init__(value, *args, **kwargs)


class StringPayload(BytesPayload):
    """Text, encoded."""

    def __init__(self, value, *args, encoding=None, content_type=None, **kwargs):
        from aiohttp.web_response import kind_of
        if encoding is None:
            encoding = kind_of({'Content-Type': content_type or ''})[1].get('charset', 'utf-8')
        content_type = content_type or f'text/plain; charset={encoding}'
        super().__init__(value.encode(encoding), *args, encoding=encoding, content_type=content_type, **kwargs)


class StringIOPayload(StringPayload):
    """What is left of text in memory."""

    def __init__(self, value, *args, **kwargs):
        super().__init__(value.read(), *args, **kwargs)


class IOBasePayload(Payload):
    """An open file."""

    def __init__(self, value, disposition='attachment', *args, **kwargs):
        from _multipart import name_of
        if 'filename' not in kwargs:
            kwargs['filename'] = name_of(value, None)
        super().__init__(value, *args, **kwargs)
        if self._filename is not None and disposition is not None and 'Content-Disposition' not in self._headers:
            self.set_content_disposition(disposition, filename=self._filename)

    _start = None

    def _bytes(self):
        if self._value.seekable():
            self._start = self._value.tell() if self._start is None else self._start
            self._value.seek(self._start)
        return self._value.read()


class TextIOPayload(IOBasePayload):
    """A file of text."""

    def __init__(self, value, *args, encoding=None, content_type=None, **kwargs):
        from aiohttp.web_response import kind_of
        if encoding is None:
            encoding = kind_of({'Content-Type': content_type or ''})[1].get('charset', 'utf-8')
        content_type = content_type or f'text/plain; charset={encoding}'
        super().__init__(value, *args, content_type=content_type, encoding=encoding, **kwargs)

    def _bytes(self):
        return super()._bytes().encode(self._encoding)


class BytesIOPayload(IOBasePayload):
    """Bytes in memory."""


class BufferedReaderPayload(IOBasePayload):
    """A file of bytes."""


class JsonPayload(BytesPayload):
    """An object, as JSON."""

    def __init__(self, value, encoding='utf-8', content_type='application/json', dumps=_json.dumps, *args, **kwargs):
        super().__init__(dumps(value).encode(encoding), *args, content_type=content_type, encoding=encoding, **kwargs)


class AsyncIterablePayload(Payload):
    """Pieces that are awaited."""
    size = None

    def __init__(self, value, *args, **kwargs):
        if not isinstance(value, _AsyncIterable):
            raise TypeError('value argument must support collections.abc.AsyncIterable interface, got {!r}'.format(type(value)))
        super().__init__(value, *args, **kwargs)

    def _bytes(self):
        raise TypeError('Unable to decode - content not cached. Call as_bytes() first.')

    async def as_bytes(self, encoding='utf-8', errors='strict'):
        self._value = [piece async for piece in self._value]
        self._bytes = lambda: b''.join(self._value)
        self.as_bytes = super().as_bytes
        return self._bytes()

    async def write(self, writer):
        async for piece in self._value:
            await writer.write(piece)


_KINDS = [
    ((bytes, bytearray, memoryview), BytesPayload), (str, StringPayload), (_io.StringIO, StringIOPayload),
    (_io.BytesIO, BytesIOPayload), (_io.TextIOBase, TextIOPayload), ((_io.BufferedReader, _io.BufferedRandom), BufferedReaderPayload),
    (_io.IOBase, IOBasePayload)]


def payload_type(kind, *, order=None):
    """A decorator of a class that sends values of that type."""
    def decorator(factory):
        _KINDS.append((kind, factory))
        return factory
    return decorator


def get_payload(data, *args, **kwargs):
    """What sends a value."""
    if isinstance(data, Payload):
        return data
    for kind, factory in _KINDS:
        if isinstance(data, kind):
            return factory(data, *args, **kwargs)
    if isinstance(data, _AsyncIterable):
        return AsyncIterablePayload(data, *args, **kwargs)
    raise LookupError()
