"""Paths of Windows as text: no such file system is here."""
import os as _os
from genericpath import *

curdir, pardir, extsep, sep, pathsep, altsep, defpath, devnull = '.', '..', '.', '\\', ';', '/', '.;C:\\bin', 'nul'
supports_unicode_filenames = True


def _of_text(function):
    """Bytes are worked on as text: what is text in what comes out is bytes again."""

    def wrapped(path, *rest):
        path = _os.fspath(path)
        if not isinstance(path, bytes):
            return function(path, *rest)
        if any(isinstance(part, str) for part in rest):
            raise TypeError("Can't mix strings and bytes in path components")
        found = function(_os.fsdecode(path), *map(_os.fsdecode, rest))
        if isinstance(found, tuple):
            return tuple(map(_os.fsencode, found))
        return _os.fsencode(found) if isinstance(found, str) else found

    wrapped.__name__ = wrapped.__qualname__ = function.__name__
    return wrapped


@_of_text
def normcase(s):
    """Small letters and backslashes."""
    return s.replace('/', '\\').lower()


@_of_text
def splitroot(p):
    """Drive, root and what comes after them."""
    plain = p.replace('/', '\\')
    if plain.startswith('\\\\'):
        # \\server\share, \\?\UNC\server\share or \\?\device
        share = plain.find('\\', 8 if plain[:8].upper() == '\\\\?\\UNC\\' else 2)
        end = plain.find('\\', share + 1) if share >= 0 else -1
        return (p, '', '') if end < 0 else (p[:end], p[end:end + 1], p[end + 1:])
    drive = 2 if plain[1:2] == ':' and plain[:1] != '\\' else 0
    root = drive + (plain[drive:drive + 1] == '\\')
    return p[:drive], p[drive:root], p[root:]


def splitdrive(p):
    drive, root, tail = splitroot(p)
    return drive, root + tail


@_of_text
def isabs(s):
    s = s[:3].replace('/', '\\')
    return s.startswith(':\\', 1) or s.startswith('\\\\')


def join(path, *paths):
    path = _os.fspath(path)
    slash, slashes, ends = (b'\\', b'\\/', b':\\/') if isinstance(path, bytes) else ('\\', '\\/', ':\\/')
    try:
        drive, root, joined = splitroot(path)
        for part in paths:
            its_drive, its_root, its_path = splitroot(part)
            if its_root:
                drive, root, joined = its_drive or drive, its_root, its_path
                continue
            if its_drive and its_drive.lower() != drive.lower():
                drive, root, joined = its_drive, its_root, its_path
                continue
            drive = its_drive or drive
            if joined and joined[-1:] not in slashes:
                joined += slash
            joined += its_path
        if joined and not root and drive and drive[-1:] not in ends:
            return drive + slash + joined
        return drive + root + joined
    except (TypeError, AttributeError):
        _os.path._check_arg_types('join', path, *paths)
        raise


@_of_text
def split(p):
    drive, root, rest = splitroot(p)
    at = max(rest.rfind('\\'), rest.rfind('/')) + 1
    return drive + root + rest[:at].rstrip('\\/'), rest[at:]


def basename(p):
    return split(p)[1]


def dirname(p):
    return split(p)[0]


@_of_text
def splitext(p):
    start, dot = max(p.rfind('\\'), p.rfind('/')) + 1, p.rfind('.')
    return (p[:dot], p[dot:]) if dot > start and p[start:dot].strip('.') else (p, '')


@_of_text
def normpath(path):
    drive, root, rest = splitroot(path.replace('/', '\\'))
    parts = []
    for part in rest.split('\\'):
        if part in ('', '.'):
            continue
        if part != '..' or not root and (not parts or parts[-1] == '..'):
            parts.append(part)
        elif parts:
            parts.pop()
    return drive + root + '\\'.join(parts) or '.'


def abspath(path):
    path = _os.fspath(path)
    here = _os.getcwdb if isinstance(path, bytes) else _os.getcwd
    return normpath(path if isabs(path) else join(here(), path))


