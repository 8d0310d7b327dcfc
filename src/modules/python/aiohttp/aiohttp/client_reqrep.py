"""A request that was sent, and what came back."""
import json as _json
from collections import namedtuple as _namedtuple

from aiohttp.client_exceptions import *
from aiohttp.connector import _Done
from aiohttp.http import HttpVersion11 as _HttpVersion11
from aiohttp.streams import StreamReader as _StreamReader
from http.cookies import CookieError as _CookieError, SimpleCookie as _SimpleCookie
from multidict import CIMultiDict as _CIMultiDict, CIMultiDictProxy as _CIMultiDictProxy

RequestInfo = _namedtuple('RequestInfo', 'url method headers real_url')
ConnectionKey = _namedtuple('ConnectionKey', 'host port is_ssl ssl proxy proxy_auth proxy_headers_hash')
_SOFTWARE = 'Python/3.13 aiohttp/3.11.18'


class ClientRequest:
    """What a middleware of a client may change before it is sent."""

    def __init__(self, method, url, headers, data, json, session, skip_auto_headers=frozenset()):
        self.method, self.url, self.headers, self.body, self.json, self.session = method, url, headers, data, json, session
        self.skip_auto_headers = skip_auto_headers

    host = property(lambda self: self.url.host)
    port = property(lambda self: self.url.port)

    def is_ssl(self):
        return self.url.scheme in ('https', 'wss')


class ClientResponse:
    """An answer: its status and headers at once, its body when it is read."""

    def __init__(self, method, url, answer, headers, tell=None):
        self.method, self._url, self.status, self.reason = method, url, answer.status, answer.reason
        self._headers = _CIMultiDictProxy(_CIMultiDict(answer.headers))
        self._sent, self._body, self._released, self._tell = headers, None, False, tell
        body = answer.body
        self.content = _StreamReader(b'' if method == 'HEAD' else body) if isinstance(body, bytes) else body
        self.version, self.cookies, self._history = _HttpVersion11, _SimpleCookie(), ()
        for value in self._headers.getall('Set-Cookie', ()):
            try:
                self.cookies.load(value)
            except _CookieError:
                pass

    url = property(lambda self: self._url.with_fragment(None))
    real_url = property(lambda self: self._url)
    host = property(lambda self: self._url.host)
    headers = property(lambda self: self._headers)
    history = property(lambda self: self._history)
    closed = property(lambda self: self._released or self.content.is_eof())
    connection = property(lambda self: None)
    ok = property(lambda self: self.status < 400)
    links = property(lambda self: {})
    content_type = property(lambda self: self._headers.get('Content-Type', 'application/octet-stream')
                            .partition(';')[0].strip().lower())
    charset = property(lambda self: self._headers.get('Content-Type', '').partition('charset=')[2] or None)
    content_disposition = property(lambda self: None)

    @property
    def content_length(self):
        length = self._headers.get('Content-Length')
        return None if length is None else int(length)

    @property
    def raw_headers(self):
        return tuple((name.encode(), value.encode()) for name, value in self._headers.items())

    @property
    def request_info(self):
        headers = _CIMultiDict()
        if 'Host' not in self._sent:
            headers.update({'Host': self._url.host_port_subcomponent, 'Accept': '*/*', 'Accept-Encoding': 'gzip, deflate',
                            'User-Agent': _SOFTWARE})
        headers.update(self._sent)
        return RequestInfo(self.url, self.method, _CIMultiDictProxy(headers), self._url)

    def get_encoding(self):
        return self.charset or 'utf-8'

    async def read(self):
        if self._body is None:
            self._body = await self.content.read()
            if self._tell is not None:
                await self._tell('response_chunk_received', method=self.method, url=self.url, chunk=self._body)
        return self._body

    async def text(self, encoding=None, errors='strict'):
        if self._body is None:
            await self.read()
        return self._body.decode(encoding or self.get_encoding(), errors=errors)

    async def json(self, *, encoding=None, loads=_json.loads, content_type='application/json'):
        if self._body is None:
            await self.read()
        if content_type:
            mine = self.content_type
            as_json = mine.startswith('application/') and (mine == 'application/json' or mine.endswith('+json'))
            if not (as_json if content_type == 'application/json' else content_type in mine):
                shown = self._headers.get('Content-Type', '').lower()
                raise ContentTypeError(
                    self.request_info, self.history, status=self.status, headers=self.headers,
                    message=f'Attempt to decode JSON with unexpected mimetype: {shown}')
        stripped = self._body.strip()
        return loads(stripped.decode(encoding or self.get_encoding())) if stripped else None

    def raise_for_status(self):
        if not self.ok:
            if not self._entered:
                self.release()
            raise ClientResponseError(self.request_info, self.history, status=self.status, message=self.reason,
                                      headers=self.headers)

    def __del__(self):
        if not self.closed:
            self.release()

    def release(self):
        if not self.closed:
            self.content._connection.close()
        if not self._released and self.content._exception is None:
            self.content.set_exception(ClientConnectionError('Connection closed'))
        self._released = True
        return _Done()

    def close(self):
        self.release()

    async def wait_for_close(self):
        self.release()

    _entered = False

    async def __aenter__(self):
        self._entered = True
        return self

    async def __aexit__(self, *exc):
        self.release()

    def __repr__(self):
        return f'<ClientResponse({self.url}) [{self.status} {self.reason}]>\n{self.headers!r}\n'
