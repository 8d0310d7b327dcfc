"""Paths as objects."""
import os as _os

__all__ = ['PurePath', 'PurePosixPath', 'PureWindowsPath', 'Path', 'PosixPath', 'WindowsPath', 'UnsupportedOperation']


class UnsupportedOperation(NotImplementedError):
    __module__ = 'pathlib._abc'


class PurePathBase:  #: in pathlib/_abc.py
    """What follows from a path's name."""
    __module__, __qualname__, __slots__ = 'pathlib._abc', 'PurePathBase', ()

    @property
    def suffix(self):
        name = self.name
        dot = name.rfind('.')
        return name[dot:] if 0 < dot < len(name) - 1 else ''

    @property
    def suffixes(self):
        name = self.name
        return [] if name.endswith('.') else ['.' + suffix for suffix in name.lstrip('.').split('.')[1:]]

    @property
    def stem(self):
        suffix = self.suffix
        return self.name[:-len(suffix)] if suffix else self.name

    def with_stem(self, stem):
        suffix = self.suffix
        if suffix and not stem:
            raise ValueError(f'{self!r} has a non-empty suffix')  #: 218 raise ValueError(f"{self!r} has a non-empty suffix")
        return self.with_name(stem + suffix)  #: 220

    def with_suffix(self, suffix):
        stem = self.stem
        if not stem:
            raise ValueError(f'{self!r} has an empty name')  #: 230 raise ValueError(f"{self!r} has an empty name")
        if suffix and (not suffix.startswith('.') or suffix == '.'):
            raise ValueError(f'Invalid suffix {suffix!r}')  #: 232 raise ValueError(f"Invalid suffix {suffix!r}")
        return self.with_name(stem + suffix)  #: 234

    def match(self, path_pattern, *, case_sensitive=None):
        pattern = path_pattern if isinstance(path_pattern, PurePath) else self.with_segments(path_pattern)
        mine, theirs = self.parts[::-1], pattern.parts[::-1]
        if not theirs:
            raise ValueError('empty pattern')  #: 376 raise ValueError("empty pattern")
        if len(mine) < len(theirs) or len(mine) > len(theirs) and pattern.anchor:
            return False
        return all(self._fits(part, one, pattern, case_sensitive, False) for part, one in zip(mine, theirs))

    def full_match(self, pattern, *, case_sensitive=None):
        pattern = pattern if isinstance(pattern, PurePath) else self.with_segments(pattern)
        return self._fits(self._pattern_str, pattern._pattern_str, pattern, case_sensitive, True)

    def _fits(self, text, one, pattern, sensitive, recursive):
        from _path_patterns import compiled
        if sensitive is None:
            sensitive = self.parser is _os.path
        return compiled(one, pattern.parser.sep, sensitive, recursive)(text) is not None


