"""Requests over HTTP by hand: a connection, a request, its response."""
import socket
from io import BufferedIOBase
from urllib.request import HTTPMessage

from http import HTTPStatus

__all__ = ['HTTPResponse', 'HTTPConnection', 'HTTPSConnection', 'HTTPException', 'NotConnected', 'UnknownProtocol',
           'UnknownTransferEncoding', 'UnimplementedFileMode', 'IncompleteRead', 'InvalidURL', 'ImproperConnectionState',
           'CannotSendRequest', 'CannotSendHeader', 'ResponseNotReady', 'BadStatusLine', 'LineTooLong',
           'RemoteDisconnected', 'error', 'responses']
HTTP_PORT, HTTPS_PORT = 80, 443
responses = {int(status): status.phrase for status in HTTPStatus}
globals().update({status.name: status for status in HTTPStatus})
_MAX_LINE = 65536
_UNSET = object()


class HTTPException(Exception):
    pass


class NotConnected(HTTPException):
    pass


class InvalidURL(HTTPException):
    pass


class UnknownProtocol(HTTPException):
    def __init__(self, version):
        self.args, self.version = (version,), version


class UnknownTransferEncoding(HTTPException):
    pass


class UnimplementedFileMode(HTTPException):
    pass


class IncompleteRead(HTTPException):
    """The connection ended before all that was promised."""

    def __init__(self, partial, expected=None):
        self.args, self.partial, self.expected = (partial,), partial, expected

    def __repr__(self):
        more = '' if self.expected is None else f', {self.expected} more expected'
        return f'{type(self).__name__}({len(self.partial)} bytes read{more})'

    __str__ = object.__str__


class ImproperConnectionState(HTTPException):
    pass


class CannotSendRequest(ImproperConnectionState):
    pass


class CannotSendHeader(ImproperConnectionState):
    pass


class ResponseNotReady(ImproperConnectionState):
    pass


class BadStatusLine(HTTPException):
    def __init__(self, line):
        line = line or repr(line)
        self.args, self.line = (line,), line


class LineTooLong(HTTPException):
    def __init__(self, kind):
        super().__init__(f'got more than {_MAX_LINE} bytes when reading {kind}')


class RemoteDisconnected(ConnectionResetError, BadStatusLine):
    def __init__(self, *args, **kwargs):
        BadStatusLine.__init__(self, '')
        ConnectionResetError.__init__(self, *args, **kwargs)


error = HTTPException


def read_headers(file):
    """The pairs before the empty line."""
    pairs = []
    while (line := file.readline(_MAX_LINE + 1)) not in (b'\r\n', b'\n', b''):
        if len(line) > _MAX_LINE:
            raise LineTooLong('header line')
        name, _, value = line.decode('latin-1').rstrip('\r\n').partition(':')
        pairs.append((name.strip(), value.strip()))
    return HTTPMessage(pairs)


parse_headers = read_headers


