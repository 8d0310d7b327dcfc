"""aiohttp's server: applications, routes, handlers, on the loopback addresses."""
import asyncio as _asyncio
import json as _json
from collections.abc import MutableMapping as _MutableMapping
from _http_statuses import PHRASES as _PHRASES, rows as _rows
from http.cookies import SimpleCookie as _SimpleCookie
from urllib.parse import parse_qsl as _parse_qsl, quote as _quote, unquote as _unquote, urlsplit as _urlsplit

import aiohttp as _aiohttp
from _multipart import parameter as _parameter, parts as _parts
from _network import not_supported as _not_supported
from multidict import CIMultiDict as _CIMultiDict, CIMultiDictProxy as _CIMultiDictProxy
from multidict import MultiDict as _MultiDict, MultiDictProxy as _MultiDictProxy
from time import time as _now
from yarl import URL as _URL


class GracefulExit(SystemExit):
    code = 1


class _Keyed(_MutableMapping):
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


class AppKey:
    """A name for a value of an application."""

    def __init__(self, name, t=None):
        self._name, self._t = name, t

    def __repr__(self):
        return f'<AppKey({self._name}, type={getattr(self._t, "__qualname__", self._t)})>'


def _reason(status):
    return _PHRASES.get(status, '')


class StreamResponse(_Keyed):
    """An answer that is sent piece by piece."""
    __module__ = 'aiohttp.web_response'

    def __init__(self, *, status=200, reason=None, headers=None):
        super().__init__()
        self.set_status(status, reason)
        self._headers, self._cookies, self._request, self._eof_sent = _CIMultiDict(headers), _SimpleCookie(), None, False
        self._chunked, self._length, self._sent_bytes = False, None, 0

    status = property(lambda self: self._status)
    reason = property(lambda self: self._reason)
    prepared = property(lambda self: self._request is not None)
    headers = property(lambda self: self._headers)
    cookies = property(lambda self: self._cookies)

    def set_status(self, status, reason=None):
        self._status, self._reason = int(status), _reason(status) if reason is None else reason

    @property
    def content_type(self):
        return self._headers.get('Content-Type', 'application/octet-stream').partition(';')[0]

    @content_type.setter
    def content_type(self, value):
        self._headers['Content-Type'] = value

    def set_cookie(self, name, value, *, expires=None, domain=None, max_age=None, path='/', secure=None, httponly=None,
                   version=None, samesite=None, partitioned=None):
        if name in self._cookies and self._cookies[name].coded_value == '':
            self._cookies.pop(name, None)
        self._cookies[name] = value
        cookie = self._cookies[name]
        cookie['expires'] = expires if expires is not None else (
            '' if cookie['expires'] == 'Thu, 01 Jan 1970 00:00:00 GMT' else cookie['expires'])
        given = {'domain': domain, 'path': path, 'secure': secure, 'httponly': httponly, 'version': version,
                 'samesite': samesite, 'max-age': None if max_age is None else str(max_age)}
        for attribute, wanted in given.items():
            if wanted is not None:
                cookie[attribute] = wanted

    def del_cookie(self, name, *, domain=None, path='/', secure=None, httponly=None, samesite=None):
        self._cookies.pop(name, None)
        self.set_cookie(name, '', max_age=0, expires='Thu, 01 Jan 1970 00:00:00 GMT', domain=domain, path=path,
                        secure=secure, httponly=httponly, samesite=samesite)

    @property
    def content_length(self):
        length = self._headers.get('Content-Length')
        return None if length is None else int(length)

    @content_length.setter
    def content_length(self, value):
        if value is None:
            self._headers.pop('Content-Length', None)
        else:
            self._headers['Content-Length'] = str(int(value))

    def enable_chunked_encoding(self, chunk_size=None):
        self._chunked = True
        self._headers.pop('Content-Length', None)

    chunked = property(lambda self: self._chunked)

    async def prepare(self, request):
        if self._eof_sent:
            return None
        if self._request is None:
            self._request, request._answer = request, self
            for cookie in self._cookies.values():
                self._headers.add('Set-Cookie', cookie.output(header='')[1:])
            self._set_headers(request)
            for callback in request._callbacks:
                await callback(request, self)
            lines = [f'HTTP/1.1 {self._status} {self._reason}', *(f'{k}: {v}' for k, v in self._headers.items())]
            self._head = '\r\n'.join(lines).encode() + b'\r\n\r\n'
            if self._at_once:
                self._send(b'')
        return request._writer

    # Whether what comes before the body is sent without it.
    _at_once = True

    def _set_headers(self, request):
        headers = self._headers
        self._no_body = request.method == 'HEAD' or self._status in (101, 204, 304)
        if 'Content-Length' not in headers and request._version != 'HTTP/1.0' and not self._no_body:
            self._chunked = True
            headers['Transfer-Encoding'] = 'chunked'
        if self._status == 204:
            headers.pop('Content-Length', None)
        self._length = self.content_length
        if not self._no_body and self._length != 0:
            headers.setdefault('Content-Type', 'application/octet-stream')
        headers.setdefault('Date', _date())
        headers.setdefault('Server', f'Python/3.13 aiohttp/{_aiohttp.__version__}')
        if request._version == 'HTTP/1.0' and self._length is None:
            request.keep_alive = False
        if not request.keep_alive and request._version != 'HTTP/1.0':
            headers.setdefault('Connection', 'close')

    def _send(self, data, last=False):
        writer = self._request._writer
        if writer.transport.is_closing() or self._request._reader.at_eof():
            raise _aiohttp.ClientConnectionResetError('Cannot write to closing transport')
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
        await self._request._writer.drain()

    async def write_eof(self, data=b''):
        if not self._eof_sent:
            assert self._request is not None, 'Response has not been started'
            self._send(bytes(data), True)
            self._eof_sent = True
            await self._request._writer.drain()

    def __repr__(self):
        info = 'eof' if self._eof_sent else 'not prepared'
        if self.prepared and not self._eof_sent:
            info = f'{self._request.method} {self._request.path} '
        return f'<{type(self).__name__} {self._reason} {info}>'


