"""Which programs there are on the simulated machine, and how one is started."""
import os
import sys
import _frames
import _processes

# Which text has which program, besides Python and the shells.
WHERE = {name: module for module, names in {
    '_commands': 'clear date echo env false hostname kill printenv printf pwd seq sleep true uname whoami',
    '_text_commands': 'cat cut head paste rev tac tail tee tr wc yes', '_sort_commands': 'sort uniq', '_grep': 'egrep fgrep grep',
    '_file_commands': 'basename chmod cp dirname mkdir mkfifo mv nproc rm rmdir touch which',
    '_link_commands': 'ln mktemp readlink realpath stat',
    '_compare_commands': 'cmp comm diff',
    '_line_commands': 'fold nl shuf',
    '_archive_commands': 'gunzip gzip zcat',
    '_system_commands': 'arch df du free id ps uptime',
    '_digest_commands': 'base64 md5sum openssl sha1sum sha224sum sha256sum sha384sum sha512sum',
    '_running_commands': 'nohup timeout',
    '_conditions': '[ test', '_ls': 'ls', '_xargs': 'xargs',
    '_sed': 'sed', '_awk': 'awk', '_find': 'expr find', '_curl': 'curl', '_ping': 'ping',
}.items() for name in names.split()}
COMMANDS = frozenset((*WHERE, 'bash', 'dash', 'sh'))
PYTHONS = frozenset(('python', 'python3', 'python3.13'))
# Programs that are modules of the library's.
OF_MODULES = {'pytest': 'pytest.console', 'py.test': 'pytest.console'}


def find(name):
    """The name of a command, or None if there is no such program."""
    if '/' not in name:
        return name if name in COMMANDS or name in PYTHONS or name in OF_MODULES else None
    place, _, base = name.rpartition('/')
    if place in ('/bin', '/usr/bin') and (base in COMMANDS or base in PYTHONS or base in OF_MODULES):
        return base
    return None


def _along(program, env, cwd):
    """Where a program lies along the path, as execvp looks for it; its name alone if the path is as ever."""
    folders = os.get_exec_path(env)
    if sorted(folders) == ['/bin', '/usr/bin']:
        return program
    import _files
    error = FileNotFoundError(2, 'No such file or directory', program)
    for folder in folders:
        # An empty entry is the folder in which one is.
        place = os.path.join(folder or '.', program)
        lies = os.path.join(cwd or os.getcwd(), place)
        if find(lies):
            return place
        try:
            node = _files.lookup(lies)
        except PermissionError:
            node = None
        except OSError:
            continue
        if node is not None and not node.is_dir() and node.mode & 0o111:
            return place
        error = PermissionError(13, 'Permission denied', program)
    raise error


def archive_at(path):
    """The archive of zip that lies there; None where there is something else, which may have an archive's bytes in it."""
    import _files
    node = _files.find(path)
    if node is None or node.data is None or b'PK\5\6' not in bytes(node.data[-65557:]):
        return None
    from zipimport import ZipImportError, zipimporter
    try:
        return zipimporter(path)
    except ZipImportError:
        return None


def _unreadable(path):
    """The number of the error with which a program's text cannot be read; 0."""
    import _files
    try:
        _files.open_node(path, 'r', path, 0, 0o400)
    except OSError as error:
        return error.errno
    except _files.NamedPipe:
        pass
    return 0


# What the file of a program begins with, before the program's name.
_BINARY = b'\x7fELF'


def all_programs():
    """The names of all programs and what their files hold."""
    return [(name, _BINARY + name.encode()) for name in sorted((*COMMANDS, *PYTHONS, *OF_MODULES))]


def lasts(words):
    """Whether a shell that has only this program to run becomes it: one that a signal may have to reach."""
    base = words[0].rpartition('/')[2] if words else ''
    return find(words[0] if words else '') and (base in PYTHONS or base in ('sleep', 'cat', 'yes'))


