"""Files and directories that go when they are closed."""
import functools as _functools
import io as _io
import os as _os
import types as _types
import warnings as _warnings
import weakref as _weakref

__all__ = ['NamedTemporaryFile', 'TemporaryFile', 'SpooledTemporaryFile', 'TemporaryDirectory', 'mkstemp', 'mkdtemp',
           'mktemp', 'TMP_MAX', 'gettempprefix', 'tempdir', 'gettempdir', 'gettempprefixb', 'gettempdirb']
TMP_MAX = 238328
tempdir = None
template = 'tmp'
_letters = 'abcdefghijklmnopqrstuvwxyz0123456789_'
_source = None


def _first_folder():
    """The first folder that the environment names, else where the system keeps such files."""
    for name in ('TMPDIR', 'TEMP', 'TMP'):
        path = _os.environ.get(name)
        if path and _os.path.isdir(path):
            return _os.path.abspath(path)
    return '/tmp'


def _folder():
    global tempdir
    if tempdir is None:
        tempdir = _first_folder()
    return tempdir


def gettempdir():
    return _os.fsdecode(_folder())


def gettempdirb():
    return _os.fsencode(_folder())


def gettempprefix():
    return template


def gettempprefixb():
    return _os.fsencode(template)


def _kind_of(*parts):  #: in tempfile.py _infer_return_type
    """str or bytes, as the parts of a path are."""
    kind = None
    for part in parts:
        if part is None:
            continue
        if isinstance(_os.fspath(part) if isinstance(part, _os.PathLike) else part, bytes):
            if kind is str:
                raise TypeError("Can't mix bytes and non-bytes in path components.")  #: 97 raise TypeError("Can't mix bytes and non-bytes in "⏎                "path components.")
            kind = bytes
        else:
            if kind is bytes:
                raise TypeError("Can't mix bytes and non-bytes in path components.")  #: 102 raise TypeError("Can't mix bytes and non-bytes in "⏎                "path components.")
            kind = str
    return kind or (str if tempdir is None else type(tempdir))


def _settled(prefix, suffix, dir):  #: in tempfile.py _sanitize_params
    """Those parts, of one kind, with what is usual for those that are None; and the kind."""
    kind = _kind_of(prefix, suffix, dir)  #: 116 output_type = «_infer_return_type(prefix, suffix, dir)»
    if prefix is None:
        prefix = template if kind is str else gettempprefixb()
    if dir is None:
        dir = gettempdir() if kind is str else gettempdirb()
    return prefix, kind() if suffix is None else suffix, dir, kind


def _names(kind=str):
    """Names without end."""
    global _source
    if _source is None:
        import random
        _source = random.Random(0)
    while True:
        name = ''.join(_source.choices(_letters, k=8))
        yield name if kind is str else name.encode()


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    settled = _settled(prefix, suffix, dir)  #: 350 prefix, suffix, dir, output_type = «_sanitize_params(prefix, suffix, dir)»
    return _created(*settled)  #: 357 return «_mkstemp_inner(dir, prefix, suffix, flags, output_type)»


def _created(prefix, suffix, dir, kind):  #: in tempfile.py _mkstemp_inner
    dir = _os.path.abspath(dir)  #: 246 dir = «_os.path.abspath(dir)»
    for name in _names(kind):
        path = _os.path.join(dir, prefix + name + suffix)  #: 253 file = _os.path.join(dir, «pre + name + suf»)
        try:
            return _os.open(path, _os.O_RDWR | _os.O_CREAT | _os.O_EXCL, 0o600), path  #: 256 fd = «_os.open(file, flags, 0o600)»
        except FileExistsError:
            pass


