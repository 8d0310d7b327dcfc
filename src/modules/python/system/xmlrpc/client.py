"""Calls of procedures over HTTP, and values as XML."""
import base64
import errno
import http.client
from urllib.parse import unquote_to_bytes, urlsplit

from _xmlrpc_values import (MAXINT, MININT, Binary, DateTime, Error, ExpatParser, Fault, Marshaller, ProtocolError,
                            ResponseError, Unmarshaller, escape, getparser)

__version__ = '3.13'
PARSE_ERROR, SERVER_ERROR, APPLICATION_ERROR, SYSTEM_ERROR, TRANSPORT_ERROR = -32700, -32600, -32500, -32400, -32300
NOT_WELLFORMED_ERROR, UNSUPPORTED_ENCODING, INVALID_ENCODING_CHAR = -32700, -32701, -32702
INVALID_XMLRPC, METHOD_NOT_FOUND, INVALID_METHOD_PARAMS, INTERNAL_ERROR = -32600, -32601, -32602, -32603
boolean = Boolean = bool


def dumps(params, methodname=None, methodresponse=None, encoding=None, allow_none=False):
    """A call, an answer, or values as XML."""
    assert isinstance(params, (tuple, Fault)), 'argument must be tuple or Fault instance'
    if isinstance(params, Fault):
        methodresponse = 1
    elif methodresponse and isinstance(params, tuple):
        assert len(params) == 1, 'response tuple must be a singleton'
    data = Marshaller(encoding, allow_none).dumps(params)
    head = "<?xml version='1.0'?>\n" if not encoding or encoding == 'utf-8' else f"<?xml version='1.0' encoding='{encoding}'?>\n"
    if methodname:
        return f'{head}<methodCall>\n<methodName>{methodname}</methodName>\n{data}</methodCall>\n'
    if methodresponse:
        return f'{head}<methodResponse>\n{data}</methodResponse>\n'
    return data


def loads(data, use_datetime=False, use_builtin_types=False):
    """The values, and the name of the method that is called with them."""
    parser, target = getparser(use_datetime, use_builtin_types)
    parser.feed(data)
    parser.close()
    return target.close(), target.getmethodname()  #: 1005 return «u.close()», u.getmethodname()


def gzip_encode(data):
    import gzip
    return gzip.compress(data, 1)


def gzip_decode(data, max_decode=20971520):
    """What was compressed; so many bytes at most, if that is no negative number."""
    import gzip
    from io import BytesIO
    with gzip.GzipFile(mode='rb', fileobj=BytesIO(data)) as file:
        try:
            decoded = file.read(max_decode + 1 if max_decode >= 0 else -1)
        except OSError:
            raise ValueError('invalid data')
    if 0 <= max_decode < len(decoded):
        raise ValueError('max gzipped payload length exceeded')
    return decoded


class _Method:
    """A procedure of a server; one of its attributes is another."""

    def __init__(self, send, name):
        self.__send, self.__name = send, name

    def __getattr__(self, name):
        return _Method(self.__send, f'{self.__name}.{name}')

    def __call__(self, *args):
        return self.__send(self.__name, args)  #: 1096


class MultiCallIterator:
    """The answers of several calls."""

    def __init__(self, results):
        self.results = results

    def __getitem__(self, i):
        item = self.results[i]
        if isinstance(item, dict):
            raise Fault(item['faultCode'], item['faultString'])  #: 828
        if isinstance(item, list):
            return item[0]
        raise ValueError('unexpected type in multicall result')  #: 832 raise ValueError("unexpected type in multicall result")


class MultiCall:
    """Calls that are sent at once."""

    def __init__(self, server):
        self.__server, self.__calls = server, []

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x}>'

    def __getattr__(self, name):
        return _Method(lambda name, args: self.__calls.append((name, args)), name)

    def __call__(self):
        calls = [{'methodName': name, 'params': args} for name, args in self.__calls]
        return MultiCallIterator(self.__server.system.multicall(calls))  #: 866 return MultiCallIterator(«self.__server.system.multicall(marshalled_list)»)


