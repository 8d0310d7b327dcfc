"""httpx on the simulated network: a Client blocks its thread, an AsyncClient is awaited."""
import asyncio as _asyncio
import json as _json
import time as _time
from collections.abc import Iterable as _Iterable, Mapping as _Mapping, MutableMapping as _MutableMapping
from contextlib import (aclosing as _aclosing, asynccontextmanager as _asynccontextmanager, closing as _closing,
                        contextmanager as _contextmanager)
from enum import IntEnum as _IntEnum
from http import HTTPStatus as _HTTPStatus
from inspect import markcoroutinefunction as _markcoroutinefunction
from sys import modules as _modules
from types import AsyncGeneratorType as _AsyncGeneratorType, GeneratorType as _GeneratorType
from _frames import shown_by_name as _shown_by_name
from urllib.parse import parse_qsl as _parse_qsl, unquote as _unquote, urlencode as _urlencode, urljoin as _urljoin
from warnings import warn as _warn

import _httpx_urls as _urls
import _network
from _cookie_jar import Cookie as _Cookie, Jar as _Jar, of_answer as _of_answer

__title__, __description__, __version__ = 'httpx', 'A next generation HTTP client, for Python 3.', '0.28.1'


class HTTPError(Exception):
    """Something went wrong with a request."""

    def __init__(self, message):
        super().__init__(message)
        self._request = None

    def _sent(self):
        if self._request is not None:
            return self._request
        raise RuntimeError('The .request property has not been set.')

    def _set_sent(self, request):
        self._request = request

    request = property(_sent, _set_sent)


class RequestError(HTTPError):
    """No answer came."""

    def __init__(self, message, *, request=None):
        super().__init__(message)
        self._request = request


class HTTPStatusError(HTTPError):
    """An answer came, and it is not a good one."""

    def __init__(self, message, *, request, response):
        super().__init__(message)
        self.request, self.response = request, response


class InvalidURL(Exception):
    pass


class CookieConflict(Exception):
    pass


class StreamError(RuntimeError):
    pass


def _exceptions():
    for line in ('TransportError RequestError', 'DecodingError RequestError', 'TooManyRedirects RequestError',
                 'TimeoutException TransportError', 'ConnectTimeout TimeoutException', 'ReadTimeout TimeoutException',
                 'WriteTimeout TimeoutException', 'PoolTimeout TimeoutException', 'NetworkError TransportError',
                 'ConnectError NetworkError', 'ReadError NetworkError', 'WriteError NetworkError',
                 'CloseError NetworkError', 'ProtocolError TransportError', 'LocalProtocolError ProtocolError',
                 'RemoteProtocolError ProtocolError', 'ProxyError TransportError',
                 'UnsupportedProtocol TransportError', 'StreamConsumed StreamError', 'StreamClosed StreamError',
                 'ResponseNotRead StreamError', 'RequestNotRead StreamError'):
        name, base = line.split()
        globals()[name] = type(name, (globals()[base],), {'__module__': 'httpx'})


_exceptions()
_CONSUMED = ('Attempted to read or stream some content, but the content has already been streamed. For requests, this could be due '
             'to passing a generator as request content, and then receiving a redirect response or a secondary request as part of '
             'an authentication flow.For responses, this could be due to attempting to stream the response content more than once.')


def _raise_from_core(error, fault=None):
    """Raises an error as what one of the same name in httpcore is mapped to, which the network's fault may be the reason of."""
    import httpcore
    if isinstance(error, RemoteProtocolError):
        fault = None
    core = getattr(httpcore, type(error).__name__)(*error.args if fault is None else (fault,))
    try:
        raise core
    except Exception:
        core.__context__, core.__suppress_context__ = fault, not isinstance(error, UnsupportedProtocol)
        raise error from core


def _attempts_failed(fault):
    """What anyio makes of a refused connection, which it has tried one address of."""
    if not isinstance(fault, ConnectionRefusedError):
        return fault
    error = OSError('All connection attempts failed')
    error.__cause__ = fault
    return error


class URL:
    """A URL; it does not change."""

    def __init__(self, url='', **parts):
        parts = _urls.keywords(parts)
        if 'params' in parts:
            params = parts.pop('params')
            parts['query'] = str(QueryParams(params)) if params else None
        if isinstance(url, URL):
            known = {'scheme': url._parts[0], 'authority': url._authority(), 'path': url._parts[4], 'query': url._parts[5],
                     'fragment': url._parts[6]}
            self._parts = _urls.taken_apart('', InvalidURL, **{**known, **parts}) if parts else url._parts
        elif isinstance(url, str):
            self._parts = _urls.taken_apart(url, InvalidURL, **parts)
        else:
            raise TypeError(f'Invalid type for url.  Expected str or httpx.URL, got {type(url)}: {url!r}')

    scheme = property(lambda self: self._parts[0])
    raw_scheme = property(lambda self: self._parts[0].encode())
    userinfo = property(lambda self: self._parts[1].encode())
    username = property(lambda self: _unquote(self._parts[1].partition(':')[0]))
    password = property(lambda self: _unquote(self._parts[1].partition(':')[2]))
    raw_host = property(lambda self: self._parts[2].encode())
    port = property(lambda self: self._parts[3])
    netloc = property(lambda self: self._netloc().encode())
    path = property(lambda self: _unquote(self._parts[4] or '/'))
    query = property(lambda self: (self._parts[5] or '').encode())
    params = property(lambda self: QueryParams(self._parts[5] or ''))
    raw_path = property(lambda self: ((self._parts[4] or '/') + _mark('?', self._parts[5])).encode())
    fragment = property(lambda self: _unquote(self._parts[6] or ''))
    is_absolute_url = property(lambda self: bool(self._parts[0] and self._parts[2]))
    is_relative_url = property(lambda self: not self.is_absolute_url)

    @property
    def host(self):
        host = self._parts[2]
        return _urls.shown_host(host) if 'xn--' in host else host

    def _netloc(self):
        host, port = self._parts[2:4]
        host = f'[{host}]' if ':' in host else host
        return host if port is None else f'{host}:{port}'

    def _authority(self, secret=False):
        userinfo = self._parts[1]
        if secret and ':' in userinfo:
            userinfo = userinfo.partition(':')[0] + ':[secure]'
        return f'{userinfo}@{self._netloc()}' if userinfo else self._netloc()

    def _written(self, authority):
        scheme, _, _, _, path, query, fragment = self._parts
        return (scheme and scheme + ':') + (authority and '//' + authority) + path + _mark('?', query) + _mark('#', fragment)

    def copy_with(self, **parts):
        return URL(self, **parts)

    def join(self, url):
        return URL(_urljoin(str(self), str(URL(url))))

    def copy_set_param(self, key, value=None):
        return URL(self, params=self.params.set(key, value))

    def copy_add_param(self, key, value=None):
        return URL(self, params=self.params.add(key, value))

    def copy_remove_param(self, key):
        return URL(self, params=self.params.remove(key))

    def copy_merge_params(self, params):
        return URL(self, params=self.params.merge(params))

    def __str__(self):
        return self._written(self._authority())

    def __repr__(self):
        return f'{type(self).__name__}({self._written(self._authority(secret=True))!r})'

    def __eq__(self, other):
        return isinstance(other, (URL, str)) and str(self) == str(URL(other))

    def __hash__(self):
        return hash(str(self))


