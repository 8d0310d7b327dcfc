"""Types of functions as comments write them, `(int, *str) -> bool`, as `ast.parse(mode='func_type')` reads them (PEP 484)."""
import ast
import io
import tokenize


def parsed(text, filename):
    """The `FunctionType`; SyntaxError at the first token that does not fit."""
    return _Reader(text, filename).read()


class _Reader:
    def __init__(self, text, filename):
        self.text, self.filename, self.lines, self.at = text, filename, text.splitlines(True), 0
        self.tokens, opened, arrow = [], [], False
        try:
            for token in tokenize.generate_tokens(io.StringIO(text).readline):
                if token.type not in (tokenize.COMMENT, tokenize.NL):
                    self.tokens.append(token)
                if token.string in ('(', '[', '{'):
                    opened.append(token)
                elif token.string in (')', ']', '}') and opened:
                    opened.pop()
                arrow |= token.string == '->' and not opened
        except tokenize.TokenError:
            if not (opened and arrow):
                # What is wrong before the arrow, or within a token, is told as anywhere.
                ast.parse(text, filename, 'eval')
                raise
            line, column = opened[-1].start
            raise SyntaxError(f"'{opened[-1].string}' was never closed",
                              (filename, line, column + 1, self.lines[line - 1], line, 0)) from None

    def read(self):
        self._expect('(')
        args, star = [], ''
        while self._string() != ')' or args:
            if self._string() in ('*', '**'):
                if len(self._string()) <= len(star):
                    self._refuse()
                star = self._string()
                self.at += 1
            elif star:
                self._refuse()
            args.append(self._expression())
            if self._string() == ')':
                break
            if star == '**':
                self._refuse()
            self._expect(',')
        self._expect(')')
        self._expect('->')
        returns = self._expression()
        while self.tokens[self.at].type == tokenize.NEWLINE:
            self.at += 1
        if self.tokens[self.at].type != tokenize.ENDMARKER:
            self._refuse()
        return ast.FunctionType(args, returns)

    def _string(self):
        return self.tokens[self.at].string

    def _expect(self, string):
        if self._string() != string:
            self._refuse()
        self.at += 1

    def _refuse(self):
        token = self.tokens[self.at]
        (line, start), end = token.start, token.end[1]
        # A line that ends with the text has no place.
        where = (start + 1, end + 1) if token.string else (0, 0)
        raise SyntaxError('invalid syntax', (self.filename, line, where[0], self.lines[line - 1] if line <= len(self.lines) else '',
                                             line, where[1]))

    def _expression(self):
        """The longest expression that begins here."""
        begin, depth, found = self.at, 0, None
        for at in range(begin, len(self.tokens)):
            string = self.tokens[at].string
            if self.tokens[at].type == tokenize.NEWLINE or not depth and string == ')':
                break
            depth += (string in ('(', '[', '{')) - (string in (')', ']', '}'))
            node = None if depth else self._whole(begin, at)
            if node is not None:
                found, self.at = node, at + 1
        if found is None:
            self._refuse()
        return found

    def _whole(self, begin, end):
        """What these tokens make, if that is an expression: it is parsed in its place, in brackets that begin the text."""
        start = self.tokens[begin].start
        at = self._offset(start)
        # A space for each byte: places count them.
        before = ''.join(c if c == '\n' else ' ' * len(c.encode()) for c in self.text[:at])
        own = self.text[at:self._offset(self.tokens[end].end)]
        try:
            node = ast.parse('(' + before[before[:1] == ' ':] + own + ')', self.filename, 'eval').body
        except SyntaxError:
            return None
        place = node.lineno, len(self.lines[node.lineno - 1].encode()[:node.col_offset].decode())
        if place < start or place == start and isinstance(node, (ast.NamedExpr, ast.Starred, ast.Yield, ast.YieldFrom)):
            # The brackets are part of it, or it needs some.
            return None
        return node

    def _offset(self, place):
        line, column = place
        return sum(map(len, self.lines[:line - 1])) + column
