# recorded by hand: the thread of a server does not end under the virtual clock
"""wsgiref: an application served over sockets, called by a handler, and watched by the validator."""
import io
import threading
import urllib.error
import urllib.request
from wsgiref.handlers import CGIHandler, SimpleHandler
from wsgiref.headers import Headers
from wsgiref.simple_server import WSGIRequestHandler, demo_app, make_server
from wsgiref.util import (FileWrapper, application_uri, guess_scheme, is_hop_by_hop, request_uri, setup_testing_defaults,
                          shift_path_info)
from wsgiref.validate import validator


complaints = io.StringIO()


class Quiet(WSGIRequestHandler):
    def log_request(self, code='-', size='-'):
        print('log:', self.requestline, code, size)

    def get_stderr(self):
        return complaints


def app(environ, start_response):
    path = environ['PATH_INFO']
    if path == '/echo':
        body = environ['wsgi.input'].read(int(environ['CONTENT_LENGTH']))
        start_response('200 OK', [('Content-Type', 'text/plain'), ('X-Query', environ['QUERY_STRING'])])
        return [environ['REQUEST_METHOD'].encode() + b' ' + body]
    if path == '/pieces':
        start_response('201 Created', [('Content-Type', 'text/plain')])
        return (piece for piece in (b'one ', b'two ', environ['HTTP_X_NAME'].encode()))
    if path == '/wrong':
        start_response('200', [])
    start_response('404 Not Found', [('Content-Type', 'text/plain')])
    return [b'nothing at ', path.encode()]


with make_server('127.0.0.1', 0, app, handler_class=Quiet) as server:
    port = server.server_port
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    for path, data, headers in ('/echo?a=1', b'posted', {}), ('/pieces', None, {'X-Name': 'three'}), ('/no/such', None, {}):
        request = urllib.request.Request(f'http://127.0.0.1:{port}{path}', data, headers)
        try:
            with urllib.request.urlopen(request) as answer:
                print(answer.status, answer.read(), answer.headers['Content-Length'], answer.headers['X-Query'],
                      answer.headers['Server'])
        except urllib.error.HTTPError as error:
            print(error.code, error.reason, error.read())
    try:
        urllib.request.urlopen(f'http://127.0.0.1:{port}/wrong')
    except urllib.error.HTTPError as error:
        print(error.code, error.read(), complaints.getvalue().splitlines()[-1])
    server.shutdown()
    thread.join()


def called(application, **environ):
    setup_testing_defaults(environ)
    out, told = io.BytesIO(), io.StringIO()
    handler = SimpleHandler(io.BytesIO(), out, told, environ)
    handler.run(application)
    lines = out.getvalue().decode().split('\r\n')
    print([line for line in lines if not line.startswith('Date')])
    print(told.getvalue().splitlines()[-1:])


called(validator(app))
called(app, PATH_INFO='/pieces', HTTP_X_NAME='x', SERVER_PROTOCOL='HTTP/0.9')
called(validator(lambda environ, start: ['text']))
called(validator(lambda environ, start: start('2 OK', []) or []))
called(validator(lambda environ, start: start('200 OK', [('Name-', 'value')]) or []))
called(lambda environ, start: start('200 OK', [('Connection', 'close')]) or [])
environ = {}
setup_testing_defaults(environ)
body = b''.join(demo_app(environ, lambda status, headers: print(status, headers)))
print(body.decode().splitlines()[:4])

headers = Headers([('Content-Type', 'text/plain')])
headers['X-One'] = '1'
headers.add_header('Content-Disposition', 'attachment', filename='a "b".txt', flag=None)
print(repr(headers), len(headers), headers['x-one'], headers.get('none', 'default'), 'X-ONE' in headers)
print(bytes(headers), headers.get_all('X-One'), headers.setdefault('X-Two', '2'), headers.keys())
del headers['content-type']
print(str(headers).splitlines())
environ = {'SCRIPT_NAME': '/app', 'PATH_INFO': '/one/./two/', 'QUERY_STRING': 'q=1', 'wsgi.url_scheme': 'https',
           'SERVER_NAME': 'example.test', 'SERVER_PORT': '8443'}
print(application_uri(environ), request_uri(environ), request_uri(environ, False), guess_scheme({'HTTPS': 'on'}))
while (name := shift_path_info(environ)) is not None:
    print(repr(name), environ['SCRIPT_NAME'], environ['PATH_INFO'])
print(list(FileWrapper(io.BytesIO(b'abcdefg'), 3)), is_hop_by_hop('Keep-Alive'), is_hop_by_hop('Accept'))
