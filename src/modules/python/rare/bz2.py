"""The compression of bzip2: runs, sorted rotations, moves to the front, and Huffman's codes by groups of fifty."""
import builtins
import io
import os
from _frames import bytes_of as _bytes_of, c_int as _c_int, final as _final
from operator import index

from _bz2_blocks import _More, _stream, _written

__all__ = ['BZ2File', 'BZ2Compressor', 'BZ2Decompressor', 'open', 'compress', 'decompress']


class BZ2Compressor:
    """Takes bytes, and gives them shorter when all are there."""

    def __init__(self, compresslevel=9, /):
        if not 1 <= _c_int(compresslevel) <= 9:
            raise ValueError('compresslevel must be between 1 and 9')
        self._level, self._parts, self._flushed = compresslevel, [], False

    def compress(self, data, /):  #: -
        data = _bytes_of(data)
        if self._flushed:
            raise ValueError('Compressor has been flushed')
        self._parts.append(data)
        return b''

    def flush(self):
        if self._flushed:
            raise ValueError('Repeated call to flush()')
        self._flushed = True
        return _written(b''.join(self._parts), self._level)


def _given(self, data, max_length, read):  #: -
    """What a decompressor gives of its stream, which `read` knows once it is whole."""
    self._held += data
    if not self._out:
        try:
            self._out, end = read(self._held)
        except _More as more:
            self._part = more.args[0] if more.args else b''
            return b''
        self.unused_data = self._held[end:]
    size = len(self._out) if max_length < 0 else max_length
    out, self._out = self._out[:size], self._out[size:]
    self.eof, self.needs_input = not self._out, False
    return out


class BZ2Decompressor:
    """Takes what was shortened, and gives what it stands for once the stream is whole."""
    _part = b''

    def __init__(self):
        self.eof, self.needs_input, self.unused_data, self._held, self._out = False, True, b'', b'', b''

    def decompress(self, data, max_length=-1):  #: -
        if self.eof and not self._out:
            raise EOFError('End of stream already reached')
        return _given(self, _bytes_of(data), max_length, _stream)


BZ2Compressor.__module__ = BZ2Decompressor.__module__ = '_bz2'


def compress(data, compresslevel=9):
    """The bytes, shorter."""
    compressor = BZ2Compressor(compresslevel)
    return compressor.compress(data) + compressor.flush()  #: 329 return «comp.compress(data)» + comp.flush()


def decompress(data):
    """What the bytes stand for; several streams are one."""
    results = []
    while data:
        decompressor = BZ2Decompressor()
        try:
            found = decompressor.decompress(data)  #: 341 res = «decomp.decompress(data)»
        except OSError:
            if results:
                break
            raise
        results.append(found)
        if not decompressor.eof:
            raise ValueError('Compressed data ended before the end-of-stream marker was reached')
        data = decompressor.unused_data
    return b''.join(results)


def _can_be_file(given):  #: -
    return isinstance(given, (str, bytes, os.PathLike)) or hasattr(given, 'read') or hasattr(given, 'write')


