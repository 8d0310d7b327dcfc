"""Requests without a server: environments, clients, their cookies."""
import dataclasses
import json
import sys
from contextlib import closing
from datetime import datetime
from io import BytesIO
from itertools import chain
from urllib.parse import unquote, urlsplit, urlunsplit

from werkzeug._internal import _get_environ, _wsgi_decoding_dance, _wsgi_encoding_dance
from werkzeug.datastructures import Authorization, CallbackDict, CombinedMultiDict, EnvironHeaders, FileMultiDict, Headers, MultiDict
from werkzeug.http import dump_cookie, dump_options_header, parse_cookie, parse_date, parse_options_header
from werkzeug.urls import _urlencode, iri_to_uri
from werkzeug.utils import cached_property, get_content_type
from werkzeug.wrappers import Request, Response
from werkzeug.wsgi import ClosingIterator, get_current_url


def _pairs(data):
    if isinstance(data, MultiDict):
        return data.items(multi=True)
    return ((key, each) for key, value in data.items() for each in (value if isinstance(value, list) else [value]))


def encode_multipart(values, boundary=None):
    """The boundary, and fields and files between it."""
    import mimetypes
    import random
    import time
    if boundary is None:
        boundary = f'---------------WerkzeugFormPart_{time.time()}{random.random()}'
    text = b''
    for key, value in _pairs(values):
        text += f'\r\n--{boundary}\r\nContent-Disposition: form-data; name="{key}"'.encode()
        if not hasattr(value, 'read'):
            text += b'\r\n\r\n' + str(value).encode()
            continue
        filename, headers = getattr(value, 'filename', getattr(value, 'name', None)), value.headers
        kind = getattr(value, 'content_type', None) or filename and mimetypes.guess_type(filename)[0] or 'application/octet-stream'
        headers.update([('Content-Type', kind)])
        if filename is not None:
            text += f'; filename="{filename}"'.encode()
        text += b'\r\n' + b''.join(f'{name}: {each}\r\n'.encode() for name, each in headers if name.lower() != 'content-disposition')
        text += b'\r\n' + value.read()
    return boundary, text + f'\r\n--{boundary}--\r\n'.encode()


def _kept(name, kind, instead, what):
    """Arguments, fields or files, made when they are first asked for where there is nothing instead of them."""
    def get(self):
        if getattr(self, instead) is not None:
            raise AttributeError(f'{what} is defined')
        if getattr(self, name) is None:
            setattr(self, name, kind())
        return getattr(self, name)

    def set(self, value):
        setattr(self, instead, None)
        setattr(self, name, value)
    return property(get, set)


