"""The files of xz, and of what came before it."""
import builtins
import io
import os
import zlib
import _lzma
from _frames import bytes_of as _bytes_of
from _lzma import LZMAError, piece as _piece
from bz2 import _More, _can_be_file, _given, _Stream, _text

FORMAT_AUTO, FORMAT_XZ, FORMAT_ALONE, FORMAT_RAW = range(4)
CHECK_NONE, CHECK_CRC32, CHECK_CRC64, CHECK_SHA256, CHECK_ID_MAX, CHECK_UNKNOWN = 0, 1, 4, 10, 15, 16
FILTER_LZMA1, FILTER_LZMA2 = 0x4000000000000001, 0x21
FILTER_DELTA, FILTER_X86, FILTER_POWERPC, FILTER_IA64, FILTER_ARM, FILTER_ARMTHUMB, FILTER_SPARC = range(3, 10)
MF_HC3, MF_HC4, MF_BT2, MF_BT3, MF_BT4 = 3, 4, 18, 19, 20
MODE_FAST, MODE_NORMAL, PRESET_DEFAULT, PRESET_EXTREME = 1, 2, 6, 1 << 31
__all__ = [_name for _name in globals() if _name.isupper()] + [
    'LZMACompressor', 'LZMADecompressor', 'LZMAFile', 'LZMAError', 'open', 'compress', 'decompress', 'is_check_supported']
_MAGIC, _ENDS = b'\xfd7zXZ\0', 'Compressed data ended before the end-of-stream marker was reached'
_SIZES = {CHECK_NONE: 0, CHECK_CRC32: 4, CHECK_CRC64: 8, CHECK_SHA256: 32}
_CRC64 = []


def is_check_supported(check_id, /):
    return check_id in _SIZES


def _checked(data, check):
    """The sum that stands behind a block."""
    if check == CHECK_SHA256:
        import hashlib
        return hashlib.sha256(data).digest()
    if check != CHECK_CRC64:
        return _crc32(data) if check else b''
    if not _CRC64:
        for value in range(256):
            for _ in range(8):
                value = value >> 1 ^ (0xc96c5795d7870f42 if value & 1 else 0)
            _CRC64.append(value)
    value, table = (1 << 64) - 1, _CRC64
    for byte in data:
        value = value >> 8 ^ table[(value ^ byte) & 255]
    return (value ^ (1 << 64) - 1).to_bytes(8, 'little')


def _crc32(data):
    return zlib.crc32(data).to_bytes(4, 'little')


def _number(data, at):
    value = shift = 0
    while True:
        byte, = _piece(data, at, 1)
        value, shift, at = value | (byte & 127) << shift, shift + 7, at + 1
        if byte < 128:
            return value, at


def _as_number(value):
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes(out) + bytes([value])


def _from_xz(data, told):
    """What a stream of xz stands for, and where it ends."""
    if not data.startswith(_MAGIC[:len(data)]):
        raise _lzma.no_format()
    flags = _piece(data, 6, 2)
    if _piece(data, 8, 4) != _crc32(flags) or flags[0] or flags[1] > 15:
        raise _lzma.corrupt()
    told.check = check = flags[1]
    at, out, count = 12, bytearray(), 0
    while size := _piece(data, at, 1)[0]:
        header, first = _piece(data, at, 4 * size + 4), at
        if header[-4:] != _crc32(header[:-4]):
            raise _lzma.corrupt()
        at = 2
        for bit in 64, 128:
            if header[1] & bit:
                at = _number(header, at)[1]
        chain = []
        for _ in range(header[1] & 3):
            kind, at = _number(header, at)
            size, at = _number(header, at)
            chain.append(_filters().read(kind, header[at:at + size]))
            at += size
        kind, at = _number(header, at)
        if kind != FILTER_LZMA2:
            raise LZMAError('Invalid or unsupported options')
        try:
            block, at = _lzma.unchunked(data, first + len(header), told._partly)
        except _More as more:
            raise _More(bytes(out) + (more.args[0] if more.args and not chain else b'')) from None
        if chain:
            block = _filters().applied(block, chain, False)
        at += -at % 4
        total = data[at:at + _SIZES.get(check, 0)]
        if len(total) < _SIZES.get(check, 0):
            raise _More(bytes(out) + bytes(block))
        if check in _SIZES and total != _checked(block, check):
            raise _lzma.corrupt()
        out, at, count = bytearray(out + block) if out else block, at + len(total), count + 1
    try:
        return bytes(out), _index(data, at, count, flags)
    except _More:
        raise _More(bytes(out)) from None