class _Stream(io.BufferedIOBase):
    """What is shortened when it is closed, or read once it is all there; `lzma`'s are such as well."""
    _wrong, _is_whole = ValueError, True

    def _begin(self, filename, kind, compressor):  #: -
        self._own, self._reads, self._data, self._at = False, compressor is None, None, 0
        self._compressor = compressor
        if isinstance(filename, (str, bytes, os.PathLike)):
            self._fp, self._own = builtins.open(filename, kind + 'b'), True
        elif _can_be_file(filename):
            self._fp = filename
        else:
            raise TypeError('filename must be a str, bytes, file or PathLike object')

    closed = property(lambda self: self._fp is None)
    name = property(lambda self: self._open_file().name)
    mode = property(lambda self: 'rb' if self._reads else 'wb')

    def __enter__(self):
        self._open_file()
        return self

    def _open_file(self):
        if self._fp is None:
            raise ValueError('I/O operation on closed file')
        return self._fp

    def close(self):
        """Ends it; what was written is shortened now."""
        if self._fp is None:
            return
        try:
            if self._compressor is not None:
                self._fp.write(self._compressor.flush())
        finally:
            file, self._fp = self._fp, None
            if self._own:
                file.close()

    def fileno(self):
        return self._open_file().fileno()

    def readable(self):
        self._open_file()
        return self._reads

    def writable(self):
        self._open_file()
        return not self._reads

    def seekable(self):
        return self.readable()

    def _all(self):
        self._open_file()
        if not self._reads:
            raise io.UnsupportedOperation('File not open for reading')
        if self._data is None:
            self._data, self._is_whole = self._decompressed(self._fp.read())
        return self._data

    def _decompressed(self, data):
        """What the streams stand for, as far as they are there, and whether they are."""
        found, decompressor = [], None
        while data or decompressor is None:
            decompressor = self._decompressor()
            try:
                found.append(decompressor.decompress(data))
            except self._wrong:
                if len(found) > 0:
                    break
                raise
            if not decompressor.eof:
                found.append(self._partly(decompressor, data))
                return b''.join(found), False
            data = decompressor.unused_data
        return b''.join(found), True

    def _partly(self, decompressor, data):
        return decompressor._part

    def _needs(self, end):
        """Whoever goes beyond what is there is told."""
        if not self._is_whole and (end is None or end > len(self._data)):
            raise EOFError('Compressed file ended before the end-of-stream marker was reached')

    def peek(self, n=0):
        data = self._all()
        self._needs(self._at + 1)
        return data[self._at:]

    def read(self, size=-1):
        data = self._all()
        size = -1 if size is None else index(size)
        self._needs(None if size < 0 else self._at + size)
        end = len(data) if size < 0 else self._at + size
        start, self._at = self._at, min(end, len(data))
        return data[start:end]

    def read1(self, size=-1):
        rest = len(self._all()) - self._at
        return self.read(max(rest, not self._is_whole) if size < 0 else min(size, rest) or size)

    def readinto(self, b):
        data = self.read(len(b))
        b[:len(data)] = data
        return len(data)

    def readline(self, size=-1):
        data = self._all()
        end = data.find(b'\n', self._at) + 1 or len(data) + (not self._is_whole)
        return self.read(end - self._at if size is None or size < 0 else min(size, end - self._at))

    def write(self, data):
        self._open_file()
        if self._reads:
            raise io.UnsupportedOperation('File not open for writing')
        if not isinstance(data, (bytes, bytearray)):
            data = memoryview(data)  #: 235
        data = _bytes_of(data)  #: 238 compressed = «self._compressor.compress(data)»
        self._fp.write(self._compressor.compress(data))
        self._at += len(data)
        return len(data)

    def seek(self, offset, whence=io.SEEK_SET):
        if not self.readable():
            raise io.UnsupportedOperation('Seeking is only supported on files open for reading')
        data = self._all()
        place = offset + (0, self._at, len(data))[whence]
        self._needs(None if whence == 2 else place)
        self._at = max(0, min(len(data), place))
        return self._at

    def tell(self):
        self._open_file()
        return self._at


class BZ2File(_Stream):
    """A file whose bytes stand shortened in another."""
    _wrong, _decompressor = OSError, BZ2Decompressor

    def __init__(self, filename, mode='r', *, compresslevel=9):
        if not 1 <= compresslevel <= 9:
            raise ValueError('compresslevel must be between 1 and 9')
        if mode not in ('', 'r', 'rb', 'w', 'wb', 'x', 'xb', 'a', 'ab'):
            raise ValueError(f'Invalid mode: {mode!r}')  #: 78 raise ValueError("Invalid mode: %r" % (mode,))
        kind = (mode or 'r')[0]
        self._begin(filename, kind, None if kind == 'r' else BZ2Compressor(compresslevel))  #: 81 self._fp = «_builtin_open(filename, mode)»


def open(filename, mode='rb', compresslevel=9, encoding=None, errors=None, newline=None):
    """A file of bzip2, of bytes or of text."""
    if 't' in mode:
        if 'b' in mode:
            raise ValueError(f'Invalid mode: {mode!r}')
    else:
        for name, given in ('encoding', encoding), ('errors', errors), ('newline', newline):
            if given is not None:
                raise ValueError(f'Argument {name!r} not supported in binary mode')
    binary = BZ2File(filename, mode.replace('t', ''), compresslevel=compresslevel)  #: 312 binary_file = «BZ2File(filename, bz_mode, compresslevel=compresslevel)»
    return _text(binary, encoding, errors, newline) if 't' in mode else binary


def _text(binary, encoding, errors, newline):
    """A file of text, which is read by pieces: what stands before a place that is broken is given."""
    file = io.TextIOWrapper(binary, encoding, errors, newline)
    file._CHUNK_SIZE = 8192
    return file


_final(BZ2Compressor, BZ2Decompressor)
