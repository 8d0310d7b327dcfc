"""Files and paths: what may block runs in a thread."""
import functools
import io
import os
import pathlib
from anyio._tasks import CancelScope
from anyio.abc import AsyncResource
from anyio.to_thread import run_sync


class AsyncFile(AsyncResource):
    """A file whose methods are awaited."""

    def __class_getitem__(cls, kind):
        return cls

    def __init__(self, fp, limiter=None):
        self._fp, self._limiter = fp, limiter

    def __getattr__(self, name):
        return getattr(self._fp, name)

    def __repr__(self):
        return f'<anyio._core._fileio.AsyncFile object at {id(self):#x}>'

    @property
    def wrapped(self):
        return self._fp

    async def __aiter__(self):
        while line := await self.readline():
            yield line

    async def aclose(self):
        with CancelScope(shield=True):
            return await run_sync(self._fp.close, limiter=self._limiter)

    limiter = property(lambda self: self._limiter)


def _file_method(name):
    async def method(self, *args):
        return await run_sync(getattr(self._fp, name), *args, limiter=self._limiter)

    method.__name__ = name
    setattr(AsyncFile, name, method)


for _name in 'read read1 readline readlines readinto readinto1 write writelines truncate seek tell flush'.split():
    _file_method(_name)


async def open_file(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None, *,
                    limiter=None):
    return AsyncFile(await run_sync(io.open, file, mode, buffering, encoding, errors, newline, closefd, opener, limiter=limiter), limiter)


def wrap_file(file, *, limiter=None):
    return AsyncFile(file, limiter)


class Path:
    """A path whose methods that look at files are awaited."""
    __slots__ = '_path', '_limiter', '__weakref__'

    def __init__(self, *args, limiter=None):
        self._path, self._limiter = pathlib.Path(*map(_bare, args)), limiter

    def __fspath__(self):
        return self._path.__fspath__()

    def __str__(self):
        return str(self._path)

    def __repr__(self):
        return f'{type(self).__name__}({self.as_posix()!r})'

    def __bytes__(self):
        return bytes(self._path)

    def __hash__(self):
        return hash(self._path)

    def __eq__(self, other):
        return self._path == _bare(other)

    def __lt__(self, other):
        return self._path < _bare(other)

    def __le__(self, other):
        return self._path <= _bare(other)

    def __gt__(self, other):
        return self._path > _bare(other)

    def __ge__(self, other):
        return self._path >= _bare(other)

    def __truediv__(self, other):
        return self._of(self._path / _bare(other))

    def __rtruediv__(self, other):
        return self._of(other / self._path)

    def _of(self, value):
        return type(self)(value, limiter=self._limiter) if isinstance(value, (str, pathlib.PurePath)) else value

    def _run(self, function, *args, **kwargs):
        return run_sync(functools.partial(function, *args, **kwargs), limiter=self._limiter)

    limiter = property(lambda self: self._limiter)

    @property
    def parents(self):
        return [self._of(path) for path in self._path.parents]

    async def open(self, mode='r', buffering=-1, encoding=None, errors=None, newline=None):
        return AsyncFile(await self._run(self._path.open, mode, buffering, encoding, errors, newline), self._limiter)

    async def iterdir(self):
        for path in await self._run(lambda: list(self._path.iterdir())):
            yield self._of(path)

    async def glob(self, pattern, **kwargs):
        for path in await self._run(lambda: list(self._path.glob(pattern, **kwargs))):
            yield self._of(path)

    async def rglob(self, pattern, **kwargs):
        for path in await self._run(lambda: list(self._path.rglob(pattern, **kwargs))):
            yield self._of(path)

    async def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        folders = self._path.walk(top_down, on_error, follow_symlinks)
        while found := await self._run(next, folders, None):
            folder, folders_in, files = found
            yield self._of(folder), folders_in, files

    @classmethod
    async def cwd(cls, *, limiter=None):
        return cls(await run_sync(pathlib.Path.cwd, limiter=limiter), limiter=limiter)

    @classmethod
    async def home(cls, *, limiter=None):
        return cls(await run_sync(pathlib.Path.home, limiter=limiter), limiter=limiter)

    @classmethod
    def from_uri(cls, uri, *, limiter=None):
        return cls(pathlib.Path.from_uri(uri), limiter=limiter)


def _bare(part):
    return part._path if isinstance(part, Path) else part


def _path_attribute(name, kind):
    if kind == 'property':
        def made(self):
            value = getattr(self._path, name)
            return self._of(value) if name == 'parent' else value

        made = property(made)
    elif kind == 'plain':
        def made(self, *args, **kwargs):
            value = getattr(self._path, name)(*map(_bare, args), **kwargs)
            return value if isinstance(value, str) else self._of(value)
    else:
        async def made(self, *args, **kwargs):
            value = await self._run(getattr(self._path, name), *map(_bare, args), **kwargs)
            return value if isinstance(value, str) else self._of(value)

        made.__qualname__ = f'Path.{name}'
    setattr(Path, name, made)


for _kind, _names in (
        ('property', 'parts drive root anchor parent name suffix suffixes stem'),
        ('plain', 'as_posix as_uri full_match is_absolute is_relative_to is_reserved joinpath match relative_to with_name with_stem with_suffix with_segments'),
        ('awaited', 'absolute chmod exists expanduser group hardlink_to is_block_device is_char_device is_dir is_fifo is_file is_junction is_mount is_socket '
                    'is_symlink lchmod lstat mkdir owner read_bytes read_text readlink rename replace resolve rmdir samefile stat symlink_to '
                    'touch unlink write_bytes write_text')):
    for _name in _names.split():
        _path_attribute(_name, _kind)
AsyncFile.__module__ = Path.__module__ = 'anyio'
