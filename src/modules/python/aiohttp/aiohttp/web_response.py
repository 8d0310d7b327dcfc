"""aiohttp's answers: sent piece by piece, or with a body."""
import enum as _enum
import json as _json
from collections.abc import MutableMapping as _MutableMapping
from http.cookies import SimpleCookie as _SimpleCookie

import aiohttp as _aiohttp
from _http_statuses import PHRASES as _PHRASES
from aiohttp.helpers import ETag
from multidict import CIMultiDict as _CIMultiDict

_unset = object()
_LONG_AGO = 'Thu, 01 Jan 1970 00:00:00 GMT'
_ETAG = r'(W/)?"([!#-}\x80-\xff]+)"'


class ContentCoding(_enum.Enum):
    """How a body may be compressed."""
    deflate = 'deflate'
    gzip = 'gzip'
    identity = 'identity'


class Keyed(_MutableMapping):
    """Values that a program keeps under names."""

    def __init__(self):
        self._state = {}

    def __getitem__(self, key):
        return self._state[key]

    def __setitem__(self, key, value):
        self._state[key] = value

    def __delitem__(self, key):
        del self._state[key]

    def __iter__(self):
        return iter(self._state)

    def __len__(self):
        return len(self._state)

    __hash__ = object.__hash__

    def __eq__(self, other):
        return self is other


def http_date(seconds=None):
    import time
    return time.strftime('%a, %d %b %Y %H:%M:%S GMT', time.gmtime(seconds))


def parsed_date(text):
    """The time of a header, or None."""
    if text is None:
        return None
    import datetime
    from email.utils import parsedate
    found = parsedate(text)
    try:
        return found and datetime.datetime(*found[:6], tzinfo=datetime.timezone.utc)
    except ValueError:
        return None


def kind_of(headers):
    """The type of what headers tell of, and its parameters."""
    given = headers.get('Content-Type')
    if given is None:
        return 'application/octet-stream', {}
    kind, *rest = [part.strip() for part in given.split(';')]
    pairs = [part.partition('=') for part in rest if part]
    return kind.lower() if kind.count('/') == 1 else 'text/plain', {k.strip().lower(): v.strip(' "') for k, _, v in pairs}