def realpath(path, *, strict=False):
    return abspath(path)


def expanduser(path):
    import _frames
    _frames.not_supported('ntpath.expanduser', 'os.path.expanduser')


def expandvars(path):
    import _frames
    _frames.not_supported('ntpath.expandvars', 'os.path.expandvars')


@_of_text
def relpath(path, start=None):
    if not path:
        raise ValueError('no path specified')
    path, start = _os.fspath(path), start if start is None else _os.fspath(start)
    if start is not None and isinstance(path, bytes) != isinstance(start, bytes):
        raise TypeError("Can't mix strings and bytes in path components")
    (begin_drive, _, begin), (drive, _, rest) = (splitroot(abspath(p)) for p in (start or curdir, path))
    if normcase(begin_drive) != normcase(drive):
        raise ValueError(f'path is on mount {drive!r}, start on mount {begin_drive!r}')
    begin, rest = ([part for part in p.split('\\') if part] for p in (begin, rest))
    common = 0
    while common < min(len(begin), len(rest)) and normcase(begin[common]) == normcase(rest[common]):
        common += 1
    return '\\'.join(['..'] * (len(begin) - common) + rest[common:]) or '.'


def commonpath(paths):
    paths = tuple(map(_os.fspath, paths))
    if not paths:
        raise ValueError('commonpath() arg is an empty sequence')
    if isinstance(paths[0], bytes):
        return _os.fsencode(commonpath(map(_os.fsdecode, paths)))
    try:
        plain = [splitroot(path.replace('/', '\\').lower()) for path in paths]
        if len({drive for drive, _, _ in plain}) != 1:
            raise ValueError("Paths don't have the same drive")
        if len({root for _, root, _ in plain}) != 1:
            raise ValueError("Can't mix absolute and relative paths" if plain[0][0]
                             else "Can't mix rooted and not-rooted paths")
        parts = [[part for part in rest.split('\\') if part and part != '.'] for _, _, rest in plain]
        drive, root, first = splitroot(paths[0].replace('/', '\\'))
        shown = [part for part in first.split('\\') if part and part != '.']
        return drive + root + '\\'.join(shown[:len(commonprefix(parts))])
    except (TypeError, AttributeError):
        _os.path._check_arg_types('commonpath', *paths)
        raise


def ismount(path):
    """A drive's root or a share."""
    drive, root, rest = splitroot(abspath(path))
    return not rest if drive[:1] in ('\\', '/') else bool(root and not rest)


_NAMES = {'CON', 'PRN', 'AUX', 'NUL', 'CONIN$', 'CONOUT$',
          *(kind + number for kind in ('COM', 'LPT') for number in '123456789\xb9\xb2\xb3')}


def isreserved(path):
    """Whether Windows keeps a name of the path for itself."""
    return any(map(_is_reserved, _os.fsdecode(splitroot(path)[2]).replace('/', '\\').split('\\')))


def _is_reserved(name):
    if name.endswith(('.', ' ')):
        return name not in ('.', '..')
    return any(c < ' ' or c in '"*:<>?|/\\' for c in name) or name.partition('.')[0].rstrip(' ').upper() in _NAMES


__all__ = ['normcase', 'isabs', 'join', 'splitdrive', 'splitroot', 'split', 'splitext', 'basename', 'dirname',
           'commonprefix', 'getsize', 'getmtime', 'getatime', 'getctime', 'islink', 'exists', 'lexists', 'isdir',
           'isfile', 'ismount', 'isreserved', 'expanduser', 'expandvars', 'normpath', 'abspath', 'curdir', 'pardir',
           'sep', 'pathsep', 'defpath', 'altsep', 'extsep', 'devnull', 'realpath', 'supports_unicode_filenames',
           'relpath', 'samefile', 'sameopenfile', 'samestat', 'commonpath', 'isjunction', 'isdevdrive']
