"""DEFLATE with the headers and checksums of zlib and gzip around it."""
import _zlib
from _frames import bytes_of as _bytes_of, c_int as _c_int, shortcuts as _shortcuts, ssize as _ssize
from operator import index as _index

Z_NO_COMPRESSION, Z_BEST_SPEED, Z_BEST_COMPRESSION, Z_DEFAULT_COMPRESSION = 0, 1, 9, -1
Z_NO_FLUSH, Z_PARTIAL_FLUSH, Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_FINISH, Z_BLOCK, Z_TREES = range(7)
Z_DEFAULT_STRATEGY, Z_FILTERED, Z_HUFFMAN_ONLY, Z_RLE, Z_FIXED = range(5)
DEFLATED, MAX_WBITS, DEF_MEM_LEVEL, DEF_BUF_SIZE = 8, 15, 8, 16384
ZLIB_VERSION = ZLIB_RUNTIME_VERSION = '1.3.1'


class error(Exception):
    pass


error.__module__ = 'zlib'
_TRUNCATED = 'Error -5 while decompressing data: incomplete or truncated stream'


def crc32(data, value=0, /):
    return _zlib.crc32(_bytes_of(data), _index(value) & 0xFFFFFFFF)


_shortcuts(11, crc32)


def adler32(data, value=1, /):
    return _zlib.adler32(_bytes_of(data), _index(value) & 0xFFFFFFFF)


def _kind(wbits):
    """The format, and whether its header tells it: of zlib, raw, of gzip."""
    if 8 <= wbits <= 15:
        return 'zlib'
    if -15 <= wbits <= -8:
        return 'raw'
    if 24 <= wbits <= 31:
        return 'gzip'
    return None


class Compress:
    """A stream that takes bytes in and gives them out shorter."""
    __slots__ = '_kind', '_deflater', '_size', '_ended', '_sum', '_start'

    def __init__(self, level, wbits):
        self._kind = _kind(wbits)
        if self._kind is None or not -1 <= level <= 9:
            raise ValueError('Invalid initialization option')
        level = 6 if level == -1 else level
        self._deflater, self._size, self._ended = _zlib.Deflater(level), 0, False
        self._sum, self._start = 1, b''
        if self._kind == 'zlib':
            # How hard it was tried, and what makes the two bytes a multiple of 31.
            self._start = b'\x78' + {0: b'\x01', 1: b'\x01', 6: b'\x9c'}.get(level, b'\x5e' if level < 6 else b'\xda')
        elif self._kind == 'gzip':
            self._sum = 0
            self._start = b'\x1f\x8b\x08' + bytes(5) + {1: b'\x04', 9: b'\x02'}.get(level, b'\0') + b'\x03'

    def compress(self, data, /):
        data = _bytes_of(data)
        if self._ended:
            raise error('Error -2 while compressing data: inconsistent stream state')
        self._size += len(data)
        if self._kind != 'raw':
            self._sum = (adler32 if self._kind == 'zlib' else crc32)(data, self._sum)
        start, self._start = self._start, b''
        return start + self._deflater.run(data, Z_NO_FLUSH)

    def flush(self, mode=Z_FINISH, /):
        mode = _c_int(mode)
        if self._ended or not Z_NO_FLUSH <= mode <= Z_BLOCK:
            raise error('Error -2 while flushing: inconsistent stream state')
        if mode == Z_NO_FLUSH:
            return b''
        start, self._start = self._start, b''
        out = start + self._deflater.run(b'', mode)
        if mode == Z_FINISH:
            self._ended = True
            if self._kind == 'zlib':
                out += self._sum.to_bytes(4, 'big')
            elif self._kind == 'gzip':
                out += self._sum.to_bytes(4, 'little') + (self._size & 0xFFFFFFFF).to_bytes(4, 'little')
        return out


