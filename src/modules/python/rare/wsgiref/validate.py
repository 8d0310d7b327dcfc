"""Stands between a server and an application, and complains of whatever of the two breaks the rules of WSGI."""
import re
import sys
import warnings

__all__ = ['validator']
header_re = re.compile(r'^[a-zA-Z][a-zA-Z0-9\-_]*$')
bad_header_value_re = re.compile(r'[\000-\037]')
_NEEDED = ('REQUEST_METHOD', 'SERVER_NAME', 'SERVER_PORT', 'wsgi.version', 'wsgi.input', 'wsgi.errors',
           'wsgi.multithread', 'wsgi.multiprocess', 'wsgi.run_once')
_METHODS = 'GET', 'HEAD', 'POST', 'OPTIONS', 'PATCH', 'PUT', 'DELETE', 'TRACE'


class WSGIWarning(Warning):
    """A rule that some break."""


def assert_(cond, *args):
    if not cond:
        raise AssertionError(*args)  #: 128


def _warn(text, line):
    warnings._warn_at(text, WSGIWarning, '<stdlib>/wsgiref/validate.py', line, 'wsgiref.validate')


def check_string_type(value, title):
    assert_(type(value) is str, f'{title} must be of type str (got {value!r})')
    return value


def validator(application):
    """The application, watched."""
    def lint_app(*args, **kw):
        assert_(len(args) == 2, 'Two arguments required')
        assert_(not kw, 'No keyword arguments allowed')
        environ, start_response = args
        check_environ(environ)  #: 153
        started = []

        def start_response_wrapper(*args, **kw):
            assert_(len(args) in (2, 3), f'Invalid number of arguments: {args}')
            assert_(not kw, 'No keyword arguments allowed')
            check_status(args[0])  #: 170 check_status(status)
            check_headers(args[1])  #: 171 check_headers(headers)
            check_content_type(args[0], args[1])  #: 172 check_content_type(status, headers)
            check_exc_info(args[2] if len(args) == 3 else None)  #: 173 check_exc_info(exc_info)
            started.append(None)
            return WriteWrapper(start_response(*args))

        environ['wsgi.input'] = InputWrapper(environ['wsgi.input'])
        environ['wsgi.errors'] = ErrorWrapper(environ['wsgi.errors'])
        iterator = application(environ, start_response_wrapper)  #: 181
        assert_(iterator is not None and iterator != False,
                'The application must return an iterator, if only an empty list')
        check_iterator(iterator)  #: 185
        return IteratorWrapper(iterator, started)

    return lint_app


class InputWrapper:
    def __init__(self, wsgi_input):
        self.input = wsgi_input

    def read(self, *args):
        assert_(len(args) == 1)
        return self._bytes(self.input.read(*args))

    def readline(self, *args):
        assert_(len(args) <= 1)
        return self._bytes(self.input.readline(*args))

    def readlines(self, *args):
        assert_(len(args) <= 1)
        lines = self.input.readlines(*args)
        assert_(type(lines) is list)
        return [self._bytes(line) for line in lines]

    def _bytes(self, data):
        assert_(type(data) is bytes)
        return data

    def __iter__(self):
        return iter(self.readline, b'')

    def close(self):
        assert_(0, 'input.close() must not be called')


class ErrorWrapper:
    def __init__(self, wsgi_errors):
        self.errors = wsgi_errors

    def write(self, s):
        assert_(type(s) is str)
        self.errors.write(s)

    def flush(self):
        self.errors.flush()

    def writelines(self, seq):
        for line in seq:
            self.write(line)

    def close(self):
        assert_(0, 'errors.close() must not be called')


class WriteWrapper:
    def __init__(self, wsgi_writer):
        self.writer = wsgi_writer

    def __call__(self, s):
        assert_(type(s) is bytes)
        self.writer(s)


class PartialIteratorWrapper:
    def __init__(self, wsgi_iterator):
        self.iterator = wsgi_iterator

    def __iter__(self):
        return IteratorWrapper(self.iterator, None)


class IteratorWrapper:
    """What an application answers, block by block."""

    def __init__(self, wsgi_iterator, check_start_response):
        self.original_iterator, self.iterator = wsgi_iterator, iter(wsgi_iterator)
        self.closed, self.check_start_response = False, check_start_response

    def __iter__(self):
        return self

    def __next__(self):
        assert_(not self.closed, 'Iterator read after closed')
        block = next(self.iterator)
        assert_(type(block) is bytes, f'Iterator yielded non-bytestring ({block!r})')
        if self.check_start_response is not None:
            assert_(self.check_start_response, 'The application returns and we started iterating over its body, but '
                    'start_response has not yet been called')
            self.check_start_response = None
        return block

    def close(self):
        self.closed = True
        if hasattr(self.original_iterator, 'close'):
            self.original_iterator.close()

    def __del__(self):
        if not self.closed:
            sys.stderr.write('Iterator garbage collected without being closed')
        assert_(self.closed, 'Iterator garbage collected without being closed')


