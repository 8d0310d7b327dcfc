"""Paths as objects."""
import os as _os

from pathlib._pure_paths import PurePath, PurePathBase, PurePosixPath, UnsupportedOperation, _PathParents

__all__ = ['PurePath', 'PurePosixPath', 'PureWindowsPath', 'Path', 'PosixPath', 'WindowsPath', 'UnsupportedOperation']
_os.PathLike.register(PurePath)


def _is(mode):  #: in pathlib/_abc.py
    """Whether what stat gives is of that kind; what is not there is of none."""
    def check(self, *, follow_symlinks=True):
        found = _found(self, follow_symlinks)
        return found is not None and found.st_mode & 0o170000 == mode
    return check


def _found(path, follow=True):
    try:
        return path.stat(follow_symlinks=follow)  #: 450 self.stat(follow_symlinks=follow_symlinks)
    except OSError as e:
        # Nothing there, no directory on the way, no such descriptor, too many links.
        if e.errno not in (2, 20, 9, 40):
            raise
    except ValueError:
        pass
    return None


class PathBase(PurePathBase):
    """What paths of any file system do."""
    __module__, __qualname__, __slots__ = 'pathlib._abc', 'PathBase', ()

    def lstat(self):
        return self.stat(follow_symlinks=False)  #: 437

    def exists(self, *, follow_symlinks=True):
        return _found(self, follow_symlinks) is not None

    is_dir, is_file = _is(0o040000), _is(0o100000)
    is_dir.__name__, is_file.__name__ = 'is_dir', 'is_file'
    is_dir.__qualname__, is_file.__qualname__ = 'PathBase.is_dir', 'PathBase.is_file'

    def is_symlink(self):
        return _is(0o120000)(self, follow_symlinks=False)

    def is_block_device(self):
        return _is(0o060000)(self)

    def is_char_device(self):
        return _is(0o020000)(self)

    def is_fifo(self):
        return _is(0o010000)(self)

    def is_socket(self):
        return _is(0o140000)(self)

    def samefile(self, other_path):
        mine = self.stat()  #: 605 st = «self.stat()»
        try:
            other = other_path.stat()
        except AttributeError:
            other = self.with_segments(other_path).stat()
        return mine.st_ino == other.st_ino and mine.st_dev == other.st_dev

    def read_bytes(self):
        with self.open('rb') as file:  #: 625 with «self.open(mode='rb')» as f:
            return file.read()  #: 626 return «f.read()»

    def read_text(self, encoding, errors, newline):
        with self.open(mode='r', encoding=encoding, errors=errors, newline=newline) as f:  #: 632
            return f.read()  #: 633

    def write_bytes(self, data):
        view = memoryview(data)  #: 640
        with self.open('wb') as file:  #: 641 with «self.open(mode='wb')» as f:
            return file.write(view)  #: 642 return «f.write(view)»

    def write_text(self, data, encoding, errors, newline):
        if not isinstance(data, str):
            raise TypeError('data must be str, not %s' % type(data).__name__)  #: 649 raise TypeError('data must be str, not %s' %⏎                data.__class__.__name__)
        with self.open(mode='w', encoding=encoding, errors=errors, newline=newline) as f:  #: 651
            return f.write(data)  #: 652


_PathBase = PathBase


