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


def _parser():
    import argparse
    parser = argparse.ArgumentParser(description='Utilities to support installing Python libraries.')
    add = parser.add_argument
    add('-l', action='store_const', const=0, default=None, dest='maxlevels', help="don't recurse into subdirectories")
    add('-r', type=int, dest='recursion', help='control the maximum recursion level. if `-l` and `-r` options are specified, then `-r` '
                                               'takes precedence.')
    add('-f', action='store_true', dest='force', help='force rebuild even if timestamps are up to date')
    add('-q', action='count', dest='quiet', default=0, help='output only error messages; -qq will suppress the error messages as well.')
    add('-b', action='store_true', dest='legacy', help='use legacy (pre-PEP3147) compiled file locations')
    add('-d', metavar='DESTDIR', dest='ddir', default=None,
        help='directory to prepend to file paths for use in compile-time tracebacks and in runtime tracebacks in cases where the source '
             'file is unavailable')
    add('-s', metavar='STRIPDIR', dest='stripdir', default=None,
        help='part of path to left-strip from path to source file - for example buildroot. `-d` and `-s` options cannot be specified '
             'together.')
    add('-p', metavar='PREPENDDIR', dest='prependdir', default=None,
        help='path to add as prefix to path to source file - for example / to make it absolute when some part is removed by `-s` option. '
             '`-d` and `-p` options cannot be specified together.')
    add('-x', metavar='REGEXP', dest='rx', default=None,
        help='skip files matching the regular expression; the regexp is searched for in the full path of each file considered for '
             'compilation')
    add('-i', metavar='FILE', dest='flist',
        help='add all the files and directories listed in FILE to the list considered for compilation; if "-", names are read from stdin')
    add('compile_dest', metavar='FILE|DIR', nargs='*',
        help='zero or more file and directory names to compile; if no arguments given, defaults to the equivalent of -l sys.path')
    add('-j', '--workers', default=1, type=int, help='Run compileall concurrently')
    add('--invalidation-mode', choices=sorted(mode.name.lower().replace('_', '-') for mode in py_compile.PycInvalidationMode),
        help='set .pyc invalidation mode; defaults to "checked-hash" if the SOURCE_DATE_EPOCH environment variable is set, and "timestamp" '
             'otherwise.')
    add('-o', action='append', type=int, dest='opt_levels',
        help='Optimization levels to run compilation with. Default is -1 which uses the optimization level of the Python interpreter itself '
             '(see -O).')
    add('-e', metavar='DIR', dest='limit_sl_dest', help='Ignore symlinks pointing outsite of the DIR')
    add('--hardlink-dupes', action='store_true', dest='hardlink_dupes', help='Hardlink duplicated pyc files')
    return parser


def main():
    """What `python -m compileall` does; whether all could be compiled."""
    parser = _parser()
    args = parser.parse_args()
    places, levels = args.compile_dest, args.maxlevels if args.recursion is None else args.recursion
    optimize = [-1] if args.opt_levels is None else args.opt_levels
    if len(optimize) == 1 and args.hardlink_dupes:
        parser.error('Hardlinking of duplicated bytecode makes sense only for more than one optimization level.')
    if args.ddir is not None and (args.stripdir is not None or args.prependdir is not None):
        parser.error('-d cannot be used in combination with -s or -p')
    if args.flist:
        try:
            with sys.stdin if args.flist == '-' else open(args.flist, encoding='utf-8') as file:
                places += map(str.strip, file)
        except OSError:
            if args.quiet < 2:
                print('Error reading file list', args.flist)
            return False
    import re
    mode = args.invalidation_mode and py_compile.PycInvalidationMode[args.invalidation_mode.replace('-', '_').upper()]
    usual = {'force': args.force, 'quiet': args.quiet, 'legacy': args.legacy, 'invalidation_mode': mode}
    try:
        if not places:
            return compile_path(**usual)
        usual.update(ddir=args.ddir, rx=re.compile(args.rx) if args.rx else args.rx, stripdir=args.stripdir, prependdir=args.prependdir,
                     optimize=optimize, limit_sl_dest=args.limit_sl_dest or None, hardlink_dupes=args.hardlink_dupes)
        return all([compile_file(place, **usual) if os.path.isfile(place)
                    else compile_dir(place, levels, workers=args.workers, **usual) for place in places])
    except KeyboardInterrupt:
        if args.quiet < 2:
            print('\n[interrupted]')
        return False
