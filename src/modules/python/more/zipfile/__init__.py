"""Archives of files: as they are, or shortened by DEFLATE."""
import builtins
import io
import os
import stat
import struct
import time
import zlib

__all__ = ['BadZipFile', 'BadZipfile', 'error', 'ZIP_STORED', 'ZIP_DEFLATED', 'ZIP_BZIP2', 'ZIP_LZMA', 'is_zipfile', 'ZipInfo',
           'ZipFile', 'LargeZipFile', 'Path']
ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA = 0, 8, 12, 14
# What needs the format's extensions (Zip64).
ZIP64_LIMIT, ZIP_FILECOUNT_LIMIT, ZIP_MAX_COMMENT = (1 << 31) - 1, (1 << 16) - 1, (1 << 16) - 1
DEFAULT_VERSION, ZIP64_VERSION, BZIP2_VERSION, LZMA_VERSION, MAX_EXTRACT_VERSION = 20, 45, 46, 63, 63
_NAMES = {0: 'store', 8: 'deflate', 12: 'bzip2', 14: 'lzma'}
_LOCAL, _CENTRAL, _END = '<4s5H3L2H', '<4s6H3L5H2L', '<4s4H2LH'


class BadZipFile(Exception):
    """What is no archive."""


class LargeZipFile(Exception):
    """What needs the format's extensions."""


error = BadZipfile = BadZipFile


def is_zipfile(filename):
    try:
        if hasattr(filename, 'read'):
            at = filename.tell()
            filename.seek(0)
            data = filename.read()
            filename.seek(at)
        else:
            with builtins.open(filename, 'rb') as file:
                data = file.read()
        return _end_of(data) is not None
    except OSError:
        return False


def _end_of(data):
    at = data.rfind(b'PK\5\6')
    return None if at < 0 or len(data) < at + 22 else struct.unpack(_END, data[at:at + 22])


