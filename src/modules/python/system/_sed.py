"""`sed`, in small: addresses, blocks, `s`, and the commands that print, delete, add and jump."""
import re
import sys
from _command_lines import Failed, fail, options, say, text_of
from _text_commands import expression

_LONG = {'quiet': 'n', 'silent': 'n', 'expression': 'e', 'file': 'f', 'in-place': 'i', 'regexp-extended': 'E',
         'separate': 's', 'unbuffered': 'u', 'null-data': 'z'}
_ESCAPES = {'n': '\n', 't': '\t', 'r': '\r', 'f': '\f', 'v': '\v', 'a': '\a'}


class _Command:
    """A letter, the lines that it is for, and what it does there."""
    first = last = None
    negated = active = False
    end = 0


class _Script:
    """The commands, with the places to which blocks and jumps lead."""

    def __init__(self, extended):
        self.extended, self.commands, self.open, self.labels, self.pieces = extended, [], [], {}, 0

    def fail(self, words, at=None):
        fail('sed', f'-e expression #{self.pieces}, char {self.at if at is None else at}: {words}', hint=False)

    def add(self, text):
        self.pieces += 1
        self.text, self.at = text, 0
        while True:
            self.skip(' \t\n;')
            if self.at >= len(text):
                return
            if text[self.at] == '#':
                self.rest_of_line()
            else:
                self.commands.append(self.command())

    def finish(self):
        if self.open:
            self.fail("unmatched `{'", 0)
        for command in self.commands:
            if command.letter in ('b', 't', 'T'):
                if command.label and command.label not in self.labels:
                    fail('sed', f"-e expression #1, char {len(self.text)}: can't find label for jump to "
                                f"`{command.label}'", hint=False)
                command.target = self.labels.get(command.label, len(self.commands))

    def peek(self):
        return self.text[self.at:self.at + 1]

    def take(self):
        self.at += 1
        return self.text[self.at - 1:self.at]

    def skip(self, what=' \t'):
        while self.peek() and self.peek() in what:
            self.at += 1

    def rest_of_line(self):
        end = self.text.find('\n', self.at)
        end = len(self.text) if end < 0 else end
        rest, self.at = self.text[self.at:end], end + 1
        return rest

    def count(self):
        begin = self.at
        self.skip('0123456789')
        return int(self.text[begin:self.at] or 0)

    def address(self):
        """None, a number, (first, step), '$', or a pattern."""
        c = self.peek()
        if c.isdigit():
            first = self.count()
            if self.peek() == '~':
                self.at += 1
                return first, self.count()
            return first
        if c == '$':
            self.at += 1
            return '$'
        if c not in ('/', '\\') or not c:
            return None
        self.at += 1
        mark = c if c == '/' else self.take()
        text, flags = self.until(mark, 'unterminated address regex'), 0
        while self.peek() and self.peek() in 'IM':
            flags |= re.I if self.take() == 'I' else re.M
        return self.pattern(text, flags)

    def until(self, mark, error):
        """What stands before the next mark that is not escaped, nor in brackets."""
        made, bracket = '', False
        while True:
            c = self.take()
            if not c:
                self.fail(error, len(self.text))
            if c == '\\' and not bracket:
                c = self.take()
                made += c if c == mark else '\n' if c == 'n' else '\\' + c
            elif c == mark and not bracket:
                return made
            else:
                if c == '[' and not bracket:
                    bracket = len(made) + 1 + self.text[self.at:].startswith('^')
                elif c == ']' and bracket and len(made) > bracket:
                    bracket = False
                made += c

    def pattern(self, text, flags=0):
        if not text:
            return ''
        try:
            return re.compile(expression(text, self.extended), flags)
        except (re.error, ValueError) as error:
            self.fail({'missing ), unterminated subpattern': 'Unmatched ( or \\(', 'unbalanced parenthesis': 'Unmatched ) or \\)'}
                      .get(getattr(error, 'msg', ''), 'Invalid preceding regular expression'))

    def command(self):
        made = _Command()
        made.first = self.address()
        if made.first is not None:
            self.skip()
            if self.peek() == ',':
                self.at += 1
                self.skip()
                sign = self.take() if self.peek() and self.peek() in '+~' else ''
                made.last = (sign, self.count()) if sign else self.address()
                if made.last is None:
                    self.fail("unexpected `,'")
                made.active = made.first == 0
            elif made.first == 0:
                self.fail('invalid usage of line address 0')
        self.skip()
        while self.peek() == '!':
            self.at += 1
            made.negated = True
            self.skip()
        made.letter = letter = self.take()
        if not letter or letter in '\n;':
            self.fail('missing command')
        if letter == '{':
            self.open.append(made)
            return made
        if letter == '}':
            if not self.open:
                self.fail("unexpected `}'")
            self.open.pop().target = len(self.commands)
        elif letter in 'aic':
            made.text = self.added()
            return made
        elif letter == ':':
            self.labels[self.label(';\n')] = len(self.commands)
            return made
        elif letter in 'btT':
            made.label = self.label(';\n}')
        elif letter in 'rw':
            self.skip()
            made.file = self.rest_of_line()
            if not made.file:
                self.fail('missing filename in r/R/w/W commands')
            return made
        elif letter in 'qQ':
            self.skip()
            made.status = self.count()
        elif letter == 's':
            self.substitution(made)
        elif letter == 'y':
            mark = self.take()
            there, here = (self.until(mark, "unterminated `y' command").replace('\\\\', '\\') for _ in 'ab')
            if len(there) != len(here):
                self.fail('strings for `y\' command are different lengths')
            made.table = str.maketrans(there, here)
        elif letter in 'lFzeRWv':
            import _frames
            _frames.not_supported(f'«{letter}» in sed', 'Python')
        elif letter not in 'dDgGhHnNpPx=':
            self.fail(f"unknown command: `{letter}'")
        self.skip()
        if self.peek() and self.peek() not in ';\n}#':
            self.fail('extra characters after command', self.at + 1)
        return made

    def label(self, ends):
        self.skip()
        begin = self.at
        while self.peek() and self.peek() not in ends:
            self.at += 1
        return self.text[begin:self.at].strip()

    def added(self):
        """The text of `a`, `i` and `c`: up to a line that no backslash continues."""
        self.skip()
        if self.peek() == '\\':
            self.at += 1
            self.skip()
            if self.peek() == '\n':
                self.at += 1
        made = ''
        while c := self.take():
            if c == '\n':
                break
            made += self.take() if c == '\\' else c
        if not made and not self.peek():
            self.fail('expected \\ after `a\', `c\' or `i\'')
        return made + '\n'

    def substitution(self, made):
        mark, error = self.take(), "unterminated `s' command"
        if not mark:
            self.fail(error)
        pattern, begin = self.until(mark, error), self.at
        parts, text = [], ''
        while (c := self.take()) != mark:
            if not c:
                self.fail(error, len(self.text))
            if c == '&':
                parts += text, 0
                text = ''
            elif c != '\\':
                text += c
            elif (c := self.take()) and c in '0123456789':
                parts += text, int(c)
                text = ''
            elif c and c in 'ULulE':
                parts += text, c
                text = ''
            else:
                text += _ESCAPES.get(c, c)
        made.parts, made.number, made.globally, made.prints, made.to = [*parts, text], 1, False, False, None
        flags = 0
        while (c := self.peek()) and c not in ';\n} \t#':
            if c.isdigit():
                made.number = self.count()
                if not made.number:
                    self.fail("number option to `s' command may not be zero")
                continue
            self.at += 1
            if c == 'g':
                made.globally = True
            elif c == 'p':
                made.prints = True
            elif c in 'iI':
                flags |= re.I
            elif c in 'mM':
                flags |= re.M
            elif c == 'w':
                self.skip()
                made.to = self.rest_of_line()
                break
            else:
                self.fail("unknown option to `s'")
        made.pattern = self.pattern(pattern, flags)
        groups = made.pattern.groups if made.pattern else 0
        for part in parts:
            if isinstance(part, int) and part > groups:
                self.fail(f"invalid reference \\{part} on `s' command's RHS")


