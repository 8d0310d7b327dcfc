"""How sed's scripts are read."""
import re
from _command_lines import fail
from _grep import expression

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
