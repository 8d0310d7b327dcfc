"""`awk`: a program is translated into functions; input is read record by record."""
import math
import re
import sys
from _command_lines import Failed, Inputs, fail, put, say
from _text_commands import expression

_TOKEN = re.compile(r'''(?P<blank>[ \t\r]+|\\\n|\#[^\n]*)|(?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)
    |(?P<call>[A-Za-z_]\w*(?=\())|(?P<name>[A-Za-z_]\w*)|(?P<text>"(?:[^"\\\n]|\\.)*")
    |(?P<sign>&&|\|\||[-+*/%^=!<>]=|\*\*=?|\+\+|--|!~|>>|[][{}(),;\n+*/%^!<>|?:~$=-])''', re.X)
_WORDS = frozenset('BEGIN END function func if else while for do break continue next nextfile exit return delete in '
                   'getline print printf'.split())
_FUNCTIONS = frozenset('length substr index split sub gsub match sprintf sin cos atan2 exp log sqrt int rand srand '
                       'tolower toupper system close fflush'.split())
_ESCAPES = {'n': '\n', 't': '\t', 'r': '\r', '\\': '\\', '"': '"', '/': '/', 'a': '\a', 'b': '\b', 'f': '\f', 'v': '\v'}
_NUMBER = re.compile(r'\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?')


class _Input(str):
    """Text that was read: it counts as a number where it looks like one."""


class _Leaves(Exception):
    """break, continue, next, exit, return: which, and with what."""

    def __init__(self, how, value=None):
        self.how, self.value = how, value


def _refuse(what):
    import _frames
    _frames.not_supported(f'awk with {what}', 'Python')


def _unescaped(text):
    text = re.sub(r'\\([0-7]{1,3})', lambda found: chr(int(found[1], 8)), text)
    return re.sub(r'\\(.)', lambda found: _ESCAPES.get(found[1], found[0]), text, flags=re.S)


def _number(value):
    if type(value) in (int, float):
        return value
    found = _NUMBER.match(value or '')
    return float(found[0]) if found else 0


def _text(value, shape='%.6g'):
    if isinstance(value, str):
        return value
    if value is None:
        return ''
    if value == value and abs(value) < 1e16 and value == int(value):
        return str(int(value))
    return 'inf' if value == math.inf else shape % value


def _looks(value):
    """Whether it counts as a number in a comparison."""
    if isinstance(value, _Input):
        found = _NUMBER.match(value)
        return found is not None and not value[found.end():].strip()
    return not isinstance(value, str)


def _is_true(value):
    return _number(value) != 0 if _looks(value) else bool(value)


