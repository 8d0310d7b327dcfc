"""Paths as objects."""
import os as _os

__all__ = ['PurePath', 'PurePosixPath', 'PureWindowsPath', 'Path', 'PosixPath', 'WindowsPath', 'UnsupportedOperation']


class UnsupportedOperation(NotImplementedError):
    pass


class PurePath:  #: in pathlib/_local.py
    """A path as text and parts."""
    __slots__ = '_root', '_tail'

    def __new__(cls, *args, **kwargs):
        return object.__new__(PurePosixPath if cls is PurePath else cls)

    def __init__(self, *args):
        texts = []
        for arg in args:
            text = _os.fspath(arg) if not isinstance(arg, str) else arg
            if not isinstance(text, str):
                raise TypeError('argument should be a str or an os.PathLike object where __fspath__ returns a str, '
                                f'not {type(text).__name__!r}')
            texts.append(text)
        path = _os.path.join(*texts) if texts else ''
        self._root = '//' if path.startswith('//') and not path.startswith('///') else path[:1] if path[
            :1] == '/' else ''
        self._tail = [part for part in path.split('/') if part and part != '.']

    @classmethod
    def _made(cls, root, tail):
        self = object.__new__(cls)
        self._root, self._tail = root, tail
        return self

    def _with(self, root, tail):
        made = type(self)(*([root + '/'.join(tail)] if root or tail else []))
        made._root, made._tail = root, tail
        return made

    def with_segments(self, *pathsegments):
        return type(self)(*pathsegments)

    def __str__(self):
        return self._root + '/'.join(self._tail) or '.'

    __fspath__ = __str__

    def __bytes__(self):
        return str(self).encode()

    def __repr__(self):
        return f'{type(self).__name__}({str(self)!r})'

    def as_posix(self):
        return str(self)

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        from urllib.parse import quote
        return 'file://' + quote(str(self))

    def __hash__(self):
        return hash(str(self))

    def __eq__(self, other):
        return str(self) == str(other) if isinstance(other, PurePath) else NotImplemented

    def _key(self):
        return str(self).split('/')

    def __lt__(self, other):
        return self._key() < other._key() if isinstance(other, PurePath) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if isinstance(other, PurePath) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if isinstance(other, PurePath) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if isinstance(other, PurePath) else NotImplemented

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
        return type(self), self.parts

    def joinpath(self, *pathsegments):
        return self.with_segments(self, *pathsegments)

    drive = property(lambda self: '')
    root = property(lambda self: self._root)
    anchor = property(lambda self: self._root)
    parser = property(lambda self: _os.path)

    @property
    def parts(self):
        return (self._root, *self._tail) if self._root else tuple(self._tail)

    @property
    def name(self):
        return self._tail[-1] if self._tail else ''

    @property
    def suffix(self):
        name = self.name
        dot = name.rfind('.')
        return name[dot:] if 0 < dot < len(name) - 1 and name[:dot].strip('.') else ''

    @property
    def suffixes(self):
        name = self.name
        return [] if name.endswith('.') else ['.' + suffix for suffix in name.lstrip('.').split('.')[1:]]

    @property
    def stem(self):
        suffix = self.suffix
        return self.name[:-len(suffix)] if suffix else self.name

    def with_name(self, name):
        if not self.name:
            raise ValueError(f'{self!r} has an empty name')  #: 361 raise ValueError(f"{self!r} has an empty name")
        if not name or '/' in name or name == '.':
            raise ValueError(f'Invalid name {name!r}')
        return self._with(self._root, [*self._tail[:-1], name])

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if not self.stem:
            raise ValueError(f'{self!r} has an empty name')
        if suffix and (not suffix.startswith('.') or suffix == '.' or '/' in suffix):
            raise ValueError(f'Invalid suffix {suffix!r}')  #: 232 raise ValueError(f"Invalid suffix {suffix!r}")
        return self.with_name(self.stem + suffix)

    @property
    def parent(self):
        return self._with(self._root, self._tail[:-1]) if self._tail else self

    @property
    def parents(self):
        return _Parents(self)

    def is_absolute(self):
        return bool(self._root)

    def is_relative_to(self, other, /, *rest):
        other = self.with_segments(other, *rest)
        return other == self or other in self.parents

    def relative_to(self, other, /, *rest, walk_up=False):
        other = self.with_segments(other, *rest)
        for step, path in enumerate([other, *other.parents]):
            if path == self or path in self.parents:
                break
            if not walk_up:
                raise ValueError(f'{str(self)!r} is not in the subpath of {str(other)!r}')  #: 385 raise ValueError(f"{str(self)!r} is not in the subpath of {str(other)!r}")
        else:
            raise ValueError(f'{str(self)!r} and {str(other)!r} have different anchors')
        return self._with('', ['..'] * step + self._tail[len(path._tail):])

    def match(self, path_pattern, *, case_sensitive=None):
        import fnmatch
        pattern = self.with_segments(path_pattern)
        if not pattern.parts:
            raise ValueError('empty pattern')
        mine, theirs = self.parts, pattern.parts
        if len(mine) < len(theirs) or pattern._root and len(mine) != len(theirs):
            return False
        return all(fnmatch.fnmatchcase(a, b) for a, b in zip(reversed(mine), reversed(theirs)))

    def full_match(self, pattern, *, case_sensitive=None):
        return _full(list(self.parts), list(self.with_segments(pattern).parts))


