"""Compiles all files of folders."""
import importlib.util
import os
import py_compile
import sys
from functools import partial

__all__ = ['compile_dir', 'compile_file', 'compile_path']


def _files(folder, levels, quiet):
    """The files of a folder and of those in it, by name."""
    if quiet < 2:
        folder = os.fspath(folder)
    if not quiet:
        print(f'Listing {folder!r}...')
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        if quiet < 2:
            print(f"Can't list {folder!r}")
        return
    for name in names:
        full = os.path.join(folder, name)
        if name == '__pycache__':
            continue
        if not os.path.isdir(full):
            yield full
        elif levels > 0 and not os.path.islink(full):
            yield from _files(full, levels - 1, quiet)


def compile_dir(dir, maxlevels=None, ddir=None, force=False, rx=None, quiet=0, legacy=False, optimize=-1, workers=1,
                invalidation_mode=None, *, stripdir=None, prependdir=None, limit_sl_dest=None, hardlink_dupes=False):
    """Compiles what a folder has and the folders in it; whether all of it could be."""
    _check_places(ddir, stripdir, prependdir)
    if ddir is not None:
        stripdir, prependdir = dir, ddir
    if workers < 0:
        raise ValueError('workers must be greater or equal to 0')
    one = partial(compile_file, force=force, rx=rx, quiet=quiet, legacy=legacy, optimize=optimize, invalidation_mode=invalidation_mode,
                  stripdir=stripdir, prependdir=prependdir, limit_sl_dest=limit_sl_dest, hardlink_dupes=hardlink_dupes)
    files = _files(dir, sys.getrecursionlimit() if maxlevels is None else maxlevels, quiet)
    if workers == 1:
        return all([one(file) for file in files])
    from concurrent.futures import ProcessPoolExecutor
    with ProcessPoolExecutor(workers or None) as executor:
        return all(list(executor.map(one, files, chunksize=4)))


def _check_places(ddir, stripdir, prependdir):
    if ddir is not None and (stripdir is not None or prependdir is not None):
        raise ValueError('Destination dir (ddir) cannot be used in combination with stripdir or prependdir')


def _shown(fullname, ddir, stripdir, prependdir, quiet):
    """What the file is called in its code; None: as it is."""
    shown = None if ddir is None else os.path.join(ddir, os.path.basename(fullname))
    if stripdir is not None:
        parts, stripped = fullname.split(os.path.sep), os.fspath(stripdir).split(os.path.sep)
        if parts[:len(stripped)] == stripped:
            shown = os.path.join(*parts[len(stripped):])
        elif quiet < 2:
            print(f'The stripdir path {os.fspath(stripdir)!r} is not a valid prefix for source path {fullname!r}; ignoring')
    return shown if prependdir is None else os.path.join(prependdir, fullname if shown is None else shown)


def _is_fresh(source, compiled):
    """Whether the files of bytecode are those of the source as it is."""
    head = importlib.util.MAGIC_NUMBER + bytes(4)
    try:
        head += (int(os.stat(source).st_mtime) & 0xFFFFFFFF).to_bytes(4, 'little')
        for name in compiled:
            with open(name, 'rb') as file:
                if file.read(12) != head:
                    return False
    except OSError:
        return False
    return True


def compile_file(fullname, ddir=None, force=False, rx=None, quiet=0, legacy=False, optimize=-1, invalidation_mode=None, *,
                 stripdir=None, prependdir=None, limit_sl_dest=None, hardlink_dupes=False):
    """Compiles a file; whether it could be."""
    _check_places(ddir, stripdir, prependdir)
    fullname = os.fspath(fullname)
    shown = _shown(fullname, ddir, stripdir, prependdir, quiet)
    levels = sorted({optimize} if isinstance(optimize, int) else set(optimize))
    if hardlink_dupes and len(levels) < 2:
        raise ValueError('Hardlinking of duplicated bytecode makes sense only for more than one optimization level')
    if rx is not None and rx.search(fullname):
        return True
    if limit_sl_dest is not None and os.path.islink(fullname):
        if os.path.commonpath((os.path.realpath(limit_sl_dest), os.path.realpath(fullname))) != os.path.realpath(limit_sl_dest):
            return True
    if not os.path.isfile(fullname) or not fullname.endswith('.py'):
        return True
    names = [fullname + 'c' if legacy else importlib.util.cache_from_source(
        fullname, **({'optimization': level if level >= 1 else ''} if level >= 0 else {})) for level in levels]
    if not force and _is_fresh(fullname, names):
        return True
    if not quiet:
        print(f'Compiling {fullname!r}...')
    try:
        for at, (level, name) in enumerate(zip(levels, names)):
            py_compile.compile(fullname, name, shown, True, optimize=level, invalidation_mode=invalidation_mode)
            if at and hardlink_dupes:
                os.unlink(name)
                os.link(names[at - 1], name)
    except (py_compile.PyCompileError, SyntaxError, UnicodeError, OSError) as error:
        if quiet < 2:
            if quiet:
                print(f'*** Error compiling {fullname!r}...')
            else:
                print('*** ', end='')
            print(error.msg if isinstance(error, py_compile.PyCompileError) else f'{type(error).__name__}: {error}')
        return False
    return True


def compile_path(skip_curdir=1, maxlevels=0, force=False, quiet=0, legacy=False, optimize=-1, invalidation_mode=None):
    """Compiles what the folders of sys.path have."""
    success = True
    for folder in sys.path:
        if folder in ('', os.curdir) and skip_curdir:
            if quiet < 2:
                print('Skipping current directory')
        else:
            success = success and compile_dir(folder, maxlevels, None, force, quiet=quiet, legacy=legacy, optimize=optimize,
                                              invalidation_mode=invalidation_mode)
    return success
