"""Programs of the simulated machine that make, move and remove files, and a few that take texts apart."""
import os
import shutil
from _command_lines import fail, options, say


_LONG = {'parents': 'p', 'recursive': 'r', 'force': 'f', 'verbose': 'v', 'dir': 'd', 'no-create': 'c', 'archive': 'a',
         'interactive': 'i', 'no-clobber': 'n', 'update': 'u', 'mode': 'm'}
# What each is given, and what the real one knows besides.
_LETTERS = {'mkdir': ('pv', 'mZ'), 'rmdir': ('v', 'p'), 'touch': ('c', 'adfhmrt'), 'rm': ('rRfdv', 'iI'),
            'cp': ('rRafvp', 'bdHilLnPsStTuxZ'), 'mv': ('fv', 'binStTuZ'), 'chmod': ('Rv', 'cf')}


def _options(name, args):
    """The letters of the options, and what is none."""
    given, operands = options(name, args, _LETTERS[name][0], '', _LONG, _LETTERS[name][1])
    return set(given), operands


def _each(name, args, what, do, failed):
    """Does something for each of the files; the status. `failed` words what could not be done."""
    letters, paths = _options(name, args)
    if not paths and not (name == 'rm' and 'f' in letters):
        fail(name, what)
    status = 0
    for path in paths:
        try:
            do(path, letters)
        except OSError as exc:
            if not (name == 'rm' and 'f' in letters and exc.errno == 2):
                say(f'{name}: {failed} {exc.strerror}'.replace('{}', str(exc.filename or path)))
                status = 1
    return status


def _make_parents(path):
    """Makes a folder and those that it is in. An error names the one that it is about."""
    parts, so_far = path.rstrip('/').split('/'), ''
    if not path:
        raise FileNotFoundError(2, 'No such file or directory', path)
    for at, part in enumerate(parts):
        above, so_far = so_far, so_far + part
        if so_far and not os.path.isdir(so_far):
            if above and not os.access(above, os.X_OK):
                raise PermissionError(13, 'Permission denied', above.rstrip('/'))
            if os.path.exists(so_far) and at < len(parts) - 1:
                raise NotADirectoryError(20, 'Not a directory', so_far)
            os.mkdir(so_far)
        so_far += '/'


def _mkdir(args):
    def make(path, letters):
        if 'p' in letters:
            _make_parents(path)
        else:
            os.mkdir(path)
        if 'v' in letters:
            print(f"mkdir: created directory '{path}'")
    return _each('mkdir', args, 'missing operand', make, 'cannot create directory ‘{}’:')


def _rmdir(args):
    return _each('rmdir', args, 'missing operand', lambda path, letters: os.rmdir(path), "failed to remove '{}':")


def _touch(args):
    def touch(path, letters):
        if os.path.exists(path):
            os.utime(path)
        elif 'c' not in letters:
            open(path, 'a').close()
    return _each('touch', args, 'missing file operand', touch, "cannot touch '{}':")


def _rm(args):
    kept = []

    def remove(path, letters):
        if letters & {'r', 'R'} and os.path.basename(path.rstrip('/')) in ('.', '..'):
            say(f"rm: refusing to remove '.' or '..' directory: skipping '{path}'")
            kept.append(path)
            return
        if not os.path.isdir(path) or os.path.islink(path):
            os.remove(path)
        elif letters & {'r', 'R'}:
            before = len(kept)
            shutil.rmtree(path, onexc=keep)
            if before < len(kept):
                return
        elif 'd' in letters:
            os.rmdir(path)
        else:
            raise IsADirectoryError(21, 'Is a directory')
        if 'v' in letters:
            print(f"removed '{path}'")

    def keep(function, path, error):
        # Of a folder in which something is left nothing more is said.
        if not any(one.startswith(f'{path}/') for one in kept):
            say(f"rm: cannot remove '{path}': {error.strerror}")
        kept.append(path)
    return max(_each('rm', args, 'missing operand', remove, "cannot remove '{}':"), int(bool(kept)))


def _copy(source, place, within=False):
    """Copies a file, or a folder with what is in it; whether all could be."""
    what = f"cannot create regular file '{place}'"
    try:
        if within and os.path.islink(source):
            if os.path.lexists(place):
                os.remove(place)
            os.symlink(os.readlink(source), place)
            return True
        if not os.path.isdir(source):
            if not os.access(source, os.R_OK):
                what = f"cannot open '{source}' for reading"
            shutil.copy(source, place)
            return True
        what = f"cannot access '{source}'"
        names = os.listdir(source)
        what = f"cannot create directory '{place}'"
        if not os.path.isdir(place):
            os.mkdir(place)
        done = all([_copy(os.path.join(source, name), os.path.join(place, name), True) for name in names])
        shutil.copymode(source, place)
        return done
    except OSError as exc:
        say(f'cp: {what}: {exc.strerror}')
        return False


