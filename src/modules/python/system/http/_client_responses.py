"""Responses, as they are read from a connection."""
from io import BufferedIOBase as _BufferedIOBase
from urllib.request import HTTPMessage
from _http_errors import (BadStatusLine, HTTPException, IncompleteRead, LineTooLong, RemoteDisconnected,
                          ResponseNotReady, UnknownProtocol)

__name__ = 'http.client'  # where what is here is said to be  #: in http/client.py

_MAX_LINE = 65536


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


class HTTPResponse(_BufferedIOBase):
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