class Response(StreamResponse):
    """An answer with a body."""
    __module__ = 'aiohttp.web_response'

    def __init__(self, *, body=None, status=200, reason=None, text=None, headers=None, content_type=None, charset=None,
                 zlib_executor_size=None, zlib_executor=None):
        if body is not None and text is not None:
            raise ValueError('body and text are not allowed together')
        super().__init__(status=status, reason=reason, headers=headers)
        if text is not None:
            if not isinstance(text, str):
                raise TypeError(f'text argument must be str ({type(text)!r})')
            charset = charset or 'utf-8'
            self._headers.setdefault('Content-Type', f'{content_type or "text/plain"}; charset={charset}')
            body = text.encode(charset)
        elif content_type:
            self._headers.setdefault('Content-Type', content_type + (f'; charset={charset}' if charset else ''))
        self.body = body

    @property
    def text(self):
        return None if self.body is None else self.body.decode('utf-8')

    @text.setter
    def text(self, text):
        self.body = None if text is None else text.encode('utf-8')
        self._headers.setdefault('Content-Type', 'text/plain; charset=utf-8')

    _at_once = False

    def _content(self):
        return self.body.encode() if isinstance(self.body, str) else self.body or b''

    def _set_headers(self, request):
        if not hasattr(self.body, '__aiter__') and not self._chunked and 'Content-Length' not in self._headers:
            size = len(self._content())
            if size or self._status != 304 and request.method != 'HEAD':
                self.content_length = size
        super()._set_headers(request)

    async def write_eof(self, data=b''):
        if self._eof_sent:
            return
        if hasattr(self.body, '__aiter__'):
            async for piece in self.body:
                await self.write(piece)
            await super().write_eof()
        else:
            await super().write_eof(self._content())


def json_response(data=None, *, text=None, body=None, status=200, reason=None, headers=None,
                  content_type='application/json', dumps=_json.dumps):
    if text is None and body is None:
        text = dumps(data)
    return Response(text=text, body=body, status=status, reason=reason, headers=headers, content_type=content_type)


class FileResponse(Response):
    """A file as an answer."""
    __module__ = 'aiohttp.web_fileresponse'

    def __init__(self, path, chunk_size=262144, status=200, reason=None, headers=None):
        super().__init__(status=status, reason=reason, headers=headers)
        self._path, self._whole = path, b''

    async def prepare(self, request):
        import os
        import time
        if not os.path.isfile(self._path):
            self.set_status(404)
            self._headers.setdefault('Content-Type', 'application/octet-stream')
            return await super().prepare(request)
        if 'Content-Type' not in self._headers:
            import mimetypes
            self._headers['Content-Type'] = mimetypes.guess_type(str(self._path))[0] or 'application/octet-stream'
        found = os.stat(self._path)
        self._headers['Etag'] = f'"{found.st_mtime_ns:x}-{found.st_size:x}"'
        self._headers['Last-Modified'] = time.strftime('%a, %d %b %Y %H:%M:%S GMT', time.gmtime(found.st_mtime))
        self._headers['Accept-Ranges'] = 'bytes'
        with open(self._path, 'rb') as file:
            self._whole = file.read()
        if wanted := request.headers.get('Range'):
            self._cut(wanted)
        return await super().prepare(request)

    def _cut(self, wanted):
        """A part of the file, as a client wants it."""
        first, dash, last = wanted.removeprefix('bytes=').partition('-')
        size = len(self._whole)
        if not wanted.startswith('bytes=') or not dash or not (first + last).isdigit():
            return
        start = int(first) if first else max(size - int(last), 0)
        end = min(int(last) + 1 if first and last else size, size)
        if start >= end:
            self._headers['Content-Range'] = f'bytes */{size}'
            self.set_status(416)
            self._whole = b''
        else:
            self._headers['Content-Range'] = f'bytes {start}-{end - 1}/{size}'
            self.set_status(206)
            self._whole = self._whole[start:end]

    def _content(self):
        return self._whole


