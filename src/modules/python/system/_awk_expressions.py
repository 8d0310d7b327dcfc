"""awk's expressions."""
import math
import re
from _command_lines import fail
from _grep import expression

from _awk_values import _Leaves, _is_true, _looks, _number, _refuse, _text
from _awk_functions import _kept_escapes


class Expressions:
    """Reads expressions; each becomes a function that gives its value."""

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


def _divided(a, b):
    return a / b if b else fail('awk', 'division by zero', 2, False)


def _remainder(a, b):
    return math.fmod(a, b) if b else fail('awk', 'division by zero in %', 2, False)


_ARITHMETIC = {'+': lambda a, b: a + b, '-': lambda a, b: a - b, '*': lambda a, b: a * b, '/': _divided, '%': _remainder,
               '^': lambda a, b: a ** b, '**': lambda a, b: a ** b}
_COMPARISONS = {'<': lambda a, b: a < b, '<=': lambda a, b: a <= b, '==': lambda a, b: a == b, '!=': lambda a, b: a != b,
                '>=': lambda a, b: a >= b, '>': lambda a, b: a > b}
