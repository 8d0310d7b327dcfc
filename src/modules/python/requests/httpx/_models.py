"""Headers, cookies, requests and answers."""
import json as _json
import time as _time
from collections.abc import Mapping as _Mapping, MutableMapping as _MutableMapping
from http import HTTPStatus as _HTTPStatus
from warnings import warn as _warn
import _network
from _cookie_jar import Cookie as _Cookie, Jar as _Jar, of_answer as _of_answer

from httpx._exceptions import (CookieConflict, HTTPStatusError, RequestNotRead, ResponseNotRead,
                               StreamClosed, StreamConsumed, CONSUMED)
from httpx._urls import URL, _text
from httpx._content import ByteStream, _Pieces
from httpx._decoders import Cutter, Lines, decoder, is_known_encoding, unpacker

__name__ = 'httpx'  # where what is here is said to be


class Headers(_MutableMapping):
    """Names without regard to case; a name may have several values."""

    def __init__(self, headers=None, encoding=None):
        self._list, self.encoding = [], encoding or 'ascii'
        self._extend(headers)

    def _extend(self, headers):
        pairs = headers.multi_items() if isinstance(headers, Headers) else (
            headers.items() if hasattr(headers, 'items') else headers or ())
        for name, value in pairs:
            for each, what in (name, 'name'), (value, 'value'):
                if not isinstance(each, (str, bytes)):
                    raise TypeError(f'Header {what} must be str or bytes, not {type(each)}')
            name, value = (each.decode('latin-1') if isinstance(each, bytes) else each for each in (name, value))
            self._list.append((name, name.lower(), value))

    def update(self, headers=None):
        new = Headers(headers)
        names = {name for _, name, _ in new._list}
        self._list = [each for each in self._list if each[1] not in names] + new._list

    def __setitem__(self, name, value):
        lower = name.lower()
        at = next((n for n, each in enumerate(self._list) if each[1] == lower), len(self._list))
        self._list[at:] = [(name, lower, value), *(each for each in self._list[at + 1:] if each[1] != lower)]

    def __getitem__(self, name):
        found = self.get_list(name)
        if not found:
            raise KeyError(name)
        return ', '.join(found)

    def __delitem__(self, name):
        if name not in self:
            raise KeyError(name)
        self._list = [each for each in self._list if each[1] != name.lower()]

    def __contains__(self, name):
        return isinstance(name, str) and any(each[1] == name.lower() for each in self._list)

    def __iter__(self):
        return iter(self.keys())

    def __len__(self):
        return len(self._list)

    def keys(self):
        return {name: None for _, name, _ in self._list}.keys()

    def _joined(self):
        return {name: self[name] for name in self.keys()}

    def values(self):
        return self._joined().values()

    def items(self):
        return self._joined().items()

    def get_list(self, name, split_commas=False):
        found = [value for _, lower, value in self._list if lower == name.lower()]
        return [part.strip() for value in found for part in value.split(',')] if split_commas else found

    def multi_items(self):
        return [(name, value) for _, name, value in self._list]

    def copy(self):
        return Headers(self)

    raw = property(lambda self: [(name.encode(), value.encode()) for name, _, value in self._list])

    def __eq__(self, other):
        try:
            return sorted(self.multi_items()) == sorted(Headers(other).multi_items())
        except (TypeError, ValueError):
            return False

    __hash__ = None

    def __repr__(self):
        shown = [(name, '[secure]' if name in ('authorization', 'proxy-authorization') else value)
                 for name, value in self.multi_items()]
        return f'Headers({dict(shown) if len(dict(shown)) == len(shown) else shown})'


