"""Paths as text. No path exists: there is no file system."""
sep, curdir, pardir = '/', '.', '..'


def _text(path):
    if isinstance(path, (str, bytes)):
        return path
    import os
    return os.fspath(path)


def join(a, /, *p):
    """One path of several parts."""
    path = _text(a)
    for part in map(_text, p):
        if part.startswith('/'):
            path = part
        elif not path or path.endswith('/'):
            path += part
        else:
            path += '/' + part
    return path


def split(p, /):
    p = _text(p)
    at = p.rfind('/') + 1
    head, tail = p[:at], p[at:]
    return (head.rstrip('/') or head), tail


def basename(p, /):
    return split(p)[1]


def dirname(p, /):
    return split(p)[0]


def splitext(p, /):
    p = _text(p)
    start = p.rfind('/') + 1
    dot = p.rfind('.')
    # A name's leading dots begin no extension.
    if dot > start and p[start:dot].strip('.'):
        return p[:dot], p[dot:]
    return p, ''


def isabs(s, /):
    return _text(s).startswith('/')


def normpath(path):
    path = _text(path)
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
    path = _text(path)
    return normpath(path if isabs(path) else join(os.getcwd(), path))


realpath = abspath


def expanduser(path):
    path = _text(path)
    return '/home/user' + path[1:] if path == '~' or path.startswith('~/') else path


def exists(path):
    return False


isfile = isdir = islink = lexists = exists
