"""Files and directories that go when they are closed."""
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


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    for path in _names(suffix, prefix, dir):
        if not _os.path.lexists(path):
            return _os.open(path, _os.O_RDWR | _os.O_CREAT | _os.O_EXCL), path


def mkdtemp(suffix=None, prefix=None, dir=None):
    for path in _names(suffix, prefix, dir):
        if not _os.path.lexists(path):
            _os.mkdir(path, 0o700)
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

    def __repr__(self):
        return f'<{type(self).__name__} {self.file}>'

    def __enter__(self):
        self.file.__enter__()
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
    fd, name = mkstemp(suffix, prefix, dir)
    _os.close(fd)
    file = open(name, mode, buffering, encoding, errors, newline)
    return _TemporaryFileWrapper(file, name, delete, delete_on_close)


def TemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *,
                  errors=None):
    fd, name = mkstemp(suffix, prefix, dir)
    _os.unlink(name)
    return open(fd, mode, buffering, encoding, errors, newline)


def SpooledTemporaryFile(max_size=0, mode='w+b', *args, **kwargs):
    import io
    return io.BytesIO() if 'b' in mode else io.StringIO()


class TemporaryDirectory:
    """A directory that is removed at the end of a with block."""

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True):
        self.name, self._delete, self._gone = mkdtemp(suffix, prefix, dir), delete, False

    def __repr__(self):
        return f'<{type(self).__name__} {self.name!r}>'

    def __enter__(self):
        return self.name

    def __exit__(self, exc, value, tb):
        if self._delete:
            self.cleanup()

    def cleanup(self):
        if not self._gone:
            self._gone = True
            import shutil
            shutil.rmtree(self.name, ignore_errors=True)

    def __del__(self):
        if not self.__dict__.get('_gone', True) and self._delete:
            self.cleanup()
