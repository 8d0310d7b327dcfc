"""Paths as text, and what is at them."""
sep, curdir, pardir = '/', '.', '..'


def _text(path):  #: -
    if isinstance(path, (str, bytes)):
        return path
    import os
    return os.fspath(path)


def _slash(path):  #: -
    return b'/' if isinstance(path, bytes) else '/'


def _check_arg_types(funcname, *args):  #: in <frozen genericpath>
    kinds = set()
    for arg in args:
        if not isinstance(arg, (str, bytes)):
            text = f'{funcname}() argument must be str, bytes, or os.PathLike object, not {arg.__class__.__name__!r}'
            raise TypeError(text) from None  #: 188
        kinds.add(isinstance(arg, bytes))
    if len(kinds) > 1:
        raise TypeError("Can't mix strings and bytes in path components") from None  #: 191


def join(a, /, *p):  #: in <frozen posixpath>
    """One path of several parts."""
    path = a = _text(a)  #: 76
    slash = _slash(path)
    try:
        for part in p:
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


def split(p, /):
    p = _text(p)  #: 102
    slash = _slash(p)
    at = p.rfind(slash) + 1
    head, tail = p[:at], p[at:]
    return (head.rstrip(slash) or head), tail


def basename(p, /):
    p = _text(p)  #: 167
    return p[p.rfind(_slash(p)) + 1:]


def dirname(p, /):
    p = _text(p)  #: 177
    return split(p)[0]


def splitext(p, /):
    p = _text(p)  #: 117
    point = b'.' if isinstance(p, bytes) else '.'
    start = p.rfind(_slash(p)) + 1
    dot = p.rfind(point)
    # A name's leading dots begin no extension.
    if dot > start and p[start:dot].strip(point):
        return p[:dot], p[dot:]
    return p, p[:0]


def isabs(s, /):
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
    path = _text(path)  #: 231
    if isinstance(path, bytes):
        return expanduser(path.decode('utf-8', 'surrogateescape')).encode('utf-8', 'surrogateescape')
    return '/home/user' + path[1:] if path == '~' or path.startswith('~/') else path


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


def commonprefix(m):
    if not m:
        return ''
    first, last = min(m), max(m)
    for at, c in enumerate(first):
        if c != last[at]:
            return first[:at]
    return first


def commonpath(paths):
    parts = [[p for p in _text(path).split('/') if p and p != '.'] for path in paths]
    if not parts:
        raise ValueError('commonpath() arg is an empty sequence')
    if len({isabs(path) for path in paths}) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    return ('/' if isabs(paths[0]) else '') + '/'.join(commonprefix(parts))


def relpath(path, start=None):
    if not path:
        raise ValueError('no path specified')
    there, here = (([p for p in abspath(x).split('/') if p]) for x in (path, start or curdir))
    common = len(commonprefix([there, here]))
    return '/'.join([pardir] * (len(here) - common) + there[common:]) or curdir


def splitdrive(p, /):
    return _text(p)[:0], _text(p)


def splitroot(p, /):
    p = _text(p)
    bare = p.lstrip('/')
    return '', p[:len(p) - len(bare)][:1], bare


def _node(path, follow=True):
    import _files
    try:
        path = _files._text(path, 'stat')
        return None if isinstance(path, int) else _files.lookup(path, None, follow)
    except (OSError, ValueError):
        return None


def exists(path):
    return _node(path) is not None


def lexists(path):
    return _node(path, False) is not None


def isfile(path):
    node = _node(path)
    return node is not None and node.data is not None


def isdir(s, /):
    node = _node(s)
    return node is not None and node.is_dir()


def islink(path):
    node = _node(path, False)
    return node is not None and node.target is not None


def ismount(path):
    return abspath(path) == '/'


def getsize(filename):  #: -
    import os
    return os.stat(filename).st_size


def getmtime(filename):
    import os
    return os.stat(filename).st_mtime


def getatime(filename):
    import os
    return os.stat(filename).st_atime


def getctime(filename):
    import os
    return os.stat(filename).st_ctime


def samefile(f1, f2):
    import os
    return os.stat(f1).st_ino == os.stat(f2).st_ino


def realpath(filename, *, strict=False):  #: -
    import _files
    path = abspath(filename)
    for _ in range(20):
        parts, done = path.split('/')[1:], ''
        for at, part in enumerate(parts):
            done += '/' + part
            node = _node(done, False)
            if node is not None and node.target is not None:
                path = normpath(join(dirname(done), node.target, *parts[at + 1:]))
                break
        else:
            break
    if strict and not exists(path):
        raise _files.failure(2, path)
    return path


altsep, defpath, devnull, extsep, pathsep = None, '/bin:/usr/bin', '/dev/null', '.', ':'
supports_unicode_filenames = False


def normcase(s):
    """Cases are told apart: the path as it is."""
    import os
    return os.fspath(s)


def isjunction(path):
    return False


def isdevdrive(path):
    return False


def samestat(s1, s2):
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


def sameopenfile(fp1, fp2):
    import os
    return samestat(os.fstat(fp1), os.fstat(fp2))
