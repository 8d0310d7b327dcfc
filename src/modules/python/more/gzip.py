"""Files of gzip."""
from _frames import bytes_of as _bytes_of
import builtins
import io
import time
import zlib

__all__ = ['BadGzipFile', 'GzipFile', 'open', 'compress', 'decompress']
READ, WRITE = 'rb', 'wb'


class BadGzipFile(OSError):
    """What is no file of gzip."""


def _header(level, mtime, name=b''):
    flags = b'\x08' if name else b'\0'
    hard = {9: b'\x02', 1: b'\x04'}.get(level, b'\0')
    return b'\x1f\x8b\x08' + flags + int(mtime).to_bytes(4, 'little') + hard + b'\xff' + (name + b'\0' if name else b'')


class GzipFile(io.BufferedIOBase):
    """A file whose bytes are taken in and given out as they are, and stand shortened in another."""

    myfileobj = None

    def __init__(self, filename=None, mode=None, compresslevel=9, fileobj=None, mtime=None):
        if mode and ('t' in mode or 'U' in mode):
            raise ValueError(f'Invalid mode: {mode!r}')
        if mode and 'b' not in mode:
            mode += 'b'
        if fileobj is None:
            fileobj = self.myfileobj = builtins.open(filename, mode or 'rb')  #: 194 fileobj = self.myfileobj = «builtins.open(filename, mode or 'rb')»
        if filename is None:
            filename = getattr(fileobj, 'name', '')
            filename = filename if isinstance(filename, (str, bytes)) else ''
        else:
            import os
            filename = os.fspath(filename)
        is_told, mode = mode is not None, mode or getattr(fileobj, 'mode', 'rb')
        self.name, self.fileobj, self.mtime = filename, fileobj, mtime
        self._at, self._level = 0, compresslevel
        if mode.startswith('r'):
            self.mode, self._data, self._raw, self._is_broken = READ, None, None, False
        elif mode.startswith(('w', 'a', 'x')):
            if not is_told:
                import warnings
                warnings.warn('GzipFile was opened for writing, but this will change in future Python releases.  Specify the mode '
                              'argument for opening it for writing.', FutureWarning, 2)
            self.mode, self._sum = WRITE, 0
            self._stream = zlib.compressobj(compresslevel, zlib.DEFLATED, -zlib.MAX_WBITS)
            import os
            name = os.path.basename(filename)
            name = name if isinstance(name, bytes) else name.encode('latin-1', 'ignore')
            self._header(compresslevel, time.time() if mtime is None else mtime, name.removesuffix(b'.gz'))  #: 237 self._write_gzip_header(compresslevel)
        else:
            raise ValueError(f'Invalid mode: {mode!r}')

    def _header(self, level, mtime, name):  #: in gzip.py _write_gzip_header
        self.fileobj.write(_header(level, mtime, name))  #: 262 «self.fileobj.write(b'\037\213')»             # magic header

    def __repr__(self):
        return f'<gzip {repr(self.fileobj)[1:-1]} {hex(id(self))}>'

    closed = property(lambda self: self.fileobj is None)

    def _check_not_closed(self):  #: in _compression.py
        if self.fileobj is None:
            raise ValueError('I/O operation on closed file')  #: 14 raise ValueError("I/O operation on closed file")

    def readable(self):  #: in gzip.py
        return self.mode == READ

    def writable(self):
        return self.mode == WRITE

    def seekable(self):
        return True

    def write(self, data):
        self._check_not_closed()
        if self.mode != WRITE:
            import errno
            raise OSError(errno.EBADF, 'write() on read-only GzipFile object')  #: 297 raise OSError(errno.EBADF, "write() on read-only GzipFile object")
        data = _bytes_of(data)  #: 302 return «self._buffer.write(data)»
        self._sum = zlib.crc32(data, self._sum)
        self._at += len(data)
        self.fileobj.write(self._stream.compress(data))
        return len(data)

    def _all(self):  #: -
        self._check_not_closed()
        if self.mode != READ:
            import errno
            raise OSError(errno.EBADF, 'read() on write-only GzipFile object')
        return self._until(0)

    def read(self, size=-1):  #: in gzip.py
        self._check_not_closed()  #: 322
        if self.mode != READ:
            import errno
            raise OSError(errno.EBADF, 'read() on write-only GzipFile object')  #: 325 raise OSError(errno.EBADF, "read() on write-only GzipFile object")
        data = self._until(None if size is None or size < 0 else self._at + size)  #: 326 return «self._buffer.read(size)»
        end = len(data) if size is None or size < 0 else self._at + size
        start, self._at = self._at, min(end, len(data))
        return data[start:end]

    def _until(self, end):  #: in _compression.py readall
        """All that there is; whoever goes beyond that of something broken is told what is wrong."""
        if self._data is None:
            self._raw, found = self.fileobj.read(), []
            try:
                self._read_members(found)
            except (EOFError, OSError, zlib.error):
                self._is_broken = True
            self._data = b''.join(found)
        if self._is_broken and (end is None or end > len(self._data)):
            self._read_members([])  #: 118 while data := «self.read(sys.maxsize)»:
        return self._data

    def _read_members(self, found):  #: in gzip.py read
        data = self._raw
        self.mtime = int.from_bytes(data[4:8], 'little') if data else None
        while data:
            self._begin(data)  #: 529 if not «self._read_gzip_header()»:
            stream, start = zlib.decompressobj(-zlib.MAX_WBITS), zlib._gzip_header(data)
            found.append(stream.decompress(data[start:]) if start else b'')
            if not start or not stream.eof:
                raise EOFError('Compressed file ended before the end-of-stream marker was reached')
            self._check_end(stream.unused_data, found[-1])  #: 520 self._read_eof()
            data = stream.unused_data[8:].lstrip(b'\0')

    def _begin(self, data):  #: in gzip.py _read_gzip_header
        _begin(data)  #: 498 last_mtime = «_read_gzip_header(self._fp)»

    def _check_end(self, rest, found):  #: in gzip.py _read_eof
        crc, size = (int.from_bytes(part, 'little') for part in _exactly(rest))  #: 562 crc32, isize = struct.unpack("<II", «_read_exact(self._fp, 8)»)
        if crc != zlib.crc32(found):
            raise BadGzipFile(f'CRC check failed {hex(crc)} != {hex(zlib.crc32(found))}')  #: 564 raise BadGzipFile("CRC check failed %s != %s" % (hex(crc32),⏎                                                 hex(self._crc)))
        if size != len(found) & 0xFFFFFFFF:
            raise BadGzipFile('Incorrect length of data produced')  #: 567 raise BadGzipFile("Incorrect length of data produced")

    def read1(self, size=-1):
        rest = len(self._all()) - self._at
        return self.read(max(rest, self._is_broken) if size < 0 else min(size, rest) or size)

    def readinto(self, buffer):
        got = self.read(len(buffer))
        buffer[:len(got)] = got
        return len(got)

    def peek(self, n):
        return self._until(self._at + 1)[self._at:self._at + max(n, 1)]

    def readline(self, size=-1):
        data = self._all()
        end = data.find(b'\n', self._at) + 1 or len(data) + self._is_broken
        if size is not None and size >= 0:
            end = min(end, self._at + size)
        self._until(end)
        start, self._at = self._at, end
        return data[start:end]

    def tell(self):
        self._check_not_closed()
        return self._at

    def rewind(self):
        self.seek(0)

    def seek(self, offset, whence=0):
        if self.mode == WRITE:
            if whence == 2:
                raise ValueError('Seek from end not supported')  #: 413
            offset += self._at if whence == 1 else 0
            if offset < self._at:
                raise OSError('Negative seek in write mode')  #: 415
            self.write(bytes(offset - self._at))
        else:
            place = offset + (0, self._at, len(self._all()))[whence]
            self._at = max(0, min(len(self._until(None if whence == 2 else place)), place))
        return self._at

    def flush(self, zlib_mode=zlib.Z_SYNC_FLUSH):
        self._check_not_closed()
        if self.mode == WRITE:
            self.fileobj.write(self._stream.flush(zlib_mode))
            self.fileobj.flush()  #: 378

    def close(self):
        file, self.fileobj = self.fileobj, None
        if file is None:
            return
        try:
            if self.mode == WRITE:
                file.write(self._stream.flush())  #: 359 fileobj.write(self.compress.flush())
                file.write(self._sum.to_bytes(4, 'little') + (self._at & 0xFFFFFFFF).to_bytes(4, 'little'))
        finally:
            own, self.myfileobj = self.myfileobj, None
            if own is not None:
                own.close()

    def fileno(self):
        return self.fileobj.fileno()  #: 386


