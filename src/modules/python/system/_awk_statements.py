"""awk's rules and statements."""
import re
from _command_lines import fail

from _awk_values import _Input, _Leaves, _is_true, _refuse, _text, _unescaped

_TOKEN = re.compile(r'''(?P<blank>[ \t\r]+|\\\n|\#[^\n]*)|(?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)
    |(?P<call>[A-Za-z_]\w*(?=\())|(?P<name>[A-Za-z_]\w*)|(?P<text>"(?:[^"\\\n]|\\.)*")
    |(?P<sign>&&|\|\||[-+*/%^=!<>]=|\*\*=?|\+\+|--|!~|>>|[][{}(),;\n+*/%^!<>|?:~$=-])''', re.X)
_WORDS = frozenset('BEGIN END function func if else while for do break continue next nextfile exit return delete in '
                   'getline print printf'.split())
_FUNCTIONS = frozenset('length substr index split sub gsub match sprintf sin cos atan2 exp log sqrt int rand srand '
                       'tolower toupper system close fflush'.split())


class Statements:
    """Reads a program: its rules, functions and statements."""

    def _tokens(self, source):
        tokens, at = [], 0
        while at < len(source):
            # Behind a value a slash divides; elsewhere it begins a pattern.
            if source[at] == '/' and not (tokens and (tokens[-1][0] in ('number', 'name', 'text', 'pattern') or tokens[-1][1] in (
                    ')', ']', '$', '++', '--'))):
                end, inside = at + 1, False
                while end < len(source) and (source[end] != '/' or inside):
                    inside = source[end] == '[' or inside and source[end] != ']'
                    end += 2 if source[end] == '\\' else 1
                tokens.append(('pattern', source[at + 1:end].replace('\\/', '/')))
                at = end + 1
                continue
            found = _TOKEN.match(source, at)
            if found is None:
                fail('awk', f'line {1 + source.count(chr(10), 0, at)}: syntax error at or near {source[at]}', 2, False)
            kind, at = found.lastgroup, found.end()
            word = found[0]
            if kind in ('name', 'call') and word in _WORDS:
                kind = 'word'
            elif kind in ('name', 'call') and word in _FUNCTIONS:
                kind = 'built-in'
            if kind != 'blank':
                tokens.append((kind, _unescaped(word[1:-1]) if kind == 'text' else word))
        return tokens + [('end', '')]

    # Reading the program.

    def next(self):
        self.at += 1
        return self.tokens[self.at - 1]

    def ahead(self, *words):
        kind, word = self.tokens[self.at]
        return kind in ('word', 'sign') and word in words

    def take(self, *words):
        return self.next()[1] if self.ahead(*words) else None

    def expect(self, word):
        if not self.take(word):
            kind, found = self.tokens[self.at]
            fail('awk', f'line 1: syntax error at or near {found if kind != "end" else "end of file"}', 2, False)

    def lines(self, *more):
        while self.take('\n', *more):
            pass

    def program(self):
        self.lines(';')
        while self.tokens[self.at][0] != 'end':
            if self.take('function', 'func'):
                name = self.next()[1]
                self.expect('(')
                names = []
                while not self.take(')'):
                    names.append(self.next()[1])
                    self.take(',')
                self.lines()
                self.functions[name] = (names, None)
                self.locals.append(names)
                self.functions[name] = (names, self.block())
                self.locals.pop()
            elif self.take('BEGIN'):
                self.begins.append(self.block())
            elif self.take('END'):
                self.ends.append(self.block())
            else:
                first = None if self.ahead('{') else self.expression()
                last = self.expression() if self.take(',') else None
                self.rules.append([first, last, self.block() if self.ahead('{') else lambda: self.write([]), False])
            self.lines(';')

    def block(self):
        self.expect('{')
        body = []
        self.lines(';')
        while not self.take('}'):
            body.append(self.statement())
            self.lines(';')

        def run():
            for act in body:
                act()
        return run

    def end_of_simple(self):
        if not self.ahead('}', ')') and self.tokens[self.at][0] != 'end' and not self.take(';', '\n'):
            self.expect(';')

    def body(self):
        self.lines()
        return (lambda: None) if self.take(';') else self.statement()

    def statement(self):
        if self.ahead('{'):
            return self.block()
        if self.take('if'):
            self.expect('(')
            condition = self.expression()
            self.expect(')')
            yes, before = self.body(), self.at
            self.lines(';')
            if not self.take('else'):
                self.at = before
                return lambda: yes() if _is_true(condition()) else None
            no = self.body()
            return lambda: (yes if _is_true(condition()) else no)()
        if self.take('while'):
            self.expect('(')
            condition = self.expression()
            self.expect(')')
            return self.loop(condition, self.body())
        if self.take('do'):
            body = self.body()
            self.lines(';')
            self.expect('while')
            self.expect('(')
            condition = self.expression()
            self.expect(')')
            return self.loop(condition, body, first=True)
        if self.take('for'):
            return self.for_loop()
        act = self.simple()
        self.end_of_simple()
        return act

    def for_loop(self):
        self.expect('(')
        kinds = [kind for kind, _ in self.tokens[self.at:self.at + 4]]
        if kinds[0] == 'name' and self.tokens[self.at + 1] == ('word', 'in') and self.tokens[self.at + 3][1] == ')':
            place, name = self.variable(self.next()[1]), None
            self.next()
            name = self.next()[1]
            self.next()
            array, body, chosen = self.array(name), self.body(), [None]

            def each():
                for chosen[0] in list(array()):
                    place[1](_Input(chosen[0]))
                    yield
            steps = each
            return lambda: self.run_loop(steps(), body)
        begin = (lambda: None) if self.ahead(';') else self.simple()
        self.expect(';')
        self.lines()
        condition = (lambda: 1) if self.ahead(';') else self.expression()
        self.expect(';')
        self.lines()
        step = (lambda: None) if self.ahead(')') else self.simple()
        self.expect(')')
        loop = self.loop(condition, self.body(), step)
        return lambda: (begin(), loop())

    def loop(self, condition, body, step=None, first=False):
        def steps():
            if first or _is_true(condition()):
                yield
                while not step or step() or True:
                    if not _is_true(condition()):
                        return
                    yield
        return lambda: self.run_loop(steps(), body)

    def run_loop(self, steps, body):
        for _ in steps:
            try:
                body()
            except _Leaves as leaves:
                if leaves.how == 'break':
                    return
                if leaves.how != 'continue':
                    raise

    def simple(self):
        if word := self.take('next', 'nextfile', 'break', 'continue'):
            def leave():
                raise _Leaves(word)
            return leave
        if word := self.take('exit', 'return'):
            value = None if self.ahead(';', '\n', '}') else self.expression()

            def leave_with():
                raise _Leaves(word, value and value())
            return leave_with
        if self.take('delete'):
            array = self.array(self.next()[1])
            if not self.take('['):
                return lambda: array().clear()
            key = self.key(']')
            return lambda: array().pop(key(), None)
        if word := self.take('print', 'printf'):
            return self.printing(word)
        return self.expression()

    def printing(self, word):
        parts, start = [], self.at
        if not self.ahead(';', '\n', '}', '>', '>>', '|'):
            # Parentheses around all of them may be followed by where they go.
            if self.take('('):
                parts = self.listed(')')
                if not (self.ahead(';', '\n', '}', '>', '>>', '|') or self.tokens[self.at][0] == 'end'):
                    self.at, parts = start, []
            if not parts:
                parts = [self.ternary(True)]
                while self.take(','):
                    self.lines()
                    parts.append(self.ternary(True))
        way = self.take('>', '>>', '|')
        if way == '|':
            _refuse('a pipe')
        where = self.ternary(False) if way else None
        if word == 'printf':
            return lambda: self.out(self.shaped([part() for part in parts]), way, where)
        return lambda: self.write([part() for part in parts], way, where)

    def listed(self, end):
        parts = []
        self.lines()
        while not self.take(end):
            parts.append(self.expression())
            self.lines()
            if self.take(','):
                self.lines()
        return parts

    def key(self, end):
        parts = self.listed(end)
        if len(parts) == 1:
            part = parts[0]
            return lambda: _text(part())
        return lambda: _text(self.vars['SUBSEP']).join([_text(part()) for part in parts])