def _transfer(name, args, move):
    letters, paths = _options(name, args)
    if not paths:
        fail(name, 'missing file operand')
    if len(paths) == 1:
        fail(name, f"missing destination file operand after '{paths[0]}'")
    *sources, target = paths
    within = os.path.isdir(target)
    if len(sources) > 1 and not within:
        say(f"{name}: target '{target}': {'Not a directory' if os.path.exists(target) else 'No such file or directory'}")
        return 1
    status = 0
    for source in sources:
        place = os.path.join(target, os.path.basename(source.rstrip('/'))) if within else target
        if not os.path.exists(source):
            say(f"{name}: cannot stat '{source}': No such file or directory")
        elif not move and os.path.isdir(source) and not letters & {'r', 'R', 'a'}:
            say(f"cp: -r not specified; omitting directory '{source}'")
        elif not move and os.path.isdir(source) and os.path.exists(place) and not os.path.isdir(place):
            say(f"cp: cannot overwrite non-directory '{place}' with directory '{source}'")
        elif not move and os.path.isdir(source) and f'{os.path.realpath(place)}/'.startswith(f'{os.path.realpath(source)}/'):
            say(f"cp: cannot copy a directory, '{source}', into itself, '{place}'")
        elif not move and os.path.exists(place) and os.path.samefile(source, place):
            say(f"cp: '{source}' and '{place}' are the same file")
        else:
            try:
                if move:
                    shutil.move(source, place)
                if move or _copy(source, place):
                    if 'v' in letters:
                        print(f"{'renamed ' if move else ''}'{source}' -> '{place}'")
                    continue
            except OSError as exc:
                say(f"mv: cannot move '{source}' to '{place}': {exc.strerror}")
        status = 1
    return status


def _basename(args):
    given, names = options('basename', args, 'a', 's', {'multiple': 'a', 'suffix': 's'}, 'z')
    if not names:
        fail('basename', 'missing operand')
    suffix = given.get('s', '')
    if not given and names[1:]:
        if names[2:]:
            fail('basename', f'extra operand ‘{names[2]}’')
        suffix = names.pop()
    for path in names:
        name = os.path.basename(path.rstrip('/')) or path[:1]
        print(name.removesuffix(suffix) if suffix != name else name)
    return 0


def _dirname(args):
    _, paths = options('dirname', args, '', '', {}, 'z')
    if not paths:
        fail('dirname', 'missing operand')
    for path in paths:
        print(os.path.dirname(path.rstrip('/')).rstrip('/') or ('/' if path[:1] == '/' else '.'))
    return 0


def _which(args):
    found = [shutil.which(name) for name in args]
    for path in filter(None, found):
        print(path)
    return int(not args or None in found)


def _mode(text, before, is_folder):
    """The mode that `text` makes of one; None: it says none."""
    import re
    if re.fullmatch('[0-7]{1,4}', text):
        return int(text, 8)
    for part in text.split(','):
        found = re.fullmatch('([ugoa]*)([-+=])([rwxX]*)', part)
        if found is None:
            return None
        who, sign, what = found.groups()
        shifts = [{'u': 6, 'g': 3, 'o': 0}[one] for one in (who.replace('a', 'ugo') or 'ugo')]
        bits = sum({'r': 4, 'w': 2, 'x': 1, 'X': int(is_folder or before & 0o111 > 0)}[one] for one in set(what))
        for shift in shifts:
            kept = bits if who or shift == 6 else bits & ~(0o022 >> shift)
            before = before & ~(7 << shift) if sign == '=' else before
            before = before & ~(kept << shift) if sign == '-' else before | kept << shift
    return before


def _chmod(args):
    # `-x` is a mode.
    modes = [arg for arg in args if arg[:1] == '-' and arg[1:] and not arg[1:].strip('rwxX')]
    letters, paths = _options('chmod', [arg for arg in args if arg not in modes])
    mode = modes[0] if modes else paths.pop(0) if paths else None
    if mode is None:
        fail('chmod', 'missing operand')
    if not paths:
        fail('chmod', f'missing operand after ‘{mode}’')
    status = 0
    for path in paths:
        try:
            whole = _mode(mode, os.stat(path).st_mode & 0o7777, os.path.isdir(path))
            if whole is None:
                fail('chmod', f'invalid mode: ‘{mode}’')
            inner = [os.path.join(at, name) for at, folders, files in os.walk(path) for name in folders + files]
            for place in [path, *(inner if 'R' in letters else ())]:
                os.chmod(place, whole)
        except OSError as exc:
            say(f"chmod: cannot access '{path}': {exc.strerror}")
            status = 1
    return status


def _mkfifo(args):
    given, paths = options('mkfifo', args, '', 'm', {'mode': 'm'}, 'Z')
    if not paths:
        fail('mkfifo', 'missing operand')
    status = 0
    for path in paths:
        try:
            os.mkfifo(path)
            if 'm' in given:
                os.chmod(path, int(given['m'], 8))
        except OSError as exc:
            say(f"mkfifo: cannot create fifo '{path}': {exc.strerror}")
            status = 1
    return status


def _nproc(args):
    print(os.cpu_count())
    return 0


PROGRAMS = {
    'mkdir': _mkdir, 'rmdir': _rmdir, 'touch': _touch, 'rm': _rm, 'basename': _basename, 'dirname': _dirname,
    'cp': lambda args: _transfer('cp', args, False), 'mv': lambda args: _transfer('mv', args, True),
    'chmod': _chmod, 'mkfifo': _mkfifo, 'which': _which, 'nproc': _nproc}
