"""The programs of the simulated machine: a few of a Unix system's, in small."""
import os
import sys
import _processes


def main():
    argv = _processes.inherited()[1]['argv']
    try:
        sys.exit(run(argv))
    except KeyboardInterrupt:
        # An interrupt ends a program that is not Python's without a word.
        import signal
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGINT)


def run(argv):
    """Runs one; its status."""
    name = argv[0].rpartition('/')[2]
    if name in ('sh', 'bash'):
        return _sh(*argv)
    program = PROGRAMS.get(name)
    if program is None:
        import _file_commands
        program = _file_commands.PROGRAMS[name]
    return program(argv[1:])


def python_from_input():
    """`python -`, and `python` with a program on its input."""
    import __main__
    text = sys.stdin.read()
    __main__.__dict__.pop('__file__', None)
    try:
        exec(compile(text, '<stdin>', 'exec'), __main__.__dict__)
    finally:
        sys.stdout.flush()


def _say(*words):
    print(*words, file=sys.stderr)


def _python_fails(args):
    _say(args[0])
    return int(args[1])


def _echo(args):
    end, escapes = '\n', False
    while args and args[0] in ('-n', '-e', '-ne', '-en'):
        end = '' if 'n' in args[0] else end
        escapes = escapes or 'e' in args[0]
        args = args[1:]
    text = ' '.join(args)
    if escapes:
        text = text.encode('latin-1', 'backslashreplace').decode('unicode_escape')
    print(text, end=end)
    return 0


def _printf(args):
    if not args:
        _say('printf: missing operand')
        return 1
    shape = args[0].replace('\\n', '\n').replace('\\t', '\t').replace('\\\\', '\\')
    values, count = args[1:], shape.replace('%%', '').count('%')
    while True:
        here, values = values[:count], values[count:]
        here += [''] * (count - len(here))
        marks = [c for at, c in enumerate(shape) if at and shape[at - 1] == '%' and c != '%']
        try:
            made = tuple(int(v or 0) if m in 'di' else float(v or 0) if m in 'fge' else v for v, m in zip(here, marks))
            print(shape % made, end='')
        except (ValueError, TypeError):
            print(shape, *here, end='')
        if not values or not count:
            return 0


def _sleep(args):
    import time
    total = 0.0
    if not args:
        _say("sleep: missing operand\nTry 'sleep --help' for more information.")
        return 1
    for arg in args:
        unit = {'s': 1, 'm': 60, 'h': 3600, 'd': 86400}.get(arg[-1:])
        try:
            seconds = float(arg[:-1]) * unit if unit else float(arg)
            if seconds < 0:
                raise ValueError
            total += seconds
        except ValueError:
            _say(f"sleep: invalid time interval ‘{arg}’\nTry 'sleep --help' for more information.")
            return 1
    time.sleep(total)
    return 0


def _inputs(name, args):
    """The texts of the files named, or of the input; None for one that cannot be read."""
    for arg in args or ['-']:
        if arg == '-':
            yield arg, sys.stdin.read()
            continue
        try:
            with open(arg, encoding='utf-8', errors='replace') as file:
                yield arg, file.read()
        except OSError as exc:
            _say(f'{name}: {arg}: {exc.strerror}')
            yield arg, None


def _cat(args):
    status, number = 0, 0
    options = [a for a in args if a.startswith('-') and a != '-']
    args = [a for a in args if a not in options]
    if not options and args in ([], ['-']):
        # Line by line, as they come.
        while line := sys.stdin.readline():
            print(line, end='', flush=True)
        return 0
    for _, text in _inputs('cat', args):
        if text is None:
            status = 1
            continue
        for line in text.splitlines(True):
            number += 1
            print(f'{number:6}\t{line}' if '-n' in options else line, end='')
    return status


