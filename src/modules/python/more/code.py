"""Interpreters that read and run lines, as the prompt does."""
import builtins as _builtins
import sys
import traceback
from codeop import CommandCompiler, compile_command

__all__ = ['InteractiveInterpreter', 'InteractiveConsole', 'interact', 'compile_command']


class InteractiveInterpreter:
    """Runs sources in a namespace."""

    def __init__(self, locals=None):
        self.locals = {'__name__': '__console__', '__doc__': None} if locals is None else locals
        self.compile = CommandCompiler()

    def runsource(self, source, filename='<input>', symbol='single'):
        """True: the source is not complete."""
        try:
            code = self.compile(source, filename, symbol)  #: 65
        except (OverflowError, SyntaxError, ValueError):
            self.showsyntaxerror(filename, source=source)  #: 68
            return False
        if code is None:
            return True
        self.runcode(code)  #: 76
        return False

    def runcode(self, code):
        try:
            exec(code, self.locals)  #: 92
        except SystemExit:
            raise
        except:
            self.showtraceback()  #: 96

    def showsyntaxerror(self, filename=None, **kwargs):
        try:
            kind, error, _ = sys.exc_info()
            if filename and issubclass(kind, SyntaxError):
                error.filename = filename
            self._showtraceback(kind, error, None, kwargs.pop('source', ''))  #: 115 self._showtraceback(typ, value, None, source)
        finally:
            kind = error = None

    def showtraceback(self):
        try:
            kind, error, where = sys.exc_info()
            # Without the frame of runcode().
            self._showtraceback(kind, error, where.tb_next, '')  #: 129 self._showtraceback(typ, value, tb.tb_next, '')
        finally:
            kind = error = where = None

    def _showtraceback(self, kind, error, where, source):
        error = error.with_traceback(where)
        sys.last_type, sys.last_value, sys.last_traceback = kind, error, error.__traceback__
        sys.last_exc = error
        if source and issubclass(kind, SyntaxError) and not error.text and error.lineno is not None:
            lines = source.splitlines()
            if error.lineno <= len(lines):
                error.text = lines[error.lineno - 1]
        if sys.excepthook is sys.__excepthook__:
            self._excepthook(kind, error, where)  #: 144 self._excepthook(typ, value, tb)
            return
        try:
            sys.excepthook(kind, error, where)  #: 149 sys.excepthook(typ, value, tb)
        except SystemExit:
            raise
        except BaseException as failed:
            failed.__context__ = None
            failed = failed.with_traceback(failed.__traceback__.tb_next)
            print('Error in sys.excepthook:', file=sys.stderr)
            sys.__excepthook__(type(failed), failed, failed.__traceback__)
            print(file=sys.stderr)
            print('Original exception was:', file=sys.stderr)
            sys.__excepthook__(kind, error, error.__traceback__)

    def _excepthook(self, kind, error, where):
        self.write(''.join(traceback.format_exception(kind, error, where)))  #: 165 self.write(''.join(lines))

    def write(self, data):
        sys.stderr.write(data)


class InteractiveConsole(InteractiveInterpreter):
    """An interpreter that asks for its lines by raw_input()."""

    def __init__(self, locals=None, filename='<console>', *, local_exit=False):
        super().__init__(locals)
        self.filename, self.local_exit = filename, local_exit
        self.resetbuffer()

    def resetbuffer(self):
        self.buffer = []

    def interact(self, banner=None, exitmsg=None):
        """Asks until the input ends."""
        lacked_first, lacked_second = not hasattr(sys, 'ps1'), not hasattr(sys, 'ps2')
        if lacked_first:
            sys.ps1 = '>>> '
        if lacked_second:
            sys.ps2 = '... '
        if banner is None:
            self.write(f'Python {sys.version} on {sys.platform}\nType "help", "copyright", "credits" or "license" for '
                       f'more information.\n({self.__class__.__name__})\n')
        elif banner:
            self.write(f'{banner}\n')  #: 234 self.write("%s\n" % str(banner))
        kept = {name: getattr(_builtins, name, None) for name in ('exit', 'quit')}
        if self.local_exit:
            for name in kept:
                setattr(_builtins, name, Quitter(name))
        try:
            more = False
            while True:
                try:
                    try:
                        line = self.raw_input(str(sys.ps2 if more else sys.ps1))  #: 266 line = «self.raw_input(prompt)»
                    except EOFError:
                        self.write('\n')
                        return
                    more = self.push(line)  #: 271
                except KeyboardInterrupt:
                    self.write('\nKeyboardInterrupt\n')
                    self.resetbuffer()
                    more = False
                except SystemExit as ending:
                    if not self.local_exit:
                        raise ending  #: 281 raise e
                    self.write('\n')
                    return
        finally:
            for name, value in kept.items():
                if value is not None:
                    setattr(_builtins, name, value)
            if lacked_first:
                del sys.ps1
            if lacked_second:
                del sys.ps2
            if exitmsg is None:
                self.write(f'now exiting {self.__class__.__name__}...\n')
            elif exitmsg != '':
                self.write(f'{exitmsg}\n')

    def push(self, line, filename=None, _symbol='single'):
        """Adds a line; True: the command is not complete."""
        self.buffer.append(line)
        source = '\n'.join(self.buffer)  #: 310 source = «"\n".join(self.buffer)»
        more = self.runsource(source, self.filename if filename is None else filename, symbol=_symbol)  #: 313 more = «self.runsource(source, filename, symbol=_symbol)»
        if not more:
            self.resetbuffer()
        return more

    def raw_input(self, prompt=''):
        return input(prompt)  #: 329


class Quitter:
    """`exit` of a console that ends by it alone."""

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f'Use {self.name} or Ctrl-D (i.e. EOF) to exit'

    def __call__(self, code=None):
        raise SystemExit(code)


def interact(banner=None, readfunc=None, local=None, exitmsg=None, local_exit=False):
    """A console in a namespace, whose lines `readfunc` gives."""
    console = InteractiveConsole(local, local_exit=local_exit)
    if readfunc is not None:
        console.raw_input = readfunc
    else:
        try:
            import readline
        except ImportError:
            pass
    console.interact(banner, exitmsg)
