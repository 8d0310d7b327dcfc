"""The programs of the simulated machine: a few of a Unix system's, in small."""
import os
import sys
import _processes
import _programs
from _command_lines import Failed, fail, options, put, say


def main():
    settings = _processes.inherited()[1]
    argv = settings['argv']
    try:
        _processes.begun()
        # A program may be started under a name that is not its own.
        sys.exit(run(settings.get('command') or argv[0], argv))
    except KeyboardInterrupt:
        _end_by('SIGINT')
    except BrokenPipeError:
        _end_by('SIGPIPE')


def _end_by(name):
    """A signal ends a program that is not Python's without a word."""
    import signal
    number = getattr(signal, name)
    signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)


def run(name, argv):
    """Runs one; its status."""
    if name in ('sh', 'bash', 'dash'):
        return _sh(*argv)
    try:
        status = __import__(_programs.WHERE.get(name, '_commands')).PROGRAMS[name](argv[1:])
    except Failed as failed:
        status = failed.args[0]
    sys.stdout.flush()
    return status


def python_from_input():
    """`python -`, and `python` with a program on its input."""
    import __main__
    import _frames
    read, text = _frames.source(sys.stdin.buffer.read(), '<stdin>')
    if not read:
        say(text[:-1])
        sys.exit(1)
    __main__.__dict__.pop('__file__', None)
    try:
        exec(compile(text, '<stdin>', 'exec'), __main__.__dict__)
    finally:
        sys.stdout.flush()


def _python_fails(args):
    say(args[0])
    return int(args[1])


_ESCAPES = {'n': '\n', 't': '\t', 'r': '\r', 'a': '\a', 'b': '\b', 'f': '\f', 'v': '\v', '\\': '\\', 'e': '\33', '"': '"'}


def unescaped(text, hexadecimal=True, zero=True):
    """What backslashes mean in `echo` and `printf`, and whether `\\c` ends it. zero: octal numbers begin with 0 after
    that."""
    import re

    def byte(code):
        return bytes([code]).decode('utf-8', 'surrogateescape')

    def one(found):
        mark = found[1]
        if mark == 'c':
            return '\0c'
        if mark[0] == 'x':
            return byte(int(mark[1:], 16)) if hexadecimal and mark[1:] else found[0]
        if mark[0].isdigit():
            return byte(int(mark, 8) & 255)
        if mark in 'e"' and not hexadecimal:
            return found[0]
        return _ESCAPES.get(mark, found[0])
    octal = '0[0-7]{0,3}' if zero else '[0-7]{1,3}'
    made = re.sub(rf'(?s)\\({octal}|x[0-9A-Fa-f]{{0,2}}|[^0-9])', one, text)
    made, end, _ = made.partition('\0c')
    return made, bool(end)


def _echo(args):
    """That of coreutils, and of bash."""
    end, escapes = '\n', False
    while args and len(args[0]) > 1 and args[0][0] == '-' and not args[0][1:].strip('neE'):
        end = '' if 'n' in args[0] else end
        escapes = args[0].rstrip('n')[-1] == 'e' if set(args[0]) & {'e', 'E'} else escapes
        args = args[1:]
    text = ' '.join(args)
    if escapes:
        text, ended = unescaped(text)
        end = '' if ended else end
    put(text + end)
    return 0


def dash_echo(args):
    """That of dash: always with escapes."""
    end = '\n'
    if args[:1] == ['-n']:
        end, args = '', args[1:]
    text, ended = unescaped(' '.join(args), False)
    put(text + ('' if ended else end))
    return 0