class PurePath(PurePathBase):  #: in pathlib/_local.py
    """A path as text and parts."""
    __module__ = 'pathlib._local'
    __slots__ = '_raw_paths', '_drv', '_root', '_tail_cached', '_str', '_str_normcase_cached', '_parts_normcase_cached', '_hash'
    parser = _os.path

    def __new__(cls, *args, **kwargs):
        return object.__new__(PurePosixPath if cls is PurePath else cls)

    def __init__(self, *args):
        texts = []
        for arg in args:
            if isinstance(arg, PurePath):
                if arg.parser is not self.parser and self.parser is _os.path:
                    texts.extend(text.replace('\\', '/') for text in arg._raw_paths)
                else:
                    texts.extend(arg._raw_paths)
                continue
            try:
                text = arg if isinstance(arg, str) else _os.fspath(arg)
            except TypeError:
                text = arg
            if not isinstance(text, str):
                wanted = 'argument should be a str or an os.PathLike object where __fspath__ returns a str'
                raise TypeError(f'{wanted}, not {type(text).__name__!r}')  #: 132 raise TypeError(⏎    "argument should be a str or an os.PathLike "⏎    "object where __fspath__ returns a str, "⏎    f"not {type(path).__name__!r}")
            texts.append(text)
        self._raw_paths = texts

    def with_segments(self, *pathsegments):  #: in pathlib/_abc.py
        return type(self)(*pathsegments)  #: 135

    @classmethod  #: in pathlib/_local.py
    def _parse_path(cls, path):
        """Drive, root and the names."""
        if not path:
            return '', '', []
        parser = cls.parser
        sep = parser.sep
        if parser.altsep:
            path = path.replace(parser.altsep, sep)
        drive, root, rest = parser.splitroot(path)
        if not root and drive.startswith(sep) and not drive.endswith(sep):
            # A share's root needs no slash.
            parts = drive.split(sep)
            if len(parts) == 4 and parts[2] not in '?.' or len(parts) == 6:
                root = sep
        return drive, root, [part for part in rest.split(sep) if part and part != '.']

    @classmethod
    def _format_parsed_parts(cls, drv, root, tail):
        if not drv and not root and tail and cls.parser is not _os.path and cls.parser.splitdrive(tail[0])[0]:
            tail = ['.', *tail]
        return drv + root + cls.parser.sep.join(tail)

    def _from_parsed_parts(self, drv, root, tail):
        path = self._from_parsed_string(self._format_parsed_parts(drv, root, tail))
        path._drv, path._root, path._tail_cached = drv, root, tail
        return path

    def _from_parsed_string(self, text):
        path = self.with_segments(text)
        path._str = text or '.'
        return path

    @property
    def _raw_path(self):
        paths = self._raw_paths
        return self.parser.join(*paths) if len(paths) > 1 else paths[0] if paths else ''

    def _parse(self):
        self._drv, self._root, self._tail_cached = self._parse_path(self._raw_path)

    @property
    def drive(self):
        try:
            return self._drv
        except AttributeError:
            self._parse()
            return self._drv

    @property
    def root(self):
        try:
            return self._root
        except AttributeError:
            self._parse()
            return self._root

    @property
    def _tail(self):
        try:
            return self._tail_cached
        except AttributeError:
            self._parse()
            return self._tail_cached

    @property
    def anchor(self):
        return self.drive + self.root

    @property
    def parts(self):
        anchor = self.anchor
        return (anchor, *self._tail) if anchor else tuple(self._tail)

    def __str__(self):
        try:
            return self._str
        except AttributeError:
            self._str = self._format_parsed_parts(self.drive, self.root, self._tail) or '.'
            return self._str

    def __fspath__(self):
        return str(self)

    def __bytes__(self):
        return _os.fsencode(self)

    def as_posix(self):
        return str(self).replace(self.parser.sep, '/')

    def __repr__(self):
        return f'{type(self).__name__}({self.as_posix()!r})'

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")  #: 431
        from urllib.parse import quote_from_bytes
        drive, path = self.drive, self.as_posix()
        if len(drive) == 2 and drive[1] == ':':
            prefix, path = 'file:///' + drive, path[2:]
        else:
            prefix = 'file:' if drive else 'file://'
        return prefix + quote_from_bytes(_os.fsencode(path))

    @property
    def _pattern_str(self):
        text = str(self)
        return '' if text == '.' else text

    @property
    def _str_normcase(self):
        try:
            return self._str_normcase_cached
        except AttributeError:
            self._str_normcase_cached = str(self) if self.parser is _os.path else str(self).lower()
            return self._str_normcase_cached

    @property
    def _parts_normcase(self):
        try:
            return self._parts_normcase_cached
        except AttributeError:
            self._parts_normcase_cached = self._str_normcase.split(self.parser.sep)
            return self._parts_normcase_cached

    def __hash__(self):
        try:
            return self._hash
        except AttributeError:
            self._hash = hash(self._str_normcase)
            return self._hash

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._str_normcase == other._str_normcase and self.parser is other.parser

    def __lt__(self, other):
        if not isinstance(other, PurePath) or self.parser is not other.parser:
            return NotImplemented
        return self._parts_normcase < other._parts_normcase

    def __le__(self, other):
        if not isinstance(other, PurePath) or self.parser is not other.parser:
            return NotImplemented
        return self._parts_normcase <= other._parts_normcase

    def __gt__(self, other):
        if not isinstance(other, PurePath) or self.parser is not other.parser:
            return NotImplemented
        return self._parts_normcase > other._parts_normcase

    def __ge__(self, other):
        if not isinstance(other, PurePath) or self.parser is not other.parser:
            return NotImplemented
        return self._parts_normcase >= other._parts_normcase

    def __truediv__(self, key):
        try:
            return self.with_segments(self, key)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return self.with_segments(key, self)
        except TypeError:
            return NotImplemented

    def __reduce__(self):
        return type(self), tuple(self._raw_paths)

    def joinpath(self, *pathsegments):
        return self.with_segments(self, *pathsegments)  #: 146

    @property
    def name(self):
        tail = self._tail
        return tail[-1] if tail else ''

    def with_name(self, name):
        parser = self.parser
        if not name or parser.sep in name or parser.altsep and parser.altsep in name or name == '.':
            raise ValueError(f'Invalid name {name!r}')  #: 358 raise ValueError(f"Invalid name {name!r}")
        if not self._tail:
            raise ValueError(f'{self!r} has an empty name')  #: 361 raise ValueError(f"{self!r} has an empty name")
        return self._from_parsed_parts(self.drive, self.root, [*self._tail[:-1], name])

    @property
    def parent(self):
        tail = self._tail
        return self._from_parsed_parts(self.drive, self.root, tail[:-1]) if tail else self

    @property
    def parents(self):
        return _PathParents(self)

    def is_absolute(self):
        if self.parser is _os.path:
            return any(path.startswith('/') for path in self._raw_paths)
        return self.parser.isabs(self)

    def is_reserved(self):
        import warnings
        warnings.warn('pathlib.PurePath.is_reserved() is deprecated and scheduled for removal in Python 3.15. '
                      'Use os.path.isreserved() to detect reserved paths on Windows.', DeprecationWarning, 2)
        return self.parser is not _os.path and self.parser.isreserved(self)

    def _other(self, other, rest, method):  #: -
        if rest:
            import warnings
            number = 'positional argument' if method == 'relative_to' else 'argument'
            warnings.warn(f'support for supplying more than one {number} to pathlib.PurePath.{method}() is deprecated '
                          'and scheduled for removal in Python 3.14', DeprecationWarning, 2)
        return other if isinstance(other, PurePath) and not rest else self.with_segments(other, *rest)

    def is_relative_to(self, other, /, *_deprecated):
        other = self._other(other, _deprecated, 'is_relative_to')  #: 403 other = «self.with_segments(other)»
        return other == self or other in self.parents

    def relative_to(self, other, /, *_deprecated, walk_up=False):
        other = self._other(other, _deprecated, 'relative_to')  #: 380 other = «self.with_segments(other)»
        for step, path in enumerate([other, *other.parents]):
            if path == self or path in self.parents:
                break
            if not walk_up:
                raise ValueError(f'{str(self)!r} is not in the subpath of {str(other)!r}')  #: 385 raise ValueError(f"{str(self)!r} is not in the subpath of {str(other)!r}")
            if path.name == '..':
                raise ValueError(f"'..' segment in {str(other)!r} cannot be walked")  #: 387
        else:
            raise ValueError(f'{str(self)!r} and {str(other)!r} have different anchors')  #: 389 raise ValueError(f"{str(self)!r} and {str(other)!r} have different anchors")
        return self._from_parsed_parts('', '', ['..'] * step + self._tail[len(path._tail):])


