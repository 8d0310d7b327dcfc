"""Bodies of several parts: read as they come, and written."""
import json as _json
import re as _re
from urllib.parse import parse_qsl as _parse_qsl, unquote as _unquote, urlencode as _urlencode

from aiohttp.payload import JsonPayload as _JsonPayload, LookupError as _LookupError, Payload as _Payload
from aiohttp.payload import StringPayload as _StringPayload, get_payload as _get_payload
from aiohttp.web_response import kind_of as _kind_of
from multidict import CIMultiDict as _CIMultiDict, CIMultiDictProxy as _CIMultiDictProxy


_TOKEN = r"[\w!#$%&'*+.^`|~-]+"


def parse_content_disposition(header):
    """How a part is to be shown, and what else is said of it."""
    kind, _, rest = (header or '').partition(';')
    params = {}
    for name, quoted, value in _re.findall(rf'\s*({_TOKEN})\s*=\s*(?:"((?:[^"\\]|\\.)*)"|({_TOKEN}))', rest):
        value = value or _re.sub(r'\\(.)', r'\1', quoted.lstrip('\\/'))
        if name.endswith('*') and value.count("'") == 2:
            charset, _, value = value.split("'")
            value = _unquote(value, charset or 'utf-8')
        params[name.lower()] = value
    return kind.strip().lower() or None, params


def content_disposition_filename(params, name='filename'):
    """What a file is called."""
    return params.get(name + '*', params.get(name))


class _Source:
    """A body, and what of it has come and is not read yet."""

    def __init__(self, content):
        self._content, self.held = content, b''

    async def more(self):
        piece = await self._content.readany() if hasattr(self._content, 'readany') else await self._content.read(65536)
        self.held += piece
        return bool(piece)

    async def line(self):
        while b'\n' not in self.held and await self.more():
            pass
        line, end, self.held = self.held.partition(b'\n')
        return line + end


class BodyPartReader:
    """A part, read piece by piece or whole."""
    chunk_size = 8192

    def __init__(self, boundary, headers, content, *, subtype='mixed', default_charset=None, **kwargs):
        self.headers, self._boundary, self._default_charset = headers, boundary, default_charset
        self._source = content if isinstance(content, _Source) else _Source(content)
        self._form, self._eof, self._skips = subtype == 'form-data', False, 2
        # An empty part ends where it begins.
        self._source.held = b'\r\n' + self._source.held

    def _named(self, name):
        return content_disposition_filename(parse_content_disposition(self.headers.get('Content-Disposition'))[1], name)

    name = property(lambda self: self._named('name'))
    filename = property(lambda self: self._named('filename'))

    def at_eof(self):
        return self._eof

    async def read_chunk(self, size=chunk_size):
        """The next piece, of so many bytes at most."""
        source, end = self._source, b'\r\n' + self._boundary
        while not self._eof:
            at = source.held.find(end)
            there = at if at >= 0 else len(source.held) - len(end)
            if there > self._skips or at >= 0:
                stop = min(there, self._skips + size)
                piece, source.held = source.held[self._skips:stop], source.held[stop:]
                self._skips = 0
                if source.held.startswith(end):
                    source.held, self._eof = source.held[2:], True
                return piece
            if not await source.more():
                raise ValueError('Reading after EOF')
        return b''

    async def read(self, *, decode=False):
        found = bytearray()
        while not self._eof:
            found += await self.read_chunk()
        return self.decode(found) if decode else found

    async def release(self):
        while not self._eof:
            await self.read_chunk()

    async def next(self):
        return await self.read() or None

    def __aiter__(self):
        return self

    async def __anext__(self):
        if (found := await self.next()) is None:
            raise StopAsyncIteration
        return found

    def get_charset(self, default):
        return _kind_of(self.headers)[1].get('charset', self._default_charset or default)

    async def text(self, *, encoding=None):
        return (await self.read(decode=True)).decode(encoding or self.get_charset('utf-8'))

    async def json(self, *, encoding=None):
        text = await self.text(encoding=encoding)
        return _json.loads(text) if text else None

    async def form(self, *, encoding=None):
        data, encoding = await self.read(decode=True), encoding or self.get_charset('utf-8')
        try:
            text = data.rstrip().decode(encoding)
        except UnicodeDecodeError:
            raise ValueError(f'data cannot be decoded with {encoding} encoding')
        return _parse_qsl(text, keep_blank_values=True, encoding=encoding)

    def decode(self, data):
        """What a piece is, without what it was encoded by on its way."""
        way = self.headers.get('Content-Transfer-Encoding', 'binary').lower()
        coding = 'identity' if self._form else self.headers.get('Content-Encoding', 'identity').lower()
        if way == 'base64':
            import base64
            data = base64.b64decode(data)
        elif way == 'quoted-printable':
            import binascii
            data = binascii.a2b_qp(data)
        elif way not in ('binary', '8bit', '7bit'):
            raise RuntimeError(f'unknown content transfer encoding: {way}')
        if coding in ('gzip', 'deflate'):
            import zlib
            data = zlib.decompress(data, 31 if coding == 'gzip' else 15 if data[:1] == b'x' else -15)
        elif coding != 'identity':
            raise RuntimeError(f'unknown content encoding: {coding}')
        return data


