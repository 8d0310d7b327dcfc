"""Lua 5.1 as scripts of the server are written: its tokens, and what they make.

A tree is a tuple: what it is, then its parts. A block is a list of statements.
"""
import re

_TOKEN = re.compile(rb'''
    (?P<space>\s+|--\[(?P<level>=*)\[.*?\](?P=level)\]|--[^\n]*)
    |(?P<number>0[xX][0-9a-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)
    |(?P<name>[A-Za-z_]\w*)
    |(?P<long>\[(?P<depth>=*)\[.*?\](?P=depth)\])
    |(?P<string>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')
    |(?P<mark>\.\.\.|\.\.|==|~=|<=|>=|[-+*/%^\#<>=(){}\[\];:,.])''', re.X | re.S)
_WORDS = set(b'and break do else elseif end false for function if in local nil not or repeat return then true until while'.split())
_ESCAPES = {b'n': b'\n', b't': b'\t', b'r': b'\r', b'a': b'\a', b'b': b'\b', b'f': b'\f', b'v': b'\v', b'\n': b'\n'}
_LEVELS = {b'or': (1, 1), b'and': (2, 2), b'<': (3, 3), b'>': (3, 3), b'<=': (3, 3), b'>=': (3, 3), b'~=': (3, 3), b'==': (3, 3),
           b'..': (5, 4), b'+': (6, 6), b'-': (6, 6), b'*': (7, 7), b'/': (7, 7), b'%': (7, 7), b'^': (10, 9)}
_UNARY = 8


class LuaError(Exception):
    """args[0]: the value of the error."""


def _unescaped(found):
    one = found[1]
    return bytes([int(one)]) if one.isdigit() else _ESCAPES.get(one, one)


def tokens(source):
    """(kind, value, line) of all of a script's tokens."""
    at, line, found = 0, 1, []
    while at < len(source):
        match = _TOKEN.match(source, at)
        if match is None:
            raise LuaError(b'user_script:%d: unexpected symbol near \'%s\'' % (line, source[at:at + 1]))
        kind, text = match.lastgroup, match[0]
        if match['name'] is not None:
            found.append(('word' if text in _WORDS else 'name', text, line))
        elif match['number'] is not None:
            found.append(('number', float(int(text, 16) if text[:2].lower() == b'0x' else text), line))
        elif match['long'] is not None:
            inner = text[len(match['depth']) + 2:-len(match['depth']) - 2]
            found.append(('string', inner[1:] if inner[:1] == b'\n' else inner, line))
        elif match['string'] is not None:
            found.append(('string', re.sub(rb'\\(\d{1,3}|.)', _unescaped, text[1:-1], flags=re.S), line))
        elif match['mark'] is not None:
            found.append(('word', text, line))
        line += text.count(b'\n')
        at = match.end()
    found.append(('end', b'<eof>', line))
    return found


