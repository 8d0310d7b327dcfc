"""The debugger: shows where the program stops and takes commands there."""
import bdb
import cmd
import inspect
import linecache
import os
import re
import sys
import traceback

from _pdb_breaks import BreakCommands, _rstr, find_first_executable_line, find_function
from _pdb_commands import Commands

__all__ = ['run', 'pm', 'Pdb', 'runeval', 'runctx', 'runcall', 'set_trace', 'post_mortem', 'help']
line_prefix = '\n-> '
_NAMES = '__pdb_convenience_variables'
_CONVENIENCE = re.compile(r'''("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|\$([^\W\d]\w*)''')


class Restart(Exception):
    """What a debugger begins a program anew with."""


class Pdb(BreakCommands, Commands, bdb.Bdb, cmd.Cmd):
    """Takes commands from `stdin`, or as `input()` does, and shows what they give."""
    MAX_CHAINED_EXCEPTION_DEPTH = 999
    commands_resuming = ['do_continue', 'do_step', 'do_next', 'do_return', 'do_quit', 'do_jump']

    def __init__(self, completekey='tab', stdin=None, stdout=None, skip=None, nosigint=False, readrc=True):
        bdb.Bdb.__init__(self, skip=skip)
        cmd.Cmd.__init__(self, completekey, stdin, stdout)
        if stdout:
            self.use_rawinput = 0
        self.prompt, self.nosigint, self.mainpyfile = '(Pdb) ', nosigint, ''
        self.identchars = cmd.Cmd.identchars + '=.[](),"\'+-*/%@&|<>~^'
        self.aliases, self.displaying, self.tb_lineno = {}, {}, {}
        self.rcLines, self.curframe = [], None
        for path in ('~/.pdbrc', '.pdbrc') if readrc else ():
            try:
                with open(os.path.expanduser(path), encoding='utf-8') as file:
                    self.rcLines.extend(file)
            except OSError:
                pass
        # Of a breakpoint's number: its commands, whether to ask for more behind them, whether to tell of the place.
        self.commands, self.commands_doprompt, self.commands_silent = {}, {}, {}
        self.commands_defining, self.commands_bnum = False, None
        self._chained_exceptions, self._chained_exception_index = (), 0

    def reset(self):
        bdb.Bdb.reset(self)
        self.forget()

    def forget(self):
        if self.curframe:
            self.curframe.f_globals.pop(_NAMES, None)
        self.lineno, self.stack, self.curindex, self.curframe = None, [], 0, None
        self.tb_lineno.clear()

    def setup(self, f, tb):
        self.forget()
        self.stack, self.curindex = self.get_stack(f, tb)
        while tb:
            self.tb_lineno[tb.tb_frame] = tb.tb_lineno
            tb = tb.tb_next
        self._enter(self.curindex)
        if self._chained_exceptions:
            self.set_convenience_variable(self.curframe, '_exception',
                                          self._chained_exceptions[self._chained_exception_index])
        if self.rcLines:
            self.cmdqueue = [line for line in self.rcLines if line.strip() and not line.strip().startswith('#')]
            self.rcLines = []

    def _enter(self, number):
        self.curindex, self.curframe = number, self.stack[number][0]
        self.curframe_locals = self.curframe.f_locals
        self.set_convenience_variable(self.curframe, '_frame', self.curframe)

    def user_call(self, frame, argument_list):
        if self.stop_here(frame):
            self.message('--Call--')
            self.interaction(frame, None)

    def user_line(self, frame):
        if self.bp_commands(frame):
            self.interaction(frame, None)

    user_opcode = user_line

    def bp_commands(self, frame):
        """Does what is to be done at the breakpoint; gives whether the user is to be asked as always."""
        number = getattr(self, 'currentbp', False)
        if not number or number not in self.commands:
            return 1
        self.currentbp, before = 0, self.lastcmd
        self.setup(frame, None)
        for line in self.commands[number]:
            self.onecmd(line)
        self.lastcmd = before
        if not self.commands_silent[number]:
            self.print_stack_entry(self.stack[self.curindex])
        if self.commands_doprompt[number]:
            self._cmdloop()
        self.forget()

    def user_return(self, frame, return_value):
        frame.f_locals['__return__'] = return_value
        self.set_convenience_variable(frame, '_retval', return_value)
        self.message('--Return--')
        self.interaction(frame, None)

    def user_exception(self, frame, exc_info):
        kind, exc, tb = exc_info
        frame.f_locals['__exception__'] = kind, exc
        self.set_convenience_variable(frame, '_exception', exc)
        internal = 'Internal ' if not tb and kind is StopIteration else ''
        self.message(internal + self._format_exc(exc))
        self.interaction(frame, tb)

    def _cmdloop(self):
        while True:
            try:
                return self.cmdloop()
            except KeyboardInterrupt:
                self.message('--KeyboardInterrupt--')

    def _show_display(self):
        shown = self.displaying.get(self.curframe, {})
        for expr, before in shown.items():
            now = self._getval_except(expr)
            if now is not before and now != before:
                shown[expr] = now
                self.message(f'display {expr}: {self._safe_repr(now, expr)}  [old: {self._safe_repr(before, expr)}]')

    def _chain(self, exc):
        chain = []
        while exc is not None and exc not in chain and len(chain) < self.MAX_CHAINED_EXCEPTION_DEPTH:
            chain.append(exc)
            cause = exc.__cause__
            exc = cause if cause is not None or exc.__suppress_context__ else exc.__context__
        return tuple(reversed(chain))

    def interaction(self, frame, tb_or_exc):
        tb = tb_or_exc
        if isinstance(tb_or_exc, BaseException):
            tb = tb_or_exc.__traceback__
            assert tb is not None, 'main exception must have a traceback'
            self._chained_exceptions = self._chain(tb_or_exc)
            self._chained_exception_index = len(self._chained_exceptions) - 1
        self.setup(frame, tb)
        # The place is told of when the user is asked, not where commands stand in the queue that go on.
        self.cmdqueue.append('_pdbcmd_print_frame_status')
        self._cmdloop()
        if self.cmdqueue and self.cmdqueue[-1] == '_pdbcmd_print_frame_status':
            self.cmdqueue.pop()
        self.forget()
        self._chained_exceptions, self._chained_exception_index = (), 0

    def displayhook(self, obj):
        if obj is not None:
            self.message(repr(obj))

    def _read_block(self, line):
        """Further lines of a statement, until it is whole; None: there are no more."""
        from codeop import compile_command
        code, source = compile_command(line + '\n', '<stdin>', 'single'), line
        while code is None and (code := compile_command(source, '<stdin>', 'single')) is None:
            if self.use_rawinput:
                try:
                    more = input('...   ')
                except (EOFError, KeyboardInterrupt):
                    self.lastcmd = ''
                    return print('\n')
            else:
                self.stdout.write('...   ')
                self.stdout.flush()
                more = self.stdin.readline()
                if not more:
                    self.lastcmd = ''
                    return print(file=self.stdout)
                more = more.rstrip('\r\n')
            source += '\n' + more
        return code

    def _exec(self, code):
        names, local = self.curframe.f_globals, self.curframe_locals
        if not any(hasattr(const, 'co_consts') for const in code.co_consts) or local is names:
            return exec(code, names, local)
        # Functions within see the frame's variables as their globals.
        seen = {**names, **local}
        before = dict(seen)
        try:
            exec(code, seen)
        finally:
            for name, value in seen.items():
                if name != '__builtins__' and (name not in before or before[name] is not value):
                    local[name] = value

    def default(self, line):
        if line[:1] == '!':
            line = line[1:].strip()
        try:
            code = self._read_block(line)
            if code is None:
                return
            streams = sys.stdin, sys.stdout, sys.displayhook
            try:
                sys.stdin, sys.stdout, sys.displayhook = self.stdin, self.stdout, self.displayhook
                self._exec(code)
            finally:
                sys.stdin, sys.stdout, sys.displayhook = streams
        except BaseException:
            self._error_exc()

    def precmd(self, line):
        """The line with aliases and `$names` replaced; what stands behind `;;` comes next."""
        if not line.strip():
            return line
        args = line.split()
        while args[0] in self.aliases:
            name, line = args[0], self.aliases[args[0]]
            for at in range(1, 10):
                if f'%{at}' in line:
                    if at >= len(args):
                        self.error(f"Not enough arguments for alias '{name}'")
                        return '!'
                    line = line.replace(f'%{at}', args[at])
                elif '%*' not in line:
                    if at < len(args):
                        self.error(f"Too many arguments for alias '{name}'")
                        return '!'
                    break
            line = line.replace('%*', ' '.join(args[1:]))
            args = line.split()
        if args[0] != 'alias':
            line, marker, more = line.partition(';;')
            if marker:
                line = line.rstrip()
                self.cmdqueue.insert(0, more.lstrip())
        return _CONVENIENCE.sub(lambda found: found[1] or f'{_NAMES}["{found[2]}"]', line)

    def onecmd(self, line):
        if self.commands_defining:
            return self.handle_command_def(line)
        if line == '_pdbcmd_print_frame_status':
            self.print_stack_entry(self.stack[self.curindex])
            return self._show_display()
        return cmd.Cmd.onecmd(self, line)

    def handle_command_def(self, line):
        name, arg, line = self.parseline(line)
        if not name:
            return False
        if name == 'silent':
            self.commands_silent[self.commands_bnum] = True
            return False
        if name == 'end':
            return True
        self.commands[self.commands_bnum].append(f'{name} {arg}' if arg else name)
        if getattr(self, 'do_' + name, self.default).__name__ in self.commands_resuming:
            self.commands_doprompt[self.commands_bnum] = False
            return True
        return False

    def message(self, msg, end='\n'):
        print(msg, end=end, file=self.stdout)

    def error(self, msg):
        print('***', msg, file=self.stdout)

    def set_convenience_variable(self, frame, name, value):
        frame.f_globals.setdefault(_NAMES, {})[name] = value

    def print_stack_trace(self):
        for entry in self.stack:
            self.print_stack_entry(entry)

    def print_stack_entry(self, frame_lineno, prompt_prefix=None):
        mark = '> ' if frame_lineno[0] is self.curframe else '  '
        self.message(mark + self.format_stack_entry(frame_lineno, prompt_prefix or line_prefix))

    def defaultFile(self):
        filename = self.curframe.f_code.co_filename
        return self.mainpyfile if filename == '<string>' and self.mainpyfile else filename

    def lookupmodule(self, filename):
        """The path of a file or module that is looked for along `sys.path`."""
        if not filename.endswith('.py'):
            filename = filename.replace('.', os.sep) + '.py'
        paths = [filename] if os.path.isabs(filename) else [os.path.join(folder, filename) for folder in sys.path]
        return next(filter(os.path.exists, paths), None)

    def lineinfo(self, identifier):
        quoted = identifier.split("'")
        parts = quoted[len(quoted) // 2].strip().split('.') if len(quoted) in (1, 3) else ['']
        if parts[0] == 'self':
            del parts[0]
        if not parts or not parts[0]:
            return None, None, None
        filename = self.lookupmodule(parts[0]) if len(parts) > 1 else None
        found = find_function(parts[min(len(parts), 2) - 1], self.canonic(filename or self.defaultFile()))
        return found or (None, None, None)

    def checkline(self, filename, lineno):
        frame = self.curframe
        line = linecache.getline(filename, lineno, frame.f_globals if frame else None)
        if not line:
            self.message('End of file')
            return 0
        line = line.strip()
        if not line or line[0] == '#' or line[:3] in ('"""', "'''"):
            self.error('Blank or comment')
            return 0
        return lineno

    def _format_exc(self, exc):
        return traceback.format_exception_only(exc)[-1].strip()

    def _compile_error_message(self, expr):
        try:
            compile(expr, '<stdin>', 'eval')
        except SyntaxError as err:
            return _rstr(self._format_exc(err))
        return ''

    def _getval(self, arg):
        try:
            return eval(arg, self.curframe.f_globals, self.curframe_locals)
        except BaseException:
            self._error_exc()
            raise

    def _getval_except(self, arg, frame=None):
        try:
            return eval(arg, (frame or self.curframe).f_globals, frame.f_locals if frame else self.curframe_locals)
        except BaseException as err:
            return _rstr(f'** raised {self._format_exc(err)} **')

    def _error_exc(self):
        self.error(self._format_exc(sys.exception()))

    def _safe_repr(self, obj, expr):
        try:
            return repr(obj)
        except Exception as err:
            return _rstr(f'*** repr({expr}) failed: {self._format_exc(err)} ***')

    def _getsourcelines(self, obj):
        lines, first = inspect.getsourcelines(obj)
        return lines, max(1, first)

    def _print_lines(self, lines, start, breaks=(), frame=None):
        current, raised = (frame.f_lineno, self.tb_lineno.get(frame, -1)) if frame else (-1, -1)
        for number, line in enumerate(lines, start):
            mark = '->' if number == current else '>>' if number == raised else ''
            self.message(f"{number:>3}".ljust(4) + ('B' if number in breaks else ' ') + mark + '\t' + line.rstrip())

    def _usage(self, command, arg):
        self.error(f'Invalid argument: {arg}')
        self.message(self._help_message_from_doc(command.__doc__, True))

    def _help_message_from_doc(self, doc, usage_only=False):
        usage, _, about = inspect.cleandoc(doc).partition('\n\n')
        lines = [('       ' if at else 'Usage: ') + line.strip() for at, line in enumerate(usage.splitlines())]
        if about and not usage_only:
            lines += ['', *about.splitlines()]
        return '\n'.join(' ' * len(self.prompt) + line.strip('\n') for line in lines)


def run(statement, globals=None, locals=None):
    Pdb().run(statement, globals, locals)


def runeval(expression, globals=None, locals=None):
    return Pdb().runeval(expression, globals, locals)


def runctx(statement, globals, locals):
    run(statement, globals, locals)


def runcall(*args, **kwds):
    return Pdb().runcall(*args, **kwds)


def set_trace(*, header=None):  #: -
    debugger = Pdb()
    if header is not None:
        debugger.message(header)
    debugger.set_trace(bdb._caller())


def post_mortem(t=None):
    _post_mortem(t, Pdb())


def _post_mortem(t, pdb_instance):
    if t is None:
        t = getattr(sys.exception(), '__traceback__', None)
    if t is None or isinstance(t, BaseException) and t.__traceback__ is None:
        raise ValueError('A valid traceback must be passed if no exception is being handled')
    pdb_instance.reset()
    pdb_instance.interaction(None, t)


def pm():
    post_mortem(sys.last_exc)


def help():
    print(__doc__)