def _printf(args, name='printf', dash=False):
    """dash: as the shell's own does it."""
    import re
    if args[:1] == ['--']:
        args = args[1:]
    if not args:
        if dash:
            say(f'{name}: usage: printf format [arg ...]')
            return 2
        fail(name, 'missing operand')
    shape, values = args[0], list(args[1:])
    status = 0

    def number_of(text, kind):
        nonlocal status
        if text is None:
            return 0
        if text[:1] in ('"', "'"):
            return ord(text[1]) if len(text) > 1 else 0
        for read in (lambda t: int(t, 16) if 'x' in t.lower() else int(t, 8) if re.fullmatch(r'[-+]?0[0-7]+', t) else int(t),
                     float) if kind == 'int' else (float,):
            try:
                found = read(text.strip())
                if kind != 'int' or read is not float:
                    return found
            except ValueError:
                pass
        found = re.match(r'\s*[-+]?\d+', text)
        status = 1
        if dash:
            say(f'{name}: {text}: {"not completely converted" if found else "expected numeric value"}')
        else:
            say(f'{name}: ‘{text}’: {"value not completely converted" if found else "expected a numeric value"}')
        return int(found[0]) if found else 0
    pattern = r'%(%|([-+ #0]*)(\*|\d*)(?:\.(\*|\d*))?([a-zA-Z]?))|([^%]+)'
    while True:
        before = len(values)
        taken = False

        def take():
            nonlocal taken
            taken = True
            return values.pop(0) if values else None
        for found in re.finditer(pattern, shape):
            whole, flags, width, precision, kind, text = found.groups()
            if text is not None:
                text, ended = unescaped(text, not dash, False)
                put(text)
                if ended:
                    return status
                continue
            if whole == '%':
                put('%')
                continue
            if kind not in tuple('diouxXeEfFgGsbc') and not (kind == 'q' and not dash):
                say(f'{name}: {found[0]}: invalid directive' if dash else f'{name}: {found[0]}: invalid conversion specification')
                return 2 if dash else 1
            if width == '*':
                width = str(number_of(take(), 'int'))
            if precision == '*':
                precision = str(number_of(take(), 'int'))
            value, ended = take(), False
            point = '' if precision is None else f'.{precision}'
            if kind in 'diouxX':
                value, kind = number_of(value, 'int'), 'd' if kind in 'iu' else kind
            elif kind in 'eEfFgG':
                value = number_of(value, 'float')
            else:
                value = value or ''
                if kind == 'b':
                    value, ended = unescaped(value, not dash)
                if kind == 'q':
                    value = _quoted(value)
                if kind == 'c':
                    value = value[:1]
                kind = 's'
            if kind in 'oxX' and value < 0:
                value += 2 ** 64
            if '#' in flags and kind == 'o':
                put(f'%{flags.replace("#", "")}{width}{point}s' % f'0{value:o}')
            else:
                put(f'%{flags}{width}{point}{kind}' % value)
            if ended:
                return status
        if not values or not taken or len(values) == before:
            return status


def _quoted(text):
    import re
    return text if re.fullmatch(r'[\w@%+=:,./-]+', text) else "'" + text.replace("'", "'\\''") + "'"


def _sleep(args):
    import time
    total = 0.0
    _, args = options('sleep', args)
    if not args:
        say("sleep: missing operand\nTry 'sleep --help' for more information.")
        return 1
    for arg in args:
        unit = {'s': 1, 'm': 60, 'h': 3600, 'd': 86400}.get(arg[-1:])
        try:
            seconds = float(arg[:-1]) * unit if unit else float(arg)
            if seconds < 0:
                raise ValueError
            total += seconds
        except ValueError:
            say(f"sleep: invalid time interval ‘{arg}’\nTry 'sleep --help' for more information.")
            return 1
    time.sleep(total)
    return 0


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


def _pwd(args):
    print(os.getcwd())
    return 0


def _date(args):
    import time
    given, words = options('date', args, 'uR', 'd', {'utc': 'u', 'universal': 'u', 'date': 'd', 'iso-8601': 'I'}, 'IfrsS')
    when = given.get('d', 'now')
    if when != 'now' and not (when[:1] == '@' and when[1:].isdigit()):
        import _frames
        _frames.not_supported(f'date -d «{when}»', 'datetime')
    if words and words[0][:1] != '+':
        fail('date', f'invalid date ‘{words[0]}’', hint=False)
    shape = words[0][1:] if words else '%a, %d %b %Y %H:%M:%S %z' if 'R' in given else '%a %b %e %H:%M:%S %Z %Y'
    seconds = None if when == 'now' else int(when[1:])
    moment = time.gmtime(seconds) if 'u' in given else time.localtime(seconds)
    print(time.strftime(shape.replace('%Z', 'UTC') if 'u' in given else shape, moment))
    return 0


def _seq(args):
    count = 0
    while count < len(args) and args[count][:1] == '-' and not args[count][1:2].isdigit() and args[count][1:2] != '.':
        count += 2 if args[count] in ('-s', '-f') else 1
    given, _ = options('seq', args[:count], 'w', 'sf', {'separator': 's', 'equal-width': 'w', 'format': 'f'})
    operands = args[count:]
    if not operands:
        fail('seq', 'missing operand')
    if len(operands) > 3:
        fail('seq', f'extra operand ‘{operands[3]}’')
    from decimal import Decimal, InvalidOperation
    numbers = []
    for operand in operands:
        try:
            numbers.append(Decimal(operand))
        except InvalidOperation:
            fail('seq', f'invalid floating point argument: ‘{operand}’')
    first, last = numbers[0] if len(numbers) > 1 else Decimal(1), numbers[-1]
    step = numbers[1] if len(numbers) == 3 else Decimal(1)
    if not step:
        fail('seq', f'invalid Zero increment value: ‘{operands[1]}’')
    places = max(0, *(-number.as_tuple().exponent for number in (first, step)))
    made = []
    for at in range(int((last - first) / step) + 1 if (last - first) / step >= 0 else 0):
        made.append(f'{first + at * step:.{places}f}')
    if 'w' in given:
        width = max(map(len, [*made, f'{last:.{places}f}']))
        made = [text.zfill(width) for text in made]
    if 'f' in given:
        made = [given['f'] % float(text) for text in made]
    if made:
        put(given.get('s', '\n').join(made) + '\n')
    return 0