class Parser:
    def __init__(self, source):
        self.tokens, self.at = tokens(source), 0

    def __getattr__(self, name):
        if name not in ('kind', 'value', 'line'):
            raise AttributeError(name)
        return self.tokens[self.at][('kind', 'value', 'line').index(name)]

    def fail(self, what):
        near = self.value if isinstance(self.value, bytes) else b'%g' % self.value
        raise LuaError(b'user_script:%d: %s near \'%s\'' % (self.line, what, near))

    def given(self, *words):
        """Takes one of these words if it stands here."""
        if self.kind == 'word' and self.value in words:
            self.at += 1
            return self.tokens[self.at - 1][1]

    def want(self, word):
        if not self.given(word):
            self.fail(b"'%s' expected" % word)

    def name(self):
        if self.kind != 'name':
            self.fail(b'<name> expected')
        self.at += 1
        return self.tokens[self.at - 1][1]

    def script(self):
        found = self.block()
        if self.kind != 'end':
            self.fail(b"'<eof>' expected")
        return found

    def block(self):
        found = []
        while self.kind != 'end' and not (self.kind == 'word' and self.value in (b'end', b'else', b'elseif', b'until')):
            line = self.line
            if self.given(b'return'):
                ended = self.kind == 'end' or self.kind == 'word' and self.value in (b'end', b'else', b'elseif', b'until', b';')
                found.append(('return', line, [] if ended else self.expressions()))
                self.given(b';')
                break
            if self.given(b'break'):
                found.append(('break', line))
            elif not self.given(b';'):
                found.append(self.statement(line))
        return found

    def _ended(self):
        found = self.block()
        self.want(b'end')
        return found

    def statement(self, line):
        if self.given(b'if'):
            cases, last = [], []
            while True:
                test = self.expression()
                self.want(b'then')
                cases.append((test, self.block()))
                if self.given(b'else'):
                    last = self.block()
                elif self.given(b'elseif'):
                    continue
                self.want(b'end')
                return 'if', line, cases, last
        if self.given(b'while'):
            test = self.expression()
            self.want(b'do')
            return 'while', line, test, self._ended()
        if self.given(b'do'):
            return 'do', line, self._ended()
        if self.given(b'repeat'):
            body = self.block()
            self.want(b'until')
            return 'repeat', line, body, self.expression()
        if self.given(b'for'):
            return self._for(line)
        if self.given(b'function'):
            target = 'name', self.line, self.name()
            bound = False
            while mark := self.given(b'.', b':'):
                bound = mark == b':'
                target = 'index', self.line, target, ('string', self.line, self.name())
            return 'assign', line, [target], [self._function(line, [b'self'] if bound else [])]
        if self.given(b'local'):
            if self.given(b'function'):
                name = self.name()
                return 'local function', line, name, self._function(line, [])
            names = self._names()
            return 'local', line, names, self.expressions() if self.given(b'=') else []
        target = self.suffixed()
        if self.kind == 'word' and self.value in (b'=', b','):
            targets = [target]
            while self.given(b','):
                targets.append(self.suffixed())
            self.want(b'=')
            return 'assign', line, targets, self.expressions()
        if target[0] not in ('call', 'method'):
            self.fail(b"'=' expected")
        return 'call statement', line, target

    def _names(self):
        names = [self.name()]
        while self.given(b','):
            names.append(self.name())
        return names

    def _for(self, line):
        names = self._names()
        if len(names) == 1 and self.given(b'='):
            ends = self.expressions()
            self.want(b'do')
            return 'count', line, names[0], ends, self._ended()
        self.want(b'in')
        values = self.expressions()
        self.want(b'do')
        return 'for', line, names, values, self._ended()

    def _function(self, line, names):
        self.want(b'(')
        rest = False
        while not self.given(b')'):
            if self.given(b'...'):
                rest = True
            else:
                names.append(self.name())
            if not self.given(b','):
                self.want(b')')
                break
        return 'function', line, names, rest, self._ended()

    def expressions(self):
        found = [self.expression()]
        while self.given(b','):
            found.append(self.expression())
        return found

    def expression(self, limit=0):
        line = self.line
        if word := self.given(b'not', b'-', b'#'):
            left = 'unary', line, word, self.expression(_UNARY)
        else:
            left = self.simple()
        while self.kind == 'word' and self.value in _LEVELS and _LEVELS[self.value][0] > limit:
            line, word = self.line, self.value
            self.at += 1
            left = 'binary', line, word, left, self.expression(_LEVELS[word][1])
        return left

    def simple(self):
        kind, value, line = self.tokens[self.at]
        if kind in ('number', 'string'):
            self.at += 1
            return kind, line, value
        if word := self.given(b'nil', b'true', b'false', b'...'):
            return 'word', line, word
        if self.given(b'function'):
            return self._function(line, [])
        if kind == 'word' and value == b'{':
            return self._table()
        return self.suffixed()

    def suffixed(self):
        line = self.line
        if self.given(b'('):
            found = 'alone', line, self.expression()
            self.want(b')')
        elif self.kind == 'name':
            found = 'name', line, self.name()
        else:
            self.fail(b'unexpected symbol')
        while True:
            line = self.line
            if self.given(b'.'):
                found = 'index', line, found, ('string', line, self.name())
            elif self.given(b'['):
                found = 'index', line, found, self.expression()
                self.want(b']')
            elif self.given(b':'):
                name = self.name()
                found = 'method', line, found, name, self._arguments()
            elif self.kind == 'string' or self.kind == 'word' and self.value in (b'(', b'{'):
                found = 'call', line, found, self._arguments()
            else:
                return found

    def _arguments(self):
        if self.kind == 'string' or self.kind == 'word' and self.value == b'{':
            return [self.simple()]
        self.want(b'(')
        if self.given(b')'):
            return []
        found = self.expressions()
        self.want(b')')
        return found

    def _table(self):
        line, entries = self.line, []
        self.want(b'{')
        while not self.given(b'}'):
            if self.given(b'['):
                key = self.expression()
                self.want(b']')
                self.want(b'=')
                entries.append((key, self.expression()))
            elif self.kind == 'name' and self.tokens[self.at + 1][:2] == ('word', b'='):
                key = 'string', line, self.name()
                self.want(b'=')
                entries.append((key, self.expression()))
            else:
                entries.append((None, self.expression()))
            if not self.given(b',', b';'):
                self.want(b'}')
                break
        return 'table', line, entries