def _full(parts, patterns):
    import fnmatch
    if not patterns:
        return not parts
    if patterns[0] == '**':
        return any(_full(parts[at:], patterns[1:]) for at in range(len(parts) + 1))
    return bool(parts) and fnmatch.fnmatchcase(parts[0], patterns[0]) and _full(parts[1:], patterns[1:])


_os.PathLike.register(PurePath)


class _Parents:
    """The directories above a path, nearest first."""

    def __init__(self, path):
        self._path = path

    def __len__(self):
        return len(self._path._tail)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(self[at] for at in range(*index.indices(len(self))))
        if index >= len(self) or index < -len(self):
            raise IndexError(index)
        if index < 0:
            index += len(self)
        return self._path._with(self._path._root, self._path._tail[:-index - 1])

    def __repr__(self):
        return f'<{type(self._path).__name__}.parents>'


class PurePosixPath(PurePath):
    __slots__ = ()


class PureWindowsPath(PurePath):
    __slots__ = ()

    def __new__(cls, *args):
        import _frames
        _frames.not_supported('pathlib.PureWindowsPath', 'pathlib.PurePosixPath')


class _Base:  #: in pathlib/_abc.py
    """What paths of any file system do."""

    def read_text(self, encoding, errors, newline):
        with self.open(mode='r', encoding=encoding, errors=errors, newline=newline) as f:  #: 632
            return f.read()

    def write_text(self, data, encoding, errors, newline):
        if not isinstance(data, str):
            raise TypeError('data must be str, not %s' % type(data).__name__)  #: 649 raise TypeError('data must be str, not %s' %⏎                data.__class__.__name__)
        with self.open(mode='w', encoding=encoding, errors=errors, newline=newline) as f:  #: 651
            return f.write(data)


