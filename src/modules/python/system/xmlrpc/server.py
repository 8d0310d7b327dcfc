"""Servers of procedures that are called over HTTP."""
import re
import socketserver
from http.server import BaseHTTPRequestHandler
from xmlrpc.client import Fault, dumps, gzip_decode, gzip_encode, loads


def resolve_dotted_attribute(obj, attr, allow_dotted_names=True):
    """An attribute, or an attribute of one; none that is private."""
    for name in attr.split('.') if allow_dotted_names else [attr]:
        if name.startswith('_'):
            raise AttributeError('attempt to access private attribute "%s"' % name)
        obj = getattr(obj, name)
    return obj


def list_public_methods(obj):
    return [name for name in dir(obj) if not name.startswith('_') and callable(getattr(obj, name))]


class SimpleXMLRPCDispatcher:
    """Functions, and an object's methods, by the names under which they are called."""

    def __init__(self, allow_none=False, encoding=None, use_builtin_types=False):
        self.funcs, self.instance = {}, None
        self.allow_none, self.encoding, self.use_builtin_types = allow_none, encoding or 'utf-8', use_builtin_types

    def register_instance(self, instance, allow_dotted_names=False):
        self.instance, self.allow_dotted_names = instance, allow_dotted_names

    def register_function(self, function=None, name=None):
        if function is None:
            return lambda function: self.register_function(function, name)
        self.funcs[function.__name__ if name is None else name] = function
        return function

    def register_introspection_functions(self):
        self.funcs.update({'system.listMethods': self.system_listMethods, 'system.methodHelp': self.system_methodHelp,
                           'system.methodSignature': self.system_methodSignature})

    def register_multicall_functions(self):
        self.funcs['system.multicall'] = self.system_multicall

    def _marshaled_dispatch(self, data, dispatch_method=None, path=None):
        more = {'allow_none': self.allow_none, 'encoding': self.encoding}
        try:
            params, method = loads(data, use_builtin_types=self.use_builtin_types)
            response = (dispatch_method or self._dispatch)(method, params)
            response = dumps((response,), methodresponse=1, **more)
        except Fault as fault:
            response = dumps(fault, **more)
        except BaseException as exc:
            response = dumps(Fault(1, '%s:%s' % (type(exc), exc)), **more)
        return response.encode(self.encoding, 'xmlcharrefreplace')

    def system_listMethods(self):
        methods = set(self.funcs)
        if hasattr(self.instance, '_listMethods'):
            methods |= set(self.instance._listMethods())
        elif self.instance is not None and not hasattr(self.instance, '_dispatch'):
            methods |= set(list_public_methods(self.instance))
        return sorted(methods)

    def system_methodSignature(self, method_name):
        return 'signatures not supported'

    def system_methodHelp(self, method_name):
        method = self.funcs.get(method_name)
        if method is None and self.instance is not None:
            if hasattr(self.instance, '_methodHelp'):
                return self.instance._methodHelp(method_name)
            if not hasattr(self.instance, '_dispatch'):
                try:
                    method = resolve_dotted_attribute(self.instance, method_name, self.allow_dotted_names)
                except AttributeError:
                    pass
        if method is None:
            return ''
        import inspect
        return inspect.getdoc(method) or inspect.getcomments(method) or ''

    def system_multicall(self, call_list):
        results = []
        for call in call_list:
            try:
                results.append([self._dispatch(call['methodName'], call['params'])])
            except Fault as fault:
                results.append({'faultCode': fault.faultCode, 'faultString': fault.faultString})
            except BaseException as exc:
                results.append({'faultCode': 1, 'faultString': '%s:%s' % (type(exc), exc)})
        return results

    def _dispatch(self, method, params):
        function = self.funcs.get(method)
        if function is None and method not in self.funcs and self.instance is not None:
            if hasattr(self.instance, '_dispatch'):
                return self.instance._dispatch(method, params)
            try:
                function = resolve_dotted_attribute(self.instance, method, self.allow_dotted_names)
            except AttributeError:
                pass
        if function is None:
            raise Exception('method "%s" is not supported' % method)
        return function(*params)


