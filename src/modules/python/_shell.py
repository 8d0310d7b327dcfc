"""A small `sh`: lists, pipelines, redirections, variables, `if`, `for`, `while`, command substitution."""
import os
import sys
import _frames

_OPERATORS = ('&&', '||', ';;', '>>', '2>&1', '>&2', '1>&2', '&>', '2>>', '2>', ';', '|', '&', '<', '>', '(', ')', '\n')
_WORDS = ('if', 'then', 'elif', 'else', 'fi', 'for', 'in', 'do', 'done', 'while', 'until', '!', '{', '}')


class _Exit(Exception):
    pass


class _Syntax(Exception):
    pass


class _Break(Exception):
    pass


def _tokens(text):
    """Operators as text, words as lists of (quoted, piece)."""
    found, word, at = [], None, 0

    def end():
        nonlocal word
        if word is not None:
            found.append(word)
            word = None
    while at < len(text):
        c = text[at]
        if c in ' \t':
            end()
            at += 1
        elif c == '#' and word is None:
            while at < len(text) and text[at] != '\n':
                at += 1
        elif c == '\\' and at + 1 < len(text):
            if text[at + 1] != '\n':
                word = (word or []) + [("'", text[at + 1])]
            at += 2
        elif c == "'":
            close = text.find("'", at + 1)
            if close < 0:
                raise _Syntax('Unterminated quoted string')
            word = (word or []) + [("'", text[at + 1:close])]
            at = close + 1
        elif c == '"':
            at, piece = at + 1, ''
            while at < len(text) and text[at] != '"':
                if text.startswith('$(', at):
                    close = _closing(text, at + 1)
                    piece += text[at:close]
                    at = close
                    continue
                if text[at] == '`':
                    at, inner = _back_quoted(text, at)
                    piece += inner
                    continue
                if text[at] == '\\' and text[at + 1:at + 2] in ('"', '\\', '$', '`'):
                    piece += '\0' if text[at + 1] == '$' else text[at + 1]
                    at += 2
                    continue
                piece += text[at]
                at += 1
            if at >= len(text):
                raise _Syntax('Unterminated quoted string')
            word = (word or []) + [('"', piece)]
            at += 1
        elif c == '$' and text[at + 1:at + 2] == '(':
            close = _closing(text, at + 1)
            word = (word or []) + [('', text[at:close])]
            at = close
        elif c == '`':
            at, inner = _back_quoted(text, at)
            word = (word or []) + [('', inner)]
        elif text.startswith('<<', at):
            _frames.not_supported('«<<» in sh', 'the input of the process')
        else:
            operator = next((o for o in _OPERATORS if text.startswith(o, at)), None)
            if operator is not None and not (operator[0] in '12' and word is not None):
                end()
                found.append(operator)
                at += len(operator)
            else:
                word = word or []
                if word and word[-1][0] == '':
                    word[-1] = ('', word[-1][1] + c)
                else:
                    word.append(('', c))
                at += 1
    end()
    return found


def _closing(text, at):
    depth = 0
    while at < len(text):
        depth += (text[at] == '(') - (text[at] == ')')
        at += 1
        if not depth:
            return at
    raise _Syntax('end of file unexpected (expecting ")")')


def _back_quoted(text, at):
    """Where what stands in back quotes ends, and the same as `$(…)`."""
    close = text.find('`', at + 1)
    if close < 0:
        raise _Syntax('EOF in backquote substitution')
    return close + 1, f'$({text[at + 1:close]})'


