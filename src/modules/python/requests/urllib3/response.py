"""The raw answer behind one of requests: a body that is read as it comes."""
from io import IOBase as _IOBase

from urllib3._collections import HTTPHeaderDict
from urllib3.exceptions import ProtocolError, ReadTimeoutError

from _http_errors import HTTPException as _HTTPException, IncompleteRead


class HTTPResponse(_IOBase):
    """A file of the body, whose connection is free again once all of it has been read."""

    def __init__(self, file, method, answer, pool=None, connection=None):
        self._fp, self._pool, self._connection, self._method = file, pool, connection, method
        self.status, self.reason, self.headers = answer.status, answer.reason, HTTPHeaderDict(answer.headers)
        self.retries = self._url = None
        self.version, self.version_string, self._told, self._cached = getattr(file, 'version', 11), 'HTTP/1.1', 0, None
        self.chunked, self.decode_content = bool(getattr(file, 'chunked', False)), True
        length = {name.lower(): value for name, value in answer.headers}.get('content-length', '')
        self.length_remaining = int(length) if length.isdigit() and not self.chunked and method != 'HEAD' else None

    @classmethod
    def of(cls, answer, method):
        """That of an answer; a simulated host's is there as a whole."""
        import io
        if isinstance(answer.body, bytes):
            return cls(io.BytesIO(b'' if method == 'HEAD' else answer.body), method, answer)
        return answer.body

    def _is_read(self):
        return self._fp is None or (self._fp.isclosed() if hasattr(self._fp, 'isclosed') else self._fp.closed)

    @property
    def closed(self):
        return self._is_read()

    isclosed = _is_read

    def release_conn(self):
        connection, self._connection = self._connection, None
        if connection is not None:
            self._pool._put_conn(connection)

    def _taken(self, read, amt):
        """What one way of reading gives; a connection that fails is closed, one that has done its duty is free."""
        failed = True
        try:
            found = read(amt)
            if not self.chunked and amt and len(found) < amt and self.length_remaining not in (None, len(found)):
                self._fp.close()
                raise IncompleteRead(self._told + len(found), self.length_remaining - len(found))
            failed = False
        except TimeoutError as e:
            raise ReadTimeoutError(self._pool, 'Read timed out.') from e
        except IncompleteRead as e:
            partial = e.partial if isinstance(e.partial, int) else self._told + len(e.partial)
            words = f'IncompleteRead({partial} bytes read' + (
                ')' if e.expected is None else f', {e.expected} more expected)')
            raise ProtocolError(f'Connection broken: {words}', _Shown(words)) from e
        except (_HTTPException, OSError) as e:
            raise ProtocolError(f'Connection broken: {e!r}', e) from e
        finally:
            if failed:
                self._fp.close()
                if self._connection is not None:
                    self._connection.close()
            if self._is_read():
                self.release_conn()
        self._told += len(found)
        if self.length_remaining is not None:
            self.length_remaining -= len(found)
            if not self.length_remaining and not hasattr(self._fp, 'isclosed'):
                self._fp.close()
        return found

    def read(self, amt=None, decode_content=None, cache_content=False):
        if self._is_read():
            return b''
        found = self._taken(self._fp.read, None if amt is None or amt < 0 else amt)
        if (amt is None or amt < 0 or not found) and not hasattr(self._fp, 'isclosed'):
            self._fp.close()
        if cache_content and amt is None:
            self._cached = found
        return found

    def read1(self, amt=None, decode_content=None):
        return b'' if self._is_read() else self._taken(self._fp.read1, -1 if amt is None else amt)

    def stream(self, amt=65536, decode_content=None):
        if self.chunked:
            yield from self.read_chunked(amt)
            return
        while not self._is_read():
            if found := self.read(amt):
                yield found

    def read_chunked(self, amt=None, decode_content=None):
        while not self._is_read():
            if found := self._taken(self._fp._chunk, amt):
                yield found

    @property
    def data(self):
        return self.read(cache_content=True) if self._cached is None else self._cached

    url = property(lambda self: self._url)

    def geturl(self):
        return self._url

    def json(self):
        import json
        return json.loads(self.data.decode('utf-8'))

    def get_redirect_location(self):
        return self.headers.get('location') if self.status in (301, 302, 303, 307, 308) else False

    def drain_conn(self):
        try:
            self.read()
        except (ProtocolError, ReadTimeoutError):
            pass

    def close(self):
        if self._fp is not None:
            self._fp.close()
        if self._connection is not None:
            self._connection.close()

    def tell(self):
        return self._told

    def readable(self):
        return True

    def readinto(self, b):
        found = self.read(len(b))
        b[:len(found)] = found
        return len(found)

    def getheaders(self):
        return self.headers

    info = getheaders

    def getheader(self, name, default=None):
        return self.headers.get(name, default)

    def __iter__(self):
        rest = b''
        for piece in self.stream():
            *lines, rest = (rest + piece).split(b'\n')
            yield from (line + b'\n' for line in lines)
        if rest:
            yield rest


class _Shown:
    """How an error was shown that another one has as its argument."""

    def __init__(self, words):
        self._words = words

    def __repr__(self):
        return self._words