def _ls(args):
    options = ''.join(a[1:] for a in args if a.startswith('-') and len(a) > 1)
    names = [a for a in args if not (a.startswith('-') and len(a) > 1)]
    status, shown = 0, []
    for name in names or ['.']:
        try:
            if os.path.isdir(name) and 'd' not in options:
                entries = sorted(os.listdir(name), key=lambda n: (n.lstrip('.').lower(), n))
                if 'a' in options:
                    entries = ['.', '..', *entries]
                elif 'A' not in options:
                    entries = [n for n in entries if not n.startswith('.')]
                shown.append((name, entries))
            else:
                os.stat(name)
                shown.append((None, [name]))
        except OSError as exc:
            _say(f"ls: cannot access '{name}': {exc.strerror}")
            status = 2
    for at, (name, entries) in enumerate(shown):
        if name is not None and len(names) > 1:
            print(('\n' if at else '') + f'{name}:')
        if 'l' in options and name is not None:
            print('total', 4 * len(entries))
        for entry in entries:
            print(_long(os.path.join(name or '', entry), entry) if 'l' in options else entry)
    return status


def _long(path, name):
    import time
    found = os.stat(path)
    kind = 'd' if os.path.isdir(path) else '-'
    bits = ''.join(c if found.st_mode >> at & 1 else '-' for c, at in zip('rwxrwxrwx', range(8, -1, -1)))
    when = time.strftime('%b %e %H:%M', time.localtime(found.st_mtime))
    return f'{kind}{bits} {found.st_nlink} user user {found.st_size:5} {when} {name}'


def _pwd(args):
    print(os.getcwd())
    return 0


def _date(args):
    import time
    shape = next((a[1:] for a in args if a.startswith('+')), '%a %b %e %H:%M:%S UTC %Y')
    print(time.strftime(shape))
    return 0


def _seq(args):
    numbers = [float(a) if '.' in a else int(a) for a in args]
    first, step = (numbers[0] if len(numbers) > 1 else 1), (numbers[1] if len(numbers) > 2 else 1)
    while first <= numbers[-1] if step > 0 else first >= numbers[-1]:
        print(first)
        first += step
    return 0


def _ends(name, take):
    def program(args):
        count = 10
        args = list(args)
        if args and args[0] == '-n':
            count, args = int(args[1]), args[2:]
        elif args and args[0].startswith('-') and args[0][1:].isdigit():
            count, args = int(args[0][1:]), args[1:]
        status = 0
        for _, text in _inputs(name, args):
            if text is None:
                status = 1
            else:
                print(''.join(take(text.splitlines(True), count)), end='')
        return status
    return program


def _wc(args):
    options = ''.join(a[1:] for a in args if a.startswith('-'))
    names, status = [a for a in args if not a.startswith('-')], 0
    for name, text in _inputs('wc', names):
        if text is None:
            status = 1
            continue
        counts = {'l': text.count('\n'), 'w': len(text.split()), 'c': len(text.encode())}
        wanted = [counts[c] for c in 'lwc' if not options or c in options]
        if len(wanted) == 1:
            line = str(wanted[0])
        else:
            line = ' '.join(f'{n:{7 if name == "-" else len(str(counts["c"]))}}' for n in wanted)
        print(line if name == '-' else f'{line} {name}')
    return status


def _sort(args):
    options = ''.join(a[1:] for a in args if a.startswith('-') and a != '-')
    lines = []
    for _, text in _inputs('sort', [a for a in args if not a.startswith('-') or a == '-']):
        lines += (text or '').splitlines()

    def number(line):
        try:
            return float(line.split()[0])
        except (ValueError, IndexError):
            return 0.0
    lines.sort(key=number if 'n' in options else None, reverse='r' in options)
    for line in dict.fromkeys(lines) if 'u' in options else lines:
        print(line)
    return 0


def _grep(args):
    import re
    options = ''.join(a[1:] for a in args if a.startswith('-') and a != '-')
    rest = [a for a in args if not a.startswith('-') or a == '-']
    pattern, found = re.compile(rest[0], re.IGNORECASE if 'i' in options else 0), 0
    for name, text in _inputs('grep', rest[1:]):
        hits = [line for line in (text or '').splitlines() if bool(pattern.search(line)) != ('v' in options)]
        found += len(hits)
        prefix = f'{name}:' if len(rest) > 2 else ''
        if 'c' in options:
            print(f'{prefix}{len(hits)}')
        elif 'q' not in options:
            for line in hits:
                print(prefix + line)
    return 0 if found else 1


