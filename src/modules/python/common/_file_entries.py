"""What is in a directory, one entry after the other."""
from os import fspath
from _frames import final as _final, native as _native, shown_as as _shown_as

from _file_nodes import _text, failure, find
from _file_descriptors import place_of
from _files import _directory, _told, stat

__name__ = '_files'  # where what is here is said to be


class DirEntry:
    """An entry that scandir gives."""
    __module__ = 'posix'
    __class_getitem__ = classmethod(type(list[int]))
    __slots__ = 'name', 'path', '_node'

    def __init__(self, name, path, node):
        self.name, self.path, self._node = name, path, node

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle 'posix.DirEntry' object")

    def __repr__(self):
        return f'<DirEntry {self.name!r}>'

    def __fspath__(self):
        return self.path

    def is_dir(self, *, follow_symlinks=True):
        node = find(self.path) if self.is_symlink() and follow_symlinks else self._node
        return node is not None and node.is_dir()

    def is_file(self, *, follow_symlinks=True):
        node = find(self.path) if self.is_symlink() and follow_symlinks else self._node
        return node is not None and node.is_file()

    def is_symlink(self):
        return self._node.target is not None

    def is_junction(self):
        return False

    def inode(self):
        return self._node.number

    def stat(self, *, follow_symlinks=True):
        return stat(self.path, follow_symlinks=follow_symlinks)


class _BesideDescriptor(DirEntry):
    """One of a directory that is given by its descriptor."""
    __slots__ = ()

    def _goal(self, follow):
        place = place_of(self._node)
        return find(place) if follow and self._node.target is not None and place else self._node

    def is_dir(self, *, follow_symlinks=True):
        node = self._goal(follow_symlinks)
        return node is not None and node.is_dir()

    def is_file(self, *, follow_symlinks=True):
        node = self._goal(follow_symlinks)
        return node is not None and node.is_file()

    def stat(self, *, follow_symlinks=True):
        node = self._goal(follow_symlinks)
        if node is None:
            raise failure(2, self.name)
        return _told(node)


_BesideDescriptor.__name__ = _BesideDescriptor.__qualname__ = 'DirEntry'
_BesideDescriptor.__module__ = DirEntry.__module__


class ScandirIterator:
    """The entries of a directory."""
    __module__ = 'posix'
    _left = None

    def __new__(cls):
        raise TypeError("cannot create 'posix.ScandirIterator' instances")

    def __iter__(self):
        return self

    def __next__(self):
        if self._left is not None:
            for entry in self._left:
                return entry
            self._left = None
        raise StopIteration

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self._left = None

    def close(self):
        self._left = None

    def __del__(self):
        if self._left is not None:
            import warnings
            warnings.warn(f'unclosed scandir iterator {self!r}', ResourceWarning, source=self)


def scandir(path=None):
    path = '.' if path is None else path if isinstance(path, int) else _of_directory(path)
    entries = _directory(path, 'scandir').entries.items()
    if isinstance(path, int):
        entries = [_BesideDescriptor(name, name, node) for name, node in entries]
    elif isinstance(path, bytes):
        from os import fsencode
        prefix = path if path.endswith(b'/') else path + b'/'
        entries = [DirEntry(fsencode(name), prefix + fsencode(name), node) for name, node in entries]
    else:
        prefix = path if path.endswith('/') else path + '/'
        entries = [DirEntry(name, prefix + name, node) for name, node in entries]
    found = object.__new__(ScandirIterator)
    found._left = iter(entries)
    return found


def _of_directory(path):
    _text(path, 'scandir')
    return fspath(path)


_walk_symlinks_as_files = object()  #: in <frozen os>


def walk(top, topdown=True, onerror=None, followlinks=False):
    """Each directory below with its directories and its files."""
    from os import path as _path
    # Directories still to be looked at, and, from the bottom up, what is told once those below are done.
    waiting = [fspath(top)]
    while waiting:
        top = waiting.pop()
        if isinstance(top, tuple):
            yield top
            continue
        try:
            entries = list(scandir(top))
        except OSError as e:
            if onerror is not None:
                onerror(e)
            continue
        dirs, files, below = [], [], []
        for entry in entries:
            if entry.is_dir(follow_symlinks=followlinks is not _walk_symlinks_as_files):
                dirs.append(entry.name)
                if followlinks or not entry.is_symlink():
                    below.append(entry.path)
            else:
                files.append(entry.name)
        if topdown:
            yield top, dirs, files
            # The program may have changed the list.
            for name in reversed(dirs):
                path = _path.join(top, name)
                if followlinks or not _path.islink(path):
                    waiting.append(path)
        else:
            waiting.append((top, dirs, files))
            waiting.extend(reversed(below))


_final(DirEntry, ScandirIterator)
_native(globals(), 'walk')
_shown_as(globals(), 'os', 'walk')
