"""Requests over HTTP by hand: a connection, a request, its response."""
import re as _re
import socket
from io import TextIOBase as _TextIOBase
from urllib.request import HTTPMessage
from _http_errors import (BadStatusLine, CannotSendHeader, CannotSendRequest, HTTPException, ImproperConnectionState,
                          IncompleteRead, InvalidURL, LineTooLong, NotConnected, RemoteDisconnected, ResponseNotReady,
                          UnimplementedFileMode, UnknownProtocol, UnknownTransferEncoding)
from http import HTTPStatus

from http._client_responses import HTTPResponse, _header_lines, parse_headers

__all__ = ['HTTPResponse', 'HTTPConnection', 'HTTPSConnection', 'HTTPException', 'NotConnected', 'UnknownProtocol',
           'UnknownTransferEncoding', 'UnimplementedFileMode', 'IncompleteRead', 'InvalidURL', 'ImproperConnectionState',
           'CannotSendRequest', 'CannotSendHeader', 'ResponseNotReady', 'BadStatusLine', 'LineTooLong',
           'RemoteDisconnected', 'error', 'responses']
HTTP_PORT, HTTPS_PORT = 80, 443
responses = {int(status): status.phrase for status in HTTPStatus}
globals().update(HTTPStatus.__members__)
_UNSET = object()
_UNFIT = _re.compile('[\\x00-\\x20\\x7f]')
_UNFIT_METHOD = _re.compile('[\\x00-\\x1f]')
_HEADER_NAME = _re.compile(rb'[^:\s][^:\r\n]*')
_BROKEN_VALUE = _re.compile(rb'\n(?![ \t])|\r(?![ \t\n])')


error = HTTPException


def _encoded(text, what='data'):
    try:
        return text.encode('latin-1')
    except UnicodeEncodeError as err:
        raise UnicodeEncodeError(err.encoding, err.object, err.start, err.end, "%s (%.20r) is not valid Latin-1. Use %s.encode('utf-8') if you want to send it "
                                 'encoded in UTF-8.' % (what.title(), text[err.start:err.end], what)) from None


def _check_characters(text, pattern, error, what):
    if found := pattern.search(text):
        raise error(f"{what} can't contain control characters. {text!r} (found at least {found.group()!r})")


def _host_and_port(host, port, default):  #: in http/client.py _get_hostport
    if port is None:
        head, colon, tail = host.rpartition(':')
        port = default
        if colon and ']' not in tail:
            host = head
            try:
                port = int(tail) if tail else default  #: 930 port = «int(host[i+1:])»
            except ValueError:
                raise InvalidURL(f"nonnumeric port: '{tail}'")  #: 935 raise InvalidURL("nonnumeric port: '%s'" % host[i+1:])
    return host[1:-1] if host[:1] == '[' and host[-1:] == ']' else host, port


def _ascii(host):
    try:
        return host.encode('ascii')
    except UnicodeEncodeError:
        return host.encode('idna')


