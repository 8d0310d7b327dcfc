"""A small `sh`, as dash is: commands run, streams led elsewhere, subshells and jobs."""
import os
import signal
import subprocess
import sys
from contextlib import contextmanager
import _descriptors
import _processes
from _command_lines import Failed, say
from _shell_builtins import FLAGS, LONG, Builtins, _path_of
from _shell_syntax import Parser, Problem
from _shell_words import Fatal, Words


class Exit(Exception):
    """The shell ends with this status; the second: without its trap."""


class Leave(Exception):
    """`break`, `continue` and `return`: what is left, and how many loops or the status."""


_DEATHS = {1: 'Hangup', 3: 'Quit', 4: 'Illegal instruction', 6: 'Aborted', 8: 'Floating point exception', 9: 'Killed',
           10: 'User defined signal 1', 11: 'Segmentation fault', 12: 'User defined signal 2', 14: 'Alarm clock',
           15: 'Terminated'}
# How many calls of functions stand within each other, and as many frames as they take here.
_DEEPEST, _FRAMES = 1000, 30_000


def main(name, args):
    sys.setrecursionlimit(_FRAMES)
    state = _processes.inherited()[1].get('state')
    if state is not None:
        return Shell(name, (), '', eval(state)).run_handed()
    flags, command, from_input, is_bash = '', False, False, name.endswith('bash')
    while args and args[0][:1] in ('-', '+') and len(args[0]) > 1:
        letters = args.pop(0)
        if letters == '--':
            break
        if letters.startswith('--') and is_bash:
            continue
        for letter in letters[1:]:
            if letter == 'o':
                letter = LONG.get(args.pop(0) if args else '')
            if letter is None or letter not in FLAGS + 'csil':
                say(f'{name}: 0: Illegal option {letters[0]}{letter or "o"}')
                return 2
            command, from_input = command or letter == 'c', from_input or letter == 's'
            flags += letter if letter in FLAGS else ''
    if command:
        if not args:
            say(f'{name}: 0: -c requires an argument')
            return 2
        text, *rest = args
        return Shell(rest[0] if rest else name, rest[1:], flags, is_bash=is_bash).run(text)
    if not args or from_input:
        return Shell(name, args, flags, is_bash=is_bash).run(sys.stdin.read())
    try:
        with open(args[0]) as file:
            text = file.read()
    except OSError as exc:
        say(f'{name}: 0: cannot open {args[0]}: {"No such file" if exc.errno == 2 else exc.strerror}')
        return 2
    return Shell(args[0], args[1:], flags, is_bash=is_bash).run(text)


class _Out:
    """A standard stream of the shell's own commands that goes to a file, or nowhere."""

    def __init__(self, file):
        self.file = self.buffer = file

    def write(self, text):
        self.file.write(text.encode('utf-8', 'surrogateescape'))

    def flush(self):
        pass


class _Nowhere(_Out):
    """Standard output that has been closed: what is written is lost, and that is known."""

    def __init__(self):
        self.buffer, self.lost = self, False

    def write(self, text):
        self.lost = True


class _Subshell(subprocess.Popen):
    def __init__(self, shell, items, streams, shown):
        self._state = repr(shell.state(items))
        super().__init__(['sh', '-c', shown], **streams)