class Transport:
    """The way to a server."""
    user_agent = f'Python-xmlrpc/{__version__}'
    accept_gzip_encoding, encode_threshold = True, None

    def __init__(self, use_datetime=False, use_builtin_types=False, *, headers=()):
        self._use_datetime, self._use_builtin_types = use_datetime, use_builtin_types
        self._connection, self._headers, self._extra_headers = (None, None), list(headers), []

    def request(self, host, handler, request_body, verbose=False):
        for again in False, True:
            try:
                return self.single_request(host, handler, request_body, verbose)  #: 1140
            except http.client.RemoteDisconnected:
                if again:
                    raise
            except OSError as e:
                if again or e.errno not in (errno.ECONNRESET, errno.ECONNABORTED, errno.EPIPE):
                    raise

    def single_request(self, host, handler, request_body, verbose=False):
        try:
            connection = self.send_request(host, handler, request_body, verbose)  #: 1152 http_conn = «self.send_request(host, handler, request_body, verbose)»
            resp = connection.getresponse()  #: 1153 resp = «http_conn.getresponse()»
            if resp.status == 200:
                self.verbose = verbose
                return self.parse_response(resp)  #: 1156
        except Fault:
            raise
        except Exception:
            self.close()
            raise
        if resp.getheader('content-length', ''):
            resp.read()
        raise ProtocolError(host + handler, resp.status, resp.reason, dict(resp.getheaders()))  #: 1170 raise ProtocolError(⏎    host + handler,⏎    resp.status, resp.reason,⏎    dict(resp.getheaders())⏎    )

    def getparser(self):
        return getparser(use_datetime=self._use_datetime, use_builtin_types=self._use_builtin_types)

    def get_host_info(self, host):
        """The host alone, the headers that say who asks, and certificates."""
        host, certificates = host if isinstance(host, tuple) else (host, {})
        user, at, host = host.rpartition('@')
        if not user:
            return host, [], certificates
        words = base64.b64encode(unquote_to_bytes(user)).decode()
        return host, [('Authorization', f'Basic {words}')], certificates

    def _connect(self, host):
        return http.client.HTTPConnection(host)

    def make_connection(self, host):
        if self._connection[0] != host:
            place, self._extra_headers, _ = self.get_host_info(host)
            self._connection = host, self._connect(place)
        return self._connection[1]

    def close(self):
        connection, self._connection = self._connection[1], (None, None)
        if connection:
            connection.close()

    def send_request(self, host, handler, request_body, debug):
        connection = self.make_connection(host)
        if debug:
            connection.set_debuglevel(1)
        connection.putrequest('POST', handler, skip_accept_encoding=self.accept_gzip_encoding)
        packed = [('Accept-Encoding', 'gzip')] if self.accept_gzip_encoding else []
        self.send_headers(connection, [*self._headers, *self._extra_headers, *packed, ('Content-Type', 'text/xml'),
                                       ('User-Agent', self.user_agent)])
        self.send_content(connection, request_body)  #: 1265
        return connection

    def send_headers(self, connection, headers):
        for key, value in headers:
            connection.putheader(key, value)

    def send_content(self, connection, request_body):
        if self.encode_threshold is not None and self.encode_threshold < len(request_body):
            connection.putheader('Content-Encoding', 'gzip')
            request_body = gzip_encode(request_body)
        connection.putheader('Content-Length', str(len(request_body)))
        connection.endheaders(request_body)  #: 1295

    def parse_response(self, response):
        is_packed = hasattr(response, 'getheader') and response.getheader('Content-Encoding', '') == 'gzip'
        stream = __getattr__('GzipDecodedResponse')(response) if is_packed else response
        parser, target = self.getparser()
        while data := stream.read(1024):
            if self.verbose:
                print('body:', repr(data))
            parser.feed(data)
        if is_packed:
            stream.close()
        parser.close()
        return target.close()  #: 1325 return «u.close()»


class SafeTransport(Transport):
    """The same over https."""

    def __init__(self, use_datetime=False, use_builtin_types=False, *, headers=(), context=None):
        super().__init__(use_datetime, use_builtin_types, headers=headers)
        self.context = context

    def _connect(self, host):
        return http.client.HTTPSConnection(host, context=self.context)


def __getattr__(name):
    if name != 'GzipDecodedResponse':
        raise AttributeError(f"module 'xmlrpc.client' has no attribute '{name}'")
    import gzip
    from io import BytesIO

    class GzipDecodedResponse(gzip.GzipFile):
        """An answer that was compressed."""
        __module__, __qualname__ = 'xmlrpc.client', 'GzipDecodedResponse'

        def __init__(self, response):
            self.io = BytesIO(response.read())
            super().__init__(mode='rb', fileobj=self.io)

        def close(self):
            try:
                super().close()
            finally:
                self.io.close()

    globals()['GzipDecodedResponse'] = GzipDecodedResponse
    return GzipDecodedResponse


class ServerProxy:
    """A server whose procedures are called as methods."""

    def __init__(self, uri, transport=None, encoding=None, verbose=False, allow_none=False, use_datetime=False,
                 use_builtin_types=False, *, headers=(), context=None):
        parts = urlsplit(uri)
        if parts.scheme not in ('http', 'https'):
            raise OSError('unsupported XML-RPC protocol')  #: 1403 raise OSError("unsupported XML-RPC protocol")
        self.__host = parts.netloc
        self.__handler = parts._replace(scheme='', netloc='').geturl() or '/RPC2'
        if transport is None:
            kind, more = (SafeTransport, {'context': context}) if parts.scheme == 'https' else (Transport, {})
            transport = kind(use_datetime, use_builtin_types, headers=headers, **more)
        self.__transport, self.__encoding = transport, encoding or 'utf-8'
        self.__verbose, self.__allow_none = verbose, allow_none

    def __close(self):
        self.__transport.close()

    def __request(self, methodname, params):
        request = dumps(params, methodname, encoding=self.__encoding, allow_none=self.__allow_none)
        request = request.encode(self.__encoding, 'xmlcharrefreplace')
        response = self.__transport.request(self.__host, self.__handler, request, verbose=self.__verbose)  #: 1435 response = «self.__transport.request(⏎    self.__host,⏎    self.__handler,⏎    request,⏎    verbose=self.__verbose⏎    )»
        return response[0] if len(response) == 1 else response

    def __repr__(self):
        return f'<{type(self).__name__} for {self.__host}{self.__handler}>'

    def __getattr__(self, name):
        return _Method(self.__request, name)

    def __call__(self, attr):
        if attr == 'close':
            return self.__close
        if attr == 'transport':
            return self.__transport
        raise AttributeError(f'Attribute {attr!r} not found')

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.__close()


Server = ServerProxy
