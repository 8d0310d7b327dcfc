"""What words of `sh` become: expansion, splitting, patterns, arithmetic."""
import os
import re
from _command_lines import say


class Fatal(Exception):
    """The shell ends with this status."""


class Words:
    """What a shell needs for its words."""

    def value(self, name):
        """None: it is not set."""
        if name == '?':
            return str(self.status)
        if name == '$':
            return str(self.pid)
        if name == '!':
            return str(self.last_job) if self.last_job else None
        if name == '#':
            return str(len(self.args))
        if name == '-':
            return ''.join(letter for letter in 'ubaCvxnmfe' if letter in self.flags)
        if name in ('@', '*'):
            return self.separator().join(self.args) if name == '*' else ' '.join(self.args)
        if name == '0':
            return self.name
        if name.isdigit():
            return self.args[int(name) - 1] if int(name) <= len(self.args) else None
        return self.variables.get(name)

    def separator(self):
        return self.variables.get('IFS', ' \t\n')[:1]

    def parameter(self, part):
        """The text of a `${…}`; a list of parts where a word stands in for it."""
        _, quoted, name, operator, word = part
        if operator == 'bad' or not name:
            if self.is_bash:
                import _frames
                _frames.not_supported(f'«${{{name}}}» in bash', 'sh, or Python')
            self.fatal('Bad substitution')
        found = self.value(name)
        if operator in ('=', ':=', '-', ':-', '+', ':+', '?', ':?'):
            is_missing = found is None or operator[0] == ':' and not found
            kind = operator[-1]
            if kind == '+':
                return '' if is_missing else word
            if not is_missing:
                return found
            if kind == '-':
                return word
            text = self.text(word)
            if kind == '=':
                self.assign(name, text)
                return text
            self.fatal(f'{name}: ' + (text or ('parameter not set or null' if operator == ':?' else 'parameter not set')))
        if found is None:
            if 'u' in self.flags and name not in '@*':
                self.fatal(f'{name}: parameter not set')
            found = ''
        if operator == 'len':
            return str(len(self.args)) if name in '@*' else str(len(found))
        if operator is None:
            return found
        pattern, longest = self.pattern(word), len(operator) == 2
        places = range(len(found) + 1)
        if operator[0] == '#':
            for at in reversed(places) if longest else places:
                if pattern.fullmatch(found[:at]):
                    return found[at:]
        else:
            for at in places if longest else reversed(places):
                if pattern.fullmatch(found[at:]):
                    return found[:at]
        return found

    def separators(self):
        """The blanks of IFS, and its other characters."""
        ifs = self.variables.get('IFS', ' \t\n')
        return ''.join(c for c in ifs if c in ' \t\n'), ''.join(c for c in ifs if c not in ' \t\n')

    def expand(self, words):
        """The arguments that words become."""
        made = []
        for word in words:
            for field in _Fields(self).of(word):
                text = ''.join(text for text, _ in field)
                if 'f' not in self.flags and any(not quoted and any(c in text for c in '*?[') for text, quoted in field):
                    import glob
                    shape = ''.join(glob.escape(text) if quoted else text for text, quoted in field)
                    made += sorted(glob.glob(shape)) or [text]
                else:
                    made.append(text)
        return made

    def text(self, word):
        """A word that is not split."""
        made = ''
        for at, part in enumerate(word or ()):
            kind = part[0]
            if kind == 'text':
                text = part[2]
                if not at and not part[1] and (text == '~' or text[:2] == '~/'):
                    text = self.variables.get('HOME', '~') + text[1:]
                made += text
            else:
                found = self.parameter(part) if kind == 'param' else self.substituted(part)
                made += self.text(found) if isinstance(found, list) else found
        return made

    def pattern(self, word):
        """A pattern as a regular expression."""
        shape = ''
        for part in word:
            kind, quoted = part[:2]
            if kind == 'text':
                text = part[2]
            else:
                text = self.parameter(part) if kind == 'param' else self.substituted(part)
                text = self.text(text) if isinstance(text, list) else text
            shape += re.escape(text) if quoted else _expression(text)
        return re.compile('(?s:' + shape + ')')

    def substituted(self, part):
        if part[0] == 'math':
            return str(self.arithmetic(self.text(part[2])))
        return self.output_of(part[2]).rstrip('\n')

    def arithmetic(self, text):
        try:
            return _Arithmetic(self, text).all()
        except ZeroDivisionError:
            self.fatal(f'arithmetic expression: division by zero: "{text}"')
        except _Wrong as wrong:
            self.fatal(f'arithmetic expression: {wrong}: "{text}"')


