"""Calls an application for a request and writes what it answers."""
import os
import sys
import time
from wsgiref.headers import Headers
from wsgiref.util import FileWrapper, guess_scheme, is_hop_by_hop

__all__ = ['BaseHandler', 'SimpleHandler', 'BaseCGIHandler', 'CGIHandler', 'IISCGIHandler', 'read_environ']
_weekdayname = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
_monthname = [None, 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']


def format_date_time(timestamp):
    year, month, day, hour, minute, second, weekday, *_ = time.gmtime(timestamp)
    return f'{_weekdayname[weekday]}, {day:02} {_monthname[month]} {year:4} {hour:02}:{minute:02}:{second:02} GMT'


def read_environ():
    """The variables of this process, bytes as Latin-1."""
    return {name: os.fsencode(value).decode('latin-1') for name, value in os.environ.items()}


class BaseHandler:
    """One request; where it comes from and where the answer goes, a subclass says."""
    wsgi_version, wsgi_multithread, wsgi_multiprocess, wsgi_run_once = (1, 0), True, True, False
    origin_server, http_version, server_software = True, '1.0', None
    os_environ = read_environ()
    wsgi_file_wrapper, headers_class, traceback_limit = FileWrapper, Headers, None
    error_status, error_headers = '500 Internal Server Error', [('Content-Type', 'text/plain')]
    error_body = b'A server error occurred.  Please contact the administrator.'
    status = result = headers = None
    headers_sent, bytes_sent = False, 0

    def run(self, application):
        try:
            self.setup_environ()  #: 136
            self.result = application(self.environ, self.start_response)  #: 137
            self.finish_response()  #: 138
        except (ConnectionAbortedError, BrokenPipeError, ConnectionResetError):
            # Nobody listens any more.
            return
        except:
            try:
                self.handle_error()  #: 145
            except:
                self.close()
                raise

    def setup_environ(self):
        env = self.environ = self.os_environ.copy()
        self.add_cgi_vars()
        env['wsgi.input'], env['wsgi.errors'] = self.get_stdin(), self.get_stderr()
        env['wsgi.version'], env['wsgi.run_once'] = self.wsgi_version, self.wsgi_run_once
        env['wsgi.url_scheme'] = self.get_scheme()
        env['wsgi.multithread'], env['wsgi.multiprocess'] = self.wsgi_multithread, self.wsgi_multiprocess
        if self.wsgi_file_wrapper is not None:
            env['wsgi.file_wrapper'] = self.wsgi_file_wrapper
        if self.origin_server and self.server_software:
            env.setdefault('SERVER_SOFTWARE', self.server_software)

    def finish_response(self):
        """Writes all, and is done with it."""
        try:
            if not (self.result_is_file() and self.sendfile()):
                for data in self.result:  #: 183 for data in «self.result»:
                    self.write(data)  #: 184
                self.finish_content()  #: 185
        except:
            if hasattr(self.result, 'close'):
                self.result.close()
            raise
        self.close()

    def get_scheme(self):
        return guess_scheme(self.environ)

    def set_content_length(self):
        """One block is all there is."""
        try:
            blocks = len(self.result)
        except (TypeError, AttributeError, NotImplementedError):
            return
        if blocks == 1:
            self.headers['Content-Length'] = str(self.bytes_sent)

    def cleanup_headers(self):
        if 'Content-Length' not in self.headers:
            self.set_content_length()

    def start_response(self, status, headers, exc_info=None):
        if exc_info:
            try:
                if self.headers_sent:
                    raise
            finally:
                exc_info = None
        elif self.headers is not None:
            raise AssertionError('Headers already set!')  #: 235 raise AssertionError("Headers already set!")
        self.status, self.headers = status, self.headers_class(headers)
        self._validate_status(self._convert_string_type(status, 'Status'))  #: 240 self._validate_status(status)
        for name, value in headers:
            self._convert_string_type(name, 'Header name')
            self._convert_string_type(value, 'Header value')
            assert not is_hop_by_hop(name), f"Hop-by-hop header, '{name}: {value}', not allowed"
        return self.write

    def _validate_status(self, status):
        if len(status) < 4:
            raise AssertionError('Status must be at least 4 characters')  #: 253 raise AssertionError("Status must be at least 4 characters")
        if not status[:3].isdigit():
            raise AssertionError('Status message must begin w/3-digit code')  #: 255 raise AssertionError("Status message must begin w/3-digit code")
        if status[3] != ' ':
            raise AssertionError('Status message must have a space after code')  #: 257 raise AssertionError("Status message must have a space after code")

    def _convert_string_type(self, value, title):
        if type(value) is not str:
            raise AssertionError(f'{title} must be of type str (got {value!r})')
        return value

    def send_preamble(self):
        """What stands before the headers."""
        def put(text):
            self._write(text.encode('iso-8859-1'))

        if not self.origin_server:
            put(f'Status: {self.status}\r\n')
        elif self.client_is_modern():
            put(f'HTTP/{self.http_version} {self.status}\r\n')
            if 'Date' not in self.headers:
                put(f'Date: {format_date_time(time.time())}\r\n')
            if self.server_software and 'Server' not in self.headers:
                put(f'Server: {self.server_software}\r\n')

    def write(self, data):
        assert type(data) is bytes, 'write() argument must be a bytes instance'  #: 284 assert «type(data) is bytes», \⏎            "write() argument must be a bytes instance"
        if not self.status:
            raise AssertionError('write() before start_response()')  #: 288 raise AssertionError("write() before start_response()")
        if self.headers_sent:
            self.bytes_sent += len(data)
        else:
            self.bytes_sent = len(data)
            self.send_headers()
        self._write(data)
        self._flush()

    def sendfile(self):
        """Whether there is a shorter way for files, which has been taken."""
        return False

    def finish_content(self):
        if not self.headers_sent:
            self.headers.setdefault('Content-Length', '0')  #: 328 «self.headers.setdefault»('Content-Length', "0")
            self.send_headers()

    def close(self):
        """What was answered is closed, and the handler as new."""
        try:
            if hasattr(self.result, 'close'):
                self.result.close()
        finally:
            self.result = self.headers = self.status = self.environ = None
            self.bytes_sent, self.headers_sent = 0, False

    def send_headers(self):
        self.cleanup_headers()
        self.headers_sent = True
        if not self.origin_server or self.client_is_modern():
            self.send_preamble()
            self._write(bytes(self.headers))

    def result_is_file(self):
        kind = self.wsgi_file_wrapper
        return kind is not None and isinstance(self.result, kind)

    def client_is_modern(self):
        return self.environ['SERVER_PROTOCOL'].upper() != 'HTTP/0.9'

    def log_exception(self, exc_info):
        """Tells of an exception where errors go."""
        from traceback import print_exception
        stderr = self.get_stderr()
        print_exception(*exc_info, self.traceback_limit, stderr)
        stderr.flush()

    def handle_error(self):
        self.log_exception(sys.exc_info())
        if not self.headers_sent:
            self.result = self.error_output(self.environ, self.start_response)
            self.finish_response()

    def error_output(self, environ, start_response):
        """The application that answers where the other one failed."""
        start_response(self.error_status, self.error_headers.copy(), sys.exc_info())
        return [self.error_body]

    def _write(self, data):
        raise NotImplementedError

    def _flush(self):
        raise NotImplementedError

    def get_stdin(self):
        raise NotImplementedError

    def get_stderr(self):
        raise NotImplementedError

    def add_cgi_vars(self):
        raise NotImplementedError


class SimpleHandler(BaseHandler):
    """One request with its streams and its variables."""

    def __init__(self, stdin, stdout, stderr, environ, multithread=True, multiprocess=False):
        self.stdin, self.stdout, self.stderr, self.base_env = stdin, stdout, stderr, environ
        self.wsgi_multithread, self.wsgi_multiprocess = multithread, multiprocess

    def get_stdin(self):
        return self.stdin

    def get_stderr(self):
        return self.stderr

    def add_cgi_vars(self):
        self.environ.update(self.base_env)

    def _write(self, data):
        written = self.stdout.write(data)
        if written is None or written == len(data):
            return
        import warnings
        warnings.warn('SimpleHandler.stdout.write() should not do partial writes', DeprecationWarning)
        while data := data[written:]:
            written = self.stdout.write(data)

    def _flush(self):
        self.stdout.flush()
        self._flush = self.stdout.flush


class BaseCGIHandler(SimpleHandler):
    """One request of another server's."""
    origin_server = False


class CGIHandler(BaseCGIHandler):
    """The request that this process was started for."""
    wsgi_run_once, os_environ = True, {}

    def __init__(self):
        super().__init__(sys.stdin.buffer, sys.stdout.buffer, sys.stderr, read_environ(), multithread=False,
                         multiprocess=True)


class IISCGIHandler(BaseCGIHandler):
    """The same where a path tells the script's name twice."""
    wsgi_run_once, os_environ = True, {}

    def __init__(self):
        environ = read_environ()
        path, script = environ.get('PATH_INFO', ''), environ.get('SCRIPT_NAME', '')
        if (path + '/').startswith(script + '/'):
            environ['PATH_INFO'] = path[len(script):]
        super().__init__(sys.stdin.buffer, sys.stdout.buffer, sys.stderr, environ, multithread=False, multiprocess=True)
