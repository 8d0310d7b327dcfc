"""Paths by the shell's patterns."""
import fnmatch as _fnmatch
import os as _os

__all__ = ['escape', 'glob', 'iglob', 'has_magic']


def has_magic(s):
    return any(c in s for c in '*?[')


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    return list(iglob(pathname, root_dir=root_dir, recursive=recursive, include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    pathname = _os.fspath(pathname)
    head = '/' if pathname.startswith('/') else ''
    parts = [part for part in pathname.split('/') if part]
    yield from _below(root_dir, head, parts, recursive, include_hidden)


def _join(root, path):
    return _os.path.join(root, path) if root is not None else path or '.'


def _names(root, path):
    try:
        return _os.listdir(_join(root, path))
    except OSError:
        return []


def _below(root, path, parts, recursive, hidden):
    if not parts:
        yield path
        return
    part, rest = parts[0], parts[1:]
    if recursive and part == '**':
        if rest:
            yield from _below(root, path, rest, recursive, hidden)
        elif path:
            yield path if path.endswith('/') else path + '/'
        for name in _names(root, path):
            if name.startswith('.') and not hidden:
                continue
            below = path + name if not path or path.endswith('/') else f'{path}/{name}'
            if _os.path.isdir(_join(root, below)):
                if rest:
                    yield from _below(root, below, parts, recursive, hidden)
                else:
                    yield from (p.rstrip('/') if p == below + '/' else p
                                for p in _below(root, below, parts, recursive, hidden))
            elif not rest:
                yield below
        return
    if has_magic(part):
        names = [name for name in _names(root, path) if _fnmatch.fnmatchcase(name, part)
                 and (hidden or not name.startswith('.') or part.startswith('.'))]
    else:
        names = [part]
    for name in names:
        below = path + name if not path or path.endswith('/') else f'{path}/{name}'
        if rest:
            if _os.path.isdir(_join(root, below)):
                yield from _below(root, below, rest, recursive, hidden)
        elif _os.path.lexists(_join(root, below)):
            yield below


def escape(pathname):
    return ''.join(f'[{c}]' if c in '*?[' else c for c in pathname)