class HTTPException(Response, Exception):
    """An answer that may be raised."""
    __module__ = 'aiohttp.web_exceptions'
    status_code = -1

    def __init__(self, *, headers=None, reason=None, body=None, text=None, content_type=None):
        reason = _reason(self.status_code) if reason is None else reason
        if body is None and text is None and self.status_code not in (204, 205, 304):
            text = f'{self.status_code}: {reason}'
        Response.__init__(self, status=self.status_code, headers=headers, reason=reason, body=body, text=text,
                          content_type=content_type)
        Exception.__init__(self, self.reason)

    __str__ = Exception.__str__

    def __bool__(self):
        return True


class HTTPError(HTTPException):
    __module__ = 'aiohttp.web_exceptions'


class HTTPRedirection(HTTPException):
    __module__ = 'aiohttp.web_exceptions'


class HTTPSuccessful(HTTPException):
    __module__ = 'aiohttp.web_exceptions'


class HTTPClientError(HTTPError):
    __module__ = 'aiohttp.web_exceptions'


class HTTPServerError(HTTPError):
    __module__ = 'aiohttp.web_exceptions'


class _HTTPMove(HTTPRedirection):
    def __init__(self, location, **kwargs):
        super().__init__(**kwargs)
        self.headers['Location'] = str(location)
        self.location = location


class _HTTPRequestEntityTooLarge(HTTPClientError):
    def __init__(self, max_size, actual_size=0, **kwargs):
        kwargs.setdefault('text', f'Maximum request body size {max_size} exceeded.')
        super().__init__(**kwargs)


class _HTTPMethodNotAllowed(HTTPClientError):
    def __init__(self, method, allowed_methods, **kwargs):
        super().__init__(**kwargs)
        self.headers['Allow'] = ','.join(sorted(allowed_methods))
        self.method, self.allowed_methods = method.upper(), set(allowed_methods)


