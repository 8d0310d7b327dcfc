"""Requests as a server sees them."""
import asyncio as _asyncio
import json as _json
from time import time as _now
from urllib.parse import parse_qsl as _parse_qsl, unquote as _unquote, urlsplit as _urlsplit

import aiohttp as _aiohttp
from aiohttp.web_exceptions import HTTPRequestEntityTooLarge as _HTTPRequestEntityTooLarge
from aiohttp.web_response import Keyed as _Keyed, StreamResponse as _StreamResponse, parsed_date as _parsed_date
from multidict import CIMultiDict as _CIMultiDict, CIMultiDictProxy as _CIMultiDictProxy
from multidict import MultiDict as _MultiDict, MultiDictProxy as _MultiDictProxy
from yarl import URL as _URL


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

class BaseRequest(_Keyed):
    """What a client has sent."""
    POST_METHODS = {'PATCH', 'POST', 'PUT', 'TRACE', 'DELETE'}
    version, scheme, keep_alive, secure = _aiohttp.HttpVersion11, 'http', True, property(lambda self: self.scheme == 'https')
    _version, _most, _host, _remote = 'HTTP/1.1', 0, None, None

    def __init__(self, method, path, headers, content, writer, reader=None):
        super().__init__()
        self._reader, self._upgraded, self._began, self._answer = reader, False, _now(), None
        self.method, self.path_qs, self._headers, self.content = method, path, _CIMultiDict(headers), content
        self._body, self._posted, self.body_exists = None, None, not content.at_eof()
        self._writer, self._parts = writer, _urlsplit(path)

    headers = property(lambda self: _CIMultiDictProxy(self._headers))
    raw_headers = property(lambda self: tuple((k.encode(), v.encode()) for k, v in self._headers.items()))
    host = property(lambda self: self._headers.get('Host', '') if self._host is None else self._host)
    path = property(lambda self: _unquote(self._parts.path))
    raw_path = property(lambda self: self.path_qs)
    url = property(lambda self: _URL(f'{self.scheme}://{self.host}').join(self.rel_url))
    query_string = property(lambda self: _shown_query(self._parts.query))
    protocol = property(lambda self: self.transport.get_protocol())
    transport = property(lambda self: self._writer.transport)
    writer = property(lambda self: self._writer)
    task = property(lambda self: _asyncio.current_task())
    loop = property(lambda self: _asyncio.get_running_loop())
    content_type = property(_StreamResponse.content_type.fget)
    content_length = property(_aiohttp.ClientResponse.content_length.fget)
    can_read_body = property(lambda self: not self.content.at_eof())
    has_body = can_read_body
    if_modified_since = property(lambda self: _parsed_date(self._headers.get('If-Modified-Since')))

    @property
    def rel_url(self):
        path, _, query = self.path_qs.partition('#')[0].partition('?')
        if path[:1] == '/':
            return _URL.build(path=path, query_string=query, encoded=True)
        url = _URL(self.path_qs)
        return url.relative() if url.absolute else url

    @property
    def remote(self):
        return (self.get_extra_info('peername') or (None,))[0] if self._remote is None else self._remote

    def get_extra_info(self, name, default=None):
        return self._writer.get_extra_info(name, default)

    def clone(self, *, method=None, rel_url=None, headers=None, scheme=None, host=None, remote=None, client_max_size=None):
        """The same request with something else in it, as long as nobody has read its body."""
        if self._body is not None:
            raise RuntimeError('Cannot clone request after reading its content')
        other = type(self)(method or self.method, self.path_qs if rel_url is None else str(rel_url),
                           self._headers if headers is None else headers, self.content, self._writer, self._reader)
        other.version, other._version, other.keep_alive, other._most = self.version, self._version, self.keep_alive, self._most
        other.scheme, other._host, other._remote = scheme or self.scheme, host or self._host, remote or self._remote
        other._state.update(self._state)
        if client_max_size is not None:
            other._most = client_max_size
        return other

    @property
    def query(self):
        return _MultiDictProxy(_MultiDict(_parse_qsl(self._parts.query, keep_blank_values=True)))

    @property
    def cookies(self):
        pairs = [part.strip().partition('=') for part in self._headers.get('Cookie', '').split(';')]
        return {name: value for name, _, value in pairs if name}

    @property
    def http_range(self):
        """Which of the bytes a client wants, as a slice."""
        import re
        given = self._headers.get('Range')
        if given is None:
            return slice(None, None, 1)
        match = re.fullmatch(r'bytes=(\d*)-(\d*)', given)
        if match is None:
            raise ValueError('range not in acceptable format')
        start, end = [int(text) if text else None for text in match.groups()]
        if start is None and end is None:
            raise ValueError('No start or end of range specified')
        if start is None:
            return slice(-end, None, 1)
        if end is not None and start > end:
            raise ValueError('start cannot be after end')
        return slice(start, None if end is None else end + 1, 1)

    async def read(self):
        if self._body is None:
            found = bytearray()
            while piece := await self.content.readany():
                found += piece
                if self._most and len(found) > self._most:
                    raise _HTTPRequestEntityTooLarge(self._most, len(found))
            self._body = bytes(found)
        return self._body

    async def release(self):
        while not self.content.at_eof():
            await self.content.readany()

    @property
    def charset(self):
        return self._headers.get('Content-Type', '').partition('charset=')[2].partition(';')[0].strip(' "') or None

    async def text(self):
        return (await self.read()).decode(self.charset or 'utf-8')

    async def json(self, *, loads=_json.loads):
        return loads(await self.text())

    async def post(self):
        """The fields of a form."""
        if self._posted is None:
            found, size = _MultiDict(), 0
            if self.content_type == 'multipart/form-data' and self.method in self.POST_METHODS:
                async for part in await self.multipart():
                    if part.name is None:
                        raise ValueError('Multipart field missing name.')
                    held = bytearray()
                    while piece := await part.read_chunk():
                        held += piece
                        size += len(piece)
                        if self._most and size > self._most:
                            raise _HTTPRequestEntityTooLarge(self._most, size)
                    held = part.decode(held)
                    found.add(part.name, self._file(part, held) if part.filename else held.decode(part.get_charset('utf-8')))
            elif self.content_type in ('', 'application/x-www-form-urlencoded') and self.method in self.POST_METHODS:
                found.extend(_parse_qsl((await self.text()).rstrip(), keep_blank_values=True))
            self._posted = _MultiDictProxy(found)
        return self._posted

    @staticmethod
    def _file(part, content):
        import io
        return FileField(part.name, part.filename, io.BytesIO(content),
                         part.headers.get('Content-Type', 'application/octet-stream'), part.headers)

    async def multipart(self):
        from aiohttp.multipart import MultipartReader
        return MultipartReader(self._headers, self.content if self._body is None else _aiohttp.StreamReader(self._body))

    async def _prepare_hook(self, response):
        pass

    def __repr__(self):
        return f'<{type(self).__name__} {self.method} {self.path} >'


class Request(BaseRequest):
    """A request that an application has found a handler for."""
    _match_info = None
    match_info = property(lambda self: self._match_info)

    @property
    def app(self):
        assert self._match_info is not None
        return self._match_info.current_app

    @property
    def config_dict(self):
        """What the applications hold, the innermost first."""
        from collections import ChainMap
        apps = self._match_info.apps
        return ChainMap(*apps[apps.index(self.app)::-1])

    def clone(self, **changes):
        other = super().clone(**changes)
        other._match_info = self._match_info
        return other

    async def _prepare_hook(self, response):
        for app in self._match_info.apps if self._match_info is not None else ():
            for callback in app.on_response_prepare:
                await callback(self, response)


class FileField:
    """A file of a form."""

    def __init__(self, name, filename, file, content_type, headers):
        self.name, self.filename, self.file, self.content_type, self.headers = name, filename, file, content_type, headers

    def __repr__(self):
        return (f'FileField(name={self.name!r}, filename={self.filename!r}, file={self.file!r}, '
                f'content_type={self.content_type!r}, headers={self.headers!r})')