def _env(args):
    values, count = dict(os.environ), 0
    while count < len(args) and (args[count][:1] == '-' or '=' in args[count]):
        count += 2 if args[count] in ('-u', '-C', '-S') else 1
    long = {'ignore-environment': 'i', 'unset': 'u', 'null': '0', 'chdir': 'C'}
    given, assigned = options('env', ['-i' if arg == '-' else arg for arg in args[:count]], 'i0', 'u', long, 'CSv', 125)
    if 'i' in given:
        values = {}
    values.pop(given.get('u'), None)
    values.update(arg.split('=', 1) for arg in assigned)
    if args[count:]:
        import subprocess
        try:
            code = subprocess.call(args[count:], env=values)
        except OSError as exc:
            say(f'env: ‘{args[count]}’: {exc.strerror}')
            return 127 if exc.errno == 2 else 126
        return 128 - code if code < 0 else code
    for name, value in values.items():
        put(f'{name}={value}' + ('\0' if '0' in given else '\n'))
    return 0


def _printenv(args):
    for name in args or os.environ:
        if name in os.environ:
            print(os.environ[name] if args else f'{name}={os.environ[name]}')
    return int(any(name not in os.environ for name in args))


def _uname(args):
    import platform
    found = platform.uname()
    args = ['-' + letter for letter in options('uname', args, 'asrmn', '', {'all': 'a'}, 'vpio')[0]]
    if '-a' in args:
        print(found.system, found.node, found.release, found.version, found.machine, 'GNU/Linux')
    else:
        print(found.release if '-r' in args else found.node if '-n' in args else found.machine if '-m' in args else found.system)
    return 0


def _word(text):
    def program(args):
        print(text)
        return 0
    return program


def _of_kind(kind):
    def is_of_kind(path):
        import stat
        return os.path.exists(path) and getattr(stat, 'S_IS' + kind)(os.stat(path).st_mode)
    return is_of_kind


def _or_program(test):
    """The machine's programs are no files, and are asked for as such."""
    import _programs
    return lambda path: '/' in path and _programs.find(path) is not None or test(path)


class _Condition:
    """What `test` is asked, read word by word. `dash`: as that words its errors."""
    FILES = {'-e': _or_program(os.path.exists), '-f': _or_program(os.path.isfile), '-d': os.path.isdir,
             '-L': os.path.islink, '-h': os.path.islink,
             '-s': _or_program(lambda path: os.path.exists(path) and os.path.getsize(path) > 0),
             '-r': _or_program(lambda path: os.access(path, os.R_OK)), '-w': _or_program(lambda path: os.access(path, os.W_OK)),
             '-x': _or_program(lambda path: os.access(path, os.X_OK)),
             '-p': _of_kind('FIFO'), '-S': _of_kind('SOCK'), '-c': _of_kind('CHR'), '-b': _of_kind('BLK')}
    NUMBERS = {'-eq': '__eq__', '-ne': '__ne__', '-lt': '__lt__', '-le': '__le__', '-gt': '__gt__', '-ge': '__ge__'}
    TEXTS = {'=': '__eq__', '==': '__eq__', '!=': '__ne__', '<': '__lt__', '>': '__gt__'}
    TIMES = ('-nt', '-ot', '-ef')

    def __init__(self, words, name, dash):
        self.words, self.at, self.name, self.dash = words, 0, name, dash

    def fail(self, words):
        say(f'{self.name}: {words}')
        raise Failed(2)

    def left(self):
        return self.words[self.at:]

    def either(self):
        found = self.both()
        while self.left()[:1] == ['-o']:
            self.at += 1
            found = self.both() or found
        return found

    def both(self):
        found = self.one()
        while self.left()[:1] == ['-a']:
            self.at += 1
            found = self.one() and found
        return found

    def binary(self, left):
        return len(left) > 2 and (left[1] in self.NUMBERS or left[1] in self.TEXTS and (left[1] != '==' or not self.dash)
                                  or left[1] in self.TIMES)

    def one(self):
        left = self.left()
        if not left:
            self.fail('argument expected')
        if self.binary(left):
            self.at += 3
            return self.compare(*left[:3])
        if left[0] == '!' and len(left) > 1:
            self.at += 1
            return not self.one()
        if left[0] == '(' and len(left) > 2:
            self.at += 1
            found = self.either()
            if self.left()[:1] != [')']:
                self.fail('closing paren expected')
            self.at += 1
            return found
        if len(left) > 1 and left[0] in ('-n', '-z', '-t') + tuple(self.FILES):
            self.at += 2
            if left[0] == '-t':
                return False
            return bool(left[1]) == (left[0] == '-n') if left[0] in '-n-z' else self.FILES[left[0]](left[1])
        self.at += 1
        return bool(left[0])

    def compare(self, a, operator, b):
        if operator in self.TIMES:
            if operator == '-ef':
                return os.path.exists(a) and os.path.exists(b) and os.path.samefile(a, b)
            a, b = (os.stat(path).st_mtime if os.path.exists(path) else -1 for path in (a, b))
            return a > b if operator == '-nt' else a < b
        if operator in self.TEXTS:
            return getattr(a, self.TEXTS[operator])(b)
        return getattr(self.number(a), self.NUMBERS[operator])(self.number(b))

    def number(self, text):
        try:
            return int(text)
        except ValueError:
            self.fail(f'Illegal number: {text}' if self.dash else f'invalid integer ‘{text}’')


