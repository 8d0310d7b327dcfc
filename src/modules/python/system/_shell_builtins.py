"""What `sh` does itself."""
import os
import re
import signal
from _command_lines import put, say
from _shell_syntax import RESERVED, SPECIAL

# What `set` and the command line switch, by their letters and by their names.
FLAGS = 'euxfanvbmC'
LONG = {'errexit': 'e', 'nounset': 'u', 'xtrace': 'x', 'noglob': 'f', 'allexport': 'a', 'noexec': 'n', 'verbose': 'v',
        'notify': 'b', 'monitor': 'm', 'noclobber': 'C'}


def _leave(kind, *args):
    import _shell
    raise getattr(_shell, kind)(*args)


def _quoted(text):
    return "'" + text.replace("'", "'\"'\"'") + "'"


def _number(shell, name, args, default):
    if not args:
        return default
    if not args[0].isdigit():
        shell.fatal(f'{name}: Illegal number: {args[0]}')
    return int(args[0])


def _do_cd(shell, args):
    args = [arg for arg in args if arg not in ('-L', '-P', '--')]
    target = args[0] if args else shell.variables.get('HOME', '/')
    back = target == '-'
    if back:
        target = shell.variables.get('OLDPWD', '')
    before = os.getcwd()
    if not target.startswith(('/', './', '../')) and target not in ('.', '..'):
        # What stands under one of these comes first, and is told.
        for folder in filter(None, shell.variables.get('CDPATH', '').split(':')):
            if os.path.isdir(f'{folder}/{target}'):
                target, back = f'{folder}/{target}', True
                break
    try:
        os.chdir(target or '.')
    except OSError:
        shell.warn(f"cd: can't cd to {target}")
        return 2
    shell.assign('OLDPWD', before)
    shell.assign('PWD', os.getcwd())
    if back:
        put(os.getcwd() + '\n')


def _do_pwd(shell, args):
    put(os.getcwd() + '\n')


def _do_echo(shell, args):
    import _commands
    return _commands.PROGRAMS['echo'](args) if shell.is_bash else _commands.dash_echo(args)


def _do_printf(shell, args):
    import _commands
    return _commands.PROGRAMS['printf'](args, f'{shell.prefix()}: printf', True)


def _do_test(shell, args):
    import _conditions
    return _conditions.test(args, f'{shell.prefix()}: test', True)


def _do_bracket(shell, args):
    import _conditions
    return _conditions.bracket(args, f'{shell.prefix()}: [', True)


def _do_exit(shell, args):
    before = shell.status if shell.trapped is None else shell.trapped
    _leave('Exit', _number(shell, 'exit', args, before) & 255)


def _do_return(shell, args):
    _leave('Leave', 'return', _number(shell, 'return', args, shell.status) & 255)


def _do_break(shell, args, kind='break'):
    count = _number(shell, kind, args, 1)
    if shell.loops:
        _leave('Leave', kind, count)


def _do_continue(shell, args):
    _do_break(shell, args, 'continue')


def _do_shift(shell, args):
    count = _number(shell, 'shift', args, 1)
    if count > len(shell.args):
        shell.fatal("shift: can't shift that many")
    del shell.args[:count]


def _do_set(shell, args):
    if not args:
        for name in sorted(shell.variables):
            put(f'{name}={_quoted(shell.variables[name])}\n')
        return
    args = list(args)
    while args and args[0][:1] in ('-', '+') and len(args[0]) > 1:
        option = args.pop(0)
        if option == '--':
            shell.args = args
            return
        letters = option[1:]
        if letters[-1:] == 'o':
            word = args.pop(0) if args else ''
            if word not in LONG:
                if word == 'pipefail' and shell.is_bash or not word:
                    import _frames
                    _frames.not_supported(f'«set -o {word}» in sh', 'Python')
                shell.fatal(f'set: Illegal option -o {word}')
            letters = letters[:-1] + LONG[word]
        for letter in letters:
            if letter not in FLAGS:
                shell.fatal(f'set: Illegal option -{letter}')
            shell.flags = shell.flags.replace(letter, '') + (letter if option[0] == '-' else '')
    if args:
        shell.args = args


def _do_unset(shell, args):
    functions = args[:1] == ['-f']
    for name in args[1:] if args[:1] in (['-f'], ['-v']) else args:
        if functions:
            shell.functions.pop(name, None)
            continue
        if name in shell.readonly:
            shell.fatal(f'unset: {name}: is read only')
        shell.variables.pop(name, None)
        shell.exported.discard(name)