class Cookies(_MutableMapping):
    """Cookies of a client or of an answer."""

    def __init__(self, cookies=None):
        self.jar = _Jar()
        self.update(cookies)

    def set_cookie_header(self, request):
        """Gives a request the cookies that are for its URL."""
        fit = [f'{cookie.name}={cookie.value}' for cookie in self.jar.for_url(request.url)]
        if fit:
            request.headers['Cookie'] = '; '.join(fit)

    def update(self, cookies=None):
        if isinstance(cookies, Cookies):
            for cookie in cookies.jar:
                self.jar.set_cookie(cookie)
        else:
            for name, value in cookies.items() if hasattr(cookies, 'items') else cookies or ():
                self.set(name, value)

    def set(self, name, value, domain='', path='/'):
        self.jar.set_cookie(_Cookie(name, value, domain, path, wide=bool(domain)))

    def get(self, name, default=None, domain=None, path=None):
        found = [cookie.value for cookie in self.jar.named(name)
                 if domain in (None, cookie.domain) and path in (None, cookie.path)]
        if len(found) > 1:
            raise CookieConflict(f'Multiple cookies exist with name={name}')
        return found[0] if found else default

    def delete(self, name, domain=None, path=None):
        self.jar.drop(lambda cookie: cookie.name == name and domain in (None, cookie.domain)
                      and path in (None, cookie.path))

    def clear(self, domain=None, path=None):
        self.jar.drop(lambda cookie: domain in (None, cookie.domain) and path in (None, cookie.path))

    def extract_cookies(self, response):
        for cookie in _of_answer(response._pairs or response.headers.multi_items(), response.url):
            self.jar.set_cookie(cookie)

    def __getitem__(self, name):
        if (value := self.get(name)) is not None:
            return value
        raise KeyError(name)

    def __setitem__(self, name, value):
        self.set(name, value)

    def __delitem__(self, name):
        self.delete(name)

    def __iter__(self):
        return (cookie.name for cookie in self.jar)

    def __len__(self):
        return len(self.jar)

    def __bool__(self):
        return len(self) > 0

    def __repr__(self):
        shown = (f'<Cookie {cookie.name}={cookie.value} for {cookie.domain} />' for cookie in self.jar)
        return f'<Cookies[{", ".join(shown)}]>'


class Request:
    """A request."""

    def __init__(self, method, url, *, params=None, headers=None, cookies=None, content=None, data=None, files=None,
                 json=None, stream=None, extensions=None):
        self.method, self.url, self.extensions = method.upper(), URL(url), extensions or {}
        if data is not None and not isinstance(data, _Mapping) and content is None:
            _warn("Use 'content=<...>' to upload raw bytes/text content.", DeprecationWarning)
            content, data = data, None
        if params is not None:
            self.url = URL(self.url, params=params)
        self._given, self._json = [], json
        if stream is not None:
            # What it is says who gives it.
            self.headers, self._data, self._content, self._stream = Headers(headers), None, b'', stream
            return
        self.headers = Headers({'Host': self.url._netloc()})
        if self.method in ('POST', 'PUT', 'PATCH') and content is None and json is None and not data and not files:
            self.headers['Content-Length'] = '0'
        self.headers.update(headers)
        if files:
            from _multipart import File, encoded, name_of
            pairs = list(data.items()) if data else []
            for name, file in files.items() if hasattr(files, 'items') else files:
                filename, file, kind = [*file, None][:3] if isinstance(file, tuple) else (
                    name_of(file, 'upload'), file, None)
                if filename is None:
                    pairs.append((name, file.read() if hasattr(file, 'read') else file))
                    continue
                if kind is None:
                    from mimetypes import guess_type
                    kind = guess_type(filename)[0] or 'application/octet-stream'
                pairs.append((name, File(file, filename, kind)))
            data = pairs
        self._stream = None if content is None or isinstance(content, (str, bytes)) else _Pieces.of(content)
        self._data, self._content, kind = data if content is None else content, b'', None
        if self._stream is not None:
            self._stream.announce(self.headers)
        elif json is not None:
            self._content, kind = _json.dumps(json, ensure_ascii=False, separators=(',', ':')).encode(), 'json'
        elif isinstance(self._data, (str, bytes)):
            self._content = self._data.encode() if isinstance(self._data, str) else self._data
        elif data and not files:
            self._content, kind = _text(data).encode(), 'x-www-form-urlencoded'
        if files:
            self._content, self.headers['content-type'] = encoded(pairs)
        if self._content:
            self.headers['content-length'] = str(len(self._content))
        if kind:
            self.headers['content-type'] = 'application/' + kind

    @property
    def content(self):
        if self._stream is not None:
            raise RequestNotRead('Attempted to access streaming request content, without having called `read()`.')
        return self._content

    @property
    def stream(self):
        return ByteStream(self._content) if self._stream is None else self._stream

    @stream.setter
    def stream(self, stream):
        self._stream = stream

    def _whole(self, pieces):
        self._content = self._data = b''.join(pieces)
        self._stream = None

    def read(self):
        if self._stream is not None:
            self._whole(list(self._stream))
        return self._content

    async def aread(self):
        if self._stream is not None:
            self._whole([piece async for piece in self._stream])
        return self._content

    def _sent(self, pieces):
        """The body as it is sent, and what a simulated host is told of it."""
        whole = b''.join(pieces)
        chunked = self.headers.get('transfer-encoding', '').lower() == 'chunked'
        return _network.chunked(pieces) if chunked else whole, self._data if self._stream is None else whole

    def __repr__(self):
        return f"<Request('{self.method}', '{self.url}')>"


