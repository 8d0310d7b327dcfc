"""Literals read from text. The grammar's trees are not to be had."""
import _frames
import re as _re

__all__ = ['literal_eval']
_TOKEN = _re.compile(
    r'''(?P<space>[ \t\n\r\f]+|\#[^\n]*|\\\n)'''
    r'''|(?P<text>(?P<prefix>[rRbBuU]{0,2})(?:"""(?:\\.|[^\\])*?"""|\'\'\'(?:\\.|[^\\])*?\'\'\''''
    r'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'))'''
    r'''|(?P<number>(?:0[xX][\da-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(?:\d[\d_]*)?\.\d[\d_]*(?:[eE][+-]?\d+)?'''
    r'''|\d[\d_]*\.?(?:[eE][+-]?\d+)?)[jJ]?)'''
    r'''|(?P<name>\w+)|(?P<mark>\.\.\.|[-+()\[\]{},:])|(?P<other>.)''', _re.S)


class AST:
    """A node, as messages name it."""

    def __init__(self, lineno):
        self.lineno = lineno

    def __repr__(self):
        return f'<ast.{type(self).__name__} object at {id(self):#x}>'


def _node(name):
    return type(name, (AST,), {'__module__': 'ast'})


Name, Call, BinOp, UnaryOp, Attribute, Subscript, Constant, IfExp, Compare, BoolOp = map(
    _node, ('Name', 'Call', 'BinOp', 'UnaryOp', 'Attribute', 'Subscript', 'Constant', 'IfExp', 'Compare', 'BoolOp'))
_BEHIND = {'(': Call, '[': Subscript, '.': Attribute, 'if': IfExp, 'and': BoolOp, 'or': BoolOp, 'in': Compare,
           'is': Compare, 'not': Compare, '<': Compare, '>': Compare, '=': Compare, '!': Compare}


def literal_eval(node_or_string):
    """The value of text that holds nothing but literals: numbers, texts, containers, None and truth values."""
    if not isinstance(node_or_string, str):
        raise _malformed(node_or_string)
    text = node_or_string.lstrip(' \t')
    if not text.strip():
        raise SyntaxError('invalid syntax', ('<unknown>', 0, 0, '', 0, 0))
    # Whether it is an expression, or why it is none.
    compile(text, '<unknown>', 'eval')
    reader = _Reader(text)
    value = reader.value()
    reader.end()
    return value


def _malformed(node):
    line = getattr(node, 'lineno', None)
    where = f' on line {line}' if line else ''
    return ValueError(f'malformed node or string{where}: {node!r}')


class _Reader:
    def __init__(self, text):
        self.tokens = [(match.lastgroup, match[0], text.count('\n', 0, match.start()) + 1)
                       for match in _TOKEN.finditer(text) if match.lastgroup != 'space' and match['space'] is None]
        self.tokens = [(kind if kind != 'prefix' else 'text', token, line) for kind, token, line in self.tokens]
        self.at = 0

    def peek(self, offset=0):
        return self.tokens[self.at + offset] if self.at + offset < len(self.tokens) else ('end', '', 1)

    def end(self):
        kind, token, line = self.peek()
        if kind != 'end':
            node = _BEHIND.get(token, BinOp)
            # Of a sum it is the first part that is no number.
            raise _malformed((Constant if node is BinOp and self.peek(-1)[0] == 'text' else node)(line))

    def value(self, after_sign=False):
        kind, token, line = self.peek()
        self.at += 1
        if kind == 'text':
            value = eval(token)
            while self.peek()[0] == 'text':
                value += eval(self.peek()[1])
                self.at += 1
            return value
        if kind == 'number':
            return self.number(eval(token), line, after_sign)
        if kind == 'name':
            if token in ('None', 'True', 'False'):
                return {'None': None, 'True': True, 'False': False}[token]
            if token == 'set' and self.peek()[1] == '(' and self.peek(1)[1] == ')':
                self.at += 2
                return set()
            raise _malformed(_BEHIND.get(self.peek()[1], Name)(line))
        if token == '...':
            return ...
        if token in '+-' and kind == 'mark':
            if self.peek()[0] != 'number':
                raise _malformed((Constant if self.peek()[0] == 'text' else UnaryOp)(line))
            value = self.value(True)
            return self.number(-value if token == '-' else +value, line, after_sign)
        if token in ('(', '[', '{'):
            return getattr(self, {'(': 'group', '[': 'items', '{': 'braces'}[token])(token)
        raise _malformed(BinOp(line))

    def number(self, value, line, after_sign):
        """A number, and the imaginary one that is added to it."""
        sign, (kind, token, _) = self.peek()[1], self.peek(1)
        if after_sign or sign not in ('+', '-') or not sign:
            return value
        if kind != 'number' or token[-1] not in 'jJ' or isinstance(value, complex):
            raise _malformed(BinOp(line))
        self.at += 2
        return value + eval(token) if sign == '+' else value - eval(token)

    def items(self, opening, closing=']'):
        found = []
        while self.peek()[1] != closing:
            found.append(self.value())
            if self.peek()[1] == ',':
                self.at += 1
            elif self.peek()[1] != closing:
                self.end()
        self.at += 1
        return found

    def group(self, opening):
        start = self.at
        found = self.items('(', ')')
        if len(found) == 1 and self.tokens[self.at - 2][1] != ',':
            return self.number(found[0], 1, False) if isinstance(found[0], (int, float)) else found[0]
        return tuple(found)

    def braces(self, opening):
        if self.peek()[1] == '}':
            self.at += 1
            return {}
        found, is_dict, values = {}, None, []
        while self.peek()[1] != '}':
            key = self.value()
            if is_dict is None:
                is_dict = self.peek()[1] == ':'
            if is_dict:
                self.at += 1
                found[key] = self.value()
            else:
                values.append(key)
            if self.peek()[1] == ',':
                self.at += 1
            elif self.peek()[1] != '}':
                self.end()
        self.at += 1
        return found if is_dict else set(values)


def __getattr__(name):
    if name.startswith('__'):
        raise AttributeError(f"module 'ast' has no attribute '{name}'")
    _frames.not_supported(f'ast.{name}', 'ast.literal_eval, compile or eval')