class Path(PathBase, PurePath):  #: in pathlib/_local.py
    """A path and what is there."""
    __module__ = 'pathlib._local'
    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        return object.__new__(PosixPath if cls is Path else cls)  #: 508 return «object.__new__(cls)»

    def __init__(self, *args, **kwargs):
        if kwargs:
            import warnings
            warnings.warn('support for supplying keyword arguments to pathlib.PurePath is deprecated and scheduled for '
                          'removal in Python 3.14', DeprecationWarning, 2)
        super().__init__(*args)  #: 503

    @classmethod
    def cwd(cls):
        return cls().absolute()

    @classmethod
    def home(cls):
        return cls('~').expanduser()

    @classmethod
    def from_uri(cls, uri):
        if not uri.startswith('file:'):
            raise ValueError(f"URI does not start with 'file:': {uri!r}")  #: 818
        path = uri[5:]
        if path.startswith('///'):
            path = path[2:]
        elif path.startswith('//localhost/'):
            path = path[11:]
        if path.startswith('///') or path[:1] == '/' and path[2:3] in (':', '|', ''):
            path = path[1:]
        if path[1:2] == '|':
            path = path[:1] + ':' + path[2:]
        from urllib.parse import unquote_to_bytes
        found = cls(_os.fsdecode(unquote_to_bytes(path)))
        if not found.is_absolute():
            raise ValueError(f'URI is not absolute: {uri!r}')  #: 835 raise ValueError(f"URI is not absolute: {uri!r}")
        return found

    def expanduser(self):
        tail = self._tail
        if self.anchor or not tail or tail[0][:1] != '~':
            return self
        home = _os.path.expanduser(tail[0])
        if home[:1] == '~':
            raise RuntimeError('Could not determine home directory.')  #: 808 raise RuntimeError("Could not determine home directory.")
        drive, root, names = self._parse_path(home)
        return self._from_parsed_parts(drive, root, names + tail[1:])

    def absolute(self):
        if self.is_absolute():
            return self
        here = _os.getcwd()
        if not self._tail:
            return self._from_parsed_string(here)
        drive, root, names = self._parse_path(here)
        return self._from_parsed_parts(drive, root, names + self._tail)

    def resolve(self, strict=False):
        return self.with_segments(_os.path.realpath(self, strict=strict))  #: 670 return self.with_segments(«os.path.realpath(self, strict=strict)»)

    def stat(self, *, follow_symlinks=True):
        return _os.stat(self, follow_symlinks=follow_symlinks)  #: 515 return «os.stat(self, follow_symlinks=follow_symlinks)»

    def is_mount(self):
        return _os.path.ismount(self)

    def is_junction(self):
        return _os.path.isjunction(self)

    def open(self, mode='r', buffering=-1, encoding=None, errors=None, newline=None):
        return open(self, mode, buffering, encoding, errors, newline)  #: 537 return «io.open(self, mode, buffering, encoding, errors, newline)»

    def read_text(self, encoding=None, errors=None, newline=None):
        return _PathBase.read_text(self, encoding, errors, newline)  #: 546 return «PathBase.read_text(self, encoding, errors, newline)»

    def write_text(self, data, encoding=None, errors=None, newline=None):
        return _PathBase.write_text(self, data, encoding, errors, newline)  #: 555 return «PathBase.write_text(self, data, encoding, errors, newline)»

    def iterdir(self):
        folder = str(self)
        with _os.scandir(folder) as entries:  #: 575 with «os.scandir(root_dir)» as scandir_it:
            paths = [entry.path for entry in entries]
        return map(self._from_parsed_string, _without_dot(paths, folder))

    def glob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        if not isinstance(pattern, PurePath):
            pattern = self.with_segments(pattern)  #: 587
        if pattern.anchor:
            raise NotImplementedError('Non-relative patterns are unsupported')  #: 589 raise NotImplementedError("Non-relative patterns are unsupported")
        parts = pattern._tail[::-1]
        if not parts:
            raise ValueError(f'Unacceptable pattern: {pattern!r}')  #: 592 raise ValueError("Unacceptable pattern: {!r}".format(pattern))
        if pattern._raw_path[-1] in (self.parser.sep, self.parser.altsep):
            # A slash at the end asks for folders.
            parts.insert(0, '')
        from _path_patterns import Selector
        last, folder = parts[0], str(self)
        paths = _without_dot(Selector(case_sensitive, recurse_symlinks).of(parts)(folder), folder)
        if last == '':
            paths = (path[:-1] for path in paths)
        elif last == '**':
            size = len(self.anchor)
            paths = (path[:-1] if len(path) > size and path.endswith('/') else path for path in paths)
        return map(self._from_parsed_string, paths)

    def rglob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        if not isinstance(pattern, PurePath):
            pattern = self.with_segments(pattern)  #: 618
        return self.glob('**' / pattern, case_sensitive=case_sensitive, recurse_symlinks=recurse_symlinks)

    def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        root = str(self)
        for path, dirs, files in _os.walk(root, top_down, on_error, follow_symlinks or _os._walk_symlinks_as_files):
            yield self._from_parsed_string(path[2:] if root == '.' else path), dirs, files

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        try:
            _os.mkdir(self, mode)  #: 722 os.mkdir(self, mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)  #: 726
            self.mkdir(mode, parents=False, exist_ok=exist_ok)  #: 727
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def touch(self, mode=0o666, exist_ok=True):
        if exist_ok:
            try:
                _os.utime(self, None)
            except OSError:
                pass
            else:
                return
        flags = _os.O_CREAT | _os.O_WRONLY | (0 if exist_ok else _os.O_EXCL)
        fd = _os.open(self, flags, mode)  #: 714 fd = «os.open(self, flags, mode)»
        _os.close(fd)

    def unlink(self, missing_ok=False):
        try:
            _os.unlink(self)  #: 746 os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rmdir(self):
        _os.rmdir(self)  #: 755 os.rmdir(self)

    def rename(self, target):
        _os.rename(self, target)  #: 767 os.rename(self, target)
        return self.with_segments(target)

    def replace(self, target):
        _os.replace(self, target)  #: 780 os.replace(self, target)
        return self.with_segments(target)

    def symlink_to(self, target, target_is_directory=False):
        _os.symlink(target, self, target_is_directory)  #: 789 os.symlink(target, self, target_is_directory)

    def hardlink_to(self, target):
        _os.link(target, self)  #: 798 os.link(target, self)

    def readlink(self):
        return self.with_segments(_os.readlink(self))  #: 693 return self.with_segments(«os.readlink(self)»)

    def chmod(self, mode, *, follow_symlinks=True):
        _os.chmod(self, mode, follow_symlinks=follow_symlinks)  #: 738 os.chmod(self, mode, follow_symlinks=follow_symlinks)

    def lchmod(self, mode):
        self.chmod(mode, follow_symlinks=False)

    def owner(self, *, follow_symlinks=True):
        import pwd
        return pwd.getpwuid(self.stat(follow_symlinks=follow_symlinks).st_uid).pw_name  #: 677 uid = «self.stat(follow_symlinks=follow_symlinks)».st_uid

    def group(self, *, follow_symlinks=True):
        import grp
        return grp.getgrgid(self.stat(follow_symlinks=follow_symlinks).st_gid).gr_name  #: 685 gid = «self.stat(follow_symlinks=follow_symlinks)».st_gid


def _without_dot(paths, folder):
    """What is in the current folder has no ./ in front."""
    return (path[2:] for path in paths) if folder == '.' else paths


class PosixPath(Path, PurePosixPath):
    __module__ = 'pathlib._local'
    __slots__ = ()


def __getattr__(name):
    if name in ('PureWindowsPath', 'WindowsPath'):
        import _windows_paths
        globals().update(PureWindowsPath=_windows_paths.PureWindowsPath, WindowsPath=_windows_paths.WindowsPath)
        return globals()[name]
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


from pathlib import _abc, _local
_abc.PathBase, _abc.PurePathBase = PathBase, PurePathBase
del PathBase, PurePathBase
