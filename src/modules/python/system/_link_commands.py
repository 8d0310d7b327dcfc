"""Programs of the simulated machine for links and places: `ln`, `readlink`, `realpath`, `stat`, `mktemp`."""
import os
from _command_lines import fail, options, say


def _ln(args):
    long = {'symbolic': 's', 'force': 'f', 'verbose': 'v', 'no-dereference': 'n', 'no-target-directory': 'T'}
    given, names = options('ln', args, 'sfvnT', '', long, 'bdiLPrSt')
    if not names:
        fail('ln', 'missing file operand')
    *targets, place = names if len(names) > 1 else (names[0], '.')
    into = os.path.isdir(place) and 'T' not in given and not ('n' in given and os.path.islink(place))
    if len(targets) > 1 and not into:
        fail('ln', f"target '{place}': No such file or directory", hint=False)
    status = 0
    for target in targets:
        made = os.path.join(place, os.path.basename(target)) if into else place
        try:
            if 'f' in given and os.path.lexists(made):
                os.unlink(made)
            (os.symlink if 's' in given else os.link)(target, made)
        except OSError as error:
            kind = 'symbolic' if 's' in given else 'hard'
            words = f"failed to access '{target}'" if kind == 'hard' and error.errno == 2 else f"failed to create {kind} link '{made}'"
            say(f'ln: {words}: {error.strerror}')
            status = 1
            continue
        if 'v' in given:
            print(f"'{made}' {'->' if 's' in given else '=>'} '{target}'")
    return status


def _readlink(args):
    long = {'canonicalize': 'f', 'canonicalize-existing': 'e', 'canonicalize-missing': 'm', 'no-newline': 'n', 'verbose': 'v'}
    given, names = options('readlink', args, 'femnvqs', '', long, 'z')
    if not names:
        fail('readlink', 'missing operand')
    status, end = 0, '' if 'n' in given and len(names) == 1 else '\n'
    for name in names:
        try:
            found = os.readlink(name) if not {'f', 'e', 'm'} & set(given) else _real(name, given)
            print(found, end=end)
        except OSError as error:
            if 'v' in given:
                say(f'readlink: {name}: {error.strerror}')
            status = 1
    return status


def _real(name, given):
    """The path without links; -e: all of it must be there, -m: none of it, else all but its last part."""
    found = os.path.realpath(name)
    if 'm' not in given:
        os.stat(found if 'e' in given else os.path.dirname(found))
    return found


def _realpath(args):
    long = {'canonicalize-existing': 'e', 'canonicalize-missing': 'm', 'strip': 's', 'no-symlinks': 's', 'quiet': 'q', 'relative-to': 'R'}
    given, names = options('realpath', args, 'emsq', 'R', long, 'LPz')
    if not names:
        fail('realpath', 'missing operand')
    status = 0
    for name in names:
        try:
            found = os.path.abspath(name) if 's' in given else _real(name, given)
            print(os.path.relpath(found, given['R']) if 'R' in given else found)
        except OSError as error:
            if 'q' not in given:
                say(f'realpath: {name}: {error.strerror}')
            status = 1
    return status


def _stat(args):
    import re
    given, names = options('stat', args, 'L', 'c', {'format': 'c', 'dereference': 'L'}, 'ft')
    if not names:
        fail('stat', 'missing operand')
    if 'c' not in given:
        import _frames
        _frames.not_supported('stat without -c', 'os.stat')
    status = 0
    for name in names:
        try:
            found = os.stat(name) if 'L' in given else os.lstat(name)
        except OSError as error:
            say(f"stat: cannot statx '{name}': {error.strerror}")
            status = 1
            continue
        print(re.sub('%(.)', lambda sign: _told(name, found, sign[1]), given['c']))
    return status


def _told(name, found, letter):
    """What a letter of a format stands for."""
    import stat
    import time
    if letter in 'xyz':
        at = {'x': found.st_atime_ns, 'y': found.st_mtime_ns, 'z': found.st_ctime_ns}[letter]
        return time.strftime('%Y-%m-%d %H:%M:%S', time.gmtime(at // 10 ** 9)) + f'.{at % 10 ** 9:09} +0000'
    kinds = {stat.S_IFDIR: 'directory', stat.S_IFLNK: 'symbolic link', stat.S_IFIFO: 'fifo', stat.S_IFCHR: 'character special file'}
    plain = 'regular file' if found.st_size else 'regular empty file'
    known = {'n': name, 's': found.st_size, 'a': f'{found.st_mode & 0o7777:o}', 'A': stat.filemode(found.st_mode), 'f': f'{found.st_mode:x}',
             'F': kinds.get(stat.S_IFMT(found.st_mode), plain), 'h': found.st_nlink, 'i': found.st_ino, 'u': found.st_uid, 'g': found.st_gid,
             'U': 'user' if found.st_uid else 'root', 'G': 'user' if found.st_gid else 'root', 'X': int(found.st_atime),
             'Y': int(found.st_mtime), 'Z': int(found.st_ctime), 'b': -(-found.st_size // 4096) * 8, 'B': 512, 'o': 4096, 'd': found.st_dev, '%': '%',
             'N': f"'{name}'" + (f" -> '{os.readlink(name)}'" if stat.S_ISLNK(found.st_mode) else '')}
    return str(known.get(letter, '?'))


def _mktemp(args):
    long = {'directory': 'd', 'dry-run': 'u', 'quiet': 'q', 'suffix': 'S', 'tmpdir': 'p'}
    given, names = options('mktemp', args, 'duqt', 'pS', long)
    shape = names[0] if names else 'tmp.XXXXXXXXXX'
    signs = len(shape) - len(shape.rstrip('X'))
    if signs < 3:
        fail('mktemp', f'too few X\'s in template ‘{shape}’', hint=False)
    folder = given.get('p') or ('/tmp' if not names or 't' in given or 'p' in given else '')
    letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'
    name = ''.join(letters[byte % len(letters)] for byte in os.urandom(signs))
    path = os.path.join(folder, shape[:-signs] + name + given.get('S', ''))
    try:
        if 'd' in given:
            os.mkdir(path, 0o700)
        elif 'u' not in given:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except OSError as error:
        kind = 'directory' if 'd' in given else 'file'
        fail('mktemp', f'failed to create {kind} via template ‘{os.path.join(folder, shape)}’: {error.strerror}', hint=False)
    print(path)
    return 0


PROGRAMS = {'ln': _ln, 'readlink': _readlink, 'realpath': _realpath, 'stat': _stat, 'mktemp': _mktemp}