def _do_export(shell, args, kind='export'):
    marked = shell.exported if kind == 'export' else shell.readonly
    if not args or args == ['-p']:
        for name in sorted(marked):
            if name in shell.variables:
                put(f'{kind} {name}={_quoted(shell.variables[name])}\n')
    for arg in args:
        name, equals, value = arg.partition('=')
        if arg == '-p':
            continue
        if not name.isidentifier():
            shell.fatal(f'{kind}: {name}: bad variable name')
        if equals:
            shell.assign(name, value)
        marked.add(name)


def _do_readonly(shell, args):
    _do_export(shell, args, 'readonly')


def _do_local(shell, args):
    if not shell.locals:
        shell.fatal('local: not in a function')
    for arg in args:
        name, equals, value = arg.partition('=')
        shell.locals[-1].setdefault(name, shell.variables.get(name))
        if equals:
            shell.assign(name, value)


def _do_eval(shell, args):
    shell.status = 0
    shell.source(' '.join(args))
    return shell.status


def _do_source(shell, args):
    if not args:
        shell.fatal('.: filename argument required')
    path = args[0]
    try:
        if '/' not in path:
            # It is looked for where programs are.
            path = next((f'{folder}/{path}' for folder in shell.variables.get('PATH', '').split(':')
                         if os.path.isfile(f'{folder}/{path}')), None)
            if path is None:
                shell.fatal(f'.: {args[0]}: not found')
        with open(path) as file:
            text = file.read()
    except OSError as exc:
        shell.fatal(f'.: cannot open {path}: {"No such file" if exc.errno == 2 else exc.strerror}')
    shell.status = 0
    shell.source(text)
    return shell.status


def _do_exec(shell, args):
    if not args:
        return 0
    process, status = shell.external(args)
    if process is None:
        _leave('Exit', status)
    code = process.wait()
    if code < 0:
        if -code not in (9, 19):
            signal.signal(-code, signal.SIG_DFL)
        os.kill(os.getpid(), -code)
    _leave('Exit', code, False)


def _signal_name(text):
    if text.isdigit():
        return 'EXIT' if text == '0' else signal.Signals(int(text)).name[3:] if int(text) in map(int, signal.Signals) else None
    text = text.upper().removeprefix('SIG')
    return text if text == 'EXIT' or hasattr(signal, 'SIG' + text) else None


def _do_trap(shell, args):
    args = args[1:] if args[:1] == ['--'] else args
    if not args:
        for name, text in sorted(shell.traps.items(), key=lambda item: 0 if item[0] == 'EXIT' else getattr(signal, 'SIG' + item[0])):
            put(f'trap -- {_quoted(text)} {name}\n')
        return 0
    text, names = args[0], args[1:]
    if not names or text.isdigit():
        text, names = '-', args
    status = 0
    for given in names:
        name = _signal_name(given)
        if name is None:
            say(f'trap: {given}: bad trap')
            status = 1
        elif name == 'EXIT':
            shell.traps.pop('EXIT', None)
            if text != '-':
                shell.traps['EXIT'] = text
        else:
            shell.heed(name, None if text == '-' else text)
    return status


def _do_wait(shell, args):
    status = 0
    for pid in args or list(shell.jobs):
        job = shell.jobs.pop(int(pid), None) if str(pid).isdigit() else None
        if job is None:
            status = 127
            if not str(pid).isdigit():
                shell.warn(f'wait: No such job: {pid}')
                status = 2
        else:
            status = shell.ended(job, not args)
    return status if args else 0


def _do_kill(shell, args):
    import _commands
    return _commands.PROGRAMS['kill'](args, f'{shell.prefix()}: kill', True)


def _fields_read(line, count, blanks, others):
    """The line in at most `count` pieces, as IFS says."""
    blank, other = (f'[{re.escape(chars)}]' if chars else '(?!)' for chars in (blanks, others))
    separator = f'(?:{blank})*{other}(?:{blank})*|{blank}+'
    pieces, line = [], line.strip(blanks)
    while len(pieces) < count - 1 and (found := re.search(separator, line)):
        pieces.append(line[:found.start()])
        line = line[found.end():]
    if others and len(pieces) == count - 1 and re.fullmatch(f'[^{re.escape(blanks + others)}]*(?:{blank})*{other}(?:{blank})*', line):
        # What ends the last one is no part of it.
        line = re.sub(f'(?:{separator})$', '', line)
    return [*pieces, line]


