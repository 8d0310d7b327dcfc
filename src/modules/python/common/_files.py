"""The file system of a run: a tree in memory, gone when the run ends."""
import _descriptors
import time as _time
import _processes
from _struct_sequence import make as _struct_sequence
from operator import index as _index
from _frames import bytes_of, c_int as _c_int, c_long as _c_long, ssize as _ssize, type_name as _type_name
from os import fspath

_DIR, _FILE, _DEVICE = 0o40755, 0o100644, 0o20666
_numbers = iter(range(100, 1 << 62))


class Node:
    """A directory (`entries`) or a file (`data`)."""
    __slots__ = 'number', 'mode', 'entries', 'data', 'mtime', 'atime', 'target', 'links', 'extended'

    def __init__(self, mode, entries=None, data=None, target=None):
        self.number, self.mode, self.entries, self.data, self.target = next(_numbers), mode, entries, data, target
        self.mtime = self.atime = _time.time_ns()
        self.links = 1

    def is_dir(self):
        return self.entries is not None

    def is_file(self):
        return self.mode & 0o170000 == 0o100000


def directory():
    return Node(_DIR, {})


class Listed(Node):
    """A folder whose entries are found out when somebody looks into it."""
    __slots__ = 'look',

    def __init__(self, look):
        super().__init__(_DIR)
        self.look = look
        del self.entries

    def __getattr__(self, name):
        if name != 'entries':
            raise AttributeError(name)
        return self.look(self)

    def is_dir(self):
        return True


def _programs(folder):
    from _programs import all_programs
    folder.entries = {each: Node(0o100755, None, bytearray(text)) for each, text in all_programs()}
    return folder.entries


def _of_processes(folder):
    from _open_numbers import processes
    return processes()


_own = directory()
root = _processes.common('root', _own)
cwd = '/home/user'
# What new files and directories may not have.
masked = 0o22
_WORDS = {1: 'Operation not permitted', 2: 'No such file or directory', 9: 'Bad file descriptor',
          13: 'Permission denied', 17: 'File exists', 20: 'Not a directory', 21: 'Is a directory',
          22: 'Invalid argument', 36: 'File name too long', 39: 'Directory not empty', 40: 'Too many levels of symbolic links'}


def failure(number, path, other=None):
    """The OSError of a number and a path."""
    path = path if isinstance(path, (str, bytes, int)) else fspath(path)
    other = other if other is None or isinstance(other, (str, bytes, int)) else fspath(other)
    if other is not None:
        return OSError(number, _WORDS[number], path, None, other)
    return OSError(number, _WORDS[number], path)


def _text(path, function, argument='path'):
    numbered = function in ('stat', 'listdir', 'scandir', 'chdir', 'chmod', 'utime', 'truncate',
                            'getxattr', 'setxattr', 'removexattr', 'listxattr')
    if numbered and hasattr(type(path), '__index__'):
        return _numbered(path, function)
    try:
        path = fspath(path)
    except TypeError:
        if getattr(type(path), '__fspath__', None) is not None:
            raise
        kinds = ', os.PathLike, integer or None' if function in ('listdir', 'scandir') else \
            ', os.PathLike or integer' if numbered else ' or os.PathLike'
        raise TypeError(f'{function}: {argument} should be string, bytes{kinds}, not {type(path).__name__}') from None
    if isinstance(path, bytes):
        path = path.decode('utf-8', 'surrogateescape')
    if '\0' in path:
        raise ValueError('embedded null byte' if function == 'open' else f'{function}: embedded null character '
                         'in path')
    return path


def _of_bool(number):
    """A truth value in place of a descriptor: most probably not meant so."""
    import warnings
    warnings.warn('bool is used as a file descriptor', RuntimeWarning)
    return int(number)


def _numbered(number, function):
    """A descriptor in place of a path (`path_converter`); -1 is none."""
    if isinstance(number, bool):
        number = _of_bool(number)
    number = _index(number)
    if not -1 << 31 <= number < 1 << 31:
        raise OverflowError(f'fd is {"greater than maximum" if number > 0 else "less than minimum"}')
    if number != -1:
        return number
    if function in ('listdir', 'scandir'):
        return '.'
    raise OSError(14, 'Bad address', number)


def _parts(path):
    if not path.startswith('/'):
        path = f'{cwd}/{path}'
    return [part for part in path.split('/') if part and part != '.']


