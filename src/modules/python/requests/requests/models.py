"""Requests and answers."""
import json as _json
import re as _re
from collections.abc import Mapping as _Mapping
from urllib.parse import urlsplit as _urlsplit, urlunsplit as _urlunsplit

import _network
from _multipart import File as _File, encoded as _multipart, name_of as _name_of
from _cookie_jar import of_answer as _of_answer
from requests.auth import HTTPBasicAuth as _HTTPBasicAuth
from requests.cookies import RequestsCookieJar
from requests.exceptions import (ChunkedEncodingError, ConnectionError, HTTPError, InvalidHeader, InvalidJSONError,
                                 InvalidURL, JSONDecodeError, MissingSchema, StreamConsumedError)
from requests.structures import CaseInsensitiveDict
from urllib3.exceptions import ProtocolError as _ProtocolError, ReadTimeoutError as _ReadTimeoutError
from urllib3.response import HTTPResponse as _Raw
from urllib3.util.url import _without_dots

ITER_CHUNK_SIZE = 512
_ALLOWED = frozenset("!$&'()*+,;=:._-~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_PLAIN = frozenset("!#$&'()*+,/:;=?@[]~-._0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")


class Request:
    """A request as a program writes it."""

    def __init__(self, method=None, url=None, headers=None, files=None, data=None, params=None, auth=None, cookies=None,
                 hooks=None, json=None):
        self.method, self.url, self.headers, self.files = method, url, headers or {}, files or []
        self.data, self.params, self.auth, self.cookies = data or [], params or {}, auth, cookies
        self.hooks, self.json = hooks or {'response': []}, json

    def __repr__(self):
        return f'<Request [{self.method}]>'

    def prepare(self):
        prepared = PreparedRequest()
        prepared.prepare(self.method, self.url, self.headers, self.files, self.data, self.params, self.auth,
                         self.cookies, self.hooks, self.json)
        return prepared


class PreparedRequest:
    """A request as it is sent."""

    def __init__(self):
        self.method = self.url = self.headers = self.body = self._cookies = self._data = self._json = None
        self._pieces = None
        self.hooks, self._given, self._given_cookies = {'response': []}, (), {}

    def __repr__(self):
        return f'<PreparedRequest [{self.method}]>'

    def copy(self):
        copied = PreparedRequest()
        copied.__dict__.update(self.__dict__)
        copied.headers = self.headers.copy()
        return copied

    @property
    def path_url(self):
        parts = _urlsplit(self.url)
        return (parts.path or '/') + (f'?{parts.query}' if parts.query else '')

    def prepare(self, method=None, url=None, headers=None, files=None, data=None, params=None, auth=None, cookies=None,
                hooks=None, json=None, _own=None):
        self.method = None if method is None else method.upper()
        self.prepare_url(url, params)
        given = CaseInsensitiveDict(headers)
        for header in given.items():
            _check_header(header)
        self.headers = CaseInsensitiveDict(given if _own is None else _own)
        self.headers.update(given)
        if callable(cookies):
            cookies = cookies(self.url)
        if cookies and 'Cookie' not in self.headers:
            given['Cookie'] = self.headers['Cookie'] = '; '.join(
                f'{name}={value}' for name, value in dict(cookies).items())
        self.hooks.update(hooks or {})
        self._json = None if json is None or data or files else json
        if files:
            pairs = list(data.items()) if hasattr(data, 'items') else list(data or ())
            for name, file in files.items() if hasattr(files, 'items') else files:
                filename, file, kind, *_ = [*file, None, None] if isinstance(file, (list, tuple)) else (
                    _name_of(file, name), file, None)
                pairs.append((name, _File(file, filename, kind)))
            data = pairs
        self._data = data or None
        self.body, kind = self._encoded(files)
        if self._pieces is not None:
            self.headers['Transfer-Encoding'] = 'chunked'
        elif self.body is not None:
            self.headers['Content-Length'] = str(len(self.body))
        elif self.method not in ('GET', 'HEAD'):
            self.headers['Content-Length'] = '0'
        if kind and 'Content-Type' not in self.headers:
            self.headers['Content-Type'] = kind
        before = set(self.headers)
        parts = _urlsplit(self.url)
        if auth is None and parts.username:
            auth = (parts.username, parts.password or '')
        if isinstance(auth, tuple) and len(auth) == 2:
            auth = _HTTPBasicAuth(*auth)
        if auth:
            self.__dict__.update(auth(self).__dict__)
        given.update({name: value for name, value in self.headers.items() if name not in before})
        self._given = [(name, value) for name, value in given.items() if value is not None]

    def _encoded(self, files):
        """The body, and of what type it is."""
        if self._json is not None:
            try:
                return _json.dumps(self._json, allow_nan=False).encode(), 'application/json'
            except ValueError as e:
                raise InvalidJSONError(e, request=self) from None
        data = self._data
        if data is None or files:
            return _multipart(data) if files else (None, None)
        if isinstance(data, (str, bytes)):
            return data, None
        if hasattr(data, 'read'):
            self._data = data.read()
            return self._data, None
        if isinstance(data, (bytearray, memoryview)):
            return bytes(data), None
        if hasattr(data, '__iter__') and not isinstance(data, (list, tuple, _Mapping)):
            self._pieces = data
            return data, None
        if not hasattr(data, '__iter__'):
            raise TypeError(f"'body' must be a bytes-like object, file-like object, or iterable. Instead was {data!r}")
        return _form_of(data), 'application/x-www-form-urlencoded'

    def _sent(self):
        """The body as it is sent, and what a simulated host is told of it. Pieces are asked for anew each time."""
        if self._pieces is None:
            return self.body.encode() if isinstance(self.body, str) else self.body or b'', self._data
        pieces = [piece.encode() if isinstance(piece, str) else piece for piece in self._pieces]
        return _network.chunked(pieces), b''.join(pieces)

    def prepare_url(self, url, params):
        url = (url.decode() if isinstance(url, bytes) else str(url)).lstrip()
        if ':' in url and not url.lower().startswith('http'):
            self.url = url
            return
        try:
            parts = _urlsplit(url)
        except ValueError:
            where = url.partition('//')[2].partition('/')[0]
            raise InvalidURL(f'Failed to parse: {where!r} is not a valid host or port') from None
        if not parts.scheme:
            raise MissingSchema(f'Invalid URL {url!r}: No scheme supplied. Perhaps you meant https://{url}?')
        _check_port(parts, url)
        if not parts.hostname:
            raise InvalidURL(f'Invalid URL {url!r}: No host supplied')
        user, at, _ = parts.netloc.rpartition('@')
        netloc = (_written(user, '') + at) + _ascii_host(parts) + (f':{parts.port}' if parts.port else '')
        path, query, fragment = _written(_without_dots(parts.path), '@/'), _written(parts.query), _written(parts.fragment)
        given = _query_of(params)
        query = f'{query}&{given}' if query and given else query or given
        self.url = _requoted(_urlunsplit((parts.scheme.lower(), netloc, path or '/', query, fragment)))


def _query_of(params):
    if not params or isinstance(params, (str, bytes)):
        return params.decode() if isinstance(params, bytes) else params or ''
    return _form_of(params)


def _form_of(given):
    """Names with values, but for what is None."""
    pairs = given.items() if hasattr(given, 'items') else given
    pairs = [(name, value if isinstance(value, (list, tuple, set)) else [value]) for name, value in pairs]
    return _network._urlencode([(name, each) for name, values in pairs for each in values if each is not None], doseq=True)


def _written(text, more='@/?'):
    """A part of a URL with what may not stand in it as %XX; where some `%` begins no escape none does (urllib3)."""
    text, escapes = _re.subn('%[0-9a-fA-F]{2}', lambda found: found[0].upper(), text)
    allowed = _ALLOWED.union(more, '%' if escapes == text.count('%') else '')
    return text if allowed.issuperset(text) else ''.join(
        chr(each) if chr(each) in allowed else f'%{each:02X}' for each in text.encode('utf-8', 'surrogatepass'))


def _requoted(url):
    """Escapes where they are needed, and only there."""
    if _PLAIN.issuperset(url):
        return url
    from requests.utils import requote_uri
    return requote_uri(url)


def _ascii_host(parts):
    host = parts.hostname
    if ':' in host:
        return f'[{host}]'
    if host.isascii():
        if host[0] in '*.':
            raise InvalidURL('URL has an invalid label.')
        return host
    try:
        return host.encode('idna').decode('ascii')
    except UnicodeError:
        raise InvalidURL('URL has an invalid label.') from None


def _check_port(parts, url):
    try:
        parts.port
    except ValueError as e:
        where = parts.netloc.rpartition('@')[2]
        wrong = url if 'range' in str(e) else f'{where!r} is not a valid host or port'
        raise InvalidURL(f'Failed to parse: {wrong}') from None


def _check_header(header):
    """A header that is not to be sent has None for its value."""
    for part, what in zip(header, ('name', 'value')):
        if part is None and what == 'value':
            continue
        if not isinstance(part, (str, bytes)):
            raise InvalidHeader(f'Header part ({part!r}) from {header} must be of type str or bytes, not {type(part)}')
        text = part.decode('latin-1') if isinstance(part, bytes) else part
        bad = {'\r', '\n', ':'} if what == 'name' else {'\r', '\n'}
        if text[:1].isspace() or not bad.isdisjoint(text) or what == 'name' and not text:
            raise InvalidHeader('Invalid leading whitespace, reserved character(s), or return character(s) in header '
                                f'{what}: {part!r}')


class Response:
    """An answer."""

    def __init__(self):
        from datetime import timedelta
        self.status_code = self.reason = self.url = self.encoding = self.raw = self.request = None
        self.headers, self.history, self.cookies = CaseInsensitiveDict(), [], RequestsCookieJar()
        self._set_cookies = ()
        self.elapsed, self._content, self._content_consumed = timedelta(0), False, False

    @classmethod
    def _of(cls, request, answer, seconds):
        from datetime import timedelta
        self = cls()
        self.request, self.url, self.status_code, self.reason = request, answer.url, answer.status, answer.reason
        self.headers = CaseInsensitiveDict()
        for name, value in answer.headers:
            self.headers[name] = f'{self.headers[name]}, {value}' if name in self.headers else value
        kind = self.headers.get('Content-Type', '')
        self.encoding = kind.partition('charset=')[2].partition(';')[0].strip(' \'"') or (
            'ISO-8859-1' if 'text' in kind else 'utf-8' if 'application/json' in kind else None)
        self.elapsed, self.raw = timedelta(seconds=seconds), _Raw.of(answer, request.method)
        self._set_cookies = _of_answer(answer.headers, answer.url)
        for cookie in self._set_cookies:
            self.cookies.set_cookie(cookie)
        return self

    ok = property(lambda self: self.status_code < 400)
    apparent_encoding = property(lambda self: 'ascii' if self.content.isascii() else 'utf-8')
    is_redirect = property(lambda self: 'location' in self.headers and self.status_code in (301, 302, 303, 307, 308))
    is_permanent_redirect = property(lambda self: 'location' in self.headers and self.status_code in (301, 308))
    next, _next = property(lambda self: self._next), None

    @property
    def links(self):
        """What the header `Link` names, by its relation."""
        from requests.utils import parse_header_links
        found = parse_header_links(self.headers.get('link') or '')
        return {link.get('rel') or link.get('url'): link for link in found}

    @property
    def content(self):
        if self._content is False:
            if self._content_consumed:
                raise RuntimeError('The content for this response was already consumed')
            empty = self.status_code == 0 or self.raw is None
            self._content = None if empty else b''.join(self.iter_content(10 * 1024))
        self._content_consumed = True
        return self._content

    @property
    def text(self):
        content = self.content
        return content.decode(self.encoding or self.apparent_encoding, 'replace') if content else ''

    def json(self, **kwargs):
        try:
            return _json.loads(self.text, **kwargs)
        except _json.JSONDecodeError as e:
            raise JSONDecodeError(e.msg, e.doc, e.pos)

    def raise_for_status(self):
        status = self.status_code
        if 400 <= status < 600:
            kind = 'Client' if status < 500 else 'Server'
            raise HTTPError(f'{status} {kind} Error: {self.reason} for url: {self.url}', response=self)

    def iter_content(self, chunk_size=1, decode_unicode=False):
        if self._content_consumed and isinstance(self._content, bool):
            raise StreamConsumedError()
        if chunk_size is not None and not isinstance(chunk_size, int):
            raise TypeError(f'chunk_size must be an int, it is instead a {type(chunk_size)}.')
        pieces = _slices(self._content, chunk_size) if self._content_consumed else self._arriving(chunk_size)
        return _decoded(pieces, self.encoding) if decode_unicode and self.encoding else pieces

    def _arriving(self, size):
        try:
            yield from self.raw.stream(size, decode_content=True)
        except _ProtocolError as e:
            raise ChunkedEncodingError(e)
        except _ReadTimeoutError as e:
            raise ConnectionError(e)
        self._content_consumed = True

    def iter_lines(self, chunk_size=ITER_CHUNK_SIZE, decode_unicode=False, delimiter=None):
        pending = None
        for piece in self.iter_content(chunk_size, decode_unicode):
            if pending is not None:
                piece = pending + piece
            lines = piece.split(delimiter) if delimiter else piece.splitlines()
            # The last one goes on in the next piece, unless an end of line has come with it.
            unfinished = lines and lines[-1] and piece and lines[-1][-1] == piece[-1]
            pending = lines.pop() if unfinished else None
            yield from lines
        if pending is not None:
            yield pending

    def close(self):
        if self.raw is not None:
            if not self._content_consumed:
                self.raw.close()
            if release := getattr(self.raw, 'release_conn', None):
                release()

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def __bool__(self):
        return self.ok

    __nonzero__ = __bool__

    def __iter__(self):
        return self.iter_content(128)

    def __repr__(self):
        return f'<Response [{self.status_code}]>'


def _slices(content, size):
    size = len(content) if size is None or size <= 0 else size
    return (content[at:at + size] for at in range(0, len(content), size or 1))


def _decoded(pieces, encoding):
    """Pieces of text, where a character may be parted between two pieces of bytes."""
    import codecs
    decoder = codecs.getincrementaldecoder(encoding)(errors='replace')
    for piece in pieces:
        if text := decoder.decode(piece):
            yield text
    if text := decoder.decode(b'', final=True):
        yield text
