"""Servers of HTTP over sockets."""
import io
import os
import socket
import socketserver
import sys
import time
from http.client import HTTPException, HTTPMessage, LineTooLong, parse_headers
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from http import HTTPStatus

__version__ = '0.6'
__all__ = ['HTTPServer', 'ThreadingHTTPServer', 'BaseHTTPRequestHandler', 'SimpleHTTPRequestHandler']
DEFAULT_ERROR_MESSAGE = '''<!DOCTYPE HTML>
<html lang="en">
    <head>
        <meta charset="utf-8">
        <title>Error response</title>
    </head>
    <body>
        <h1>Error response</h1>
        <p>Error code: %(code)d</p>
        <p>Message: %(message)s.</p>
        <p>Error code explanation: %(code)s - %(explain)s.</p>
    </body>
</html>
'''
DEFAULT_ERROR_CONTENT_TYPE = 'text/html;charset=utf-8'
_DAYS = 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'
_MONTHS = 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'


class HTTPServer(socketserver.TCPServer):
    allow_reuse_address = True

    def server_bind(self):
        super().server_bind()  #: 136 socketserver.TCPServer.server_bind(self)
        host, port = self.server_address[:2]
        self.server_name, self.server_port = socket.getfqdn(host), port


class ThreadingHTTPServer(socketserver.ThreadingMixIn, HTTPServer):
    daemon_threads = True