class _Parser:
    def __init__(self, tokens):
        self.tokens, self.at = tokens, 0

    def peek(self):
        """An operator, a reserved word, a word (a list), or None."""
        if self.at >= len(self.tokens):
            return None
        token = self.tokens[self.at]
        if isinstance(token, list) and len(token) == 1 and token[0][0] == '' and token[0][1] in _WORDS:
            return token[0][1]
        return token

    def expect(self, wanted):
        found = self.peek()
        if found != wanted:
            shown = 'end of file' if found is None else f'"{found if isinstance(found, str) else found[0][1]}"'
            raise _Syntax(f'{shown} unexpected' + (f' (expecting "{wanted}")' if wanted else ''))
        self.at += 1

    def skip(self, *which):
        while self.peek() in which:
            self.at += 1

    def list(self, *ends):
        """[(connector, background, pipeline)]"""
        items, connector = [], ';'
        self.skip(';', '\n')
        while self.peek() is not None and self.peek() not in ends:
            pipeline = self.pipeline()
            token = self.peek()
            background = token == '&'
            items.append((connector, background, pipeline))
            if token in ('&&', '||', ';', '&', '\n'):
                self.at += 1
                self.skip('\n')
                connector = token if token in ('&&', '||') else ';'
                if connector == ';':
                    self.skip(';')
            elif token is not None and token not in ends:
                self.expect(None)
        return items

    def pipeline(self):
        turned = False
        if self.peek() == '!':
            turned = True
            self.at += 1
        commands = [self.command()]
        while self.peek() == '|':
            self.at += 1
            self.skip('\n')
            commands.append(self.command())
        return turned, commands

    def command(self):
        token = self.peek()
        if token == 'if':
            self.at += 1
            branches, other = [], []
            condition = self.list('then')
            self.expect('then')
            branches.append((condition, self.list('elif', 'else', 'fi')))
            while self.peek() == 'elif':
                self.at += 1
                condition = self.list('then')
                self.expect('then')
                branches.append((condition, self.list('elif', 'else', 'fi')))
            if self.peek() == 'else':
                self.at += 1
                other = self.list('fi')
            self.expect('fi')
            return 'if', branches, other, self.redirections()
        if token in ('while', 'until'):
            self.at += 1
            condition = self.list('do')
            self.expect('do')
            body = self.list('done')
            self.expect('done')
            return 'while', token == 'until', condition, body, self.redirections()
        if token == 'for':
            self.at += 1
            name = self.peek()
            self.at += 1
            words = [[('', '"$@"')]]
            self.skip('\n')
            if self.peek() == 'in':
                self.at += 1
                words = []
                while isinstance(self.peek(), list):
                    words.append(self.peek())
                    self.at += 1
            self.skip(';', '\n')
            self.expect('do')
            body = self.list('done')
            self.expect('done')
            return 'for', name[0][1], words, body, self.redirections()
        if token in ('(', '{'):
            self.at += 1
            close = ')' if token == '(' else '}'
            body = self.list(close)
            self.expect(close)
            return 'subshell' if close == ')' else 'group', body, self.redirections()
        if isinstance(token, list) and token == [('', 'case')]:
            _frames.not_supported('«case» in sh', '«if»')
        words, files = [], []
        while True:
            token = self.peek()
            if isinstance(token, list) or token in _WORDS and words:
                words.append(self.tokens[self.at])
                self.at += 1
            elif token == '(' and len(words) == 1:
                _frames.not_supported('functions in sh', 'a script for each')
            elif not self.redirection(files):
                break
        if not words and not files:
            self.expect('')
        return 'simple', words, files

    def redirection(self, files):
        token = self.peek()
        if token in ('2>&1', '>&2', '1>&2'):
            self.at += 1
            files.append((token, None))
        elif token in ('<', '>', '>>', '2>', '2>>', '&>'):
            self.at += 1
            files.append((token, self.peek()))
            self.at += 1
        else:
            return False
        return True

    def redirections(self):
        files = []
        while self.redirection(files):
            pass
        return files