class _Fields:
    """The fields of a word, before patterns are looked for: lists of (text, quoted)."""

    def __init__(self, shell):
        self.shell, self.made, self.current = shell, [], None

    def of(self, word):
        self.parts(word, True)
        self.end()
        return self.made

    def add(self, text, quoted):
        self.current = (self.current or []) + [(text, quoted)]

    def end(self):
        if self.current is not None:
            self.made.append(self.current)
        self.current = None

    def parts(self, word, first):
        for at, part in enumerate(word):
            kind, quoted = part[:2]
            if kind == 'text':
                self.plain(word, at, first)
            elif kind == 'param' and part[2] in '@*' and part[3] is None and (not quoted or part[2] == '@'):
                for place, arg in enumerate(self.shell.args):
                    if place:
                        self.end()
                    self.found(arg, quoted)
            else:
                text = self.shell.parameter(part) if kind == 'param' else self.shell.substituted(part)
                if isinstance(text, list) and not quoted:
                    self.parts(text, False)
                else:
                    self.found(self.shell.text(text) if isinstance(text, list) else text, quoted)

    def plain(self, word, at, first):
        """A part that is text."""
        quoted, text = word[at][1:]
        if first and not at and not quoted and text[:1] == '~':
            name, slash, rest = text.partition('/')
            home = self.shell.variables.get('HOME')
            if name == '~' and (slash or len(word) == 1) and home is not None:
                self.add(home, True)
                text = slash + rest
        # Quotes with nothing in them are a field, unless "$@" is all that is in them.
        following = word[at + 1] if at + 1 < len(word) else ('text',)
        if text or not quoted or self.shell.args or following[0] != 'param' or following[2] != '@':
            self.add(text, quoted)

    def found(self, text, quoted):
        """What an expansion gives."""
        if quoted:
            self.add(text, True)
        else:
            self.split(text)

    def split(self, text):
        blanks, others = self.shell.separators()
        at = 0

        def skip_blanks(at):
            while at < len(text) and text[at] in blanks:
                at += 1
            return at
        while at < len(text):
            if text[at] in blanks:
                self.end()
                at = skip_blanks(at)
                if self.made and at < len(text) and text[at] in others:
                    at = skip_blanks(at + 1)
            elif text[at] in others:
                if self.current is None:
                    self.add('', False)
                self.end()
                at = skip_blanks(at + 1)
            else:
                close = at
                while close < len(text) and text[close] not in blanks + others:
                    close += 1
                self.add(text[at:close], False)
                at = close


def _expression(text):
    from fnmatch import translate
    whole = translate(text)
    return whole[whole.index('s:') + 2:whole.rindex(')')]


class _Wrong(Exception):
    pass


def _quotient(a, b):
    return abs(a) // abs(b) * (1 if (a < 0) == (b < 0) else -1)


_LEVELS = (('||',), ('&&',), ('|',), ('^',), ('&',), ('==', '!='), ('<=', '>=', '<', '>'), ('<<', '>>'), ('+', '-'),
           ('*', '/', '%'))