class BaseHTTPRequestHandler(socketserver.StreamRequestHandler):
    """Calls do_GET, do_POST … for what is asked."""
    sys_version = 'Python/' + sys.version.split()[0]
    server_version, MessageClass = 'BaseHTTP/' + __version__, HTTPMessage
    error_message_format, error_content_type = DEFAULT_ERROR_MESSAGE, DEFAULT_ERROR_CONTENT_TYPE
    default_request_version, protocol_version = 'HTTP/0.9', 'HTTP/1.0'
    weekdayname, monthname = list(_DAYS), [None, *_MONTHS]
    responses = {status: (status.phrase, status.description) for status in HTTPStatus}

    def parse_request(self):
        """Takes the first line and the headers apart; whether that was possible."""
        self.command, self.request_version, self.close_connection = None, self.default_request_version, True
        self.requestline = str(self.raw_requestline, 'iso-8859-1').rstrip('\r\n')
        words = self.requestline.split()
        if not words:
            return False
        if len(words) >= 3:
            version = words[-1]
            numbers = version[5:].split('.')
            if not version.startswith('HTTP/') or len(numbers) != 2 or not all(
                    n.isdigit() and len(n) <= 10 for n in numbers):
                self.send_error(400, f'Bad request version ({version!r})')
                return False
            if (int(numbers[0]), int(numbers[1])) >= (1, 1) and self.protocol_version >= 'HTTP/1.1':
                self.close_connection = False
            if int(numbers[0]) >= 2:
                self.send_error(505, f'Invalid HTTP version ({version[5:]})')
                return False
            self.request_version = version
        if not 2 <= len(words) <= 3:
            self.send_error(400, f'Bad request syntax ({self.requestline!r})')
            return False
        if len(words) == 2 and words[0] != 'GET':
            self.send_error(400, f'Bad HTTP/0.9 request type ({words[0]!r})')
            return False
        self.command, self.path = words[:2]
        if self.path.startswith('//'):
            self.path = '/' + self.path.lstrip('/')
        try:
            self.headers = parse_headers(self.rfile, self.MessageClass)
        except HTTPException as error:
            self.send_error(431, 'Line too long' if isinstance(error, LineTooLong) else 'Too many headers', str(error))
            return False
        wish = self.headers.get('Connection', '').lower()
        if wish == 'close':
            self.close_connection = True
        elif wish == 'keep-alive' and self.protocol_version >= 'HTTP/1.1':
            self.close_connection = False
        if self.headers.get('Expect', '').lower() == '100-continue' and self.protocol_version >= 'HTTP/1.1' and (
                self.request_version >= 'HTTP/1.1'):
            return self.handle_expect_100()
        return True

    def handle_expect_100(self):
        self.send_response_only(100)
        self.end_headers()
        return True

    def handle_one_request(self):
        try:
            self.raw_requestline = self.rfile.readline(65537)
            if len(self.raw_requestline) > 65536:
                self.requestline = self.request_version = self.command = ''
                self.send_error(414)
                return
            if not self.raw_requestline:
                self.close_connection = True
                return
            if not self.parse_request():
                return
            method = getattr(self, 'do_' + self.command, None)
            if method is None:
                self.send_error(501, f'Unsupported method ({self.command!r})')
                return
            method()  #: 424
            self.wfile.flush()
        except TimeoutError as e:
            self.log_error('Request timed out: %r', e)
            self.close_connection = True

    def handle(self):
        self.close_connection = True
        self.handle_one_request()  #: 436
        while not self.close_connection:
            self.handle_one_request()  #: 438

    def send_error(self, code, message=None, explain=None):
        short, long = self.responses.get(code, ('???', '???'))
        message, explain = short if message is None else message, long if explain is None else explain
        self.log_error('code %d, message %s', code, message)  #: 466 self.log_error("code %d, message %s", code, message)
        self.send_response(code, message)
        self.send_header('Connection', 'close')
        body = None
        if code >= 200 and code not in (204, 205, 304):
            shown = {'code': code, 'message': _escaped(message), 'explain': _escaped(explain)}
            body = (self.error_message_format % shown).encode('UTF-8', 'replace')
            self.send_header('Content-Type', self.error_content_type)
            self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        if self.command != 'HEAD' and body:
            self.wfile.write(body)

    def send_response(self, code, message=None):
        self.log_request(code)  #: 501
        self.send_response_only(code, message)  #: 502
        self.send_header('Server', self.version_string())
        self.send_header('Date', self.date_time_string())

    def _lines(self):
        if not hasattr(self, '_headers_buffer'):
            self._headers_buffer = []
        return self._headers_buffer

    def send_response_only(self, code, message=None):
        if self.request_version != 'HTTP/0.9':
            if message is None:
                message = self.responses[code][0] if code in self.responses else ''
            line = '%s %d %s\r\n' % (self.protocol_version, code, message)  #: 516 self._headers_buffer.append((«"%s %d %s\r\n" %⏎        (self.protocol_version, code, message)»).encode(
            self._lines().append(line.encode('latin-1', 'strict'))

    def send_header(self, keyword, value):
        if self.request_version != 'HTTP/0.9':
            self._lines().append(f'{keyword}: {value}\r\n'.encode('latin-1', 'strict'))
        if keyword.lower() == 'connection':
            if value.lower() == 'close':
                self.close_connection = True
            elif value.lower() == 'keep-alive':
                self.close_connection = False

    def end_headers(self):
        if self.request_version != 'HTTP/0.9':
            self._headers_buffer.append(b'\r\n')  #: 537 «self._headers_buffer».append(b"\r\n")
            self.flush_headers()  #: 538

    def flush_headers(self):
        lines, self._headers_buffer = self._lines(), []
        if lines:
            self.wfile.write(b''.join(lines))  #: 542 self.wfile.write(b"".join(self._headers_buffer))

    def log_request(self, code='-', size='-'):
        code = code.value if isinstance(code, HTTPStatus) else code
        self.log_message('"%s" %s %s', self.requestline, str(code), str(size))  #: 553 self.log_message('"%s" %s %s',⏎                 self.requestline, str(code), str(size))

    def log_error(self, format, *args):
        self.log_message(format, *args)  #: 568

    def log_message(self, format, *args):
        text = format % args  #: 595 message = «format % args»
        text = ''.join(f'\\x{ord(c):02x}' if ord(c) < 32 or 127 <= ord(c) < 160 else '\\\\' if c == '\\' else c
                       for c in text)
        sys.stderr.write(f'{self.address_string()} - - [{self.log_date_time_string()}] {text}\n')

    def version_string(self):
        return self.server_version + ' ' + self.sys_version

    def date_time_string(self, timestamp=None):
        year, month, day, hour, minute, second, weekday, *_ = time.gmtime(timestamp)
        return f'{_DAYS[weekday]}, {day:02} {_MONTHS[month - 1]} {year} {hour:02}:{minute:02}:{second:02} GMT'

    def log_date_time_string(self):
        year, month, day, hour, minute, second, *_ = time.localtime(time.time())
        return f'{day:02}/{_MONTHS[month - 1]}/{year:04} {hour:02}:{minute:02}:{second:02}'

    def address_string(self):
        return self.client_address[0]


def _escaped(text):
    return text.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')