class HTTPResponse(BufferedIOBase):
    """A status, headers, and a body that is read from the connection."""

    def __init__(self, sock, debuglevel=0, method=None, url=None):
        self.fp, self._method, self.headers = sock.makefile('rb'), method, None
        self.version = self.status = self.reason = self.length = self.chunked = self.will_close = None
        self._left = 0

    def _read_status(self):
        line = self.fp.readline(_MAX_LINE + 1).decode('latin-1')  #: 292 line = str(«self.fp.readline(_MAXLINE + 1)», "iso-8859-1")
        if not line:
            raise RemoteDisconnected('Remote end closed connection without response')  #: 300 raise RemoteDisconnected("Remote end closed connection without"⏎                         " response")
        version, _, rest = line.strip().partition(' ')
        status, _, reason = rest.partition(' ')
        if not version.startswith('HTTP/'):
            self._close_conn()
            raise BadStatusLine(line)  #: 313
        if not status.isdigit():
            raise BadStatusLine(line)  #: 321
        if not 100 <= int(status) <= 999:
            raise BadStatusLine(line)  #: 319
        return version, status, reason

    def begin(self):
        if self.headers is not None:
            return
        while True:
            version, status, reason = self._read_status()  #: 331
            if status != '100':
                break
            read_headers(self.fp)
        self.code = self.status = int(status)
        self.reason = reason.strip()
        self.version = 10 if version in ('HTTP/1.0', 'HTTP/0.9') else 11
        self.headers = self.msg = read_headers(self.fp)
        self.chunked = self.headers.get('Transfer-Encoding', '').lower() == 'chunked'
        wish = self.headers.get('Connection', '').lower()
        self.will_close = 'close' in wish if self.version == 11 else 'keep-alive' not in wish
        length = self.headers.get('Content-Length')
        self.length = int(length) if length and length.isdigit() and not self.chunked else None
        if self.status in (204, 304) or self.status < 200 or self._method == 'HEAD':
            self.length = 0
        if not self.will_close and not self.chunked and self.length is None:
            self.will_close = True

    def _close_conn(self):
        fp, self.fp = self.fp, None
        if fp is not None:
            fp.close()  #: 428

    def close(self):
        super().close()
        self._close_conn()  #: 435

    def isclosed(self):
        return self.fp is None

    def readable(self):
        return True

    def fileno(self):
        return self.fp.fileno()  #: 726

    def _chunk(self, size):
        """At most so many bytes of the chunk that is being read."""
        if not self._left:
            line = self.fp.readline(_MAX_LINE + 1).partition(b';')[0].strip()
            try:
                self._left = int(line, 16)
            except ValueError:
                self._close_conn()
                raise IncompleteRead(b'') from None
            if not self._left:
                read_headers(self.fp)
                self._close_conn()
                return b''
        found = self.fp.read(self._left if size is None else min(size, self._left))
        self._left -= len(found)
        if not self._left:
            self.fp.readline()
        return found

    def read(self, amt=None):
        if self.fp is None:
            return b''
        if self._method == 'HEAD':
            self._close_conn()
            return b''
        if amt is not None and amt < 0:
            amt = None
        if self.chunked:
            found = b''
            while self.fp is not None and (amt is None or len(found) < amt):
                found += self._chunk(None if amt is None else amt - len(found))
            return found
        wanted = self.length if amt is None else amt if self.length is None else min(amt, self.length)
        found = self.fp.read() if wanted is None else self.fp.read(wanted)
        if self.length is not None:
            self.length -= len(found)
        if amt is None and wanted is not None and len(found) < wanted:
            self._close_conn()
            raise IncompleteRead(found, wanted - len(found))
        if not found and amt or amt is None or self.length == 0:
            self._close_conn()
        return found

    def read1(self, n=-1):
        if self.fp is None or self._method == 'HEAD':
            return b''
        if self.chunked:
            return self._chunk(None if n < 0 else n)
        if self.length is not None and not 0 <= n <= self.length:
            n = self.length
        found = self.fp.read1(n)
        if self.length is not None:
            self.length -= len(found)
        if not found and n or self.length == 0:
            self._close_conn()
        return found

    def readinto(self, b):
        found = self.read(len(b))
        b[:len(found)] = found
        return len(found)

    def readline(self, limit=-1):
        found = b''
        while (limit < 0 or len(found) < limit) and (one := self.read(1)):
            found += one
            if one == b'\n':
                break
        return found

    def getheader(self, name, default=None):
        if self.headers is None:
            raise ResponseNotReady()  #: 741
        found = self.headers.get_all(name)
        return default if not found else ', '.join(found)

    def getheaders(self):
        if self.headers is None:
            raise ResponseNotReady()  #: 751
        return list(self.headers.items())

    def info(self):
        return self.headers

    def getcode(self):
        return self.status

    def geturl(self):
        return getattr(self, 'url', None)