def mkdtemp(suffix=None, prefix=None, dir=None):
    prefix, suffix, dir, kind = _settled(prefix, suffix, dir)  #: 373 prefix, suffix, dir, output_type = «_sanitize_params(prefix, suffix, dir)»
    for name in _names(kind):
        path = _os.path.join(dir, prefix + name + suffix)  #: 381 file = _os.path.join(dir, «prefix + name + suffix»)
        try:
            _os.mkdir(path, 0o700)  #: 384 _os.mkdir(file, 0o700)
        except FileExistsError:
            continue
        return _os.path.abspath(path)


def mktemp(suffix='', prefix=template, dir=None):
    dir = gettempdir() if dir is None else dir
    for name in _names():
        path = _os.path.join(dir, prefix + name + suffix)  #: 424 file = _os.path.join(dir, «prefix + name + suffix»)
        if not _os.path.lexists(path):
            return path


class _TemporaryFileCloser:
    """What removes a file once nobody holds it: neither what it was opened as nor a method or an iterator of it."""
    _gone = False

    def __init__(self, file, name, delete=True, delete_on_close=True):
        self.file, self.name, self.delete, self.delete_on_close = file, name, delete, delete_on_close

    def close(self):
        self.file.close()
        if self.delete_on_close:
            self.cleanup()

    def cleanup(self):
        if not self._gone:
            self._gone = True
            self.file.close()
            if self.delete:
                try:
                    _os.unlink(self.name)
                except FileNotFoundError:
                    pass

    def __del__(self):
        self.cleanup()


class _TemporaryFileWrapper:
    """A file that is removed when it is closed."""

    def __init__(self, file, name, delete=True, delete_on_close=True):
        self.file, self.name = file, name
        self._closer = _TemporaryFileCloser(file, name, delete, delete_on_close)

    def __getattr__(self, name):
        found = getattr(self.__dict__['file'], name)
        if hasattr(found, '__call__'):
            method, closer = found, self._closer

            @_functools.wraps(method)
            def func_wrapper(*args, **kwargs):
                closer
                return method(*args, **kwargs)  #: 499 return «func(*args, **kwargs)»
            found = func_wrapper
        if not isinstance(found, int):
            setattr(self, name, found)
        return found

    def __enter__(self):
        self.file.__enter__()  #: 511
        return self

    def __exit__(self, exc, value, tb):
        self.file.__exit__(exc, value, tb)
        self._closer.cleanup()

    def __iter__(self):
        yield from self.file

    def close(self):
        self._closer.close()


def NamedTemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None,
                       delete=True, *, errors=None, delete_on_close=True):
    settled = _settled(prefix, suffix, dir)  #: 564 prefix, suffix, dir, output_type = «_sanitize_params(prefix, suffix, dir)»
    if 'b' not in mode:  #: 573 if «"b" not in mode»:
        encoding = _io.text_encoding(encoding)
    name = None

    def opener(*_):
        nonlocal name
        fd, name = _created(*settled)  #: 579 fd, name = «_mkstemp_inner(dir, prefix, suffix, flags, output_type)»
        return fd
    try:
        file = open(settled[2], mode, buffering, encoding, errors, newline, opener=opener)  #: 582 file = «_io.open(dir, mode, buffering=buffering,⏎                newline=newline, encoding=encoding, errors=errors,⏎                opener=opener)»
        _named(file, name)
        return _TemporaryFileWrapper(file, name, delete, delete_on_close)
    except BaseException:
        if name is not None:
            _os.unlink(name)
        raise


def TemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *,
                  errors=None):
    if 'b' not in mode:  #: 628 if «"b" not in mode»:
        encoding = _io.text_encoding(encoding)
    settled = _settled(prefix, suffix, dir)  #: 631 prefix, suffix, dir, output_type = «_sanitize_params(prefix, suffix, dir)»
    fd = None

    def opener(*_):
        nonlocal fd
        fd, name = _created(*settled)  #: 670 fd, name = «_mkstemp_inner(dir, prefix, suffix, flags, output_type)»
        _os.unlink(name)
        return fd
    try:
        file = open(settled[2], mode, buffering, encoding, errors, newline, opener=opener)  #: 642 file = «_io.open(dir, mode, buffering=buffering,⏎                newline=newline, encoding=encoding,⏎                errors=errors, opener=opener)»
        return _named(file, fd)
    except OSError:
        # Until here CPython has tried for a file without a name.
        pass
    file = open(settled[2], mode, buffering, encoding, errors, newline, opener=opener)  #: 677 file = «_io.open(dir, mode, buffering=buffering,⏎                newline=newline, encoding=encoding, errors=errors,⏎                opener=opener)»
    return _named(file, fd)