_os.PathLike.register(PurePath)


class _PathParents:
    """The directories above a path, nearest first."""
    __module__ = 'pathlib._local'
    __slots__ = '_path', '_drv', '_root', '_tail'

    def __init__(self, path):
        self._path, self._drv, self._root, self._tail = path, path.drive, path.root, path._tail

    def __len__(self):
        return len(self._tail)

    def __getitem__(self, idx):
        if isinstance(idx, slice):
            return tuple(self[at] for at in range(*idx.indices(len(self))))
        if idx >= len(self) or idx < -len(self):
            raise IndexError(idx)  #: 49
        if idx < 0:
            idx += len(self)
        return self._path._from_parsed_parts(self._drv, self._root, self._tail[:-idx - 1])

    def index(self, value, start=0, stop=None):
        return tuple(self).index(value, start, len(self) if stop is None else stop)

    def count(self, value):
        return tuple(self).count(value)

    def __repr__(self):
        return f'<{type(self._path).__name__}.parents>'


def _sequence():
    from collections.abc import Sequence
    Sequence.register(_PathParents)


class PurePosixPath(PurePath):
    __module__ = 'pathlib._local'
    __slots__ = ()


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
        view = memoryview(data)
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
        return object.__new__(PosixPath if cls is Path else cls)

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
            pattern = self.with_segments(pattern)
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
            pattern = self.with_segments(pattern)
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
        return pwd.getpwuid(self.stat(follow_symlinks=follow_symlinks).st_uid).pw_name

    def group(self, *, follow_symlinks=True):
        import grp
        return grp.getgrgid(self.stat(follow_symlinks=follow_symlinks).st_gid).gr_name


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


# They are there as soon as pathlib is, and look up in it what they are asked for.
from pathlib import _abc, _local
_abc.PathBase, _abc.PurePathBase = PathBase, PurePathBase
del PathBase, PurePathBase