class ZipInfo:
    """A member of an archive."""
    __slots__ = ('orig_filename', 'filename', 'date_time', 'compress_type', 'compress_level', 'comment', 'extra', 'create_system',
                 'create_version', 'extract_version', 'reserved', 'flag_bits', 'volume', 'internal_attr', 'external_attr',
                 'header_offset', 'CRC', 'compress_size', 'file_size', '_raw_time', '_end_offset')

    def __init__(self, filename='NoName', date_time=(1980, 1, 1, 0, 0, 0)):
        self.orig_filename = filename
        self.filename = filename.partition('\0')[0].replace(os.sep, '/')
        if date_time[0] < 1980:
            raise ValueError('ZIP does not support timestamps before 1980')  #: 412
        self.date_time, self.compress_type, self.compress_level = date_time, ZIP_STORED, None
        self.comment = self.extra = b''
        self.create_system, self.create_version, self.extract_version = 3, 20, 20
        self.flag_bits = self.reserved = self.volume = self.internal_attr = self.external_attr = 0
        self.header_offset = self.CRC = self.compress_size = self.file_size = 0
        # Where what stands behind the member begins, once that is known.
        self._end_offset = None

    @classmethod
    def from_file(cls, filename, arcname=None, *, strict_timestamps=True):
        if not isinstance(filename, int):
            filename = os.fspath(filename)
        found = os.stat(filename)  #: 580 st = «os.stat(filename)»
        name = os.path.normpath(os.path.splitdrive(filename if arcname is None else os.fspath(arcname))[1]).lstrip('/')
        is_dir = stat.S_ISDIR(found.st_mode)
        date = time.localtime(found.st_mtime)[:6]
        if not strict_timestamps:
            date = max((1980, 1, 1, 0, 0, 0), min(date, (2107, 12, 31, 23, 59, 59)))
        made = cls(name + '/' if is_dir else name, date)
        made.external_attr = (found.st_mode & 0xFFFF) << 16 | (0x10 if is_dir else 0)
        made.file_size = 0 if is_dir else found.st_size
        return made

    def is_dir(self):
        return self.filename.endswith('/')

    def __repr__(self):
        parts = [f'<{type(self).__name__} filename={self.filename!r}']
        if self.compress_type:
            parts.append(f'compress_type={_NAMES.get(self.compress_type, self.compress_type)}')
        high, low = self.external_attr >> 16, self.external_attr & 0xFFFF
        if high:
            parts.append(f'filemode={stat.filemode(high)!r}')
        if low:
            parts.append(f'external_attr={low:#x}')
        if not self.is_dir() or self.file_size:
            parts.append(f'file_size={self.file_size!r}')
        if (not self.is_dir() or self.compress_size) and (self.compress_type or self.file_size != self.compress_size):
            parts.append(f'compress_size={self.compress_size!r}')
        return ' '.join(parts) + '>'

    def _dated(self):
        year, month, day, hour, minute, second = self.date_time
        return hour << 11 | minute << 5 | second // 2, (year - 1980) << 9 | month << 5 | day

    def _name(self):
        """The name in bytes, and the flags that say how it is encoded."""
        return (self.filename.encode(), self.flag_bits) if self.filename.isascii() else (self.filename.encode(), self.flag_bits | 0x800)

    def FileHeader(self, zip64=None):
        """What stands before the member; sizes of 64 bits stand in its extra field."""
        sizes = (0, 0, 0) if self.flag_bits & 8 else (self.CRC, self.compress_size, self.file_size)
        crc, packed, full = sizes
        extra, least = self.extra, {ZIP_BZIP2: BZIP2_VERSION, ZIP_LZMA: LZMA_VERSION}.get(self.compress_type, 0)
        if zip64 is None:
            zip64 = full > ZIP64_LIMIT or packed > ZIP64_LIMIT
        if zip64:
            extra += struct.pack('<HHQQ', 1, 16, full, packed)
            packed = full = 0xffffffff
            least = max(least, ZIP64_VERSION)
        self.extract_version, self.create_version = max(least, self.extract_version), max(least, self.create_version)
        name, flags = self._name()
        return struct.pack(_LOCAL, b'PK\3\4', self.extract_version, flags, self.compress_type, *self._dated(), crc, packed, full,
                           len(name), len(extra)) + name + extra

    def _entry(self):
        name, flags = self._name()
        packed, full, at, large, extra = self.compress_size, self.file_size, self.header_offset, [], self.extra
        if full > ZIP64_LIMIT or packed > ZIP64_LIMIT:
            large += [full, packed]
            packed = full = 0xffffffff
        if at > ZIP64_LIMIT:
            large.append(at)
            at = 0xffffffff
        made, needed = self.create_version, self.extract_version
        if large:
            extra = struct.pack(f'<HH{len(large)}Q', 1, 8 * len(large), *large) + _without_large(extra)
            made, needed = max(ZIP64_VERSION, made), max(ZIP64_VERSION, needed)
        return struct.pack(_CENTRAL, b'PK\1\2', made | self.create_system << 8, needed, flags, self.compress_type, *self._dated(), self.CRC,
                           packed, full, len(name), len(extra), len(self.comment), 0, self.internal_attr, self.external_attr,
                           at) + name + extra + self.comment

    def _decodeExtra(self):
        """Takes sizes of 64 bits out of the extra field."""
        extra = self.extra
        while len(extra) >= 4:
            kind, size = struct.unpack('<HH', extra[:4])
            if size + 4 > len(extra):
                raise BadZipFile('Corrupt extra field %04x (size=%d)' % (kind, size))
            if kind == 1:
                data, field = extra[4:size + 4], 'File size'
                try:
                    for field, name, marks in (('File size', 'file_size', (0xffffffffffffffff, 0xffffffff)),
                                               ('Compress size', 'compress_size', (0xffffffff,)),
                                               ('Header offset', 'header_offset', (0xffffffff,))):
                        if getattr(self, name) in marks:
                            setattr(self, name, struct.unpack('<Q', data[:8])[0])
                            data = data[8:]
                except struct.error:
                    raise BadZipFile(f'Corrupt zip64 extra field. {field} not found.') from None
            extra = extra[size + 4:]


def _without_large(extra):
    """An extra field without sizes of 64 bits."""
    kept = b''
    while len(extra) >= 4:
        kind, size = struct.unpack('<HH', extra[:4])
        kept, extra = kept + (extra[:size + 4] if kind != 1 else b''), extra[size + 4:]
    return kept + extra


