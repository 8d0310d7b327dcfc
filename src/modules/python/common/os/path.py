"""Paths as text, and what is at them."""
sep, curdir, pardir = '/', '.', '..'


def _text(path):  #: -
    if isinstance(path, (str, bytes)):
        return path
    import os
    return os.fspath(path)


def _slash(path):  #: -
    return b'/' if isinstance(path, bytes) else '/'


def _with_slash(path):  #: -
    path = _text(path)
    return path, _slash(path)


def _check_arg_types(funcname, *args):  #: in <frozen genericpath>
    kinds = set()
    for arg in args:
        if not isinstance(arg, (str, bytes)):
            text = f'{funcname}() argument must be str, bytes, or os.PathLike object, not {arg.__class__.__name__!r}'
            raise TypeError(text) from None  #: 188
        kinds.add(isinstance(arg, bytes))
    if len(kinds) > 1:
        raise TypeError("Can't mix strings and bytes in path components") from None  #: 191


def join(a, *p):  #: in <frozen posixpath>
    """One path of several parts."""
    path = a = a if type(a) is str else _text(a)  #: 76
    slash = '/' if type(a) is str else _slash(path)
    try:
        for part in p:
            if type(part) is not str:
                part = _text(part)
            if part.startswith(slash) or not path:
                path = part
            elif path.endswith(slash):
                path += part
            else:
                path += slash + part
    except (TypeError, AttributeError):
        _check_arg_types('join', a, *p)  #: 89
        raise
    return path


def split(p):
    p, slash = (p, '/') if type(p) is str else _with_slash(p)  #: 102
    at = p.rfind(slash) + 1
    head, tail = p[:at], p[at:]
    return (head.rstrip(slash) or head), tail


def basename(p):
    p, slash = (p, '/') if type(p) is str else _with_slash(p)  #: 167
    return p[p.rfind(slash) + 1:]


def dirname(p):
    p = _text(p)  #: 177
    return split(p)[0]


def splitext(p):
    p, slash = (p, '/') if type(p) is str else _with_slash(p)  #: 117
    point = b'.' if isinstance(p, bytes) else '.'
    start = p.rfind(slash) + 1
    dot = p.rfind(point)
    # A name's leading dots begin no extension.
    if dot > start and p[start:dot].strip(point):
        return p[:dot], p[dot:]
    return p, p[:0]


def isabs(s):
    s = _text(s)  #: 62
    return s.startswith(_slash(s))


def normpath(path):
    path = _text(path)
    if isinstance(path, bytes):
        return normpath(path.decode('utf-8', 'surrogateescape')).encode('utf-8', 'surrogateescape')
    if not path:
        return '.'
    slashes = 2 if path.startswith('//') and not path.startswith('///') else int(path.startswith('/'))
    parts = []
    for part in path.split('/'):
        if part in ('', '.'):
            continue
        if part != '..' or not slashes and not parts or parts and parts[-1] == '..':
            parts.append(part)
        elif parts:
            parts.pop()
    return '/' * slashes + '/'.join(parts) or '.'


def abspath(path):
    import os
    path = _text(path)  #: 377
    here = os.getcwdb if isinstance(path, bytes) else os.getcwd
    return normpath(path if isabs(path) else join(here(), path))


def expanduser(path):
    """A path that begins with ~ or ~name begins with that home directory."""
    import os
    path = _text(path)  #: 231
    slash = _slash(path)
    if not path.startswith(slash[:0] + (b'~' if slash == b'/' else '~')):
        return path
    name, rest = path[1:], path[:0]
    if slash in name:
        name, rest = name[:name.index(slash)], name[name.index(slash):]
    home = None if name else os.environ.get('HOME')
    if home is None:
        import pwd
        try:
            home = (pwd.getpwnam(os.fsdecode(name)) if name else pwd.getpwuid(os.getuid())).pw_dir
        except KeyError:
            return path
    if slash == b'/':
        home = os.fsencode(home)
    return home.rstrip(slash) + rest or slash


def expandvars(path):
    import os
    path = _text(path)  #: 292
    if isinstance(path, bytes):
        return expandvars(path.decode('utf-8', 'surrogateescape')).encode('utf-8', 'surrogateescape')
    out = ''
    while '$' in path:
        before, path = path.split('$', 1)
        if path.startswith('{') and '}' in path:
            name, rest = path[1:].split('}', 1)
            shown = '${' + name + '}'
        else:
            size = next((n for n, c in enumerate(path) if not (c.isalnum() or c == '_')), len(path))
            name, rest = path[:size], path[size:]
            shown = '$' + name
        out += before + os.environ.get(name, shown)
        path = rest
    return out + path


def commonprefix(m):  #: in <frozen genericpath>
    if not m:
        return ''
    if not isinstance(m[0], (list, tuple)):  #: 112
        import os
        m = tuple(map(os.fspath, m))  #: 113
    first = min(m)  #: 114
    last = max(m)
    for at, c in enumerate(first):
        if c != last[at]:
            return first[:at]
    return first


def commonpath(paths):  #: in <frozen posixpath>
    paths = tuple(map(_text, paths))  #: 525
    if not paths:
        raise ValueError('commonpath() arg is an empty sequence')  #: 528
    slash = _slash(paths[0])
    try:
        parts = [[part for part in path.split(slash) if part and part != slash[:0] + (b'.' if slash == b'/' else '.')]
                 for path in paths]
        rooted = {path.startswith(slash) for path in paths}
        if len(rooted) > 1:
            raise ValueError("Can't mix absolute and relative paths") from None  #: 548
        return (slash if rooted.pop() else slash[:0]) + slash.join(commonprefix(parts))
    except (TypeError, AttributeError):
        _check_arg_types('commonpath', *paths)  #: 563
        raise