def walk_to(path, shown=None, follow=True, depth=0):
    """The node at a path, with the directory it is in and its name there; (None, directory, name) if it is missing."""
    shown = path if shown is None else shown
    if not path:
        raise failure(2, shown)
    if depth > 20:
        raise failure(40, shown)
    if len(path) > 255 and (len(path) > 4095 or any(len(part.encode('utf-8', 'surrogateescape')) > 255 for part in path.split('/'))):
        raise failure(36, shown)
    stack, parts = [root], _parts(path)
    for at, part in enumerate(parts):
        here = stack[-1]
        if here.mode & 0o170100 != 0o40100:
            if not here.is_dir():
                raise failure(20, shown)
            # Where the program is, it is, whatever lies above.
            if path.startswith('/') or at >= cwd.count('/'):
                raise failure(13, shown)
        last = at == len(parts) - 1
        if part == '..':
            if len(stack) > 1:
                stack.pop()
            continue
        node = here.entries.get(part)
        if node is None:
            if last:
                return None, here, part
            raise failure(2, shown)
        if node.target is not None and (follow or not last):
            base = '/' + '/'.join(parts[:at])
            goal = node.target if node.target.startswith('/') else f'{base}/{node.target}'
            rest = '/'.join(parts[at + 1:])
            return walk_to(f'{goal}/{rest}' if rest else goal, shown, follow, depth + 1)
        if last:
            if path.endswith('/') and not node.is_dir():
                raise failure(20, shown)
            return node, here, part
        stack.append(node)
    return stack[-1], stack[-2] if len(stack) > 1 else root, parts[-1] if parts else ''


def lookup(path, shown=None, follow=True):
    node, _, _ = walk_to(path, shown, follow)
    if node is None:
        raise failure(2, path if shown is None else shown)
    return node


def find(path):
    """The node, or None."""
    try:
        return lookup(_text(path, 'stat'))
    except (OSError, ValueError):
        return None


def source_text(path):
    """A file's text, as linecache reads it; None: there is no such file, or it is no text."""
    node = find(path)
    if node is None or node.data is None:
        return None
    try:
        return bytes(node.data).decode().replace('\r\n', '\n')
    except UnicodeDecodeError:
        return None


def _make(path):
    here = root
    for part in path.split('/')[1:]:
        here = here.entries.setdefault(part, directory())
    return here


def _begin():
    import _frames
    for path in '/home/user', '/tmp', '/etc', '/var/tmp', '/usr', '/dev':
        _make(path)
    root.entries['usr'].entries['bin'] = Listed(_programs)
    root.entries['proc'] = Listed(_of_processes)
    root.entries['bin'] = Node(0o120777, target='usr/bin')
    for name in 'null', 'random', 'urandom', 'zero':
        root.entries['dev'].entries[name] = Node(_DEVICE, None, bytearray(name, 'ascii'))
    for name, text in (('hostname', b'loopscope\n'), ('passwd', b'root:x:0:0:root:/root:/bin/sh\n'
                        b'nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin\nuser:x:1000:1000::/home/user:/bin/sh\n'),
                       ('group', b'root:x:0:\nnogroup:x:65534:\nuser:x:1000:\n'), ('hosts', b'127.0.0.1\tlocalhost\n127.0.1.1\tloopscope\n')):
        root.entries['etc'].entries[name] = Node(_FILE, None, bytearray(text))
    # The program itself can be read.
    import sys
    name, lines = sys.argv[0] if sys.argv else '', []
    while name and (line := _frames.source_line(name, len(lines) + 1)) is not None:
        lines.append(line)
    if lines:
        try:
            parent = name.rpartition('/')[0]
            if parent:
                makedirs(parent, exist_ok=True)
            _, here, last = walk_to(name)
            here.entries[last] = Node(_FILE, None, bytearray('\n'.join(lines) + '\n', 'utf-8'))
        except OSError:
            pass
    # So can what came with it.
    import _importing
    for path, data in _importing.attached():
        try:
            makedirs(path.rpartition('/')[0], exist_ok=True)
            _, here, last = walk_to(path)
            here.entries.setdefault(last, Node(_FILE, None, bytearray(data)))
        except OSError:
            pass


class NamedPipe(Exception):
    """Raised where a path that is opened is that of a FIFO."""


def _allow(node, rights, *shown):
    """The program's user owns all files, and is not root."""
    if node.mode & rights != rights:
        raise failure(13, *shown)


