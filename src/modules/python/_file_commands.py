"""Programs of the simulated machine that make, move and remove files, and a few that take texts apart."""
import os
import shutil
import sys


def _say(*words):
    print(*words, file=sys.stderr)


def _wants(name, what):
    _say(f"{name}: {what}\nTry '{name} --help' for more information.")
    return 1


def _options(args):
    """The letters of the options, and what is none."""
    letters = set()
    while args and args[0].startswith('-') and args[0] not in ('-', '--'):
        option, *args = args
        letters.update({'--parents': 'p', '--recursive': 'r', '--force': 'f', '--verbose': 'v'}.get(option, option[1:]))
    return letters, args[1:] if args[:1] == ['--'] else args


def _each(name, args, what, do, failed):
    """Does something for each of the files; the status. `failed` words what could not be done."""
    letters, paths = _options(args)
    if not paths and not (name == 'rm' and 'f' in letters):
        return _wants(name, what)
    status = 0
    for path in paths:
        try:
            do(path, letters)
        except OSError as exc:
            if not (name == 'rm' and 'f' in letters and exc.errno == 2):
                _say(f'{name}: {failed} {exc.strerror}'.replace('{}', path))
                status = 1
    return status


def _mkdir(args):
    def make(path, letters):
        if 'p' in letters:
            os.makedirs(path, exist_ok=True)
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
    def remove(path, letters):
        if not os.path.isdir(path) or os.path.islink(path):
            os.remove(path)
        elif letters & {'r', 'R'}:
            shutil.rmtree(path)
        elif 'd' in letters:
            os.rmdir(path)
        else:
            raise IsADirectoryError(21, 'Is a directory')
        if 'v' in letters:
            print(f"removed '{path}'")
    return _each('rm', args, 'missing operand', remove, "cannot remove '{}':")


def _transfer(name, args, move):
    letters, paths = _options(args)
    if not paths:
        return _wants(name, 'missing file operand')
    if len(paths) == 1:
        return _wants(name, f"missing destination file operand after '{paths[0]}'")
    *sources, target = paths
    within = os.path.isdir(target)
    if len(sources) > 1 and not within:
        _say(f"{name}: target '{target}': {'Not a directory' if os.path.exists(target) else 'No such file or directory'}")
        return 1
    status = 0
    for source in sources:
        place = os.path.join(target, os.path.basename(source.rstrip('/'))) if within else target
        if not os.path.exists(source):
            _say(f"{name}: cannot stat '{source}': No such file or directory")
        elif not move and os.path.isdir(source) and not letters & {'r', 'R', 'a'}:
            _say(f"cp: -r not specified; omitting directory '{source}'")
        else:
            try:
                if move:
                    shutil.move(source, place)
                elif os.path.isdir(source):
                    shutil.copytree(source, place, dirs_exist_ok=True)
                else:
                    shutil.copy(source, place)
                if 'v' in letters:
                    print(f"{'renamed ' if move else ''}'{source}' -> '{place}'")
                continue
            except OSError as exc:
                what = f"cannot move '{source}' to '{place}'" if move else f"cannot create regular file '{place}'"
                _say(f'{name}: {what}: {exc.strerror}')
        status = 1
    return status


def _basename(args):
    if not args:
        return _wants('basename', 'missing operand')
    name = os.path.basename(args[0].rstrip('/')) or '/'
    print(name.removesuffix(args[1]) if args[1:] and args[1] != name else name)
    return 0


def _dirname(args):
    if not args:
        return _wants('dirname', 'missing operand')
    for path in args:
        print(os.path.dirname(path.rstrip('/')) or ('/' if path[:1] == '/' else '.'))
    return 0


def _which(args):
    found = [shutil.which(name) for name in args]
    for path in filter(None, found):
        print(path)
    return int(not args or None in found)


def _tee(args):
    letters, paths = _options(args)
    text = sys.stdin.read()
    sys.stdout.write(text)
    for path in paths:
        with open(path, 'a' if 'a' in letters else 'w') as file:
            file.write(text)
    return 0


def _lines(paths):
    """Those of the files, or of the input."""
    if not paths:
        return sys.stdin.read().splitlines()
    lines = []
    for path in paths:
        with open(path) as file:
            lines += file.read().splitlines()
    return lines


def _uniq(args):
    letters, paths = _options(args)
    lines = _lines(paths)
    at = 0
    while at < len(lines):
        end = at + 1
        while end < len(lines) and lines[end] == lines[at]:
            end += 1
        if not ('d' in letters and end - at == 1 or 'u' in letters and end - at > 1):
            print(f'{end - at:7} {lines[at]}' if 'c' in letters else lines[at])
        at = end
    return 0


def _rev(args):
    for line in _lines(args):
        print(line[::-1])
    return 0


def _nproc(args):
    print(os.cpu_count())
    return 0


PROGRAMS = {
    'mkdir': _mkdir, 'rmdir': _rmdir, 'touch': _touch, 'rm': _rm, 'basename': _basename, 'dirname': _dirname,
    'cp': lambda args: _transfer('cp', args, False), 'mv': lambda args: _transfer('mv', args, True),
    'which': _which, 'tee': _tee, 'uniq': _uniq, 'rev': _rev, 'nproc': _nproc}