class SimpleXMLRPCRequestHandler(BaseHTTPRequestHandler):
    """Answers calls."""
    rpc_paths = '/', '/RPC2', '/pydoc.css'
    wbufsize, disable_nagle_algorithm = -1, True
    encode_threshold = 1400
    aepattern = re.compile(r'\s*([^\s;]+)\s*(;\s*q\s*=\s*([0-9.]+))?', re.I)

    def accept_encodings(self):
        """How much each encoding is wanted."""
        found = map(self.aepattern.match, self.headers.get('Accept-Encoding', '').split(','))
        return {one[1]: float(one[3] or 1) for one in found if one}

    def is_rpc_path_valid(self):
        return not self.rpc_paths or self.path in self.rpc_paths

    def do_POST(self):
        if not self.is_rpc_path_valid():
            self.report_404()
            return
        try:
            data = self.decode_request_content(self.rfile.read(int(self.headers['content-length'])))
            if data is None:
                return
            response = self.server._marshaled_dispatch(data, getattr(self, '_dispatch', None), self.path)
        except Exception as error:
            self.send_response(500)
            if getattr(self.server, '_send_traceback_header', False):
                import traceback
                self.send_header('X-exception', str(error))
                self.send_header('X-traceback', traceback.format_exc().encode('ascii', 'backslashreplace').decode())
            self.send_header('Content-length', '0')
            self.end_headers()
            return
        self.send_response(200)
        self.send_header('Content-type', 'text/xml')
        if self.encode_threshold is not None and len(response) > self.encode_threshold and self.accept_encodings().get('gzip'):
            response = gzip_encode(response)
            self.send_header('Content-Encoding', 'gzip')
        self.send_header('Content-length', str(len(response)))
        self.end_headers()
        self.wfile.write(response)

    def decode_request_content(self, data):
        """What was sent, as it was before it was compressed; None: the client was told that it cannot be read."""
        encoding = self.headers.get('content-encoding', 'identity').lower()
        if encoding == 'identity':
            return data
        if encoding == 'gzip':
            try:
                return gzip_decode(data)
            except ValueError:
                self.send_response(400, 'error decoding gzip content')
        else:
            self.send_response(501, 'encoding %r not supported' % encoding)
        self.send_header('Content-length', '0')
        self.end_headers()

    def report_404(self):
        self.send_response(404)
        response = b'No such page'
        self.send_header('Content-type', 'text/plain')
        self.send_header('Content-length', str(len(response)))
        self.end_headers()
        self.wfile.write(response)

    def log_request(self, code='-', size='-'):
        if self.server.logRequests:
            BaseHTTPRequestHandler.log_request(self, code, size)


class SimpleXMLRPCServer(socketserver.TCPServer, SimpleXMLRPCDispatcher):
    """A server whose procedures are registered functions."""
    allow_reuse_address = True
    _send_traceback_header = False

    def __init__(self, addr, requestHandler=SimpleXMLRPCRequestHandler, logRequests=True, allow_none=False, encoding=None,
                 bind_and_activate=True, use_builtin_types=False):
        self.logRequests = logRequests
        SimpleXMLRPCDispatcher.__init__(self, allow_none, encoding, use_builtin_types)
        socketserver.TCPServer.__init__(self, addr, requestHandler, bind_and_activate)  #: 594


class MultiPathXMLRPCServer(SimpleXMLRPCServer):
    """A server with procedures of its own at each path."""

    def __init__(self, *args, **kwargs):
        SimpleXMLRPCServer.__init__(self, *args, **kwargs)
        self.dispatchers = {}

    def add_dispatcher(self, path, dispatcher):
        self.dispatchers[path] = dispatcher
        return dispatcher

    def get_dispatcher(self, path):
        return self.dispatchers[path]

    def _marshaled_dispatch(self, data, dispatch_method=None, path=None):
        try:
            return self.dispatchers[path]._marshaled_dispatch(data, dispatch_method, path)
        except BaseException as exc:
            fault = Fault(1, '%s:%s' % (type(exc), exc))
            return dumps(fault, encoding=self.encoding, allow_none=self.allow_none).encode(self.encoding, 'xmlcharrefreplace')


class CGIXMLRPCRequestHandler(SimpleXMLRPCDispatcher):
    """Answers the one call that a web server hands to a program."""

    def _answer(self, response, *lines):
        import sys
        print(*lines, f'Content-Length: {len(response)}', '', sep='\n')
        sys.stdout.flush()
        sys.stdout.buffer.write(response)
        sys.stdout.buffer.flush()

    def handle_xmlrpc(self, request_text):
        self._answer(self._marshaled_dispatch(request_text), 'Content-Type: text/xml')

    def handle_get(self):
        from http.server import DEFAULT_ERROR_CONTENT_TYPE, DEFAULT_ERROR_MESSAGE
        message, explain = BaseHTTPRequestHandler.responses[400]
        page = DEFAULT_ERROR_MESSAGE % {'code': 400, 'message': message, 'explain': explain}
        self._answer(page.encode(), f'Status: 400 {message}', f'Content-Type: {DEFAULT_ERROR_CONTENT_TYPE}')

    def handle_request(self, request_text=None):
        import os
        import sys
        if request_text is None and os.environ.get('REQUEST_METHOD') == 'GET':
            self.handle_get()
            return
        try:
            length = int(os.environ.get('CONTENT_LENGTH', None))
        except (ValueError, TypeError):
            length = -1
        self.handle_xmlrpc(sys.stdin.read(length) if request_text is None else request_text)
