"""Archives of tar: read and written, as they are or with gzip."""
import builtins
import copy
import io
import os
import stat
import struct
import sys
import time
from _class_parts import whole as _whole
from _tar_errors import (AbsoluteLinkError, AbsolutePathError, CompressionError, EOFHeaderError, EmptyHeaderError,
                         ExtractError, FilterError, HeaderError, InvalidHeaderError, LinkOutsideDestinationError,
                         OutsideDestinationError, ReadError, SpecialFileError, StreamError, SubsequentHeaderError,
                         TarError, TruncatedHeaderError, data_filter, fully_trusted_filter, tar_filter)
from _tar_headers import (AREGTYPE, BLKTYPE, BLOCKSIZE, CHRTYPE, CONTTYPE, DEFAULT_FORMAT, DIRTYPE, ENCODING, FIFOTYPE,
                          GNUTYPE_LONGLINK, GNUTYPE_LONGNAME, GNUTYPE_SPARSE, GNU_FORMAT, GNU_MAGIC, LENGTH_LINK,
                          LENGTH_NAME, LENGTH_PREFIX, LNKTYPE, NUL, PAX_FIELDS, PAX_FORMAT, PAX_NUMBER_FIELDS,
                          POSIX_MAGIC, RECORDSIZE, REGTYPE, REGULAR_TYPES, SOLARIS_XHDTYPE, SUPPORTED_TYPES, SYMTYPE,
                          TarInfo, USTAR_FORMAT, XGLTYPE, XHDTYPE, _KINDS, _printable, calc_chksums, itn, nti, nts, stn,
                          version)

from _tar_opening import _tell_of_zlib
from _tar_extraction import ExFileObject, copyfileobj

__all__ = ['TarFile', 'TarInfo', 'is_tarfile', 'TarError', 'ReadError', 'CompressionError', 'StreamError', 'ExtractError',
           'HeaderError', 'ENCODING', 'USTAR_FORMAT', 'GNU_FORMAT', 'PAX_FORMAT', 'DEFAULT_FORMAT', 'open',
           'fully_trusted_filter', 'data_filter', 'tar_filter', 'FilterError', 'AbsoluteLinkError',
           'OutsideDestinationError', 'SpecialFileError', 'AbsolutePathError', 'LinkOutsideDestinationError']


@_whole('_tar_opening', '_tar_extraction')
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
