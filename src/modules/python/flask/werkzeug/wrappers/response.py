"""Responses."""
import json
from datetime import datetime, timedelta, timezone
from itertools import chain
from urllib.parse import urljoin

from werkzeug import http
from werkzeug._internal import _get_environ, header_property
from werkzeug.datastructures import (CallbackDict, ContentRange, ContentSecurityPolicy, Headers, ResponseCacheControl, WWWAuthenticate)
from werkzeug.http import HTTP_STATUS_CODES
from werkzeug.utils import cached_property, get_content_type
from werkzeug.wsgi import ClosingIterator, RangeWrapper, get_current_url


def _set_property(name):
    """A set of names that a header lists."""
    def get(self):
        def changed(found):
            if found:
                self.headers[name] = found.to_header()
            else:
                self.headers.remove(name)
        return http.parse_set_header(self.headers.get(name), changed)

    def set(self, value):
        if not value:
            self.headers.remove(name)
        else:
            self.headers[name] = value if isinstance(value, str) else http.dump_header(value)
    return property(get, set)


def _object_property(name, parse, empty=None):
    """What a header says as an object; the header changes with it."""
    def get(self):
        def changed(found):
            if found:
                self.headers[name] = found.to_header()
            else:
                self.headers.remove(name)
        found = parse(self.headers.get(name), changed)
        return empty(changed) if found is None else found

    def set(self, value):
        if not value:
            self.headers.remove(name)
        else:
            self.headers[name] = value if isinstance(value, str) else value.to_header()
    return property(get, set)


