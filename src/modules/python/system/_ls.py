"""What ls does."""
import os
from _command_lines import options, say


def _ls(args):
    long = {'all': 'a', 'almost-all': 'A', 'directory': 'd', 'reverse': 'r', 'human-readable': 'h', 'inode': 'i', 'size': 's',
            'recursive': 'R', 'classify': 'F', 'numeric-uid-gid': 'n'}
    given, names = options('ls', args, 'aAdl1rhtSUsiFpRngo', '', long, 'bcfkmquvwxBCDGHILNQTXZ', 2)
    rows = bool({'l', 'n', 'g', 'o'} & set(given))
    status, files, folders = 0, [], []
    for name in names or ['.']:
        try:
            os.lstat(name)
        except OSError as exc:
            say(f"ls: cannot access '{name}': {exc.strerror}")
            status = 2
        else:
            opens = 'd' not in given and os.path.isdir(name) and not (rows and os.path.islink(name))
            (folders if opens else files).append(name)
    if files:
        _entries('', _ordered('', files, given), given, rows, folders)
    waiting, begun = _ordered('', folders, given), bool(files)
    headed = len(names) > 1 or 'R' in given
    while waiting:
        folder = waiting.pop(0)
        try:
            entries = os.listdir(folder)
        except OSError as exc:
            say(f"ls: cannot open directory '{folder}': {exc.strerror}")
            status = 2
            continue
        if headed:
            print(('\n' if begun else '') + f'{folder}:')
        begun = True
        entries = [n for n in entries if n[0] != '.' or 'a' in given or 'A' in given]
        if 'R' in given:
            inner = [os.path.join(folder, n) for n in _ordered(folder, entries, given)]
            waiting[:0] = [path for path in inner if os.path.isdir(path) and not os.path.islink(path)]
        entries = _ordered(folder, ['.', '..'] * ('a' in given) + entries, given)
        if rows or 's' in given:
            total = sum(_blocks(os.lstat(os.path.join(folder, n))) for n in entries)
            print('total', _human(total * 1024) if 'h' in given else total)
        _entries(folder, entries, given, rows)
    return status


def _ordered(folder, names, given):
    if 'U' not in given:
        names = sorted(names, key=lambda n: (n not in ('.', '..'), n.lstrip('.').lower(), n))
        if 'S' in given or 't' in given:
            what = 'st_size' if 'S' in given else 'st_mtime_ns'
            names.sort(key=lambda n: -getattr(os.lstat(os.path.join(folder, n)), what))
    return names[::-1] if 'r' in given and 'U' not in given else names


def _blocks(found):
    """How many KiB a file takes."""
    import stat
    if stat.S_ISDIR(found.st_mode):
        return 4
    return -(-found.st_size // 4096) * 4 if stat.S_ISREG(found.st_mode) else 0


def _human(size):
    for unit in '', 'K', 'M', 'G', 'T':
        if size < 1024 or unit == 'T':
            break
        size /= 1024
    tenths = -int(-size * 10 // 1)
    return f'{size}' if not unit else f'{tenths / 10:.1f}{unit}' if tenths < 100 else f'{-int(-size // 1)}{unit}'


def _entries(folder, names, given, rows, beside=()):
    """A line for each file, with columns as wide as those of the folders `beside` want, too."""
    import stat
    lines = []
    for name in [*names, *beside]:
        path = os.path.join(folder, name)
        found, columns = os.lstat(path), []
        mode, size = found.st_mode, _human(found.st_size) if 'h' in given else str(found.st_size)
        if 'i' in given:
            columns.append(str(found.st_ino))
        if 's' in given:
            columns.append(_human(_blocks(found) * 1024) if 'h' in given else str(_blocks(found)))
        if rows:
            owner, group = (str(found.st_uid), str(found.st_gid)) if 'n' in given else ('user', 'user')
            columns += [stat.filemode(mode), str(found.st_nlink), *([] if 'g' in given else [owner]),
                        *([] if 'o' in given else [group]), size, _moment(found.st_mtime)]
        shown = name + _mark(mode, given, rows)
        if rows and stat.S_ISLNK(mode):
            target = os.stat(path).st_mode if os.path.exists(path) else 0
            shown += f' -> {os.readlink(path)}' + (_mark(target, given, False) if target else '')
        lines.append([*columns, shown])
    widths = [max(map(len, column)) for column in zip(*lines)]
    for *columns, shown in lines[:len(names)]:
        print(*[each.rjust(width) for each, width in zip(columns, widths)], shown)


def _mark(mode, given, rows):
    import stat
    if stat.S_ISDIR(mode):
        return '/' if 'F' in given or 'p' in given else ''
    if 'F' not in given:
        return ''
    return ('' if rows else '@') if stat.S_ISLNK(mode) else '|' if stat.S_ISFIFO(mode) else '=' if stat.S_ISSOCK(mode) else (
        '*' if mode & 0o111 else '')


def _moment(when):
    """A file's time: with the year instead of the hour where it is half a year away."""
    import time
    return time.strftime('%b %e %H:%M' if -15778476 < when - time.time() <= 0 else '%b %e  %Y', time.localtime(when))


PROGRAMS = {'ls': _ls}