class _ZipWriteFile(io.BytesIO):
    """What is written to it becomes a member when it is closed."""

    def __init__(self, archive, info, zip64):
        super().__init__()
        self._archive, self._info, self.name, self.mode, self._zip64 = archive, info, info.filename, 'wb', zip64

    def __repr__(self):
        return object.__repr__(self)

    def writable(self):
        return True

    def readable(self):
        return False

    seekable = readable

    def read(self, size=-1):  #: -
        raise io.UnsupportedOperation('read')

    def tell(self, *args):  #: -
        raise io.UnsupportedOperation('seek')

    seek = tell

    def write(self, data):
        if self.closed:
            raise ValueError('I/O operation on closed file.')
        return super().write(data)

    def close(self):
        if not self.closed:
            self._archive._writing = False
            self._archive._add(self._info, self.getvalue(), self._zip64)
        super().close()


class ZipExtFile(io.BytesIO):
    """A member that is read; who reads up to its end is told whether it is what was written."""

    MIN_READ_SIZE, MAX_N, MAX_SEEK_READ = 4096, 1 << 30, 1 << 24

    def __init__(self, data, mode, info, is_short=False):
        super().__init__(data)
        self._is_broken, self._is_short = not is_short and zlib.crc32(data) != info.CRC, is_short
        self.name, self.mode, self._kind = info.filename, mode, info.compress_type

    def __repr__(self):
        kind = type(self)
        state = '[closed]' if self.closed else f'name={self.name!r}'
        if not self.closed:
            state += f' compress_type={_NAMES.get(self._kind, self._kind)}' if self._kind else ''
        return f'<{kind.__module__}.{kind.__qualname__} {state}>'

    def _reads(self, size):
        if self.closed:
            raise ValueError('read from closed file.')
        if self._is_short and (size is None or size < 0 or self.tell() + size > len(self.getbuffer())):
            raise EOFError
        # So much is read at once.
        if self._is_broken and (size is None or size < 0 or self.tell() + max(size, 4096) >= len(self.getbuffer())):
            raise BadZipFile(f'Bad CRC-32 for file {self.name!r}')

    def read(self, size=-1):
        self._reads(size)
        return super().read(size)

    def read1(self, size=-1):
        self._reads(size)
        return super().read1(size)

    def readline(self, size=-1):
        self._reads(0)
        return super().readline(size)

    def readinto(self, buffer):
        self._reads(len(buffer))
        return super().readinto(buffer)

    def __next__(self):
        self._reads(0)
        return super().__next__()

    def readable(self):
        if self.closed:
            raise ValueError('I/O operation on closed file.')
        return True

    seekable = readable

    def tell(self):
        if self.closed:
            raise ValueError('tell on closed file.')
        return super().tell()

    def seek(self, offset, whence=0):
        if self.closed:
            raise ValueError('seek on closed file.')
        return super().seek(offset, whence)

    def writable(self):
        return False

    def write(self, data):
        raise io.UnsupportedOperation('write')