class HTTPConnection:
    """A connection with a server: one request after another."""
    _http_vsn, _http_vsn_str = 11, 'HTTP/1.1'
    response_class = HTTPResponse
    default_port = HTTP_PORT
    auto_open = 1
    debuglevel = 0

    def __init__(self, host, port=None, timeout=_UNSET, source_address=None, blocksize=8192):
        self.timeout, self.source_address, self.blocksize = timeout, source_address, blocksize
        self.sock, self._response, self._state, self._buffer, self._method = None, None, 'Idle', [], None
        self._tunnel_host, self._tunnel_port, self._tunnel_headers, self._proxy_lines = None, None, {}, None
        self.host, self.port = _host_and_port(host, port, self.default_port)  #: 880 (self.host, self.port) = «self._get_hostport(host, port)»
        self._validate_host(self.host)  #: 882
        self._create_connection = socket.create_connection

    def set_debuglevel(self, level):
        self.debuglevel = level

    def set_tunnel(self, host, port=None, headers=None):
        if self.sock:
            raise RuntimeError("Can't set up tunnel for established connection")
        self._tunnel_host, self._tunnel_port = _host_and_port(host, port, self.default_port)  #: 913 self._tunnel_host, self._tunnel_port = «self._get_hostport(host, port)»
        self._tunnel_headers = dict(headers or {})
        if not any(name.lower() == 'host' for name in self._tunnel_headers):
            self._tunnel_headers['Host'] = f'{self._tunnel_host.encode("idna").decode("ascii")}:{self._tunnel_port}'

    def get_proxy_response_headers(self):
        if self._proxy_lines is not None:
            from io import BytesIO
            return parse_headers(BytesIO(b''.join(self._proxy_lines)))

    def _tunnel(self):
        """Asks the host that was connected with to pass everything on to another."""
        host = self._tunnel_host.encode('idna').decode('ascii')
        lines = [f'CONNECT {f"[{host}]" if ":" in host else host}:{self._tunnel_port} {self._http_vsn_str}\r\n',
                 *(f'{name}: {value}\r\n' for name, value in self._tunnel_headers.items()), '\r\n']
        self.send(''.join(lines).encode('latin-1'))
        response = self.response_class(self.sock, method=self._method)
        try:
            _, code, message = response._read_status()
            self._proxy_lines = _header_lines(response.fp)
            if self.debuglevel > 0:
                for line in self._proxy_lines:
                    print('header:', line.decode())
            if code != 200:
                self.close()
                raise OSError(f'Tunnel connection failed: {code} {message.strip()}')
        finally:
            response.close()

    def connect(self):
        wait = () if self.timeout is _UNSET else (self.timeout,)
        source = {} if self.source_address is None else {'source_address': self.source_address}
        self.sock = self._create_connection((self.host, self.port), *wait, **source)  #: 1001 self.sock = «self._create_connection(⏎    (self.host,self.port), self.timeout, self.source_address)»
        self.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if self._tunnel_host:
            self._tunnel()

    def close(self):
        self._state = 'Idle'
        sock, self.sock, response, self._response = self.sock, None, self._response, None
        if sock is not None:
            sock.close()
        if response is not None:
            response.close()  #: 1025

    def _parts(self, file):
        if self.debuglevel > 0:
            print('reading a readable')
        is_text = isinstance(file, _TextIOBase)
        if is_text and self.debuglevel > 0:
            print('encoding file using iso-8859-1')
        while part := file.read(self.blocksize):
            yield part.encode('latin-1') if is_text else part

    def send(self, data):
        if self.sock is None:
            if not self.auto_open:
                raise NotConnected()  #: 1037
            self.connect()  #: 1035
        if self.debuglevel > 0:
            print('send:', repr(data))
        if hasattr(data, 'read'):
            for part in self._parts(data):
                self.sock.sendall(part)
            return
        try:
            self.sock.sendall(data)
        except TypeError:
            if not hasattr(data, '__iter__'):
                raise TypeError(f'data should be a bytes-like object or an iterable, got {type(data)!r}') from None
            for part in data:
                self.sock.sendall(part)

    def putrequest(self, method, url, skip_host=False, skip_accept_encoding=False):
        if self._response is not None and self._response.isclosed():
            self._response = None
        if self._state != 'Idle':
            raise CannotSendRequest(self._state)
        self._state = 'Request-started'
        _check_characters(method, _UNFIT_METHOD, ValueError, 'method')
        self._method, url = method, url or '/'
        self._validate_path(url)
        self._buffer.append(self._encode_request(f'{method} {url} {self._http_vsn_str}'))
        if self._http_vsn != 11:
            return
        if not skip_host:
            self._put_host(url)
        if not skip_accept_encoding:
            self.putheader('Accept-Encoding', 'identity')  #: 1249

    def _put_host(self, url):
        if url.startswith('http'):
            from urllib.parse import urlsplit
            if named := urlsplit(url).netloc:
                self.putheader('Host', _ascii(named))
                return
        host, port = (self._tunnel_host, self._tunnel_port) if self._tunnel_host else (self.host, self.port)
        host = _ascii(host)
        if b':' in host:
            host = b'[' + host.partition(b'%')[0] + b']'
        self.putheader('Host', host if port == self.default_port else f'{host.decode("ascii")}:{port}')

    def _validate_path(self, url):
        _check_characters(url, _UNFIT, InvalidURL, 'URL')

    def _validate_host(self, host):  #: in http/client.py
        if found := _UNFIT.search(host):
            raise InvalidURL(f"URL can't contain control characters. {host!r} (found at least {found.group()!r})")  #: 1289 raise InvalidURL(f"URL can't contain control characters. {host!r} "⏎                 f"(found at least {match.group()!r})")

    def _encode_request(self, request):
        return request.encode('ascii')

    def _output(self, s):
        """A line of what is sent next."""
        self._buffer.append(s)

    def putheader(self, header, *values):
        if self._state != 'Request-started':
            raise CannotSendHeader()  #: 1298
        name = header.encode('ascii') if hasattr(header, 'encode') else header
        if not _HEADER_NAME.fullmatch(name):
            raise ValueError(f'Invalid header name {name!r}')
        parts = []
        for value in values:
            value = value.encode('latin-1') if hasattr(value, 'encode') else (
                str(value).encode('ascii') if isinstance(value, int) else value)
            if _BROKEN_VALUE.search(value):
                raise ValueError(f'Invalid header value {value!r}')
            parts.append(value)
        self._buffer.append(name + b': ' + b'\r\n\t'.join(parts))

    def endheaders(self, message_body=None, *, encode_chunked=False):
        if self._state != 'Request-started':
            raise CannotSendHeader()  #: 1330
        self._state = 'Request-sent'
        self._send_output(message_body, encode_chunked=encode_chunked)  #: 1331

    def _send_output(self, message_body, encode_chunked):
        msg = b'\r\n'.join(self._buffer) + b'\r\n\r\n'
        del self._buffer[:]
        self.send(msg)  #: 1091
        if message_body is None:
            return
        if hasattr(message_body, 'read'):
            parts = self._parts(message_body)
        else:
            try:
                memoryview(message_body)
                parts = message_body,
            except TypeError:
                try:
                    parts = iter(message_body)
                except TypeError:
                    raise TypeError('message_body should be a bytes-like object or an iterable, got '
                                    f'{type(message_body)!r}') from None
        chunked = encode_chunked and self._http_vsn == 11
        for part in parts:
            if not part:
                if self.debuglevel > 0:
                    print('Zero length chunk ignored')
                continue
            self.send(f'{len(part):X}\r\n'.encode() + part + b'\r\n' if chunked else part)
        if chunked:
            self.send(b'0\r\n\r\n')  #: 1134

    @staticmethod
    def _get_content_length(body, method):
        """A body's length, if that can be known before it is sent."""
        if body is None:
            return 0 if method.upper() in ('PATCH', 'POST', 'PUT') else None
        if hasattr(body, 'read'):
            return None
        try:
            return memoryview(body).nbytes
        except TypeError:
            return len(body) if isinstance(body, str) else None

    def request(self, method, url, body=None, headers={}, *, encode_chunked=False):
        self._send_request(method, url, body, headers, encode_chunked)  #: 1336

    def _send_request(self, method, url, body, headers, encode_chunked):
        known = {name.lower() for name in headers}
        self.putrequest(method, url, 'host' in known, 'accept-encoding' in known)
        if 'content-length' in known:
            encode_chunked = False
        elif 'transfer-encoding' not in known:
            length = self._get_content_length(body, method)
            encode_chunked = length is None and body is not None
            if length is not None:
                self.putheader('Content-Length', str(length))
            elif encode_chunked:
                if self.debuglevel > 0:
                    print(f'Unable to determine size of {body!r}')
                self.putheader('Transfer-Encoding', 'chunked')  #: 1370
        for name, value in headers.items():  #: 1376 for hdr, value in «headers.items»():
            self.putheader(name, value)
        if isinstance(body, str):
            body = _encoded(body, 'body')
        self.endheaders(body, encode_chunked=encode_chunked)  #: 1382

    def getresponse(self):
        if self._response is not None and self._response.isclosed():
            self._response = None
        if self._state != 'Request-sent' or self._response is not None:
            raise ResponseNotReady(self._state)  #: 1418 raise ResponseNotReady(self.__state)
        debug = (self.debuglevel,) if self.debuglevel > 0 else ()
        response = self.response_class(self.sock, *debug, method=self._method)  #: 1424 response = «self.response_class(self.sock, method=self._method)»
        try:
            try:
                response.begin()  #: 1428
            except ConnectionError:
                self.close()
                raise
            self._state = 'Idle'
            if response.will_close:
                self.close()
            else:
                self._response = response
            return response
        except:
            response.close()
            raise


class HTTPSConnection(HTTPConnection):
    """The same over an encrypted connection."""
    default_port = HTTPS_PORT

    def __init__(self, host, port=None, *, timeout=_UNSET, source_address=None, context=None, blocksize=8192):
        super().__init__(host, port, timeout, source_address, blocksize)
        import ssl
        self._context = ssl.create_default_context() if context is None else context

    def connect(self):
        super().connect()  #: 1470
        self.sock = self._context.wrap_socket(self.sock, server_hostname=self._tunnel_host or self.host)