class Response:
    """An answer: a status, headers and a body, which is an iterable of bytes or texts."""
    default_status, default_mimetype, max_cookie_size = 200, 'text/plain', 4093
    implicit_sequence_conversion, autocorrect_location_header, automatically_set_content_length = True, False, True
    json_module = json

    def __init__(self, response=None, status=None, headers=None, mimetype=None, content_type=None, direct_passthrough=False):
        self.headers = headers if isinstance(headers, Headers) else Headers(headers or None)
        if content_type is None:
            if mimetype is None and 'content-type' not in self.headers:
                mimetype = self.default_mimetype
            content_type = None if mimetype is None else get_content_type(mimetype, 'utf-8')
        if content_type is not None:
            self.headers['Content-Type'] = content_type
        self.status = self.default_status if status is None else status
        self.direct_passthrough, self._on_close = direct_passthrough, []
        if isinstance(response, (str, bytes, bytearray)):
            self.set_data(response)
        else:
            self.response = [] if response is None else response

    def __repr__(self):
        told = (f'{sum(map(len, self.iter_encoded()))} bytes' if self.is_sequence else 'streamed' if self.is_streamed else 'likely-streamed')
        return f'<{type(self).__name__} {told} [{self.status}]>'

    @property
    def status_code(self):
        return self._status_code

    @status_code.setter
    def status_code(self, code):
        self.status = code

    @property
    def status(self):
        return self._status

    @status.setter
    def status(self, value):
        if not isinstance(value, int):
            value = value.strip()
            if not value:
                raise ValueError('Empty status argument')
            number, space, _ = value.partition(' ')
            try:
                code = int(number)
            except ValueError:
                self._status, self._status_code = f'0 {value}', 0
                return
            if space:
                self._status, self._status_code = value, code
                return
            value = code
        code = int(value)
        self._status, self._status_code = f"{code} {HTTP_STATUS_CODES.get(code, 'unknown').upper()}", code

    def set_cookie(self, key, value='', max_age=None, expires=None, path='/', domain=None, secure=False, httponly=False, samesite=None,
                   partitioned=False):
        self.headers.add('Set-Cookie', http.dump_cookie(key, value, max_age, expires, path, domain, secure, httponly, max_size=self.max_cookie_size,
                                                        samesite=samesite, partitioned=partitioned))

    def delete_cookie(self, key, path='/', domain=None, secure=False, httponly=False, samesite=None, partitioned=False):
        self.set_cookie(key, '', 0, 0, path, domain, secure, httponly, samesite, partitioned)

    @property
    def mimetype(self):
        found = self.headers.get('content-type')
        return found.partition(';')[0].strip() if found else None

    @mimetype.setter
    def mimetype(self, value):
        self.headers['Content-Type'] = get_content_type(value, 'utf-8')

    @property
    def mimetype_params(self):
        def changed(found):
            self.headers['Content-Type'] = http.dump_options_header(self.mimetype, found)
        return CallbackDict(http.parse_options_header(self.headers.get('content-type', ''))[1], changed)

    @property
    def is_json(self):
        kind = self.mimetype or ''
        return kind == 'application/json' or kind.startswith('application/') and kind.endswith('+json')

    location, content_type, content_location, content_encoding, content_md5, accept_ranges, access_control_allow_origin = map(header_property, (
        'Location', 'Content-Type', 'Content-Location', 'Content-Encoding', 'Content-MD5', 'Accept-Ranges', 'Access-Control-Allow-Origin'))
    age = header_property('Age', None, http.parse_age, http.dump_age)
    content_length, access_control_max_age = (header_property(name, None, int, str) for name in ('Content-Length', 'Access-Control-Max-Age'))
    date, expires, last_modified = (header_property(name, None, http.parse_date, http.http_date) for name in ('Date', 'Expires', 'Last-Modified'))
    vary, content_language, allow = map(_set_property, ('Vary', 'Content-Language', 'Allow'))
    access_control_allow_headers, access_control_allow_methods, access_control_expose_headers = (
        header_property(f'Access-Control-{name}', None, http.parse_set_header, http.dump_header)
        for name in ('Allow-Headers', 'Allow-Methods', 'Expose-Headers'))
    cache_control = _object_property('Cache-Control', lambda text, changed: http.parse_cache_control_header(text, changed, ResponseCacheControl))
    content_range = _object_property('Content-Range', http.parse_content_range_header,
                                     lambda changed: ContentRange(None, None, None, on_update=changed))
    content_security_policy, content_security_policy_report_only = (
        _object_property(name, http.parse_csp_header, lambda changed: ContentSecurityPolicy(None, changed))
        for name in ('Content-Security-Policy', 'Content-Security-Policy-Report-Only'))

    @property
    def retry_after(self):
        found = self.headers.get('retry-after')
        if found is None:
            return None
        try:
            return datetime.now(timezone.utc) + timedelta(seconds=int(found))
        except ValueError:
            return http.parse_date(found)

    @retry_after.setter
    def retry_after(self, value):
        if value is None:
            self.headers.remove('retry-after')
        else:
            self.headers['Retry-After'] = http.http_date(value) if isinstance(value, datetime) else str(value)

    @property
    def access_control_allow_credentials(self):
        return 'Access-Control-Allow-Credentials' in self.headers

    @access_control_allow_credentials.setter
    def access_control_allow_credentials(self, value):
        if value is True:
            self.headers['Access-Control-Allow-Credentials'] = 'true'
        else:
            self.headers.remove('Access-Control-Allow-Credentials')

    @property
    def www_authenticate(self):
        found = WWWAuthenticate.from_header(self.headers.get('WWW-Authenticate')) or WWWAuthenticate('basic')
        found._on_update = lambda value: setattr(self, 'www_authenticate', value)
        return found

    @www_authenticate.setter
    def www_authenticate(self, value):
        if not value:
            self.headers.remove('WWW-Authenticate')
        else:
            self.headers.setlist('WWW-Authenticate', [each.to_header() for each in (value if isinstance(value, list) else [value])])

    @www_authenticate.deleter
    def www_authenticate(self):
        self.headers.remove('WWW-Authenticate')

    def set_etag(self, etag, weak=False):
        self.headers['ETag'] = http.quote_etag(etag, weak)

    def get_etag(self):
        return http.unquote_etag(self.headers.get('ETag'))

    def add_etag(self, overwrite=False, weak=False):
        if overwrite or 'etag' not in self.headers:
            self.set_etag(http.generate_etag(self.get_data()), weak)

    def call_on_close(self, func):
        self._on_close.append(func)
        return func

    @classmethod
    def force_type(cls, response, environ=None):
        if not isinstance(response, Response):
            if environ is None:
                raise TypeError('cannot convert WSGI application into response objects without an environ')
            response = cls.from_app(response, environ)
        response.__class__ = cls
        return response

    @classmethod
    def from_app(cls, app, environ, buffered=False):
        from werkzeug.test import run_wsgi_app
        return cls(*run_wsgi_app(app, environ, buffered))

    def get_data(self, as_text=False):
        self._ensure_sequence()
        found = b''.join(self.iter_encoded())
        return found.decode() if as_text else found

    def set_data(self, value):
        value = value.encode() if isinstance(value, str) else value
        self.response = [value]
        if self.automatically_set_content_length:
            self.headers['Content-Length'] = str(len(value))

    data = property(get_data, set_data)

    def calculate_content_length(self):
        try:
            self._ensure_sequence()
        except RuntimeError:
            pass
        else:
            return sum(map(len, self.iter_encoded()))

    def _ensure_sequence(self, mutable=False):
        if self.is_sequence:
            if mutable:
                self.response = list(self.response)
        elif self.direct_passthrough:
            raise RuntimeError('Attempted implicit sequence conversion but the response object is in direct passthrough mode.')
        elif not self.implicit_sequence_conversion:
            raise RuntimeError('The response object required the iterable to be a sequence, but the implicit conversion was disabled. Call '
                               'make_sequence() yourself.')
        else:
            self.make_sequence()

    def make_sequence(self):
        if self.is_sequence:
            return
        streamed, self.response = self.response, [*self.iter_encoded()]
        if getattr(streamed, 'close', None) is not None:
            self.call_on_close(streamed.close)

    def iter_encoded(self):
        return (each.encode() if isinstance(each, str) else each for each in self.response)

    @property
    def is_streamed(self):
        return not hasattr(self.response, '__len__')

    @property
    def is_sequence(self):
        return isinstance(self.response, (tuple, list))

    def close(self):
        close = getattr(self.response, 'close', None)
        for callback in chain(() if close is None else (close,), self._on_close):
            callback()

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, tb):
        self.close()

    def freeze(self):
        self.response = list(self.iter_encoded())
        self.headers['Content-Length'] = str(sum(map(len, self.response)))
        self.add_etag()

    def get_wsgi_headers(self, environ):
        from werkzeug.urls import iri_to_uri
        headers, status = Headers(self.headers), self.status_code
        bodiless = 100 <= status < 200 or status == 204
        if (location := headers.get('Location')) is not None:
            location = iri_to_uri(location)
            if self.autocorrect_location_header:
                location = urljoin(iri_to_uri(get_current_url(environ, strip_querystring=True)), location)
            headers['Location'] = location
        if (location := headers.get('Content-Location')) is not None:
            headers['Content-Location'] = iri_to_uri(location)
        has_length = 'Content-Length' in headers
        if bodiless:
            headers.remove('Content-Length')
        elif status == 304:
            http.remove_entity_headers(headers)
        elif self.automatically_set_content_length and self.is_sequence and not has_length:
            headers['Content-Length'] = str(sum(map(len, self.iter_encoded())))
        return headers

    def get_app_iter(self, environ):
        status = self.status_code
        if environ['REQUEST_METHOD'] == 'HEAD' or 100 <= status < 200 or status in (204, 304):
            return ClosingIterator((), self.close)
        return self.response if self.direct_passthrough else ClosingIterator(self.iter_encoded(), self.close)

    def get_wsgi_response(self, environ):
        headers = self.get_wsgi_headers(environ)
        return self.get_app_iter(environ), self.status, headers.to_wsgi_list()

    def __call__(self, environ, start_response):
        found, status, headers = self.get_wsgi_response(environ)
        start_response(status, headers)
        return found

    @property
    def json(self):
        return self.get_json()

    def get_json(self, force=False, silent=False):
        if not (force or self.is_json):
            return None
        try:
            return self.json_module.loads(self.get_data())
        except ValueError:
            if not silent:
                raise

    @cached_property
    def stream(self):
        return ResponseStream(self)

    def _process_range_request(self, environ, complete_length, accept_ranges):
        """Whether a part of the body is all that is sent."""
        from werkzeug.exceptions import RequestedRangeNotSatisfiable
        if not accept_ranges:
            return False
        self.accept_ranges = 'bytes' if accept_ranges is True else accept_ranges
        if not complete_length or 'HTTP_RANGE' not in environ or 'HTTP_IF_RANGE' in environ and http.is_resource_modified(
                environ, self.headers.get('ETag'), last_modified=self.headers.get('Last-Modified'), ignore_if_range=False):
            return False
        wanted = http.parse_range_header(environ.get('HTTP_RANGE'))
        part = None if wanted is None else wanted.range_for_length(complete_length)
        if part is None:
            raise RequestedRangeNotSatisfiable(complete_length)
        self.content_length = part[1] - part[0]
        self.content_range, self.status_code = wanted.to_content_range_header(complete_length), 206
        self.response = RangeWrapper(self.response, part[0], self.content_length)
        return True

    def make_conditional(self, request_or_environ, accept_ranges=False, complete_length=None):
        environ = _get_environ(request_or_environ)
        if environ['REQUEST_METHOD'] in ('GET', 'HEAD'):
            if 'date' not in self.headers:
                self.headers['Date'] = http.http_date()
            partial = self._process_range_request(environ, complete_length, accept_ranges)
            if not partial and not http.is_resource_modified(environ, self.headers.get('ETag'), last_modified=self.headers.get('Last-Modified')):
                self.status_code = 412 if http.parse_etags(environ.get('HTTP_IF_MATCH')) else 304
            if self.automatically_set_content_length and 'content-length' not in self.headers:
                if (length := self.calculate_content_length()) is not None:
                    self.headers['Content-Length'] = str(length)
        return self


class ResponseStream:
    """Writes to the body of a response."""
    mode, encoding = 'wb+', 'utf-8'

    def __init__(self, response):
        self.response, self.closed = response, False

    def write(self, value):
        if self.closed:
            raise ValueError('I/O operation on closed file')
        self.response._ensure_sequence(mutable=True)
        self.response.response.append(value)
        self.response.headers.pop('Content-Length', None)
        return len(value)

    def writelines(self, seq):
        for item in seq:
            self.write(item)

    def close(self):
        self.closed = True
