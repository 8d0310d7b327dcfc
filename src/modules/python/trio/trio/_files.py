"""Files and paths: what may block runs in a thread."""
import functools
import io
import pathlib
from trio import _run, abc
from trio._errors import public
from trio._threads import run_sync

_SYNC = frozenset('closed encoding errors fileno isatty newlines readable seekable writable buffer raw line_buffering closefd name mode '
                  'getvalue getbuffer'.split())
_ASYNC = frozenset('flush read read1 readall readinto readline readlines seek tell truncate write writelines readinto1 peek'.split())


class AsyncIOWrapper(abc.AsyncResource):
    """A file whose methods are awaited."""

    def __init__(self, file):
        self._wrapped = file

    @property
    def wrapped(self):
        return self._wrapped

    def __getattr__(self, name):
        if name in _SYNC:
            return getattr(self._wrapped, name)
        if name in _ASYNC:
            method = getattr(self._wrapped, name)

            @functools.wraps(method)
            async def wrapper(*args, **kwargs):
                return await run_sync(functools.partial(method, *args, **kwargs))

            setattr(self, name, wrapper)
            return wrapper
        raise AttributeError(name)

    def __dir__(self):
        return sorted({*super().__dir__(), *(name for name in _SYNC | _ASYNC if hasattr(self._wrapped, name))})

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()
        if not line:
            raise StopAsyncIteration
        return line

    async def detach(self):
        return wrap_file(await run_sync(self._wrapped.detach))

    async def aclose(self):
        from trio._scopes import CancelScope
        with CancelScope(shield=True):
            await run_sync(self._wrapped.close)
        await _run.checkpoint_if_cancelled()


def wrap_file(file):
    if not callable(getattr(file, 'close', None)) or not (hasattr(file, 'read') or hasattr(file, 'write')):
        raise TypeError(f'{file} does not implement required duck-file methods: close and (read or write)')
    return AsyncIOWrapper(file)


async def open_file(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    return wrap_file(await run_sync(io.open, file, mode, buffering, encoding, errors, newline, closefd, opener))


class Path(pathlib.PurePath):
    """A path whose methods are awaited."""
    __slots__ = ()

    def __new__(cls, *args):
        return super().__new__(PosixPath if cls is Path else cls, *args)

    @classmethod
    async def cwd(cls):
        return cls(await run_sync(pathlib.Path.cwd))

    @classmethod
    async def home(cls):
        return cls(await run_sync(pathlib.Path.home))

    async def open(self, *args, **kwargs):
        return wrap_file(await run_sync(functools.partial(pathlib.Path(self).open, *args, **kwargs)))

    def __repr__(self):
        return f'trio.Path({str(self)!r})'


class PosixPath(Path, pathlib.PurePosixPath):
    __slots__ = ()


def _method(name, make):
    plain = getattr(pathlib.Path, name)

    async def method(self, *args, **kwargs):
        return make(type(self), await run_sync(functools.partial(_collect, make is _several, plain, pathlib.Path(self), *args, **kwargs)))

    method.__name__, method.__qualname__, method.__module__ = name, f'Path.{name}', 'trio'
    setattr(Path, name, method)


def _collect(several, plain, *args, **kwargs):
    return list(plain(*args, **kwargs)) if several else plain(*args, **kwargs)


def _several(cls, paths):
    return map(cls, paths)


for _name in ('stat chmod exists is_dir is_file is_symlink is_socket is_fifo is_block_device is_char_device is_junction lchmod lstat mkdir owner '
              'group is_mount rmdir symlink_to hardlink_to touch unlink read_bytes read_text samefile write_bytes write_text').split():
    _method(_name, lambda cls, value: value)
for _name in 'readlink rename replace resolve absolute expanduser'.split():
    _method(_name, lambda cls, path: cls(path))
for _name in 'glob rglob iterdir'.split():
    _method(_name, _several)
public(open_file, wrap_file, Path, PosixPath)
