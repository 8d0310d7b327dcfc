"""Archives opened, and what packs them."""
import builtins
import io
from _class_parts import part as _part
from _tar_errors import CompressionError, ReadError, StreamError
from _tar_headers import RECORDSIZE

__name__ = 'tarfile'  # where what is here is said to be  #: in tarfile.py


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


class TarFile(metaclass=_part):
    """How archives are opened, packed in some way or not."""

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
