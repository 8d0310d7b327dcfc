"""A server that calls one application of WSGI for each request."""
import sys
import urllib.parse
from http.server import BaseHTTPRequestHandler, HTTPServer
from wsgiref.handlers import SimpleHandler

__version__ = '0.2'
__all__ = ['WSGIServer', 'WSGIRequestHandler', 'demo_app', 'make_server']
server_version, sys_version = 'WSGIServer/' + __version__, 'CPython/' + sys.version.split()[0]
software_version = server_version + ' ' + sys_version


class ServerHandler(SimpleHandler):
    server_software = software_version

    def close(self):
        try:
            self.request_handler.log_request(self.status.split(' ', 1)[0], self.bytes_sent)
        finally:
            super().close()


class WSGIServer(HTTPServer):
    application = None

    def server_bind(self):
        super().server_bind()  #: 50 HTTPServer.server_bind(self)
        self.setup_environ()

    def setup_environ(self):
        self.base_environ = {'SERVER_NAME': self.server_name, 'GATEWAY_INTERFACE': 'CGI/1.1',
                             'SERVER_PORT': str(self.server_port), 'REMOTE_HOST': '', 'CONTENT_LENGTH': '',
                             'SCRIPT_NAME': ''}

    def get_app(self):
        return self.application

    def set_app(self, application):
        self.application = application


class WSGIRequestHandler(BaseHTTPRequestHandler):
    server_version = server_version

    def get_environ(self):
        """The request as an application sees it."""
        path, _, query = self.path.partition('?')
        kind, length = self.headers.get('content-type'), self.headers.get('content-length')
        environ = self.server.base_environ | {
            'SERVER_PROTOCOL': self.request_version, 'SERVER_SOFTWARE': self.server_version,
            'REQUEST_METHOD': self.command, 'PATH_INFO': urllib.parse.unquote(path, 'iso-8859-1'),
            'QUERY_STRING': query, 'REMOTE_ADDR': self.client_address[0],
            'CONTENT_TYPE': self.headers.get_content_type() if kind is None else kind}
        if length:
            environ['CONTENT_LENGTH'] = length
        for name, value in self.headers.items():
            name, value = name.replace('-', '_').upper(), value.strip()
            if name in environ:
                continue
            name = 'HTTP_' + name
            environ[name] = f'{environ[name]},{value}' if name in environ else value
        return environ

    def get_stderr(self):
        return sys.stderr

    def handle(self):
        self.raw_requestline = self.rfile.readline(65537)
        if len(self.raw_requestline) > 65536:
            self.requestline = self.request_version = self.command = ''
            self.send_error(414)
        elif self.parse_request():
            handler = ServerHandler(self.rfile, self.wfile, self.get_stderr(), self.get_environ(), multithread=False)
            # Who writes the log.
            handler.request_handler = self
            handler.run(self.server.get_app())  #: 130


def demo_app(environ, start_response):
    """Answers what it was asked."""
    lines = ['Hello world!', '', *(f'{name} = {value!r}' for name, value in sorted(environ.items())), '']
    start_response('200 OK', [('Content-Type', 'text/plain; charset=utf-8')])
    return ['\n'.join(lines).encode('utf-8')]


def make_server(host, port, app, server_class=WSGIServer, handler_class=WSGIRequestHandler):
    server = server_class((host, port), handler_class)
    server.set_app(app)
    return server