def _do_read(shell, args):
    raw, args = False, list(args)
    while args and args[0][:1] == '-' and len(args[0]) > 1:
        option = args.pop(0)
        if option == '-p' and args:
            # It prompts at a terminal only.
            args.pop(0)
        elif option == '-r':
            raw = True
        elif shell.is_bash:
            import _frames
            _frames.not_supported(f'«read {option}» in bash', '«read -r»')
        else:
            shell.warn(f'read: Illegal option {option}')
            return 2
    if not args and not shell.is_bash:
        shell.warn('read: arg count')
        return 2
    line, ended, source = bytearray(), False, shell.streams.get(0)
    while True:
        c = os.read(0, 1) if source == 0 else b'' if source is None else source.read(1)
        if not c:
            break
        if c[-1:] == b'\n':
            line += c[:-1]
            if raw or not line.endswith(b'\\') or (len(line) - len(line.rstrip(b'\\'))) % 2 == 0:
                ended = True
                break
            del line[-1:]
            continue
        line += c
    text = line.decode('utf-8', 'surrogateescape')
    if not raw:
        text = re.sub(r'\\(.)', lambda found: '\0' + found[1] if found[1] in ' \t' else found[1], text)
    names = args or ['REPLY']
    if not raw:
        text = text.replace('\0 ', '\1').replace('\0\t', '\2')
    pieces = _fields_read(text, len(names), *shell.separators())
    for at, name in enumerate(names):
        shell.assign(name, pieces[at].replace('\1', ' ').replace('\2', '\t') if at < len(pieces) else '')
    return 0 if ended else 1


def _path_of(shell, name):
    import shutil
    return shutil.which(name, path=shell.variables.get('PATH', ''))


def _described(shell, name, long):
    """Says what a command is; whether it is any."""
    path = None
    if name in RESERVED:
        text = f'{name} is a shell keyword'
    elif name in shell.functions:
        text = f'{name} is a shell function'
    elif shell.builtin(name):
        text = f'{name} is a special shell builtin' if shell.is_special(name) else f'{name} is a shell builtin'
    else:
        path = _path_of(shell, name)
        text = f'{name} is {"a tracked alias for " * (name in shell.tracked)}{path}'
        shell.tracked.add(name)
        if path is None:
            if long:
                put(f'{name}: not found\n')
            return False
    put((text if long else path or name) + '\n')
    return True


def _do_type(shell, args):
    return 0 if all([_described(shell, name, True) for name in args]) else 127


def _do_command(shell, args):
    if args[:1] in (['-v'], ['-V']):
        return 0 if all([_described(shell, name, args[0] == '-V') for name in args[1:]]) else 127
    args = args[1:] if args[:1] in (['-p'], ['--']) else args
    if not args:
        return 0
    builtin = shell.builtin(args[0])
    if builtin:
        return shell.run_builtin(builtin, args)
    process, status = shell.external(args)
    return status if process is None else shell.ended(process)


def _do_getopts(shell, args):
    if len(args) < 2:
        shell.fatal('getopts: Usage: getopts optstring var [arg]')
    letters, name, *words = args
    words = words or shell.args
    at, within = int(shell.variables.get('OPTIND', '1')), getattr(shell, 'option_at', 1)
    if at == 1 and getattr(shell, 'last_index', None) != 1:
        within = 1
    word = words[at - 1] if at <= len(words) else ''
    shell.variables.pop('OPTARG', None)
    if word[:1] != '-' or word == '-' or word == '--':
        shell.variables['OPTIND'] = str(at + (word == '--'))
        shell.assign(name, '?')
        shell.option_at = 1
        return 1
    letter, found, rest = word[within], letters.find(word[within]), word[within + 1:]
    if letter == ':' or found < 0:
        if letters[:1] == ':':
            shell.assign('OPTARG', letter)
        else:
            say(f'Illegal option -{letter}')
        found, letter = -1, '?'
    if found >= 0 and letters[found + 1:found + 2] == ':':
        if not rest:
            at += 1
            if at > len(words):
                if letters[:1] == ':':
                    shell.assign('OPTARG', letter)
                    letter = ':'
                else:
                    say(f'No arg for -{letter} option')
                    letter = '?'
            rest = words[at - 1] if at <= len(words) else None
        if rest is not None:
            shell.assign('OPTARG', rest)
        rest = ''
    within = within + 1 if rest else 1
    at += not rest
    shell.variables['OPTIND'], shell.option_at, shell.last_index = str(at), within, at
    shell.assign(name, letter)
    return 0


