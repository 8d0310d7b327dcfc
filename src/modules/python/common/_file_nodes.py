"""What lies in the simulated file system, and how a path leads there."""
import time as _time
import _processes
from operator import index as _index
from os import fspath
from _frames import native as _native
import _files  # where the working directory is, and what new files may not have

__name__ = '_files'  # where what is here is said to be

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
        path = f'{_files.cwd}/{path}'
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
            if path.startswith('/') or at >= _files.cwd.count('/'):
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
                _files.makedirs(parent, exist_ok=True)
            _, here, last = walk_to(name)
            here.entries[last] = Node(_FILE, None, bytearray('\n'.join(lines) + '\n', 'utf-8'))
        except OSError:
            pass
    # So can what came with it.
    import _importing
    for path, data in _importing.attached():
        try:
            _files.makedirs(path.rpartition('/')[0], exist_ok=True)
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
        node = here.entries[name] = Node(0o100000 | mode & 0o7777 & ~_files.masked, None, bytearray())
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


_native(globals())
