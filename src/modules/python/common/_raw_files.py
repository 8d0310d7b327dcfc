"""Files without a buffer, and what all streams of files have."""
import _files
import _frames
from io import UnsupportedOperation, _IOBase, _RawIOBase, _into
from operator import index as _index
from sys import modules as _modules
from _frames import argument_type as _argument_type

__name__ = '_open'  # whose functions are told to be C


def _unpicklable(self, protocol=0):
    raise TypeError(f'cannot pickle {type(self).__name__!r} instances')


def _named(self):
    """How a stream's class is named in its repr."""
    kind = type(self)
    return f'_io.{kind.__name__}' if kind.__module__ == '_io' else kind.__name__


# Streams whose names are being shown.
_shown = set()


def _name_of(self, name):
    """A stream's name in its repr; it may hold the stream."""
    if id(self) in _shown:
        raise RuntimeError(f'reentrant call inside {_named(self)}.__repr__')
    _shown.add(id(self))
    try:
        return f'name={name!r}'
    finally:
        _shown.discard(id(self))


class FileIO(_RawIOBase):
    """A file without a buffer."""
    __module__ = '_io'
    __getstate__ = __reduce_ex__ = _unpicklable
    # Set once it is open.
    _reads = None
    _warns = True
    # The system's number for what would block.
    _blocked = 11

    def __init__(self, file, mode='r', closefd=True, opener=None):
        if not isinstance(mode, str):
            raise TypeError(f"FileIO() argument 'mode' must be str, not {_argument_type(mode)}")
        if not closefd and not isinstance(file, int):
            raise ValueError('Cannot use closefd=False with file name')
        if set(mode) - set('axrwb+'):
            raise ValueError(f'invalid mode: {mode}')
        if sum(map(mode.count, 'axrw')) != 1 or mode.count('+') > 1:
            raise ValueError('Must have exactly one of create/read/write/append mode and at most one plus')
        self.name, self.closefd, self._modes = file, closefd, mode
        plus = '+' in mode
        reads, writes = plus or 'r' in mode, plus or 'r' not in mode
        if isinstance(file, int):
            if file < 0:
                raise ValueError('negative file descriptor')
            if (node := getattr(_files._descriptor(file), 'node', None)) is not None and node.is_dir():
                raise IsADirectoryError(21, 'Is a directory', file)
            self._fd = file
        elif opener is not None:
            kind = next((c for c in 'xaw' if c in mode), 'r')
            flags = (2 if plus else 1 if writes else 0) | {'r': 0, 'w': 576, 'x': 192, 'a': 1088}[kind] | 0o2000000
            fd = opener(file, flags)
            if not isinstance(fd, int):
                raise TypeError('expected integer from opener')
            if fd < 0:
                raise ValueError(f'opener returned {fd}')
            self._fd = fd
        else:
            text = _files._text(file, 'open')
            rights = (0o400 if reads else 0) | (0o200 if writes else 0)
            node = _files.open_node(text, 'r' if 'r' in mode else mode.replace('+', ''), file, 0o666, rights)
            self._fd = _files.new_descriptor(_files.Descriptor(node, reads, writes, 'a' in mode))
        self._place = _files._descriptor(self._fd)
        # A pipe has no node: it gives what there is.
        self._end = None if hasattr(self._place, 'node') else self._place
        if 'a' in mode and self._end is None:
            self._place.at = len(self._place.node.data)
        self._reads, self._writes = reads, writes

    @property
    def mode(self):
        kind = next(c for c in 'xarw' if c in self._modes)
        if kind in 'xa':
            return kind + 'b' + ('+' if self._reads else '')
        return 'rb+' if self._reads and self._writes else 'rb' if self._reads else 'wb'

    def __repr__(self):
        if self.closed:
            return f'<{_named(self)} [closed]>'
        name = _name_of(self, self.name) if hasattr(self, 'name') else f'fd={self._fd}'
        return f'<{_named(self)} {name} mode={self.mode!r} closefd={self.closefd}>'

    def _check(self):
        if self._closed:
            raise ValueError('I/O operation on closed file')

    def _opened(self):
        """The descriptor, whose number may have been closed behind this file's back."""
        _files._descriptor(self._fd)
        return self._place

    def readable(self):
        self._check()
        return self._reads

    def writable(self):
        self._check()
        return self._writes

    def seekable(self):
        self._check()
        return self._end is None

    def isatty(self):
        self._check()
        return False

    def fileno(self):
        self._check()
        return self._fd

    def read(self, size=-1, /):
        self._check()
        if not self._reads:
            raise UnsupportedOperation('File not open for reading')
        if self._end is not None:
            import _unseekable
            return _unseekable.read(self, size)
        return self._opened().read(size)

    def readall(self):
        return self.read()

    def readinto(self, buffer, /):
        return _into(buffer, self.read, ' 1')

    def write(self, b, /):
        b = _files.bytes_of(b)
        self._check()
        if not self._writes:
            raise UnsupportedOperation('File not open for writing')
        if self._end is not None:
            import _unseekable
            return _unseekable.write(self, b)
        self._opened().write(b)
        return len(b)

    def _sought(self):
        self._check()
        self._opened()
        if self._end is not None:
            raise OSError(29, 'Illegal seek')

    def seek(self, pos, whence=0, /):
        self._sought()
        pos, whence = _index(pos), _index(whence)
        at = pos + (0, self._place.at, len(self._place.node.data))[whence] if whence in (0, 1, 2) else -1
        if at < 0:
            raise OSError(22, 'Invalid argument')
        self._place.at = at
        return at

    def tell(self):
        self._sought()
        return self._place.at

    def flush(self):
        _IOBase._check(self)

    def truncate(self, size=None, /):
        self._check()
        if not self._writes:
            raise UnsupportedOperation('File not open for writing')
        if self._end is not None:
            raise OSError(29, 'Illegal seek') if size is None else OSError(22, 'Invalid argument')
        size = self._place.at if size is None else _index(size)
        if size < 0:
            raise OSError(22, 'Invalid argument')
        data = self._place.node.data
        del data[size:]
        data.extend(bytes(size - len(data)))
        return size

    def close(self):
        if not self._closed:
            try:
                self.flush()
            finally:
                self._closed = True
                if self.closefd:
                    import _descriptors
                    # Somebody may have closed the number itself.
                    _descriptors.find(self._fd)
                    if self._end is None:
                        _descriptors.release(self._fd)
                    elif not _descriptors.forsake(self._fd):
                        self._end.close()

    def __del__(self):
        try:
            if not self._closed and self._reads is not None:
                _warn_unclosed(self, self)
                self.close()
        except Exception as error:
            _frames.unraisable(error, self)

    def readline(self, size=-1, /):
        self._check()
        if self._end is not None:
            return _RawIOBase.readline(self, size)
        data, at = self._place.node.data, self._place.at
        end = data.find(b'\n', at) + 1 or len(data)
        return self.read(end - at if size is None or size < 0 else min(size, end - at))


def _warn_unclosed(file, raw):
    """What the end of a file that nobody closed says (`_dealloc_warn`); unless a program has asked for it, nothing."""
    if not getattr(raw, 'closefd', True) or 'warnings' not in _modules:
        return
    import warnings
    try:
        warnings.warn(f'unclosed file {file!r}', ResourceWarning, source=file)
    except Warning as error:
        import _frames
        _frames.unraisable(error, raw)


def _finalize(stream, raw):  #: -
    """Closes a stream that nobody has any more."""
    try:
        closed = stream.closed
    except Exception:
        return
    try:
        if not closed:
            if getattr(type(raw), '_warns', False):
                _warn_unclosed(stream, raw)
            stream.close()
    except Exception as error:
        import _frames
        _frames.unraisable(error, stream)
