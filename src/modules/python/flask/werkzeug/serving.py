"""A server for applications under development."""
import io
import os
import socket
import sys
from contextlib import suppress
from errno import EADDRINUSE
from http.server import BaseHTTPRequestHandler, HTTPServer
from selectors import EVENT_READ, DefaultSelector
from socketserver import ThreadingMixIn
from urllib.parse import unquote, urlsplit

from werkzeug._internal import _log, _wsgi_encoding_dance
from werkzeug.exceptions import InternalServerError
from werkzeug.urls import uri_to_iri

LISTEN_QUEUE, can_fork = 128, hasattr(os, 'fork')
_VERSION = '3.1.9'
_STYLES = {'bold': 1, 'red': 31, 'green': 32, 'yellow': 33, 'magenta': 35, 'cyan': 36}


def _ansi_style(value, *styles):
    return ''.join(f'\x1b[{_STYLES[style]}m' for style in reversed(styles)) + f'{value}\x1b[0m'


class DechunkedInput(io.RawIOBase):
    """What comes in chunks, without their sizes."""

    def __init__(self, rfile):
        self._rfile, self._done, self._left = rfile, False, 0

    def readable(self):
        return True

    def readinto(self, buf):
        count = 0
        while not self._done and count < len(buf):
            if not self._left:
                try:
                    self._left = int(self._rfile.readline(100).decode('latin1').strip(' \t\r\n'), 16)
                except ValueError as e:
                    raise OSError('Invalid chunk header') from e
                self._done = not self._left
            found = self._rfile.read(min(len(buf) - count, self._left)) if self._left else b''
            buf[count:count + len(found)] = found
            count, self._left = count + len(found), self._left - len(found)
            if not self._left and self._rfile.readline(2) not in (b'\n', b'\r\n', b'\r'):
                raise OSError('Missing chunk terminating newline')
        return count


