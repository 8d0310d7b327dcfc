"""Answers: whole, streamed, of files."""
import json as _json
from collections.abc import AsyncIterable as _AsyncIterable
from urllib.parse import quote as _quote

from starlette._utils import first_of as _first_of
from starlette.background import BackgroundTask
from starlette.concurrency import iterate_in_threadpool as _iterate_in_threadpool
from starlette.concurrency import run_in_threadpool as _run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect


class Response:
    """An answer."""
    media_type = None
    charset = 'utf-8'

    def __init__(self, content=None, status_code=200, headers=None, media_type=None, background=None):
        self.status_code, self.background = status_code, background
        if media_type is not None:
            self.media_type = media_type
        self.body = self.render(content)
        self.init_headers(headers)

    def render(self, content):
        if content is None:
            return b''
        if isinstance(content, memoryview):
            return content.tobytes()
        return content if isinstance(content, bytes) else content.encode(self.charset)

    def init_headers(self, headers=None):
        found = [(name.lower().encode('latin-1'), value.encode('latin-1')) for name, value in (headers or {}).items()]
        given = {name for name, _ in found}
        body = getattr(self, 'body', None)
        if body is not None and b'content-length' not in given and self.status_code >= 200 and self.status_code not in (
                204, 304):
            found.append((b'content-length', str(len(body)).encode()))
        kind = self.media_type
        if kind is not None and b'content-type' not in given:
            if kind.startswith('text/') and 'charset=' not in kind.lower():
                kind += '; charset=' + self.charset
            found.append((b'content-type', kind.encode('latin-1')))
        self.raw_headers = found

    @property
    def headers(self):
        if not hasattr(self, '_headers'):
            self._headers = MutableHeaders(raw=self.raw_headers)
        return self._headers

    def set_cookie(self, key, value='', max_age=None, expires=None, path='/', domain=None, secure=False,
                   httponly=False, samesite='lax', partitioned=False):
        from http.cookies import SimpleCookie
        jar = SimpleCookie()
        jar[key] = value
        if hasattr(expires, 'timetuple'):
            from email.utils import format_datetime
            expires = format_datetime(expires, usegmt=True)
        if samesite is not None:
            assert samesite.lower() in ('strict', 'lax', 'none'), "samesite must be either 'strict', 'lax' or 'none'"
        if partitioned:
            raise ValueError('Partitioned cookies are only supported in Python 3.14 and above.')
        for name, wanted in {'max-age': max_age, 'expires': expires, 'path': path, 'domain': domain,
                             'secure': secure or None, 'httponly': httponly or None, 'samesite': samesite}.items():
            if wanted is not None:
                jar[key][name] = wanted
        self.raw_headers.append((b'set-cookie', jar.output(header='').strip().encode('latin-1')))

    def delete_cookie(self, key, path='/', domain=None, secure=False, httponly=False, samesite='lax',
                      partitioned=False):
        self.set_cookie(key, max_age=0, expires=0, path=path, domain=domain, secure=secure, httponly=httponly,
                        samesite=samesite, partitioned=partitioned)

    @staticmethod
    def _sender(scope, send):
        """Where an answer goes: a WebSocket that is refused has messages of its own."""
        if scope['type'] != 'websocket':
            return send

        async def refuse(message):
            kind = message['type']
            await send({**message, 'type': 'websocket.' + kind} if kind.startswith('http.response.') else message)
        return refuse

    def _start(self, status=None, headers=None):
        return {'type': 'http.response.start', 'status': status or self.status_code,
                'headers': self.raw_headers if headers is None else headers}

    async def __call__(self, scope, receive, send):
        send = self._sender(scope, send)
        await send(self._start())
        await send({'type': 'http.response.body', 'body': self.body})
        if self.background is not None:
            await self.background()


class HTMLResponse(Response):
    media_type = 'text/html'


class PlainTextResponse(Response):
    media_type = 'text/plain'


class JSONResponse(Response):
    media_type = 'application/json'

    def __init__(self, content, status_code=200, headers=None, media_type=None, background=None):
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content):
        return _json.dumps(content, ensure_ascii=False, allow_nan=False, indent=None, separators=(',', ':')).encode()


class RedirectResponse(Response):
    def __init__(self, url, status_code=307, headers=None, background=None):
        super().__init__(b'', status_code, headers, background=background)
        self.headers['location'] = _quote(str(url), safe=":/%#?=@[]!$&'()*+,;")


def _body(data, more):
    return {'type': 'http.response.body', 'body': data, 'more_body': more}


def _waits_for_nobody(scope):
    """Whether a server of such a version says by itself that its client has gone."""
    return tuple(map(int, scope.get('asgi', {}).get('spec_version', '2.0').split('.'))) >= (2, 4)


async def _gone(receive):
    while (await receive())['type'] != 'http.disconnect':
        pass


class StreamingResponse(Response):
    """An answer whose body comes of an iterator."""

    def __init__(self, content, status_code=200, headers=None, media_type=None, background=None):
        self.body_iterator = content if isinstance(content, _AsyncIterable) else _iterate_in_threadpool(content)
        self.status_code, self.background = status_code, background
        self.media_type = self.media_type if media_type is None else media_type
        self.init_headers(headers)

    async def stream_response(self, send):
        await send(self._start())
        async for piece in self.body_iterator:
            await send(_body(piece if isinstance(piece, (bytes, memoryview)) else piece.encode(self.charset), True))
        await send(_body(b'', False))

    async def __call__(self, scope, receive, send):
        if scope['type'] == 'websocket':
            await self.stream_response(self._sender(scope, send))
        elif _waits_for_nobody(scope):
            try:
                await self.stream_response(send)
            except OSError:
                raise ClientDisconnect()
        else:
            await _first_of(self.stream_response(send), _gone(receive))
        if self.background is not None:
            await self.background()