_BINARY = {'|': lambda a, b: a | b, '^': lambda a, b: a ^ b, '&': lambda a, b: a & b, '==': lambda a, b: int(a == b),
           '!=': lambda a, b: int(a != b), '<=': lambda a, b: int(a <= b), '>=': lambda a, b: int(a >= b),
           '<': lambda a, b: int(a < b), '>': lambda a, b: int(a > b), '<<': lambda a, b: a << (b & 63),
           '>>': lambda a, b: a >> (b & 63), '+': lambda a, b: a + b, '-': lambda a, b: a - b, '*': lambda a, b: a * b,
           '/': _quotient, '%': lambda a, b: a - b * _quotient(a, b)}


class _Arithmetic:
    """Whole numbers of 64 bits, as C reckons."""

    def __init__(self, shell, text):
        self.shell, self.at, self.silent = shell, 0, 0
        pattern = r'\s*(<<=|>>=|[-+*/%&|^]=|\|\||&&|<<|>>|[<>=!]=|[-+*/%&|^<>=!~?:(),]|0[xX][0-9a-fA-F]+|\d+|[A-Za-z_]\w*|\S)'
        self.tokens = re.findall(pattern, text)

    def peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else ''

    def take(self):
        self.at += 1
        return self.tokens[self.at - 1]

    def all(self):
        found = self.assigned()
        if self.peek():
            raise _Wrong('expecting EOF')
        return found

    def assigned(self):
        name = self.peek()
        following = self.tokens[self.at + 1] if self.at + 1 < len(self.tokens) else ''
        if (name[:1].isalpha() or name[:1] == '_') and (following == '=' or following[-1:] == '=' and following not in (
                '==', '<=', '>=', '!=')):
            self.at += 2
            right = self.assigned()
            found = right if following == '=' else _signed(self.binary_of(following[:-1], self.number(name), right))
            if not self.silent:
                self.shell.assign(name, str(found))
            return found
        return self.choice()

    def binary_of(self, operator, a, b):
        return 0 if self.silent and operator in '/%' and not b else _BINARY[operator](a, b)

    def choice(self):
        found = self.level(0)
        if self.peek() != '?':
            return found
        self.take()
        self.silent += not found
        first = self.assigned()
        self.silent -= not found
        if self.peek() != ':':
            raise _Wrong("expecting ':'")
        self.take()
        self.silent += bool(found)
        second = self.choice()
        self.silent -= bool(found)
        return first if found else second

    def level(self, at):
        if at == len(_LEVELS):
            return self.one()
        found = self.level(at + 1)
        while self.peek() in _LEVELS[at]:
            operator = self.take()
            if operator in ('||', '&&'):
                known = bool(found) == (operator == '||')
                self.silent += known
                right = self.level(at + 1)
                self.silent -= known
                found = int(bool(found) or bool(right)) if operator == '||' else int(bool(found) and bool(right))
            else:
                found = _signed(self.binary_of(operator, found, self.level(at + 1)))
        return found

    def number(self, name):
        text = self.shell.value(name)
        if text is None and 'u' in self.shell.flags:
            self.shell.fatal(f'{name}: parameter not set')
        try:
            return _number(text.strip()) if text else 0
        except ValueError:
            self.shell.fatal(f'Illegal number: {text}')

    def one(self):
        token = self.peek()
        if not token or token in ')?:,' or token in _BINARY and token not in '+-':
            raise _Wrong('expecting primary')
        self.take()
        if token == '(':
            found = self.assigned()
            if self.peek() != ')':
                raise _Wrong("expecting ')'")
            self.take()
            return found
        if token in ('-', '+', '!', '~'):
            found = self.one()
            return {'-': -found, '+': found, '!': int(not found), '~': ~found}[token]
        if token[0].isdigit():
            try:
                return _number(token)
            except ValueError:
                raise _Wrong('expecting EOF') from None
        if token[0].isalpha() or token[0] == '_':
            return self.number(token)
        raise _Wrong('expecting primary')


def _number(text):
    sign, text = (-1, text[1:]) if text[:1] == '-' else (1, text)
    return sign * (int(text, 16) if text[:2] in ('0x', '0X') else int(text, 8) if text[:1] == '0' and text != '0' else int(text))


def _signed(number):
    return (number + 2 ** 63) % 2 ** 64 - 2 ** 63
