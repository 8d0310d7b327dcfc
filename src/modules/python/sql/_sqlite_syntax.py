"""SQL as a tree of statements: tokens and expressions. Trees are tuples whose first item is their kind."""
import re as _re
from _sqlite_errors import problem

_TOKEN = _re.compile(r'''
    (?P<space>\s+|--[^\n]*|/\*.*?(?:\*/|\Z))
  | (?P<number>0[xX][0-9a-fA-F]+|(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)
  | (?P<blob>[xX]'(?:[0-9a-fA-F]{2})*')
  | (?P<text>'(?:[^']|'')*')
  | (?P<quoted>"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\])
  | (?P<parameter>\?\d*|[:@$]\w+)
  | (?P<word>[^\W\d][\w$]*)
  | (?P<sign>\|\||<<|>>|<=|>=|<>|!=|==|->>|->|[-+*/%&|~<>=(),.;])
''', _re.VERBOSE | _re.DOTALL)

# Words that name nothing unless they are quoted.
RESERVED = frozenset('''ADD ALL ALTER AND AS AUTOINCREMENT BETWEEN CASE CHECK COLLATE COMMIT CONSTRAINT CREATE CROSS DEFAULT
DEFERRABLE DELETE DISTINCT DROP ELSE ESCAPE EXCEPT EXISTS FOREIGN FROM FULL GROUP HAVING IN INDEX INNER INSERT INTERSECT
INTO IS ISNULL JOIN LEFT LIMIT NATURAL NOT NOTHING NOTNULL NULL ON OR ORDER OUTER PRIMARY REFERENCES RETURNING RIGHT SELECT SET TABLE THEN TO
TRANSACTION UNION UNIQUE UPDATE USING VALUES WHEN WHERE'''.split())
JOINS = frozenset('CROSS FULL INNER LEFT NATURAL OUTER RIGHT'.split())


def tokens(sql):
    """(kind, text, from, to, text) of each token of the first statement; words are upper case in the fifth item."""
    found, at = [], 0
    while at < len(sql):
        match = _TOKEN.match(sql, at)
        if match is None or match.lastgroup == 'number' and _re.match(r'\w', sql[match.end():]):
            end = match.end() if match else at + 1
            if match is None and sql[at] in '\'"`[':
                end = len(sql)
            while match and end < len(sql) and _re.match(r'\w', sql[end]):
                end += 1
            found.append(('wrong', sql[at:end], at, end, ''))
            return found
        if match.lastgroup != 'space':
            text = match.group()
            found.append((match.lastgroup, text, at, match.end(), text.upper() if match.lastgroup == 'word' else text))
            if text == ';' and ended(found):
                return found
        at = match.end()
    return found


def ended(found):
    """Whether tokens up to a semicolon are a statement. A trigger has statements within, and ends behind the END that follows the last."""
    if not found or found[-1][1] != ';':
        return False
    return found[0][4] != 'CREATE' or 'TRIGGER' not in [token[4] for token in found[1:3]] or (
        [token[4] for token in found[-3:-1]] == [';', 'END'])


def unquoted(text):
    if text[0] == '[':
        return text[1:-1]
    return text[1:-1].replace(text[0] * 2, text[0])


class Node:
    """A statement or a part of one."""

    def __init__(self, kind, **parts):
        self.kind = kind
        self.__dict__.update(parts)