def open_node(path, flags, shown, mode=0o666, rights=0):
    """The file's node for open(); flags: x to create, w to empty, + create if missing. `rights`: what it must allow if it is there."""
    # What is to be created is not looked for behind a link.
    node, here, name = walk_to(path, shown, 'x' not in flags)
    if path.endswith('/') and node is None:
        raise failure(21, shown)
    if node is None:
        if 'r' in flags:
            raise failure(2, shown)
        if not here.is_dir():
            raise failure(20, shown)
        _allow(here, 0o200, shown)
        node = here.entries[name] = Node(0o100000 | mode & 0o7777 & ~masked, None, bytearray())
        here.mtime = node.mtime
        return node
    if 'x' in flags:
        raise failure(17, shown)
    if node.is_dir():
        _allow(node, 0 if rights & 0o200 else rights, shown)
        raise failure(21, shown)
    _allow(node, rights, shown)
    if node.mode & 0o170000 == 0o010000:
        raise NamedPipe(node)
    if 'w' in flags:
        if node.mode != _DEVICE:
            del node.data[:]
        node.mtime = _time.time_ns()
    return node


# What os has of it.


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


_walk_symlinks_as_files = object()


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


# Descriptors.


def _of_device(name, size):
    if name == b'null':
        return b''
    if size is None or size < 0:
        import _frames
        _frames.not_supported(f'reading all of /dev/{name.decode()}', 'read(n)')
    if name == b'zero':
        return bytes(size)
    import os
    return os.urandom(size)


class Descriptor:
    """A place in an open file."""
    __slots__ = 'node', 'at', 'reads', 'writes', 'appends', 'options'

    def __init__(self, node, reads, writes, appends):
        self.node, self.at, self.reads, self.writes, self.appends, self.options = node, 0, reads, writes, appends, {}

    def read(self, size):
        if self.node.mode == _DEVICE:
            return _of_device(self.node.data, size)
        found = bytes(self.node.data[self.at:] if size is None or size < 0 else self.node.data[self.at:self.at + size])
        self.at += len(found)
        return found

    def write(self, data):
        node = self.node
        if node.mode == _DEVICE:
            return len(data)
        if self.appends:
            self.at = len(node.data)
        if self.at > len(node.data):
            node.data.extend(bytes(self.at - len(node.data)))
        node.data[self.at:self.at + len(data)] = data
        self.at += len(data)
        node.mtime = _time.time_ns()
        return len(data)


table = _descriptors.table
new_descriptor = _descriptors.new
_descriptor = _descriptors.find


O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND = 0, 1, 2, 64, 128, 512, 1024
_O_PATH = 1 << 21


def place_of(node, below='', within=None):
    """The path of a directory."""
    if node is root:
        return '/'
    for name, each in (within or root).entries.items():
        if each is node:
            return f'{below}/{name}'
        found = each.is_dir() and place_of(node, f'{below}/{name}', each)
        if found:
            return found
    return None


def seen_from(number, path):
    """A path as it is seen from the directory of a descriptor."""
    text = fspath(path)
    text = text.decode('utf-8', 'surrogateescape') if isinstance(text, bytes) else text
    if not hasattr(type(number), '__index__'):
        raise TypeError(f'argument should be integer or None, not {_type_name(number)}')
    number = _of_bool(number) if isinstance(number, bool) else _index(number)
    if not -1 << 31 <= number < 1 << 31:
        raise OverflowError(f"fd is {'less than minimum' if number < 0 else 'greater than maximum'}")
    if text.startswith('/'):
        return text
    node = of_descriptor(number)
    if not node.is_dir():
        raise failure(20, path)
    place = place_of(node)
    if place is None:
        raise failure(2, path)
    return f'{place}/{text}' if text else text


def _under(number, function, path, *args, **options):
    """What a function does with a path as it is seen from the directory of a descriptor."""
    if isinstance(path, int):
        raise ValueError(f"{function.__name__.lstrip('_')}: can't specify dir_fd without matching path")
    try:
        return function(seen_from(number, path), *args, **options)
    except OSError as error:
        error.filename = path
        raise


def open(path, flags, mode=0o777, *, dir_fd=None):
    if dir_fd is not None:
        return _under(dir_fd, open, path, flags, mode)
    text, flags, mode = _text(path, 'open'), _c_int(flags), _c_int(mode)
    if not flags & (3 | O_CREAT | O_TRUNC):
        # A directory can be looked at.
        node = find(text)
        if node is not None and node.is_dir():
            _allow(node, 0 if flags & _O_PATH else 0o400, path)
            return new_descriptor(Descriptor(node, False, False, False))
    kind = 'x' if flags & O_CREAT and flags & O_EXCL else 'a' if flags & O_CREAT else 'r'
    try:
        rights = (0o400, 0o200, 0o600, 0)[flags & 3] | (0o200 if flags & O_TRUNC else 0)
        node = open_node(text, kind + ('w' if flags & O_TRUNC else ''), path, mode, rights)
    except NamedPipe as found:
        from _fifos import open_fifo
        return open_fifo(*found.args, flags, path)
    return new_descriptor(Descriptor(node, flags & 3 != 1, flags & 3 != 0, flags & O_APPEND != 0))


