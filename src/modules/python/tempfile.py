"""Files and directories that go when they are closed."""
import io as _io
import os as _os

__all__ = ['NamedTemporaryFile', 'TemporaryFile', 'SpooledTemporaryFile', 'TemporaryDirectory', 'mkstemp', 'mkdtemp',
           'mktemp', 'gettempprefix', 'tempdir', 'gettempdir', 'gettempdirb']
tempdir = None
template = 'tmp'
_letters = 'abcdefghijklmnopqrstuvwxyz0123456789_'
_source = None


def gettempdir():
    return tempdir or '/tmp'


def gettempdirb():
    return gettempdir().encode()


def gettempprefix():
    return template


def _names(suffix, prefix, dir):
    global _source
    if _source is None:
        import random
        _source = random.Random(0)
    base = _os.path.abspath(gettempdir() if dir is None else dir)
    while True:
        name = ''.join(_source.choices(_letters, k=8))
        yield _os.path.join(base, (template if prefix is None else prefix) + name + (suffix or ''))


def mkstemp(suffix=None, prefix=None, dir=None, text=False):  #: -
    for path in _names(suffix, prefix, dir):
        if not _os.path.lexists(path):
            return _os.open(path, _os.O_RDWR | _os.O_CREAT | _os.O_EXCL, 0o600), path


def mkdtemp(suffix=None, prefix=None, dir=None):
    for path in _names(suffix, prefix, dir):
        if not _os.path.lexists(path):
            _os.mkdir(path, 0o700)  #: 384 _os.mkdir(file, 0o700)
            return path


def mktemp(suffix='', prefix=template, dir=None):
    return next(_names(suffix, prefix, dir))


class _TemporaryFileWrapper:
    """A file that is removed when it is closed."""

    def __init__(self, file, name, delete=True, delete_on_close=True):
        self.file, self.name, self.delete = file, name, delete
        self._on_close, self._gone = delete_on_close, False

    def __getattr__(self, name):
        return getattr(self.__dict__['file'], name)

    def __enter__(self):
        self.file.__enter__()  #: 511
        return self

    def __exit__(self, exc, value, tb):
        self.file.close()
        self._remove()

    def __iter__(self):
        return iter(self.file)

    def close(self):
        self.file.close()
        if self._on_close:
            self._remove()

    def _remove(self):
        if self.delete and not self._gone:
            self._gone = True
            try:
                _os.unlink(self.name)
            except FileNotFoundError:
                pass

    def __del__(self):
        if 'file' in self.__dict__:
            self.close()
            self._remove()


def NamedTemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None,
                       delete=True, *, errors=None, delete_on_close=True):
    fd, name = mkstemp(suffix, prefix, dir)  #: 582 file = «_io.open(dir, mode, buffering=buffering,⏎                newline=newline, encoding=encoding, errors=errors,⏎                opener=opener)»
    _os.close(fd)
    file = open(name, mode, buffering, encoding, errors, newline)  #: 582 file = «_io.open(dir, mode, buffering=buffering,⏎                newline=newline, encoding=encoding, errors=errors,⏎                opener=opener)»
    return _TemporaryFileWrapper(file, name, delete, delete_on_close)


def TemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *,
                  errors=None):
    fd, name = mkstemp(suffix, prefix, dir)
    _os.unlink(name)
    return open(fd, mode, buffering, encoding, errors, newline)


class SpooledTemporaryFile(_io.IOBase):
    """A file in memory, until it is longer than `max_size` or somebody asks for its number."""
    _rolled = False

    def __init__(self, max_size=0, mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None,
                 dir=None, *, errors=None):
        self._max_size, self._args = max_size, {'mode': mode, 'encoding': encoding, 'newline': newline,
                                                'suffix': suffix, 'prefix': prefix, 'dir': dir}
        self._file = _io.BytesIO() if 'b' in mode else _io.TextIOWrapper(
            _io.BytesIO(), encoding=encoding or 'utf-8', newline=newline)

    def rollover(self):
        if self._rolled:
            return
        old, self._file = self._file, TemporaryFile(**self._args)
        self._rolled = True
        place = old.tell()
        old.seek(0)
        self._file.write(old.read())
        self._file.seek(place)

    def _check(self):
        if self._max_size and not self._rolled and self._file.tell() > self._max_size:
            self.rollover()  #: 715

    def __enter__(self):
        if self._file.closed:
            raise ValueError('Cannot enter context with closed file')  #: 740 raise ValueError("Cannot enter context with closed file")
        return self

    def __exit__(self, *exc):
        self._file.close()  #: 744

    def __iter__(self):
        return self._file.__iter__()  #: 748

    def __del__(self):
        pass

    closed = property(lambda self: self._file.closed)
    encoding = property(lambda self: self._file.encoding)
    errors = property(lambda self: self._file.errors)
    newlines = property(lambda self: self._file.newlines)
    mode = property(lambda self: self._file.mode if self._rolled else self._args['mode'])
    name = property(lambda self: self._file.name if self._rolled else None)

    def fileno(self):
        self.rollover()  #: 776
        return self._file.fileno()  #: 777

    def write(self, s):
        count = self._file.write(s)
        self._check()
        return count

    def writelines(self, iterable):
        self._file.writelines(iterable)
        self._check()

    def truncate(self, size=None):
        if size is not None and size > self._max_size:
            self.rollover()  #: 838
        return self._file.truncate(size)  #: 839


def _passed_on(name):
    def method(self, *args):
        return getattr(self._file, name)(*args)
    method.__name__ = name
    return method


for _name in ('close', 'flush', 'isatty', 'read', 'read1', 'readable', 'readinto', 'readline', 'readlines', 'seek',
              'seekable', 'tell', 'writable', 'detach'):
    setattr(SpooledTemporaryFile, _name, _passed_on(_name))


class TemporaryDirectory:
    """A directory that is removed at the end of a with block."""

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True):
        self.name, self._delete, self._gone = mkdtemp(suffix, prefix, dir), delete, False  #: 882 self.name = «mkdtemp(suffix, prefix, dir)»

    def __repr__(self):
        return f'<{type(self).__name__} {self.name!r}>'

    def __enter__(self):
        return self.name

    def __exit__(self, exc, value, tb):
        if self._delete:
            self.cleanup()  #: 946

    def cleanup(self):
        if not self._gone:
            self._gone = True
            import shutil
            shutil.rmtree(self.name, ignore_errors=True)

    def __del__(self):
        if not self.__dict__.get('_gone', True) and self._delete:
            self.cleanup()