class Shell:
    def __init__(self, name='sh', args=(), strict=False):
        """strict: what fails ends the shell (`set -e`)."""
        self.name, self.args, self.status = name, list(args), 0
        self.jobs, self.strict = [], strict

    def run(self, text):
        """Runs a text; its status."""
        try:
            items = _Parser(_tokens(text)).list()
        except _Syntax as exc:
            print(f'{self.name}: 1: Syntax error: {exc}', file=sys.stderr)
            return 2
        try:
            self.list(items)
        except _Exit as exc:
            return exc.args[0]
        except _Break:
            pass
        return self.status

    def list(self, items):
        for at, (connector, background, pipeline) in enumerate(items):
            if connector == '&&' and self.status or connector == '||' and not self.status:
                continue
            self.pipeline(pipeline, background)
            if self.strict and self.status and not pipeline[0] and [c for c, *_ in items[at + 1:at + 2]] not in (['&&'], ['||']):
                raise _Exit(self.status)

    def condition(self, items):
        strict, self.strict = self.strict, False
        self.list(items)
        self.strict = strict

    # Words.

    def value(self, name):
        if name == '?':
            return str(self.status)
        if name == '$':
            return str(os.getpid())
        if name == '!':
            return str(self.jobs[-1].pid) if self.jobs else ''
        if name == '#':
            return str(len(self.args))
        if name in ('@', '*'):
            return ' '.join(self.args)
        if name == '0':
            return self.name
        if name.isdigit():
            return self.args[int(name) - 1] if int(name) <= len(self.args) else ''
        return os.environ.get(name, '')

    def substituted(self, text):
        import re

        def one(match):
            if match[1] is not None:
                return self.arithmetic(match[1])
            if match[2] is not None:
                return self.output_of(match[2])
            if match[3] is not None:
                name, mark, other = match[3].partition(':-')
                if name[:1] == '#' and name[1:]:
                    return str(len(self.value(name[1:])))
                if not (name.isidentifier() or name.isdigit() or name in ('?', '$', '!', '#', '@', '*')):
                    _frames.not_supported(f'«${{{match[3]}}}» in sh', 'Python')
                return self.value(name) or other
            return self.value(match[4])
        pattern = r'\$\(\((.*?)\)\)|\$\(((?:[^()]|\([^()]*\))*)\)|\$\{([^}]*)\}|\$([A-Za-z_]\w*|[?$!#@*0-9])'
        return re.sub(pattern, one, text).replace('\0', '$')

    def arithmetic(self, text):
        import re
        text = re.sub(r'\$?([A-Za-z_]\w*)', lambda m: self.value(m[1]) or '0', text)
        if not re.fullmatch(r'[\d\s+\-*/%()<>=!&|]*', text):
            return '0'
        return str(int(eval(text.replace('/', '//'))))

    def output_of(self, text):
        import subprocess
        return subprocess.run(['sh', '-c', text, self.name, *self.args], stdout=subprocess.PIPE,
                              text=True).stdout.rstrip('\n')

    def expand(self, word):
        """The words that a word becomes."""
        parts, current = [], None
        for quote, piece in word:
            if quote == "'":
                current = (current or '') + piece
            elif quote == '"':
                current = (current or '') + self.substituted(piece)
            else:
                if piece.startswith('~') and current is None:
                    piece = os.environ.get('HOME', '') + piece[1:]
                text = self.substituted(piece)
                if '$' in piece:
                    split = text.split()
                    if not split:
                        continue
                    if current is not None and text[:1].isspace():
                        parts.append(current)
                        current = None
                    current = (current or '') + split[0]
                    for more in split[1:]:
                        parts.append(current)
                        current = more
                else:
                    current = (current or '') + text
        if current is not None:
            parts.append(current)
        if any(quote == '' and any(c in piece for c in '*?[') for quote, piece in word) and len(parts) == 1:
            import glob
            return sorted(glob.glob(parts[0])) or parts
        return parts

    # Commands.

    def pipeline(self, pipeline, background):
        turned, commands = pipeline
        if len(commands) == 1 and not background:
            self.status = self.command(commands[0])
        else:
            self.status = self.piped(commands, background)
        if turned:
            self.status = int(not self.status)

    def piped(self, commands, background):
        import subprocess
        processes, stdin = [], subprocess.DEVNULL if background else None
        for at, command in enumerate(commands):
            last = at == len(commands) - 1
            stdout = None if last else subprocess.PIPE
            process = self.start(command, stdin, stdout)
            if hasattr(stdin, 'close'):
                stdin.close()
            stdin = getattr(process, 'stdout', None) or subprocess.DEVNULL
            processes.append(process)
        if background:
            self.jobs.append(processes[-1])
            return 0
        statuses = [process.wait() if process else 127 for process in processes]
        return _status(statuses[-1])

    def start(self, command, stdin, stdout):
        """A command as a process of its own."""
        import subprocess
        if command[0] == 'simple' and not command[2]:
            words = [w for word in command[1] for w in self.expand(word)]
            if words and words[0] not in ('cd', 'exit', 'export', 'wait', 'exec', ':') and '=' not in words[0]:
                try:
                    return subprocess.Popen(words, stdin=stdin, stdout=stdout)
                except OSError as exc:
                    self.not_found(words[0], exc)
                    return None
        return subprocess.Popen(['sh', '-c', _text_of(command), self.name, *self.args], stdin=stdin, stdout=stdout)

    def command(self, command):
        kind = command[0]
        if kind == 'simple':
            return self.simple(command[1], command[2])
        if command[-1] or kind == 'subshell':
            import subprocess
            streams, files = self.files(command[-1])
            text = _list_text(command[1]) if kind == 'subshell' else _text_of(command[:-1] + ([],))
            options = '-ec' if self.strict else '-c'
            try:
                return _status(subprocess.call(['sh', options, text, self.name, *self.args], **streams))
            finally:
                for file in files:
                    file.close()
        if kind == 'group':
            self.list(command[1])
        elif kind == 'if':
            for condition, body in command[1]:
                self.condition(condition)
                if not self.status:
                    self.list(body)
                    break
            else:
                self.status = 0
                self.list(command[2])
        elif kind == 'for':
            for value in [w for word in command[2] for w in self.expand(word)]:
                os.environ[command[1]] = value
                try:
                    self.list(command[3])
                except _Break as exc:
                    if exc.args[0]:
                        break
        elif kind == 'while':
            while True:
                self.condition(command[2])
                if bool(self.status) != command[1]:
                    self.status = 0
                    break
                try:
                    self.list(command[3])
                except _Break as exc:
                    if exc.args[0]:
                        break
        return self.status

    def files(self, redirections):
        import subprocess
        streams, files = {}, []
        for kind, word in redirections:
            if kind == '2>&1':
                streams['stderr'] = subprocess.STDOUT if streams.get('stdout') is None else streams['stdout']
                continue
            if kind in ('>&2', '1>&2'):
                streams['stdout'] = sys.__stderr__
                continue
            name = ''.join(self.expand(word))
            if name == '/dev/null':
                file = subprocess.DEVNULL
            else:
                file = open(name, 'r' if kind == '<' else 'a' if kind.endswith('>>') else 'w')
                files.append(file)
            if kind == '&>':
                streams['stdout'] = streams['stderr'] = file
            else:
                streams['stdin' if kind == '<' else 'stderr' if kind.startswith('2') else 'stdout'] = file
        return streams, files

    def not_found(self, name, exc):
        words = 'not found' if isinstance(exc, FileNotFoundError) else exc.strerror
        print(f'{self.name}: 1: {name}: {words}', file=sys.stderr)
        return 127 if isinstance(exc, FileNotFoundError) else 126

    def simple(self, words, redirections):
        import subprocess
        words = list(words)
        given = {}
        while words and words[0][0][0] == '' and '=' in words[0][0][1] and words[0][0][1].partition('=')[0].isidentifier():
            name, _, first = words[0][0][1].partition('=')
            given[name] = ' '.join(self.expand([('', first), *words.pop(0)[1:]])) if first else ' '.join(
                self.expand(words.pop(0)[1:]))
        words = [w for word in words for w in self.expand(word)]
        if not words:
            os.environ.update(given)
            return 0
        try:
            streams, files = self.files(redirections)
        except OSError as exc:
            print(f'{self.name}: 1: cannot open {exc.filename}: No such file', file=sys.stderr)
            return 2
        try:
            own = getattr(self, 'do_' + words[0].replace('[', 'bracket').replace(':', 'colon'), None)
            if own is not None and not (redirections and words[0] == 'kill'):
                return own(words[1:])
            if not redirections and not given and words[0] in ('echo', 'printf', 'true', 'false', 'test', '[', 'pwd'):
                import _commands
                return _commands.PROGRAMS[words[0]](words[1:])
            try:
                return _status(subprocess.call(words, env={**os.environ, **given}, **streams))
            except OSError as exc:
                return self.not_found(words[0], exc)
        finally:
            for file in files:
                file.close()

    def do_cd(self, args):
        try:
            os.chdir(args[0] if args else os.environ.get('HOME', '/'))
        except OSError:
            print(f"{self.name}: 1: cd: can't cd to {args[0]}", file=sys.stderr)
            return 2
        return 0

    def do_exit(self, args):
        raise _Exit(int(args[0]) & 255 if args else self.status)

    def do_export(self, args):
        os.environ.update(a.split('=', 1) for a in args if '=' in a)
        return 0

    def do_colon(self, args):
        return 0

    def do_set(self, args):
        for arg in args:
            if arg[:1] in '-+' and 'e' in arg:
                self.strict = arg[0] == '-'
        return 0

    def do_break(self, args):
        raise _Break(True)

    def do_continue(self, args):
        raise _Break(False)

    def do_shift(self, args):
        del self.args[:1]
        return 0

    def do_exec(self, args):
        import subprocess
        raise _Exit(_status(subprocess.call(args)))

    def do_kill(self, args):
        import _commands
        return _commands.PROGRAMS['kill'](args, f'{self.name}: 1: kill: {{1}}\n')

    def do_read(self, args):
        line = sys.stdin.readline()
        parts = line.split(None, max(len(args) - 1, 0))
        for at, name in enumerate(args):
            os.environ[name] = parts[at].rstrip('\n') if at < len(parts) else ''
        return 0 if line else 1

    def do_wait(self, args):
        for job in self.jobs:
            if job:
                job.wait()
        self.jobs.clear()
        return 0