class HTTPConnection:
    """A connection with a server: one request after another."""
    default_port = HTTP_PORT
    auto_open = 1
    debuglevel = 0

    def __init__(self, host, port=None, timeout=_UNSET, source_address=None, blocksize=8192):
        self.timeout, self.source_address, self.blocksize = timeout, source_address, blocksize
        self.sock, self._response, self._lines, self._method, self._tunnel = None, None, None, None, None
        if port is None:
            head, colon, tail = host.rpartition(':')
            if colon and ']' not in tail:
                if tail and not tail.isdigit():
                    raise InvalidURL(f"nonnumeric port: '{tail}'")
                host, port = head, int(tail) if tail else self.default_port
            else:
                port = self.default_port
        self.host, self.port = host.strip('[]'), port

    def set_debuglevel(self, level):
        self.debuglevel = level

    def set_tunnel(self, host, port=None, headers=None):
        import _frames
        _frames.not_supported('a tunnel through a proxy', 'a connection with the host itself')

    def connect(self):
        wait = {} if self.timeout is _UNSET else {'timeout': self.timeout}
        self.sock = socket.create_connection((self.host, self.port), source_address=self.source_address, **wait)  #: 1001 self.sock = «self._create_connection(⏎    (self.host,self.port), self.timeout, self.source_address)»
        self.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def close(self):
        sock, self.sock, response, self._response = self.sock, None, self._response, None
        self._lines = None
        if sock is not None:
            sock.close()
        if response is not None:
            response.close()  #: 1025

    def send(self, data):
        if self.sock is None:
            if not self.auto_open:
                raise NotConnected()  #: 1037
            self.connect()  #: 1035
        if hasattr(data, 'read'):
            while part := data.read(self.blocksize):
                self.sock.sendall(part.encode('latin-1') if isinstance(part, str) else part)
        elif isinstance(data, (bytes, bytearray, memoryview)):
            self.sock.sendall(data)
        else:
            for part in data:
                self.sock.sendall(part)

    def putrequest(self, method, url, skip_host=False, skip_accept_encoding=False):
        if self._response is not None and self._response.isclosed():
            self._response = None
        if self._lines is not None or self._response is not None:
            raise CannotSendRequest('Request-sent' if self._response is not None else 'Request-started')
        if any(c <= ' ' or c == '\x7f' for c in url):
            raise InvalidURL(f"URL can't contain control characters. {url!r} (found at least "
                             f"{next(c for c in url if c <= ' ' or c == chr(127))!r})")
        self._method, self._lines = method, [f'{method} {url or "/"} HTTP/1.1'.encode('ascii')]
        if not skip_host:
            self.putheader('Host', self.host if self.port == self.default_port else f'{self.host}:{self.port}')
        if not skip_accept_encoding:
            self.putheader('Accept-Encoding', 'identity')  #: 1249

    def putheader(self, header, *values):
        if self._lines is None:
            raise CannotSendHeader()  #: 1298
        values = [value if isinstance(value, bytes) else str(value).encode('latin-1') for value in values]
        name = header if isinstance(header, bytes) else header.encode('ascii')
        self._lines.append(name + b': ' + b'\r\n\t'.join(values))

    def endheaders(self, message_body=None, *, encode_chunked=False):
        if self._lines is None:
            raise CannotSendHeader()  #: 1330
        self._send_output(message_body, encode_chunked=encode_chunked)  #: 1331

    def _send_output(self, message_body, encode_chunked):
        msg = b'\r\n'.join(self._lines) + b'\r\n\r\n'
        self._lines = None
        self.send(msg)  #: 1091
        if message_body is not None:
            if encode_chunked:
                parts = [message_body] if isinstance(message_body, (bytes, bytearray)) else message_body
                for part in parts:
                    if part:
                        self.send(f'{len(part):X}\r\n'.encode() + part + b'\r\n')
                self.send(b'0\r\n\r\n')  #: 1134
            else:
                self.send(message_body)
        self._response = HTTPResponse(self.sock, method=self._method)

    def request(self, method, url, body=None, headers={}, *, encode_chunked=False):
        self._send_request(method, url, body, headers, encode_chunked)  #: 1336

    def _send_request(self, method, url, body, headers, encode_chunked):
        known = {name.lower() for name in headers}
        self.putrequest(method, url, 'host' in known, 'accept-encoding' in known)
        if isinstance(body, str):
            body = body.encode('latin-1')
        encode_chunked = encode_chunked and 'transfer-encoding' in known
        if 'content-length' not in known and 'transfer-encoding' not in known:
            if body is None:
                if method.upper() in ('PATCH', 'POST', 'PUT'):
                    self.putheader('Content-Length', '0')
            elif hasattr(body, '__len__'):
                self.putheader('Content-Length', str(len(body)))
            else:
                body = body.read() if hasattr(body, 'read') else body
                if isinstance(body, (bytes, str)):
                    body = body.encode('latin-1') if isinstance(body, str) else body
                    self.putheader('Content-Length', str(len(body)))
                else:
                    self.putheader('Transfer-Encoding', 'chunked')  #: 1370
                    encode_chunked = True
        for name, value in headers.items():
            self.putheader(name, value)
        self.endheaders(body, encode_chunked=encode_chunked)  #: 1382

    def getresponse(self):
        response = self._response
        if response is not None and response.isclosed():
            response = self._response = None
        if response is None or response.headers is not None:
            raise ResponseNotReady('Idle' if response is None else 'Request-sent')
        try:
            response.begin()  #: 1428
        except (ConnectionError, BadStatusLine):
            self.close()
            raise
        if response.will_close:
            sock, self.sock, self._response = self.sock, None, None
            sock.close()
        return response


class HTTPSConnection(HTTPConnection):
    """The same over an encrypted connection."""
    default_port = HTTPS_PORT

    def __init__(self, host, port=None, *, timeout=_UNSET, source_address=None, context=None, blocksize=8192):
        super().__init__(host, port, timeout, source_address, blocksize)
        import ssl
        self._context = ssl.create_default_context() if context is None else context

    def connect(self):
        super().connect()  #: 1470
        self.sock = self._context.wrap_socket(self.sock, server_hostname=self.host)