def open(filename, mode='rb', compresslevel=9, encoding=None, errors=None, newline=None):
    """A file of gzip, of bytes or of text."""
    if 't' in mode:
        if 'b' in mode:
            raise ValueError(f'Invalid mode: {mode!r}')  #: 51 raise ValueError("Invalid mode: %r" % (mode,))
    else:
        for what, value in ('encoding', encoding), ('errors', errors), ('newline', newline):
            if value is not None:
                raise ValueError(f"Argument '{what}' not supported in binary mode")  #: 54 raise ValueError("Argument 'encoding' not supported in binary mode")
    if isinstance(filename, (str, bytes)) or hasattr(filename, '__fspath__'):
        file = GzipFile(filename, mode.replace('t', ''), compresslevel)  #: 62 binary_file = «GzipFile(filename, gz_mode, compresslevel)»
    elif hasattr(filename, 'read') or hasattr(filename, 'write'):
        file = GzipFile(None, mode.replace('t', ''), compresslevel, filename)
    else:
        raise TypeError('filename must be a str or bytes object, or a file')  #: 66 raise TypeError("filename must be a str or bytes object, or a file")
    if 't' not in mode:
        return file
    file = io.TextIOWrapper(file, encoding, errors, newline)
    # Read by pieces, of which those before a place that is broken are given.
    file._CHUNK_SIZE = 8192
    return file