def check_environ(environ):
    assert_(type(environ) is dict,
            f'Environment is not of the right type: {type(environ)!r} (environment: {environ!r})')
    for key in _NEEDED:
        assert_(key in environ, f'Environment missing required key: {key!r}')
    for key in 'HTTP_CONTENT_TYPE', 'HTTP_CONTENT_LENGTH':
        assert_(key not in environ, f'Environment should not have the key: {key} (use {key[5:]} instead)')
    if 'QUERY_STRING' not in environ:
        _warn('QUERY_STRING is not in the WSGI environment; the cgi module will use sys.argv when this variable is missing, '
              'so application errors are more likely', 313)
    for key, value in environ.items():
        assert_('.' in key or type(value) is str,
                f'Environmental variable {key} is not a string: {type(value)!r} (value: {value!r})')
    version, scheme, method = environ['wsgi.version'], environ['wsgi.url_scheme'], environ['REQUEST_METHOD']
    assert_(type(version) is tuple, f'wsgi.version should be a tuple ({version!r})')
    assert_(scheme in ('http', 'https'), f'wsgi.url_scheme unknown: {scheme!r}')
    check_input(environ['wsgi.input'])
    check_errors(environ['wsgi.errors'])
    if method not in _METHODS:
        _warn(f'Unknown REQUEST_METHOD: {method!r}', 338)
    for key in 'SCRIPT_NAME', 'PATH_INFO':
        value = environ.get(key)
        assert_(not value or value.startswith('/'), f"{key} doesn't start with /: {value!r}")
    length, script = environ.get('CONTENT_LENGTH'), environ.get('SCRIPT_NAME')
    assert_(not length or int(length) >= 0, f'Invalid CONTENT_LENGTH: {length!r}')
    assert_(script or 'PATH_INFO' in environ, "One of SCRIPT_NAME or PATH_INFO are required (PATH_INFO should at least "
            "be '/' if SCRIPT_NAME is empty)")
    assert_(script != '/', "SCRIPT_NAME cannot be '/'; it should instead be '', and PATH_INFO should be '/'")


def check_input(wsgi_input):
    for attr in 'read', 'readline', 'readlines', '__iter__':
        assert_(hasattr(wsgi_input, attr), f"wsgi.input ({wsgi_input!r}) doesn't have the attribute {attr}")


def check_errors(wsgi_errors):
    for attr in 'flush', 'write', 'writelines':
        assert_(hasattr(wsgi_errors, attr), f"wsgi.errors ({wsgi_errors!r}) doesn't have the attribute {attr}")


def check_status(status):
    code = check_string_type(status, 'Status').split(None, 1)[0]
    assert_(len(code) == 3, f'Status codes must be three characters: {code!r}')
    assert_(int(code) >= 100, f'Status code is invalid: {int(code)!r}')
    if status[3:4] != ' ':
        _warn(f'The status string ({status!r}) should be a three-digit integer followed by a single space and a status '
              'explanation', 381)


def check_headers(headers):
    assert_(type(headers) is list, f'Headers ({headers!r}) must be of type list: {type(headers)!r}')
    for item in headers:
        assert_(type(item) is tuple, f'Individual headers ({item!r}) must be of type tuple: {type(item)!r}')
        assert_(len(item) == 2)
        name, value = check_string_type(item[0], 'Header name'), check_string_type(item[1], 'Header value')
        assert_(name.lower() != 'status', 'The Status header cannot be used; it conflicts with CGI script, and HTTP status '
                f'is not given through headers (value: {value!r}).')
        assert_('\n' not in name and ':' not in name, f"Header names may not contain ':' or '\\n': {name!r}")
        assert_(header_re.search(name), f'Bad header name: {name!r}')
        assert_(name[-1] not in '-_', f"Names may not end in '-' or '_': {name!r}")
        bad = bad_header_value_re.search(value)
        assert_(not bad, bad and f'Bad header value: {value!r} (bad char: {bad[0]!r})')


def check_content_type(status, headers):
    code = int(check_string_type(status, 'Status').split(None, 1)[0])
    has = any(check_string_type(name, 'Header name').lower() == 'content-type' for name, _ in headers)
    if code in (204, 304):
        assert_(not has, f'Content-Type header found in a {code} response, which must not return content.')
    else:
        assert_(has, f'No Content-Type header found in headers ({headers})')


def check_exc_info(exc_info):
    assert_(exc_info is None or type(exc_info) is tuple, f'exc_info ({exc_info!r}) is not a tuple: {type(exc_info)!r}')


def check_iterator(iterator):
    assert_(not isinstance(iterator, (str, bytes)), 'You should not return a string as your application iterator, instead '
            'return a single-item list containing a bytestring.')