def _do_umask(shell, args):
    if args:
        os.umask(int(args[0], 8))
        return 0
    mask = os.umask(0)
    os.umask(mask)
    put(f'{mask:04o}\n')


# By the letter: the name, what it is in, how it is called in a list.
_LIMITS = {'t': ('CPU', 1, 'time(seconds)'), 'f': ('FSIZE', 512, 'file(blocks)'), 'd': ('DATA', 1024, 'data(kbytes)'),
           's': ('STACK', 1024, 'stack(kbytes)'), 'c': ('CORE', 512, 'coredump(blocks)'), 'm': ('RSS', 1024, 'memory(kbytes)'),
           'l': ('MEMLOCK', 1024, 'locked memory(kbytes)'), 'p': ('NPROC', 1, 'process'), 'n': ('NOFILE', 1, 'nofiles'),
           'v': ('AS', 1024, 'vmemory(kbytes)'), 'w': ('LOCKS', 1, 'locks'), 'r': ('RTPRIO', 1, 'rtprio')}


def _do_ulimit(shell, args):
    import resource
    letter, hard, soft = 'f', True, True
    while args and args[0][:1] == '-':
        for c in args[0][1:]:
            if c in 'HS':
                hard, soft = c == 'H', c == 'S'
            elif c in _LIMITS or c == 'a':
                letter = c
            else:
                shell.warn(f'ulimit: Illegal option -{c}')
                return 2
        args = args[1:]
    both = hard and soft

    def shown(letter):
        name, unit, _ = _LIMITS[letter]
        limit = resource.getrlimit(getattr(resource, f'RLIMIT_{name}', 10))[hard and not both]
        return 'unlimited' if limit == resource.RLIM_INFINITY else str(limit // unit)
    if letter == 'a':
        for each, (_, _, title) in _LIMITS.items():
            put(f'{title:<20} {shown(each)}\n')
        return 0
    if not args:
        put(shown(letter) + '\n')
        return 0
    if args[0] != 'unlimited' and not args[0].isdigit():
        shell.warn('ulimit: bad number')
        return 2
    name, unit, _ = _LIMITS[letter]
    number = getattr(resource, f'RLIMIT_{name}')
    limits = list(resource.getrlimit(number))
    wanted = resource.RLIM_INFINITY if args[0] == 'unlimited' else int(args[0]) * unit
    limits = [wanted if soft else limits[0], wanted if hard else limits[1]]
    try:
        resource.setrlimit(number, tuple(limits))
    except (ValueError, OSError):
        shell.warn('ulimit: error setting limit (Operation not permitted)')
        return 2
    return 0


def _lacking(name):
    def refuse(shell, args):
        import _frames
        _frames.not_supported(f'«{name}» in sh', 'Python')
    return refuse


_BUILTINS = {
    '.': _do_source, ':': lambda shell, args: 0, '[': _do_bracket, 'break': _do_break, 'cd': _do_cd,
    'command': _do_command, 'continue': _do_continue, 'echo': _do_echo, 'eval': _do_eval, 'exec': _do_exec,
    'exit': _do_exit, 'export': _do_export, 'false': lambda shell, args: 1, 'getopts': _do_getopts, 'kill': _do_kill,
    'local': _do_local, 'printf': _do_printf, 'pwd': _do_pwd, 'read': _do_read, 'readonly': _do_readonly,
    'return': _do_return, 'set': _do_set, 'shift': _do_shift, 'test': _do_test, 'trap': _do_trap,
    'true': lambda shell, args: 0, 'type': _do_type, 'ulimit': _do_ulimit, 'umask': _do_umask, 'unset': _do_unset, 'wait': _do_wait,
    **{name: _lacking(name) for name in ('alias', 'bg', 'fg', 'hash', 'jobs', 'times', 'unalias')}}
_OF_BASH = {'source': _do_source, **{name: _lacking(name) for name in ('[[', '((', 'declare', 'let', 'mapfile', 'shopt')}}


class Builtins:
    """What a shell knows of these."""

    def builtin(self, name):
        return _BUILTINS.get(name) or (_OF_BASH.get(name) if self.is_bash else None)

    def is_special(self, name):
        return name in SPECIAL
