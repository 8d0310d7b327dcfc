"""What `python -i` does: it runs what it was told to, then what comes on its input, command by command."""
import sys
import _frames
import _processes
import linecache
import re
import traceback
from codeop import CommandCompiler


def ask():
    """Asks for commands, in the names of the program, until the input ends."""
    import __main__
    kind, told, quiet = _processes.inherited()[1]['asks']
    names = __main__.__dict__
    names.pop('__file__', None)
    if kind:
        _begin(kind, told, names)
    elif not quiet:
        _say(f'Python {sys.version} on {sys.platform}\n'
             'Type "help", "copyright", "credits" or "license" for more information.\n')
    sys.ps1, sys.ps2 = '>>> ', '... '
    compiled, lines, number = CommandCompiler(), [], 0
    while True:
        sys.stdout.flush()
        _say(str(sys.ps2 if lines else sys.ps1))
        line = sys.stdin.readline()
        if not line:
            _say('\n')
            if not lines:
                return
        lines.append(line.removesuffix('\n'))
        if line and line[-1] != '\n':
            # The input ended within the line.
            continue
        source, name = '\n'.join(lines), f'<stdin>-{number}'
        try:
            code = _command(compiled, source, name, not line)
        except (OverflowError, SyntaxError, ValueError) as error:
            lines = []
            if isinstance(error, SyntaxError):
                error.filename = '<stdin>'
            _tell(error, None)
            continue
        if code is None:
            continue
        lines, number = [], number + 1
        _remember(name, source)
        try:
            _run(code, names)
        except SystemExit:
            raise
        except BaseException as error:
            _tell(error, error.__traceback__)


def _command(compiled, source, name, ended):
    """Its code; None: more lines belong to it."""
    if not ended:
        try:
            return compiled(source, name)
        except SyntaxError:
            pass
    # The place of an error is that in a whole line.
    return compile(source + '\n', name, 'single')


def _remember(name, source):
    """Tracebacks show the lines."""
    linecache.cache[name] = len(source), None, source.splitlines(True), name


def _begin(kind, told, names):
    """The program: `-c` and its text, or a file. It ends with what it raises, were it SystemExit."""
    text, file = told, '<string>'
    if kind == 'file':
        file = names['__file__'] = told
        with open(told, 'rb') as opened:
            read, text = _frames.source(opened.read(), file)
        if not read:
            _say(text)
            return
    else:
        _remember(file, text)
    try:
        code = compile(text, file, 'exec')
    except (SyntaxError, ValueError) as error:
        _tell(error, None)
        return
    try:
        _run(code, names)
    except BaseException as error:
        _tell(error, error.__traceback__)
    names.pop('__file__', None)


def _run(code, names):
    exec(code, names)


def _say(text):
    sys.stderr.write(text)
    sys.stderr.flush()


def _tell(error, where):
    """The report of what ended a command."""
    error = sys.last_exc = sys.last_value = error.with_traceback(where)
    sys.last_type, sys.last_traceback = type(error), where
    sys.stdout.flush()
    if sys.excepthook is sys.__excepthook__:
        # Their numbers are for linecache alone.
        _say(re.sub(r'File "<stdin>-\d+"', 'File "<stdin>"', ''.join(traceback.format_exception(error))))
    else:
        sys.excepthook(type(error), error, where)
