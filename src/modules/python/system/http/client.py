"""Requests over HTTP by hand: a connection, a request, its response."""
import re as _re
import socket
from io import BufferedIOBase, TextIOBase as _TextIOBase
from urllib.request import HTTPMessage

from _http_errors import (HTTPException, NotConnected, InvalidURL, UnknownProtocol, UnknownTransferEncoding,
                          UnimplementedFileMode, IncompleteRead, ImproperConnectionState, CannotSendRequest,
                          CannotSendHeader, ResponseNotReady, BadStatusLine, LineTooLong, RemoteDisconnected)
from http import HTTPStatus

__all__ = ['HTTPResponse', 'HTTPConnection', 'HTTPSConnection', 'HTTPException', 'NotConnected', 'UnknownProtocol',
           'UnknownTransferEncoding', 'UnimplementedFileMode', 'IncompleteRead', 'InvalidURL', 'ImproperConnectionState',
           'CannotSendRequest', 'CannotSendHeader', 'ResponseNotReady', 'BadStatusLine', 'LineTooLong',
           'RemoteDisconnected', 'error', 'responses']
HTTP_PORT, HTTPS_PORT = 80, 443
responses = {int(status): status.phrase for status in HTTPStatus}
globals().update(HTTPStatus.__members__)
_MAX_LINE = 65536
_UNSET = object()
_UNFIT = _re.compile('[\\x00-\\x20\\x7f]')
_UNFIT_METHOD = _re.compile('[\\x00-\\x1f]')
_HEADER_NAME = _re.compile(rb'[^:\s][^:\r\n]*')
_BROKEN_VALUE = _re.compile(rb'\n(?![ \t])|\r(?![ \t\n])')


error = HTTPException


def _header_lines(file):
    lines = []
    while (line := file.readline(_MAX_LINE + 1)) not in (b'\r\n', b'\n', b''):
        if len(line) > _MAX_LINE:
            raise LineTooLong('header line')
        if len(lines) == 100:
            raise HTTPException('got more than 100 headers')
        lines.append(line)
    return lines


def parse_headers(fp, _class=HTTPMessage):
    """What stands before the empty line."""
    pairs = []
    for line in _header_lines(fp):
        line = line.decode('latin-1')
        name, colon, value = line.partition(':')
        if line[0] in ' \t' and pairs:
            pairs[-1][1] += line
        elif not colon:
            break
        else:
            pairs.append([name, value.lstrip(' \t')])
    return _class([(name.strip(), value.rstrip('\r\n')) for name, value in pairs])


def _encoded(text, what='data'):
    try:
        return text.encode('latin-1')
    except UnicodeEncodeError as err:
        raise UnicodeEncodeError(err.encoding, err.object, err.start, err.end, "%s (%.20r) is not valid Latin-1. Use %s.encode('utf-8') if you want to send it "
                                 'encoded in UTF-8.' % (what.title(), text[err.start:err.end], what)) from None


def _check_characters(text, pattern, error, what):
    if found := pattern.search(text):
        raise error(f"{what} can't contain control characters. {text!r} (found at least {found.group()!r})")


