"""Environments of WSGI: their addresses and their streams."""
import io
import re
from contextlib import suppress
from functools import partial, update_wrapper
from urllib.parse import quote

from werkzeug._internal import _get_environ, _plain_int, _wsgi_decoding_dance
from werkzeug.exceptions import ClientDisconnected, RequestEntityTooLarge, SecurityError

_HOST = re.compile(r'([a-z0-9.-]+|\[[a-f0-9]*:[a-f0-9.:]+])(?::([1-9][0-9]{,4}))?', re.I | re.A)


def responder(f):
    return update_wrapper(lambda *args: f(*args)(*args[-2:]), f)


def host_is_trusted(hostname, trusted_list=None):
    found = _HOST.fullmatch(hostname or '')
    if found is None or found[2] and int(found[2]) > 65535:
        return False
    for each in [trusted_list] if isinstance(trusted_list, str) else trusted_list or ():
        bare = each.removeprefix('.').partition(':')[0]
        if found[1] == bare or each[:1] == '.' and found[1].endswith('.' + bare):
            return True
    return not trusted_list


def host_of(scheme, header, server=None, trusted_hosts=None):
    """The host that was asked, without the port that goes without saying."""
    host = header
    if header is None:
        if server is None or server[1] is None:
            return ''
        host = f'[{server[0]}]' if ':' in server[0] and server[0][0] != '[' else server[0]
        host = f'{host}:{server[1]}'
    if scheme in ('http', 'ws', 'https', 'wss'):
        host = host.removesuffix(':80' if scheme in ('http', 'ws') else ':443')
    if host_is_trusted(host, trusted_hosts):
        return host
    if not trusted_hosts:
        return ''
    raise SecurityError(f'Host {host!r} is not trusted.')


def url_of(scheme, host, root_path=None, path=None, query_string=None):
    from werkzeug.urls import uri_to_iri
    url = f'{scheme}://{host}'
    if root_path is not None:
        url += quote(root_path.rstrip('/'), safe="!$&'()*+,/:;=@%")
    url += '/'
    if path is not None:
        url += quote(path.lstrip('/'), safe="!$&'()*+,/:;=@%")
        if query_string:
            url += '?' + quote(query_string, safe="!$&'()*+,/:;=?@%")
    return uri_to_iri(url)


def server_of(environ):
    """The name and port of the server."""
    if (name := environ.get('SERVER_NAME')) is None:
        return None
    with suppress(TypeError, ValueError):
        return name, int(environ.get('SERVER_PORT', None))
    return name, None


def get_host(environ, trusted_hosts=None):
    return host_of(environ['wsgi.url_scheme'], environ.get('HTTP_HOST'), server_of(environ), trusted_hosts)


def get_current_url(environ, root_only=False, strip_querystring=False, host_only=False, trusted_hosts=None):
    parts = [environ['wsgi.url_scheme'], get_host(environ, trusted_hosts)]
    if not host_only:
        parts.append(_wsgi_decoding_dance(environ.get('SCRIPT_NAME', '')))
        if not root_only:
            parts.append(_wsgi_decoding_dance(environ.get('PATH_INFO', '')))
            if not strip_querystring:
                parts.append(environ.get('QUERY_STRING', '').encode('latin1'))
    return url_of(*parts)


def get_path_info(environ):
    return _wsgi_decoding_dance(environ.get('PATH_INFO', ''))


def content_length_of(length, encoding=None):
    if length is None or encoding is not None and 'chunked' in encoding.lower():
        return None
    try:
        return max(0, _plain_int(length))
    except ValueError:
        return 0


def get_content_length(environ):
    return content_length_of(environ.get('CONTENT_LENGTH'), environ.get('HTTP_TRANSFER_ENCODING'))


