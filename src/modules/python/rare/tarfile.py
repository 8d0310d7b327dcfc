"""Archives of tar: read and written, as they are or with gzip."""
import builtins
import copy
import io
import os
import stat
import struct
import sys
import time

from _tar_errors import (AbsoluteLinkError, AbsolutePathError, CompressionError, EOFHeaderError, EmptyHeaderError,
                         ExtractError, FilterError, HeaderError, InvalidHeaderError, LinkOutsideDestinationError,
                         OutsideDestinationError, ReadError, SpecialFileError, StreamError, SubsequentHeaderError,
                         TarError, TruncatedHeaderError, _FILTERS, data_filter, fully_trusted_filter, tar_filter)
from _tar_headers import (AREGTYPE, BLKTYPE, BLOCKSIZE, CHRTYPE, CONTTYPE, DEFAULT_FORMAT, DIRTYPE, ENCODING, FIFOTYPE,
                          GNUTYPE_LONGLINK, GNUTYPE_LONGNAME, GNUTYPE_SPARSE, GNU_FORMAT, GNU_MAGIC, LENGTH_LINK,
                          LENGTH_NAME, LENGTH_PREFIX, LNKTYPE, NUL, PAX_FIELDS, PAX_FORMAT, PAX_NUMBER_FIELDS,
                          POSIX_MAGIC, RECORDSIZE, REGTYPE, REGULAR_TYPES, SOLARIS_XHDTYPE, SUPPORTED_TYPES, SYMTYPE,
                          TarInfo, USTAR_FORMAT, XGLTYPE, XHDTYPE, _KINDS, _printable, calc_chksums, itn, nti, nts,
                          stn, version)

__all__ = ['TarFile', 'TarInfo', 'is_tarfile', 'TarError', 'ReadError', 'CompressionError', 'StreamError', 'ExtractError',
           'HeaderError', 'ENCODING', 'USTAR_FORMAT', 'GNU_FORMAT', 'PAX_FORMAT', 'DEFAULT_FORMAT', 'open',
           'fully_trusted_filter', 'data_filter', 'tar_filter', 'FilterError', 'AbsoluteLinkError',
           'OutsideDestinationError', 'SpecialFileError', 'AbsolutePathError', 'LinkOutsideDestinationError']


def copyfileobj(src, dst, length=None, exception=OSError, bufsize=None):
    """Copies that many bytes."""
    data = src.read() if length is None else src.read(length)
    if length is not None and len(data) < length:
        raise exception('unexpected end of data')
    dst.write(data)


class _Behind(io.RawIOBase):
    """A member that a stream has left behind."""

    def readable(self):
        return True

    def readinto(self, buffer):
        raise StreamError('seeking backwards is not allowed')


class ExFileObject(io.BufferedReader):
    """What a member has."""

    def __init__(self, tarfile, tarinfo):
        self._name = tarinfo.name
        try:
            tarfile.fileobj.seek(tarinfo.offset_data)
        except StreamError:
            # Who reads it is told.
            super().__init__(_Behind())
            return
        if tarinfo.sparse is None:
            data = tarfile.fileobj.read(tarinfo.size)
        else:
            data = bytearray(tarinfo.size)
            for at, size in tarinfo.sparse:
                data[at:at + size] = tarfile.fileobj.read(size)
        if len(data) < tarinfo.size:
            raise ReadError('unexpected end of data')
        super().__init__(io.BytesIO(data))

    name = property(lambda self: self._name)
    mode = property(lambda self: 'rb')

    def fileno(self):
        raise AttributeError("'_FileInFile' object has no attribute 'fileno'")