class _Awk:
    def __init__(self, source):
        self.tokens, self.at = self._tokens(source), 0
        self.begins, self.rules, self.ends, self.functions = [], [], [], {}
        self.vars = {'FS': ' ', 'OFS': ' ', 'ORS': '\n', 'RS': '\n', 'NR': 0, 'FNR': 0, 'FILENAME': None, 'SUBSEP': '\x1c',
                     'RSTART': 0, 'RLENGTH': -1, 'OFMT': '%.6g', 'CONVFMT': '%.6g'}
        self.locals, self.files, self.fields, self.record = [], {}, [], _Input('')
        self.patterns, self.random = {}, None
        self.program()

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

    # Expressions, the loosest first.

    def expression(self, printed=False):
        return self.ternary(printed)

    def ternary(self, printed=False):
        start = self.at
        place = self.place()
        if place and (sign := self.take('=', '+=', '-=', '*=', '/=', '%=', '^=', '**=')):
            self.lines()
            value = self.ternary(printed)
            if sign == '=':
                return lambda: place[1](value())
            return lambda: place[1](_ARITHMETIC[sign[:-1]](_number(place[0]()), _number(value())))
        self.at = start
        condition = self.disjunction(printed)
        if not self.take('?'):
            return condition
        self.lines()
        yes = self.ternary(printed)
        self.lines()
        self.expect(':')
        self.lines()
        no = self.ternary(printed)
        return lambda: yes() if _is_true(condition()) else no()

    def disjunction(self, printed):
        return self.logic('||', True, lambda: self.conjunction(printed))

    def conjunction(self, printed):
        return self.logic('&&', False, lambda: self.membership(printed))

    def logic(self, sign, decides, part):
        """Truths with this sign between them: the first that is `decides` is the whole's."""
        parts = [part()]
        while self.take(sign):
            self.lines()
            parts.append(part())

        def judged():
            for part in parts:
                if _is_true(part()) == decides:
                    return int(decides)
            return int(not decides)
        return judged if len(parts) > 1 else parts[0]

    def membership(self, printed):
        left = self.matching(printed)
        while self.take('in'):
            left = (lambda left, array: lambda: int(_text(left()) in array()))(left, self.array(self.next()[1]))
        return left

    def matching(self, printed):
        left = self.comparison(printed)
        while sign := self.take('~', '!~'):
            pattern = self.pattern(self.comparison)
            left = (lambda left, pattern, wanted: lambda: int((pattern().search(_text(left())) is not None) == wanted))(
                left, pattern, sign == '~')
        return left

    def comparison(self, printed=False):
        left = self.concatenation(printed)
        if sign := self.take('<', '<=', '==', '!=', '>=', *(() if printed else ('>',))):
            right, compare = self.concatenation(printed), _COMPARISONS[sign]

            def compared():
                one, other = left(), right()
                if _looks(one) and _looks(other):
                    return int(compare(_number(one), _number(other)))
                return int(compare(_text(one), _text(other)))
            return compared
        if self.ahead('|') and not printed:
            _refuse('a pipe')
        return left

    def concatenation(self, printed=False):
        left = self.sum()
        while self.tokens[self.at][0] in ('number', 'name', 'call', 'text', 'built-in') or self.ahead('$', '(', '!', '-', '+', '++', '--'):
            left = (lambda left, right: lambda: _text(left(), self.vars['CONVFMT']) + _text(right(), self.vars['CONVFMT']))(
                left, self.sum())
        return left

    def arithmetic(self, signs, part):
        left = part()
        while sign := self.take(*signs):
            left = (lambda left, right, act: lambda: act(_number(left()), _number(right())))(left, part(), _ARITHMETIC[sign])
        return left

    def sum(self):
        return self.arithmetic('+-', lambda: self.arithmetic('*/%', self.unary))

    def unary(self):
        if sign := self.take('!', '-', '+'):
            value = self.unary()
            if sign == '!':
                return lambda: int(not _is_true(value()))
            return (lambda: -_number(value())) if sign == '-' else lambda: _number(value())
        return self.power()

    def power(self):
        left = self.postfix()
        if self.take('^', '**'):
            right = self.unary()
            return lambda: _number(left()) ** _number(right())
        return left

    def postfix(self):
        if sign := self.take('++', '--'):
            place, step = self.place(), 1 if sign == '++' else -1
            return lambda: place[1](_number(place[0]()) + step)
        start = self.at
        place = self.place()
        if place is None:
            self.at = start
            return self.primary()
        if sign := self.take('++', '--'):
            step = 1 if sign == '++' else -1

            def stepped():
                value = _number(place[0]())
                place[1](value + step)
                return value
            return stepped
        return place[0]

    def place(self):
        """How to get and to set what can be assigned to; None: it is something else."""
        kind, word = self.tokens[self.at]
        if kind == 'sign' and word == '$':
            self.at += 1
            if self.ahead('++', '--'):
                number = self.postfix()
            elif self.ahead('-', '+', '!'):
                number = self.unary()
            else:
                inner = self.place()
                number = inner[0] if inner else self.primary()
            return lambda: self.field(int(_number(number()))), lambda value: self.set_field(int(_number(number())), value)
        if kind != 'name':
            return None
        self.at += 1
        if not self.take('['):
            return self.variable(word)
        array, key = self.array(word), self.key(']')

        def set_item(value):
            array()[key()] = value
            return value
        return lambda: array().setdefault(key()), set_item

    def variable(self, name):
        if self.locals and name in self.locals[-1]:
            def set_local(value):
                self.frame[name] = value
                return value
            return lambda: self.frame.get(name), set_local
        if name == 'NF':
            return lambda: len(self.split()), self.set_count

        def set_variable(value):
            self.vars[name] = value
            return value
        return lambda: self.vars.get(name), set_variable

    def array(self, name):
        if self.locals and name in self.locals[-1]:
            def local():
                if self.frame.get(name) is None:
                    self.frame[name] = {}
                return self.frame[name]
            return local
        return lambda: self.vars.setdefault(name, {})

    def primary(self):
        kind, word = self.next()
        if kind == 'number':
            value = float(word)
            return lambda: value
        if kind == 'text':
            return lambda: word
        if kind == 'pattern':
            return lambda: int(self.compiled(word).search(self.record) is not None)
        if kind == 'built-in':
            return self.built_in(word)
        if kind == 'call':
            self.next()
            return self.call(word, self.arguments())
        if kind == 'sign' and word == '(':
            parts = self.listed(')')
            if len(parts) > 1:
                self.expect('in')
                array = self.array(self.next()[1])
                return lambda: int(_text(self.vars['SUBSEP']).join([_text(part()) for part in parts]) in array())
            return parts[0]
        if kind == 'word' and word == 'getline':
            _refuse('getline')
        self.at -= 1
        return self.expect('an expression')

    def arguments(self):
        """What is given to a function: how to get its value, and its name if it is only that."""
        given = []
        self.lines()
        while not self.take(')'):
            name = self.tokens[self.at][1] if self.tokens[self.at][0] == 'name' and self.tokens[self.at + 1][1] in (',', ')') else None
            given.append((self.expression(), name and self.array(name), name and self.variable(name)))
            self.take(',')
            self.lines()
        return given

    def call(self, name, given):
        def run():
            names, body = self.functions.get(name) or fail('awk', f'function {name} never defined', 2, False)
            frame, lent = {}, []
            for parameter, (value, array, variable) in zip(names, given):
                frame[parameter] = value() if variable is None else variable[0]()
                if frame[parameter] is None and variable is not None:
                    lent.append((parameter, variable))
            former, self.frame = self.frame, frame
            result = None
            try:
                body()
            except _Leaves as leaves:
                if leaves.how != 'return':
                    raise
                result = leaves.value
            finally:
                self.frame = former
            for parameter, variable in lent:
                # A name that was nothing has become an array within.
                if isinstance(frame[parameter], dict):
                    variable[1](frame[parameter])
            return result
        return run

    frame = {}

    def pattern(self, read):
        """A regular expression, written out or a text."""
        if self.tokens[self.at][0] == 'pattern':
            word = self.next()[1]
            return lambda: self.compiled(word)
        value = read()
        return lambda: self.compiled(_text(value()))

    def compiled(self, text):
        if text not in self.patterns:
            try:
                self.patterns[text] = re.compile(expression(_kept_escapes(text), True))
            except (re.error, ValueError) as exc:
                fail('awk', f'regular expression compile failed ({exc})\n{text}', 2, False)
        return self.patterns[text]

    def built_in(self, name):
        if name == 'length' and not self.ahead('('):
            return lambda: len(self.record)
        self.expect('(')
        if name in ('sub', 'gsub', 'match', 'split'):
            return self.of_pattern(name)
        if name == 'length' and self.take(')'):
            return lambda: len(self.record)
        given = self.arguments()
        values = [value for value, _, _ in given]
        if name == 'length':
            def length():
                value = values[0]()
                return len(value) if isinstance(value, dict) else len(_text(value))
            return length
        if name in ('system', 'close', 'fflush'):
            if name == 'system':
                _refuse('system()')
            return lambda: 0
        return lambda: _PLAIN[name](self, *[value() for value in values])

    def of_pattern(self, name):
        if name in ('sub', 'gsub'):
            pattern = self.pattern(self.expression)
            self.expect(',')
            self.lines()
            by, place = self.expression(), (lambda: self.record, lambda value: self.set_field(0, value))
            if self.take(','):
                self.lines()
                place = self.place() or (self.expression(), lambda value: None)
            self.expect(')')

            def substitute():
                made, count = pattern().subn(_replacement(_text(by())), _text(place[0]()), 0 if name == 'gsub' else 1)
                if count:
                    place[1](made)
                return count
            return substitute
        value = self.expression()
        self.expect(',')
        if name == 'match':
            pattern = self.pattern(self.expression)
            self.expect(')')

            def match():
                found = pattern().search(_text(value()))
                self.vars['RSTART'] = found.start() + 1 if found else 0
                self.vars['RLENGTH'] = found.end() - found.start() if found else -1
                return self.vars['RSTART']
            return match
        array, by = self.array(self.next()[1]), None
        if self.take(','):
            if self.tokens[self.at][0] == 'pattern':
                by = self.pattern(self.expression)
            else:
                separator = self.expression()
                by = lambda: _text(separator())
        self.expect(')')

        def split():
            parts = self.parts(_text(value()), by() if by else _text(self.vars['FS']))
            found = array()
            found.clear()
            found.update({str(at): _Input(part) for at, part in enumerate(parts, 1)})
            return len(parts)
        return split

    # Running it.

    def parts(self, text, separator):
        if separator == ' ':
            return text.split()
        if not text:
            return []
        if separator == '':
            return list(text)
        if isinstance(separator, str):
            if len(separator) == 1 and separator != '\\':
                return text.split(separator)
            separator = self.compiled(separator)
        return separator.split(text) if not separator.groups else re.split(re.sub(r'\((?!\?)', '(?:', separator.pattern), text)

    def split(self):
        if self.fields is None:
            parts = self.parts(self.record, _text(self.vars['FS']))
            self.fields = [_Input(part) for part in parts]
        return self.fields

    def field(self, number):
        if number == 0:
            return self.record
        if number < 0:
            fail('awk', f'attempt to access field {number}', 2, False)
        fields = self.split()
        return fields[number - 1] if number <= len(fields) else None

    def set_field(self, number, value):
        if number == 0:
            self.record, self.fields = _Input(_text(value)), None
            return value
        fields = self.split()
        fields += [_Input('')] * (number - len(fields))
        fields[number - 1] = value if isinstance(value, str) else _Input(_text(value))
        self.rebuild()
        return value

    def set_count(self, value):
        count, fields = int(_number(value)), self.split()
        self.fields = fields[:count] + [_Input('')] * (count - len(fields))
        self.rebuild()
        return value

    def rebuild(self):
        self.record = _Input(_text(self.vars['OFS']).join(map(_text, self.fields)))

    def write(self, values, way=None, where=None):
        shape = self.vars['OFMT']
        line = _text(self.vars['OFS']).join([_text(value, shape) for value in values]) if values else self.record
        self.out(line + _text(self.vars['ORS']), way, where)

    def out(self, text, way=None, where=None):
        if where is None:
            put(text)
            return
        name = _text(where())
        if name in ('/dev/stdout', '-'):
            put(text)
        elif name == '/dev/stderr':
            say(text, end='')
        else:
            if name not in self.files:
                self.files[name] = open(name, 'w' if way == '>' else 'a', newline='')
            self.files[name].write(text)

    def shaped(self, values):
        shape, values = _text(values[0]) if values else '', list(values[1:])

        def one(found):
            if found[0] == '%%':
                return '%'
            spec, letter = found[1], found[2]
            while '*' in spec:
                spec = spec.replace('*', str(int(_number(values.pop(0) if values else 0))), 1)
            value = values.pop(0) if values else None
            if letter == 'c':
                return f'%{spec}s' % (chr(int(value)) if type(value) in (int, float) else _text(value)[:1])
            if letter == 's':
                return f'%{spec}s' % _text(value)
            number = _number(value)
            if letter in 'dioxXu':
                return f'%{spec}{"d" if letter in "iu" else letter}' % int(number)
            return f'%{spec}{letter}' % number
        return re.sub(r'%(?:%|([-+ #0]*(?:\d+|\*)?(?:\.(?:\d+|\*)?)?)([diouxXeEfFgGcs]))', one, shape)

    def set_given(self, text):
        name, _, value = text.partition('=')
        self.vars[name] = _Input(_unescaped(value))

    def run(self, operands):
        status = 0
        try:
            for act in self.begins:
                act()
            if self.rules or self.ends:
                status = self.read(operands)
        except _Leaves as leaves:
            status = int(_number(leaves.value))
        try:
            for act in self.ends:
                act()
        except _Leaves as leaves:
            if leaves.value is not None:
                status = int(_number(leaves.value))
        for file in self.files.values():
            file.close()
        return status

    def read(self, operands):
        files = [operand for operand in operands if not re.match(r'[A-Za-z_]\w*=', operand)]
        for operand in operands:
            if operand not in files:
                self.set_given(operand)
        inputs = Inputs('awk', files, 2)
        for name, file in inputs:
            self.vars['FILENAME'], self.vars['FNR'] = _Input('' if name == '-' else name), 0
            try:
                for line in self.records(file):
                    self.vars['NR'] += 1
                    self.vars['FNR'] += 1
                    self.record, self.fields = _Input(line), None
                    try:
                        self.apply()
                    except _Leaves as leaves:
                        if leaves.how != 'next':
                            raise
            except _Leaves as leaves:
                if leaves.how != 'nextfile':
                    raise
        return inputs.status

    def records(self, file):
        from _command_lines import text_of
        separator = _text(self.vars['RS'])
        if separator == '\n':
            while line := file.readline():
                yield text_of(line.removesuffix(b'\n'))
            return
        text = text_of(file.read())
        if separator == '':
            yield from (part for part in re.split(r'\n\n+', text.strip('\n')) if part)
            return
        parts = text.split(separator) if len(separator) == 1 else self.compiled(separator).split(text)
        yield from parts[:-1] if parts[-1] in ('', '\n') else parts

    def apply(self):
        for rule in self.rules:
            first, last, act, within = rule
            if last is None:
                if first is None or _is_true(first()):
                    act()
            elif within or _is_true(first()):
                rule[3] = not _is_true(last())
                act()