class WSGIRequestHandler(BaseHTTPRequestHandler):
    """Answers a request with what the application says."""

    @property
    def server_version(self):
        return self.server._server_version

    def make_environ(self):
        url = urlsplit(self.path)
        path = f'/{url.netloc}{url.path}' if url.netloc and not url.scheme else url.path
        raw = _wsgi_encoding_dance(self.path)
        environ = {'wsgi.version': (1, 0), 'wsgi.url_scheme': 'http', 'wsgi.input': self.rfile, 'wsgi.errors': sys.stderr,
                   'wsgi.multithread': self.server.multithread, 'wsgi.multiprocess': self.server.multiprocess, 'wsgi.run_once': False,
                   'werkzeug.socket': self.connection, 'SERVER_SOFTWARE': self.server_version, 'REQUEST_METHOD': self.command, 'SCRIPT_NAME': '',
                   'PATH_INFO': _wsgi_encoding_dance(unquote(path)), 'QUERY_STRING': _wsgi_encoding_dance(url.query), 'REQUEST_URI': raw,
                   'RAW_URI': raw,
                   'REMOTE_ADDR': self.address_string(), 'REMOTE_PORT': self.port_integer(), 'SERVER_NAME': self.server.server_address[0],
                   'SERVER_PORT': str(self.server.server_address[1]), 'SERVER_PROTOCOL': self.request_version}
        for key, value in self.headers.items():
            if '_' in key:
                continue
            name, value = key.upper().replace('-', '_'), value.replace('\r\n', '')
            is_content = name in ('CONTENT_TYPE', 'CONTENT_LENGTH')
            name = name if is_content else f'HTTP_{name}'
            environ[name] = value if is_content or name not in environ else f'{environ[name]},{value}'
        if 'chunked' in environ.get('HTTP_TRANSFER_ENCODING', '').lower():
            environ['wsgi.input_terminated'], environ['wsgi.input'] = True, DechunkedInput(environ['wsgi.input'])
        if url.scheme and url.netloc:
            environ['HTTP_HOST'] = url.netloc
        return environ

    def run_wsgi(self):
        if self.headers.get('Expect', '').lower().strip(' \t') == '100-continue':
            self.wfile.write(b'HTTP/1.1 100 Continue\r\n\r\n')
        self.environ = self.make_environ()
        self._set = self._sent = None
        self._chunks = False
        try:
            self._execute(self.server.app)
        except ConnectionError as e:
            self.connection_dropped(e, self.environ)
        except Exception:
            if self.server.passthrough_errors:
                raise
            import traceback
            told = traceback.format_exc()
            if self._sent is not None and self._chunks:
                self.close_connection = True
            try:
                if self._sent is None:
                    self._set = None
                self._execute(InternalServerError())
            except Exception:
                pass
            self.server.log('error', f'Error on request:\n{told}')

    def _start(self, status, headers, exc_info=None):
        if exc_info:
            if self._sent:
                raise exc_info[1].with_traceback(exc_info[2])
        elif self._set:
            raise AssertionError('Headers already set')
        self._set = status, headers
        return self._write

    def _write(self, data):
        assert self._set is not None, 'write() before start_response'
        if self._sent is None:
            self._write_headers()
        assert isinstance(data, bytes), 'applications must write bytes'
        if data:
            self.wfile.write(b'%x\r\n%b\r\n' % (len(data), data) if self._chunks else data)
        self.wfile.flush()

    def _write_headers(self):
        self._sent = status, headers = self._set
        number, _, words = status.partition(' ')
        code = int(number)
        self.send_response(code, words.strip())
        has_length = any(key.lower() == 'content-length' for key, _ in headers)
        if not (has_length or self.command == 'HEAD' or 100 <= code < 200 or code in (204, 304)) and self.protocol_version >= 'HTTP/1.1':
            self._chunks = True
        chunked = [('Transfer-Encoding', 'chunked')] if self._chunks else []
        for header in (*headers, *chunked, ('Connection', 'close')):
            self.send_header(*header)
        self.end_headers()

    def _execute(self, app):
        answer = app(self.environ, self._start)
        try:
            for data in answer:
                self._write(data)
            if not self._sent:
                self._write(b'')
            if self._chunks:
                self.wfile.write(b'0\r\n\r\n')
        finally:
            # What the application has not read is read, so that the client can go on to the answer.
            with DefaultSelector() as selector:
                selector.register(self.connection, EVENT_READ)
                while selector.select(timeout=0.01) and self.rfile.read(10_000_000):
                    pass
            if hasattr(answer, 'close'):
                answer.close()

    def handle(self):
        try:
            super().handle()
        except (ConnectionError, TimeoutError) as e:
            self.connection_dropped(e)

    def connection_dropped(self, error, environ=None):
        pass

    def __getattr__(self, name):
        if name.startswith('do_'):
            return self.run_wsgi
        raise AttributeError(f'{type(self).__name__!r} object has no attribute {name!r}')

    def address_string(self):
        found = self.__dict__.get('environ')
        return found['REMOTE_ADDR'] if found else self.client_address[0] if self.client_address else '<local>'

    def port_integer(self):
        return self.client_address[1]

    def log_request(self, code='-', size='-'):
        try:
            text = f'{self.command} {uri_to_iri(self.path)} {self.request_version}'
        except AttributeError:
            text = self.requestline
        text, code = text.translate(_CONTROL), str(int(code) if isinstance(code, int) else code)
        if code != '200':
            styles = (('bold',) if code[0] == '1' else ('cyan',) if code == '304' else ('green',) if code[0] == '3' else ('yellow',) if code == '404'
                      else ('bold', 'red') if code[0] == '4' else ('bold', 'magenta'))
            text = _ansi_style(text, *styles)
        self.log('info', '"%s" %s %s', text, code, size)

    def log_error(self, format, *args):
        self.log('error', format, *args)

    def log_message(self, format, *args):
        self.log('info', format, *args)

    def log(self, type, message, *args):
        _log(type, f"{self.address_string().replace('%', '%%')} - - [{self.log_date_time_string()}] {message}\n", *args)


_CONTROL = {code: f'\\x{code:02x}' for code in (*range(32), *range(127, 160))} | {ord('\\'): '\\\\'}