class StreamResponse(Keyed):
    """An answer that is sent piece by piece."""

    def __init__(self, *, status=200, reason=None, headers=None):
        super().__init__()
        self._request = None
        self.set_status(status, reason)
        self._headers, self._cookies, self._eof_sent = _CIMultiDict(headers), _SimpleCookie(), False
        self._chunked, self._length, self._sent_bytes, self._keep_alive = False, None, 0, None
        self._compression, self._coding, self._compressor = False, None, None

    status = property(lambda self: self._status)
    reason = property(lambda self: self._reason)
    prepared = property(lambda self: self._eof_sent or self._request is not None)
    headers = property(lambda self: self._headers)
    cookies = property(lambda self: self._cookies)
    chunked = property(lambda self: self._chunked)
    compression = property(lambda self: self._compression)
    keep_alive = property(lambda self: self._keep_alive)
    body_length = property(lambda self: self._sent_bytes)

    def set_status(self, status, reason=None):
        assert not self.prepared, 'Cannot change the response status code after the headers have been sent'
        if reason is not None and ('\r' in reason or '\n' in reason):
            raise ValueError('Reason cannot contain \\r or \\n')
        self._status = int(status)
        self._reason = _PHRASES.get(self._status, '') if reason is None else reason

    _eof_sent, _request = False, None

    def force_close(self):
        self._keep_alive = False

    def enable_chunked_encoding(self, chunk_size=None):
        if 'Content-Length' in self._headers:
            raise RuntimeError("You can't enable chunked encoding when a content length is set")
        if chunk_size is not None:
            import warnings
            warnings.warn('Chunk size is deprecated #1615', DeprecationWarning)
        self._chunked = True

    def enable_compression(self, force=None, strategy=None):
        if isinstance(force, bool):
            import warnings
            warnings.warn('Using boolean for force is deprecated #3318', DeprecationWarning)
            force = ContentCoding.deflate if force else ContentCoding.identity
        assert force is None or isinstance(force, ContentCoding), 'force should one of None, bool or ContentEncoding'
        self._compression, self._coding = True, force

    # What its headers say.

    @property
    def content_type(self):
        return kind_of(self._headers)[0]

    @content_type.setter
    def content_type(self, value):
        self._describe(str(value), kind_of(self._headers)[1])

    @property
    def charset(self):
        return kind_of(self._headers)[1].get('charset')

    @charset.setter
    def charset(self, value):
        kind, parameters = kind_of(self._headers)
        if kind == 'application/octet-stream':
            raise RuntimeError("Setting charset for application/octet-stream doesn't make sense, setup content_type first")
        parameters.pop('charset', None)
        self._describe(kind, parameters if value is None else parameters | {'charset': str(value).lower()})

    def _describe(self, kind, parameters):
        self._headers['Content-Type'] = '; '.join([kind, *[f'{name}={value}' for name, value in parameters.items()]])

    @property
    def content_length(self):
        length = self._headers.get('Content-Length')
        return None if length is None else int(length)

    @content_length.setter
    def content_length(self, value):
        if value is None:
            self._headers.pop('Content-Length', None)
            return
        if self._chunked:
            raise RuntimeError("You can't set content length when chunked encoding is enable")
        self._headers['Content-Length'] = str(int(value))

    @property
    def last_modified(self):
        return parsed_date(self._headers.get('Last-Modified'))

    @last_modified.setter
    def last_modified(self, value):
        import datetime
        import math
        if value is None:
            self._headers.pop('Last-Modified', None)
        elif isinstance(value, (int, float)):
            self._headers['Last-Modified'] = http_date(math.ceil(value))
        elif isinstance(value, datetime.datetime):
            import calendar
            self._headers['Last-Modified'] = http_date(calendar.timegm(value.utctimetuple()) + bool(value.microsecond))
        elif isinstance(value, str):
            self._headers['Last-Modified'] = value
        else:
            raise TypeError(f'Unsupported type for last_modified: {type(value).__name__}')

    @property
    def etag(self):
        import re
        given = self._headers.get('ETag')
        if given == '*':
            return ETag('*')
        match = given and re.fullmatch(_ETAG, given)
        return ETag(match[2], bool(match[1])) if match else None

    @etag.setter
    def etag(self, value):
        import re
        if value is None:
            self._headers.pop('ETag', None)
            return
        text, weak = value if isinstance(value, ETag) else (value, False)
        if not isinstance(text, str):
            raise ValueError(f'Unsupported etag type: {type(value)}. etag must be str, ETag or None')
        if text != '*' and not re.fullmatch(_ETAG, f'"{text}"'):
            raise ValueError(f'Value {text!r} is not a valid etag. Maybe it contains \'"\'?')
        self._headers['ETag'] = '*' if text == '*' else f'W/"{text}"' if weak else f'"{text}"'

    def set_cookie(self, name, value, *, expires=None, domain=None, max_age=None, path='/', secure=None, httponly=None,
                   version=None, samesite=None, partitioned=None):
        self._cookies[name] = value
        cookie = self._cookies[name]
        if expires is not None:
            cookie['expires'] = expires
        elif cookie['expires'] == _LONG_AGO:
            del cookie['expires']
        if max_age is not None:
            cookie['max-age'] = str(max_age)
        elif 'max-age' in cookie:
            del cookie['max-age']
        given = {'domain': domain, 'path': path, 'secure': secure, 'httponly': httponly, 'version': version,
                 'samesite': samesite}
        for attribute, wanted in given.items():
            if wanted is not None:
                cookie[attribute] = wanted

    def del_cookie(self, name, *, domain=None, path='/', secure=None, httponly=None, samesite=None):
        self._cookies.pop(name, None)
        self.set_cookie(name, '', max_age=0, expires=_LONG_AGO, domain=domain, path=path, secure=secure,
                        httponly=httponly, samesite=samesite)

    # How it is sent.

    async def prepare(self, request):
        if self._eof_sent:
            return None
        if self._request is None:
            self._request, request._answer = request, self
            for cookie in self._cookies.values():
                self._headers.add('Set-Cookie', cookie.output(header='')[1:])
            self._set_headers(request)
            await request._prepare_hook(self)
            lines = [f'HTTP/1.1 {self._status} {self._reason}', *(f'{k}: {v}' for k, v in self._headers.items())]
            self._head = '\r\n'.join(lines).encode() + b'\r\n\r\n'
            if self._at_once:
                self._send(b'')
        return request._writer

    # Whether what comes before the body is sent without it.
    _at_once = True

    def _wanted_coding(self, request):
        if self._coding is not None or not self._compression:
            return self._coding or ContentCoding.identity
        accepted = request.headers.get('Accept-Encoding', '').lower()
        return next((coding for coding in ContentCoding if coding.value in accepted), ContentCoding.identity)

    def _compress(self, coding):
        import zlib
        self._compressor = zlib.compressobj(wbits=16 + zlib.MAX_WBITS if coding is ContentCoding.gzip else zlib.MAX_WBITS)
        self._headers['Content-Encoding'] = coding.value
        self._headers.popall('Content-Length', None)

    def _set_headers(self, request):
        headers = self._headers
        self._no_body = request.method == 'HEAD' or self._status in (101, 204, 304)
        if (coding := self._wanted_coding(request)) is not ContentCoding.identity:
            self._compress(coding)
        if self._chunked and request._version == 'HTTP/1.0':
            raise RuntimeError(f'Using chunked encoding is forbidden for HTTP/{request._version.removeprefix("HTTP/")}')
        if 'Content-Length' not in headers and request._version != 'HTTP/1.0' and not self._no_body:
            self._chunked = True
            headers['Transfer-Encoding'] = 'chunked'
        if self._status == 204:
            headers.pop('Content-Length', None)
        self._length = StreamResponse.content_length.fget(self)
        if not self._no_body and self._length != 0:
            headers.setdefault('Content-Type', 'application/octet-stream')
        headers.setdefault('Date', http_date())
        headers.setdefault('Server', f'Python/3.13 aiohttp/{_aiohttp.__version__}')
        if request._version == 'HTTP/1.0' and self._length is None or self._keep_alive is False:
            request.keep_alive = False
        if not request.keep_alive and request._version != 'HTTP/1.0':
            headers.setdefault('Connection', 'close')

    def _send(self, data, last=False):
        writer = self._request._writer
        if writer.transport.is_closing() or self._request._reader.at_eof():
            raise _aiohttp.ClientConnectionResetError('Cannot write to closing transport')
        if self._compressor is not None:
            data = self._compressor.compress(data) + (self._compressor.flush() if last else b'')
        if self._no_body:
            data = b''
        elif self._chunked:
            data = b'%x\r\n%b\r\n' % (len(data), data) if data else b''
            data += b'0\r\n\r\n' if last else b''
        elif self._length is not None:
            data = data[:self._length]
            self._length -= len(data)
        data, self._head = self._head + data, b''
        self._sent_bytes += len(data)
        if data:
            writer.write(data)

    async def write(self, data):
        assert isinstance(data, (bytes, bytearray, memoryview)), f'data argument must be byte-ish ({type(data)!r})'
        if self._eof_sent:
            raise RuntimeError('Cannot call write() after write_eof()')
        if self._request is None:
            raise RuntimeError('Cannot call write() before prepare()')
        self._send(bytes(data))
        await self._request._writer.drain()

    async def drain(self):
        assert not self._eof_sent, 'EOF has already been sent'
        assert self._request is not None, 'Response has not been started'
        await self._request._writer.drain()

    async def write_eof(self, data=b''):
        assert isinstance(data, (bytes, bytearray, memoryview)), f'data argument must be byte-ish ({type(data)!r})'
        if not self._eof_sent:
            assert self._request is not None, 'Response has not been started'
            self._send(bytes(data), True)
            self._eof_sent = True
            await self._request._writer.drain()

    def __bool__(self):
        return True

    def __repr__(self):
        info = 'eof' if self._eof_sent else 'not prepared'
        if self.prepared and not self._eof_sent:
            info = f'{self._request.method} {self._request.path} '
        return f'<{type(self).__name__} {self._reason} {info}>'


