"""The file system of a run: a tree in memory, gone when the run ends."""
import time as _time
from _struct_sequence import make as _struct_sequence
from operator import index as _index
from _frames import bytes_of, c_int as _c_int, c_long as _c_long, native as _native, shown_as as _shown_as
from os import fspath

from _file_nodes import (Listed, NamedPipe, Node, _FILE, _allow, _begin, _of_bool, _own, _parts, _text, directory,
                         failure, find, lookup, open_node, root, source_text, walk_to)
from _file_descriptors import (Descriptor, O_APPEND, O_CREAT, O_EXCL, O_RDONLY, O_RDWR, O_TRUNC, O_WRONLY, _descriptor,
                               _options, _under, close, fdopen, fsync, ftruncate, get_blocking, isatty, lseek,
                               new_descriptor, number_of, of_descriptor, open, pipe, place_of, read, seen_from,
                               set_blocking, table, write)

cwd = '/home/user'
# What new files and directories may not have.
masked = 0o22
stat_result = _struct_sequence('os.stat_result', (
    'st_mode', 'st_ino', 'st_dev', 'st_nlink', 'st_uid', 'st_gid', 'st_size', 'st_atime', 'st_mtime', 'st_ctime',
    'st_atime_ns', 'st_mtime_ns', 'st_ctime_ns', 'st_blksize', 'st_blocks', 'st_rdev'), 'What is known of a file.', 10, 3)


def stat(path, *, dir_fd=None, follow_symlinks=True):
    if dir_fd is not None:
        return _under(dir_fd, stat, path, follow_symlinks=follow_symlinks)
    name = _text(path, 'stat')
    return _told(_named_by(name) if isinstance(name, int) else lookup(name, path, follow_symlinks))