class BaseWSGIServer(HTTPServer):
    multithread = multiprocess = False
    request_queue_size, allow_reuse_address, ssl_context = LISTEN_QUEUE, True, None

    def __init__(self, host, port, app, handler=None, passthrough_errors=False, ssl_context=None, fd=None):
        if ssl_context is not None or fd is not None or host.startswith('unix://'):
            from _frames import not_supported
            not_supported('werkzeug.serving.make_server(ssl_context=, fd=, host="unix://…")', 'werkzeug.serving.make_server')
        handler = WSGIRequestHandler if handler is None else handler
        if 'protocol_version' not in vars(handler) and (self.multithread or self.multiprocess):
            handler.protocol_version = 'HTTP/1.1'
        self.host, self.app, self.passthrough_errors, self._server_version = host, app, passthrough_errors, f'Werkzeug/{_VERSION}'
        self.address_family = socket.AF_INET6 if ':' in host else socket.AF_INET
        super().__init__((host, int(port)), handler, bind_and_activate=False)
        try:
            self.server_bind()
            self.server_activate()
        except BaseException as e:
            self.server_close()
            if not isinstance(e, OSError):
                raise
            print(e.strerror, file=sys.stderr)
            if e.errno == EADDRINUSE:
                print(f'Port {port} is in use by another program. Either identify and stop that program, or start the server with a different port.',
                      file=sys.stderr)
            sys.exit(1)
        self.port = self.server_address[1]

    def log(self, type, message, *args):
        _log(type, message, *args)

    def serve_forever(self, poll_interval=0.5):
        try:
            with suppress(KeyboardInterrupt):
                super().serve_forever(poll_interval=poll_interval)
        finally:
            self.server_close()

    def handle_error(self, request, client_address):
        if self.passthrough_errors:
            raise
        return super().handle_error(request, client_address)

    def log_startup(self):
        lines = [_ansi_style('WARNING: This is a development server. Do not use it in a production deployment. Use a production WSGI server instead.',
                             'bold', 'red')]
        host = self.host
        if host in ('0.0.0.0', '::'):
            lines += [f' * Running on all addresses ({host})', f" * Running on http://{'127.0.0.1' if host == '0.0.0.0' else '[::1]'}:{self.port}"]
            host = '127.0.0.1' if host == '0.0.0.0' else '::1'
        lines.append(f" * Running on http://{f'[{host}]' if ':' in host else host}:{self.port}")
        _log('info', '\n'.join(lines))


class ThreadedWSGIServer(ThreadingMixIn, BaseWSGIServer):
    multithread = daemon_threads = True


def make_server(host, port, app, threaded=False, processes=1, request_handler=None, passthrough_errors=False, ssl_context=None, fd=None):
    if threaded and processes > 1:
        raise ValueError('Cannot have a multi-thread and multi-process server.')
    if processes > 1:
        from _frames import not_supported
        not_supported('werkzeug.serving.make_server(processes=)', 'werkzeug.serving.make_server(threaded=True)')
    return (ThreadedWSGIServer if threaded else BaseWSGIServer)(host, port, app, request_handler, passthrough_errors, ssl_context, fd=fd)


def is_running_from_reloader():
    return os.environ.get('WERKZEUG_RUN_MAIN') == 'true'


def run_simple(hostname, port, application, use_reloader=False, use_debugger=False, use_evalex=True, extra_files=None, exclude_patterns=None,
               reloader_interval=1, reloader_type='auto', threaded=False, processes=1, request_handler=None, static_files=None,
               passthrough_errors=False, ssl_context=None):
    """Serves the application until it is interrupted. There is no reloader: nothing changes while a program runs."""
    if not isinstance(port, int):
        raise TypeError('port must be an integer')
    if static_files:
        from _frames import not_supported
        not_supported('werkzeug.serving.run_simple(static_files=)', 'werkzeug.utils.send_from_directory')
    if use_debugger:
        application = _told_of_errors(application)
    server = make_server(hostname, port, application, threaded, processes, request_handler, passthrough_errors, ssl_context)
    server.log_startup()
    _log('info', _ansi_style('Press CTRL+C to quit', 'yellow'))
    server.serve_forever()


def _told_of_errors(application):
    """In place of the debugger's page: the traceback, as text."""
    def debugged(environ, start_response):
        try:
            answer = application(environ, start_response)
            yield from answer
            if hasattr(answer, 'close'):
                answer.close()
        except Exception:
            import traceback
            told = traceback.format_exc()
            start_response('500 INTERNAL SERVER ERROR', [('Content-Type', 'text/plain; charset=utf-8')])
            yield told.encode()
            environ['wsgi.errors'].write(told)
    return debugged


def __getattr__(name):
    if name in ('ForkingWSGIServer', 'generate_adhoc_ssl_pair', 'make_ssl_devcert', 'load_ssl_context'):
        from _frames import not_supported
        not_supported(f'werkzeug.serving.{name}', 'werkzeug.serving.make_server')
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
