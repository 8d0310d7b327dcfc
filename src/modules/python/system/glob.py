"""Paths by the shell's patterns."""
import fnmatch as _fnmatch
import os as _os

__all__ = ['escape', 'glob', 'iglob', 'translate']


def has_magic(s):
    return any(c in s for c in (b'*?[' if isinstance(s, bytes) else '*?['))


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    given = dict(root_dir=root_dir, dir_fd=dir_fd, recursive=recursive, include_hidden=include_hidden)
    return list(iglob(pathname, **given))  #: 31 return list(«iglob(pathname, root_dir=root_dir, dir_fd=dir_fd, recursive=recursive,⏎                  include_hidden=include_hidden)»)


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    if root_dir is None:
        root_dir = pathname[:0]  #: 51
    else:
        root_dir = _os.fspath(root_dir)
    if dir_fd is not None:
        from _files import seen_from
        place = seen_from(dir_fd, _os.fsdecode(root_dir) or '.')
        root_dir = _os.fsencode(place) if isinstance(pathname, bytes) else place
    found = _found(pathname, root_dir, recursive, include_hidden, False)
    # A pattern of all below begins with its folder, which is not asked for.
    return (path for path in found if path) if not pathname or recursive and _is_recursive(pathname[:2]) else found


def _is_recursive(pattern):
    return pattern in ('**', b'**')


def _found(pathname, root, recursive, hidden, folders):
    folder, name = _os.path.split(pathname)
    if not has_magic(pathname):
        if _os.path.lexists(_os.path.join(root, pathname)) if name else _os.path.isdir(_os.path.join(root, folder)):
            yield pathname
        return
    within = _all_below if recursive and _is_recursive(name) else _matching if has_magic(name) else _one
    if not folder:
        yield from within(root, name, hidden, folders)
        return
    found = _found(folder, root, recursive, hidden, True) if folder != pathname and has_magic(folder) else [folder]
    for folder in found:
        for path in within(_os.path.join(root, folder), name, hidden, folders):
            yield _os.path.join(folder, path)


def _one(folder, name, hidden, folders):
    if _os.path.lexists(_os.path.join(folder, name)) if name else _os.path.isdir(folder):
        yield name


def _matching(folder, pattern, hidden, folders):
    names = _names(folder, folders)
    if not hidden and not _is_hidden(pattern):
        names = [name for name in names if not _is_hidden(name)]
    return _fnmatch.filter(names, pattern)


def _all_below(folder, pattern, hidden, folders):
    if not folder or _os.path.isdir(folder):
        yield pattern[:0]
    yield from _walk(folder, hidden, folders)


def _walk(folder, hidden, folders):
    for name in _names(folder, folders):
        if hidden or not _is_hidden(name):
            yield name
            for path in _walk(_os.path.join(folder, name) if folder else name, hidden, folders):
                yield _os.path.join(name, path)


def _is_hidden(name):
    return name[:1] in ('.', b'.')


def _names(folder, folders):
    """The names in a folder, or those of folders alone."""
    try:
        names = _os.listdir(folder or (b'.' if isinstance(folder, bytes) else '.'))
    except OSError:
        return []
    return [name for name in names if _os.path.isdir(_os.path.join(folder, name))] if folders else names


def _deprecated(name):
    import warnings
    warnings.warn(f'glob.{name} is deprecated and will be removed in Python 3.15. Use glob.glob and pass a directory to its '
                  'root_dir argument instead.', DeprecationWarning, stacklevel=2)


def glob0(dirname, pattern):
    _deprecated('glob0')
    return list(_one(dirname, pattern, False, False))


def glob1(dirname, pattern):
    _deprecated('glob1')
    return _matching(dirname, pattern, False, False)


def escape(pathname):
    pathname = _os.fspath(pathname)
    if isinstance(pathname, bytes):
        return escape(pathname.decode('latin-1')).encode('latin-1')
    return ''.join(f'[{c}]' if c in '*?[' else c for c in pathname)


def translate(pat, *, recursive=False, include_hidden=False, seps=None):
    """The pattern as a regular expression for whole paths."""
    import re
    seps = seps or '/'
    ends = ''.join(map(re.escape, seps))
    end, other = f'[{ends}]' if len(seps) > 1 else ends, f'[^{ends}]'
    name = f'{other}+' if include_hidden else f'[^{ends}.]{other}*'
    found, parts = '', re.split(end, pat)  #: 300 parts = «re.split(any_sep, pat)»
    for at, part in enumerate(parts):
        last = at == len(parts) - 1
        if recursive and part == '**':
            if last:
                found += '.*' if include_hidden else f'(?:{name}{end})*(?:{name})?'
            elif parts[at + 1] != '**':
                found += f'(?:.+{end})?' if include_hidden else f'(?:{name}{end})*'
            continue
        if part == '*':
            found += name
        elif part:
            found += ('' if include_hidden or part[0] not in '*?' else r'(?!\.)') + _segment(part, other)
        found += '' if last else end
    return rf'(?s:{found})\Z'


def _segment(part, other):
    """One name's pattern, in which no `*` or `?` is an end."""
    import re
    found, at = '', 0
    while at < len(part):
        close = part.find(']', at + (3 if part[at + 1:at + 2] == '!' else 2)) if part[at] == '[' else -1
        if part[at] == '*':
            found += '' if found.endswith(other + '*') else other + '*'
        elif part[at] == '?':
            found += other
        elif close > 0:
            found += _fnmatch.translate(part[at:close + 1])[4:-3]
            at = close
        else:
            found += re.escape(part[at])
        at += 1
    return found