class _Editor:
    """What it has read, and what it is to write."""

    def __init__(self, script, files, given):
        self.script, self.files, self.given = script, files or ['-'], given
        self.quiet, self.separate = 'n' in given, 's' in given or 'i' in given
        self.end = '\0' if 'z' in given else '\n'
        self.hold, self.pattern, self.lacks, self.line, self.status = '', None, False, 0, 0
        self.queue, self.written, self.out, self.changed = [], {}, sys.stdout.buffer, False
        self.lines, self.following = self.read(), []

    def read(self):
        """Each line, whether it is the last of its file, and whether a line end is missing."""
        mark = self.end.encode()
        for name in self.files:
            try:
                data = sys.stdin.buffer.read() if name == '-' else open(name, 'rb').read()
            except OSError as error:
                words = f'read error on {name}' if error.errno == 21 else f"can't read {name}"
                say(f'sed: {words}: {error.strerror}')
                self.status = 2
                continue
            if 'i' in self.given and name != '-':
                import io
                self.out = io.BytesIO()
                self.lacks, self.line = False, 0
            whole, parts = data.endswith(mark), data.split(mark)
            parts = parts[:-1] if whole or not data else parts
            try:
                for at, part in enumerate(parts, 1):
                    yield text_of(part), at == len(parts), at == len(parts) and not whole
            finally:
                if 'i' in self.given and name != '-':
                    if kept := self.given['i']:
                        open(kept.replace('*', name) if '*' in kept else name + kept, 'wb').write(data)
                    open(name, 'wb').write(self.out.getvalue())

    def ahead(self):
        """Whether there is another line, which is read for that; not of the next file, where each stands alone."""
        if not self.following:
            self.following += [line for line in (next(self.lines, None),) if line]
        return bool(self.following)

    def next(self):
        if not (self.following or self.ahead()):
            return None
        text, self.ends_file, self.unended = self.following.pop()
        self.line += 1
        return text

    def is_last(self):
        if self.separate:
            return self.ends_file
        return not self.ahead()

    def put(self, text, end=True):
        data = text.encode('utf-8', 'surrogateescape')
        if self.lacks:
            data = self.end.encode() + data
        self.out.write(data + self.end.encode() * end)
        self.lacks = False

    def show(self):
        """Writes the pattern space; of a last line without an end none is made up."""
        lacking = self.unended
        self.put(self.pattern, not lacking)
        self.lacks = lacking

    def flush(self):
        for kind, what in self.queue:
            if kind == 'r':
                try:
                    what = text_of(open(what, 'rb').read())
                except OSError:
                    continue
            if what:
                self.put(what, False)
        self.queue.clear()

    def matches(self, address):
        if isinstance(address, int):
            return self.line == address
        if address == '$':
            return self.is_last()
        if isinstance(address, tuple):
            first, step = address
            return self.line == first if step == 0 else self.line >= first and (self.line - first) % step == 0
        return self.searched(address).search(self.pattern) is not None

    def searched(self, pattern):
        if pattern == '':
            if not hasattr(self, 'last_pattern'):
                fail('sed', '-e expression #1, char 0: no previous regular expression', hint=False)
            return self.last_pattern
        self.last_pattern = pattern
        return pattern

    def applies(self, command):
        first, last = command.first, command.last
        if first is None or last is None:
            found = first is None or self.matches(first)
        elif command.active:
            found = True
            if isinstance(last, tuple) or isinstance(last, int):
                end = command.end if isinstance(last, tuple) else last
                found, command.active = self.line <= end, self.line < end
            else:
                command.active = not self.matches(last)
        else:
            found = self.matches(first)
            if found:
                if isinstance(last, tuple):
                    sign, number = last
                    command.end = self.line + number if sign == '+' else -(-self.line // number) * number if number else 0
                    command.active = command.end > self.line
                else:
                    command.active = not isinstance(last, int) or last > self.line
        return found != command.negated

    def substitute(self, command):
        text, made, at, count = self.pattern, '', 0, 0
        before = -1
        for found in self.searched(command.pattern).finditer(text):
            if found.end() == found.start() == before:
                continue
            before = found.end()
            count += 1
            if count < command.number:
                continue
            made += text[at:found.start()] + _filled(command.parts, found)
            at = found.end()
            if not command.globally:
                break
        if count < command.number:
            return
        self.pattern, self.changed = made + text[at:], True
        if command.prints:
            self.put(self.pattern)
        if command.to:
            self.write(command.to)

    def write(self, name):
        if name in ('/dev/stdout', '/dev/stderr'):
            (self.put if name == '/dev/stdout' else say)(self.pattern)
            return
        self.written.setdefault(name, []).append(self.pattern + '\n')

    def cycle_ends(self):
        if not self.quiet:
            self.show()
        self.flush()

    def run(self):
        for command in self.script.commands:
            for name in (getattr(command, 'file', None) if command.letter == 'w' else None, getattr(command, 'to', None)):
                if name and not name.startswith('/dev/std'):
                    self.written[name] = []
        again = False
        try:
            while again or (text := self.next()) is not None:
                if not again:
                    self.pattern = text
                again = self.cycle()
        finally:
            for name, lines in self.written.items():
                with open(name, 'w', errors='surrogateescape') as file:
                    file.writelines(lines)
            # A file that is edited gets what has been written.
            self.lines.close()
        return self.status

    def cycle(self):
        """Runs the commands on the pattern space; whether they begin again without another line."""
        commands, at = self.script.commands, 0
        self.changed = False
        while at < len(commands):
            command, letter = commands[at], commands[at].letter
            at += 1
            if letter in '}:':
                continue
            if not self.applies(command):
                if letter == '{':
                    at = command.target
            elif letter == 's':
                self.substitute(command)
            elif letter == 'p':
                self.show()
            elif letter == 'd' or letter == 'D' and '\n' not in self.pattern:
                self.flush()
                return False
            elif letter == 'D':
                self.pattern = self.pattern.partition('\n')[2]
                self.flush()
                return True
            elif letter in 'ir':
                if letter == 'i':
                    self.put(command.text, False)
                else:
                    self.queue.append(('r', command.file))
            elif letter == 'a':
                self.queue.append(('a', command.text))
            elif letter == 'c':
                if not command.active or command.negated:
                    self.put(command.text, False)
                self.flush()
                return False
            elif letter in 'nN':
                if not self.ahead():
                    self.cycle_ends()
                    raise Failed(self.status)
                if letter == 'n':
                    self.cycle_ends()
                    self.pattern = self.next()
                else:
                    self.flush()
                    self.pattern += '\n' + self.next()
            elif letter in 'qQ':
                if letter == 'q':
                    self.cycle_ends()
                raise Failed(command.status)
            elif letter in 'bTt':
                jumps = letter == 'b' or self.changed == (letter == 't')
                if letter != 'b':
                    self.changed = False
                at = command.target if jumps else at
            elif letter == 'y':
                self.pattern = self.pattern.translate(command.table)
            elif letter == '=':
                self.put(str(self.line))
            elif letter == 'P':
                self.put(self.pattern.partition('\n')[0])
            elif letter == 'x':
                self.hold, self.pattern = self.pattern, self.hold
            elif letter in 'hH':
                self.hold = self.pattern if letter == 'h' else f'{self.hold}\n{self.pattern}'
            elif letter in 'gG':
                self.pattern = self.hold if letter == 'g' else f'{self.pattern}\n{self.hold}'
            elif letter == 'w':
                self.write(command.file)
        self.cycle_ends()
        return False


def _filled(parts, found):
    """A replacement with what was found, in the letters that it asks for."""
    made, case, once = '', None, None
    for at, part in enumerate(parts):
        if at % 2 and isinstance(part, str):
            if part in 'ul':
                once = part
            else:
                case, once = part, None
            continue
        text = (found[part] or '') if at % 2 else part
        text = text.upper() if case == 'U' else text.lower() if case == 'L' else text
        if once and text:
            text, once = (text[0].upper() if once == 'u' else text[0].lower()) + text[1:], None
        made += text
    return made


def sed(args):
    # The suffix of `-i` stands with it.
    kept = next((arg[2:] for arg in args if arg[:2] == '-i' and arg[:3] != '-in'), None)
    kept = next((arg.partition('=')[2] for arg in args if arg.startswith('--in-place')), kept)
    args = ['-i' if arg[:2] == '-i' or arg.startswith('--in-place') else arg for arg in args]
    given, operands = options('sed', args, 'nEriszu', 'ef', _LONG, 'l')
    if 'i' in given:
        given['i'] = kept or ''
    script = _Script(given.keys() & {'E', 'r'})
    if 'f' in given:
        try:
            with open(given['f'], errors='surrogateescape') as file:
                script.add(file.read())
        except OSError as error:
            fail('sed', f"couldn't open file {given['f']}: {error.strerror}", hint=False)
    for text in given.get('e', ()):
        script.add(text)
    if not given.keys() & {'e', 'f'}:
        if not operands:
            say('Usage: sed [OPTION]... {script-only-if-no-other-script} [input-file]...')
            return 1
        script.add(operands.pop(0))
    script.finish()
    return _Editor(script, operands, given).run()


PROGRAMS = {'sed': sed}