class EnvironBuilder:
    """Makes the environment of a request."""
    server_protocol, wsgi_version, request_class, json_dumps = 'HTTP/1.1', (1, 0), Request, staticmethod(json.dumps)

    def __init__(self, path='/', base_url=None, query_string=None, method='GET', input_stream=None, content_type=None, content_length=None,
                 errors_stream=None, multithread=False, multiprocess=False, run_once=False, headers=None, data=None, environ_base=None,
                 environ_overrides=None, mimetype=None, json=None, auth=None):
        if query_string is not None and '?' in path:
            raise ValueError('Query string is defined in the path and as an argument')
        parts = urlsplit(path)
        if query_string is None and '?' in path:
            query_string = parts.query
        self.path, self.request_uri = iri_to_uri(parts.path), path
        self.base_url = None if base_url is None else iri_to_uri(base_url)
        if isinstance(query_string, str):
            self.query_string = query_string
        else:
            self.args = query_string if isinstance(query_string, MultiDict) else MultiDict(query_string)
        self.method, self.headers = method, headers if isinstance(headers, Headers) else Headers(headers)
        if content_type is not None:
            self.content_type = content_type
        self.errors_stream = sys.stderr if errors_stream is None else errors_stream
        self.multithread, self.multiprocess, self.run_once = multithread, multiprocess, run_once
        self.environ_base, self.environ_overrides, self.input_stream = environ_base, environ_overrides, input_stream
        self.content_length, self.closed = content_length, False
        if auth is not None:
            if isinstance(auth, tuple):
                auth = Authorization('basic', {'username': auth[0], 'password': auth[1]})
            self.headers.set('Authorization', auth.to_header())
        if json is not None and data is not None:
            raise TypeError("can't provide both json and data")
        if json is not None:
            data = self.json_dumps(json)
            self.headers.setdefault('Content-Type', 'application/json')
        if data and input_stream is not None:
            raise TypeError("can't provide input stream and data")
        if data:
            self._take(data)
        if mimetype is not None:
            self.mimetype = mimetype

    def _take(self, data):
        if hasattr(data, 'read'):
            data = data.read()
        if isinstance(data, (str, bytes)):
            data = data.encode() if isinstance(data, str) else data
            self.input_stream = BytesIO(data)
            if self.content_length is None:
                self.content_length = len(data)
            return
        for key, value in _pairs(data):
            if isinstance(value, (tuple, dict)) or hasattr(value, 'read'):
                self.files.add_file(key, *(value if isinstance(value, tuple) else (value,)))
            else:
                self.form.setlistdefault(key).append(value)

    @classmethod
    def from_environ(cls, environ, **kwargs):
        headers = Headers(EnvironHeaders(environ))
        script = _wsgi_decoding_dance(environ['SCRIPT_NAME'])
        base_url = urlunsplit((environ['wsgi.url_scheme'], headers.pop('Host'), script, '', '')).rstrip('/') + '/'
        found = {'path': _wsgi_decoding_dance(environ['PATH_INFO']), 'base_url': base_url,
                 'query_string': _wsgi_decoding_dance(environ['QUERY_STRING']),
                 'method': environ['REQUEST_METHOD'], 'input_stream': environ['wsgi.input'], 'content_type': headers.pop('Content-Type', None),
                 'content_length': headers.pop('Content-Length', None), 'errors_stream': environ['wsgi.errors'],
                 'multithread': environ['wsgi.multithread'], 'multiprocess': environ['wsgi.multiprocess'], 'run_once': environ['wsgi.run_once'],
                 'headers': headers}
        return cls(**{**found, **kwargs})

    @property
    def base_url(self):
        return urlunsplit((self.url_scheme, self.host, self.script_root, '', '')).rstrip('/') + '/'

    @base_url.setter
    def base_url(self, value):
        scheme, host, root, query, anchor = urlsplit('http://localhost' if value is None else value)
        if query or anchor:
            raise ValueError('base url must not contain a query string or fragment')
        self.script_root, self.host, self.url_scheme = root.rstrip('/'), host, scheme

    @property
    def content_type(self):
        found = self.headers.get('Content-Type')
        if found is None and not self._input_stream:
            return 'multipart/form-data' if self._files else 'application/x-www-form-urlencoded' if self._form else None
        return found

    @content_type.setter
    def content_type(self, value):
        if value is None:
            self.headers.remove('Content-Type')
        else:
            self.headers['Content-Type'] = value

    @property
    def mimetype(self):
        return self.content_type.partition(';')[0].strip() if self.content_type else None

    @mimetype.setter
    def mimetype(self, value):
        self.content_type = get_content_type(value, 'utf-8')

    @property
    def mimetype_params(self):
        def changed(found):
            self.headers['Content-Type'] = dump_options_header(self.mimetype, found)
        return CallbackDict(parse_options_header(self.headers.get('content-type', ''))[1], changed)

    @property
    def content_length(self):
        return self.headers.get('Content-Length', type=int)

    @content_length.setter
    def content_length(self, value):
        if value is None:
            self.headers.remove('Content-Length')
        else:
            self.headers['Content-Length'] = str(value)

    args = _kept('_args', MultiDict, '_query_string', 'a query string')
    form, files = (_kept(name, kind, '_input_stream', 'an input stream') for name, kind in (('_form', MultiDict), ('_files', FileMultiDict)))

    @property
    def input_stream(self):
        return self._input_stream

    @input_stream.setter
    def input_stream(self, value):
        self._input_stream, self._form, self._files = value, None, None

    @property
    def query_string(self):
        if self._query_string is not None:
            return self._query_string
        return _urlencode(self._args) if self._args is not None else ''

    @query_string.setter
    def query_string(self, value):
        self._query_string, self._args = value, None



    @property
    def server_name(self):
        return self.host.partition(':')[0]

    @property
    def server_port(self):
        port = self.host.partition(':')[2]
        return int(port) if port.isdigit() else 443 if self.url_scheme == 'https' else 80

    def close(self):
        if not self.closed:
            for file in self._files.values() if self._files else ():
                file.close()
            self.closed = True

    def get_environ(self):
        stream, length, kind = self.input_stream, self.content_length, self.content_type
        if stream is not None:
            start = stream.tell()
            length = stream.seek(0, 2) - start
            stream.seek(start)
        elif self.mimetype == 'multipart/form-data':
            boundary, body = encode_multipart(CombinedMultiDict([self.form, self.files]))
            stream, length = BytesIO(body), len(body)
            kind = f'{self.mimetype}; boundary="{boundary}"'
        else:
            body = _urlencode(self.form).encode('ascii') if self.mimetype == 'application/x-www-form-urlencoded' else b''
            stream = BytesIO(body)
            if self.mimetype == 'application/x-www-form-urlencoded':
                length = len(body)

        def encoded(path):
            return _wsgi_encoding_dance(unquote(path))
        uri = _wsgi_encoding_dance(self.request_uri)
        found = {**(self.environ_base or {}), 'REQUEST_METHOD': self.method, 'SCRIPT_NAME': encoded(self.script_root),
                 'PATH_INFO': encoded(self.path),
                 'QUERY_STRING': _wsgi_encoding_dance(self.query_string), 'REQUEST_URI': uri, 'RAW_URI': uri, 'SERVER_NAME': self.server_name,
                 'SERVER_PORT': str(self.server_port), 'HTTP_HOST': self.host, 'SERVER_PROTOCOL': self.server_protocol,
                 'wsgi.version': self.wsgi_version, 'wsgi.url_scheme': self.url_scheme, 'wsgi.input': stream, 'wsgi.errors': self.errors_stream,
                 'wsgi.multithread': self.multithread, 'wsgi.multiprocess': self.multiprocess, 'wsgi.run_once': self.run_once}
        if kind is not None:
            found['CONTENT_TYPE'] = kind
        if length is not None:
            found['CONTENT_LENGTH'] = str(length)
        more = {}
        for key, value in self.headers:
            if key.lower() not in ('content-type', 'content-length'):
                more.setdefault(f"HTTP_{key.upper().replace('-', '_')}", []).append(value)
        found.update({key: ', '.join(values) for key, values in more.items()})
        return {**found, **(self.environ_overrides or {})}

    def get_request(self, cls=None):
        return (self.request_class if cls is None else cls)(self.get_environ())