def compress(data, compresslevel=9, *, mtime=None):
    body = zlib.compress(data, compresslevel, -zlib.MAX_WBITS)  #: 591 gzip_data = «zlib.compress(data, level=compresslevel, wbits=31)»
    data = _bytes_of(data)
    end = zlib.crc32(data).to_bytes(4, 'little') + (len(data) & 0xFFFFFFFF).to_bytes(4, 'little')
    return _header(compresslevel, time.time() if mtime is None else mtime) + body + end


def decompress(data):
    found, data = [], b'' if data is None else _bytes_of(data)  #: 606 fp = «io.BytesIO(data)»
    while data:
        _begin(data)  #: 607 if «_read_gzip_header(fp)» is None:
        stream, start = zlib.decompressobj(-zlib.MAX_WBITS), zlib._gzip_header(data)
        found.append(stream.decompress(data[start:]) if start else b'')
        if not start or not stream.eof or len(stream.unused_data) < 8:
            raise EOFError('Compressed file ended before the end-of-stream marker was reached')  #: 614 raise EOFError("Compressed file ended before the end-of-stream "⏎               "marker was reached")
        crc, size = (int.from_bytes(stream.unused_data[at:at + 4], 'little') for at in (0, 4))
        if crc != zlib.crc32(found[-1]):
            raise BadGzipFile('CRC check failed')  #: 618 raise BadGzipFile("CRC check failed")
        if size != len(found[-1]) & 0xFFFFFFFF:
            raise BadGzipFile('Incorrect length of data produced')
        data = stream.unused_data[8:].lstrip(b'\0')
    return b''.join(found)


def _begin(data):  #: in gzip.py _read_gzip_header
    if data[:2] != b'\x1f\x8b':
        raise BadGzipFile(f'Not a gzipped file ({data[:2]!r})')  #: 458 raise BadGzipFile('Not a gzipped file (%r)' % magic)
    if len(data) > 2 and data[2] != 8:
        raise BadGzipFile('Unknown compression method')  #: 462


def _exactly(data):  #: in gzip.py _read_exact
    """The two numbers at a member's end."""
    if len(data) < 8:
        raise EOFError('Compressed file ended before the end-of-stream marker was reached')  #: 442 raise EOFError("Compressed file ended before the "⏎               "end-of-stream marker was reached")
    return data[:4], data[4:8]
