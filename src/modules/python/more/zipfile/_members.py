"""What an archive says of a member, and where it ends."""
import os
import stat
import struct
import time
import zipfile  # where programs set limits

__name__ = 'zipfile'  # where what is here is said to be

ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA = 0, 8, 12, 14
# What needs the format's extensions (Zip64).
ZIP64_LIMIT, ZIP_FILECOUNT_LIMIT, ZIP_MAX_COMMENT = (1 << 31) - 1, (1 << 16) - 1, (1 << 16) - 1
DEFAULT_VERSION, ZIP64_VERSION, BZIP2_VERSION, LZMA_VERSION, MAX_EXTRACT_VERSION = 20, 45, 46, 63, 63
_NAMES = {0: 'store', 8: 'deflate', 12: 'bzip2', 14: 'lzma'}
_LOCAL, _CENTRAL, _END = '<4s5H3L2H', '<4s6H3L5H2L', '<4s4H2LH'


class BadZipFile(Exception):  #: in zipfile/__init__.py
    """What is no archive."""


class LargeZipFile(Exception):
    """What needs the format's extensions."""


error = BadZipfile = BadZipFile


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
            zip64 = full > zipfile.ZIP64_LIMIT or packed > zipfile.ZIP64_LIMIT
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
        if full > zipfile.ZIP64_LIMIT or packed > zipfile.ZIP64_LIMIT:
            large += [full, packed]
            packed = full = 0xffffffff
        if at > zipfile.ZIP64_LIMIT:
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