class ClientRedirectError(Exception):
    pass


class Client:
    """Sends requests to an application, and keeps its cookies."""

    def __init__(self, application, response_wrapper=None, use_cookies=True, allow_subdomain_redirects=False):
        self.application, self.allow_subdomain_redirects = application, allow_subdomain_redirects
        if response_wrapper in (None, Response):
            response_wrapper = TestResponse
        elif not issubclass(response_wrapper, TestResponse):
            response_wrapper = type('WrapperTestResponse', (TestResponse, response_wrapper), {})
        self.response_wrapper, self._cookies = response_wrapper, {} if use_cookies else None

    def _jar(self):
        if self._cookies is None:
            raise TypeError("Cookies are disabled. Create a client with 'use_cookies=True'.")
        return self._cookies

    def get_cookie(self, key, domain='localhost', path='/'):
        return self._jar().get((domain, path, key))

    def _keep(self, cookie):
        key = cookie._storage_key
        if not cookie._should_delete:
            self._cookies[key] = cookie
        else:
            self._cookies.pop(key, None)

    def set_cookie(self, key, value='', *, domain='localhost', origin_only=True, path='/', **kwargs):
        self._jar()
        cookie = Cookie._from_response_header(domain, '/', dump_cookie(key, value, domain=domain, path=path, **kwargs))
        cookie.origin_only = origin_only
        self._keep(cookie)

    def delete_cookie(self, key, *, domain='localhost', path='/'):
        self._jar().pop((domain, path, key), None)

    def _add_cookies_to_wsgi(self, environ):
        if self._cookies is None:
            return
        url = urlsplit(get_current_url(environ))
        text = '; '.join(cookie._to_request_header() for cookie in self._cookies.values()
                         if cookie._matches_request(url.hostname or 'localhost', url.path))
        environ.pop('HTTP_COOKIE', None)
        if text:
            environ['HTTP_COOKIE'] = text

    def _update_cookies_from_response(self, server_name, path, headers):
        for header in headers if self._cookies is not None else ():
            self._keep(Cookie._from_response_header(server_name, path, header))

    def run_wsgi_app(self, environ, buffered=False):
        self._add_cookies_to_wsgi(environ)
        found = run_wsgi_app(self.application, environ, buffered=buffered)
        url = urlsplit(get_current_url(environ))
        self._update_cookies_from_response(url.hostname or 'localhost', url.path, found[2].getlist('Set-Cookie'))
        return found

    def resolve_redirect(self, response, buffered=False):
        """Asks where an answer leads to."""
        scheme, host, path, query, _ = urlsplit(response.location)
        builder = EnvironBuilder.from_environ(response.request.environ, path=path, query_string=query)
        here, there = builder.server_name.split('.'), host.partition(':')[0].split('.')
        if there != ['']:
            builder.url_scheme, builder.host = scheme, host
            if there != here:
                if there[-len(here):] != here:
                    raise RuntimeError('Following external redirects is not supported.')
                if not self.allow_subdomain_redirects:
                    raise RuntimeError('Following subdomain redirects is not enabled.')
        parts, root = path.split('/'), builder.script_root.split('/')
        if parts[:len(root)] == root:
            builder.path = path[len(builder.script_root):]
        else:
            builder.path, builder.script_root = path, ''
        if response.status_code not in (307, 308):
            builder.method = 'HEAD' if builder.method == 'HEAD' else 'GET'
            if (sent := builder.input_stream) is not None:
                sent.close()
                builder.input_stream = None
            builder.content_type = builder.content_length = None
            builder.headers.pop('Transfer-Encoding', None)
        return self.open(builder, buffered=buffered)

    def open(self, *args, buffered=False, follow_redirects=False, **kwargs):
        request, only = None, args[0] if len(args) == 1 and not kwargs else None
        if isinstance(only, EnvironBuilder):
            request = only.get_request()
        elif isinstance(only, dict):
            request = EnvironBuilder.from_environ(only).get_request()
        elif isinstance(only, Request):
            request = only
        if request is None:
            with closing(EnvironBuilder(*args, **kwargs)) as made:
                request = made.get_request()
        response = self.response_wrapper(*self.run_wsgi_app(request.environ, buffered=buffered), request=request)
        if not follow_redirects:
            return response
        seen, history = set(), []
        while response.status_code in (301, 302, 303, 305, 307, 308):
            if not buffered:
                response.make_sequence()
                response.close()
            key = response.location, response.status_code
            if key in seen:
                raise ClientRedirectError(f'Loop detected: A {response.status_code} redirect to {response.location} was already made.')
            seen.add(key)
            response.history = tuple(history)
            history.append(response)
            response = self.resolve_redirect(response, buffered=buffered)
        response.history = tuple(history)
        response.call_on_close(request.input_stream.close)
        return response

    def __repr__(self):
        return f'<{type(self).__name__} {self.application!r}>'