def _exceptions():
    bases = {2: HTTPSuccessful, 3: _HTTPMove, 4: HTTPClientError, 5: HTTPServerError}
    renamed = {'RequestEntityTooLarge': 413, 'VariantAlsoNegotiates': 506}
    found = {''.join(word.capitalize() for word in status.split('_')): number for number, status, _ in _rows()}
    found.update(renamed)
    for name, status in found.items():
        name = 'HTTP' + {'Ok': 'Ok', 'HttpVersionNotSupported': 'VersionNotSupported'}.get(name, name)
        base = {304: HTTPRedirection, 405: _HTTPMethodNotAllowed, 413: _HTTPRequestEntityTooLarge}.get(status, bases.get(status // 100))
        if base is not None:
            globals()[name] = type(name, (base,), {'status_code': status, '__module__': 'aiohttp.web_exceptions'})


_exceptions()


def _shown_query(text):
    """A query as people read it; what would part it otherwise stays quoted."""
    for code in '%25', '%26', '%2B', '%3B', '%3D':
        text = text.replace(code, '%25' + code[1:]).replace(code.lower(), '%25' + code[1:])
    return _unquote(text.replace('+', ' '))


class _Content(_aiohttp.StreamReader):
    """The body of a request, taken from its connection as it is read."""

    def __init__(self, reader, chunked, size):
        super().__init__(b'')
        self._reader, self._chunked, self._left = reader, chunked, size
        self._eof = not chunked and not size

    async def _wait(self, name):
        try:
            await self._more()
            while not self._eof and b'\r\n' in self._reader._buffer:
                await self._more()
        except (_asyncio.IncompleteReadError, ConnectionError):
            self.set_exception(ConnectionResetError('Connection lost'))

    async def _more(self):
        reader = self._reader
        if self._chunked and not self._left:
            self._left = int((await reader.readuntil(b'\r\n')).partition(b';')[0], 16)
            if not self._left:
                while await reader.readuntil(b'\r\n') != b'\r\n':
                    pass
                self.feed_eof()
                return
        piece = await reader.read(self._left)
        if not piece:
            raise ConnectionResetError
        self._left -= len(piece)
        self.feed_data(piece)
        if not self._left:
            if self._chunked:
                await reader.readuntil(b'\r\n')
                self.end_http_chunk_receiving()
            else:
                self.feed_eof()

    async def finish(self):
        """Reads what nobody has read, for a while; whether all has come."""
        try:
            async with _asyncio.timeout(10):
                while self._exception is None and not self._eof:
                    await self._wait('finish')
        except TimeoutError:
            pass
        return self._eof


class Request(_Keyed):
    """What a client has sent."""
    __module__ = 'aiohttp.web_request'

    def __init__(self, method, path, headers, content, writer, reader=None):
        super().__init__()
        self._reader, self._upgraded, self._began, self._answer = reader, False, _now(), None
        self.method, self.path_qs, self._headers, self.content = method, path, _CIMultiDict(headers), content
        self._body, self.body_exists = None, not content.at_eof()
        self._writer, self._parts, self.match_info, self.app = writer, _urlsplit(path), {}, None
        self._rest = self._parts.path
        self.version, self.scheme, self.secure = _aiohttp.HttpVersion11, 'http', False

    headers = property(lambda self: _CIMultiDictProxy(self._headers))
    host = property(lambda self: self._headers.get('Host', ''))
    path = property(lambda self: _unquote(self._parts.path))
    raw_path = property(lambda self: self.path_qs)
    rel_url = property(lambda self: _URL(self.path_qs))
    url = property(lambda self: _URL(f'http://{self.host}{self.path_qs}'))
    query_string = property(lambda self: _shown_query(self._parts.query))
    transport = property(lambda self: self._writer.transport)
    remote = property(lambda self: (self._writer.get_extra_info('peername') or (None,))[0])
    content_type = property(StreamResponse.content_type.fget)
    content_length = property(_aiohttp.ClientResponse.content_length.fget)
    can_read_body = property(lambda self: not self.content.at_eof())
    config_dict = property(lambda self: self.app)

    @property
    def query(self):
        return _MultiDictProxy(_MultiDict(_parse_qsl(self._parts.query, keep_blank_values=True)))

    @property
    def cookies(self):
        pairs = [part.strip().partition('=') for part in self._headers.get('Cookie', '').split(';')]
        return {name: value for name, _, value in pairs if name}

    _most = 0

    async def read(self):
        if self._body is None:
            found = bytearray()
            while piece := await self.content.readany():
                found += piece
                if self._most and len(found) > self._most:
                    raise HTTPRequestEntityTooLarge(self._most, len(found))
            self._body = bytes(found)
        return self._body

    @property
    def charset(self):
        return self._headers.get('Content-Type', '').partition('charset=')[2].partition(';')[0].strip(' "') or None

    async def text(self):
        return (await self.read()).decode(self.charset or 'utf-8')

    async def json(self, *, loads=_json.loads):
        return loads(await self.text())

    async def post(self):
        if self.content_type != 'application/x-www-form-urlencoded':
            found = _MultiDict()
            if self.content_type == 'multipart/form-data':
                async for part in await self.multipart():
                    found.add(part.name, part._file() if part.filename else await part.text())
            return _MultiDictProxy(found)
        return _MultiDictProxy(_MultiDict(_parse_qsl((await self.text()).rstrip(), keep_blank_values=True)))

    async def multipart(self):
        return _MultipartReader(_parts(await self.read(), self._headers.get('Content-Type', '')))

    def __repr__(self):
        return f'<Request {self.method} {self.path} >'


BaseRequest = Request


class FileField:
    """A file of a form."""
    __module__ = 'aiohttp.web_request'

    def __init__(self, name, filename, file, content_type, headers):
        self.name, self.filename, self.file, self.content_type, self.headers = name, filename, file, content_type, headers

    def __repr__(self):
        return (f'FileField(name={self.name!r}, filename={self.filename!r}, file={self.file!r}, '
                f'content_type={self.content_type!r}, headers={self.headers!r})')


class _BodyPart:
    """A part of a form, read piece by piece or whole."""

    def __init__(self, headers, content):
        self.headers, self._content, self._at = _CIMultiDictProxy(_CIMultiDict(headers)), content, 0
        what = self.headers.get('Content-Disposition', '')
        self.name, self.filename = _parameter(what, 'name'), _parameter(what, 'filename')

    chunk_size = 8192

    async def read(self, *, decode=False):
        return await self.read_chunk(len(self._content))

    async def read_chunk(self, size=chunk_size):
        piece = self._content[self._at:self._at + size]
        self._at += len(piece)
        return piece

    async def text(self, *, encoding=None):
        return (await self.read()).decode(encoding or 'utf-8')

    async def json(self, *, encoding=None):
        return _json.loads(await self.text(encoding=encoding))

    async def release(self):
        self._at = len(self._content)

    def at_eof(self):
        return self._at >= len(self._content)

    def decode(self, data):
        return data

    def _file(self):
        import io
        kind = self.headers.get('Content-Type', 'application/octet-stream')
        return FileField(self.name, self.filename, io.BytesIO(self._content), kind, self.headers)


class _MultipartReader:
    def __init__(self, parts):
        self._parts = parts

    def __aiter__(self):
        return self

    async def __anext__(self):
        part = await self.next()
        if part is None:
            raise StopAsyncIteration
        return part

    async def next(self):
        found = next(self._parts, None)
        return None if found is None else _BodyPart(*found)


class View:
    """A handler with a method for each of HTTP's."""
    __module__ = 'aiohttp.web_urldispatcher'

    def __init__(self, request):
        self.request = request

    def __await__(self):
        method = getattr(self, self.request.method.lower(), None)
        if method is None:
            raise HTTPMethodNotAllowed(self.request.method, [name.upper() for name in dir(self) if name.upper() in _METHODS])
        return method().__await__()


_METHODS = ('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS')


class RouteDef:
    """A route to be added to an application."""
    __module__ = 'aiohttp.web_routedef'

    def __init__(self, method, path, handler, kwargs):
        self.method, self.path, self.handler, self.kwargs = method, path, handler, kwargs

    def __repr__(self):
        return f'<RouteDef {self.method} {self.path} -> {getattr(self.handler, "__name__", self.handler)!r}>'


def route(method, path, handler, **kwargs):
    return RouteDef(method, path, handler, kwargs)


def _shortcut(method):
    def shortcut(path, handler, **kwargs):
        return RouteDef(method, path, handler, kwargs)
    shortcut.__name__ = method.lower()
    return shortcut


get, head, post, put, patch, delete, options = map(_shortcut, ('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE',
                                                              'OPTIONS'))


def view(path, handler, **kwargs):
    return RouteDef('*', path, handler, kwargs)


class StaticDef:
    """A directory of files to be added to an application."""
    __module__ = 'aiohttp.web_routedef'

    def __init__(self, prefix, path, kwargs):
        self.prefix, self.path, self.kwargs = prefix, path, kwargs

    def __repr__(self):
        return f'<StaticDef {self.prefix} -> {self.path}>'


def static(prefix, path, **kwargs):
    return StaticDef(prefix, path, kwargs)


class RouteTableDef(list):
    """Routes that decorators write down."""
    __module__ = 'aiohttp.web_routedef'

    def route(self, method, path, **kwargs):
        def decorator(handler):
            self.append(RouteDef(method, path, handler, kwargs))
            return handler
        return decorator

    def view(self, path, **kwargs):
        return self.route('*', path, **kwargs)

    def static(self, prefix, path, **kwargs):
        self.append(static(prefix, path, **kwargs))


def _table_method(method):
    return lambda self, path, **kwargs: self.route(method, path, **kwargs)


for _name in _METHODS:
    setattr(RouteTableDef, _name.lower(), _table_method(_name))


def _pattern(path):
    """A route's path as a regular expression, if it has variable parts."""
    if '{' not in path:
        return None
    import re
    text, at = '', 0
    while (start := path.find('{', at)) >= 0:
        end, depth = start + 1, 1
        while depth:
            depth += {'{': 1, '}': -1}.get(path[end], 0)
            end += 1
        name, colon, inner = path[start + 1:end - 1].partition(':')
        text += re.escape(path[at:start]) + f'(?P<{name}>{inner if colon else "[^{}/]+"})'
        at = end
    return re.compile(text + re.escape(path[at:]))


class ResourceRoute:
    """A handler that a resource has for a method."""
    __module__ = 'aiohttp.web_urldispatcher'

    def __init__(self, method, handler, resource):
        self.method, self.handler, self.resource = method, handler, resource

    name = property(lambda self: self.resource.name)

    def url_for(self, *args, **parts):
        return self.resource.url_for(*args, **parts)

    def __repr__(self):
        return f'<ResourceRoute [{self.method}] {self.resource} -> {self.handler!r}'


class Resource:
    """A path, its name and its routes."""
    __module__ = 'aiohttp.web_urldispatcher'

    def __init__(self, name, path, pattern):
        self.name, self._path, self._pattern, self._routes = name, path, pattern, []

    def add_route(self, method, handler, *, expect_handler=None):
        method = method.upper()
        for route in self._routes:
            if route.method in (method, '*'):
                raise RuntimeError('Added route will never be executed, '
                                   f'method {route.method} is already registered')
        self._routes.append(ResourceRoute(method, handler, self))
        return self._routes[-1]

    def __len__(self):
        return len(self._routes)

    def __iter__(self):
        return iter(self._routes)

    def _match(self, path):
        """What the variable parts are in a path that this resource is for, or None."""
        if self._pattern is None:
            return {} if self._path == _unquote(path) else None
        match = self._pattern.fullmatch(path)
        return None if match is None else {name: v and _unquote(v) for name, v in match.groupdict().items()}

    @property
    def canonical(self):
        return ''.join('{' + piece + '}' if n % 2 else piece for n, piece in enumerate(self._pieces()))

    def _pieces(self):
        """What stands between the variable parts, and their names, in turn."""
        import re
        if '{' not in self._path:
            return [self._path]
        return re.split(r'\{(\w+)(?::(?:[^{}]|\{[^{}]*\})*)?\}', self._path)

    def url_for(self, **parts):
        return _URL(''.join(_quote(str(parts[piece]), safe='') if n % 2 else piece
                            for n, piece in enumerate(self._pieces())))

    def __repr__(self):
        kind = 'PlainResource' if self._pattern is None else 'DynamicResource'
        return f"<{kind} {f'{self.name!r} ' if self.name is not None else ''} {self.canonical}>"


class _MatchInfo(dict):
    """The variable parts of a path, and the route to which it leads."""

    def __init__(self, parts, route):
        super().__init__(parts)
        self.route = route
        self.handler = route.handler


class UrlDispatcher:
    """Which handler a path has."""
    __module__ = 'aiohttp.web_urldispatcher'

    def __init__(self):
        self._resources, self._named = [], {}

    def __getitem__(self, name):
        return self._named[name]

    def __contains__(self, name):
        return name in self._named

    def __iter__(self):
        return iter(self._named)

    def __len__(self):
        return len(self._named)

    def named_resources(self):
        return dict(self._named)

    def add_resource(self, path, *, name=None):
        if not path.startswith('/') and path:
            raise ValueError('path should be started with / or be empty')
        last = self._resources[-1] if self._resources else None
        if last is not None and last.name == name and last._path == path:
            return last
        return self._add(Resource(name, path, _pattern(path)))

    def _add(self, resource):
        name = resource.name
        if name is not None:
            if name in self._named:
                raise ValueError(f'Duplicate {name!r}, already handled by {self._named[name]!r}')
            self._named[name] = resource
        self._resources.append(resource)
        return resource

    def add_route(self, method, path, handler, *, name=None, expect_handler=None):
        return self.add_resource(path, name=name).add_route(method, handler)

    def add_get(self, path, handler, *, name=None, allow_head=True, **kwargs):
        resource = self.add_resource(path, name=name)
        if allow_head:
            resource.add_route('HEAD', handler)
        return resource.add_route('GET', handler)

    def add_routes(self, routes):
        found = []
        for each in routes:
            if isinstance(each, StaticDef):
                found.append(self.add_static(each.prefix, each.path, **each.kwargs))
            else:
                add = getattr(self, 'add_' + each.method.lower(), None)
                found.append(self.add_route(each.method, each.path, each.handler, **each.kwargs) if add is None else
                             add(each.path, each.handler, **each.kwargs))
        return found

    def add_static(self, prefix, path, *, name=None, expect_handler=None, chunk_size=262144, show_index=False,
                   follow_symlinks=False, append_version=False):
        import os
        import re
        path, prefix = os.path.abspath(os.path.expanduser(path)), prefix.rstrip('/')
        if not os.path.isdir(path):
            raise ValueError(f"'{path}' does not exist" if not os.path.exists(path) else f"'{path}' is not a directory")
        if show_index:
            _not_supported('aiohttp.web.static with show_index=', 'a handler that lists os.listdir(…)')

        async def serve(request):
            wanted = os.path.normpath(os.path.join(path, request.match_info['filename'] or ''))
            if wanted != path and not wanted.startswith(path + '/'):
                raise HTTPNotFound()
            if os.path.isdir(wanted):
                raise HTTPForbidden()
            return FileResponse(wanted)
        pattern = re.compile(re.escape(prefix) + '(?:/(?P<filename>.*))?')
        resource = self._add(Resource(name, prefix + '/{filename:.*}', pattern))
        resource.url_for = lambda *, filename: _URL(f'{prefix}/{_quote(str(filename).lstrip("/"))}')
        for method in 'GET', 'HEAD':
            resource.add_route(method, serve)
        return resource

    def resources(self):
        return list(self._resources)

    def routes(self):
        return [route for resource in self._resources for route in resource]

    def _resolve(self, request):
        allowed = set()
        for resource in self._resources:
            found = resource._match(request._rest)
            if found is None:
                continue
            for route in resource:
                if route.method in ('*', request.method):
                    return route, found
                allowed.add(route.method)
        if allowed:
            raise HTTPMethodNotAllowed(request.method, allowed)
        raise HTTPNotFound()


def _router_method(method):
    return lambda self, path, handler, **kwargs: self.add_route(method, path, handler, **kwargs)


for _name in _METHODS:
    if _name != 'GET':
        setattr(UrlDispatcher, 'add_' + _name.lower(), _router_method(_name))
UrlDispatcher.add_view = _router_method('*')


class Application(_Keyed):
    """Handlers by path, and what they share."""
    __module__ = 'aiohttp.web_app'

    def __init__(self, *, logger=None, router=None, middlewares=(), handler_args=None, client_max_size=1048576,
                 loop=None, debug=None):
        super().__init__()
        self.router, self.middlewares, self._subapps = UrlDispatcher(), list(middlewares), []
        self.on_startup, self.on_shutdown, self.on_cleanup, self.on_response_prepare = [], [], [], []
        self.cleanup_ctx, self._contexts, self._client_max_size = [], [], client_max_size

    _frozen = False

    def _check_frozen(self):
        if self._frozen:
            import warnings
            warnings.warn('Changing state of started or joined application is deprecated', DeprecationWarning,
                          stacklevel=2)

    def __setitem__(self, key, value):
        self._check_frozen()
        self._state[key] = value

    def __delitem__(self, key):
        self._check_frozen()
        del self._state[key]

    def __repr__(self):
        return f'<Application 0x{id(self):x}>'

    def __bool__(self):
        return True

    def add_routes(self, routes):
        self.router.add_routes(routes)

    def add_subapp(self, prefix, subapp):
        self._subapps.append((prefix.rstrip('/'), subapp))

    async def startup(self):
        for context in self.cleanup_ctx:
            iterator = context(self).__aiter__()
            await iterator.__anext__()
            self._contexts.append(iterator)
        await self._send(self.on_startup)
        self._frozen = True

    async def shutdown(self):
        await self._send(self.on_shutdown)

    async def cleanup(self):
        for iterator in reversed(self._contexts):
            try:
                await iterator.__anext__()
            except StopAsyncIteration:
                pass
        await self._send(self.on_cleanup)

    async def _send(self, callbacks):
        for callback in callbacks:
            await callback(self)

    async def _handle(self, request):
        request.app = self
        for prefix, subapp in self._subapps:
            if request._rest.startswith(prefix + '/'):
                request._rest = request._rest[len(prefix):]
                handler = subapp._handle
                break
        else:
            try:
                route, parts = self.router._resolve(request)
                handler, request.match_info = route.handler, _MatchInfo(parts, route)
            except HTTPException as e:
                async def handler(request, error=e):
                    raise error
        call = _called(handler)
        for middleware in reversed(self.middlewares):
            call = _within(middleware, call)
        return await call(request)


def _called(handler):
    async def call(request):
        found = handler(request)
        return await found if hasattr(found, '__await__') else found
    return call


def _within(middleware, inner):
    async def call(request):
        return await middleware(request, inner)
    return call


def middleware(function):
    """Marks a middleware of the new kind, as all are."""
    return function


class AppRunner:
    """An application with its servers."""
    __module__ = 'aiohttp.web_runner'

    def __init__(self, app, *, handle_signals=False, **kwargs):
        self.app, self.sites, self._tasks, self._busy = app, [], set(), set()
        self._logs = kwargs.get('access_log', True)
        if kwargs.get('access_log_format') or kwargs.get('access_log_class'):
            _not_supported('aiohttp.web.AppRunner with a format of access logs', 'a middleware that logs')
        self._shutdown_timeout = kwargs.get('shutdown_timeout', 60.0)

    addresses = property(lambda self: [site._address for site in self.sites if site._server])

    async def setup(self):
        await self.app.startup()

    async def shutdown(self):
        await self.app.shutdown()

    async def cleanup(self):
        for site in list(self.sites):
            await site.stop()
        await _asyncio.sleep(0)
        await self.app.shutdown()
        if self._busy:
            await _asyncio.wait(list(self._busy), timeout=self._shutdown_timeout)
        for task in self._tasks:
            task.cancel()
        await _asyncio.gather(*self._tasks, return_exceptions=True)
        await self.app.cleanup()

    async def _connected(self, reader, writer):
        task = _asyncio.current_task()
        self._tasks.add(task)
        try:
            while await self._exchange(reader, writer):
                pass
        except ConnectionError:
            pass
        finally:
            self._tasks.discard(task)
            self._busy.discard(task)
            writer.close()

    async def _exchange(self, reader, writer):
        """One request and its answer. Whether another one may follow."""
        first = await reader.readline()
        if not first.strip():
            return False
        method, path, version = first.decode('latin-1').split()
        headers = []
        while line := (await reader.readline()).rstrip(b'\r\n'):
            name, _, value = line.decode('latin-1').partition(':')
            headers.append((name.strip(), value.strip()))
        known = {name.lower(): value for name, value in headers}
        content = _Content(reader, known.get('transfer-encoding', '').lower() == 'chunked',
                           int(known.get('content-length', 0)))
        request = Request(method, path, headers, content, writer, reader)
        request._most = self.app._client_max_size
        request._version, request._callbacks = version, self.app.on_response_prepare
        request.keep_alive = known.get('connection', '').lower() != 'close' and version == 'HTTP/1.1'
        self._busy.add(_asyncio.current_task())
        try:
            response = await self.app._handle(request)
            if not isinstance(response, StreamResponse):
                response = self._no_response(response)
        except HTTPException as e:
            response = e
        except Exception as e:
            import logging
            late = isinstance(e, TimeoutError)
            logging.getLogger('aiohttp.server').error('Error handling request from %s', request.remote,
                                                      exc_info=None if late else e)
            if request._upgraded or request._answer is not None:
                return False
            response = Response(status=504, content_type='text/plain') if late else Response(
                status=500, text='500 Internal Server Error\n\nServer got itself in trouble')
            request.keep_alive = False
        if response.status == 101:
            await response.write_eof()
            self._log(request, response, 0)
            return False
        await response.prepare(request)
        await response.write_eof()
        self._log(request, response, response._sent_bytes)
        self._busy.discard(_asyncio.current_task())
        return request.keep_alive and await content.finish()

    @staticmethod
    def _no_response(given):
        """What is answered for a handler that gave something else."""
        import logging
        try:
            given.prepare
        except AttributeError:
            logging.getLogger('aiohttp.server').exception(
                'Missing return statement on request handler' if given is None else
                f'Web-handler should return a response instance, got {given!r}')
        return HTTPInternalServerError()

    def _log(self, request, response, size):
        """A line for who logs what is asked for."""
        import sys
        logging = sys.modules.get('logging')
        if logging is None or not self._logs:
            return
        log = logging.getLogger('aiohttp.access') if self._logs is True else self._logs
        if log.isEnabledFor(logging.INFO):
            import time
            when = time.strftime('[%d/%b/%Y:%H:%M:%S +0000]', time.gmtime(request._began))
            log.info('%s %s "%s %s HTTP/1.1" %s %s "%s" "%s"', request.remote, when, request.method, request.path_qs,
                     response.status, size, *(request.headers.get(name, '-') for name in ('Referer', 'User-Agent')))


ServerRunner = AppRunner


def _date():
    import time
    return time.strftime('%a, %d %b %Y %H:%M:%S GMT', time.gmtime())


class TCPSite:
    """A server of a runner."""
    __module__ = 'aiohttp.web_runner'

    def __init__(self, runner, host=None, port=None, *, shutdown_timeout=60.0, ssl_context=None, backlog=128,
                 reuse_address=None, reuse_port=None):
        if ssl_context is not None:
            _not_supported('aiohttp.web with an ssl_context', 'http')
        self._runner, self._host, self._port, self._server = runner, host, 8080 if port is None else port, None

    name = property(lambda self: f'http://{"0.0.0.0" if not self._host else self._host}:{self._port}')

    async def start(self):
        self._server = await _asyncio.start_server(self._runner._connected, self._host or '0.0.0.0', self._port)
        self._address = self._server.sockets[0].getsockname()
        self._runner.sites.append(self)

    async def stop(self):
        if self._server is not None:
            self._server.close()
            self._server = None
            self._runner.sites.remove(self)


async def _run_app(app, host, port, out, **kwargs):
    if hasattr(app, '__await__'):
        app = await app
    runner = AppRunner(app, **kwargs)
    await runner.setup()
    try:
        site = TCPSite(runner, host, port)
        await site.start()
        if out:
            out(f'======== Running on {site.name} ========\n(Press CTRL+C to quit)')
        while True:
            await _asyncio.sleep(3600)
    finally:
        await runner.cleanup()


def run_app(app, *, host=None, port=None, path=None, sock=None, shutdown_timeout=60.0, keepalive_timeout=75.0,
            ssl_context=None, print=print, backlog=128, access_log_class=None, access_log_format=None,
            access_log=True, handle_signals=True, reuse_address=None, reuse_port=None, handler_cancellation=False,
            loop=None):
    """Runs an application until it is interrupted."""
    if path is not None or sock is not None or ssl_context is not None:
        _not_supported('aiohttp.web.run_app with path=, sock= or ssl_context=', 'host= and port=')
    own = loop or _asyncio.new_event_loop()
    _asyncio.set_event_loop(own)
    task = own.create_task(_run_app(app, host, port, print, access_log=access_log,
                                    access_log_class=access_log_class, access_log_format=access_log_format,
                                    shutdown_timeout=shutdown_timeout))
    if handle_signals:
        import signal
        for number in signal.SIGINT, signal.SIGTERM:
            own.add_signal_handler(number, _exit_gracefully)
    try:
        own.run_until_complete(task)
    except (GracefulExit, KeyboardInterrupt):
        pass
    finally:
        _cancel({task}, own)
        _cancel(_asyncio.all_tasks(own), own)
        own.run_until_complete(own.shutdown_asyncgens())
        own.close()
        _asyncio.set_event_loop(None)


def _exit_gracefully():
    raise GracefulExit()


def _cancel(tasks, loop):
    """Cancels tasks and waits for their end."""
    for task in tasks:
        task.cancel()
    if tasks:
        loop.run_until_complete(_asyncio.gather(*tasks, return_exceptions=True))
    for task in tasks:
        if not task.cancelled() and task.exception() is not None:
            loop.call_exception_handler({'message': 'unhandled exception during asyncio.run() shutdown',
                                         'exception': task.exception(), 'task': task})


def __getattr__(name):
    if name in ('WebSocketResponse', 'WebSocketReady', 'WSMsgType', 'WSMessage', 'WSCloseCode'):
        from aiohttp import _websockets
        return getattr(_websockets, name)
    raise AttributeError(f"module 'aiohttp.web' has no attribute '{name}'")