class TarFile:
    """An archive, open."""
    debug, dereference, ignore_zeros, errorlevel = 0, False, False, 1
    format, encoding, errors, tarinfo, fileobject, extraction_filter = (DEFAULT_FORMAT, ENCODING, None, TarInfo, ExFileObject,
                                                                        None)
    OPEN_METH = {'tar': 'taropen', 'gz': 'gzopen', 'bz2': 'bz2open', 'xz': 'xzopen'}

    def __init__(self, name=None, mode='r', fileobj=None, format=None, tarinfo=None, dereference=None, ignore_zeros=None,
                 encoding=None, errors='surrogateescape', pax_headers=None, debug=None, errorlevel=None, copybufsize=None,
                 stream=False):
        modes = {'r': 'rb', 'a': 'r+b', 'w': 'wb', 'x': 'xb'}
        if mode not in modes:
            raise ValueError("mode must be 'r', 'a', 'w' or 'x'")
        self.mode, self._mode, self.stream = mode, modes[mode], stream
        self._extfileobj = bool(fileobj)
        if not fileobj:
            if mode == 'a' and not os.path.exists(name):
                self.mode, self._mode = 'w', 'wb'
            fileobj = builtins.open(name, self._mode)
        else:
            if name is None and isinstance(getattr(fileobj, 'name', None), (str, bytes)):
                name = fileobj.name
            if hasattr(fileobj, 'mode'):
                self._mode = fileobj.mode
        self.name = os.path.abspath(name) if name else None
        self.fileobj = fileobj
        for key, value in (('format', format), ('tarinfo', tarinfo), ('dereference', dereference),
                           ('ignore_zeros', ignore_zeros), ('encoding', encoding), ('debug', debug), ('errorlevel', errorlevel)):
            if value is not None:
                setattr(self, key, value)
        self.errors, self.copybufsize = errors, copybufsize
        self.pax_headers = dict(pax_headers) if pax_headers is not None and self.format == PAX_FORMAT else {}
        self.closed, self.members, self._loaded, self.inodes, self.firstmember = False, [], self.mode != 'r', {}, None
        try:
            self.offset = self.fileobj.tell() if stream is False else 0
            if self.mode == 'r':
                self.firstmember = self.next()
            elif self.mode == 'a':
                self._to_end()
            elif self.pax_headers:
                buf = self.tarinfo.create_pax_global_header(self.pax_headers.copy())
                self.fileobj.write(buf)
                self.offset += len(buf)
        except:
            if not self._extfileobj:
                self.fileobj.close()
            self.closed = True
            raise

    def _to_end(self):
        while True:
            self.fileobj.seek(self.offset)
            try:
                self.members.append(self.tarinfo.fromtarfile(self))
            except EOFHeaderError:
                self.fileobj.seek(self.offset)
                break
            except HeaderError as error:
                raise ReadError(str(error)) from None

    def _take(self, size):
        """The bytes behind a header."""
        data = self.fileobj.read(size + -size % BLOCKSIZE)
        self.offset += size + -size % BLOCKSIZE
        return data[:size]

    @classmethod
    def open(cls, name=None, mode='r', fileobj=None, bufsize=RECORDSIZE, **kwargs):
        """An archive; the mode says how it is compressed."""
        if not name and not fileobj:
            raise ValueError('nothing to open')
        if mode in ('r', 'r:*'):
            said = []
            for kind in ('gz', 'bz2', 'xz', 'tar'):
                if fileobj is not None:
                    before = fileobj.tell()
                try:
                    return getattr(cls, cls.OPEN_METH[kind])(name, 'r', fileobj, **kwargs)  #: 1858 return «func(name, "r", fileobj, **kwargs)»
                except (ReadError, CompressionError) as error:
                    said.append(f'- method {kind}: {error!r}')
                    if fileobj is not None:
                        fileobj.seek(before)
            raise ReadError('file could not be opened successfully:\n' + '\n'.join(said))  #: 1865 raise ReadError(f"file could not be opened successfully:\n{error_msgs_summary}")
        if ':' in mode:
            filemode, kind = mode.split(':', 1)
            filemode, kind = filemode or 'r', kind or 'tar'
            if kind not in cls.OPEN_METH:
                raise CompressionError(f'unknown compression type {kind!r}')
            return getattr(cls, cls.OPEN_METH[kind])(name, filemode, fileobj, **kwargs)  #: 1878 return «func(name, filemode, fileobj, **kwargs)»
        if '|' in mode:
            filemode, kind = mode.split('|', 1)
            filemode, kind = filemode or 'r', kind or 'tar'
            if filemode not in ('r', 'w'):
                raise ValueError("mode must be 'r' or 'w'")
            return cls._stream(name, filemode, kind, fileobj, kwargs)
        if mode in ('a', 'w', 'x'):
            return cls.taropen(name, mode, fileobj, **kwargs)
        raise ValueError('undiscernible mode')  #: 1902 raise ValueError("undiscernible mode")

    @classmethod
    def _stream(cls, name, mode, kind, fileobj, kwargs):
        """What is read or written in one go: it is as well read whole, or written when it is closed."""
        if kind not in (*cls.OPEN_METH, '*'):
            raise CompressionError(f'unknown compression type {kind!r}')
        own = fileobj is None
        if own:
            fileobj = builtins.open(name, mode + 'b')
        if mode == 'r':
            data = io.BytesIO(fileobj.read())
            if own:
                fileobj.close()
            try:
                archive = cls.open(name, 'r:' + kind, data, **kwargs)
            except EOFError:
                raise ReadError('invalid compressed data') from None
            archive.fileobj = _Forward(archive.fileobj)
            return archive
        archive = cls.open(name, 'w:' + kind, _Written(fileobj), **kwargs)
        if own:
            archive._last = fileobj
        return archive

    @classmethod
    def taropen(cls, name, mode='r', fileobj=None, **kwargs):
        """An archive as it is."""
        if mode not in ('r', 'a', 'w', 'x'):
            raise ValueError("mode must be 'r', 'a', 'w' or 'x'")
        return cls(name, mode, fileobj, **kwargs)

    @classmethod
    def _packed(cls, name, mode, fileobj, faults, words, kwargs):
        """The archive in a packed file; where that is none, as `faults` say when it is read, it is closed."""
        try:
            archive = cls.taropen(name, mode, fileobj, **kwargs)
        except BaseException as error:
            fileobj.close()
            if mode == 'r' and isinstance(error, faults) and not isinstance(error, FileNotFoundError):
                raise ReadError(words) from error
            _tell_of_zlib(error)
            raise
        archive._extfileobj = False
        return archive

    @classmethod
    def gzopen(cls, name, mode='r', fileobj=None, compresslevel=9, **kwargs):
        """An archive with gzip."""
        if mode not in ('r', 'w', 'x'):
            raise ValueError("mode must be 'r', 'w' or 'x'")
        from gzip import GzipFile
        try:
            fileobj = GzipFile(name, mode + 'b', compresslevel, fileobj)  #: 1926 fileobj = «GzipFile(name, mode + "b", compresslevel, fileobj)»
        except OSError as error:
            if fileobj is not None and mode == 'r':
                raise ReadError('not a gzip file') from error
            raise
        return cls._packed(name, mode, fileobj, OSError, 'not a gzip file', kwargs)

    @classmethod
    def bz2open(cls, name, mode='r', fileobj=None, compresslevel=9, **kwargs):
        """An archive with bzip2."""
        if mode not in ('r', 'w', 'x'):
            raise ValueError("mode must be 'r', 'w' or 'x'")
        from bz2 import BZ2File
        fileobj = BZ2File(fileobj or name, mode, compresslevel=compresslevel)
        return cls._packed(name, mode, fileobj, (OSError, EOFError), 'not a bzip2 file', kwargs)

    @classmethod
    def xzopen(cls, name, mode='r', fileobj=None, preset=None, **kwargs):
        """An archive with xz."""
        if mode not in ('r', 'w', 'x'):
            raise ValueError("mode must be 'r', 'w' or 'x'")
        if mode == 'r':
            # Most are none: the coder is not read for that.
            if fileobj is None:
                with builtins.open(name, 'rb') as file:
                    found = file.read(5)
            else:
                at = fileobj.tell()
                found = fileobj.read(5)
                fileobj.seek(at)
            if found != b'\xfd7zXZ' and found[:3] != b']\0\0':
                raise ReadError('not an lzma file')
        from lzma import LZMAError, LZMAFile
        fileobj = LZMAFile(fileobj or name, mode, preset=preset)
        return cls._packed(name, mode, fileobj, (LZMAError, EOFError), 'not an lzma file', kwargs)

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, kind, value, traceback):
        if kind is None:
            self.close()
        else:
            if not self._extfileobj:
                self.fileobj.close()
            self.closed = True

    _last = None

    def close(self):
        """Writes what ends an archive, and closes it."""
        if self.closed:
            return
        self.closed = True
        try:
            if self.mode in ('a', 'w', 'x'):
                self.fileobj.write(NUL * (BLOCKSIZE * 2))
                self.offset += BLOCKSIZE * 2
                self.fileobj.write(NUL * (-self.offset % RECORDSIZE))
        finally:
            if not self._extfileobj:
                self.fileobj.close()
            if self._last is not None:
                self._last.close()

    def _check(self, mode=None):
        if self.closed:
            raise OSError(f'{self.__class__.__name__} is closed')
        if mode is not None and self.mode not in mode:
            raise OSError(f'bad operation for mode {self.mode!r}')

    def next(self):
        """The next member; None: there is none."""
        self._check('ra')
        if self.firstmember is not None:
            member, self.firstmember = self.firstmember, None
            return member
        member = None
        if self.offset != self.fileobj.tell():
            if not self.offset:
                return None
            # What ends too early is told, and not taken for the end.
            self.fileobj.seek(self.offset - 1)
            if self.members and not self.fileobj.read(1):
                raise ReadError('unexpected end of data')
        while True:
            start = self.offset
            self.fileobj.seek(start)
            try:
                member = self.tarinfo.fromtarfile(self)
            except (EOFHeaderError, InvalidHeaderError) as error:
                self.offset = start
                if self.ignore_zeros:
                    self.offset += BLOCKSIZE
                    continue
                if isinstance(error, InvalidHeaderError) and not start:
                    raise ReadError(str(error)) from None
            except EmptyHeaderError:
                if not start:
                    raise ReadError('empty file') from None
            except TruncatedHeaderError as error:
                if not start:
                    raise ReadError(str(error)) from None
            except SubsequentHeaderError as error:
                raise ReadError(str(error)) from None
            except Exception as error:
                _tell_of_zlib(error)
                raise
            break
        if member is None:
            self._loaded = True
        elif not self.stream:
            self.members.append(member)
        return member

    def _load(self):
        while not self._loaded and self.next() is not None:
            pass
        self._loaded = True

    def __iter__(self):
        if self._loaded:
            yield from self.members
            return
        at = 0
        if self.firstmember is not None:
            yield self.next()
            at = 1
        while True:
            if at < len(self.members):
                member = self.members[at]
            elif self._loaded:
                return
            else:
                member = self.next()
                if member is None:
                    return
            at += 1
            yield member

    def getmembers(self):
        """All members."""
        self._check()
        if not self._loaded:
            self._load()
        return self.members

    def getnames(self):
        """The names of all members."""
        return [member.name for member in self.getmembers()]

    def getmember(self, name):
        """The last member of that name."""
        member = self._find(name.rstrip('/'))
        if member is None:
            raise KeyError(f'filename {name!r} not found')  #: 2041 raise KeyError("filename %r not found" % name)
        return member

    def _find(self, name, before=None):
        members = self.getmembers()
        if before is not None:
            members = members[:members.index(before)] if before in members else members
        return next((member for member in reversed(members) if member.name.rstrip('/') == name), None)

    def _target(self, member):
        """What a link leads to."""
        if member.issym():
            name, before = '/'.join(filter(None, (os.path.dirname(member.name), member.linkname))), None
        else:
            name, before = member.linkname, member
        found = self._find(os.path.normpath(name), before)
        if found is None:
            raise KeyError(f'linkname {name!r} not found')
        return found

    def gettarinfo(self, name=None, arcname=None, fileobj=None):
        """A member for a file."""
        self._check('awx')
        if fileobj is not None:
            name = fileobj.name
        arcname = os.fspath(name if arcname is None else arcname).replace(os.sep, '/').lstrip('/')
        tarinfo = self.tarinfo()
        if fileobj is not None:
            status = os.fstat(fileobj.fileno())
        elif self.dereference:
            status = os.stat(name)
        else:
            status = os.lstat(name)  #: 2093 statres = «os.lstat(name)»
        linkname, mode = '', status.st_mode
        if stat.S_ISREG(mode):
            inode = status.st_ino, status.st_dev
            if not self.dereference and status.st_nlink > 1 and inode in self.inodes and arcname != self.inodes[inode]:
                kind, linkname = LNKTYPE, self.inodes[inode]
            else:
                kind = REGTYPE
                self.inodes[inode] = arcname
        elif stat.S_ISLNK(mode):
            kind, linkname = SYMTYPE, os.readlink(name)
        else:
            kinds = (stat.S_ISDIR, DIRTYPE), (stat.S_ISFIFO, FIFOTYPE), (stat.S_ISCHR, CHRTYPE), (stat.S_ISBLK, BLKTYPE)
            kind = next((kind for check, kind in kinds if check(mode)), None)
            if kind is None:
                return None
        tarinfo.name, tarinfo.mode, tarinfo.uid, tarinfo.gid = arcname, mode, status.st_uid, status.st_gid
        tarinfo.size = status.st_size if kind == REGTYPE else 0
        tarinfo.mtime, tarinfo.type, tarinfo.linkname = status.st_mtime, kind, linkname
        import grp
        import pwd
        for field, look in ('uname', lambda: pwd.getpwuid(tarinfo.uid)[0]), ('gname', lambda: grp.getgrgid(tarinfo.gid)[0]):
            try:
                setattr(tarinfo, field, look())
            except KeyError:
                pass
        return tarinfo

    def list(self, verbose=True, *, members=None):
        """Prints what is in it."""
        self._check()
        for member in self if members is None else members:
            words = []
            if verbose:
                words.append('??????????' if member.mode is None else stat.filemode(member.mode | _KINDS.get(member.type, 0)))
                words.append(f'{member.uname or member.uid}/{member.gname or member.gid}')
                devices = '%d,%d' % (member.devmajor, member.devminor)
                words.append('%10s' % devices if member.ischr() or member.isblk() else '%10d' % member.size)
                words.append('????-??-?? ??:??:??' if member.mtime is None else
                             '%d-%02d-%02d %02d:%02d:%02d' % time.localtime(member.mtime)[:6])
            words.append(_printable(member.name) + ('/' if member.isdir() else ''))
            if verbose and member.issym():
                words.append('-> ' + _printable(member.linkname))
            if verbose and member.islnk():
                words.append('link to ' + _printable(member.linkname))
            print(*words, end=' \n')

    def add(self, name, arcname=None, recursive=True, *, filter=None):
        """Adds a file, or a folder and what is in it."""
        self._check('awx')
        arcname = name if arcname is None else arcname
        if self.name is not None and os.path.abspath(name) == self.name:
            return
        tarinfo = self.gettarinfo(name, arcname)  #: 2225
        if tarinfo is None:
            return
        if filter is not None:
            tarinfo = filter(tarinfo)
            if tarinfo is None:
                return
        if tarinfo.isreg():
            with builtins.open(name, 'rb') as file:
                self.addfile(tarinfo, file)
        else:
            self.addfile(tarinfo)
            if tarinfo.isdir() and recursive:
                for each in sorted(os.listdir(name)):
                    self.add(os.path.join(name, each), os.path.join(arcname, each), recursive, filter=filter)

    def addfile(self, tarinfo, fileobj=None):
        """Adds a member, and what it has of a file."""
        self._check('awx')
        if fileobj is None and tarinfo.isreg() and tarinfo.size != 0:
            raise ValueError('fileobj not provided for non zero-size regular file')
        tarinfo = copy.copy(tarinfo)
        buf = tarinfo.tobuf(self.format, self.encoding, self.errors)
        self.fileobj.write(buf)
        self.offset += len(buf)
        if fileobj is not None:
            copyfileobj(fileobj, self.fileobj, tarinfo.size)
            rest = -tarinfo.size % BLOCKSIZE
            self.fileobj.write(NUL * rest)
            self.offset += tarinfo.size + rest
        if not self.stream:
            self.members.append(tarinfo)

    def _filter(self, filter):
        if filter is None:
            filter = self.extraction_filter
            if filter is None:
                import warnings
                warnings.warn('Python 3.14 will, by default, filter extracted tar archives and reject files or modify their '
                              'metadata. Use the filter argument to control this behavior.', DeprecationWarning, stacklevel=2)
                return fully_trusted_filter
            if isinstance(filter, str):
                raise TypeError('String names are not supported for TarFile.extraction_filter. Use a function such as '
                                'tarfile.data_filter directly.')
            return filter
        if callable(filter):
            return filter
        try:
            return _FILTERS[filter]
        except KeyError:
            raise ValueError(f'filter {filter!r} not found') from None

    def extractall(self, path='.', members=None, *, numeric_owner=False, filter=None):
        """Writes members to a folder; the folders get their times and rights at the end."""
        function, folders = self._filter(filter), []
        for member in self if members is None else members:
            member = self._wanted(member, function, path)
            if member is None:
                continue
            if member.isdir():
                folders.append(member)
            self._extract_one(member, path, not member.isdir())
        for member in sorted(folders, key=lambda member: member.name, reverse=True):
            where = os.path.join(path, member.name)
            self._attributes(member, where)

    def extract(self, member, path='', set_attrs=True, *, numeric_owner=False, filter=None):
        """Writes a member to a folder."""
        function = self._filter(filter)
        member = self._wanted(member, function, path)
        if member is not None:
            self._extract_one(member, path, set_attrs)

    def _wanted(self, member, function, path):
        member = self.getmember(member) if isinstance(member, str) else member
        name = member.name
        try:
            member = function(member, path)
        except (OSError, FilterError):
            if self.errorlevel > 0:
                raise
        except ExtractError:
            if self.errorlevel > 1:
                raise
        if member is not None and member.islnk():
            member = copy.copy(member)
            member._link_target = os.path.join(path, member.linkname)
        return member

    def _extract_one(self, member, path, set_attrs):
        self._check('r')
        try:
            self._write(member, os.path.join(path, member.name), set_attrs)
        except OSError:
            if self.errorlevel > 0:
                raise
        except ExtractError:
            if self.errorlevel > 1:
                raise

    def extractfile(self, member):
        """A file of what a member has; None: it has nothing."""
        self._check('r')
        member = self.getmember(member) if isinstance(member, str) else member  #: 2434 tarinfo = «self.getmember(member)»
        if member.isreg() or member.type not in SUPPORTED_TYPES:
            return self.fileobject(self, member)
        if member.islnk() or member.issym():
            return self.extractfile(self._target(member))
        return None

    def _write(self, member, where, set_attrs):
        where = where.rstrip('/').replace('/', os.sep)
        folder = os.path.dirname(where)
        if folder and not os.path.exists(folder):
            os.makedirs(folder, exist_ok=True)
        if member.isdir():
            try:
                os.mkdir(where) if member.mode is None else os.mkdir(where, 0o700)
            except FileExistsError:
                if not os.path.isdir(where):
                    raise
        elif member.isfifo():
            os.mkfifo(where)
        elif member.ischr() or member.isblk():
            raise ExtractError('special devices not supported by system')
        elif member.issym():
            if os.path.lexists(where):
                os.unlink(where)
            os.symlink(member.linkname, where)
        elif member.islnk() and os.path.exists(member._link_target):
            if os.path.lexists(where):
                os.unlink(where)
            os.link(member._link_target, where)
        else:
            if member.islnk():
                member = self._target(member)
            self.fileobj.seek(member.offset_data)
            with builtins.open(where, 'wb') as file:
                copyfileobj(self.fileobj if member.sparse is None else ExFileObject(self, member), file, member.size, ReadError)
        if set_attrs and not member.issym():
            self._attributes(member, where)

    def _attributes(self, member, where):
        try:
            if member.mode is not None:
                os.chmod(where, member.mode)
            if member.mtime is not None:
                os.utime(where, (member.mtime, member.mtime))
        except OSError as error:
            if self.errorlevel > 1:
                raise ExtractError('could not change attributes') from error


def _tell_of_zlib(error):
    import zlib
    if isinstance(error, zlib.error):
        raise ReadError(f'zlib error: {error}') from None


class _Forward:
    """A file that is read from its beginning to its end."""

    def __init__(self, file):
        self._file, self.read, self.tell, self.close = file, file.read, file.tell, file.close

    def seek(self, position):
        if position < self._file.tell():
            raise StreamError('seeking backwards is not allowed')
        return self._file.seek(position)


class _Written(io.RawIOBase):
    """A file that can only be written to, as one that knows where it is."""

    def __init__(self, file):
        self.file, self.at = file, 0

    def write(self, data):
        self.at += len(data)
        return self.file.write(data)

    def tell(self):
        return self.at


def is_tarfile(name):
    """Whether a file is an archive."""
    try:
        if hasattr(name, 'read'):
            before = name.tell()
            archive = open(fileobj=name)
            name.seek(before)
        else:
            archive = open(name)
        archive.close()
        return True
    except TarError:
        return False


open = TarFile.open