class SimpleHTTPRequestHandler(BaseHTTPRequestHandler):
    """Serves the files of a directory."""
    server_version = 'SimpleHTTP/' + __version__
    index_pages = 'index.html', 'index.htm'
    extensions_map = _encodings_map_default = {
        '.gz': 'application/gzip', '.Z': 'application/octet-stream', '.bz2': 'application/x-bzip2',
        '.xz': 'application/x-xz'}

    def __init__(self, *args, directory=None, **kwargs):
        self.directory = os.fspath(os.getcwd() if directory is None else directory)
        super().__init__(*args, **kwargs)  #: 672

    def do_GET(self):
        f = self.send_head()  #: 676
        if f:
            try:
                self.copyfile(f, self.wfile)  #: 679
            finally:
                f.close()

    def do_HEAD(self):
        f = self.send_head()  #: 685
        if f:
            f.close()

    def translate_path(self, path):
        path = path.split('?', 1)[0].split('#', 1)[0]
        ends = path.rstrip().endswith('/')
        path = os.path.normpath(unquote(path))
        words = [word for word in path.split('/') if word not in ('', '.', '..')]
        return os.path.join(self.directory, *words) + ('/' if ends else '')

    def copyfile(self, source, outputfile):
        import shutil
        shutil.copyfileobj(source, outputfile)  #: 878

    def guess_type(self, path):
        import mimetypes
        end = os.path.splitext(path)[1]
        found = self.extensions_map.get(end) or self.extensions_map.get(end.lower()) or mimetypes.guess_type(path)[0]
        return found or 'application/octet-stream'

    def send_head(self):
        """Sends the headers; gives the body as a file, or None."""
        path = self.translate_path(self.path)
        if os.path.isdir(path):
            parts = urlsplit(self.path)
            if not parts.path.endswith('/'):
                self.send_response(HTTPStatus.MOVED_PERMANENTLY)
                self.send_header('Location', urlunsplit(parts._replace(path=parts.path + '/')))
                self.send_header('Content-Length', '0')
                self.end_headers()
                return None
            index = next((page for page in self.index_pages if os.path.isfile(os.path.join(path, page))), None)
            if index is None:
                return self.list_directory(path)  #: 720
            path = os.path.join(path, index)
        kind = self.guess_type(path)
        try:
            if path.endswith('/'):
                raise OSError
            f = open(path, 'rb')
        except OSError:
            self.send_error(HTTPStatus.NOT_FOUND, 'File not found')
            return None
        try:
            found = os.fstat(f.fileno())
            if self._has_not_changed(found.st_mtime):
                self.send_response(HTTPStatus.NOT_MODIFIED)
                self.end_headers()
                f.close()
                return None
            self.send_response(HTTPStatus.OK)
            self.send_header('Content-type', kind)
            self.send_header('Content-Length', str(found.st_size))
            self.send_header('Last-Modified', self.date_time_string(found.st_mtime))
            self.end_headers()
            return f
        except:
            f.close()
            raise

    def _has_not_changed(self, since):
        """Whether the client has what there is."""
        if 'If-Modified-Since' not in self.headers or 'If-None-Match' in self.headers:
            return False
        from _cookie_jar import when
        asked = when(self.headers['If-Modified-Since'])
        return asked is not None and int(since) <= asked

    def list_directory(self, path):
        try:
            names = os.listdir(path)
        except OSError:
            self.send_error(HTTPStatus.NOT_FOUND, 'No permission to list directory')
            return None
        title = f'Directory listing for {_escaped(unquote(self.path))}'
        lines = ['<!DOCTYPE HTML>', '<html lang="en">', '<head>', '<meta charset="utf-8">', f'<title>{title}</title>', '</head>',
                 '<body>', f'<h1>{title}</h1>', '<hr>', '<ul>']
        for name in sorted(names, key=str.lower):
            full = os.path.join(path, name)
            mark = '/' if os.path.isdir(full) else ''
            shown = name + ('@' if os.path.islink(full) else mark)
            lines.append(f'<li><a href="{quote(name + mark)}">{_escaped(shown)}</a></li>')
        body = '\n'.join([*lines, '</ul>', '<hr>', '</body>', '</html>', '']).encode()
        self.send_response(HTTPStatus.OK)
        self.send_header('Content-type', 'text/html; charset=utf-8')
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        return io.BytesIO(body)


def test(HandlerClass=BaseHTTPRequestHandler, ServerClass=ThreadingHTTPServer, protocol='HTTP/1.0', port=8000, bind=None):
    """Serves until it is interrupted, and says where."""
    found = socket.getaddrinfo(bind, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    ServerClass.address_family, _, _, _, place = found[0]
    HandlerClass.protocol_version = protocol
    with ServerClass(place, HandlerClass) as server:
        host, port = server.socket.getsockname()[:2]
        shown = f'[{host}]' if ':' in host else host
        print(f'Serving HTTP on {host} port {port} (http://{shown}:{port}/) ...')
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print('\nKeyboard interrupt received, exiting.')
            sys.exit(0)