def close(fd):
    if not 0 <= _c_int(fd) <= 2:
        open_one = _descriptor(fd)
        if _descriptors.forsake(fd):
            return
        # A process that was forked off has its parent's places in files.
        if hasattr(open_one, 'node'):
            _descriptors.release(fd)
        else:
            open_one.close()
    else:
        import _duplicates
        _duplicates.close_standard(fd)


def pipe():
    import _sockets
    reader, writer = _sockets.pipe()
    return reader.fileno(), writer.fileno()


def fdopen(fd, *args, **kwargs):  #: in <frozen os>
    if not isinstance(fd, int):
        raise TypeError(f'invalid fd type ({type(fd)}, expected integer)')  #: 1064 raise TypeError("invalid fd type (%s, expected integer)" % type(fd))
    import io
    return io.open(fd, *args, **kwargs)  #: 1068 return io.open(fd, mode, buffering, encoding, *args, **kwargs)


# What was set for the standard streams, which no descriptor stands for.
_standard_options = {0: {}, 1: {}, 2: {}}


def _options(fd):
    return _standard_options[fd] if 0 <= fd <= 2 else getattr(_descriptor(fd), 'options', {})


def set_blocking(fd, blocking, /):
    _options(fd)['blocking'] = bool(blocking)


def get_blocking(fd, /):
    return _options(_c_int(fd)).get('blocking', True)


def read(fd, length, /):
    fd, length = _c_int(fd), _ssize(length)
    if length < 0:
        raise OSError(22, 'Invalid argument')
    if fd == 0:
        import sys
        # A pipe gives what there is, a file what follows; the run's own input comes by lines.
        own = getattr(sys.__stdin__, 'buffer', None)
        found = getattr(own, '_descriptor', None) or getattr(getattr(own, 'raw', None), '_place', None)
        return sys.stdin.readline(length).encode() if found is None else found.read(length)
    return _descriptor(fd).read(length)


def write(fd, data, /):
    fd, data = _c_int(fd), bytes_of(data)
    if fd in (1, 2):
        import sys
        file = sys.__stdout__ if fd == 1 else sys.__stderr__
        if _processes.put(fd, data):
            file.flush()
        else:
            file.write(data.decode('utf-8', 'replace'))
    else:
        return _descriptor(fd).write(data)
    return len(data)


def lseek(fd, position, whence, /):
    fd, position, whence = _c_int(fd), _c_long(position), _c_int(whence)
    descriptor = _descriptor(fd)
    if not hasattr(descriptor, 'node'):
        raise OSError(29, 'Illegal seek')
    size = len(descriptor.node.data)
    if 0 <= whence <= 2:
        at = position + (0, descriptor.at, size)[whence]
        if at < 0:
            raise OSError(22, 'Invalid argument')
    elif whence not in (3, 4):
        raise OSError(22, 'Invalid argument')
    elif not 0 <= position < size:
        raise OSError(6, 'No such device or address')
    else:
        # There are no holes but the one behind the end.
        at = position if whence == 3 else size
    descriptor.at = at
    return at


def number_of(fd):
    """The number of a descriptor, or of what has one (`PyObject_AsFileDescriptor`)."""
    if not isinstance(fd, int):
        if not hasattr(fd, 'fileno'):
            raise TypeError('argument must be an int, or have a fileno() method.')
        fd = fd.fileno()
        if not isinstance(fd, int):
            raise TypeError('fileno() returned a non-integer')
    elif isinstance(fd, bool):
        fd = _of_bool(fd)
    fd = _c_int(fd)
    if fd < 0:
        raise ValueError(f'file descriptor cannot be a negative integer ({fd})')
    return fd


def fsync(fd):
    _options(number_of(fd))


def ftruncate(fd, length, /):
    fd = _c_int(fd)
    if not getattr(_descriptor(fd), 'writes', True):
        raise OSError(22, 'Invalid argument')
    truncate(fd, length)


def of_descriptor(fd):
    """What is open there."""
    return root.entries['dev'].entries['null'] if 0 <= fd <= 2 else getattr(_descriptor(fd), 'node', root)


def fstat(fd):
    return _told(_open_at(_c_int(fd)))


def isatty(fd, /):
    _c_int(fd)
    return False


if root is _own:
    _begin()


from _frames import final as _final, native as _native, shown_as as _shown_as
_final(DirEntry, ScandirIterator)
_native(globals(), 'walk', 'makedirs', 'removedirs', 'renames', 'fdopen')
_shown_as(globals(), 'os', 'walk', 'makedirs', 'removedirs', 'renames', 'fdopen')