def _kept_escapes(text):
    """What stands for a character in a pattern, as that character."""
    return re.sub(r'\\([ntrfv])', lambda found: _ESCAPES[found[1]], text)


def _replacement(text):
    """What a match becomes: `&` is the match."""
    pieces = [{'&': None, '\\&': '&', '\\\\': '\\'}.get(piece, piece) for piece in re.findall(r'\\&|\\\\|&|\\|[^&\\]+', text)]
    return lambda found: ''.join([found[0] if piece is None else piece for piece in pieces])


def _divided(a, b):
    return a / b if b else fail('awk', 'division by zero', 2, False)


def _remainder(a, b):
    return math.fmod(a, b) if b else fail('awk', 'division by zero in %', 2, False)


def _substr(awk, text, start, size=None):
    text, start = _text(text), round(_number(start))
    end = len(text) + 1 if size is None else start + round(_number(size))
    return text[max(start, 1) - 1:max(end - 1, 0)]


def _rand(awk):
    import random
    awk.random = awk.random or random.Random(0)
    return awk.random.random()


def _srand(awk, seed=0):
    import random
    awk.random = random.Random(_number(seed))
    return 0


_ARITHMETIC = {'+': lambda a, b: a + b, '-': lambda a, b: a - b, '*': lambda a, b: a * b, '/': _divided, '%': _remainder,
               '^': lambda a, b: a ** b, '**': lambda a, b: a ** b}