def relpath(path, start=None):
    path = _text(path)  #: 482
    if not path:
        raise ValueError('no path specified')  #: 484
    slash = _slash(path)
    here, up = (b'.', b'..') if slash == b'/' else ('.', '..')
    start = here if start is None else _text(start)  #: 498
    try:
        there, begin = ([part for part in abspath(p).split(slash) if part] for p in (path, start))
        common = len(commonprefix([there, begin]))
        return slash.join([up] * (len(begin) - common) + there[common:]) or here
    except (TypeError, AttributeError):
        _check_arg_types('relpath', path, start)  #: 514
        raise


def splitdrive(p):
    return _text(p)[:0], _text(p)  #: 133


def splitroot(p, /):
    p = _text(p)
    bare = p.lstrip(_slash(p))
    slashes = len(p) - len(bare)
    # Two slashes at the start are a root of their own, more are one.
    root = 2 if slashes == 2 else min(slashes, 1)
    return p[:0], p[:root], p[root:]


def _node(path, follow=True):  #: -
    import _files
    try:
        path = _files._text(path, 'stat' if follow else 'lstat')
        if not isinstance(path, int):
            return _files.lookup(path, None, follow)
        return _files.of_descriptor(path)
    except (OSError, ValueError):
        return None


def exists(path):  #: in <frozen genericpath>
    return _node(path) is not None  #: 19


def lexists(path):
    return _node(path, False) is not None  #: 29


def isfile(path):
    node = _node(path)  #: 39
    return node is not None and node.is_file()


def isdir(s):
    node = _node(s)  #: 51
    return node is not None and node.is_dir()


def islink(path):
    node = _node(path, False)  #: 63
    return node is not None and node.target is not None


def ismount(path):  #: in <frozen posixpath>
    """Whether another file system begins there."""
    import os
    import stat
    try:
        path = _text(path)
        here = os.lstat(path)
        if stat.S_ISLNK(here.st_mode):
            return False
        up = realpath(join(path, b'..' if isinstance(path, bytes) else '..'))
        try:
            above = os.lstat(up)
        except PermissionError:
            above = os.lstat(dirname(path))
    except (OSError, ValueError):
        return False
    return here.st_dev != above.st_dev or here.st_ino == above.st_ino


def getsize(filename):  #: in <frozen genericpath>
    import os
    return os.stat(filename).st_size  #: 86


def getmtime(filename):
    import os
    return os.stat(filename).st_mtime  #: 91


def getatime(filename):
    import os
    return os.stat(filename).st_atime  #: 96


def getctime(filename):
    import os
    return os.stat(filename).st_ctime  #: 101


def samefile(f1, f2):
    import os
    s1 = os.stat(f1)  #: 136
    s2 = os.stat(f2)  #: 137
    return s1.st_ino == s2.st_ino


def realpath(filename, *, strict=False):  #: in <frozen posixpath>
    """The path without links."""
    import os
    import stat
    filename = _text(filename)  #: 408
    slash = _slash(filename)
    here, up, current = (b'.', b'..', os.getcwdb) if slash == b'/' else ('.', '..', os.getcwd)
    # What is still to be looked at, the next part last. None: the link below it is resolved.
    rest = filename.split(slash)[::-1]
    path = slash if filename.startswith(slash) else current()
    resolved = {}
    while rest:
        part = rest.pop()
        if part is None:
            resolved[rest.pop()] = path
            continue
        if not part or part == here:
            continue
        if part == up:
            path = path[:path.rindex(slash)] or slash
            continue
        longer = path + part if path == slash else path + slash + part
        try:
            if not stat.S_ISLNK(os.lstat(longer).st_mode):  #: 439 st = «os.lstat(newpath)»
                path = longer
                continue
            if longer in resolved:
                path = resolved[longer]
                if path is None:
                    # A circle of links.
                    path = longer
                    if strict:
                        os.stat(longer)  #: 465
                continue
            target = os.readlink(longer)
        except OSError:
            if strict:
                raise
            path = longer
            continue
        resolved[longer] = None
        if target.startswith(slash):
            path = slash
        rest += [longer, None, *target.split(slash)[::-1]]
    return path


altsep, defpath, devnull, extsep, pathsep = None, '/bin:/usr/bin', '/dev/null', '.', ':'
supports_unicode_filenames = False


def normcase(s):
    """Cases are told apart: the path as it is."""
    import os
    return os.fspath(s)  #: 54


def isjunction(path):
    return False


def isdevdrive(path):
    return False


def samestat(s1, s2):
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev  #: 125


def sameopenfile(fp1, fp2):
    import os
    return samestat(os.fstat(fp1), os.fstat(fp2))  #: 145

# Those of genericpath's.
from _frames import shown_as as _shown_as
_shown_as(globals(), 'genericpath', 'commonprefix', 'exists', 'getatime', 'getctime', 'getmtime', 'getsize', 'isdevdrive', 'isdir', 'isfile', 'isjunction',
          'islink', 'lexists', 'samefile', 'sameopenfile', 'samestat')
