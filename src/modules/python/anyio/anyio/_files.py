"""Files and paths: what may block runs in a thread."""
import functools
import io
import os
import pathlib
from anyio.abc import AsyncResource
from anyio.to_thread import run_sync


class AsyncFile(AsyncResource):
    """A file whose methods are awaited."""

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
        return await run_sync(self._fp.close, limiter=self._limiter)


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
    __slots__ = '_path', '__weakref__'

    def __init__(self, *args):
        self._path = pathlib.Path(*(part._path if isinstance(part, Path) else part for part in args))

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
        return self._path == (other._path if isinstance(other, Path) else other)

    def __lt__(self, other):
        return self._path < (other._path if isinstance(other, Path) else other)

    def __truediv__(self, other):
        return Path(self._path / (other._path if isinstance(other, Path) else other))

    def __rtruediv__(self, other):
        return Path(other) / self

    @property
    def parents(self):
        return [Path(path) for path in self._path.parents]

    async def open(self, mode='r', buffering=-1, encoding=None, errors=None, newline=None):
        return AsyncFile(await run_sync(self._path.open, mode, buffering, encoding, errors, newline))

    async def iterdir(self):
        for path in await run_sync(lambda: list(self._path.iterdir())):
            yield Path(path)

    async def glob(self, pattern):
        for path in await run_sync(lambda: list(self._path.glob(pattern))):
            yield Path(path)

    async def rglob(self, pattern):
        for path in await run_sync(lambda: list(self._path.rglob(pattern))):
            yield Path(path)

    @classmethod
    async def cwd(cls):
        return cls(await run_sync(pathlib.Path.cwd))

    @classmethod
    async def home(cls):
        return cls(await run_sync(pathlib.Path.home))


def _value(value):
    return Path(value) if isinstance(value, pathlib.PurePath) else value


def _path_attribute(name, kind):
    if kind == 'property':
        made = property(lambda self: _value(getattr(self._path, name)))
    elif kind == 'plain':
        def made(self, *args, **kwargs):
            args = [part._path if isinstance(part, Path) else part for part in args]
            return _value(getattr(self._path, name)(*args, **kwargs))
    else:
        async def made(self, *args, **kwargs):
            args = [part._path if isinstance(part, Path) else part for part in args]
            return _value(await run_sync(functools.partial(getattr(self._path, name), *args, **kwargs)))
    setattr(Path, name, made)


for _kind, _names in (
        ('property', 'parts drive root anchor parent name suffix suffixes stem'),
        ('plain', 'as_posix as_uri is_absolute is_relative_to joinpath match relative_to with_name with_stem with_suffix with_segments'),
        ('awaited', 'absolute chmod exists expanduser group hardlink_to is_block_device is_char_device is_dir is_fifo is_file is_mount is_socket '
                    'is_symlink lchmod lstat mkdir owner read_bytes read_text readlink rename replace resolve rmdir samefile stat symlink_to '
                    'touch unlink write_bytes write_text')):
    for _name in _names.split():
        _path_attribute(_name, _kind)
AsyncFile.__module__ = Path.__module__ = 'anyio'