def _mark(mark, text):
    return '' if text is None else mark + text


def _port_of(url):
    return {'http': 80, 'https': 443}.get(url.scheme) if url.port is None else url.port


def _pairs(params):
    """Pairs of text."""
    if params is None:
        return []
    if isinstance(params, QueryParams):
        return params.multi_items()
    if isinstance(params, (str, bytes)):
        return _parse_qsl(params if isinstance(params, str) else params.decode(), keep_blank_values=True)
    if isinstance(params, (list, tuple)):
        return [(str(pair[0]), _value(pair[1])) for pair in params]
    return [(str(name), _value(each)) for name, value in params.items()
            for each in (value if isinstance(value, (list, tuple)) else [value])]


def _value(value):
    """A value as a text."""
    text = '' if value is None else str(value)
    return text.lower() if isinstance(value, bool) else text


def _text(params):
    return _urlencode(_pairs(params))


class QueryParams(_Mapping):
    """A query; it does not change. The values of one name stand together."""

    def __init__(self, *args, **kwargs):
        assert len(args) < 2, 'Too many arguments.'
        assert not (args and kwargs), 'Cannot mix named and unnamed arguments.'
        self._lists = {}
        for name, value in _pairs(args[0] if args else kwargs):
            self._lists.setdefault(name, []).append(value)

    def get(self, key, default=None):
        found = self._lists.get(str(key))
        return found[0] if found else default

    def get_list(self, key):
        return list(self._lists.get(str(key), ()))

    def multi_items(self):
        return [(name, value) for name, values in self._lists.items() for value in values]

    def keys(self):
        return self._lists.keys()

    def items(self):
        return {name: values[0] for name, values in self._lists.items()}.items()

    def values(self):
        return dict(self.items()).values()

    def _with(self, lists):
        made = QueryParams()
        made._lists = lists
        return made

    def merge(self, params=None):
        return self._with({**self._lists, **QueryParams(params)._lists})

    def set(self, key, value=None):
        return self._with({**self._lists, str(key): [_value(value)]})

    def add(self, key, value=None):
        key = str(key)
        return self._with({**self._lists, key: self.get_list(key) + [_value(value)]})

    def remove(self, key):
        return self._with({name: values for name, values in self._lists.items() if name != str(key)})

    def update(self, params=None):
        raise RuntimeError(
            'QueryParams are immutable since 0.18.0. Use `q = q.merge(...)` to create an updated copy.')

    def __setitem__(self, key, value):
        raise RuntimeError(
            'QueryParams are immutable since 0.18.0. Use `q = q.set(key, value)` to create an updated copy.')

    def __getitem__(self, key):
        return self._lists[key][0]

    def __contains__(self, key):
        return key in self._lists

    def __iter__(self):
        return iter(self._lists)

    def __len__(self):
        return len(self._lists)

    def __bool__(self):
        return bool(self._lists)

    def __eq__(self, other):
        return isinstance(other, QueryParams) and sorted(self.multi_items()) == sorted(other.multi_items())

    def __hash__(self):
        return hash(str(self))

    def __str__(self):
        return _urlencode(self.multi_items())

    def __repr__(self):
        return f'{type(self).__name__}({str(self)!r})'


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


class Auth:
    """What may be given as `auth`: its flow yields requests and gets their answers."""
    requires_request_body = requires_response_body = False

    def auth_flow(self, request):
        yield request

    def sync_auth_flow(self, request):
        if self.requires_request_body:
            request.read()
        flow, response = self.auth_flow(request), None
        while (wanted := _wanted(flow, response)) is not None:
            response = yield wanted
            if self.requires_response_body:
                response.read()

    async def async_auth_flow(self, request):
        if self.requires_request_body:
            await request.aread()
        flow, response = self.auth_flow(request), None
        while (wanted := _wanted(flow, response)) is not None:
            response = yield wanted
            if self.requires_response_body:
                await response.aread()


def _wanted(flow, response):
    """The request that follows an answer, if there is one."""
    try:
        return flow.send(response)
    except StopIteration:
        return None


class FunctionAuth(Auth):
    """A function that changes a request."""

    def __init__(self, func):
        self._func = func

    def auth_flow(self, request):
        yield self._func(request)


class BasicAuth(Auth):
    """A name and a password in a header."""

    def __init__(self, username, password):
        self._header = _network.basic_auth(username, password, 'utf-8')

    def auth_flow(self, request):
        request.headers['Authorization'] = self._header
        yield request


class NetRCAuth(Auth):
    """Names and passwords by host, from a file."""

    def __init__(self, file=None):
        import netrc
        self._known = netrc.netrc(file)

    def auth_flow(self, request):
        found = self._known.authenticators(request.url.host)
        if found is not None and found[2]:
            request.headers['Authorization'] = _network.basic_auth(found[0], found[2], 'utf-8')
        yield request