def get_input_stream(environ, safe_fallback=True, max_content_length=None):
    """What is sent with a request, and no more of it."""
    stream, length = environ['wsgi.input'], get_content_length(environ)
    if length is not None and max_content_length is not None and length > max_content_length:
        raise RequestEntityTooLarge()
    if environ.get('wsgi.input_terminated', False):
        return LimitedStream(stream, max_content_length, is_max=True) if max_content_length is not None else stream
    if length is None:
        return io.BytesIO() if safe_fallback else stream
    return LimitedStream(stream, length)


class LimitedStream(io.RawIOBase):
    """The first so many bytes of a stream."""

    def __init__(self, stream, limit, is_max=False):
        self._stream, self.limit, self._limit_is_max, self._pos = stream, limit, is_max, 0

    @property
    def is_exhausted(self):
        return self._pos >= self.limit

    def on_exhausted(self):
        if self._limit_is_max:
            raise RequestEntityTooLarge()

    def on_disconnect(self, error=None):
        raise ClientDisconnected()

    def exhaust(self, chunk_size=1024 * 64):
        return self.readall()

    def read(self, size=-1):
        left = self.limit - self._pos
        if left <= 0:
            self.on_exhausted()
            return b''
        wanted = left if size is None or size < 0 else min(left, size)
        found = b''
        while len(found) < wanted:
            try:
                part = self._stream.read(wanted - len(found))
            except (OSError, ValueError) as e:
                self.on_disconnect(error=e)
                return found
            if not part:
                if not self._limit_is_max:
                    self.on_disconnect()
                break
            found += part
        self._pos += len(found)
        return found

    def readall(self):
        return self.read()

    def readinto(self, b):
        found = self.read(len(b))
        b[:len(found)] = found
        return len(found)

    def tell(self):
        return self._pos

    def readable(self):
        return True


class ClosingIterator:
    """An iterator with what is to be called when it is closed."""

    def __init__(self, iterable, callbacks=None):
        self._next = partial(next, iter(iterable))
        callbacks = [] if callbacks is None else [callbacks] if callable(callbacks) else list(callbacks)
        close = getattr(iterable, 'close', None)
        self._callbacks = [close, *callbacks] if close else callbacks

    def __iter__(self):
        return self

    def __next__(self):
        return self._next()

    def close(self):
        for callback in self._callbacks:
            callback()


def wrap_file(environ, file, buffer_size=8192):
    return environ.get('wsgi.file_wrapper', FileWrapper)(file, buffer_size)


class FileWrapper:
    """A file, piece by piece."""

    def __init__(self, file, buffer_size=8192):
        self.file, self.buffer_size = file, buffer_size

    def close(self):
        if hasattr(self.file, 'close'):
            self.file.close()

    def seekable(self):
        return self.file.seekable() if hasattr(self.file, 'seekable') else hasattr(self.file, 'seek')

    def seek(self, *args):
        if hasattr(self.file, 'seek'):
            self.file.seek(*args)

    def tell(self):
        return self.file.tell() if hasattr(self.file, 'tell') else None

    def __iter__(self):
        return self

    def __next__(self):
        data = self.file.read(self.buffer_size)
        if not data:
            raise StopIteration()
        return data


class RangeWrapper:
    """So many bytes from a place on, of an iterable of bytes."""

    def __init__(self, iterable, start_byte=0, byte_range=None):
        self.iterable, self._skip, self._left = iter(iterable), start_byte, byte_range
        self._close = getattr(iterable, 'close', None)
        if hasattr(iterable, 'seekable') and iterable.seekable():
            iterable.seek(start_byte)
            self._skip = 0

    def __iter__(self):
        return self

    def __next__(self):
        while self._left is None or self._left > 0:
            data = next(self.iterable)
            data, self._skip = data[self._skip:], max(0, self._skip - len(data))
            if self._left is not None:
                data = data[:self._left]
                self._left -= len(data)
            if data:
                return data
        raise StopIteration()

    def close(self):
        if self._close is not None:
            self._close()