def test(args, name='test', dash=False):
    """The conditions of `test`."""
    if not args:
        return 1
    if len(args) == 1:
        return int(not args[0])
    condition = _Condition(args, name, dash)
    found = condition.either()
    if left := condition.left():
        condition.fail(f'{args[0] if condition.at == 1 else left[0]}: unexpected operator' if dash else f'extra argument ‘{left[0]}’')
    return int(not found)


def bracket(args, name='[', dash=False):
    if args[-1:] != [']']:
        say(f'{name}: missing ]' if dash else f'{name}: missing ‘]’')
        return 2
    return test(args[:-1], name, dash)


def _sh(name, *args):
    import _shell
    return _shell.main(name, list(args))


def _clear(args):
    """There is no terminal to clear, which it says."""
    say('TERM environment variable not set.')
    return 1


def _signal_name(number):
    """As dash writes it; the number itself where it has none."""
    import signal
    if number > 33:
        base, way = ('RTMIN', number - 34) if number < 50 else ('RTMAX', number - 64)
        return f'{base}{way:+}' if way else base
    return signal.Signals(number).name.removeprefix('SIG') if number in signal.valid_signals() and number != 16 else str(number)


def _kill(args, name='kill', dash=False):
    """-9, -TERM, -SIGTERM or -s TERM, then pids. dash: as the shell's own does it."""
    import signal

    def refuse(words, of_dash):
        say(f'{name}: {of_dash if dash else words}')
        raise Failed(2 if dash else 1)

    def number_of(text, of_dash):
        found = int(text) if text.isdigit() else getattr(signal, 'SIG' + text.upper().removeprefix('SIG'), 65)
        return found if found < 65 else refuse(f'invalid argument {text}', of_dash)
    first, *pids = args or ['']
    if first in ('-l', '-L'):
        if not pids and dash:
            put(''.join(f'{_signal_name(number)}\n' for number in range(65)))
        elif not pids:
            import _frames
            _frames.not_supported('a list of all signals', 'kill -l NUMBER')
        for text in pids:
            if dash and not text.isdigit():
                refuse('', f'Illegal number: {text}')
            number = number_of(str(int(text) & 127) if text.isdigit() else text, f'invalid signal number or exit status: {text}')
            print(signal.Signals(number).name[3:] if text.isdigit() else int(number))
        return 0
    number = signal.SIGTERM
    if first == '-s':
        name_given, *pids = pids or ['']
        number = number_of(name_given, f'invalid signal number or name: {name_given}' if args[1:] else 'No arg for -s option')
    elif first[:1] == '-' and first != '--':
        number = number_of(first[1:], f'Illegal option {first[:2]}')
    elif first != '--':
        pids = args
    if not pids:
        refuse('no process given', 'Usage: kill [-s sigspec | -signum | -sigspec] [pid | job]... or\nkill -l [exitstatus]')
    status = 0
    for pid in pids:
        if not pid.removeprefix('-').isdigit():
            refuse(f"failed to parse argument: '{pid}'", f'Illegal number: {pid}')
        try:
            os.kill(int(pid), number)
        except OSError as exc:
            say(f'{name}: {exc.strerror}\n' if dash else f'{name}: ({pid}): {exc.strerror}')
            status = 1
    return status


PROGRAMS = {
    'python-fails': _python_fails, 'echo': _echo, 'printf': _printf, 'sleep': _sleep, 'ls': _ls, 'pwd': _pwd,
    'date': _date, 'seq': _seq, 'env': _env, 'printenv': _printenv, 'uname': _uname, 'whoami': _word('user'),
    'hostname': _word('loopscope'), 'clear': _clear, 'kill': _kill, 'true': lambda args: 0, 'false': lambda args: 1,
    'test': test, '[': bracket}