class Path(PurePath):  #: in pathlib/_local.py
    """A path and what is there."""
    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        return object.__new__(PosixPath if cls is Path else cls)

    @classmethod
    def cwd(cls):
        return cls(_os.getcwd())

    @classmethod
    def home(cls):
        return cls(_os.path.expanduser('~'))

    def expanduser(self):
        return self.with_segments(_os.path.expanduser(str(self)))

    def absolute(self):
        return self if self.is_absolute() else self.with_segments(_os.getcwd(), self)

    def resolve(self, strict=False):
        return self.with_segments(_os.path.realpath(self, strict=strict))  #: 670 return self.with_segments(«os.path.realpath(self, strict=strict)»)

    def stat(self, *, follow_symlinks=True):
        return _os.stat(self, follow_symlinks=follow_symlinks)  #: 515 return «os.stat(self, follow_symlinks=follow_symlinks)»

    def lstat(self):
        return _os.lstat(self)

    def exists(self, *, follow_symlinks=True):
        return _os.path.exists(self) if follow_symlinks else _os.path.lexists(self)

    def is_file(self, *, follow_symlinks=True):
        return _os.path.isfile(self)

    def is_dir(self, *, follow_symlinks=True):
        return _os.path.isdir(self)

    def is_symlink(self):
        return _os.path.islink(self)

    def is_mount(self):
        return _os.path.ismount(self)

    def samefile(self, other_path):
        return _os.path.samefile(self, other_path)

    def open(self, mode='r', buffering=-1, encoding=None, errors=None, newline=None):
        return open(self, mode, buffering, encoding, errors, newline)  #: 537 return «io.open(self, mode, buffering, encoding, errors, newline)»

    def read_text(self, encoding=None, errors=None, newline=None):
        return _Base.read_text(self, encoding, errors, newline)  #: 546 return «PathBase.read_text(self, encoding, errors, newline)»

    def read_bytes(self):  #: in pathlib/_abc.py
        with self.open('rb') as file:  #: 625 with «self.open(mode='rb')» as f:
            return file.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):  #: in pathlib/_local.py
        return _Base.write_text(self, data, encoding, errors, newline)  #: 555 return «PathBase.write_text(self, data, encoding, errors, newline)»

    def write_bytes(self, data):  #: in pathlib/_abc.py
        with self.open('wb') as file:  #: 641 with «self.open(mode='wb')» as f:
            return file.write(data)

    def iterdir(self):  #: in pathlib/_local.py
        names, root = _os.listdir(self), self._root  #: 575 with «os.scandir(root_dir)» as scandir_it:
        return (self._with(root, [*self._tail, name]) for name in names)

    def glob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        pattern = PurePath(pattern) if not isinstance(pattern, PurePath) else pattern
        if pattern._root:
            raise NotImplementedError('Non-relative patterns are unsupported')
        if not pattern._tail:
            raise ValueError(f'Unacceptable pattern: {str(pattern)!r}')
        yield from self._select(list(pattern._tail), set())

    def rglob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        yield from self.glob(PurePath('**', pattern))

    def _select(self, parts, seen):
        import fnmatch
        part, rest = parts[0], parts[1:]
        if part == '**':
            if rest:
                yield from self._fresh(self._select(rest, seen), seen)
            elif str(self) not in seen:
                seen.add(str(self))
                yield self
            if self.is_dir():
                for child in self.iterdir():
                    if child.is_dir() and not child.is_symlink():
                        yield from child._select(parts, seen)
                    elif not rest:
                        yield child
        elif not self.is_dir():
            return
        elif not any(c in part for c in '*?['):
            child = self / part
            if child.exists(follow_symlinks=False):
                if rest:
                    yield from child._select(rest, seen)
                else:
                    yield child
        else:
            for child in self.iterdir():
                if fnmatch.fnmatchcase(child.name, part):
                    if not rest:
                        yield child
                    elif child.is_dir():
                        yield from child._select(rest, seen)

    @staticmethod
    def _fresh(paths, seen):
        for path in paths:
            if str(path) not in seen:
                seen.add(str(path))
                yield path

    def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        for path, dirs, files in _os.walk(self, top_down, on_error, follow_symlinks):
            yield self.with_segments(path), dirs, files

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        try:
            _os.mkdir(self, mode)  #: 722 os.mkdir(self, mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, parents=False, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def touch(self, mode=0o666, exist_ok=True):
        if self.exists():
            if not exist_ok:
                raise FileExistsError(17, 'File exists', str(self))
            _os.utime(self)
        else:
            self.open('a').close()  #: 714 fd = «os.open(self, flags, mode)»

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
        _os.symlink(target, self)

    def hardlink_to(self, target):
        _os.link(target, self)

    def readlink(self):
        return self.with_segments(_os.readlink(self))

    def chmod(self, mode, *, follow_symlinks=True):
        _os.chmod(self, mode)

    def owner(self, *, follow_symlinks=True):
        return 'user'

    group = owner


class PosixPath(Path, PurePosixPath):
    __slots__ = ()


class WindowsPath(Path):
    def __new__(cls, *args):
        raise UnsupportedOperation("cannot instantiate 'WindowsPath' on your system")
