"""Archives of files: as they are, or shortened by DEFLATE."""
import builtins
import io
import os
import stat
import struct
import time
import zlib

from zipfile._members import (BZIP2_VERSION, BadZipFile, BadZipfile, DEFAULT_VERSION, LZMA_VERSION, LargeZipFile,
                              MAX_EXTRACT_VERSION, ZIP64_LIMIT, ZIP64_VERSION, ZIP_BZIP2, ZIP_DEFLATED,
                              ZIP_FILECOUNT_LIMIT, ZIP_LZMA, ZIP_MAX_COMMENT, ZIP_STORED, ZipInfo, _CENTRAL, _END,
                              _LOCAL, _end_of, error)
from zipfile._streams import ZipExtFile, _ZipWriteFile

__all__ = ['BadZipFile', 'BadZipfile', 'error', 'ZIP_STORED', 'ZIP_DEFLATED', 'ZIP_BZIP2', 'ZIP_LZMA', 'is_zipfile', 'ZipInfo',
           'ZipFile', 'LargeZipFile', 'Path']


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