class MultipartReader:
    """The parts of a body, one after another."""
    part_reader_cls, multipart_reader_cls = BodyPartReader, None

    def __init__(self, headers, content, **kwargs):
        kind, parameters = _kind_of(headers)
        assert kind.startswith('multipart/'), 'multipart/* content type expected'
        if 'boundary' not in parameters:
            raise ValueError('boundary missed for Content-Type: ' + headers['Content-Type'])
        boundary = parameters['boundary']
        if len(boundary) > 70:
            raise ValueError(f'boundary {boundary!r} is too long (70 chars max)')
        self.headers, self._subtype, self._boundary = headers, kind.partition('/')[2], b'--' + boundary.encode()
        self._source = content if isinstance(content, _Source) else _Source(content)
        self._part, self._eof, self._charset = None, False, None

    @classmethod
    def from_response(cls, response):
        """The parts of an answer, which is released after the last of them."""
        return MultipartResponseWrapper(response, cls(response.headers, response.content))

    def at_eof(self):
        return self._eof

    async def next(self):
        if self._eof:
            return None
        if self._part is not None:
            await self._part.release()
        await self._go_to_boundary()
        if self._eof:
            return None
        part = await self.fetch_next_part()
        if self._part is None and self._subtype == 'form-data' and getattr(part, 'name', None) == '_charset_':
            self._charset = (await part.read()).strip().decode()
            await self._go_to_boundary()
            part = await self.fetch_next_part()
        self._part = part
        return part

    async def _go_to_boundary(self):
        while True:
            line = await self._source.line()
            bare = line.rstrip(b'\r\n')
            if bare == self._boundary:
                return
            if bare == self._boundary + b'--':
                self._eof = True
                if self._source.held[:2] == b'\r\n':
                    self._source.held = self._source.held[2:]
                return
            if not line and self._part is None:
                raise ValueError(f'Could not find starting boundary {self._boundary!r}')
            if self._part is not None and bare:
                raise ValueError(f'Invalid boundary {line!r}, expected {self._boundary!r}')
            if not line:
                self._eof = True
                return

    async def fetch_next_part(self):
        headers = _CIMultiDict()
        while line := (await self._source.line()).rstrip(b'\r\n'):
            name, _, value = line.decode('utf-8', 'surrogateescape').partition(':')
            headers.add(name.strip(), value.strip())
        headers = _CIMultiDictProxy(headers)
        if _kind_of(headers)[0].startswith('multipart/'):
            return (self.multipart_reader_cls or type(self))(headers, self._source)
        return self.part_reader_cls(self._boundary, headers, self._source, subtype=self._subtype, default_charset=self._charset)

    async def release(self):
        while (part := await self.next()) is not None:
            await part.release()

    __aiter__, __anext__ = BodyPartReader.__aiter__, BodyPartReader.__anext__