_COMPARISONS = {'<': lambda a, b: a < b, '<=': lambda a, b: a <= b, '==': lambda a, b: a == b, '!=': lambda a, b: a != b,
                '>=': lambda a, b: a >= b, '>': lambda a, b: a > b}
_PLAIN = {'substr': _substr, 'rand': _rand, 'srand': _srand,
          'index': lambda awk, text, part: _text(text).find(_text(part)) + 1,
          'sprintf': lambda awk, *values: awk.shaped(values), 'int': lambda awk, x: int(_number(x)),
          'tolower': lambda awk, text: _text(text).lower(), 'toupper': lambda awk, text: _text(text).upper(),
          'atan2': lambda awk, y, x: math.atan2(_number(y), _number(x)),
          **{name: (lambda act: lambda awk, x: act(_number(x)))(getattr(math, name)) for name in ('sin', 'cos', 'exp', 'log', 'sqrt')}}


def _awk(args):
    args, given, separator, sources = list(args), [], None, []
    while args and args[0][:1] == '-' and args[0] != '-':
        option = args.pop(0)
        if option == '--':
            break
        if option[:2] not in ('-F', '-v', '-f'):
            fail('awk', f'not an option: {option}', 2, False)
        value = option[2:] or (args.pop(0) if args else fail('awk', f'option requires an argument -- {option[1]}', 2, False))
        if option[1] == 'F':
            separator = '\t' if value == 't' else _unescaped(value)
        elif option[1] == 'v':
            given.append(value)
        else:
            with open(value) as file:
                sources.append(file.read())
    if not sources and not args:
        print('usage: awk [-F fs][-v var=value][prog | -f progfile][file ...]', file=sys.stderr)
        return 2
    awk = _Awk('\n'.join(sources) if sources else args.pop(0))
    if separator is not None:
        awk.vars['FS'] = separator
    for text in given:
        awk.set_given(text)
    awk.vars['ARGC'] = len(args) + 1
    awk.vars['ARGV'] = {str(at): _Input(arg) for at, arg in enumerate(['awk', *args])}
    awk.vars['ENVIRON'] = {name: _Input(value) for name, value in __import__('os').environ.items()}
    return awk.run(args)


PROGRAMS = {'awk': _awk}
