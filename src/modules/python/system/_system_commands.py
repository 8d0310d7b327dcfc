"""Programs of the simulated machine that say how it is: its processes, its memory, its disk."""
import os
import time
import _processes
from _command_lines import Failed, fail, options, say

# In KB. Nothing measures them: they are those of a machine of middle size.
_MEMORY, _USED, _CACHE, _DISK, _FILLED = 16 << 20, 2 << 20, 4 << 20, 64 << 20, 16 << 20


def _human(kilobytes, per=1024):
    """A size in as few digits as can be, as `-h` shows it."""
    size, letter = kilobytes, 'K'
    for letter in 'KMGTP':
        if size < per:
            break
        size /= per
    size = -(-size * 10 // 1) / 10 if size < 10 else float(-(-size // 1))
    return f'{size:.1f}{letter}' if size < 10 and letter != 'K' else f'{size:.0f}{letter}'


def _df(args):
    given, names = options('df', args, 'hkaTPlm', '', {'human-readable': 'h', 'print-type': 'T', 'portability': 'P'}, 'iHBtx')
    for name in names:
        if not os.path.exists(name):
            say(f'df: {name}: No such file or directory')
            return 1
    shown = _human if 'h' in given else (lambda size: str(size >> 10)) if 'm' in given else str
    head = 'Size' if 'h' in given else '1M-blocks' if 'm' in given else '1024-blocks' if 'P' in given else '1K-blocks'
    rows = [['Filesystem', 'Type', head, 'Used', 'Avail' if 'h' in given else 'Available', 'Capacity' if 'P' in given else 'Use%', 'Mounted on'],
            ['/dev/root', 'ext4', shown(_DISK), shown(_FILLED), shown(_DISK - _FILLED), f'{_FILLED * 100 // _DISK}%', '/']]
    columns = [at for at in range(7) if at != 1 or 'T' in given]
    widths = [max(len(row[at]) for row in rows) for at in range(7)]
    widths[0] = max(widths[0], 14)
    for at in (2, 3, 4):
        widths[at] = max(widths[at], 5)
    for row in rows:
        print(' '.join(row[at] if at == 6 else f'{row[at]:{"<" if at < 2 else ">"}{widths[at]}}' for at in columns))
    return 0


def _du(args):
    long = {'summarize': 's', 'human-readable': 'h', 'all': 'a', 'total': 'c', 'bytes': 'b', 'max-depth': 'd', 'apparent-size': 'A'}
    given, names = options('du', args, 'shackmbA', 'd', long, 'BDHLPSxtX0l')
    deepest = 0 if 's' in given else int(given.get('d', 1 << 30))
    by_bytes = 'b' in given

    def shown(size):
        if by_bytes:
            return str(size)
        return _human(size >> 10) if 'h' in given else str(-(-size // (1 << 20 if 'm' in given else 1 << 10)))

    def measured(path, depth):
        found = os.lstat(path)
        folder = os.path.isdir(path) and not os.path.islink(path)
        size = (found.st_size or 4096 * folder) if by_bytes or 'A' in given else 4096 if folder else -(-found.st_size // 4096) * 4096
        if folder:
            size += sum(measured(os.path.join(path, name), depth + 1) for name in os.listdir(path))
        if depth <= deepest and (folder or 'a' in given or not depth):
            print(f'{shown(size)}\t{path}')
        return size
    total, status = 0, 0
    for name in names or ['.']:
        if os.path.lexists(name):
            total += measured(name, 0)
        else:
            say(f"du: cannot access '{name}': No such file or directory")
            status = 1
    if 'c' in given:
        print(f'{shown(total)}\ttotal')
    return status


def _free(args):
    given, _ = options('free', args, 'bkmghtw', 'sc', {'human': 'h', 'total': 't', 'bytes': 'b', 'kilo': 'k', 'mebi': 'm', 'gibi': 'g'}, 'lvL')

    def shown(size):
        if 'h' in given:
            return _human(size) + 'i' if size else '0B'
        return str(size << 10 if 'b' in given else size >> 10 if 'm' in given else size >> 20 if 'g' in given else size)
    columns = ['total', 'used', 'free', 'shared', *(('buffers', 'cache') if 'w' in given else ('buff/cache',)), 'available']
    print(' ' * 8 + ''.join(f'{name:>12}' for name in columns))
    rest = _MEMORY - _USED - _CACHE
    cache = (0, _CACHE) if 'w' in given else (_CACHE,)
    print('Mem:    ' + ''.join(f'{shown(size):>12}' for size in (_MEMORY, _USED, rest, 0, *cache, rest + _CACHE)))
    print('Swap:   ' + ''.join(f'{shown(0):>12}' for _ in range(3)))
    if 't' in given:
        print('Total:  ' + ''.join(f'{shown(size):>12}' for size in (_MEMORY, _USED, rest)))
    return 0


def _uptime(args):
    given, _ = options('uptime', args, 'ps', '', {'pretty': 'p', 'since': 's'})
    # The machine has been up since its monotonic clock began.
    seconds = int(time.monotonic())
    if 's' in given:
        print(time.strftime('%Y-%m-%d %H:%M:%S', time.gmtime(time.time() - seconds)))
    elif 'p' in given:
        minutes = seconds // 60
        print(f'up {minutes} minute{"s" * (minutes != 1)}' if minutes < 60 else f'up {minutes // 60} hours, {minutes % 60} minutes')
    else:
        minutes = seconds // 60
        up = f'{minutes} min' if minutes < 60 else f'{minutes // 60:2}:{minutes % 60:02}'
        loads = ', '.join(f'{load:.2f}' for load in os.getloadavg())
        print(f' {time.strftime("%H:%M:%S", time.gmtime())} up {up},  0 user,  load average: {loads}')
    return 0


def _id(args):
    long = {'user': 'u', 'group': 'g', 'groups': 'G', 'name': 'n', 'real': 'r'}
    given, names = options('id', args, 'ugGnr', '', long, 'aZz')
    import pwd
    try:
        found = pwd.getpwnam(names[0]) if names else pwd.getpwuid(os.getuid())
    except KeyError:
        say(f'id: ‘{names[0]}’: no such user')
        return 1
    uid, gid = found.pw_uid, found.pw_gid
    if 'u' in given:
        print(found.pw_name if 'n' in given else uid)
    elif 'g' in given or 'G' in given:
        print(found.pw_name if 'n' in given else gid)
    else:
        print(f'uid={uid}({found.pw_name}) gid={gid}({found.pw_name}) groups={gid}({found.pw_name})')
    return 0


# A column of `ps`: its head, how wide it is (less than 0: to the right), and what it says of a process.
_COLUMNS = {
    'pid': ('PID', -7, lambda one: one.pid), 'ppid': ('PPID', -7, lambda one: one.parent), 'user': ('USER', 8, lambda one: 'user'),
    'uid': ('UID', -5, lambda one: os.getuid()), 'UID': ('UID', 8, lambda one: 'user'), 'tty': ('TT', 8, lambda one: '?'),
    'TTY': ('TTY', 8, lambda one: '?'), 'time': ('TIME', -8, lambda one: '00:00:00'), 'bsdtime': ('TIME', -6, lambda one: '0:00'),
    'stat': ('STAT', 4, lambda one: one.state), 's': ('S', 1, lambda one: one.state[0]), 'comm': ('COMMAND', 15, lambda one: one.name),
    'CMD': ('CMD', 0, lambda one: one.name), 'ucmd': ('CMD', 27, lambda one: one.name), 'args': ('COMMAND', 27, lambda one: one.command),
    'cmd': ('CMD', 27, lambda one: one.command), 'c': ('C', -2, lambda one: 0), 'pcpu': ('%CPU', -4, lambda one: '0.0'),
    'pmem': ('%MEM', -4, lambda one: '0.1'), 'vsz': ('VSZ', -6, lambda one: 24000), 'rss': ('RSS', -5, lambda one: 12000),
    'stime': ('STIME', 5, lambda one: time.strftime('%H:%M', time.gmtime(time.time()))), 'start': ('START', 5, lambda one: '00:00'),
    'etime': ('ELAPSED', -11, lambda one: '00:00'), 'ni': ('NI', -3, lambda one: 0), 'pri': ('PRI', -3, lambda one: 19),
    'pgid': ('PGID', -7, lambda one: one.pid), 'nlwp': ('NLWP', -4, lambda one: 1)}
_COLUMNS.update(command=_COLUMNS['args'], tt=_COLUMNS['tty'], tname=_COLUMNS['TTY'], state=_COLUMNS['s'], euser=_COLUMNS['user'],
                ucomm=_COLUMNS['comm'])
_COLUMNS.update({'%cpu': _COLUMNS['pcpu'], '%mem': _COLUMNS['pmem'], 'vsize': _COLUMNS['vsz'], 'rssize': _COLUMNS['rss']})


class _Process:
    """A living process: its number, its parent's, whether it runs, and what it is."""

    def __init__(self, pid, parent, stopped, computes, commands):
        self.pid, self.parent = pid, parent
        self.state = 'T' if stopped else 'R' if computes or pid == os.getpid() else 'S'
        words = commands.get(pid) or commands.get(parent) or ('python3',)
        self.command, self.name = ' '.join(words), words[0].rpartition('/')[2]


def _ps(args):
    commands = _processes.common('commands', {})
    found = [_Process(*one, commands) for one in _processes.living()]
    if args and args[0][:1] not in ('-', ''):
        # As BSD has it: letters without a dash.
        letters, args = args[0], args[1:]
        columns = ['user', 'pid', 'pcpu', 'pmem', 'vsz', 'rss', 'TTY', 'stat', 'start', 'bsdtime', 'args'] if 'u' in letters else \
            ['pid', 'TTY', 'stat', 'bsdtime', 'args']
        return _listed(found, [(name, None) for name in columns])
    given, operands = options('ps', args, 'eAfFxalH', 'poCuU', {'pid': 'p', 'format': 'o', 'no-headers': 'h', 'ppid': 'P', 'sort': 'S'}, 'gstLTMZ')
    if 'p' in given:
        numbers = given['p'].replace(',', ' ').split()
        if not all(number.isdecimal() for number in numbers):
            fail('ps', 'error: process ID list syntax error', hint=False)
        found = [one for one in found if str(one.pid) in numbers]
    if 'C' in given:
        found = [one for one in found if one.name in given['C'].split(',')]
    if 'o' in given:
        columns = [name.partition('=') for name in given['o'].replace(' ', ',').split(',')]
        for name, _, _ in columns:
            if name not in _COLUMNS:
                say(f'error: unknown user-defined format specifier "{name}"')
                raise Failed(1)
        columns = [(name, head if equals else None) for name, equals, head in columns]
    elif 'f' in given or 'F' in given:
        columns = [(name, None) for name in ('UID', 'pid', 'ppid', 'c', 'stime', 'TTY', 'time', 'cmd')]
    else:
        columns = [(name, None) for name in ('pid', 'TTY', 'time', 'CMD')]
    return _listed(found, columns)


def _listed(found, columns):
    heads = [_COLUMNS[name][0] if head is None else head for name, head in columns]
    rows = [[str(_COLUMNS[name][2](one)) for name, _ in columns] for one in found]
    if any(heads):
        rows.insert(0, heads)
    for row in rows:
        parts = []
        for at, (text, (name, _)) in enumerate(zip(row, columns)):
            width = _COLUMNS[name][1]
            parts.append(f'{text:>{-width}}' if width < 0 else text if at == len(row) - 1 else f'{text:<{width}}')
        print(' '.join(parts))
    return 0 if found else 1


PROGRAMS = {'df': _df, 'du': _du, 'free': _free, 'uptime': _uptime, 'id': _id, 'ps': _ps, 'arch': lambda args: print(os.uname().machine) or 0}