def _status(code):
    return 128 - code if code < 0 else code


def _quoted(text):
    return "'" + text.replace("'", "'\\''") + "'"


def _word_text(word):
    shown = ''
    for quote, piece in word:
        shown += _quoted(piece) if quote == "'" else f'"{piece}"' if quote == '"' else piece
    return shown.replace('\0', '\\$')


def _list_text(items):
    text = ''
    for at, (connector, background, (turned, commands)) in enumerate(items):
        text += ('' if not at else f' {connector} ') + '! ' * turned + ' | '.join(map(_text_of, commands))
        if background:
            text += ' & :'
    return text + '\n'


def _text_of(command):
    """A command as text again, for a shell of its own."""
    kind = command[0]
    if kind == 'simple':
        text = ' '.join(map(_word_text, command[1]))
    elif kind in ('group', 'subshell'):
        text = f'( {_list_text(command[1])})'
    elif kind == 'for':
        words = ' '.join(map(_word_text, command[2]))
        text = f'for {command[1]} in {words}; do {_list_text(command[3])}done'
    elif kind == 'while':
        text = f'{"until" if command[1] else "while"} {_list_text(command[2])}do {_list_text(command[3])}done'
    else:
        text = ''
        for at, (condition, body) in enumerate(command[1]):
            text += f'{"elif" if at else "if"} {_list_text(condition)}then {_list_text(body)}'
        text += (f'else {_list_text(command[2])}' if command[2] else '') + 'fi'
    for mark, word in command[-1]:
        text += f' {mark}' + ('' if word is None else f' {_word_text(word)}')
    return text
