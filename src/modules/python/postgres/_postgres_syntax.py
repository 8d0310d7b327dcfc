"""PostgreSQL's expressions as trees: tuples that begin with what they are."""
from _postgres_calls import Calls
from _postgres_errors import ServerError, missing
from _postgres_words import RESERVED

_OTHER = frozenset(('||', '->', '->>', '#>', '#>>', '@>', '<@', '?', '?|', '?&', '~', '~*', '!~', '!~*', '&&', '&', '|', '#', '<<', '>>',
                    '~~', '~~*', '!~~', '!~~*'))
_COMPARISONS = '<', '>', '=', '<=', '>=', '<>'
_NILADIC = frozenset('''current_date current_time current_timestamp localtime localtimestamp current_user session_user user
current_catalog current_role current_schema'''.split())


class Expressions(Calls):
    """Reads expressions, from the loosest to the tightest."""

    def expression(self):
        left = self.conjunction()
        while self.take('or'):
            left = 'or', left, self.conjunction()
        return left

    def conjunction(self):
        left = self.negation()
        while self.take('and'):
            left = 'and', left, self.negation()
        return left

    def negation(self):
        if self.take('not'):
            return 'not', self.negation()
        return self.test()

    def test(self):
        left = self.comparison()
        while True:
            if self.take('isnull'):
                left = 'isnull', left, False
            elif self.take('notnull'):
                left = 'isnull', left, True
            elif self.take('is'):
                negated = self.take('not')
                if self.take('distinct', 'from'):
                    left = 'distinct', left, self.comparison(), negated
                    continue
                word = self.one_of('null', 'true', 'false', 'unknown')
                if word is None:
                    self.fail()
                if word == 'null':
                    left = 'isnull', left, negated
                else:
                    left = 'istrue', left, {'true': True, 'false': False, 'unknown': None}[word], negated
            else:
                return left

    def comparison(self):
        left = self.membership()
        if self.peek() in _COMPARISONS:
            left = self._operated(left, self.membership)
            if self.peek() in _COMPARISONS:
                self.fail()
        return left

    def _operated(self, left, tighter):
        sign = self.peek()
        self.at += 1
        word = self.peek()
        if word in ('any', 'some', 'all') and self.peek(1) == '(':
            self.at += 2
            over = self.select() if self.at_select() else self.expression()
            self.need(')')
            return 'any', sign, left, over, word == 'all'
        return 'op', sign, left, tighter()

    def membership(self):
        left = self.other()
        while True:
            negated = self.peek() == 'not' and self.peek(1) in ('between', 'in', 'like', 'ilike', 'similar')
            self.at += negated
            if self.take('between'):
                symmetric = self.take('symmetric')
                self.take('asymmetric')
                low = self.other()
                self.need('and')
                left = 'between', left, low, self.other(), negated, symmetric
            elif self.take('in'):
                self.need('(')
                over = self.select() if self.at_select() else tuple(self.several(self.expression))
                self.need(')')
                left = 'in', left, over, negated
            elif self.peek() in ('like', 'ilike'):
                fold = self.peek() == 'ilike'
                self.at += 1
                word = self.peek()
                if word in ('any', 'some', 'all') and self.peek(1) == '(':
                    self.at -= 1
                    self.tokens[self.at] = 'sign', '', ('!' if negated else '') + '~~' + ('*' if fold else ''), 0
                    left = self._operated(left, None)
                    continue
                pattern = self.other()
                escape = self.other() if self.take('escape') else None
                left = 'like', left, pattern, escape, negated, fold
            elif self.take('similar'):
                missing('SIMILAR TO')
            else:
                return left

    def other(self):
        left = self.sum()
        while self.kind() == 'sign' and self.peek() in _OTHER:
            left = self._operated(left, self.sum)
        return left

    def sum(self):
        left = self.product()
        while self.peek() in ('+', '-'):
            left = self._operated(left, self.product)
        return left

    def product(self):
        left = self.power()
        while self.peek() in ('*', '/', '%'):
            left = self._operated(left, self.power)
        return left

    def power(self):
        left = self.zoned()
        while self.peek() == '^':
            left = self._operated(left, self.zoned)
        return left

    def zoned(self):
        left = self.signed()
        while True:
            if self.take('at', 'time', 'zone'):
                left = 'call', 'timezone', (self.signed(), left), None
            elif self.take('collate'):
                self.label()
            else:
                return left

    def signed(self):
        if self.kind() == 'sign' and self.peek() in ('-', '+', '~', '@', '|/'):
            sign = self.peek()
            self.at += 1
            of = self.signed()
            if sign == '-' and of[0] == 'number' and not of[1].startswith('-'):
                return 'number', '-' + of[1]
            return 'sign', sign, of
        return self.cast()

    def cast(self):
        left = self.primary()
        while True:
            if self.take('::'):
                left = 'cast', left, self.type_name()
            elif self.take('['):
                low = None if self.peek() == ':' else self.expression()
                if self.take(':'):
                    high = None if self.peek() == ']' else self.expression()
                    left = 'slice', left, low, high
                else:
                    left = 'index', left, low
                self.need(']')
            elif self.peek() == '.' and left[0] not in ('column', 'number'):
                missing('a field of a composite value')
            else:
                return left

    def at_select(self, ahead=0):
        while self.peek(ahead) == '(':
            ahead += 1
        return self.peek(ahead) in ('select', 'with', 'values')

    def primary(self):
        kind, text, value, _ = self.tokens[self.at]
        if kind == 'number':
            self.at += 1
            if self.kind() == 'word' and self.tokens[self.at][3] == self.tokens[self.at - 1][3] + len(text):
                word = self.tokens[self.at][1]
                raise ServerError('42601', f'trailing junk after numeric literal at or near "{text}{word[:1]}"')
            return 'number', text
        if kind == 'text':
            self.at += 1
            return 'text', value
        if kind == 'param':
            self.at += 1
            self.parameters = max(self.parameters, int(text[1:]))
            return 'parameter', int(text[1:])
        if kind == 'sign':
            if value in _OTHER:
                # A sign before a value: what is wrong may stand behind it.
                start, self.at = self.at, self.at + 1
                self.signed()
                self.at = start
            self.need('(')
            found = self._query()
            if found is None:
                found = self.several(self.expression)
                found = found[0] if len(found) == 1 else ('row', tuple(found))
            self.need(')')
            return found
        if kind == 'word':
            found = self._by_word(value)
            if found is not None:
                return found
        if kind == 'end':
            self.fail()
        if self.peek(1) == '(' or self.peek(1) == '.' and self.peek(3) == '(':
            if kind == 'word' and value in RESERVED:
                self.fail()
            self.at += 1
            if self.take('.'):
                value = self.label()
            return self.call(value)
        if kind == 'word' and self.kind(1) == 'text' and value not in RESERVED:
            # date '2024-01-01', interval '1 day'
            of, text = self.type_name(), self.text()
            if of[0] == 'interval' and self.peek() in ('year', 'month', 'day', 'hour', 'minute', 'second') and self.peek(1) != 'to':
                text += ' ' + self.peek()
                self.at += 1
            return 'cast', ('text', text), of
        name = self.name()
        if not self.take('.'):
            return 'column', None, name
        if self.take('*'):
            return 'star', name
        second = self.label()
        if self.take('.'):
            if self.take('*'):
                return 'star', second
            return 'column', second, self.label()
        return 'column', name, second

    def _query(self):
        """A query in parentheses; None where these begin an expression: ((SELECT 1) + 1)."""
        if not self.at_select():
            return None
        start = self.at
        try:
            found = 'scalar', self.select()
            if self.peek() == ')' or self.tokens[start][2] != '(':
                return found
        except ServerError:
            if self.tokens[start][2] != '(':
                raise
        self.at = start
        return None

    def _by_word(self, word):
        if word in ('null', 'true', 'false'):
            self.at += 1
            return ('null',) if word == 'null' else ('bool', word == 'true')
        if word in _NILADIC:
            self.at += 1
            if self.take('('):
                self.number()
                self.need(')')
            return 'call', word, (), None
        ahead = self.peek(1)
        if word == 'case':
            return self._case()
        if word == 'not':
            return None
        if word == 'exists' and ahead == '(':
            self.at += 2
            found = 'exists', self.select()
            self.need(')')
            return found
        if word == 'array' and ahead == '[':
            self.at += 1
            return self._array()
        if word == 'array' and ahead == '(':
            self.at += 2
            found = 'arrayof', self.select()
            self.need(')')
            return found
        if ahead == '(':
            if word == 'cast':
                self.at += 2
                of = self.expression()
                self.need('as')
                found = 'cast', of, self.type_name()
            elif word == 'extract':
                self.at += 2
                field = self.tokens[self.at][2]
                self.at += 1
                self.need('from')
                found = 'call', 'extract', (('text', field), self.expression()), None
            elif word == 'row':
                self.at += 2
                found = 'row', tuple(self.several(self.expression))
            elif word == 'position':
                self.at += 2
                part = self.sum()
                self.need('in')
                found = 'call', 'position', (self.sum(), part), None
            elif word == 'substring':
                self.at += 2
                arguments = [self.expression()]
                if self.take('from'):
                    arguments.append(self.expression())
                if self.take('for'):
                    arguments += [('number', '1')][len(arguments) - 1:]
                    arguments.append(self.expression())
                while self.take(','):
                    arguments.append(self.expression())
                found = 'call', 'substring', tuple(arguments), None
            elif word == 'trim':
                self.at += 2
                side = self.one_of('both', 'leading', 'trailing') or 'both'
                arguments = [] if self.peek() == 'from' else self.several(self.expression)
                if self.take('from'):
                    arguments = self.several(self.expression) + arguments
                found = 'call', {'both': 'btrim', 'leading': 'ltrim', 'trailing': 'rtrim'}[side], tuple(arguments), None
            elif word == 'overlay':
                missing('overlay(…)')
            else:
                return None
            self.need(')')
            return found
        return None

    def _array(self):
        self.need('[')
        items = []
        if self.peek() != ']':
            items = self.several(lambda: self._array() if self.peek() == '[' else self.expression())
        self.need(']')
        return 'array', tuple(items)

    def _case(self):
        self.at += 1
        base = None if self.peek() == 'when' else self.expression()
        whens, otherwise = [], None
        while self.take('when'):
            condition = self.expression()
            self.need('then')
            whens.append((condition, self.expression()))
        if not whens:
            self.fail()
        if self.take('else'):
            otherwise = self.expression()
        self.need('end')
        return 'case', base, tuple(whens), otherwise