class Expressions:
    """A parser of expressions over the tokens of one statement."""

    def __init__(self, sql, found, closed=False):
        self.sql, self.tokens, self.at, self.closed = sql, found, 0, closed
        self.parameters = []

    # --- tokens ---

    def fail(self):
        if self.at >= len(self.tokens):
            raise problem('near ";": syntax error' if self.closed else 'incomplete input')
        kind, text, *_ = self.tokens[self.at]
        if kind == 'wrong':
            raise problem(f'unrecognized token: "{text}"')
        raise problem(f'near "{text}": syntax error')

    def peek(self, ahead=0):
        at = self.at + ahead
        return self.tokens[at][4] if at < len(self.tokens) else None

    def kind(self, ahead=0):
        at = self.at + ahead
        return self.tokens[at][0] if at < len(self.tokens) else None

    def take(self, *words):
        """Takes these words if they come next."""
        for n, word in enumerate(words):
            if self.peek(n) != word or self.kind(n) not in ('word', 'sign'):
                return False
        self.at += len(words)
        return True

    def need(self, *words):
        for word in words:
            if not self.take(word):
                self.fail()

    def name(self, texts=True):
        """An identifier; some places take a text for one."""
        kind = self.kind()
        if kind == 'word' and self.peek() not in RESERVED or kind == 'quoted' or texts and kind == 'text':
            text = self.tokens[self.at][1]
            self.at += 1
            return text if kind == 'word' else unquoted(text)
        self.fail()

    def is_name(self, ahead=0):
        kind = self.kind(ahead)
        return kind == 'quoted' or kind == 'word' and self.peek(ahead) not in RESERVED

    def since(self, start):
        """The source from a token on to the last one taken."""
        return self.sql[self.tokens[start][2]:self.tokens[self.at - 1][3]]

    def several(self, one):
        """What stands between commas."""
        found = [one()]
        while self.take(','):
            found.append(one())
        return found

    def parenthesised(self, one):
        self.need('(')
        found = self.several(one)
        self.need(')')
        return found

    # --- expressions, from the loosest to the tightest ---

    def expression(self):
        left = self.conjunction()
        while self.take('OR'):
            left = 'or', left, self.conjunction()
        return left

    def conjunction(self):
        left = self.negation()
        while self.take('AND'):
            left = 'and', left, self.negation()
        return left

    def negation(self):
        if self.peek() == 'NOT' and not (self.peek(1) == 'EXISTS'):
            self.at += 1
            return 'not', self.negation()
        return self.equality()

    def equality(self):
        left = self.comparison()
        while True:
            word = self.peek()
            if self.kind() == 'sign' and word in ('=', '==', '<>', '!='):
                self.at += 1
                left = 'compare', '=' if word in ('=', '==') else '<>', left, self.comparison()
            elif self.take('IS'):
                negated = self.take('NOT')
                if self.take('DISTINCT', 'FROM'):
                    negated = not negated
                left = 'is', left, self.comparison(), negated
            elif self.take('ISNULL'):
                left = 'is', left, ('literal', None), False
            elif self.take('NOTNULL') or self.take('NOT', 'NULL'):
                left = 'is', left, ('literal', None), True
            else:
                negated = word == 'NOT' and self.peek(1) in ('LIKE', 'GLOB', 'REGEXP', 'MATCH', 'BETWEEN', 'IN')
                self.at += negated
                word = self.peek()
                if word in ('LIKE', 'GLOB', 'REGEXP', 'MATCH') and self.kind() == 'word' and self.tokens[self.at][0] == 'word':
                    self.at += 1
                    arguments = [self.comparison(), left]
                    if self.take('ESCAPE'):
                        arguments.append(self.comparison())
                    left = 'call', word.lower(), arguments, None
                    left = ('not', left) if negated else left
                elif self.take('BETWEEN'):
                    low = self.comparison()
                    self.need('AND')
                    left = 'between', left, low, self.comparison(), negated
                elif self.take('IN'):
                    left = 'in', left, self.members(), negated
                elif negated:
                    self.fail()
                else:
                    return left

    def members(self):
        """What stands behind IN: a list of expressions, a select, or the name of a table."""
        if not self.take('('):
            name = self.name()
            return self.select_all(name)
        if self.peek() in ('SELECT', 'WITH', 'VALUES'):
            found = self.select()
        else:
            found = [] if self.peek() == ')' else self.several(self.expression)
        self.need(')')
        return found

    def _binary(self, signs, tighter, kind):
        left = tighter()
        while self.kind() == 'sign' and self.peek() in signs:
            sign = self.peek()
            self.at += 1
            left = kind, sign, left, tighter()
        return left

    def comparison(self):
        return self._binary(('<', '<=', '>', '>='), self.bits, 'compare')

    def bits(self):
        return self._binary(('<<', '>>', '&', '|'), self.sum, 'number')

    def sum(self):
        return self._binary(('+', '-'), self.product, 'number')

    def product(self):
        return self._binary(('*', '/', '%'), self.joined, 'number')

    def joined(self):
        return self._binary(('||', '->', '->>'), self.collated, 'join')

    def collated(self):
        left = self.unary()
        while self.take('COLLATE'):
            left = 'collate', left, self.name()
        return left

    def unary(self):
        for sign in '-+~':
            if self.kind() == 'sign' and self.peek() == sign:
                self.at += 1
                return 'sign', sign, self.unary()
        return self.primary()

    def primary(self):
        kind, word = self.kind(), self.peek()
        if kind is None:
            self.fail()
        text = self.tokens[self.at][1]
        if kind == 'number':
            self.at += 1
            return 'literal', number(text)
        if kind == 'text':
            self.at += 1
            return 'literal', unquoted(text)
        if kind == 'blob':
            self.at += 1
            return 'literal', bytes.fromhex(text[2:-1])
        if kind == 'parameter':
            self.at += 1
            return 'parameter', self.parameter(text)
        if kind == 'sign':
            if word != '(':
                self.fail()
            self.at += 1
            if self.peek() in ('SELECT', 'WITH', 'VALUES'):
                found = 'scalar', self.select()
            else:
                found = self.several(self.expression)
                found = found[0] if len(found) == 1 else ('row', found)
            self.need(')')
            return found
        if kind == 'word':
            found = self.by_word(word)
            if found is not None:
                return found
            if self.peek(1) == '(' and self.is_name():
                return self.call()
        return self.column()

    def by_word(self, word):
        if word in ('NULL', 'TRUE', 'FALSE') and self.peek(1) != '.':
            self.at += 1
            return 'literal', {'NULL': None, 'TRUE': 1, 'FALSE': 0}[word]
        if word in ('CURRENT_TIMESTAMP', 'CURRENT_DATE', 'CURRENT_TIME'):
            self.at += 1
            return 'call', {'CURRENT_TIMESTAMP': 'datetime', 'CURRENT_DATE': 'date', 'CURRENT_TIME': 'time'}[word], [], None
        if word == 'CASE':
            return self.case()
        if word == 'CAST' and self.peek(1) == '(':
            self.at += 2
            value = self.expression()
            self.need('AS')
            kind = self.type_name()
            self.need(')')
            return 'cast', value, kind
        if word == 'NOT' and self.peek(1) == 'EXISTS':
            self.at += 1
            return 'not', self.by_word('EXISTS')
        if word == 'EXISTS':
            self.at += 1
            self.need('(')
            found = 'exists', self.select()
            self.need(')')
            return found
        if word == 'RAISE' and self.peek(1) == '(':
            self.at += 2
            kind, message = self.name().upper(), None
            if kind != 'IGNORE':
                self.need(',')
                message = self.name()
            self.need(')')
            return 'raise', kind, message
        return None

    def case(self):
        self.at += 1
        base = None if self.peek() == 'WHEN' else self.expression()
        cases, last = [], None
        while self.take('WHEN'):
            condition = self.expression()
            self.need('THEN')
            cases.append((condition, self.expression()))
        if not cases:
            self.fail()
        if self.take('ELSE'):
            last = self.expression()
        self.need('END')
        return 'case', base, cases, last

    def call(self):
        shown = self.name()
        name = shown.lower()
        self.need('(')
        distinct, arguments = False, []
        if self.take('*'):
            arguments = None
        elif self.peek() != ')':
            distinct = self.take('DISTINCT')
            if not distinct:
                self.take('ALL')
            arguments = self.several(self.expression)
        self.need(')')
        only = over = None
        if self.peek() == 'FILTER' and self.peek(1) == '(':
            self.at += 2
            self.need('WHERE')
            only = self.expression()
            self.need(')')
        if self.peek() == 'OVER' and (self.peek(1) == '(' or self.is_name(1)):
            self.at += 1
            over = self.window() if self.peek() == '(' else self.name()
        return 'call', name, arguments, (distinct, only, over) if distinct or only or over is not None else None, shown

    def window(self):
        """A window's partition, order and frame: (base, partition, order, unit, from, to, what is left out)."""
        self.need('(')
        base, partition, order, unit, first, last, excluded = None, [], [], None, None, None, None
        if self.is_name() and self.peek() not in ('PARTITION', 'ROWS', 'RANGE', 'GROUPS'):
            base = self.name()
        if self.take('PARTITION'):
            self.need('BY')
            partition = self.several(self.expression)
        if self.take('ORDER'):
            self.need('BY')
            order = self.several(self.ordering)
        if self.peek() in ('ROWS', 'RANGE', 'GROUPS'):
            unit = self.peek()
            self.at += 1
            if self.take('BETWEEN'):
                first = self.bound('PRECEDING')
                self.need('AND')
                last = self.bound('FOLLOWING')
            else:
                first, last = self.bound('PRECEDING'), ('CURRENT', None)
            if self.take('EXCLUDE'):
                excluded = self.excluded()
        self.need(')')
        return base, partition, order, unit, first, last, excluded

    def excluded(self):
        """The rows that a frame leaves out: 'CURRENT', 'GROUP', 'TIES' or None."""
        for word, more in (('NO', 'OTHERS'), ('CURRENT', 'ROW'), ('GROUP', None), ('TIES', None)):
            if self.take(word):
                if more:
                    self.need(more)
                return None if word == 'NO' else word
        self.fail()

    def bound(self, outermost):
        if self.take('CURRENT'):
            self.need('ROW')
            return 'CURRENT', None
        value = None if self.take('UNBOUNDED') else self.expression()
        side = self.peek()
        if side not in ((outermost,) if value is None else ('PRECEDING', 'FOLLOWING')):
            self.fail()
        self.at += 1
        return side, value

    def ordering(self):
        """(expression, descending, nulls first or last or None)."""
        value = self.expression()
        descending = self.take('DESC')
        if not descending:
            self.take('ASC')
        nulls = None
        if self.take('NULLS'):
            nulls = self.peek()
            if nulls not in ('FIRST', 'LAST'):
                self.fail()
            self.at += 1
        return value, descending, nulls

    def column(self):
        start = self.at
        names = [self.name()]
        while self.peek() == '.' and len(names) < 3:
            self.at += 1
            names.append(self.name())
        quoted = len(names) == 1 and self.tokens[start][1][0] == '"'
        return 'column', names[-2] if len(names) > 1 else None, names[-1], quoted

    def parameter(self, text):
        """The number of a parameter, from 1 on."""
        known = self.parameters
        if text[0] == '?' and len(text) > 1:
            number = int(text[1:])
            while len(known) < number:
                known.append(None)
            known[number - 1] = text
            return number
        if text != '?' and text in known:
            return known.index(text) + 1
        known.append(None if text == '?' else text)
        return len(known)

    def type_name(self):
        """The words of a type, with what is in parentheses behind them."""
        start, words = self.at, 0
        while self.is_name() or self.kind() == 'text':
            if self.peek() in ('GENERATED', 'ALWAYS') and words:
                break
            self.at += 1
            words += 1
        if not words:
            return ''
        if self.peek() == '(':
            self.at += 1
            while not self.take(')'):
                if self.kind() is None:
                    self.fail()
                self.at += 1
        parts = [t[1] for t in self.tokens[start:self.at]]
        text = parts[0]
        for n, part in enumerate(parts[1:], 1):
            text += part if part in '(),' or parts[n - 1] in '(,' else ' ' + part
        return text


def number(text):
    if text[:2] in ('0x', '0X'):
        value = int(text, 16)
        return value - (1 << 64) if value >= 1 << 63 else value
    if text.isdigit():
        value = int(text)
        return value if value < 1 << 63 else float(text)
    return float(text)