class MultipartResponseWrapper:
    """The parts of an answer, and the answer."""

    def __init__(self, resp, stream):
        self.resp, self.stream = resp, stream

    def at_eof(self):
        return self.resp.content.at_eof()

    async def next(self):
        part = await self.stream.next()
        if self.stream.at_eof():
            await self.release()
        return part

    async def release(self):
        self.resp.release()

    __aiter__, __anext__ = BodyPartReader.__aiter__, BodyPartReader.__anext__


class MultipartWriter(_Payload):
    """A body that is made of parts."""

    def __init__(self, subtype='mixed', boundary=None):
        if boundary is None:
            import uuid
            boundary = uuid.uuid4().hex
        if not boundary.isascii():
            raise ValueError('boundary should contain ASCII only chars')
        shown = boundary
        if not _re.fullmatch(_TOKEN, boundary):
            if _re.search(r'[\0-\x08\n-\x1f\x7f]', boundary):
                raise ValueError('boundary value contains invalid characters')
            shown = '"' + boundary.replace('\\', '\\\\').replace('"', '\\"') + '"'
        super().__init__(None, content_type=f'multipart/{subtype}; boundary={shown}')
        self.boundary, self._parts, self._form = boundary, [], subtype == 'form-data'

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        pass

    def __iter__(self):
        return iter(self._parts)

    def __len__(self):
        return len(self._parts)

    def __bool__(self):
        return True

    def append(self, obj, headers=None):
        if isinstance(obj, _Payload):
            obj.headers.update(headers or {})
            return self.append_payload(obj)
        try:
            payload = _get_payload(obj, headers=headers)
        except _LookupError:
            raise TypeError(f'Cannot create payload from {obj!r}') from None
        return self.append_payload(payload)

    def append_payload(self, payload):
        headers, coding, way = payload.headers, '', ''
        if self._form:
            if 'Content-Disposition' not in headers:
                payload.set_content_disposition('form-data', name=f'section-{len(self._parts)}')
        else:
            coding, way = [headers.get(name, '').lower() for name in ('Content-Encoding', 'Content-Transfer-Encoding')]
            if coding not in ('', 'deflate', 'gzip', 'identity'):
                raise RuntimeError(f'unknown content encoding: {coding}')
            if way not in ('', 'base64', 'quoted-printable', 'binary'):
                raise RuntimeError(f'unknown content transfer encoding: {way}')
            coding, way = None if coding == 'identity' else coding, None if way == 'binary' else way
            if payload.size is not None and not coding and not way:
                headers['Content-Length'] = str(payload.size)
        self._parts.append((payload, coding, way))
        return payload

    def append_json(self, obj, headers=None):
        return self.append_payload(_JsonPayload(obj, headers=headers))

    def append_form(self, obj, headers=None):
        return self.append_payload(_StringPayload(_urlencode(obj, doseq=True), headers=headers,
                                                  content_type='application/x-www-form-urlencoded'))

    @property
    def size(self):
        if any(coding or way or part.size is None for part, coding, way in self._parts):
            return None
        mark = len(self.boundary)
        return sum(mark + 6 + len(part._head()) + part.size for part, _, _ in self._parts) + mark + 6

    def _framed(self, part, coding, way, data):
        if coding:
            import zlib
            squeezed = zlib.compressobj(wbits=31 if coding == 'gzip' else -15)
            data = squeezed.compress(data) + squeezed.flush()
        if way:
            import base64
            import binascii
            data = base64.b64encode(data) if way == 'base64' else binascii.b2a_qp(data)
        return b'--%b\r\n%b%b\r\n' % (self.boundary.encode(), part._head(), data)

    def _bytes(self):
        return b''.join([self._framed(*each, each[0]._bytes()) for each in self._parts]) + self._last()

    def _last(self):
        return b'--%b--\r\n' % self.boundary.encode()

    async def as_bytes(self, encoding='utf-8', errors='strict'):
        return b''.join([self._framed(*each, await each[0].as_bytes()) for each in self._parts]) + self._last()

    async def write(self, writer, close_boundary=True):
        for each in self._parts:
            await writer.write(self._framed(*each, await each[0].as_bytes()))
        if close_boundary:
            await writer.write(self._last())