def _named(file, name):
    """Has a file know by what name it has been opened, not the folder's."""
    raw = getattr(file, 'buffer', file)
    getattr(raw, 'raw', raw).name = name
    return file


class SpooledTemporaryFile(_io.IOBase):
    """A file in memory, until it is longer than `max_size` or somebody asks for its number."""
    _rolled = False

    def __init__(self, max_size=0, mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None,
                 dir=None, *, errors=None):
        self._max_size, self._args = max_size, {'mode': mode, 'encoding': encoding, 'newline': newline,
                                                'suffix': suffix, 'prefix': prefix, 'dir': dir, 'errors': errors}
        self._file = _io.BytesIO() if 'b' in mode else _io.TextIOWrapper(
            _io.BytesIO(), encoding=encoding, newline=newline, errors=errors)

    __class_getitem__ = classmethod(_types.GenericAlias)

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
        if not self.closed:
            _warnings.warn(f'Unclosed file {self!r}', ResourceWarning, stacklevel=2, source=self)
            self.close()

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


for _name in ('close', 'flush', 'isatty', 'read', 'read1', 'readable', 'readinto', 'readinto1', 'readline', 'readlines', 'seek',
              'seekable', 'tell', 'writable', 'detach'):
    setattr(SpooledTemporaryFile, _name, _passed_on(_name))


class TemporaryDirectory:
    """A directory that is removed at the end of a with block."""

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True):
        self.name = mkdtemp(suffix, prefix, dir)  #: 882 self.name = «mkdtemp(suffix, prefix, dir)»
        self._ignore_cleanup_errors, self._delete = ignore_cleanup_errors, delete
        self._finalizer = _weakref.finalize(self, _left_behind, self.name, f'Implicitly cleaning up {self!r}',
                                            ignore_cleanup_errors, delete)

    __class_getitem__ = classmethod(_types.GenericAlias)

    def __repr__(self):
        return f'<{type(self).__name__} {self.name!r}>'

    def __enter__(self):
        return self.name

    def __exit__(self, exc, value, tb):
        if self._delete:
            self.cleanup()  #: 946

    def cleanup(self):
        if self._finalizer.detach() or _os.path.exists(self.name):
            _remove(self.name, self._ignore_cleanup_errors)


def _left_behind(name, message, ignore_errors, delete):
    if delete:
        _remove(name, ignore_errors)
        _warnings.warn(message, ResourceWarning)  #: 936 _warnings.warn(warn_message, ResourceWarning)


def _remove(name, ignore_errors, again=False):
    """Removes a tree, also what must not be written; what has gone meanwhile is no error."""
    import shutil

    def open_up(path):
        if not _os.path.islink(path):
            _os.chmod(path, 0o700)

    def failed(function, path, error):  #: -
        if not isinstance(error, PermissionError) or again and path == name:
            if not isinstance(error, FileNotFoundError) and not ignore_errors:
                raise error
            return
        try:
            if path != name:
                open_up(_os.path.dirname(path))
            open_up(path)
            try:
                _os.unlink(path)
            except (IsADirectoryError, PermissionError) as e:
                if _os.path.isdir(path):
                    _remove(path, ignore_errors, isinstance(e, PermissionError) and path == name)
                elif not ignore_errors:
                    raise
        except FileNotFoundError:
            pass
    shutil.rmtree(name, onexc=failed)
