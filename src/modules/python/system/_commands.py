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
    'python-fails': _python_fails, 'echo': _echo, 'printf': _printf, 'sleep': _sleep, 'pwd': _pwd,
    'date': _date, 'seq': _seq, 'env': _env, 'printenv': _printenv, 'uname': _uname, 'whoami': _word('user'),
    'hostname': _word('loopscope'), 'clear': _clear, 'kill': _kill, 'true': lambda args: 0, 'false': lambda args: 1}