class ZipFile:
    """An archive that is read, or written."""
    fp = None

    _seekable = True

    def __init__(self, file, mode='r', compression=ZIP_STORED, allowZip64=True, compresslevel=None, *,
                 strict_timestamps=True, metadata_encoding=None):
        if mode not in ('r', 'w', 'x', 'a'):
            raise ValueError("ZipFile requires mode 'r', 'w', 'x', or 'a'")  #: 1328
        self._check(compression)  #: 1330 _check_compression(compression)
        self.mode, self.compression, self.compresslevel, self.pwd, self.debug = mode, compression, compresslevel, None, 0
        self.filelist, self.NameToInfo, self._comment, self._changed = [], {}, b'', False
        self._allowZip64 = allowZip64
        self._writing, self._passed = False, not isinstance(file, (str, os.PathLike))
        self._strict_timestamps, self.metadata_encoding = strict_timestamps, metadata_encoding
        if metadata_encoding and mode != 'r':
            raise ValueError('metadata_encoding is only supported for reading files')
        if self._passed:
            self.fp, self.filename = file, getattr(file, 'name', None)
        else:
            self.filename = os.fspath(file)
            if mode == 'a' and not os.path.exists(self.filename):
                mode = 'w'
            self.fp = builtins.open(self.filename, {'r': 'rb', 'w': 'w+b', 'x': 'x+b', 'a': 'r+b'}[mode])  #: 1362 self.fp = «io.open(file, filemode)»
        if mode in 'ra':
            try:
                self._RealGetContents(mode)  #: 1380 self._RealGetContents()
            except BadZipFile:
                if mode == 'r':
                    self._leave()
                    raise
                self.fp.seek(0, 2)
                self._start = self.fp.tell()
        else:
            self._changed, self._start = True, 0
            try:
                self._start = self.fp.tell()
                self.fp.seek(self._start)
            except (AttributeError, OSError):
                self._seekable = False

    @staticmethod  #: in zipfile/__init__.py _check_compression
    def _check(compression):
        if compression not in (ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA):
            raise NotImplementedError('That compression method is not supported')  #: 765 raise NotImplementedError("That compression method is not supported")

    def _RealGetContents(self, mode):
        self.fp.seek(0)
        data = self.fp.read()
        end = _end_of(data)
        if end is None:
            raise BadZipFile("File is not a zip file")  #: 1447
        count, size, at, length = end[4], end[5], end[6], end[7]
        place = data.rfind(b'PK\5\6')
        self._comment = data[place + 22:place + 22 + length]
        if data[max(place - 20, 0):place][:4] == b'PK\6\7' and place >= 76:
            # The end of Zip64 stands before.
            _, disk, _, disks = struct.unpack('<4sLQL', data[place - 20:place])
            if disk or disks > 1:
                raise BadZipFile('zipfiles that span multiple disks are not supported')
            large = struct.unpack('<4sQ2H2L4Q', data[place - 76:place - 20])
            if large[0] == b'PK\6\6':
                count, size, at, place = large[7], large[8], large[9], place - 76
        # What stands before the archive moves all of it.
        moved = place - size - at
        self._start = at = at + moved
        if at < 0:
            raise BadZipFile('Bad offset for central directory')
        end = at + size
        while at < end:
            if at + 46 > end:
                raise BadZipFile('Truncated central directory')
            entry = struct.unpack(_CENTRAL, data[at:at + 46])
            if entry[0] != b'PK\1\2':
                raise BadZipFile('Bad magic number for central directory')
            _, made, needed, flags, kind, hour, day, crc, packed, full, name, extra, comment, _, inner, outer, offset = entry
            name = data[at + 46:at + 46 + name]
            info = ZipInfo(name.decode('utf-8' if flags & 0x800 else self.metadata_encoding or 'cp437'),
                           ((day >> 9) + 1980, day >> 5 & 15, day & 31, hour >> 11, hour >> 5 & 63, (hour & 31) * 2))
            start = at + 46 + len(name)
            info.extra, info.comment = data[start:start + extra], data[start + extra:start + extra + comment]
            info.create_version, info.create_system, info.extract_version = made & 255, made >> 8, needed
            info.flag_bits, info.compress_type, info.CRC, info.compress_size, info.file_size = flags, kind, crc, packed, full
            info.internal_attr, info.external_attr, info.header_offset = inner, outer, offset
            if needed > 63:
                raise NotImplementedError(f'zip file version {needed / 10:.1f}')
            info._decodeExtra()
            info.header_offset += moved
            self._enter(info)
            at = start + extra + comment
        behind = self._start
        for info in sorted(self.filelist, key=lambda info: info.header_offset, reverse=True):
            info._end_offset, behind = behind, info.header_offset

    def _enter(self, info):
        self.filelist.append(info)
        self.NameToInfo[info.filename] = info

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        self.close()  #: 1423

    def __repr__(self):
        parts = [f'<{type(self).__module__}.{type(self).__qualname__}']
        if self.fp is None:
            parts.append(' [closed]')
        elif self._passed:
            parts.append(f' file={self.fp!r} mode={self.mode!r}')
        else:
            parts.append(f' filename={self.filename!r} mode={self.mode!r}')
        return ''.join(parts) + '>'

    @property
    def comment(self):
        return self._comment

    @comment.setter
    def comment(self, comment):
        if not isinstance(comment, bytes):
            raise TypeError(f'comment: expected bytes, got {type(comment)}')
        if len(comment) > 65535:
            import warnings
            warnings.warn('Archive comment is too long; truncating to 65535 bytes', stacklevel=2)
        self._comment, self._changed = comment[:65535], True

    def namelist(self):
        return [info.filename for info in self.filelist]

    def infolist(self):
        return self.filelist

    def printdir(self, file=None):
        print('%-46s %19s %12s' % ('File Name', 'Modified    ', 'Size'), file=file)
        for info in self.filelist:
            print('%-46s %s %12d' % (info.filename, '%d-%02d-%02d %02d:%02d:%02d' % info.date_time[:6], info.file_size),
                  file=file)

    def testzip(self):
        for info in self.filelist:
            try:
                self.read(info.filename)
            except BadZipFile:
                return info.filename

    def getinfo(self, name):
        info = self.NameToInfo.get(name)
        if info is None:
            raise KeyError('There is no item named %r in the archive' % name)  #: 1563 raise KeyError(⏎    'There is no item named %r in the archive' % name)
        return info

    def setpassword(self, pwd):
        if pwd and not isinstance(pwd, bytes):
            raise TypeError(f'pwd: expected bytes, got {type(pwd).__name__}')  #: 1571 raise TypeError("pwd: expected bytes, got %s" % type(pwd).__name__)
        self.pwd = pwd or None

    def read(self, name, pwd=None):
        with self.open(name, 'r', pwd) as file:  #: 1598 with «self.open(name, "r", pwd)» as fp:
            return file.read()  #: 1599 return «fp.read()»

    def open(self, name, mode='r', pwd=None, *, force_zip64=False):
        if mode not in {'r', 'w'}:
            raise ValueError('open() requires mode "r" or "w"')  #: 1618
        if pwd and mode == 'w':
            raise ValueError('pwd is only supported for reading files')  #: 1620 raise ValueError("pwd is only supported for reading files")
        if not self.fp:
            raise ValueError('Attempt to use ZIP archive that was already closed')  #: 1622 raise ValueError(⏎    "Attempt to use ZIP archive that was already closed")
        if mode == 'w':
            info = name
            if not isinstance(name, ZipInfo):
                info = ZipInfo(name, time.localtime()[:6])
                info.compress_type, info.compress_level = self.compression, self.compresslevel
                info.external_attr = 0o600 << 16
            self._writable()
            zip64 = force_zip64 or info.file_size * 1.05 > ZIP64_LIMIT
            if not self._allowZip64 and zip64:
                raise LargeZipFile('Filesize would require ZIP64 extensions')
            info.flag_bits = 0
            self._writing = True
            return _ZipWriteFile(self, info, zip64)
        info = name if isinstance(name, ZipInfo) else self.getinfo(name)  #: 1635 zinfo = «self.getinfo(name)»
        if self._writing:
            raise ValueError("Can't read from the ZIP file while there is an open writing handle on it. Close the writing "
                             'handle before trying to read.')
        return self._opened(info, pwd, name)

    def _opened(self, info, pwd=None, name=None):
        self.fp.seek(info.header_offset)
        header = self.fp.read(30)
        if len(header) != 30:
            raise BadZipFile('Truncated file header')
        header = struct.unpack(_LOCAL, header)
        if header[0] != b'PK\3\4':
            raise BadZipFile('Bad magic number for file header')
        stands = self.fp.read(header[9])
        self.fp.seek(header[10], 1)
        if info.flag_bits & 0x20:
            raise NotImplementedError('compressed patched data (flag bit 5)')
        if info.flag_bits & 0x40:
            raise NotImplementedError('strong encryption (flag bit 6)')
        if stands.decode('utf-8' if header[2] & 0x800 else self.metadata_encoding or 'cp437') != info.orig_filename:
            raise BadZipFile(f'File name in directory {info.orig_filename!r} and header {stands!r} differ.')
        if info._end_offset is not None and self.fp.tell() + info.compress_size > info._end_offset:
            raise BadZipFile(f'Overlapped entries: {info.orig_filename!r} (possible zip bomb)')
        data = self.fp.read(info.compress_size)
        is_short = len(data) < info.compress_size
        if info.flag_bits & 1:
            pwd = pwd or self.pwd
            if pwd and not isinstance(pwd, bytes):
                raise TypeError(f'pwd: expected bytes, got {type(pwd).__name__}')
            if not pwd:
                raise RuntimeError(f'File {name or info!r} is encrypted, password required for extraction')
            from _zip_passwords import decrypted
            data = decrypted(data, pwd, info)
        if info.compress_type == ZIP_DEFLATED:
            data = zlib.decompressobj(-15).decompress(data)
        elif info.compress_type == ZIP_BZIP2:
            import bz2
            data = bz2.BZ2Decompressor().decompress(data)
        elif info.compress_type == ZIP_LZMA:
            import lzma
            # Two numbers and the size of what a file of the older kind begins with.
            data = lzma.LZMADecompressor(lzma.FORMAT_ALONE).decompress(data[4:9] + b'\xff' * 8 + data[9:])
        else:
            self._check(info.compress_type)
        return ZipExtFile(data, 'rb', info, is_short)

    def extract(self, member, path=None, pwd=None):
        return self._extract(member, os.getcwd() if path is None else os.fspath(path), pwd)  #: 1757 return «self._extract_member(member, path, pwd)»

    def extractall(self, path=None, members=None, pwd=None):
        path = os.getcwd() if path is None else os.fspath(path)
        for member in self.namelist() if members is None else members:
            self._extract(member, path, pwd)

    def _extract(self, member, path, pwd):  #: in zipfile/__init__.py _extract_member
        info = member if isinstance(member, ZipInfo) else self.getinfo(member)  #: 1797 member = «self.getinfo(member)»
        name = '/'.join(part for part in info.filename.split('/') if part not in ('', '.', '..'))
        target = os.path.normpath(os.path.join(path, name))
        above = os.path.dirname(target)
        if above and not os.path.exists(above):
            os.makedirs(above, exist_ok=True)
        if info.is_dir():
            try:
                if not os.path.isdir(target):
                    os.mkdir(target)
            except FileExistsError:
                # Somebody else may have made it.
                if not os.path.isdir(target):
                    raise
        else:
            with builtins.open(target, 'wb') as file:
                file.write(self._opened(info, pwd).read())
        return target

    def _writable(self):
        if self.mode not in ('w', 'x', 'a'):
            raise ValueError("write() requires mode 'w', 'x', or 'a'")
        if not self.fp:
            raise ValueError('Attempt to write ZIP archive that was already closed')
        if self._writing:
            raise ValueError("Can't write to ZIP archive while an open writing handle exists")

    def write(self, filename, arcname=None, compress_type=None, compresslevel=None):
        if not self.fp:
            raise ValueError('Attempt to write to ZIP archive that was already closed')
        info = ZipInfo.from_file(filename, arcname, strict_timestamps=self._strict_timestamps)  #: 1876 zinfo = «ZipInfo.from_file(filename, arcname,⏎                          strict_timestamps=self._strict_timestamps)»
        if info.is_dir():
            return self._add(info, b'')
        info.compress_type = self.compression if compress_type is None else compress_type
        info.compress_level = self.compresslevel if compresslevel is None else compresslevel
        with builtins.open(filename, 'rb') as file:
            self._add(info, file.read())

    def writestr(self, zinfo_or_arcname, data, compress_type=None, compresslevel=None):
        if isinstance(data, str):
            data = data.encode('utf-8')
        info = zinfo_or_arcname
        if not isinstance(info, ZipInfo):
            info = ZipInfo(info, time.localtime()[:6])
            info.compress_type, info.compress_level = self.compression, self.compresslevel
            info.external_attr = 0o40775 << 16 | 0x10 if info.is_dir() else 0o600 << 16
        if not self.fp:
            raise ValueError('Attempt to write to ZIP archive that was already closed')  #: 1920 raise ValueError(⏎    "Attempt to write to ZIP archive that was already closed")
        if compress_type is not None:
            info.compress_type = compress_type
        if compresslevel is not None:
            info.compress_level = compresslevel
        self._add(info, data)  #: 1638 return «self._open_to_write(zinfo, force_zip64=force_zip64)»

    def mkdir(self, zinfo_or_directory_name, mode=511):
        info = zinfo_or_directory_name
        if not isinstance(info, ZipInfo):
            info = ZipInfo(info.rstrip('/') + '/', time.localtime()[:6])
            info.external_attr = (0o40000 | mode) << 16 | 0x10
        self._add(info, b'')

    def _add(self, info, data, zip64=None):
        self._writable()
        self._check(info.compress_type)
        self._fits(info)
        if zip64 is None:
            zip64 = len(data) * 1.05 > ZIP64_LIMIT
            if zip64 and not self._allowZip64:
                raise LargeZipFile('Filesize would require ZIP64 extensions')
        if info.filename in self.NameToInfo:
            import warnings
            warnings._warn_at('Duplicate name: %r' % info.filename, UserWarning, '<stdlib>/zipfile/__init__.py', 1638,
                              'zipfile')
        info.external_attr = info.external_attr or 0o600 << 16
        info.file_size, info.CRC = len(data), zlib.crc32(data)
        if info.compress_type == ZIP_DEFLATED:
            data = zlib.compress(data, -1 if info.compress_level is None else info.compress_level, -15)
        elif info.compress_type == ZIP_BZIP2:
            import bz2
            data = bz2.compress(data, info.compress_level or 9)
            info.create_version, info.extract_version = max(46, info.create_version), max(46, info.extract_version)
        elif info.compress_type == ZIP_LZMA:
            import lzma
            data = lzma.compress(data, lzma.FORMAT_ALONE)
            data = b'\x09\4\5\0' + data[:5] + data[13:]
            info.flag_bits |= 2
            info.create_version, info.extract_version = max(63, info.create_version), max(63, info.extract_version)
        info.compress_size, info.header_offset = len(data), self._start
        if not zip64 and info.file_size > ZIP64_LIMIT:
            raise RuntimeError('File size too large, try using force_zip64')
        if not zip64 and info.compress_size > ZIP64_LIMIT:
            raise RuntimeError('Compressed size too large, try using force_zip64')
        if self._seekable:
            self.fp.seek(self._start)
            piece = info.FileHeader(zip64) + data
        else:
            # Where nobody can go back the sizes stand behind the data.
            info.flag_bits |= 8
            sizes = struct.pack('<LLQQ' if zip64 else '<LLLL', 0x08074b50, info.CRC, info.compress_size, info.file_size)
            piece = info.FileHeader(zip64) + data + sizes
        self.fp.write(piece)
        self._start, self._changed = self._start + len(piece), True
        self._enter(info)

    def close(self):
        if self.fp is None:
            return
        if self._writing:
            raise ValueError("Can't close the ZIP file while there is an open writing handle on it. Close the writing handle "
                             'before closing the zip.')
        try:
            if self.mode in ('w', 'x', 'a') and self._changed:
                entries = b''.join([info._entry() for info in self.filelist])
                if self._seekable:
                    self.fp.seek(self._start)
                self.fp.write(entries + self._ending(len(self.filelist), len(entries)))
                if self.mode == 'a':
                    self.fp.truncate()
                self.fp.flush()
        finally:
            self._leave()

    def _fits(self, info=None):
        """Whether another member needs Zip64, which may not be allowed."""
        if not self._allowZip64:
            what = 'Files count' if len(self.filelist) >= ZIP_FILECOUNT_LIMIT else 'Zipfile size' if self._start > ZIP64_LIMIT else None
            if what:
                raise LargeZipFile(what + ' would require ZIP64 extensions')

    def _ending(self, count, size):
        at, end = self._start, b''
        what = ('Files count' if count > ZIP_FILECOUNT_LIMIT else 'Central directory offset' if at > ZIP64_LIMIT else
                'Central directory size' if size > ZIP64_LIMIT else None)
        if what:
            if not self._allowZip64:
                raise LargeZipFile(what + ' would require ZIP64 extensions')
            end = struct.pack('<4sQ2H2L4Q', b'PK\6\6', 44, 45, 45, 0, 0, count, count, size, at)
            end += struct.pack('<4sLQL', b'PK\6\7', 0, at + size, 1)
            count, size, at = min(count, 0xffff), min(size, 0xffffffff), min(at, 0xffffffff)
        return end + struct.pack(_END, b'PK\5\6', 0, 0, count, count, size, at, len(self._comment)) + self._comment

    def _leave(self):
        file, self.fp = self.fp, None
        if not self._passed:
            file.close()


def __getattr__(name):
    if name == 'Path':
        global Path
        from _zip_paths import Path
        return Path
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