class Response:
    """An answer."""

    def __init__(self, status_code, *, headers=None, content=None, text=None, html=None, json=None, request=None,
                 stream=None, extensions=None, history=None, default_encoding='utf-8'):
        self.status_code, self._request, self.headers, self.extensions = status_code, request, Headers(headers), extensions or {}
        self._phrase, self._elapsed, self.http_version, self._pairs = None, None, 'HTTP/1.1', None
        self.history, self.cookies, self.next_request = history or [], Cookies(), None
        if json is not None:
            content, kind = _json.dumps(json, ensure_ascii=False, separators=(',', ':')), 'application/json'
        else:
            content, kind = (content, None) if content is not None else (
                (text, 'text/plain; charset=utf-8') if text is not None else (html, 'text/html; charset=utf-8'))
        if content is not None and not isinstance(content, (str, bytes)):
            stream, content = content, None
        self._content = content.encode() if isinstance(content, str) else content or b''
        if self._content and 'content-encoding' in self.headers and (unpack := self._unpacker()) is not None:
            self._content = unpack(self._content) + unpack(b'')
        if kind and content is not None:
            self.headers['content-length'], self.headers['content-type'] = str(len(self._content)), kind
        self.stream, self.is_stream_consumed, self.is_closed, self._encoding = stream, stream is None, stream is None, None
        self.default_encoding = default_encoding
        self._read, self.num_bytes_downloaded, self._started = stream is None, 0, None

    @property
    def request(self):
        if self._request is None:
            raise RuntimeError('The request instance has not been set on this response.')
        return self._request

    @property
    def content(self):
        if not self._read:
            raise ResponseNotRead('Attempted to access streaming response content, without having called `read()`.')
        return self._content

    @property
    def elapsed(self):
        if self._elapsed is None:
            raise RuntimeError("'.elapsed' may only be accessed after the response has been read or closed.")
        from datetime import timedelta
        return timedelta(seconds=self._elapsed)

    @property
    def reason_phrase(self):
        if self._phrase is None:
            try:
                self._phrase = _HTTPStatus(self.status_code).phrase
            except ValueError:
                self._phrase = ''
        return self._phrase

    charset_encoding = property(lambda self: self.headers.get('content-type', '').partition('charset=')[2] or None)
    url = property(lambda self: self.request.url)
    text = property(lambda self: self.content.decode(self.encoding, 'replace'))
    is_informational = property(lambda self: 100 <= self.status_code < 200)
    is_success = property(lambda self: 200 <= self.status_code < 300)
    is_redirect = property(lambda self: 300 <= self.status_code < 400)
    is_client_error = property(lambda self: 400 <= self.status_code < 500)
    is_server_error = property(lambda self: 500 <= self.status_code < 600)
    is_error = property(lambda self: 400 <= self.status_code < 600)
    has_redirect_location = property(lambda self: self.status_code in (301, 302, 303, 307, 308) and 'location' in self.headers)
    links = property(lambda self: {})

    @property
    def encoding(self):
        if self._encoding is None:
            found = self.charset_encoding
            if found is None or not is_known_encoding(found):
                default = self.default_encoding
                found = default if isinstance(default, str) else default(self._content) if self._read else None
            self._encoding = found or 'utf-8'
        return self._encoding

    @encoding.setter
    def encoding(self, value):
        self._encoding = value

    def json(self, **kwargs):
        return _json.loads(self.content, **kwargs)

    def raise_for_status(self):
        request = self._request
        if request is None:
            raise RuntimeError('Cannot call `raise_for_status` as the request instance has not been set on this response.')
        if self.is_success:
            return self
        kind = {1: 'Informational response', 3: 'Redirect response', 4: 'Client error', 5: 'Server error'}.get(
            self.status_code // 100, 'Invalid status code')
        where = f"\nRedirect location: '{self.headers['location']}'" if self.has_redirect_location else ''
        raise HTTPStatusError(
            f"{kind} '{self.status_code} {self.reason_phrase}' for url '{self.url}'{where}\nFor more information check: "
            f'https://developer.mozilla.org/en-US/docs/Web/HTTP/Status/{self.status_code}',
            request=request, response=self)

    def read(self):
        if not self._read:
            self._content = b''.join(self.iter_bytes())
            self._read = True
        return self._content

    async def aread(self):
        if not self._read:
            self._content = b''.join([piece async for piece in self.aiter_bytes()])
            self._read = True
        return self._content

    def _begin(self, waits):
        """Before the body is taken from the network."""
        if self.is_stream_consumed:
            raise StreamConsumed(CONSUMED)
        if self.is_closed:
            raise StreamClosed('Attempted to read or stream content, but the stream has been closed.')
        if hasattr(self.stream, '__aiter__') is not waits and not hasattr(self.stream, 'both'):
            raise RuntimeError('Attempted to call an async iterator on a sync stream.' if waits else
                               'Attempted to call a sync iterator on an async stream.')
        self.is_stream_consumed = True

    def iter_raw(self, chunk_size=None):
        self._begin(False)
        cut, self.num_bytes_downloaded = Cutter(b'', chunk_size), 0
        for piece in self.stream:
            self.num_bytes_downloaded += len(piece)
            yield from cut.more(piece)
        yield from cut.rest()
        self.close()

    async def aiter_raw(self, chunk_size=None):
        self._begin(True)
        cut, self.num_bytes_downloaded = Cutter(b'', chunk_size), 0
        async for piece in self.stream:
            self.num_bytes_downloaded += len(piece)
            for each in cut.more(piece):
                yield each
        for each in cut.rest():
            yield each
        await self.aclose()

    def _unpacker(self):
        return unpacker(self.headers.get_list('content-encoding', True), self._request)

    def iter_bytes(self, chunk_size=None):
        if not self._read:
            unpack = self._unpacker()
            if unpack is None:
                yield from self.iter_raw(chunk_size)
                return
            cut = Cutter(b'', chunk_size)
            for piece in self.iter_raw():
                yield from cut.more(unpack(piece))
            yield from cut.more(unpack(b''))
            yield from cut.rest()
            return
        size = max(len(self._content) if chunk_size is None else chunk_size, 1)
        for at in range(0, len(self._content), size):
            yield self._content[at:at + size]

    async def aiter_bytes(self, chunk_size=None):
        if not self._read:
            unpack = self._unpacker()
            if unpack is None:
                async for piece in self.aiter_raw(chunk_size):
                    yield piece
                return
            cut = Cutter(b'', chunk_size)
            async for piece in self.aiter_raw():
                for each in cut.more(unpack(piece)):
                    yield each
            for each in [*cut.more(unpack(b'')), *cut.rest()]:
                yield each
            return
        for piece in self.iter_bytes(chunk_size):
            yield piece

    def iter_text(self, chunk_size=None):
        decode, cut = decoder(self.encoding), Cutter('', chunk_size)
        for piece in self.iter_bytes():
            yield from cut.more(decode(piece))
        yield from cut.more(decode(b'', True))
        yield from cut.rest()

    async def aiter_text(self, chunk_size=None):
        decode, cut = decoder(self.encoding), Cutter('', chunk_size)
        async for piece in self.aiter_bytes():
            for each in cut.more(decode(piece)):
                yield each
        for each in [*cut.more(decode(b'', True)), *cut.rest()]:
            yield each

    def iter_lines(self):
        lines = Lines()
        for text in self.iter_text():
            yield from lines.more(text)
        yield from lines.rest()

    async def aiter_lines(self):
        lines = Lines()
        async for text in self.aiter_text():
            for line in lines.more(text):
                yield line
        for line in lines.rest():
            yield line

    def _close(self):
        self.is_closed = True
        if self._started is not None and self._elapsed is None:
            self._elapsed = _time.monotonic() - self._started

    def close(self):
        if not self.is_closed:
            self._close()
            if hasattr(self.stream, 'close'):
                self.stream.close()

    async def aclose(self):
        if not self.is_closed:
            self._close()
            if hasattr(self.stream, 'aclose'):
                await self.stream.aclose()

    def __repr__(self):
        return f'<Response [{self.status_code} {self.reason_phrase}]>'