class Response(StreamResponse):
    """An answer with a body."""

    def __init__(self, *, body=None, status=200, reason=None, text=None, headers=None, content_type=None, charset=None,
                 zlib_executor_size=None, zlib_executor=None):
        if body is not None and text is not None:
            raise ValueError('body and text are not allowed together')
        if content_type is not None and 'charset' in content_type:
            raise ValueError('charset must not be in content_type argument')
        super().__init__(status=status, reason=reason, headers=headers)
        described = 'Content-Type' in self._headers
        if described and (content_type or charset):
            raise ValueError('passing both Content-Type header and content_type or charset params is forbidden')
        if text is not None and not described:
            if not isinstance(text, str):
                raise TypeError(f'text argument must be str ({type(text)!r})')
            charset = 'utf-8' if charset is None else charset
            self._headers['Content-Type'] = f'{content_type or "text/plain"}; charset={charset}'
            body, text = text.encode(charset), None
        elif content_type is not None:
            self._headers['Content-Type'] = content_type + (f'; charset={charset}' if charset is not None else '')
        if text is None:
            self.body = body
        else:
            self.text = text

    @property
    def body(self):
        return self._body

    @body.setter
    def body(self, body):
        if hasattr(body, 'as_bytes'):
            for name, value in body.headers.items():
                self._headers.setdefault(name, value)
        elif body is not None and not isinstance(body, (bytes, bytearray)):
            if isinstance(body, str) or hasattr(body, 'read') and hasattr(body, 'encoding'):
                kind = 'text/plain; charset=utf-8'
            elif isinstance(body, memoryview) or hasattr(body, '__aiter__') or hasattr(body, 'read'):
                kind = 'application/octet-stream'
            else:
                raise ValueError(f'Unsupported body type {type(body)!r}')
            self._headers.setdefault('Content-Type', kind)
        self._body = body

    @property
    def text(self):
        return None if self._body is None else self._content().decode(self.charset or 'utf-8')

    @text.setter
    def text(self, text):
        assert text is None or isinstance(text, str), f'text argument must be str ({type(text)!r})'
        kind, parameters = kind_of(self._headers)
        untold, charset = kind == 'application/octet-stream', parameters.get('charset', 'utf-8')
        if untold or 'charset' not in parameters:
            self._describe('text/plain' if untold else kind, parameters | {'charset': charset})
        self._body = text.encode(charset)

    @property
    def content_length(self):
        if self._chunked:
            return None
        length = StreamResponse.content_length.fget(self)
        if length is not None:
            return length
        return 0 if self._body is None else len(self._body) if hasattr(self._body, '__len__') else None

    @content_length.setter
    def content_length(self, value):
        raise RuntimeError('Content length is set automatically')

    _at_once = False

    def _content(self):
        if hasattr(self._body, 'read'):
            self._body = self._body.read()
        if hasattr(self._body, 'as_bytes'):
            return self._body._bytes()
        return self._body.encode() if isinstance(self._body, str) else bytes(self._body or b'')

    def _set_headers(self, request):
        if not hasattr(self._body, '__aiter__') and not self._chunked and 'Content-Length' not in self._headers:
            size = len(self._content())
            if size or self._status != 304 and request.method != 'HEAD':
                self._headers['Content-Length'] = str(size)
        super()._set_headers(request)

    def _compress(self, coding):
        super()._compress(coding)
        if not self._chunked and not hasattr(self._body, '__aiter__'):
            self._body, compressor = self._content(), self._compressor
            self._body, self._compressor = compressor.compress(self._body) + compressor.flush(), None
            self._headers['Content-Length'] = str(len(self._body))

    async def write_eof(self, data=b''):
        if self._eof_sent:
            return
        assert not data, f'data arg is not supported, got {data!r}'
        if hasattr(self._body, '__aiter__'):
            async for piece in self._body:
                await self.write(piece)
            await super().write_eof()
        else:
            await super().write_eof(self._content())


def json_response(data=_unset, *, text=None, body=None, status=200, reason=None, headers=None,
                  content_type='application/json', dumps=_json.dumps):
    if data is not _unset:
        if text or body:
            raise ValueError('only one of data, text, or body should be specified')
        text = dumps(data)
    return Response(text=text, body=body, status=status, reason=reason, headers=headers, content_type=content_type)


def json_bytes_response(data=_unset, *, dumps, body=None, status=200, reason=None, headers=None,
                        content_type='application/json'):
    if data is not _unset:
        if body is not None:
            raise ValueError('only one of data or body should be specified')
        body = dumps(data)
    return Response(body=body, status=status, reason=reason, headers=headers, content_type=content_type)