def _tr(args):
    def spread(text):
        import re
        text = text.replace('[:lower:]', 'a-z').replace('[:upper:]', 'A-Z').replace('\\n', '\n')
        return re.sub('(.)-(.)', lambda m: ''.join(map(chr, range(ord(m[1]), ord(m[2]) + 1))), text)
    if args[0] == '-d':
        table = str.maketrans('', '', spread(args[1]))
    else:
        first, second = spread(args[0]), spread(args[1])
        second = (second + second[-1:] * len(first))[:len(first)]
        table = str.maketrans(first, second)
    while line := sys.stdin.readline():
        print(line.translate(table), end='')
    return 0


def _env(args):
    values = dict(a.split('=', 1) for a in args if '=' in a)
    rest = [a for a in args if '=' not in a and not a.startswith('-')]
    if rest:
        import subprocess
        return subprocess.call(rest, env={**os.environ, **values})
    for name, value in {**os.environ, **values}.items():
        print(f'{name}={value}')
    return 0


def _uname(args):
    import platform
    found = platform.uname()
    if '-a' in args:
        print(found.system, found.node, found.release, found.version, found.machine, 'GNU/Linux')
    else:
        print(found.release if '-r' in args else found.machine if '-m' in args else found.system)
    return 0


def _word(text):
    def program(args):
        print(text)
        return 0
    return program


def test(args):
    """The conditions of `test`."""
    if args[:1] == ['!']:
        return 1 - test(args[1:])
    if len(args) == 1:
        return 0 if args[0] else 1
    if len(args) == 2:
        check = {'-z': lambda a: not a, '-n': bool, '-e': os.path.exists, '-f': os.path.isfile, '-d': os.path.isdir}
        return 0 if args[0] in check and check[args[0]](args[1]) else 1
    if len(args) == 3:
        a, operator, b = args
        if operator in ('=', '==', '!='):
            return 0 if (a == b) == (operator != '!=') else 1
        number = {'-eq': int.__eq__, '-ne': int.__ne__, '-lt': int.__lt__, '-le': int.__le__, '-gt': int.__gt__,
                  '-ge': int.__ge__}.get(operator)
        return 0 if number and number(int(a), int(b)) else 1
    return 1


def _bracket(args):
    return test(args[:-1] if args[-1:] == [']'] else args)


def _sh(name, *args):
    import _shell
    args, strict = list(args), False
    while args and args[0].startswith('-'):
        strict = strict or 'e' in args[0]
        if 'c' in args[0]:
            return _shell.Shell(args[2] if len(args) > 2 else name, args[3:], strict).run(args[1])
        args.pop(0)
    if not args:
        return _shell.Shell(name, (), strict).run(sys.stdin.read())
    try:
        with open(args[0]) as file:
            text = file.read()
    except OSError as exc:
        _say(f'{name}: 0: cannot open {args[0]}: {"No such file" if exc.errno == 2 else exc.strerror}')
        return 2
    return _shell.Shell(args[0], args[1:], strict).run(text)


def _clear(args):
    """There is no terminal to clear, which it says."""
    _say('TERM environment variable not set.')
    return 1


def _kill(args, refused='kill: ({}): {}'):
    """-9, -TERM, -SIGTERM or -s TERM, then pids."""
    import signal
    number = 15
    if args[:1] == ['-s']:
        args = ['-' + ''.join(args[1:2]), *args[2:]]
    if args and args[0][:1] == '-':
        name = args.pop(0)[1:]
        number = int(name) if name.isdigit() else getattr(signal, 'SIG' + name.upper().removeprefix('SIG'))
    status = 0
    for pid in args:
        try:
            os.kill(int(pid), number)
        except OSError as exc:
            print(refused.format(pid, exc.strerror), file=sys.stderr)
            status = 1
    return status


PROGRAMS = {
    'python-fails': _python_fails, 'echo': _echo, 'printf': _printf, 'sleep': _sleep, 'cat': _cat, 'ls': _ls,
    'pwd': _pwd, 'date': _date, 'seq': _seq, 'head': _ends('head', lambda lines, n: lines[:n]),
    'tail': _ends('tail', lambda lines, n: lines[-n:] if n else []), 'wc': _wc, 'sort': _sort, 'grep': _grep,
    'tr': _tr, 'env': _env, 'uname': _uname, 'whoami': _word('user'), 'hostname': _word('loopscope'),
    'clear': _clear, 'kill': _kill, 'true': lambda args: 0, 'false': lambda args: 1, 'test': test, '[': _bracket}
