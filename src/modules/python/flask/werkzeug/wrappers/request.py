"""Requests."""
import functools
import json
from contextlib import closing
from io import BytesIO

from werkzeug import http
from werkzeug._internal import _wsgi_decoding_dance, environ_property, header_property
from werkzeug.datastructures import (Authorization, CharsetAccept, CombinedMultiDict, EnvironHeaders, ImmutableList, ImmutableMultiDict,
                                     LanguageAccept, MIMEAccept, MultiDict, RequestCacheControl, iter_multi_items)
from werkzeug.exceptions import BadRequest, UnsupportedMediaType
from werkzeug.formparser import FormDataParser, default_stream_factory
from werkzeug.urls import query_pairs
from werkzeug.user_agent import UserAgent
from werkzeug.utils import cached_property
from werkzeug.wsgi import content_length_of, get_input_stream, host_of, server_of, url_of


def _header(name, parse=None):
    """A property of what a header says."""
    return cached_property(lambda self: self.headers.get(name) if parse is None else parse(self.headers.get(name)))


def _accepted(name, *kind):
    return _header(name, lambda text: http.parse_accept_header(text, *kind))


class Request:
    """What a client asks, of an environment of WSGI's."""
    parameter_storage_class = dict_storage_class = ImmutableMultiDict
    list_storage_class, user_agent_class, form_data_parser_class, json_module = ImmutableList, UserAgent, FormDataParser, json
    trusted_hosts = max_content_length = None
    max_form_memory_size, max_form_parts = 500_000, 1000
    _cached_data, _cached_json = None, (Ellipsis, Ellipsis)

    def __init__(self, environ, populate_request=True, shallow=False):
        self.method, self.scheme = environ.get('REQUEST_METHOD', 'GET').upper(), environ.get('wsgi.url_scheme', 'http')
        self.server, self.remote_addr = server_of(environ), environ.get('REMOTE_ADDR')
        self.root_path = _wsgi_decoding_dance(environ.get('SCRIPT_NAME') or '').rstrip('/')
        self.path = '/' + _wsgi_decoding_dance(environ.get('PATH_INFO') or '').lstrip('/')
        self.query_string, self.headers = environ.get('QUERY_STRING', '').encode('latin1'), EnvironHeaders(environ)
        self.environ, self.shallow = environ, shallow
        if populate_request and not shallow:
            environ['werkzeug.request'] = self

    def __repr__(self):
        try:
            shown = self.url
        except Exception as e:
            shown = f'(invalid URL: {e})'
        return f'<{type(self).__name__} {shown!r} [{self.method}]>'

    @classmethod
    def from_values(cls, *args, **kwargs):
        from werkzeug.test import EnvironBuilder
        with closing(EnvironBuilder(*args, **kwargs)) as made:
            return made.get_request(cls)

    @classmethod
    def application(cls, f):
        """A WSGI application of a function of a request."""
        from werkzeug.exceptions import HTTPException

        @functools.wraps(f)
        def application(*args):
            request = cls(args[-2])
            with request:
                try:
                    response = f(*args[:-2], request)
                except HTTPException as e:
                    response = e.get_response(args[-2])
                return response(*args[-2:])
        return application

    @cached_property
    def args(self):
        return self.parameter_storage_class(query_pairs(self.query_string.decode()))

    @cached_property
    def access_route(self):
        if 'X-Forwarded-For' in self.headers:
            return self.list_storage_class(http.parse_list_header(self.headers['X-Forwarded-For']))
        return self.list_storage_class([] if self.remote_addr is None else [self.remote_addr])

    @cached_property
    def full_path(self):
        return f'{self.path}?{self.query_string.decode()}'

    @property
    def is_secure(self):
        return self.scheme in ('https', 'wss')

    @cached_property
    def host(self):
        return host_of(self.scheme, self.headers.get('host'), self.server, self.trusted_hosts)

    @cached_property
    def url(self):
        return url_of(self.scheme, self.host, self.root_path, self.path, self.query_string)

    @cached_property
    def base_url(self):
        return url_of(self.scheme, self.host, self.root_path, self.path)

    @cached_property
    def root_url(self):
        return url_of(self.scheme, self.host, self.root_path)

    @cached_property
    def host_url(self):
        return url_of(self.scheme, self.host)

    @property
    def script_root(self):
        return self.root_path

    @cached_property
    def url_root(self):
        return self.root_url

    @cached_property
    def cookies(self):
        return http.cookies_of(';'.join(self.headers.getlist('Cookie')), cls=self.dict_storage_class)

    content_type, content_encoding, content_md5 = header_property('Content-Type'), header_property('Content-Encoding'), header_property('Content-MD5')
    referrer, origin, date = header_property('Referer'), header_property('Origin'), header_property('Date', None, http.parse_date)
    max_forwards = header_property('Max-Forwards', None, int)
    access_control_request_headers = header_property('Access-Control-Request-Headers', load_func=http.parse_set_header)
    access_control_request_method = header_property('Access-Control-Request-Method')
    remote_user, input_stream = environ_property('REMOTE_USER'), environ_property('wsgi.input')
    is_multithread, is_multiprocess = environ_property('wsgi.multithread'), environ_property('wsgi.multiprocess')
    is_run_once = environ_property('wsgi.run_once')
    accept_mimetypes, accept_charsets = _accepted('Accept', MIMEAccept), _accepted('Accept-Charset', CharsetAccept)
    accept_encodings, accept_languages = _accepted('Accept-Encoding'), _accepted('Accept-Language', LanguageAccept)
    cache_control = _header('Cache-Control', lambda text: http.parse_cache_control_header(text, None, RequestCacheControl))
    pragma, range, if_range = _header('Pragma', http.parse_set_header), _header('Range', http.parse_range_header), _header(
        'If-Range', http.parse_if_range_header)
    if_match, if_none_match = _header('If-Match', http.parse_etags), _header('If-None-Match', http.parse_etags)
    if_modified_since, if_unmodified_since = _header('If-Modified-Since', http.parse_date), _header('If-Unmodified-Since', http.parse_date)
    authorization = _header('Authorization', Authorization.from_header)

    @cached_property
    def content_length(self):
        return content_length_of(self.headers.get('Content-Length'), self.headers.get('Transfer-Encoding'))

    @property
    def mimetype(self):
        return http.parse_options_header(self.headers.get('Content-Type', ''))[0].lower()

    @property
    def mimetype_params(self):
        return http.parse_options_header(self.headers.get('Content-Type', ''))[1]

    @cached_property
    def user_agent(self):
        return self.user_agent_class(self.headers.get('User-Agent', ''))

    @property
    def is_json(self):
        kind = self.mimetype
        return kind == 'application/json' or kind.startswith('application/') and kind.endswith('+json')

    def _get_file_stream(self, total_content_length, content_type, filename=None, content_length=None):
        return default_stream_factory(total_content_length, content_type, filename, content_length)

    @property
    def want_form_data_parsed(self):
        return bool(self.environ.get('CONTENT_TYPE'))

    def make_form_data_parser(self):
        return self.form_data_parser_class(self._get_file_stream, self.max_form_memory_size, self.max_content_length, self.parameter_storage_class,
                                           max_form_parts=self.max_form_parts)

    def _load_form_data(self):
        if 'form' in self.__dict__:
            return
        found = self.stream, self.parameter_storage_class(), self.parameter_storage_class()
        if self.want_form_data_parsed:
            stream = self.stream if self._cached_data is None else BytesIO(self._cached_data)
            found = self.make_form_data_parser().parse(stream, self.mimetype, self.content_length, self.mimetype_params)
        self.__dict__.update(zip(('stream', 'form', 'files'), found))

    def close(self):
        for _, value in iter_multi_items(self.__dict__.get('files') or ()):
            value.close()

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, tb):
        self.close()

    @cached_property
    def stream(self):
        if self.shallow:
            raise RuntimeError("This request was created with 'shallow=True', reading from the input stream is disabled.")
        return get_input_stream(self.environ, max_content_length=self.max_content_length)

    @cached_property
    def data(self):
        return self.get_data(parse_form_data=True)

    def get_data(self, cache=True, as_text=False, parse_form_data=False):
        found = self._cached_data
        if found is None:
            if parse_form_data:
                self._load_form_data()
            found = self.stream.read()
            if cache:
                self._cached_data = found
        return found.decode(errors='replace') if as_text else found

    @cached_property
    def form(self):
        self._load_form_data()
        return self.form

    @cached_property
    def files(self):
        self._load_form_data()
        return self.files

    @cached_property
    def values(self):
        found = [self.args] if self.method == 'GET' else [self.args, self.form]
        return CombinedMultiDict([each if isinstance(each, MultiDict) else MultiDict(each) for each in found])

    @property
    def json(self):
        return self.get_json()

    def get_json(self, force=False, silent=False, cache=True):
        """What was sent, read as JSON."""
        if cache and self._cached_json[silent] is not Ellipsis:
            return self._cached_json[silent]
        if not (force or self.is_json):
            return None if silent else self.on_json_loading_failed(None)
        try:
            found = self.json_module.loads(self.get_data(cache=cache))
        except ValueError as e:
            found = None if silent else self.on_json_loading_failed(e)
            if cache:
                self._cached_json = (self._cached_json[0], found) if silent else (found, self._cached_json[1])
        else:
            if cache:
                self._cached_json = found, found
        return found

    def on_json_loading_failed(self, e):
        if e is not None:
            raise BadRequest(f'Failed to decode JSON object: {e}')
        raise UnsupportedMediaType("Did not attempt to load JSON data because the request Content-Type was not 'application/json'.")