def _told(node):
    if node.is_dir():
        size = 4096
    elif node.mode & 0o170000 == 0o020000:
        size = 0
    else:
        size = len(node.data) if node.data is not None else len(node.target)
    times = node.atime, node.mtime, node.mtime
    links = 2 + sum(n.is_dir() for n in node.entries.values()) if node.is_dir() else node.links
    return stat_result((
        node.mode, node.number, 2049, links, 1000, 1000, size, *[t // 10 ** 9 for t in times],
        *[t / 1e9 for t in times], *times, 4096, (size + 511) // 512, 0))


def lstat(path, *, dir_fd=None):
    if dir_fd is not None:
        return _under(dir_fd, lstat, path)
    _text(path, 'lstat')
    return stat(path, follow_symlinks=False)


def _directory(path, function):
    name = _text(path, function)
    node = of_descriptor(name) if isinstance(name, int) else lookup(name, path)
    if not node.is_dir():
        raise failure(20, path)
    _allow(node, 0o100 if function == 'chdir' else 0o400, path)
    return node


def listdir(path='.'):
    names = list(_directory('.' if path is None else path, 'listdir').entries)
    return [name.encode('utf-8', 'surrogateescape') for name in names] if isinstance(path, bytes) else names


def mkdir(path, mode=0o777, *, dir_fd=None):
    if dir_fd is not None:
        return _under(dir_fd, mkdir, path, mode)
    text, mode = _text(path, 'mkdir'), _c_int(mode)
    # A link that leads nowhere is there too.
    node, here, name = walk_to(text.rstrip('/') or '/', path, False)
    if node is not None:
        raise failure(17, path)
    if not here.is_dir():
        raise failure(20, path)
    _allow(here, 0o200, path)
    here.entries[name] = directory()
    here.entries[name].mode = 0o40000 | mode & 0o1777 & ~masked


def makedirs(name, mode=0o777, exist_ok=False):  #: in <frozen os>
    text = _text(fspath(name), 'makedirs')
    head, _, tail = (text.rstrip('/') or '/').rpartition('/')
    if head and tail and find(head) is None:
        try:
            makedirs(head, exist_ok=exist_ok)  #: 217
        except FileExistsError:
            # Somebody else has made it, or it is no directory: the next step says so.
            pass
        if tail == '.':
            return
    try:
        mkdir(name if isinstance(name, (str, bytes)) else text, mode)  #: 227
    except OSError:
        node = find(text)
        if not exist_ok or node is None or not node.is_dir():
            raise


def remove(path, *, dir_fd=None):
    _remove(path, dir_fd, 'remove')


def unlink(path, *, dir_fd=None):
    _remove(path, dir_fd, 'unlink')


def _remove(path, dir_fd, function):
    if dir_fd is not None:
        return _under(dir_fd, _remove, path, None, function)
    node, here, name = walk_to(_text(path, function), path, False)
    if node is None:
        raise failure(2, path)
    _allow(here, 0o200, path)
    if node.is_dir():
        raise failure(21, path)
    del here.entries[name]
    node.links -= 1


def rmdir(path, *, dir_fd=None):
    if dir_fd is not None:
        return _under(dir_fd, rmdir, path)
    node, here, name = walk_to(_text(path, 'rmdir'), path, False)
    if node is None:
        raise failure(2, path)
    if _text(path, 'rmdir').rstrip('/').rpartition('/')[2] == '.':
        raise failure(22, path)
    _allow(here, 0o200, path)
    if not node.is_dir():
        raise failure(20, path)
    if node.entries:
        raise failure(39, path)
    del here.entries[name]


def removedirs(name):  #: in <frozen os>
    rmdir(name)  #: 245
    head = _text(name, 'rmdir').rstrip('/').rpartition('/')[0]
    while head:
        try:
            rmdir(head)
        except OSError:
            break
        head = head.rpartition('/')[0]


def rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    _rename(src, dst, src_dir_fd, dst_dir_fd, 'rename')


def replace(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    _rename(src, dst, src_dir_fd, dst_dir_fd, 'replace')


def _rename(src, dst, src_dir_fd, dst_dir_fd, function):
    src = src if src_dir_fd is None else seen_from(src_dir_fd, src)
    dst = dst if dst_dir_fd is None else seen_from(dst_dir_fd, dst)
    old, wanted = _text(src, function, 'src').rstrip('/'), _text(dst, function, 'dst').rstrip('/')
    try:
        node, here, name = walk_to(old, src, False)
        other, there, new = walk_to(wanted, dst, False)
    except OSError as error:
        raise failure(error.errno, src, dst) from None
    if node is None:
        raise failure(2, src, dst)
    if node.is_dir() and _holds(node, there):
        raise failure(22, src, dst)
    if other is node:
        return
    _allow(here, 0o200, src, dst)
    _allow(there, 0o200, src, dst)
    if node.is_dir() and here is not there:
        # Its `..` changes.
        _allow(node, 0o200, src, dst)
    if other is not None:
        if other.is_dir() and not node.is_dir():
            raise failure(21, src, dst)
        if node.is_dir() and not other.is_dir():
            raise failure(20, src, dst)
        if other.is_dir() and other.entries:
            raise failure(39, src, dst)
    del here.entries[name]
    if other is not None:
        other.links -= 1
    there.entries[new] = node


def _holds(node, below):
    return node is below or any(_holds(one, below) for one in node.entries.values() if one.is_dir())


def renames(old, new):
    head = _text(new, 'rename').rpartition('/')[0]
    if head and find(head) is None:
        makedirs(head)
    rename(old, new)
    head, _, tail = _text(old, 'rename').rpartition('/')
    if head and tail:
        try:
            removedirs(head)
        except OSError:
            pass


def symlink(src, dst, target_is_directory=False, *, dir_fd=None):
    if dir_fd is not None:
        return symlink(src, seen_from(dir_fd, dst))
    target = _text(src, 'symlink', 'src')
    try:
        node, here, name = walk_to(_text(dst, 'symlink', 'dst'), dst, False)
    except OSError as e:
        raise failure(e.errno, src, dst) from None
    if node is not None:
        raise failure(17, src, dst)
    _allow(here, 0o200, src, dst)
    here.entries[name] = Node(0o120777, None, None, target)


def link(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True):
    if src_dir_fd is not None or dst_dir_fd is not None:
        src = src if src_dir_fd is None else seen_from(src_dir_fd, src)
        return link(src, dst if dst_dir_fd is None else seen_from(dst_dir_fd, dst))
    try:
        node, other = lookup(_text(src, 'link', 'src'), src, False), walk_to(_text(dst, 'link', 'dst'), dst, False)
    except OSError as e:
        raise failure(e.errno, src, dst) from None
    if other[0] is not None:
        raise failure(17, src, dst)
    _allow(other[1], 0o200, src, dst)
    if node.is_dir():
        raise failure(1, src, dst)
    other[1].entries[other[2]] = node
    node.links += 1


def readlink(path, *, dir_fd=None):
    if dir_fd is not None:
        return _under(dir_fd, readlink, path)
    node = lookup(_text(path, 'readlink'), path, False)
    if node.target is None:
        raise failure(22, path)
    return node.target.encode('utf-8', 'surrogateescape') if isinstance(fspath(path), bytes) else node.target


def _named_by(number):
    """The node of a descriptor that stands for a path; an error names it."""
    try:
        return _open_at(number)
    except OSError:
        raise failure(9, number) from None


class _Stream:
    """What `stat` tells of an open pipe or socket."""
    data, target, entries, number, links, atime, mtime = b'', None, {}, 1, 1, 0, 0

    def __init__(self, thing):
        self.mode = getattr(thing, 'file_mode', 0o010600)

    def is_dir(self):
        return False


def _open_at(number):
    if 0 <= number <= 2:
        return of_descriptor(number)
    thing = _descriptor(number)
    return getattr(thing, 'node', None) or _Stream(thing)


def __getattr__(name):
    # What is told of the entries of directories is read when a program first asks for it.
    if name not in ('DirEntry', 'ScandirIterator', 'scandir', 'walk', '_walk_symlinks_as_files'):
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    import _file_entries
    return globals().setdefault(name, getattr(_file_entries, name))


def chdir(path):
    global cwd
    if isinstance(path, int):
        node = _named_by(path)
        if not node.is_dir():
            raise failure(20, path)
        path = place_of(node)
    _directory(path, 'chdir')
    parts = []
    for part in _parts(_text(path, 'chdir')):
        if part != '..':
            parts.append(part)
        elif parts:
            parts.pop()
    cwd = '/' + '/'.join(parts)


def access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True):
    if dir_fd is not None:
        return _under(dir_fd, access, path, mode)
    if isinstance(path, int):
        raise TypeError('access: path should be string, bytes or os.PathLike, not int')
    text = _text(path, 'access')
    mode, node = _c_int(mode), find(text)
    rights = (mode & 7) << 6
    return node is not None and node.mode & rights == rights


def chmod(path, mode, *, dir_fd=None, follow_symlinks=True):
    if dir_fd is not None:
        return _under(dir_fd, chmod, path, mode)
    text = _text(path, 'chmod')
    mode = _c_int(mode)
    node = _named_by(text) if isinstance(text, int) else lookup(text, path, follow_symlinks)
    if node.mode & 0o170000 == 0o120000:
        raise NotImplementedError('chmod: follow_symlinks unavailable on this platform')
    node.mode = node.mode & ~0o7777 | mode & 0o7777


def _nanoseconds(time):
    if time != time:
        raise ValueError('Invalid value NaN (not a number)')
    if isinstance(time, float):
        from math import modf
        part, whole = modf(time)
    else:
        part, whole = 0, _index(time)
    if not -1 << 63 <= whole < 1 << 63:
        raise OverflowError('timestamp out of range for platform time_t')
    return int(whole) * 10 ** 9 + int(part * 1e9 // 1)


def utime(path, times=None, *, ns=..., dir_fd=None, follow_symlinks=True):
    if dir_fd is not None:
        return _under(dir_fd, utime, path, times, ns=ns, follow_symlinks=follow_symlinks)
    text = _text(path, 'utime')
    if times is not None and ns is not ...:
        raise ValueError("utime: you may specify either 'times' or 'ns' but not both")
    if times is not None and not (isinstance(times, tuple) and len(times) == 2):
        raise TypeError("utime: 'times' must be either a tuple of two ints or None")
    node = _named_by(text) if isinstance(text, int) else lookup(text, path, follow_symlinks)
    if ns is not ...:
        if not (isinstance(ns, tuple) and len(ns) == 2):
            raise TypeError("utime: 'ns' must be a tuple of two ints")
        node.atime, node.mtime = map(_index, ns)
    elif times is not None:
        node.atime, node.mtime = map(_nanoseconds, times)
    else:
        node.atime = node.mtime = _time.time_ns()


def truncate(path, length):
    length = _c_long(length)
    node = _descriptor(path).node if isinstance(path, int) else lookup(_text(path, 'truncate'), path)
    if length < 0:
        raise OSError(22, 'Invalid argument') if isinstance(path, int) else failure(22, path)
    if not isinstance(path, int):
        if node.is_dir():
            raise failure(21, path)
        _allow(node, 0o200, path)
    del node.data[length:]
    node.data.extend(bytes(length - len(node.data)))


def fstat(fd):
    return _told(_open_at(_c_int(fd)))


if root is _own:
    _begin()
_native(globals(), 'makedirs', 'removedirs', 'renames')
_shown_as(globals(), 'os', 'makedirs', 'removedirs', 'renames')