def _becomes(text):
    """The words of the one program that a shell with this text becomes; None where it has more to do."""
    import re
    import shlex
    if re.search(r'[|&;<>()$`\n*?\[#~!{}]', re.sub(r"'[^']*'", '', text)):
        return None
    try:
        words = shlex.split(text)
    except ValueError:
        return None
    return words if lasts(words) else None


def start(args, stdin=None, stdout=None, stderr=None, cwd=None, env=None, executable=None, shown=None,
          handed=(), state=None, *, before=None):
    """Starts a program and gives its pid. The streams: None as here, False nothing, a pipe's end, or a file's place.
    handed: numbers and the pipes' ends that the program has under them; state: what a shell hands to its subshell;
    before: what is called once nothing can refuse the program any more, just before it is there."""
    program = os.fsdecode(executable or args[0])
    args = [os.fsdecode(arg) for arg in args]
    if cwd is not None:
        import _files
        try:
            _files._directory(cwd, 'chdir')
        except OSError as error:
            raise OSError(error.errno, error.strerror, cwd) from None
        cwd = os.path.abspath(os.fsdecode(cwd))
    named = program
    if '/' not in program:
        program = _along(program, env, cwd)
    # The folder is changed first: there it lies.
    place = os.path.join(cwd or os.getcwd(), program) if '/' in program else program
    name = find(place)
    if state is None and name == 'sh' and len(args) == 3 and args[1] == '-c' and (words := _becomes(args[2])):
        # The last command of a shell takes its place: signals for it are the command's.
        args, program, place, name = words, words[0], words[0], find(words[0])
    if name is None:
        import _files
        node = None
        if '/' in program:
            try:
                node = _files.lookup(place)
            except PermissionError as error:
                raise PermissionError(error.errno, error.strerror, named) from None
            except OSError:
                pass
        if node is not None:
            if node.is_dir() or not node.mode & 0o111:
                raise PermissionError(13, 'Permission denied', named)
            name = find(bytes(node.data[4:]).decode('utf-8', 'replace')) if node.data.startswith(_BINARY) else None
    if name in OF_MODULES:
        args, name = ['python3', '-m', OF_MODULES[name], *args[1:]], 'python3'
    if name is None:
        if node is not None:
            first = bytes(node.data[:200]).partition(b'\n')[0].decode('utf-8', 'replace')
            if not first.startswith('#!'):
                raise OSError(8, 'Exec format error', named)
            return start([*first[2:].split(), program, *args[1:]], stdin, stdout, stderr, cwd, env, None, shown,
                         handed, before=before)
        if not named:
            # Which is the folder of programs.
            raise PermissionError(13, 'Permission denied', named)
        raise FileNotFoundError(2, 'No such file or directory', named)
    settings = {'state': state, 'argv': args, 'executable': program, 'cwd': cwd or os.getcwd()}
    if env is None:
        import _environ
        env = {**os.environ, **_environ.put} if _environ.put else os.environ
    settings['env'] = tuple((os.fsdecode(k), os.fsdecode(v)) for k, v in env.items() if v is not None)
    if '_files' in sys.modules:
        import _files
        settings['umask'] = _files.masked
    if 'signal' in sys.modules:
        import signal
        # Those that Python itself ignores come back.
        settings['ignored'] = tuple(number for number, handler in signal._handlers.items()
                                    if handler == signal.SIG_IGN and number not in (13, 25))
    stdin_end = None
    if stdin is None:
        own = getattr(sys.__stdin__, 'buffer', None)
        # The program's own input has neither: a child shares it as it is.
        if hasattr(own, '_end'):
            stdin = own._end
        elif hasattr(getattr(own, 'raw', None), '_place'):
            stdin = own.raw._place
    if isinstance(stdin, _processes.PipeEnd):
        stdin_end = stdin
    elif stdin is False:
        settings['no_stdin'] = True
    elif stdin is not None:
        settings['stdin'] = stdin
    file, source, unbuffered = None, '_commands:main', False
    if name in COMMANDS:
        settings['command'] = name
    else:
        file, source, argv, unbuffered = _python(args, settings, stdin)
        settings['argv'] = argv
    if handed:
        settings['handed'] = tuple((number, _processes.keep(end)) for number, end in handed)
    sys.stdout.flush()
    command = shown or ' '.join(args)
    running = _processes.common('commands', {})
    running.setdefault(os.getpid(), tuple(sys.orig_argv))
    if before is not None:
        before()
    pid = _processes.spawn(command, file, source, settings['argv'][1:], stdin_end, stdout, stderr, settings, unbuffered)
    running[pid] = tuple(args)
    _processes.common('surroundings', {})[pid] = settings['cwd'], settings['env']
    return pid


