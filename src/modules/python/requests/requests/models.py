"""Requests and answers."""
import json as _json
import re as _re
from collections.abc import Mapping as _Mapping
from urllib.parse import urlsplit as _urlsplit, urlunsplit as _urlunsplit

import _network
from _multipart import File as _File, encoded as _multipart, name_of as _name_of
from requests.auth import HTTPBasicAuth as _HTTPBasicAuth
from requests.cookies import RequestsCookieJar, _copy_cookie_jar, cookiejar_from_dict, cookielib, get_cookie_header
from requests.exceptions import (ChunkedEncodingError, ConnectionError, HTTPError, InvalidHeader, InvalidJSONError,
                                 InvalidURL, JSONDecodeError, MissingSchema, StreamConsumedError)
from requests.structures import CaseInsensitiveDict
from urllib3.exceptions import ProtocolError as _ProtocolError, ReadTimeoutError as _ReadTimeoutError
from urllib3.util.url import _without_dots

CookieJar = cookielib.CookieJar
ITER_CHUNK_SIZE = 512
_ALLOWED = frozenset("!$&'()*+,;=:._-~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_PLAIN = frozenset("!#$&'()*+,/:;=?@[]~-._0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")


class RequestHooksMixin:
    """What is called with each answer."""

    def register_hook(self, event, hook):
        if event not in self.hooks:
            raise ValueError(f'Unsupported event specified, with event name "{event}"')
        if callable(hook):
            self.hooks[event].append(hook)
        elif hasattr(hook, '__iter__'):
            self.hooks[event].extend(each for each in hook if callable(each))

    def deregister_hook(self, event, hook):
        try:
            self.hooks[event].remove(hook)
        except ValueError:
            return False
        return True


class Request(RequestHooksMixin):
    """A request as a program writes it."""

    def __init__(self, method=None, url=None, headers=None, files=None, data=None, params=None, auth=None, cookies=None,
                 hooks=None, json=None):
        self.hooks = {'response': []}
        for event, hook in (hooks or {}).items():
            self.register_hook(event, hook)
        self.method, self.url = method, url
        self.headers, self.params = {} if headers is None else headers, {} if params is None else params
        self.files, self.data = [] if files is None else files, [] if data is None else data
        self.json, self.auth, self.cookies = json, auth, cookies

    def __repr__(self):
        return f'<Request [{self.method}]>'

    def prepare(self):
        prepared = PreparedRequest()
        prepared.prepare(self.method, self.url, self.headers, self.files, self.data, self.params, self.auth,
                         self.cookies, self.hooks, self.json)
        return prepared


class PreparedRequest(RequestHooksMixin):
    """A request as it is sent."""

    def __init__(self):
        self.method = self.url = self.headers = self._cookies = self.body = self._data = self._json = None
        # The body's pieces where it comes in such, and headers that the program has not chosen.
        self._pieces, self._said, self.hooks = None, {}, {'response': []}

    def __repr__(self):
        return f'<PreparedRequest [{self.method}]>'

    def copy(self):
        copied = PreparedRequest()
        copied.__dict__.update(self.__dict__)
        copied.headers = None if self.headers is None else self.headers.copy()
        copied._cookies, copied._said = _copy_cookie_jar(self._cookies), dict(self._said)
        return copied

    @property
    def _given(self):
        """The headers that a simulated host is told: those that are of the program's choice."""
        return [(name, value) for name, value in self.headers.items()
                if value is not None and self._said.get(name.lower()) != value]

    def _say(self, name, value):
        self.headers[name] = self._said[name.lower()] = value

    @property
    def path_url(self):
        parts = _urlsplit(self.url)
        return (parts.path or '/') + (f'?{parts.query}' if parts.query else '')

    def prepare(self, method=None, url=None, headers=None, files=None, data=None, params=None, auth=None, cookies=None,
                hooks=None, json=None):
        self.prepare_method(method)
        self.prepare_url(url, params)
        self.prepare_headers(headers)
        self.prepare_cookies(cookies)
        self.prepare_body(data, files, json)
        self.prepare_auth(auth, url)
        # What says who asks may add to what is called.
        self.prepare_hooks(hooks)

    def prepare_method(self, method):
        self.method = None if method is None else method.upper()

    def prepare_headers(self, headers):
        self.headers = CaseInsensitiveDict()
        for header in (headers or {}).items():
            _check_header(header)
            self.headers[header[0]] = header[1]

    def prepare_cookies(self, cookies):
        self._cookies = cookies if isinstance(cookies, CookieJar) else cookiejar_from_dict(cookies)
        header = get_cookie_header(self._cookies, self)
        if header is not None:
            self.headers['Cookie'] = header

    def prepare_body(self, data, files, json=None):
        self._json, self._pieces = None if json is None or data or files else json, None
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
            self._say('Transfer-Encoding', 'chunked')
        else:
            self.prepare_content_length(self.body)
        if kind and 'Content-Type' not in self.headers:
            self._say('Content-Type', kind)

    def prepare_content_length(self, body):
        if self._pieces is not None:
            return
        if body is not None:
            if isinstance(body, (str, bytes)):
                length = len(body.encode() if isinstance(body, str) else body)
            else:
                from requests.utils import super_len
                length = super_len(body)
            if length:
                self._say('Content-Length', str(length))
        elif self.method not in ('GET', 'HEAD') and self.headers.get('Content-Length') is None:
            self._say('Content-Length', '0')

    def prepare_auth(self, auth, url=''):
        if auth is None and '@' in self.url:
            from requests.utils import get_auth_from_url
            named = get_auth_from_url(self.url)
            auth = named if any(named) else None
        if auth:
            if isinstance(auth, tuple) and len(auth) == 2:
                auth = _HTTPBasicAuth(*auth)
            self.__dict__.update(auth(self).__dict__)
            self.prepare_content_length(self.body)

    def prepare_hooks(self, hooks):
        for event in hooks or ():
            self.register_hook(event, hooks[event])

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
    if not hasattr(params, '__iter__'):
        return params
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
    """A name and a value are texts, or bytes, of a line each."""
    for part, what in zip(header, ('name', 'value')):
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
        self.elapsed, self._content, self._content_consumed = timedelta(0), False, False

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