def _method(name):
    def send(self, *args, **kw):
        kw['method'] = name.upper()
        return self.open(*args, **kw)
    send.__name__, send.__qualname__ = name, f'Client.{name}'
    return send


for _name in 'get post put delete patch options head trace'.split():
    setattr(Client, _name, _method(_name))


def create_environ(*args, **kwargs):
    with closing(EnvironBuilder(*args, **kwargs)) as made:
        return made.get_environ()


def run_wsgi_app(app, environ, buffered=False):
    """The iterable, the status and the headers that an application gives."""
    environ, started, written = _get_environ(environ).copy(), [], []

    def start_response(status, headers, exc_info=None):
        if exc_info:
            raise exc_info[1].with_traceback(exc_info[2])
        started[:] = status, headers
        return written.append
    answer = app(environ, start_response)
    close = getattr(answer, 'close', None)
    pieces = iter(answer)
    if buffered:
        try:
            pieces = list(pieces)
        finally:
            if close is not None:
                close()
    else:
        for piece in pieces:
            written.append(piece)
            if started:
                break
        if written:
            pieces = chain(written, pieces)
        if close is not None and pieces is not answer:
            pieces = ClosingIterator(pieces, close)
    return pieces, started[0], Headers(started[1])


class TestResponse(Response):
    """An answer, with the request and the answers before."""
    default_mimetype, __test__ = None, False

    def __init__(self, response, status, headers, request, history=(), **kwargs):
        super().__init__(response, status, headers, **kwargs)
        self.request, self.history = request, history

    @cached_property
    def text(self):
        return self.get_data(as_text=True)


@dataclasses.dataclass
class Cookie:
    """A cookie of a client's."""
    key: str
    value: str
    decoded_key: str
    decoded_value: str
    expires: datetime | None
    max_age: int | None
    domain: str
    origin_only: bool
    path: str
    secure: bool | None = None
    http_only: bool | None = None
    same_site: str | None = None

    def _matches_request(self, server_name, path):
        host = server_name == self.domain or not self.origin_only and server_name.endswith('.' + self.domain)
        return host and (path == self.path or path.startswith(self.path) and path[len(self.path) - self.path.endswith('/'):].startswith('/'))

    def _to_request_header(self):
        return f'{self.key}={self.value}'

    @classmethod
    def _from_response_header(cls, server_name, path, header):
        first, _, rest = header.partition(';')
        key, _, value = first.partition('=')
        decoded_key, decoded_value = next(parse_cookie(first).items())
        options = {}
        for item in rest.split(';'):
            name, equals, text = item.partition('=')
            options[name.strip(' \t').lower()] = text.strip(' \t') if equals else None
        return cls(key.strip(' \t'), value.strip(' \t'), decoded_key, decoded_value, parse_date(options.get('expires')),
                   int(options['max-age'] or 0) if 'max-age' in options else None, options.get('domain') or server_name, 'domain' not in options,
                   options.get('path') or path.rpartition('/')[0] or '/', 'secure' in options, 'httponly' in options, options.get('samesite'))

    @property
    def _storage_key(self):
        return self.domain, self.path, self.decoded_key

    @property
    def _should_delete(self):
        return self.max_age == 0 or self.expires is not None and self.expires.timestamp() == 0
