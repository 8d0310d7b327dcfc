"""Takes templates apart: text, tags, and the tokens within tags."""
import re
from typing import NamedTuple

from jinja2.exceptions import TemplateSyntaxError

newline_re = re.compile('\r\n|\r|\n')
operators = dict(pair.split(' ') for pair in (
    '+ add,- sub,/ div,// floordiv,* mul,% mod,** pow,~ tilde,[ lbracket,] rbracket,( lparen,) rparen,{ lbrace,} rbrace,'
    '== eq,!= ne,> gt,>= gteq,< lt,<= lteq,= assign,. dot,: colon,| pipe,; semicolon').split(','))
operators[','] = 'comma'
for _kind in [*operators.values(), *('whitespace float integer name string operator block_begin block_end variable_begin variable_end raw_begin '
                                     'raw_end comment_begin comment_end comment linestatement_begin linestatement_end linecomment_begin '
                                     'linecomment_end linecomment data initial eof').split()]:
    globals()[f'TOKEN_{_kind.upper()}'] = _kind
_SIGNS = {name: sign for sign, name in operators.items()}
_TOKEN = re.compile(r'''(?P<whitespace>\s+)
    |(?P<float>(?<!\.)(?:\d+_)*\d+(?:(?:\.(?:\d+_)*\d+)?e[+\-]?(?:\d+_)*\d+|\.(?:\d+_)*\d+))
    |(?P<integer>0b(?:_?[0-1])+|0o(?:_?[0-7])+|0x(?:_?[\da-f])+|[1-9](?:_?\d)*|0(?:_?0)*)
    |(?P<name>\w+)
    |(?P<string>'[^'\\]*(?:\\.[^'\\]*)*'|"[^"\\]*(?:\\.[^"\\]*)*")
    |(?P<operator>//|\*\*|[!=<>]=|[-+/*%~\[\](){}<>=.:|,;])''', re.I | re.S | re.X)
_TOLD = {'comment_begin': 'begin of comment', 'comment_end': 'end of comment', 'linecomment': 'comment',
         'block_begin': 'begin of statement block', 'block_end': 'end of statement block', 'variable_begin': 'begin of print statement',
         'variable_end': 'end of print statement', 'linestatement_begin': 'begin of line statement',
         'linestatement_end': 'end of line statement', 'data': 'template data / text', 'eof': 'end of template', **_SIGNS}
_CLOSES = {'(': ')', '[': ']', '{': '}'}


def describe_token(token):
    return token.value if token.type == 'name' else _TOLD.get(token.type, token.type)


def describe_token_expr(expr):
    kind, _, value = expr.partition(':')
    return value if value and kind == 'name' else _TOLD.get(kind, kind)


def count_newlines(value):
    return len(newline_re.findall(value))


class Token(NamedTuple):
    lineno: int
    type: str
    value: str

    def __str__(self):
        return describe_token(self)

    def test(self, expr):
        """Whether it is of a type, or a type:value."""
        return self.type == expr or ':' in expr and expr.split(':', 1) == [self.type, self.value]

    def test_any(self, *iterable):
        return any(map(self.test, iterable))


class TokenStream:
    """Tokens, of which the current one can be looked at."""

    def __init__(self, generator, name, filename):
        self._tokens, self._pushed = iter(generator), []
        self.name, self.filename, self.closed, self.current = name, filename, False, Token(1, 'initial', '')
        next(self)

    def __iter__(self):
        while not self.eos:
            yield next(self)

    def __bool__(self):
        return bool(self._pushed) or self.current.type != 'eof'

    @property
    def eos(self):
        return not self

    def push(self, token):
        self._pushed.append(token)

    def look(self):
        """The token after the current one."""
        before = next(self)
        found = self.current
        self.push(found)
        self.current = before
        return found

    def skip(self, n=1):
        for _ in range(n):
            next(self)

    def next_if(self, expr):
        return next(self) if self.current.test(expr) else None

    def skip_if(self, expr):
        return self.next_if(expr) is not None

    def __next__(self):
        before = self.current
        if self._pushed:
            self.current = self._pushed.pop(0)
        elif before.type != 'eof':
            found = next(self._tokens, None)
            if found is None:
                self.close()
            else:
                self.current = found
        return before

    def close(self):
        self.current = Token(self.current.lineno, 'eof', '')
        self._tokens, self.closed = iter(()), True

    def expect(self, expr):
        if not self.current.test(expr):
            told = describe_token_expr(expr)
            text = (f'unexpected end of template, expected {told!r}.' if self.current.type == 'eof' else
                    f'expected token {told!r}, got {describe_token(self.current)!r}')
            raise TemplateSyntaxError(text, self.current.lineno, self.name, self.filename)
        return next(self)