class DigestAuth(Auth):
    """A name and a digest of a password, for a server that asks for one."""

    def __init__(self, username, password):
        self._username, self._password, self._asked, self._count = username, password, None, 1

    def auth_flow(self, request):
        if self._asked:
            request.headers['Authorization'] = self._answer(request)
        response = yield request
        asked = [value for value in response.headers.get_list('www-authenticate') if value.lower().startswith('digest ')]
        if response.status_code != 401 or not asked:
            return
        from _digests import asked_of
        self._asked, self._count = asked_of(asked[0]), 1
        if not {'realm', 'nonce'} <= self._asked.keys():
            raise ProtocolError('Malformed Digest WWW-Authenticate header', request=request)
        request.headers['Authorization'] = self._answer(request)
        if response.cookies:
            request.headers['Cookie'] = '; '.join(f'{name}={value}' for name, value in response.cookies.items())
        yield request

    def _answer(self, request):
        from _digests import answer
        asked, path, count = self._asked, request.url.raw_path.decode(), f'{self._count:08x}'
        qops = [each.strip() for each in asked.get('qop', 'auth').split(',')]
        if 'auth' not in qops:
            raise (NotImplementedError('Digest auth-int support is not yet implemented') if qops == ['auth-int'] else ProtocolError(
                f'Unexpected qop value "{asked["qop"]}" in digest auth', request=request))
        digest, fresh = answer(asked, self._username, self._password, request.method, path, self._count, 'qop' in asked)
        self._count += 1
        told = {'username': self._username, 'realm': asked['realm'], 'nonce': asked['nonce'], 'uri': path, 'response': digest,
                'algorithm': asked.get('algorithm', 'MD5')}
        if 'opaque' in asked:
            told['opaque'] = asked['opaque']
        if 'qop' in asked:
            told |= {'qop': 'auth', 'nc': count, 'cnonce': fresh}
        return 'Digest ' + ', '.join(f'{name}={value}' if name in ('algorithm', 'qop', 'nc') else f'{name}="{value}"'
                                     for name, value in told.items())


_unset = object()


class Timeout:
    """How many seconds parts of a request may take."""

    def __init__(self, timeout=_unset, *, connect=_unset, read=_unset, write=_unset, pool=_unset):
        parts = (connect, read, write, pool)
        if isinstance(timeout, Timeout):
            parts = (timeout.connect, timeout.read, timeout.write, timeout.pool)
        elif isinstance(timeout, tuple):
            parts = (*timeout, None, None)[:4]
        elif timeout is _unset:
            if _unset in parts:
                raise ValueError('httpx.Timeout must either include a default, or set all four parameters explicitly.')
        else:
            parts = tuple(timeout if part is _unset else part for part in parts)
        self.connect, self.read, self.write, self.pool = parts

    def as_dict(self):
        return {'connect': self.connect, 'read': self.read, 'write': self.write, 'pool': self.pool}

    def __eq__(self, other):
        return isinstance(other, Timeout) and self.as_dict() == other.as_dict()

    __hash__ = None

    def __repr__(self):
        parts = self.as_dict()
        if len(set(parts.values())) == 1:
            return f'Timeout(timeout={self.connect})'
        return f'Timeout({", ".join(f"{name}={value}" for name, value in parts.items())})'


class Limits:
    """How many connections there may be."""

    def __init__(self, *, max_connections=None, max_keepalive_connections=None, keepalive_expiry=5.0):
        self.max_connections, self.max_keepalive_connections = max_connections, max_keepalive_connections
        self.keepalive_expiry = keepalive_expiry

    def __eq__(self, other):
        return isinstance(other, Limits) and vars(self) == vars(other)

    __hash__ = None

    def __repr__(self):
        return (f'Limits(max_connections={self.max_connections}, max_keepalive_connections='
                f'{self.max_keepalive_connections}, keepalive_expiry={self.keepalive_expiry})')


_OLD_PHRASES = {413: 'Request Entity Too Large', 414: 'Request-URI Too Long', 416: 'Requested Range Not Satisfiable',
                418: "I'm a teapot", 422: 'Unprocessable Entity'}


class codes(_IntEnum):
    """Statuses by their names."""
    phrase = property(lambda self: _OLD_PHRASES.get(self.value) or _HTTPStatus(self.value).phrase)

    # Some have their older names here.
    vars().update((_OLD_PHRASES[status].upper().replace(' ', '_').replace('-', '_').replace("'", '')
                   if status in _OLD_PHRASES else status.name, status.value) for status in _HTTPStatus)

    def __str__(self):
        return str(self.value)

    @classmethod
    def get_reason_phrase(cls, value):
        return cls(value).phrase if value in cls else ''

    @classmethod
    def is_error(cls, value):
        return 400 <= value <= 599