class Decompress:
    """A stream that gives out what was taken in shortened."""
    __slots__ = '_kind', '_state', '_held', '_size', '_inflater', '_sum', 'eof', 'unused_data', 'unconsumed_tail'

    def __init__(self, wbits):
        automatic = 40 <= wbits <= 47
        self._kind = None if automatic else 'zlib' if wbits == 0 else _kind(wbits)
        if self._kind is None and not automatic:
            raise ValueError('Invalid initialization option')
        self._state, self._held, self._size = 'header', b'', 0
        self._inflater, self._sum = _zlib.Inflater(), None
        self.eof, self.unused_data, self.unconsumed_tail = False, b'', b''

    def decompress(self, data, /, max_length=0):
        data, max_length = _bytes_of(data), _ssize(max_length)
        if max_length < 0:
            raise ValueError('max_length must be non-negative')
        self.unconsumed_tail = b''
        if self.eof:
            self.unused_data += data
            return b''
        self._held += data
        out = b''
        if self._state == 'header' and self._header():
            self._state = 'body'
            self._sum = 1 if self._kind == 'zlib' else 0
        if self._state == 'body':
            out, taken, ended = self._inflater.run(self._held, max_length or 1 << 31)
            if ended is None:
                raise error(f'Error -3 while decompressing data: {self._why()}')
            self._held = self._held[taken:]
            self._size += len(out)
            if self._kind != 'raw':
                self._sum = (adler32 if self._kind == 'zlib' else crc32)(out, self._sum)
            if ended:
                self._state = 'end'
            elif max_length and len(out) == max_length:
                self.unconsumed_tail, self._held = self._held, b''
        if self._state == 'end':
            self._trailer()
        return out

    def flush(self, length=DEF_BUF_SIZE, /):
        length = _ssize(length)
        if length <= 0:
            raise ValueError('length must be greater than zero')
        rest, self.unconsumed_tail = self.unconsumed_tail, b''
        # What was taken in may not have been given out.
        return b'' if self.eof or self._state == 'header' else self.decompress(rest)

    def _why(self):
        """What is wrong with a block, by its first bits."""
        return 'invalid block type' if self._held and self._held[0] >> 1 & 3 == 3 else 'invalid distance too far back' \
            if self._size else 'invalid stored block lengths'

    def _header(self):
        """Whether the header is there and taken."""
        held = self._held
        if self._kind is None and len(held) >= 2:
            self._kind = 'gzip' if held[:2] == b'\x1f\x8b' else 'zlib'
        if self._kind == 'raw':
            return True
        if self._kind == 'zlib' and len(held) >= 2:
            if (held[0] << 8 | held[1]) % 31:
                raise error('Error -3 while decompressing data: incorrect header check')
            if held[0] & 15 != 8:
                raise error('Error -3 while decompressing data: unknown compression method')
            if held[1] & 32:
                raise error('Error 2 while decompressing data')
            self._held = held[2:]
            return True
        if self._kind == 'gzip' and len(held) >= 2:
            if held[:2] != b'\x1f\x8b':
                raise error('Error -3 while decompressing data: incorrect header check')
            end = _gzip_header(held)
            if end:
                self._held = held[end:]
                return True
        return False

    def _trailer(self):
        size = {'raw': 0, 'zlib': 4, 'gzip': 8}[self._kind]
        if len(self._held) < size:
            return
        trailer, self.unused_data, self._held = self._held[:size], self._held[size:], b''
        order = 'big' if self._kind == 'zlib' else 'little'
        if size and int.from_bytes(trailer[:4], order) != self._sum:
            raise error('Error -3 while decompressing data: incorrect data check')
        if size == 8 and int.from_bytes(trailer[4:], 'little') != self._size & 0xFFFFFFFF:
            raise error('Error -3 while decompressing data: incorrect length check')
        self.eof = True


def _gzip_header(data):
    """Where the header of gzip ends; 0 if not all of it is there."""
    if len(data) < 10:
        return 0
    flags, at = data[3], 10
    if flags & 4:
        at += 2 + int.from_bytes(data[10:12], 'little')
    for flag in 8, 16:
        if flags & flag:
            at = data.find(0, at) + 1
            if not at:
                return 0
    at += 2 if flags & 2 else 0
    return at if at <= len(data) else 0


Compress.__module__ = Decompress.__module__ = 'zlib'


def compress(data, /, level=-1, wbits=MAX_WBITS):
    data, level, wbits = _bytes_of(data), _c_int(level), _c_int(wbits)
    if not -1 <= level <= 9 or _kind(wbits) is None:
        raise error('Bad compression level')
    stream = Compress(level, wbits)
    return stream.compress(data) + stream.flush()


def decompress(data, /, wbits=MAX_WBITS, bufsize=DEF_BUF_SIZE):
    data, wbits, bufsize = _bytes_of(data), _c_int(wbits), _ssize(bufsize)
    if bufsize < 0:
        raise ValueError('bufsize must be non-negative')
    try:
        stream = Decompress(wbits)
    except ValueError:
        raise error('Error -2 while preparing to decompress data: inconsistent stream state') from None
    out = stream.decompress(data)
    if not stream.eof:
        raise error(_TRUNCATED)
    return out


def compressobj(level=-1, method=DEFLATED, wbits=MAX_WBITS, memLevel=DEF_MEM_LEVEL, strategy=Z_DEFAULT_STRATEGY, zdict=None):
    if zdict is not None:
        from _frames import not_supported
        not_supported('zlib.compressobj(zdict=…)', 'zlib.compressobj()')
    level, method, wbits, memLevel, strategy = map(_c_int, (level, method, wbits, memLevel, strategy))
    if method != DEFLATED or not 1 <= memLevel <= 9 or not 0 <= strategy <= Z_FIXED:
        raise ValueError('Invalid initialization option')
    return Compress(level, wbits)


def decompressobj(wbits=MAX_WBITS, zdict=b''):
    if zdict:
        from _frames import not_supported
        not_supported('zlib.decompressobj(zdict=…)', 'zlib.decompressobj()')
    return Decompress(_c_int(wbits))


from _frames import final as _final, native as _native, open_extension as _extension
_extension(Compress, Decompress)
_final(Compress, Decompress)
_native(globals())