class Shell(Words, Builtins):
    def __init__(self, name='sh', args=(), flags='', handed=None, is_bash=False):
        self.name, self.args, self.flags, self.is_bash = name, list(args), flags, is_bash
        self.variables = dict(os.environ)
        self.exported, self.readonly, self.functions = set(self.variables), set(), {}
        self.variables.setdefault('IFS', ' \t\n')
        self.variables.update(PWD=os.getcwd(), PPID=str(os.getppid()), OPTIND='1')
        self.status, self.line, self.pid = 0, 1, os.getpid()
        self.jobs, self.last_job, self.locals = {}, None, []
        self.traps, self.pending, self.trapped, self.tested, self.loops = {}, [], None, 0, 0
        self.streams = {0: 0, 1: 1, 2: 2}
        self.handed, self.tracked = None, set()
        # The numbers of what its parent has handed to it.
        self.given = frozenset(number for number, thing in _descriptors.table.items()
                               if number > 2 and isinstance(getattr(thing, '_end', None), _processes.PipeEnd))
        if handed is not None:
            (self.handed, self.name, self.args, self.flags, self.is_bash, self.variables, exported, readonly, self.functions,
             self.status, self.line, self.pid, self.last_job) = handed
            self.exported, self.readonly = set(exported), set(readonly)

    def state(self, items):
        flags = self.flags.replace('e', '') if self.tested else self.flags
        return (items, self.name, self.args, flags, self.is_bash, self.variables, sorted(self.exported),
                sorted(self.readonly), self.functions, self.status, self.line, self.pid, self.last_job)

    def warn(self, words):
        say(f'{self.prefix()}: {words}')

    def prefix(self):
        return f'{self.name}: {"line " if self.is_bash else ""}{self.line}'

    def fatal(self, words, status=2):
        self.warn(words)
        raise Fatal(status)

    # Whole texts.

    def run(self, text):
        """Runs a text; its status."""
        return self.to_the_end(lambda: self.source(text))

    def run_handed(self):
        """What a shell has handed to its subshell."""
        return self.to_the_end(lambda: self.list(self.handed))

    def to_the_end(self, body):
        traps_too = True
        try:
            body()
        except Exit as exit:
            self.status, *rest = exit.args
            traps_too = not rest
        except Fatal as fatal:
            self.status = fatal.args[0]
        except Leave as leave:
            self.status = leave.args[1] if leave.args[0] == 'return' else self.status
        if traps_too and (text := self.traps.pop('EXIT', None)):
            self.to_the_end(lambda: self.keeping_status(text))
        sys.stdout.flush()
        return self.status

    def source(self, text):
        parser = Parser(text)
        try:
            while (items := parser.line()) is not None:
                self.list(items)
        except Problem as problem:
            say(f'{self.name}: {problem.line}: {problem.words}')
            raise Fatal(2) from None

    # Lists.

    def list(self, items):
        for background, joined, text in items:
            if background:
                self.begin_job(joined, text)
            else:
                self.and_or(joined)

    def and_or(self, joined):
        if 'n' in self.flags:
            return
        for at, (connector, (turned, commands)) in enumerate(joined):
            if connector == '&&' and self.status or connector == '||' and not self.status:
                continue
            last = at == len(joined) - 1
            self.tested += not last or turned
            try:
                if len(commands) == 1:
                    self.status = self.command(commands[0])
                else:
                    self.status = self.piped(commands)
            finally:
                self.tested -= not last or turned
            if turned:
                self.status = int(not self.status)
            elif last and self.status and 'e' in self.flags and not self.tested:
                raise Exit(self.status)
            self.run_traps()

    def condition(self, items):
        self.tested += 1
        try:
            self.list(items)
        finally:
            self.tested -= 1
        return self.status

    def run_traps(self):
        while self.pending:
            if text := self.traps.get(self.pending.pop(0)):
                self.keeping_status(text)

    def keeping_status(self, text):
        """What a trap does leaves the status as it was; so does an `exit` without one."""
        self.trapped = status = self.status
        self.source(text)
        self.status, self.trapped = status, None

    # Processes.

    def popen_streams(self, **changed):
        streams = {}
        for number, name in enumerate(('stdin', 'stdout', 'stderr')):
            found = self.streams.get(number)
            streams[name] = None if found == number else subprocess.DEVNULL if found is None else found
        return {**streams, 'pass_fds': tuple(self.given), **changed}

    def environment(self):
        return {name: self.variables[name] for name in self.variables if name in self.exported}

    def external(self, words, **changed):
        """Starts a program; None and a status where it is not to be had."""
        sys.stdout.flush()
        self.tracked.add(words[0])
        try:
            return subprocess.Popen(words, env=self.environment(), **self.popen_streams(**changed)), 0
        except OSError as exc:
            if exc.errno == 8:
                text = ['/bin/sh', _path_of(self, words[0]), *words[1:]]
                return subprocess.Popen(text, env=self.environment(), **self.popen_streams(**changed)), 0
            missing = 'command not found' if self.is_bash else 'not found'
            self.warn(f'{words[0]}: {missing if exc.errno == 2 else exc.strerror}')
            # What dash has not found is as good as not there, whatever was in its way.
            return None, 126 if exc.errno != 2 and (self.is_bash or '/' in words[0]) else 127

    def becomes(self, items):
        """The words of the program in whose place a subshell would do nothing else; None where it has more to do."""
        if len(items) > 1 or items[0][0] or len(items[0][1]) > 1:
            return None
        turned, commands = items[0][1][0][1]
        if turned or len(commands) > 1 or commands[0][0] != 'simple' or not _is_plain(commands[0]) or commands[0][4]:
            return None
        from _programs import lasts
        words = self.expand(commands[0][3])
        return words if words[0] not in self.functions and not self.builtin(words[0]) and lasts(words) else None

    def subshell(self, items, shown='…', **changed):
        sys.stdout.flush()
        if words := self.becomes(items):
            return self.external(words, **changed)[0]
        return _Subshell(self, items, {'env': self.environment(), **self.popen_streams(**changed)}, shown)

    def begin(self, command, **changed):
        """A command as a process of its own, the status if there is none, and what can be read of a pipe behind it."""
        if command[0] == 'simple' and _is_plain(command):
            _, self.line, _, words, files = command
            words = self.expand(words)
            if words[0] not in self.functions and not self.builtin(words[0]):
                return self.begin_program(words, files, changed)
        # A subshell is a process already.
        items = command[1] if command[0] == 'subshell' and not command[-1] else [(False, [(';', (False, [command]))], '')]
        process = self.subshell(items, _shown(command), **changed)
        return process, 0, process.stdout if process is not None else None

    def begin_program(self, words, files, changed):
        with self.piped_through(files, changed) as output:
            before = self.streams
            with self.redirected(files) as failed:
                if failed:
                    return None, 2, output
                for number, name in enumerate(('stdin', 'stdout', 'stderr')):
                    if self.streams.get(number) != before.get(number):
                        changed.pop(name, None)
                process, status = self.external(words, **changed)
        return process, status, output or getattr(process, 'stdout', None)

    @contextmanager
    def piped_through(self, files, changed):
        """Where a stream is led to another (`2>&1`), a command's pipe has to be there before; gives its reading end."""
        before = self.streams
        if changed.get('stdout') != subprocess.PIPE or all(mark != '>&' for _, mark, _ in files):
            yield None
            return
        reading, writing = os.pipe()
        del changed['stdout']
        self.streams = {**before, 1: open(writing, 'wb', 0)}
        try:
            yield open(reading, 'rb', 0)
        finally:
            self.streams, pipe = before, self.streams[1]
            self.lead()
            pipe.close()

    def ended(self, process, quiet=False):
        """Waits for a process; its status."""
        code = process.wait()
        if code < 0 and not quiet and -code in _DEATHS:
            say(_DEATHS[-code])
        return 128 - code if code < 0 else code

    def piped(self, commands):
        processes, before, statuses = [], None, []
        for at, command in enumerate(commands):
            changed = {} if before is None else {'stdin': before}
            if at < len(commands) - 1:
                changed['stdout'] = subprocess.PIPE
            process, status, output = self.begin(command, **changed)
            if hasattr(before, 'close'):
                before.close()
            before = output or subprocess.DEVNULL
            processes.append(process)
            statuses.append(status)
        for at, process in enumerate(processes):
            if process is not None:
                statuses[at] = self.ended(process, at < len(processes) - 1)
        return statuses[-1]

    def begin_job(self, joined, text):
        turned, commands = joined[0][1]
        if len(joined) == 1 and len(commands) == 1 and not turned:
            process, _, _ = self.begin(commands[0], stdin=subprocess.DEVNULL)
        else:
            process = self.subshell([(False, joined, text)], text, stdin=subprocess.DEVNULL)
        self.status = 0
        if process is not None:
            self.jobs[process.pid] = process
            self.last_job = process.pid

    def output_of(self, items):
        """What a command writes, for `$(…)`."""
        process = self.subshell(items, items[0][2] if items else '', stdout=subprocess.PIPE)
        data = process.stdout.read()
        process.stdout.close()
        self.status = self.ended(process, True)
        self.substituted_status = self.status
        return data.replace(b'\0', b'').decode('utf-8', 'surrogateescape')

    # Redirections.

    @contextmanager
    def redirected(self, files, lasting=False):
        """Leads streams elsewhere; gives whether that failed."""
        before, opened = self.streams, []
        if not files:
            yield False
            return
        try:
            self.streams = dict(before)
            failed = not all(self.redirect(number, mark, word, opened) for number, mark, word in files)
            if failed:
                self.streams = before
            self.lead()
            yield failed
        finally:
            if not lasting:
                sys.stdout.flush()
                self.streams = before
                self.lead()
                for file in opened:
                    file.close()

    def redirect(self, number, mark, word, opened):
        text = self.text(word)
        if mark in ('>&', '<&'):
            if text == '-':
                self.streams[number] = None
            elif text.isdigit():
                other = int(text)
                if other in self.given and other not in self.streams:
                    self.streams[other] = open(other, 'wb' if mark == '>&' else 'rb', 0, closefd=False)
                if self.streams.get(other) is None:
                    self.warn(f'{text}: Bad file descriptor')
                    return False
                self.streams[number] = self.streams[other]
            else:
                self.fatal('Syntax error: Bad fd number')
            return True
        try:
            if mark == '<<':
                file = _document(text)
            else:
                file = open(text, {'<': 'rb', '>>': 'ab', '<>': 'r+b'}.get(mark, 'wb'), 0)
        except OSError as exc:
            # Those before it hold already.
            self.lead()
            if mark in ('<', '<>'):
                self.warn(f'cannot open {text}: {"No such file" if exc.errno == 2 else exc.strerror}')
            else:
                self.warn(f'cannot create {text}: {"Directory nonexistent" if exc.errno == 2 else exc.strerror}')
            return False
        opened.append(file)
        self.streams[number] = file
        return True

    def lead(self):
        """The shell's own commands write where its streams go."""
        own = {1: sys.__stdout__, 2: sys.__stderr__}
        sys.stdout, sys.stderr = (
            own[found] if found in (1, 2) else _Nowhere() if found is None or found == 0 else _Out(found)
            for found in (self.streams.get(1), self.streams.get(2)))

    # Commands.

    def command(self, command):
        kind, files = command[0], command[-1]
        if kind == 'simple':
            return self.simple(*command[1:])
        if kind == 'function':
            self.functions[command[1]] = command[2]
            return 0
        with self.redirected(files) as failed:
            if failed:
                return 2
            if kind == 'subshell':
                return self.ended(self.subshell(command[1], _shown(command)))
            # A list that does nothing has succeeded.
            status = getattr(self, 'run_' + kind)(*command[1:-1])
            return self.status if status is None else status

    def run_group(self, items):
        self.list(items)

    def run_if(self, branches, other):
        for condition, body in branches:
            if not self.condition(condition):
                self.list(body)
                return None
        if not other:
            return 0
        self.list(other)

    def run_for(self, name, words, body):
        status = 0
        for value in list(self.args) if words is None else self.expand(words):
            self.assign(name, value)
            if not self.once(body):
                return self.status
            status = self.status
        return status

    def run_while(self, turned, condition, body):
        status = 0
        while bool(self.condition(condition)) == turned:
            if not self.once(body):
                return self.status
            status = self.status
        return status

    def once(self, body):
        """A turn of a loop; whether the loop goes on."""
        self.loops += 1
        try:
            self.list(body)
        except Leave as leave:
            kind, count = leave.args
            if kind == 'return':
                raise
            self.status = 0
            if count > 1:
                raise Leave(kind, count - 1) from None
            return kind == 'continue'
        finally:
            self.loops -= 1
        return True

    def run_case(self, subject, branches):
        text = self.text(subject)
        for patterns, body in branches:
            if any(self.pattern(word).fullmatch(text) for word in patterns):
                self.status = 0
                self.list(body)
                return None
        return 0

    def assign(self, name, value):
        if name in self.readonly:
            self.fatal(f'{name}: is read only')
        self.variables[name] = value
        if 'a' in self.flags:
            self.exported.add(name)

    def simple(self, line, given, words, files):
        self.line, self.substituted_status = line, None
        words = self.expand(words)
        name = words[0] if words else None
        with self.redirected(files, lasting=words == ['exec']) as failed:
            if failed:
                if self.is_special(name):
                    raise Fatal(2)
                return 2
            if name is None or self.is_special(name) and name != 'exec':
                self.trace(self.assigned(given) + words)
                return self.run_builtin(self.builtin(name), words) if words else self.substituted_status or 0
            with self.lent(given) as shown:
                self.trace(shown + words)
                if name in self.functions:
                    return self.call(self.functions[name], words[1:])
                if builtin := self.builtin(name):
                    return self.run_builtin(builtin, words)
                process, status = self.external(words)
                return status if process is None else self.ended(process)

    def assigned(self, given):
        """Assigns one after the other: each sees those before it. What `set -x` shows of them."""
        shown = []
        for name, word in given:
            value = self.text(word)
            self.assign(name, value)
            shown.append(f'{name}={value}')
        return shown

    @contextmanager
    def lent(self, given):
        """Variables as long as a command runs: what stands before it."""
        before = {name: (self.variables.get(name), name in self.exported) for name, _ in given}
        try:
            shown = self.assigned(given)
            self.exported.update(before)
            yield shown
        finally:
            for name, (value, exported) in before.items():
                self.put_back(name, value)
                if not exported:
                    self.exported.discard(name)

    def put_back(self, name, value):
        if value is None:
            self.variables.pop(name, None)
        else:
            self.variables[name] = value

    def trace(self, words):
        if 'x' in self.flags and words:
            say('+', *words)

    def run_builtin(self, builtin, words):
        try:
            status = builtin(self, words[1:])
        except Failed as failed:
            status = failed.args[0]
        if isinstance(sys.stdout, _Nowhere) and sys.stdout.lost:
            sys.stdout.lost, status = False, 1
            self.warn(f'{words[0]}: write error: Bad file descriptor' if self.is_bash else f'{words[0]}: {words[0]}: I/O error')
        sys.stdout.flush()
        return status or 0

    def call(self, body, args):
        if len(self.locals) == _DEEPEST:
            self.fatal(f'Maximum function recursion depth ({_DEEPEST}) reached')
        before, self.args = self.args, list(args)
        self.locals.append({})
        try:
            self.status = self.command(body)
        except Leave as leave:
            if leave.args[0] != 'return':
                raise
            self.status = leave.args[1]
        finally:
            self.args = before
            for name, value in self.locals.pop().items():
                self.put_back(name, value)
        return self.status

    def heed(self, name, text):
        """`trap`: what a signal does from now on."""
        number = getattr(signal, 'SIG' + name)
        if text is None:
            self.traps.pop(name, None)
            signal.signal(number, signal.SIG_DFL)
            return
        self.traps[name] = text
        signal.signal(number, (lambda *_: self.pending.append(name)) if text else signal.SIG_IGN)


def _is_plain(command):
    """Whether a command's words can be expanded before its process begins: nothing runs for them, or is set."""
    _, _, given, words, _ = command
    plain = not any(part[0] == 'cmd' or part[0] == 'math' or part[0] == 'param' and part[3] for word in words for part in word)
    return plain and not given and words and all(part[0] == 'text' for part in words[0])


def _document(text):
    """A file of which nobody knows the name."""
    name = f'/tmp/.here-document-{os.getpid()}'
    with open(name, 'wb') as file:
        file.write(text.encode('utf-8', 'surrogateescape'))
    file = open(name, 'rb', 0)
    os.remove(name)
    return file


def _shown(command):
    """A command in short, as its process's name."""
    if command[0] == 'simple':
        return ' '.join(''.join(part[2] if part[0] == 'text' else '$' + str(part[2]) if part[0] == 'param' else '$(…)'
                                for part in word) for word in command[3]) or '…'
    if command[0] in ('subshell', 'group') and command[1]:
        return command[1][0][2]
    return command[0] + ' …'