def _asks(kind, left, cwd):
    """What `python -i` runs before it asks for commands: its kind and the text of `-c` or the file's place; None where it
    does not ask."""
    if kind == 'c' or not left:
        return kind, left[0] if left else ''
    import _imports
    path = os.path.join(cwd, left[0])
    return ('file', path) if not kind and _imports.file_at(path) is not None else None


def _python(args, settings, stdin):
    """What `python …` runs: file, text, arguments, whether it writes at once."""
    import _python_options
    try:
        kind, left, options = _python_options.parse(args[1:], dict(settings['env']))
    except _python_options.Refused as refused:
        usage = f'usage: {args[0]} [option] ... [-c cmd | -m mod | file | -] [arg] ...'
        words = f"{refused}\n{usage}\nTry `python -h' for more information."
        return None, '_commands:main', ['python-fails', words, '2'], True
    settings['python'], settings['told'] = options, args[1:]
    unbuffered, cwd = options['unbuffered'], settings['cwd']
    if shown := options['flags'].pop('version', 0):
        return None, '_commands:main', ['echo', 'Python ' + (sys.version if shown > 1 else '3.13.0')], True
    if 'inspect' in options['flags'] and (asks := _asks(kind, left, cwd)):
        settings['asks'] = *asks, 'quiet' in options['flags']
        return None, '_prompt:ask', ['-c' if kind else left[0] if left else '', *left[1:]], unbuffered
    if kind == 'c':
        code, *left = left
        return '<string>', code, ['-c', *left], unbuffered
    if kind == 'm':
        module, *left = left
        import _run_module
        try:
            folders = _run_module.folders(cwd, options['flags'], dict(settings['env']))
            found = _run_module.found(module, folders)
        except _run_module.Unreadable as error:
            return None, '_commands:main', ['python-fails', str(error), '1'], True
        if found is not None:
            settings['module'] = module
            return *found, [found[0], *left], unbuffered
        if _run_module.imports(module, folders):
            # What is imported on the way runs before it is known what is missing.
            settings['module'] = module
            return '<string>', '', ['-m', *left], unbuffered
        words = 'Relative module names not supported' if module.startswith('.') else f'No module named {module}'
        return None, '_commands:main', ['python-fails', f'{sys.executable}: {words}', '1'], True
    if not left or left[0] == '-':
        return None, '_commands:python_from_input', [left[0] if left else '', *left[1:]], unbuffered
    import _imports
    path = left[0] if left[0].startswith('/') else f'{cwd}/{left[0]}'
    node = _imports.file_at(path)
    if node is None and os.path.isdir(path):
        node = _imports.file_at(path + '/__main__.py')
        if node is None:
            words = f"{sys.executable}: can't find '__main__' module in {os.path.normpath(path)!r}"
            return None, '_commands:main', ['python-fails', words, '1'], True
        settings['folder'], path = path, os.path.normpath(path) + '/__main__.py'
    if number := _unreadable(path):
        words = f"{args[0]}: can't open file '{path}': [Errno {number}] {os.strerror(number)}"
        return None, '_commands:main', ['python-fails', words, '2'], True
    archive = archive_at(path)
    if archive is not None:
        try:
            read, text = True, archive.get_source('__main__')
        except ImportError:
            read, text = False, f"{sys.executable}: can't find '__main__' module in {os.path.normpath(path)!r}\n"
        settings['folder'], path = path, path + '/__main__.py'
    else:
        read, text = _frames.source(bytes(node.data), path)
    if not read:
        return None, '_commands:main', ['python-fails', text[:-1], '1'], True
    return path, text, left, unbuffered