class HTTPResponse(BufferedIOBase):
    """A status, headers, and a body that is read from the connection."""

    def __init__(self, sock, debuglevel=0, method=None, url=None):
        self.fp, self._method, self.headers = sock.makefile('rb'), method, None  #: 269 self.fp = «sock.makefile("rb")»
        self.debuglevel, self.code = debuglevel, None
        self.version = self.status = self.reason = self.length = self.chunked = self.will_close = None
        self.chunk_left = None

    def _read_status(self):
        line = str(self.fp.readline(_MAX_LINE + 1), 'latin-1')  #: 292 line = str(«self.fp.readline(_MAXLINE + 1)», "iso-8859-1")
        if len(line) > _MAX_LINE:
            raise LineTooLong('status line')
        if self.debuglevel > 0:
            print('reply:', repr(line))
        if not line:
            raise RemoteDisconnected('Remote end closed connection without response')  #: 300 raise RemoteDisconnected("Remote end closed connection without"⏎                         " response")
        version, status, reason = [*line.split(None, 2), '', '', ''][:3]
        if not version.startswith('HTTP/'):
            self._close_conn()
            raise BadStatusLine(line)  #: 313
        try:
            status = int(status)
        except ValueError:
            raise BadStatusLine(line)  #: 321
        if not 100 <= status <= 999:
            raise BadStatusLine(line)  #: 319
        return version, status, reason

    def begin(self):
        if self.headers is not None:
            return
        while True:
            version, status, reason = self._read_status()  #: 331
            if status != 100:
                break
            skipped = _header_lines(self.fp)
            if self.debuglevel > 0:
                print('headers:', skipped)
        self.code = self.status = status
        self.reason = reason.strip()
        if version in ('HTTP/1.0', 'HTTP/0.9'):
            self.version = 10
        elif version.startswith('HTTP/1.'):
            self.version = 11
        else:
            raise UnknownProtocol(version)
        self.headers = self.msg = parse_headers(self.fp)
        if self.debuglevel > 0:
            for name, value in self.headers.items():
                print('header:', name + ':', value)
        self.chunked = self.headers.get('Transfer-Encoding', '').lower() == 'chunked'
        wish = self.headers.get('Connection', '').lower()
        self.will_close = 'close' in wish if self.version == 11 else not (
            self.headers.get('Keep-Alive') or 'keep-alive' in wish
            or 'keep-alive' in self.headers.get('Proxy-Connection', '').lower())
        try:
            length = int(self.headers.get('Content-Length') or -1)
        except ValueError:
            length = -1
        self.length = length if length >= 0 and not self.chunked else None
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

    def flush(self):
        super().flush()
        if self.fp is not None:
            self.fp.flush()

    def isclosed(self):
        return self.fp is None

    def readable(self):
        return True

    def fileno(self):
        return self.fp.fileno()  #: 726

    def _chunk_size(self):
        """How much is left of the chunk that is being read, else of the next one; None after the last."""
        if self.chunk_left:
            return self.chunk_left
        if self.chunk_left is not None:
            self._exactly(2)
        line = self.fp.readline(_MAX_LINE + 1)
        if len(line) > _MAX_LINE:
            raise LineTooLong('chunk size')
        try:
            size = int(line.partition(b';')[0], 16)
        except ValueError:
            self._close_conn()
            raise IncompleteRead(b'') from None
        if not size:
            while (line := self.fp.readline(_MAX_LINE + 1)) not in (b'\r\n', b'\n', b''):
                if len(line) > _MAX_LINE:
                    raise LineTooLong('trailer line')
            self._close_conn()
        self.chunk_left = size or None
        return self.chunk_left

    def _exactly(self, amt):
        found = self.fp.read(amt)
        if len(found) < amt:
            raise IncompleteRead(found, amt - len(found))
        return found

    def _took(self, count, wanted):
        """Notes how much of the body was read; at its end nothing more is expected of the connection."""
        if not count and wanted:
            self._close_conn()
        elif self.length is not None:
            self.length -= count
            if not self.length:
                self._close_conn()

    def _has_body(self):
        if self.fp is not None and self._method == 'HEAD':
            self._close_conn()
        return self.fp is not None

    def _within(self, amt):
        """No more than what is left of a body of known length."""
        return amt if self.length is None or 0 <= amt <= self.length else self.length

    def _chunk(self, size):
        """At most so many bytes of the chunk that is being read."""
        left = self._chunk_size()
        if left is None:
            return b''
        found = self._exactly(left if size is None else min(left, size))
        self.chunk_left = left - len(found)
        return found

    def _read_chunks(self, amt):
        found = []
        try:
            while (amt is None or amt > 0) and (part := self._chunk(amt)):
                found.append(part)
                amt = None if amt is None else amt - len(part)
        except IncompleteRead as error:
            raise IncompleteRead(b''.join(found)) from error
        return b''.join(found)

    def read(self, amt=None):
        if not self._has_body():
            return b''
        if amt is not None and amt < 0:
            amt = None
        if self.chunked:
            return self._read_chunks(amt)
        if amt is not None:
            amt = self._within(amt)
            found = self.fp.read(amt)
            self._took(len(found), amt)
            return found
        if self.length is None:
            found = self.fp.read()
        else:
            try:
                found = self._exactly(self.length)
            except IncompleteRead:
                self._close_conn()
                raise
            self.length = 0
        self._close_conn()
        return found

    def readinto(self, b):
        if not self._has_body():
            return 0
        view = memoryview(b).cast('B')
        if self.chunked:
            found = self._read_chunks(len(view))
            view[:len(found)] = found
            return len(found)
        view = view[:self._within(len(view))]
        count = self.fp.readinto(view)
        self._took(count, len(view))
        return count

    def read1(self, n=-1):
        if not self._has_body():
            return b''
        if self.chunked:
            left = self._chunk_size()
            if left is None or n == 0:
                return b''
            found = self.fp.read1(n if 0 <= n <= left else left)
            self.chunk_left -= len(found)
            if not found:
                raise IncompleteRead(b'')
            return found
        n = self._within(n)
        found = self.fp.read1(n)
        self._took(len(found), n)
        return found

    def peek(self, n=-1):
        if not self._has_body():
            return b''
        if not self.chunked:
            return self.fp.peek(n)
        try:
            left = self._chunk_size()
        except IncompleteRead:
            return b''
        return b'' if left is None else self.fp.peek(left)[:left]

    def readline(self, limit=-1):
        if not self._has_body():
            return b''
        if not self.chunked:
            limit = self._within(limit)
            found = self.fp.readline(limit)
            self._took(len(found), limit)
            return found
        found = b''
        while limit < 0 or len(found) < limit:
            ahead = self.peek(1)
            if not ahead:
                break
            end = ahead.find(b'\n') + 1 or len(ahead)
            found += self.read(end if limit < 0 else min(end, limit - len(found)))
            if found.endswith(b'\n'):
                break
        return found

    def getheader(self, name, default=None):
        if self.headers is None:
            raise ResponseNotReady()  #: 741
        found = self.headers.get_all(name)
        found = default if found is None else found
        return found if isinstance(found, str) or not hasattr(found, '__iter__') else ', '.join(found)

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
