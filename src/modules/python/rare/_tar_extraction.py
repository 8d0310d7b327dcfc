"""Members of archives made files."""
import builtins
import copy
import io
import os
from _class_parts import part as _part
from _tar_errors import ExtractError, FilterError, ReadError, StreamError, _FILTERS, fully_trusted_filter
from _tar_headers import SUPPORTED_TYPES

__name__ = 'tarfile'  # where what is here is said to be  #: in tarfile.py


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


class TarFile(metaclass=_part):
    """How what is in an archive becomes files."""

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