def _ends(end, suffix):
    """What closes a tag; a minus takes the blanks behind it along."""
    end = re.escape(end)
    return rf'(?:\+{end}|-{end}\s*|{end}{suffix})'


class Lexer:
    """How templates of an environment are taken apart."""

    def __init__(self, environment):
        env, quote = environment, re.escape
        self.lstrip_blocks, self.newline_sequence = env.lstrip_blocks, env.newline_sequence
        self.keep_trailing_newline = env.keep_trailing_newline
        block, suffix = quote(env.block_start_string), r'\n?' if env.trim_blocks else ''
        opens = [(len(start), kind + '_begin', quote(start)) for kind, start in (
            ('comment', env.comment_start_string), ('block', env.block_start_string), ('variable', env.variable_start_string))]
        if env.line_statement_prefix is not None:
            opens.append((len(env.line_statement_prefix), 'linestatement_begin', r'^[ \t\v]*' + quote(env.line_statement_prefix)))
        if env.line_comment_prefix is not None:
            opens.append((len(env.line_comment_prefix), 'linecomment_begin', r'(?:^|(?<=\S))[^\S\r\n]*' + quote(env.line_comment_prefix)))
        end = quote(env.block_end_string)
        parts = [rf'(?P<raw_begin>{block}(?P<raw_sign>[-+]?)\s*raw\s*(?:-{end}\s*|{end}))',
                 *(rf'(?P<{kind}>{start}(?P<{kind}_sign>[-+]?))' for _, kind, start in sorted(opens, reverse=True))]
        compiled = re.compile
        self._open = compiled('|'.join(parts), re.M)
        self._comment_end = compiled(_ends(env.comment_end_string, suffix))
        self._raw_end = compiled(rf'{block}(?P<sign>[-+]?)\s*endraw\s*{_ends(env.block_end_string, suffix)}')
        self._ends = {'block': compiled(_ends(env.block_end_string, suffix)),
                      'variable': compiled(rf'-{quote(env.variable_end_string)}\s*|{quote(env.variable_end_string)}'),
                      'linestatement': compiled(r'\s*(?:\n|\Z)')}

    def _newlines(self, text):
        return newline_re.sub(self.newline_sequence, text)

    def tokenize(self, source, name=None, filename=None, state=None):
        return TokenStream(self.wrap(self.tokeniter(source, name, filename, state), name, filename), name, filename)

    def wrap(self, stream, name=None, filename=None):
        """Tokens with their values, of those that matter to a parser."""
        for lineno, kind, value in stream:
            if kind in ('comment_begin', 'comment', 'comment_end', 'whitespace', 'linecomment_begin', 'linecomment', 'linecomment_end',
                        'raw_begin', 'raw_end'):
                continue
            if kind == 'operator':
                kind = operators[value]
            elif kind == 'data':
                value = self._newlines(value)
            elif kind == 'linestatement_begin' or kind == 'linestatement_end':
                kind = kind.replace('linestatement', 'block')
            elif kind == 'name' and not value.isidentifier():
                raise TemplateSyntaxError('Invalid character in identifier', lineno, name, filename)
            elif kind == 'string':
                try:
                    value = self._newlines(value[1:-1]).encode('ascii', 'backslashreplace').decode('unicode-escape')
                except Exception as e:
                    raise TemplateSyntaxError(str(e).split(':')[-1].strip(), lineno, name, filename) from e
            elif kind == 'integer':
                value = int(value.replace('_', ''), 0)
            elif kind == 'float':
                value = float(value.replace('_', ''))
            yield Token(lineno, kind, value)

    def _stripped(self, text, sign, is_variable, at_line_start):
        """Text before a tag, without the blanks that go with the tag."""
        if sign == '-':
            return text.rstrip()
        if self.lstrip_blocks and sign != '+' and not is_variable:
            line = text.rfind('\n') + 1
            if (line or at_line_start) and not text[line:].strip():
                return text[:line]
        return text

    def tokeniter(self, source, name, filename=None, state=None):
        """All tokens, as (line, type, text)."""
        lines = newline_re.split(source)
        if not self.keep_trailing_newline and lines[-1] == '':
            del lines[-1]
        source, pos, lineno, at_line_start = '\n'.join(lines), 0, 1, True
        if state is not None and state != 'root':
            assert state in ('variable', 'block'), 'invalid state'
            pos, lineno = yield from self._tag(state, source, pos, lineno, name, filename)
        while pos < len(source):
            found = self._open.search(source, pos)
            if found is None:
                yield lineno, 'data', source[pos:]
                return
            kind = next(kind for kind, value in found.groupdict().items() if value is not None)
            whole = source[pos:found.start()]
            text = self._stripped(whole, found['raw_sign' if kind == 'raw_begin' else kind + '_sign'], kind == 'variable_begin', at_line_start)
            if text:
                yield lineno, 'data', text
            lineno += whole.count('\n')
            yield lineno, kind, found[kind]
            lineno += found[kind].count('\n')
            pos = found.end()
            if kind == 'comment_begin':
                if pos == len(source):
                    return
                end = self._comment_end.search(source, pos)
                if end is None:
                    raise TemplateSyntaxError('Missing end of comment tag', lineno, filename)
                if end.start() > pos:
                    yield lineno, 'comment', source[pos:end.start()]
                lineno += source.count('\n', pos, end.start())
                yield lineno, 'comment_end', end[0]
                lineno, pos = lineno + end[0].count('\n'), end.end()
            elif kind == 'raw_begin':
                if pos == len(source):
                    return
                end = self._raw_end.search(source, pos)
                if end is None:
                    raise TemplateSyntaxError('Missing end of raw directive', lineno, filename)
                whole = source[pos:end.start()]
                text = self._stripped(whole, end['sign'], False, found[0][-1:] == '\n')
                if text:
                    yield lineno, 'data', text
                lineno += whole.count('\n')
                yield lineno, 'raw_end', end[0]
                lineno, pos = lineno + end[0].count('\n'), end.end()
            elif kind == 'linecomment_begin':
                end = source.find('\n', pos)
                end = len(source) if end < 0 else end
                if end > pos:
                    yield lineno, 'linecomment', source[pos:end]
                yield lineno, 'linecomment_end', ''
                pos = end
            else:
                pos, lineno = yield from self._tag(kind[:-6], source, pos, lineno, name, filename)
            at_line_start = source[pos - 1:pos] == '\n'

    def _tag(self, kind, source, pos, lineno, name, filename):
        """The tokens up to the end of a tag; gives where it ends."""
        close, opened = self._ends[kind], []
        while True:
            if not opened and (found := close.match(source, pos)):
                yield lineno, kind + '_end', found[0]
                return found.end(), lineno + found[0].count('\n')
            found = _TOKEN.match(source, pos)
            if found is None:
                if pos < len(source):
                    raise TemplateSyntaxError(f'unexpected char {source[pos]!r} at {pos}', lineno, name, filename)
                return pos, lineno
            text = found[0]
            if found.lastgroup == 'operator':
                if text in _CLOSES:
                    opened.append(_CLOSES[text])
                elif text in (')', ']', '}'):
                    expected = opened.pop() if opened else None
                    if expected != text:
                        raise TemplateSyntaxError(f"unexpected '{text}'" + (f", expected '{expected}'" if expected else ''), lineno, name, filename)
            yield lineno, found.lastgroup, text
            lineno, pos = lineno + text.count('\n'), found.end()


def get_lexer(environment):
    return Lexer(environment)