for _name, _first in ('informational', 1), ('success', 2), ('redirect', 3), ('client_error', 4), ('server_error', 5):
    setattr(codes, 'is_' + _name, classmethod(lambda cls, value, first=_first: value // 100 == first))
for _status in codes:
    setattr(codes, _status.name.lower(), int(_status))


class _Default:
    """The client's own setting."""


USE_CLIENT_DEFAULT = _Default()


class SyncByteStream:
    """A body that comes piece by piece."""

    def __iter__(self):
        raise NotImplementedError("The '__iter__' method must be implemented.")
        yield b''

    def close(self):
        pass


class AsyncByteStream:
    """A body that comes piece by piece, awaited."""

    async def __aiter__(self):
        raise NotImplementedError("The '__aiter__' method must be implemented.")
        yield b''

    async def aclose(self):
        pass


class ByteStream(AsyncByteStream, SyncByteStream):
    """A body that is there."""
    both = True

    def __init__(self, stream):
        self._stream = stream

    def __iter__(self):
        yield self._stream

    async def __aiter__(self):
        yield self._stream


class _Pieces:
    """Content that comes piece by piece: of an iterable, of a file, of what is awaited."""
    _used = False

    def __init__(self, content):
        self._content = content

    @classmethod
    def of(cls, content):
        if isinstance(content, _Iterable) and not isinstance(content, dict):
            return _BlockingPieces(content)
        if hasattr(content, '__aiter__'):
            return _AwaitedPieces(content)
        raise TypeError(f"Unexpected type for 'content', {type(content)!r}")

    def announce(self, headers):
        """Says how long it is, if that is known."""
        try:
            here = self._content.tell()
            size = self._content.seek(0, 2)
            self._content.seek(here)
        except (AttributeError, OSError):
            if 'content-length' not in headers:
                headers.setdefault('Transfer-Encoding', 'chunked')
        else:
            headers.setdefault('Content-Length', str(size))

    def _begin(self):
        """A generator gives its pieces once."""
        if self._used and type(self._content) in (_GeneratorType, _AsyncGeneratorType):
            raise StreamConsumed(_CONSUMED)
        self._used = True


class _BlockingPieces(_Pieces, SyncByteStream):
    def __iter__(self):
        self._begin()
        read = getattr(self._content, 'read', None)
        yield from iter(lambda: read(65536), b'') if read else self._content


class _AwaitedPieces(_Pieces, AsyncByteStream):
    async def __aiter__(self):
        self._begin()
        async for piece in self._content:
            yield piece


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


def _is_known_encoding(name):
    import codecs
    try:
        codecs.lookup(name)
    except LookupError:
        return False
    return True


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
    has_redirect_location = property(lambda self: self.is_redirect and 'location' in self.headers)
    links = property(lambda self: {})

    @property
    def encoding(self):
        if self._encoding is None:
            found = self.charset_encoding
            if found is None or not _is_known_encoding(found):
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
        raise HTTPStatusError(
            f"{kind} '{self.status_code} {self.reason_phrase}' for url '{self.url}'\nFor more information check: "
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
            raise StreamConsumed(_CONSUMED)
        if self.is_closed:
            raise StreamClosed('Attempted to read or stream content, but the stream has been closed.')
        if hasattr(self.stream, '__aiter__') is not waits and not hasattr(self.stream, 'both'):
            raise RuntimeError('Attempted to call an async iterator on a sync stream.' if waits else
                               'Attempted to call a sync iterator on an async stream.')
        self.is_stream_consumed = True

    def iter_raw(self, chunk_size=None):
        self._begin(False)
        cut, self.num_bytes_downloaded = _Cutter(b'', chunk_size), 0
        for piece in self.stream:
            self.num_bytes_downloaded += len(piece)
            yield from cut.more(piece)
        yield from cut.rest()
        self.close()

    async def aiter_raw(self, chunk_size=None):
        self._begin(True)
        cut, self.num_bytes_downloaded = _Cutter(b'', chunk_size), 0
        async for piece in self.stream:
            self.num_bytes_downloaded += len(piece)
            for each in cut.more(piece):
                yield each
        for each in cut.rest():
            yield each
        await self.aclose()

    def _unpacker(self):
        """What undoes the encodings of the body; None if there are none."""
        kinds = [kind for kind in self.headers.get_list('content-encoding', True) if kind in ('gzip', 'deflate')]
        if not kinds:
            return None
        import zlib
        unpackers = [zlib.decompressobj(47) for _ in kinds]

        def more(piece):
            try:
                for each in unpackers:
                    piece = each.decompress(piece) + (b'' if piece else each.flush())
            except zlib.error as e:
                raise DecodingError(str(e), request=self._request) from e
            return piece
        return more

    def iter_bytes(self, chunk_size=None):
        if not self._read:
            unpack = self._unpacker()
            if unpack is None:
                yield from self.iter_raw(chunk_size)
                return
            cut = _Cutter(b'', chunk_size)
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
            cut = _Cutter(b'', chunk_size)
            async for piece in self.aiter_raw():
                for each in cut.more(unpack(piece)):
                    yield each
            for each in [*cut.more(unpack(b'')), *cut.rest()]:
                yield each
            return
        for piece in self.iter_bytes(chunk_size):
            yield piece

    def iter_text(self, chunk_size=None):
        decode, cut = _decoder(self.encoding), _Cutter('', chunk_size)
        for piece in self.iter_bytes():
            yield from cut.more(decode(piece))
        yield from cut.more(decode(b'', True))
        yield from cut.rest()

    async def aiter_text(self, chunk_size=None):
        decode, cut = _decoder(self.encoding), _Cutter('', chunk_size)
        async for piece in self.aiter_bytes():
            for each in cut.more(decode(piece)):
                yield each
        for each in [*cut.more(decode(b'', True)), *cut.rest()]:
            yield each

    def iter_lines(self):
        lines = _Lines()
        for text in self.iter_text():
            yield from lines.more(text)
        yield from lines.rest()

    async def aiter_lines(self):
        lines = _Lines()
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


def _decoder(encoding):
    import codecs
    return codecs.getincrementaldecoder(encoding)(errors='replace').decode


class _Cutter:
    """Pieces as they come, or of one size."""

    def __init__(self, empty, size):
        self._waiting = self._empty = empty
        self._size = size

    def more(self, piece):
        if self._size is None:
            return [piece] if piece else []
        whole, size = self._waiting + piece, self._size
        end = len(whole) - len(whole) % size
        self._waiting = whole[end:]
        return [whole[at:at + size] for at in range(0, end, size)]

    def rest(self):
        return [self._waiting] if self._waiting else []


class _Lines:
    """Lines of text that comes in pieces."""

    def __init__(self):
        self._waiting = ''

    def more(self, text):
        whole = self._waiting + text
        # What follows a carriage return may belong to the same end of line.
        held = '\r' if whole[-1:] == '\r' else ''
        lines = whole[:len(whole) - len(held)].splitlines(keepends=True)
        last = lines.pop() if lines and (held or lines[-1].splitlines()[0] == lines[-1]) else ''
        self._waiting = last + held
        return [line.splitlines()[0] for line in lines]

    def rest(self):
        return self._waiting.splitlines()


class _Pattern:
    """URLs that a transport is for: of a scheme, a host, a port, or of any."""

    def __init__(self, pattern):
        scheme, _, rest = pattern.partition('://')
        host, _, port = rest.rpartition(':') if rest[-1:].isdigit() and ':' in rest else (rest, '', '')
        self._scheme, self._host = '' if scheme == 'all' else scheme, '' if host == '*' else host
        self._port = int(port) if port else None
        self.rank = not port, -len(self._host), -len(self._scheme)

    def matches(self, url):
        host, name = url.host, self._host
        if name[:1] == '*':
            fits = host.endswith(name[1:]) or name[:2] != '*.' and host == name[1:]
        else:
            fits = name in ('', host)
        return fits and self._scheme in ('', url.scheme) and self._port in (None, url.port)


class _BaseClient:
    """What both clients have."""

    def __init__(self, *, auth=None, params=None, headers=None, cookies=None, verify=True, cert=None, http1=True,
                 http2=False, proxy=None, mounts=None, timeout=5.0, follow_redirects=False, limits=None,
                 max_redirects=20, event_hooks=None, base_url='', transport=None, trust_env=True,
                 default_encoding='utf-8', **unknown):
        if unknown:
            raise TypeError(f'{type(self).__name__}.__init__() got an unexpected keyword argument {next(iter(unknown))!r}')
        self._transport, self.max_redirects = transport or self._usual(), max_redirects
        self._mounts = sorted(((_Pattern(where), each) for where, each in (mounts or {}).items()), key=lambda pair: pair[0].rank)
        self.base_url, self.auth, self.params, self.headers = base_url, auth, params, headers
        self._own, self.cookies, self.event_hooks = Headers(headers), cookies, event_hooks
        self._standard = self.headers.copy()
        self.timeout, self.is_closed, self._opened = timeout, False, False
        self.follow_redirects, self._limits, self.trust_env = follow_redirects, limits or Limits(), trust_env
        self._default_encoding = default_encoding

    base_url = property(lambda self: self._base, lambda self, url: setattr(self, '_base', self._with_slash(URL(url))))

    def __setattr__(self, name, value):
        # What is set is of the kind that a client has, whatever it is set to.
        kind = _KINDS.get(name)
        super().__setattr__(name, value if kind is None else kind(value))

    @staticmethod
    def _with_slash(url):
        return url if url.raw_path[-1:] == b'/' else url.copy_with(raw_path=url.raw_path + b'/')

    @staticmethod
    def _as_headers(given):
        headers = Headers({'accept': '*/*', 'accept-encoding': 'gzip, deflate', 'connection': 'keep-alive',
                           'user-agent': f'python-httpx/{__version__}'})
        headers.update(given)
        return headers

    def build_request(self, method, url, *, content=None, data=None, files=None, json=None, params=None, headers=None,
                      cookies=None, timeout=USE_CLIENT_DEFAULT, extensions=None):
        url = URL(url)
        if url.is_relative_url:
            url = self._base.copy_with(raw_path=self._base.raw_path + url.raw_path.lstrip(b'/'))
        all_headers = self.headers.copy()
        all_headers.update(headers)
        given = {name: value for name, value in self.headers.items() if self._standard.get(name) != value}
        given = [*given.items(), *self._own.items(), *(headers.items() if hasattr(headers, 'items') else headers or ())]
        request = Request(method, url, params=self.params.merge(params) if params or self.params else params,
                          headers=all_headers, content=content, data=data, files=files, json=json)
        request._given = [(name.title(), value) for name, value in dict(
            (name.lower(), value) for name, value in given).items()]
        request._given_cookies = dict(cookies or {})
        if self._with_cookies(request):
            request._given.append(('Cookie', request.headers['Cookie']))
        request._timeout = self.timeout if timeout is USE_CLIENT_DEFAULT else Timeout(timeout)
        return request

    def _with_cookies(self, request):
        """Gives a request the cookies that are for its URL."""
        fit = {cookie.name: cookie.value for cookie in self.cookies.jar.for_url(request.url)}
        cookies = {**fit, **getattr(request, '_given_cookies', {})}
        if cookies:
            request.headers['Cookie'] = '; '.join(f'{name}={value}' for name, value in cookies.items())
        return cookies

    def _ask(self, request, auth):
        """What the network is asked."""
        if self.is_closed:
            raise RuntimeError('Cannot send a request, as the client has been closed.')
        self._opened = True
        if not hasattr(request, '_timeout'):
            request._timeout = self.timeout
        auth = self._as_auth(self.auth if auth is USE_CLIENT_DEFAULT else auth)
        if auth is None and (request.url.username or request.url.password):
            auth = BasicAuth(request.url.username, request.url.password)
        return auth or Auth()

    @staticmethod
    def _as_auth(auth):
        if auth is None or isinstance(auth, Auth):
            return auth
        if isinstance(auth, tuple):
            return BasicAuth(*auth)
        if callable(auth):
            return FunctionAuth(auth)
        raise TypeError(f'Invalid "auth" argument: {auth!r}')

    def _all(self):
        return [self._transport, *(each for _, each in self._mounts if each is not None)]

    def _way(self, url):
        """What answers a request to there."""
        return next((each or self._transport for pattern, each in self._mounts if pattern.matches(url)), self._transport)

    @staticmethod
    def _told(request):
        """A host that is simulated is told of what an `auth` has added."""
        added = request.headers.get('Authorization')
        given = [pair for pair in getattr(request, '_given', ()) if pair[0] != 'Authorization']
        request._given = given if added is None else [*given, ('Authorization', added)]

    @staticmethod
    def _check(request, way):
        """Whether there is a way to such a URL."""
        scheme = request.url.scheme
        if not isinstance(way, _Transport):
            return
        if not scheme or not request.url.host:
            _raise_from_core(UnsupportedProtocol("Request URL is missing an 'http://' or 'https://' protocol.", request=request))
        if scheme not in ('http', 'https'):
            _raise_from_core(UnsupportedProtocol(f"Request URL has an unsupported protocol '{scheme}://'.", request=request))

    def _answered(self, request, response, started, history):
        response.default_encoding = self._default_encoding
        response._request, response.history = request, list(history)
        response._started = started
        response.cookies.extract_cookies(response)
        self.cookies.extract_cookies(response)
        logging = _modules.get('logging')
        if logging is not None:
            logging.getLogger('httpx').info('HTTP Request: %s %s "%s %d %s"', request.method, request.url,
                                            response.http_version, response.status_code, response.reason_phrase)
        if response.is_closed:
            response._close()
        if response.has_redirect_location:
            response.next_request = self._next(request, response)
        return response

    def _goes_on(self, response, follow, history):
        """The request that an answer leads to, if it is to be followed."""
        follow = self.follow_redirects if follow is USE_CLIENT_DEFAULT else follow
        request = response.next_request
        if request is None or not follow:
            return None
        history.append(response)
        if len(history) > self.max_redirects:
            raise TooManyRedirects('Exceeded maximum allowed redirects.', request=request)
        response.next_request = None
        return request

    def _next(self, request, response):
        status, method = response.status_code, request.method
        if status in (302, 303) and method != 'HEAD' or status == 301 and method == 'POST':
            method = 'GET'
        try:
            url = URL(response.headers['location'])
        except (InvalidURL, ValueError) as e:
            raise RemoteProtocolError(f'Invalid URL in location header: {e}.', request=request) from None
        url = URL(url, host=request.url.host) if url.scheme and not url.host else request.url.join(url)
        if request.url.fragment and not url.fragment:
            url = URL(url, fragment=request.url.fragment)
        headers, given, old = request.headers.copy(), request._given, request.url
        if (url.scheme, url.host, _port_of(url)) != (old.scheme, old.host, _port_of(old)):
            # What a host is told of who asks, another one is not; but for the same one over https.
            if (url.host, old.scheme, _port_of(old), url.scheme, _port_of(url)) != (old.host, 'http', 80, 'https', 443):
                headers.pop('authorization', None)
                given = [pair for pair in given if pair[0].lower() != 'authorization']
            headers['Host'] = url._netloc()
        new = Request(method, url, headers=headers, stream=ByteStream(b''))
        new._given, new._timeout = given, request._timeout
        new._given_cookies = getattr(request, '_given_cookies', {})
        new.headers.pop('cookie', None)
        self._with_cookies(new)
        if method == request.method:
            new._content, new._data, new._json, new._stream = request._content, request._data, request._json, request._stream
        else:
            new._stream = None
            for name in ('content-length', 'transfer-encoding'):
                new.headers.pop(name, None)
        return new

    def _enter(self):
        if self.is_closed:
            raise RuntimeError('Cannot reopen a client instance, once it has been closed.')
        if getattr(self, '_entered', False):
            raise RuntimeError('Cannot open a client instance more than once.')
        self._entered = True
        return self


_KINDS = {'headers': _BaseClient._as_headers, 'auth': _BaseClient._as_auth, 'cookies': Cookies, 'params': QueryParams,
          'timeout': Timeout, 'event_hooks': lambda given: {'request': [], 'response': []} | (given or {})}


class Client(_BaseClient):
    """Requests that block their thread."""

    @staticmethod
    def _usual():
        return HTTPTransport()

    def send(self, request, *, stream=False, auth=USE_CLIENT_DEFAULT, follow_redirects=USE_CLIENT_DEFAULT):
        flow, history = self._ask(request, auth).sync_auth_flow(request), []
        request = next(flow)
        while True:
            response = self._followed(request, follow_redirects, history)
            try:
                try:
                    request = flow.send(response)
                except StopIteration:
                    if not stream:
                        response.read()
                    return response
                response.read()
                history.append(response)
            except BaseException:
                response.close()
                raise

    def _followed(self, request, follow_redirects, history):
        """The answer of a request, or of that to which it leads."""
        while True:
            for hook in self.event_hooks.get('request', ()):
                hook(request)
            if not isinstance(request.stream, SyncByteStream):
                raise RuntimeError('Attempted to send an async request with a sync Client instance.')
            self._check(request, self._way(request.url))
            self._told(request)
            started = _time.monotonic()
            response = self._answered(request, self._way(request.url).handle_request(request), started, history)
            try:
                for hook in self.event_hooks.get('response', ()):
                    hook(response)
                request = self._goes_on(response, follow_redirects, history)
                if request is not None:
                    response.read()
            except BaseException:
                response.close()
                raise
            if request is None:
                return response

    def request(self, method, url, *, content=None, data=None, files=None, json=None, params=None, headers=None,
                cookies=None, auth=USE_CLIENT_DEFAULT, follow_redirects=USE_CLIENT_DEFAULT, timeout=USE_CLIENT_DEFAULT,
                extensions=None):
        request = self.build_request(method, url, content=content, data=data, files=files, json=json, params=params,
                                     headers=headers, cookies=cookies, timeout=timeout)
        return self.send(request, auth=auth, follow_redirects=follow_redirects)

    @_contextmanager
    def stream(self, method, url, *, auth=USE_CLIENT_DEFAULT, follow_redirects=USE_CLIENT_DEFAULT, **kwargs):
        request = self.build_request(method, url, **kwargs)
        with _closing(self.send(request, stream=True, auth=auth, follow_redirects=follow_redirects)) as response:
            yield response

    def close(self):
        self.is_closed = True
        for transport in self._all():
            transport.close()

    def __enter__(self):
        self._enter()
        for transport in self._all():
            transport.__enter__()
        return self

    def __exit__(self, *exc):
        self.is_closed = True
        for transport in self._all():
            transport.__exit__(*exc)


class AsyncClient(_BaseClient):
    """Requests that are awaited. At most `max_connections` of its limits run at once, the others wait."""

    _pool = None

    def __init__(self, *, limits=None, **kwargs):
        super().__init__(limits=limits or Limits(max_connections=100), **kwargs)

    @staticmethod
    def _usual():
        return AsyncHTTPTransport()

    async def send(self, request, *, stream=False, auth=USE_CLIENT_DEFAULT, follow_redirects=USE_CLIENT_DEFAULT):
        flow, history = self._ask(request, auth).async_auth_flow(request), []
        request = await anext(flow)
        while True:
            response = await self._followed(request, follow_redirects, history)
            try:
                try:
                    request = await flow.asend(response)
                except StopAsyncIteration:
                    if not stream:
                        await response.aread()
                    return response
                await response.aread()
                history.append(response)
            except BaseException:
                await response.aclose()
                raise

    async def _followed(self, request, follow_redirects, history):
        """The answer of a request, or of that to which it leads."""
        while True:
            for hook in self.event_hooks.get('request', ()):
                await hook(request)
            if not isinstance(request.stream, AsyncByteStream):
                raise RuntimeError('Attempted to send an sync request with an AsyncClient instance.')
            self._check(request, self._way(request.url))
            self._told(request)
            started = _time.monotonic()
            response = self._answered(request, await self._sent(request), started, history)
            try:
                for hook in self.event_hooks.get('response', ()):
                    await hook(response)
                request = self._goes_on(response, follow_redirects, history)
                if request is not None:
                    await response.aread()
            except BaseException:
                await response.aclose()
                raise
            if request is None:
                return response

    async def _sent(self, request):
        if self._pool is None:
            self._pool = _shown_by_name(_asyncio.Semaphore(self._limits.max_connections or 1 << 30), 'connections')
        try:
            async with _asyncio.timeout(request._timeout.pool if self._pool.locked() else None):
                await self._pool.acquire()
        except TimeoutError as e:
            raise PoolTimeout('', request=request) from e
        response = None
        try:
            response = await self._way(request.url).handle_async_request(request)
        finally:
            if isinstance(getattr(response, 'stream', None), _AsyncBody):
                # Its place is free once the body has been read.
                response.stream.places.append(self._pool)
            else:
                self._pool.release()
        return response

    async def request(self, method, url, *, content=None, data=None, files=None, json=None, params=None, headers=None,
                      cookies=None, auth=USE_CLIENT_DEFAULT, follow_redirects=USE_CLIENT_DEFAULT,
                      timeout=USE_CLIENT_DEFAULT, extensions=None):
        request = self.build_request(method, url, content=content, data=data, files=files, json=json, params=params,
                                     headers=headers, cookies=cookies, timeout=timeout)
        return await self.send(request, auth=auth, follow_redirects=follow_redirects)

    @_asynccontextmanager
    async def stream(self, method, url, *, auth=USE_CLIENT_DEFAULT, follow_redirects=USE_CLIENT_DEFAULT, **kwargs):
        request = self.build_request(method, url, **kwargs)
        sent = self.send(request, stream=True, auth=auth, follow_redirects=follow_redirects)
        async with _aclosing(await sent) as response:
            yield response

    async def aclose(self):
        self.is_closed = True
        for transport in self._all():
            await transport.aclose()

    async def __aenter__(self):
        self._enter()
        for transport in self._all():
            await transport.__aenter__()
        return self

    async def __aexit__(self, *exc):
        self.is_closed = True
        for transport in self._all():
            await transport.__aexit__(*exc)


class _Transport:
    def __init__(self, verify=True, cert=None, trust_env=True, http1=True, http2=False, limits=None, proxy=None,
                 uds=None, local_address=None, retries=0, socket_options=None):
        self.retries, self._idle = retries, None

    def _pool(self):
        """Connections with servers of the program itself."""
        import _loopback
        if self._idle is None:
            self._idle = _loopback.Idle(5.0)
        return self._idle

    def _let_go(self):
        if self._idle is not None:
            self._idle.close()

    def _ways(self, request, pieces, late, refused):
        """What the network is asked, and what is raised for an error of its, if no other attempt is to follow."""
        def failed(error, attempt):
            if isinstance(error, _network.Late):
                return ReadTimeout(late, request=request)
            if isinstance(error, ConnectionError) and not isinstance(error, ConnectionRefusedError):
                return RemoteProtocolError('Server disconnected without sending a response.', request=request)
            if attempt < self.retries:
                return None
            return ConnectError(refused if isinstance(error, ConnectionRefusedError) else str(error), request=request)
        shown = [('-'.join(word.capitalize() for word in name.split('-')), value)
                 for name, value in request.headers.items()]
        body, data = request._sent(pieces)
        return (request.method, str(request.url), getattr(request, '_timeout', Timeout(5.0)).read), {
            'data': data, 'json': request._json, 'given': getattr(request, '_given', ()),
            'headers': shown, 'body': body, 'own': self._ask}, failed

    @staticmethod
    def _answered(request, answer):
        request.url = URL(answer.url)
        body = answer.body
        if isinstance(body, bytes):
            body = _WholeBody([] if request.method == 'HEAD' or not body else [body])
        else:
            body.request = request
        response = Response(answer.status, headers=answer.headers, request=request, stream=body)
        response._phrase, response._pairs = answer.reason, answer.headers
        return response


class _WholeBody(list):
    """That of a simulated host."""
    both = True

    async def __aiter__(self):
        for piece in self:
            yield piece


class _Body:
    """What arrives from a server of the program itself."""

    def __init__(self, connection, pool, where, timeout):
        self._connection, self._pool, self._where, self._timeout = connection, pool, where, timeout
        self.request, self.places = None, []

    def _failed(self, error):
        if isinstance(error, TimeoutError):
            return ReadTimeout(self._late, request=self.request)
        if isinstance(error, ConnectionError):
            return ReadError(str(error), request=self.request)
        how, words = error.args
        return RemoteProtocolError('peer closed connection without sending complete message body ' + (
            '(incomplete chunked read)' if how == 'TransferEncoding' else
            words[words.index('('):].replace(' of ', ' bytes, expected ').replace(' bytes).', ')')), request=self.request)

    def _end(self):
        connection, self._connection = self._connection, None
        if connection is not None:
            if connection.may_go_on and self._pool is not None:
                self._pool.give(self._where, connection)
            else:
                connection.close()
        while self.places:
            self.places.pop().release()


class _BlockingBody(_Body):
    _late = 'timed out'

    def __iter__(self):
        from _loopback import Cut
        try:
            yield from self._connection.pieces()
        except (OSError, Cut) as e:
            raise self._failed(e) from e

    close = _Body._end


class _AsyncBody(_Body):
    _late = ''

    async def __aiter__(self):
        from _loopback import Cut
        try:
            async for piece in self._connection.parser.body.arriving(self._timeout):
                yield piece
        except (OSError, Cut) as e:
            raise self._failed(e) from e

    async def aclose(self):
        self._end()


class BaseTransport:
    """How a client's requests are answered."""

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def handle_request(self, request):
        raise NotImplementedError("The 'handle_request' method must be implemented.")

    def close(self):
        pass


class AsyncBaseTransport:
    """How a client's requests are answered, awaited."""

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        await self.aclose()

    async def handle_async_request(self, request):
        raise NotImplementedError("The 'handle_async_request' method must be implemented.")

    async def aclose(self):
        pass


class HTTPTransport(_Transport, BaseTransport):
    """Over the network; a connection is tried again so often."""

    def close(self):
        self._let_go()

    def _ask(self, method, url, headers, body, timeout):
        import _loopback
        where, pool = _loopback.place(url), self._pool()
        connection = pool.take(where) or _loopback.Line(*where, timeout)
        try:
            answer = connection.ask(method, url, _loopback.request_of(method, url, headers, body), timeout)
        except BaseException:
            connection.close()
            raise
        answer.body = _BlockingBody(connection, pool, where, timeout)
        return answer

    def handle_request(self, request):
        args, kwargs, failed = self._ways(request, list(request.stream), 'timed out', '[Errno 111] Connection refused')
        for attempt in range(self.retries + 1):
            if attempt > 1:
                _time.sleep(0.5 * 2 ** (attempt - 2))
            try:
                return self._answered(request, _network.fetch(*args, **kwargs))
            except (OSError, _network.Late) as e:
                if error := failed(e, attempt):
                    _raise_from_core(error, TimeoutError('timed out') if isinstance(e, _network.Late) else e)


class AsyncHTTPTransport(_Transport, AsyncBaseTransport):
    """Over the network; a connection is tried again so often."""

    async def aclose(self):
        self._let_go()

    async def _ask(self, method, url, headers, body, timeout):
        import _loopback
        where, pool = _loopback.place(url), self._pool()
        connection = pool.take(where) or await _loopback.connection_to(url)
        try:
            answer = await connection.ask(method, url, _loopback.request_of(method, url, headers, body),
                                          _loopback.Pieces)
        except BaseException:
            connection.close()
            raise
        answer.body = _AsyncBody(connection, pool, where, timeout)
        return answer

    async def handle_async_request(self, request):
        args, kwargs, failed = self._ways(request, [piece async for piece in request.stream], '', 'All connection attempts failed')
        for attempt in range(self.retries + 1):
            if attempt > 1:
                await _asyncio.sleep(0.5 * 2 ** (attempt - 2))
            try:
                return self._answered(request, await _network.fetch_async(*args, **kwargs))
            except (OSError, _network.Late) as e:
                if error := failed(e, attempt):
                    _raise_from_core(error, TimeoutError() if isinstance(e, _network.Late) else _attempts_failed(e))


class ASGITransport(AsyncBaseTransport):
    """An application answers, without a network."""

    def __init__(self, app, raise_app_exceptions=True, root_path='', client=('127.0.0.1', 123)):
        self.app, self.raise_app_exceptions, self.root_path, self.client = app, raise_app_exceptions, root_path, client

    async def handle_async_request(self, request):
        sent = b''.join([piece async for piece in request.stream])
        url = request.url
        scope = {'type': 'http', 'asgi': {'version': '3.0'}, 'http_version': '1.1', 'method': request.method,
                 'headers': [(name.lower(), value) for name, value in request.headers.raw], 'scheme': url.scheme,
                 'path': url.path, 'raw_path': url.raw_path.split(b'?')[0], 'query_string': url.query,
                 'server': (url.host, url.port), 'client': self.client, 'root_path': self.root_path}
        asked, status, headers, body, complete = False, None, None, [], _asyncio.Event()

        async def receive():
            nonlocal asked
            if asked:
                await complete.wait()
                return {'type': 'http.disconnect'}
            asked = True
            return {'type': 'http.request', 'body': sent, 'more_body': False}

        async def send(message):
            nonlocal status, headers
            if message['type'] == 'http.response.start':
                assert status is None
                status, headers = message['status'], message.get('headers', [])
            elif message['type'] == 'http.response.body':
                assert not complete.is_set()
                if message.get('body', b'') and request.method != 'HEAD':
                    body.append(bytes(message['body']))
                if not message.get('more_body', False):
                    complete.set()
        try:
            await self.app(scope, receive, send)
        except Exception:
            if self.raise_app_exceptions:
                raise
            complete.set()
            status, headers = status or 500, headers or []
        assert complete.is_set()
        assert status is not None
        assert headers is not None
        return Response(status, headers=headers, stream=_WholeBody(body))


class MockTransport(AsyncBaseTransport, BaseTransport):
    """A function of the program's own answers."""

    def __init__(self, handler):
        self.handler = handler

    def handle_request(self, request):
        request.read()
        response = self.handler(request)
        if not isinstance(response, Response):
            raise TypeError('Cannot use an async handler in a sync Client')
        return response

    async def handle_async_request(self, request):
        await request.aread()
        response = self.handler(request)
        return response if isinstance(response, Response) else await response


def _add(name):
    """The function `name` and the clients' methods of that name. Shapes say which words they take."""
    verb = name.upper()
    if name in ('post', 'put', 'patch'):
        def of_client(url, *, content=None, data=None, files=None, json=None, params=None, headers=None, cookies=None, auth=None,
                      follow_redirects=None, timeout=None, extensions=None): pass

        def of_none(url, *, content=None, data=None, files=None, json=None, params=None, headers=None, cookies=None, auth=None,
                    proxy=None, follow_redirects=None, verify=None, timeout=None, trust_env=None): pass
    else:
        def of_client(url, *, params=None, headers=None, cookies=None, auth=None, follow_redirects=None, timeout=None,
                      extensions=None): pass

        def of_none(url, *, params=None, headers=None, cookies=None, auth=None, proxy=None, follow_redirects=None, verify=None,
                    timeout=None, trust_env=None): pass
    of_none.__qualname__ = name

    def blocking(self, url, **kwargs):
        of_client.__qualname__ = 'Client.' + name
        of_client(url, **kwargs)
        return self.request(verb, url, **kwargs)

    # What is wrong with the names shows once the coroutine is made.
    def awaited(self, url, **kwargs):
        of_client.__qualname__ = 'AsyncClient.' + name
        of_client(url, **kwargs)
        return later(self, url, kwargs)

    async def later(self, url, kwargs):
        return await self.request(verb, url, **kwargs)

    def alone(url, **kwargs):
        of_none(url, **kwargs)
        return request(verb, url, **kwargs)
    for function, home in ((blocking, Client), (awaited, AsyncClient), (later, AsyncClient), (alone, None)):
        function.__name__ = name
        function.__qualname__ = f'{home.__name__}.{name}' if home else name
    _markcoroutinefunction(awaited)
    setattr(Client, name, blocking)
    setattr(AsyncClient, name, awaited)
    globals()[name] = alone


for _name in ('get', 'options', 'head', 'post', 'put', 'patch', 'delete'):
    _add(_name)


def request(method, url, *, params=None, content=None, data=None, files=None, json=None, headers=None, cookies=None, auth=None,
            proxy=None, timeout=5.0, follow_redirects=False, verify=True, trust_env=True):
    with Client(cookies=cookies, timeout=timeout, follow_redirects=follow_redirects) as client:
        return client.request(method, url, params=params, content=content, data=data, files=files, json=json,
                              headers=headers, auth=auth)


@_contextmanager
def stream(method, url, *, timeout=5.0, follow_redirects=False, verify=True, trust_env=True, **kwargs):
    with Client(timeout=timeout) as client:
        with client.stream(method, url, follow_redirects=follow_redirects, **kwargs) as response:
            yield response


def __getattr__(name):
    if name in ('Proxy', 'WSGITransport', 'create_ssl_context'):
        import _httpx_more
        value = globals()[name] = getattr(_httpx_more, name)
        return value
    raise AttributeError(f"module 'httpx' has no attribute {name!r}")