def _index(data, at, count, flags):
    """Where a stream of so many blocks ends, whose index is there."""
    first = at
    blocks, at = _number(data, at + 1)
    for _ in range(2 * blocks):
        _, at = _number(data, at)
    at += -at % 4
    if blocks != count or _piece(data, at, 4) != _crc32(data[first:at]):
        raise _lzma.corrupt()
    end = _piece(data, at + 4, 12)
    if end[4:8] != ((at - first) // 4).to_bytes(4, 'little') or end[8:] != flags + b'YZ' or end[:4] != _crc32(end[4:10]):
        raise _lzma.corrupt()
    return at + 16


def _from_alone(data, told):
    """The same of a file of the older kind."""
    if data:
        _lzma.properties(data[0])
    size = int.from_bytes(_piece(data, 1, 4), 'little')
    if size != 0xffffffff and size & size - 1 and size.bit_length() - 2 != (size & -size).bit_length() - 1:
        raise _lzma.no_format()
    length = int.from_bytes(_piece(data, 5, 8), 'little')
    if length != (1 << 64) - 1 and length >= 1 << 38:
        raise _lzma.no_format()
    coder, out = _lzma.Reader(*_lzma.properties(data[0])), bytearray()
    told.check = CHECK_NONE
    try:
        coder.start(data, 13)
        coder.read(out, None if length == (1 << 64) - 1 else length)
    except _More:
        raise _More(bytes(out)) from None
    return bytes(out), coder.at


def _filters():
    import _lzma_filters
    return _lzma_filters


def _chain(filters):
    """The filters before LZMA, and what LZMA is told."""
    if filters is None:
        return [], {}
    *before, last = _filters().checked(filters)
    return before, last


def _options(given, preset):
    """lc, lp and pb, and the size of the dictionary."""
    chosen = given.get('preset', PRESET_DEFAULT if preset is None else preset)
    if chosen & ~PRESET_EXTREME > 9:
        raise LZMAError(f'Invalid compression preset: {chosen}' if given else 'Invalid or unsupported options')
    size = 1 << (18, 20, 21, 22, 22, 23, 23, 24, 25, 26)[chosen & 31]
    return (given.get('lc', 3), given.get('lp', 0), given.get('pb', 2)), given.get('dict_size', size)


class LZMACompressor:
    """Takes bytes, and gives them shorter when all are there."""

    def __init__(self, format=FORMAT_XZ, check=-1, preset=None, filters=None):
        if preset is not None and filters is not None:
            raise ValueError('Cannot specify both preset and filter chain')
        if format != FORMAT_XZ and check not in (-1, CHECK_NONE):
            raise ValueError('Integrity checks are only supported by FORMAT_XZ')
        if format not in (FORMAT_XZ, FORMAT_ALONE, FORMAT_RAW):
            raise ValueError(f'Invalid container format: {format}')
        if format == FORMAT_RAW and filters is None:
            raise ValueError('Must specify filters for FORMAT_RAW')
        self._format, self._check = format, CHECK_CRC64 if check == -1 else check
        if self._check not in _SIZES:
            raise LZMAError('Unsupported integrity check')
        if format == FORMAT_ALONE and filters is not None and [one.get('id') for one in filters] != [FILTER_LZMA1]:
            raise ValueError('Invalid filter chain for FORMAT_ALONE - must be a single LZMA1 filter')
        self._before, last = _chain(filters)
        self._props, self._size = _options(last, preset)
        is_first = last.get('id', FILTER_LZMA2) == FILTER_LZMA1
        if format == FORMAT_XZ and is_first:
            raise LZMAError('Internal error')
        self._first = format == FORMAT_ALONE or is_first
        self._parts, self._flushed, self._begun = [], False, False

    def compress(self, data, /):  #: -
        data = _bytes_of(data)
        if self._flushed:
            raise ValueError('Compressor has been flushed')
        self._parts.append(data)
        if self._format != FORMAT_XZ or self._begun:
            return b''
        self._begun = True
        return self._header()

    def _header(self):
        flags = bytes([0, self._check])
        return _MAGIC + flags + _crc32(flags)

    def flush(self):
        if self._flushed:
            raise ValueError('Repeated call to flush()')
        self._flushed = True
        data = b''.join(self._parts)
        packed = _filters().applied(data, self._before, True) if self._before else data
        if self._first:
            return self._lzma1(packed)
        if self._format == FORMAT_RAW:
            return _lzma.chunks(packed, self._props, self._size)
        head, blocks, sizes = b'' if self._begun else self._header(), b'', b'\0'
        if data:
            size = max(self._size, 4096)
            bits = (size - 1).bit_length()
            code = 2 * (bits - 12) - (1 if size <= 3 << bits - 2 else 0)
            blocks = b'!\1' + bytes([code])
            if self._before:
                blocks = _filters().written(self._before) + blocks
            blocks += bytes(-len(blocks) - 2 & 3)
            blocks = bytes([(len(blocks) + 2) // 4, len(self._before)]) + blocks
            blocks += _crc32(blocks) + _lzma.chunks(packed, self._props, self._size)
            total = _checked(data, self._check)
            sizes = b'\1' + _as_number(len(blocks) + len(total)) + _as_number(len(data))
            blocks += bytes(-len(blocks) % 4) + total
        table = b'\0' + sizes
        table += bytes(-len(table) % 4)
        foot = (len(table) // 4).to_bytes(4, 'little') + bytes([0, self._check])
        return head + blocks + table + _crc32(table) + _crc32(foot) + foot + b'YZ'

    def _lzma1(self, data):
        lc, lp, pb = self._props
        coder, out, at, found = _lzma.Writer(lc, lp, pb), b'', 0, {}
        coder.start()
        while at < len(data):
            at = coder.write(data, at, found, self._size)
            out += coder.bytes
            coder.bytes.clear()
        coder.match(at, 2, 0xffffffff)
        out += coder.finish()
        if self._format == FORMAT_RAW:
            return out
        return bytes([(pb * 5 + lp) * 9 + lc]) + self._size.to_bytes(4, 'little') + b'\xff' * 8 + out


class LZMADecompressor:
    """Takes what was shortened, and gives what it stands for once the stream is whole."""
    # Whether what there is of a chunk is read as well.
    _partly = False

    def __init__(self, format=FORMAT_AUTO, memlimit=None, filters=None):
        if format == FORMAT_RAW:
            if memlimit is not None:
                raise ValueError('Cannot specify memory limit with FORMAT_RAW')
            if filters is None:
                raise ValueError('Must specify filters for FORMAT_RAW')
        elif filters is not None:
            raise ValueError('Cannot specify filters except with FORMAT_RAW')
        if format not in range(4):
            raise ValueError(f'Invalid container format: {format}')
        self._format, (self._before, self._last) = format, _chain(filters)
        self.check = CHECK_NONE if format in (FORMAT_RAW, FORMAT_ALONE) else CHECK_UNKNOWN
        self.eof, self.needs_input, self.unused_data, self._held, self._out = False, True, b'', b'', b''

    def decompress(self, data, max_length=-1):
        data = _bytes_of(data)
        if self.eof:
            raise EOFError('Already at end of stream')
        return _given(self, data, max_length, self._stream)

    def _stream(self, data):
        if self._format == FORMAT_RAW:
            if self._last['id'] == FILTER_LZMA2:
                out, end = _lzma.unchunked(data, 0)
            else:
                coder, out = _lzma.Reader(*_options(self._last, None)[0]), bytearray()
                coder.start(data, 0)
                coder.read(out, None)
                end = coder.at
            return _filters().applied(bytes(out), self._before, False) if self._before else bytes(out), end
        alone = self._format == FORMAT_ALONE or not self._format and data and not data.startswith(_MAGIC[:len(data)])
        return _from_alone(data, self) if alone else _from_xz(data, self)


LZMACompressor.__module__ = LZMADecompressor.__module__ = '_lzma'


def compress(data, format=FORMAT_XZ, check=-1, preset=None, filters=None):
    """The bytes, shorter."""
    compressor = LZMACompressor(format, check, preset, filters)
    return compressor.compress(data) + compressor.flush()  #: 336 return «comp.compress(data)» + comp.flush()


def decompress(data, format=FORMAT_AUTO, memlimit=None, filters=None):
    """What the bytes stand for; several streams are one."""
    results = []
    while True:
        decompressor = LZMADecompressor(format, memlimit, filters)
        try:
            found = decompressor.decompress(data)
        except LZMAError:
            if results:
                break
            raise
        results.append(found)
        if not decompressor.eof:
            raise LZMAError(_ENDS)  #: 359 raise LZMAError("Compressed data ended before the "⏎                "end-of-stream marker was reached")
        data = decompressor.unused_data
        if not data:
            break
    return b''.join(results)


class LZMAFile(_Stream):
    """A file whose bytes stand shortened in another."""
    _wrong = LZMAError

    def __init__(self, filename=None, mode='r', *, format=None, check=-1, preset=None, filters=None):
        if mode not in ('r', 'rb', 'w', 'wb', 'a', 'ab', 'x', 'xb'):
            raise ValueError(f'Invalid mode: {mode!r}')  #: 115 raise ValueError("Invalid mode: {!r}".format(mode))
        reads = mode[0] == 'r'
        if reads and check != -1:
            raise ValueError('Cannot specify an integrity check when opening a file for reading')  #: 99 raise ValueError("Cannot specify an integrity check "⏎                 "when opening a file for reading")
        if reads and preset is not None:
            raise ValueError('Cannot specify a preset compression level when opening a file for reading')  #: 102 raise ValueError("Cannot specify a preset compression "⏎                 "level when opening a file for reading")
        self._options = FORMAT_AUTO if format is None else format, None, filters
        compressor = None if reads else LZMACompressor(FORMAT_XZ if format is None else format, check, preset, filters)  #: 111 self._compressor = «LZMACompressor(format=format, check=check,⏎                                  preset=preset, filters=filters)»
        if not _can_be_file(filename):
            raise TypeError('filename must be a str, bytes, file or PathLike object')  #: 127 raise TypeError("filename must be a str, bytes, file or PathLike object")
        self._begin(filename, mode[0], compressor)  #: 120 self._fp = «builtins.open(filename, mode)»

    def _decompressor(self):
        return LZMADecompressor(*self._options)

    def _partly(self, decompressor, data):
        decompressor._partly = True
        try:
            decompressor._stream(data)
        except _More as more:
            return more.args[0] if more.args else b''


def open(filename, mode='rb', *, format=None, check=-1, preset=None, filters=None, encoding=None, errors=None,
         newline=None):
    """A file of xz, of bytes or of text."""
    if 't' in mode:
        if 'b' in mode:
            raise ValueError(f'Invalid mode: {mode!r}')  #: 307 raise ValueError("Invalid mode: %r" % (mode,))
    else:
        if encoding is not None:
            raise ValueError("Argument 'encoding' not supported in binary mode")  #: 310
        if errors is not None:
            raise ValueError("Argument 'errors' not supported in binary mode")  #: 312
        if newline is not None:
            raise ValueError("Argument 'newline' not supported in binary mode")  #: 314
    binary = LZMAFile(filename, mode.replace('t', ''), format=format, check=check, preset=preset, filters=filters)  #: 317 binary_file = «LZMAFile(filename, lz_mode, format=format, check=check,⏎                       preset=preset, filters=filters)»
    return _text(binary, encoding, errors, newline) if 't' in mode else binary


from _frames import final as _final
_final(LZMACompressor, LZMADecompressor)