class _NoRange(Exception):
    """A range that is answered with an error."""


class FileResponse(Response):
    """A file as an answer, or the parts of it that are asked for."""
    chunk_size = 64 * 1024

    def __init__(self, path, status_code=200, headers=None, media_type=None, background=None, filename=None,
                 stat_result=None, content_disposition_type='attachment'):
        self.path, self.status_code, self.filename, self.background = path, status_code, filename, background
        if media_type is None:
            from mimetypes import guess_type
            media_type = guess_type(filename or path)[0] or 'application/octet-stream'
        self.media_type = media_type
        self.init_headers(headers)
        self.headers.setdefault('accept-ranges', 'bytes')
        if filename is not None:
            quoted = _quote(filename)
            named = f'filename="{filename}"' if quoted == filename else f"filename*=utf-8''{quoted}"
            self.headers.setdefault('content-disposition', f'{content_disposition_type}; {named}')
        self.stat_result = stat_result
        if stat_result is not None:
            self.set_stat_headers(stat_result)

    def set_stat_headers(self, stat_result):
        from email.utils import formatdate
        from hashlib import md5
        tag = md5(f'{stat_result.st_mtime}-{stat_result.st_size}'.encode(), usedforsecurity=False).hexdigest()
        self.headers.setdefault('content-length', str(stat_result.st_size))
        self.headers.setdefault('last-modified', formatdate(stat_result.st_mtime, usegmt=True))
        self.headers.setdefault('etag', f'"{tag}"')

    async def __call__(self, scope, receive, send):
        import os
        import stat
        get = scope['type'] == 'http' and scope['method'].upper()
        found = self.stat_result
        if found is None:
            try:
                found = await _run_in_threadpool(os.stat, self.path)
            except FileNotFoundError:
                raise RuntimeError(f'File at path {self.path} does not exist.')
            self.set_stat_headers(found)
            if not stat.S_ISREG(found.st_mode):
                raise RuntimeError(f'File at path {self.path} is not a file.')
        asked = Headers(scope=scope)
        wanted, unless, ranges = asked.get('range'), asked.get('if-range'), []
        if self.status_code == 200 and wanted is not None and get in ('GET', 'HEAD') and (
                unless is None or unless in (self.headers['last-modified'], self.headers['etag'])):
            try:
                ranges = self._ranges(wanted, found.st_size)
            except _NoRange as e:
                words, = e.args
                refused = PlainTextResponse(words, 400) if words else PlainTextResponse(
                    status_code=416, headers={'Content-Range': f'bytes */{found.st_size}'})
                return await refused(scope, receive, send)
        sending = self._send_file(self._sender(scope, send), ranges, found.st_size, get == 'HEAD')
        if not get or get == 'HEAD' or _waits_for_nobody(scope):
            await sending
        else:
            await _first_of(sending, _gone(receive))
        if self.background is not None:
            await self.background()

    async def _send_file(self, send, ranges, size, head_only):
        headers, pieces, end, status = MutableHeaders(raw=list(self.raw_headers)), [(b'', 0, size)], b'', 200
        if len(ranges) == 1:
            (start, stop), status = ranges[0], 206
            headers['content-range'], pieces = f'bytes {start}-{stop - 1}/{size}', [(b'', start, stop)]
            headers['content-length'] = str(stop - start)
        elif ranges:
            from secrets import token_hex
            mark, kind, status = token_hex(13), headers['content-type'], 206
            pieces = [(f'--{mark}\r\nContent-Type: {kind}\r\nContent-Range: bytes {start}-{stop - 1}/{size}\r\n\r\n'
                       .encode('latin-1'), start, stop) for start, stop in ranges]
            end = f'--{mark}--'.encode()
            headers['content-type'] = f'multipart/byteranges; boundary={mark}'
            headers['content-length'] = str(sum(len(head) + stop - start + 2 for head, start, stop in pieces) + len(end))
        await send(self._start(self.status_code if status == 200 else status, headers.raw))
        if head_only:
            await send(_body(b'', False))
            return
        file = await _run_in_threadpool(open, self.path, 'rb')
        try:
            for head, start, stop in pieces:
                if head:
                    await send(_body(head, True))
                await _run_in_threadpool(file.seek, start)
                while start < stop or not end:
                    piece = await _run_in_threadpool(file.read, min(self.chunk_size, max(stop - start, 0)))
                    start += len(piece)
                    more = bool(end) or len(piece) == self.chunk_size and start < stop
                    await send(_body(piece, more))
                    if not more or not piece:
                        break
                if end:
                    await send(_body(b'\r\n', True))
            if end:
                await send(_body(end, False))
        finally:
            await _run_in_threadpool(file.close)

    @staticmethod
    def _ranges(text, size):
        unit, equals, wanted = text.partition('=')
        if not equals:
            raise _NoRange('Malformed range header.')
        if unit.strip().lower() != 'bytes':
            raise _NoRange('Only support bytes range')
        found = []
        for part in wanted.split(','):
            first, dash, last = (each.strip() for each in part.partition('-'))
            try:
                if dash and (first or last):
                    start = int(first) if first else max(size - int(last), 0)
                    found.append((start, int(last) + 1 if first and last and int(last) < size else size))
            except ValueError:
                continue
        if not found:
            raise _NoRange('Range header: range must be requested')
        if any(not 0 <= start < size for start, _ in found):
            raise _NoRange('')
        if any(start >= end for start, end in found):
            raise _NoRange('Range header: start must be less than end')
        found.sort()
        joined = [found[0]]
        for start, end in found[1:]:
            if start <= joined[-1][1]:
                joined[-1] = joined[-1][0], max(joined[-1][1], end)
            else:
                joined.append((start, end))
        return joined
