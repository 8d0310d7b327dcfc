"""PostgreSQL's words."""
import re
from _postgres_errors import ServerError, missing

RESERVED = frozenset('''all analyse analyze and any array as asc asymmetric both case cast check collate column constraint create
current_catalog current_date current_role current_time current_timestamp current_user default deferrable desc distinct do else end except
false fetch for foreign from grant group having in initially intersect into lateral leading limit localtime localtimestamp not null
offset on only or order placing primary references returning select session_user some symmetric table then to trailing true union
unique user using variadic when where window with'''.split())
FUNCTIONAL = frozenset('''authorization binary collation concurrently cross current_schema freeze full ilike inner is isnull join left
like natural notnull outer overlaps right similar tablesample verbose'''.split())
# Words that no alias may be where AS is left out.
NO_ALIAS = RESERVED | FUNCTIONAL | frozenset('''day filter hour minute month over precision second varying within without year set
'''.split())
_TOKEN = re.compile(r'''(?P<space>(?:\s+|--[^\n]*)+)
|(?P<comment>/\*)
|(?P<text>[eE]'(?:[^'\\]|''|\\.)*'|'(?:[^']|'')*'|[bBxXnN]'[^']*')
|(?P<dollar>\$(?P<tag>[A-Za-z_]\w*|)\$)
|(?P<quoted>"(?:[^"]|"")*")
|(?P<param>\$\d+)
|(?P<number>(?:\d+\.(?!\.)\d*|\.\d+|\d+)(?:[eE][-+]?\d+)?)
|(?P<word>[^\W\d][\w$]*)
|(?P<sign>::|:=|\.\.|<=|>=|<>|!=|=>|\|\||->>|->|\#>>|\#>|@>|<@|\?\||\?&|!~\*|!~|~\*|&&|<<|>>|\|/|!~~\*|[-+*/<>=~@\#%^&|?()\[\],;:.])''',
    re.VERBOSE | re.DOTALL)
_ESCAPES = {'n': '\n', 't': '\t', 'r': '\r', 'b': '\b', 'f': '\f'}


def tokens_of(sql):
    """(kind, text, value, start) of each word."""
    found, at, size = [], 0, len(sql)
    while at < size:
        match = _TOKEN.match(sql, at)
        kind = match.lastgroup if match else None
        if kind == 'tag':
            kind = 'dollar'
        text = match[0] if match else sql[at]
        if kind is None:
            if sql[at] in '\'"':
                what = 'string' if sql[at] == "'" else 'identifier'
                raise ServerError('42601', f'unterminated quoted {what} at or near "{sql[at:]}"')
            raise ServerError('42601', f'syntax error at or near "{text}"')
        start, at = at, match.end()
        if kind == 'space':
            continue
        if kind == 'comment':
            depth = 1
            while depth:
                match = re.compile(r'/\*|\*/').search(sql, at)
                if match is None:
                    raise ServerError('42601', f'unterminated /* comment at or near "{sql[start:]}"')
                depth += 1 if match[0] == '/*' else -1
                at = match.end()
            continue
        value = text
        if kind == 'word':
            value = text.lower()
        elif kind == 'quoted':
            value = text[1:-1].replace('""', '"')
        elif kind == 'dollar':
            end = sql.find(text, at)
            if end < 0:
                raise ServerError('42601', f'unterminated dollar-quoted string at or near "{sql[start:]}"')
            kind, value, at = 'text', sql[at:end], end + len(text)
        elif kind == 'text':
            if text[0] in 'bBxXnN':
                missing('bit strings')
            if text[0] in 'eE':
                value = re.sub(r"''|\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{1,2}|.)", _unescaped, text[2:-1], flags=re.DOTALL)
            else:
                value = text[1:-1].replace("''", "'")
        elif kind == 'sign' and value == '!=':
            value = '<>'
        found.append((kind, text, value, start))
    found.append(('end', '', '', size))
    return found


def _unescaped(match):
    code = match[1]
    if code is None:
        return "'"
    if len(code) > 1:
        return chr(int(code[1:], 16))
    return _ESCAPES.get(code, code)


class Reader:
    """Reads words one after the other."""

    def __init__(self, sql):
        self.sql, self.tokens, self.at = sql, tokens_of(sql), 0
        # How many parameters there are.
        self.parameters = 0

    # --- words ---

    def peek(self, ahead=0):
        """The value of a word that has not been quoted, or of a sign."""
        token = self.tokens[min(self.at + ahead, len(self.tokens) - 1)]
        return token[2] if token[0] in ('word', 'sign') else None

    def kind(self, ahead=0):
        return self.tokens[min(self.at + ahead, len(self.tokens) - 1)][0]

    def fail(self):
        kind, text, _, _ = self.tokens[self.at]
        if kind == 'end':
            raise ServerError('42601', 'syntax error at end of input')
        raise ServerError('42601', f'syntax error at or near "{text}"')

    def take(self, *words):
        for n, word in enumerate(words):
            if self.peek(n) != word:
                return False
        self.at += len(words)
        return True

    def need(self, *words):
        for word in words:
            if self.peek() != word:
                self.fail()
            self.at += 1

    def one_of(self, *words):
        word = self.peek()
        if word in words:
            self.at += 1
            return word
        return None

    def name(self, functional=False):
        """An identifier of a table or a column."""
        kind, _, value, _ = self.tokens[self.at]
        if kind == 'quoted' or kind == 'word' and value not in RESERVED and (functional or value not in FUNCTIONAL):
            self.at += 1
            return value
        self.fail()

    def label(self):
        """Any word at all, as behind AS or a dot."""
        kind, _, value, _ = self.tokens[self.at]
        if kind not in ('word', 'quoted'):
            self.fail()
        self.at += 1
        return value

    def alias(self):
        """A name behind AS, or one that stands there without it, or None."""
        if self.take('as'):
            return self.label()
        kind, _, value, _ = self.tokens[self.at]
        if kind == 'quoted' or kind == 'word' and value not in NO_ALIAS:
            self.at += 1
            return value
        return None

    def qualified(self):
        """(schema or None, name)."""
        first = self.name()
        if self.take('.'):
            return first, self.label()
        return None, first

    def text(self):
        kind, _, value, _ = self.tokens[self.at]
        if kind != 'text':
            self.fail()
        self.at += 1
        return value

    def number(self):
        sign = -1 if self.take('-') else 1
        kind, text, _, _ = self.tokens[self.at]
        if kind != 'number' or not text.isdigit():
            self.fail()
        self.at += 1
        return sign * int(text)

    def several(self, one):
        found = [one()]
        while self.take(','):
            found.append(one())
        return found

    def parenthesised(self, one):
        self.need('(')
        found = self.several(one)
        self.need(')')
        return found
