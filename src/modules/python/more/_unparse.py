"""The text of a syntax tree, for ast.unparse and for compiling trees."""
import ast as _ast

from _unparse_strings import _LONG_QUOTES, _QUOTES, _escaped, _quoted

# How tightly expressions bind, loosest first.
(NAMED, TUPLE, YIELD, TEST, OR, AND, NOT, COMPARE, BIT_OR, BIT_XOR, BIT_AND, SHIFT, ARITH, TERM, FACTOR, POWER, AWAIT,
 ATOM) = range(18)
_BINARY = {'Add': ('+', ARITH), 'Sub': ('-', ARITH), 'Mult': ('*', TERM), 'MatMult': ('@', TERM), 'Div': ('/', TERM),
           'Mod': ('%', TERM), 'FloorDiv': ('//', TERM), 'LShift': ('<<', SHIFT), 'RShift': ('>>', SHIFT),
           'BitOr': ('|', BIT_OR), 'BitXor': ('^', BIT_XOR), 'BitAnd': ('&', BIT_AND), 'Pow': ('**', POWER)}
_UNARY = {'Invert': '~', 'Not': 'not', 'UAdd': '+', 'USub': '-'}
_COMPARE = {'Eq': '==', 'NotEq': '!=', 'Lt': '<', 'LtE': '<=', 'Gt': '>', 'GtE': '>=', 'Is': 'is',
            'IsNot': 'is not', 'In': 'in', 'NotIn': 'not in'}
_INFINITE = '1e309'


def _name(node):
    return type(node).__name__


class Writer:
    """Writes a tree; `keep_lines`: what it can, at the lines where the nodes stand."""

    def __init__(self, keep_lines):
        self.keep_lines = keep_lines
        self.lines = []
        self.depth = 0
        self.star = False
        # What `# type: ignore` comments say, by line.
        self.ignored = {}

    def text(self, node):
        for one in getattr(node, 'type_ignores', None) or ():
            self.ignored[one.lineno] = f'ignore{one.tag}'
        if isinstance(node, (_ast.Module, _ast.Interactive)):
            self.body(node, isinstance(node, _ast.Module))
        elif isinstance(node, _ast.stmt):
            self.stmt(node)
        elif isinstance(node, _ast.ExceptHandler):
            self.handler(node)
        elif isinstance(node, _ast.match_case):
            self.case(node)
        elif isinstance(node, list):
            for item in node:
                self.stmt(item)
        elif isinstance(node, _ast.Expression):
            return self.expr(node.body)
        elif isinstance(node, _ast.FunctionType):
            return f'({self.list(node.argtypes)}) -> {self.expr(node.returns)}'
        else:
            return self.expr(node)
        return '\n'.join(self.lines)

    # Statements.

    def line(self, text):
        self.lines.extend(('    ' * self.depth + text).split('\n'))

    def block(self, head, body, behind=''):
        self.line(head + ':' + behind)
        self.depth += 1
        for stmt in body:
            self.stmt(stmt)
        self.depth -= 1

    def body(self, node, documented=True):
        body = node.body
        if documented and body and isinstance(body[0], _ast.Expr):
            value = body[0].value
            if isinstance(value, _ast.Constant) and isinstance(value.value, str):
                self.pad(body[0])
                self.line(('u' if value.kind == 'u' else '') + _quoted(value.value, _LONG_QUOTES))
                body = body[1:]
        for stmt in body:
            self.stmt(stmt)

    def pad(self, node):
        if self.keep_lines:
            missing = getattr(node, 'lineno', 0) - 1 - len(self.lines) - len(getattr(node, 'decorator_list', ()))
            self.lines.extend([''] * missing)

    def stmt(self, node):
        self.pad(node)
        method = getattr(self, _name(node))
        result = method(node)
        if result is not None:
            self.line(result)

    def definition(self, node, head):
        if self.lines and not self.keep_lines:
            self.lines.append('')
        for decorator in node.decorator_list:
            self.line('@' + self.expr(decorator))
        self.line(head + ':' + self.type_comment(node))
        self.depth += 1
        self.body(node)
        self.depth -= 1

    def FunctionDef(self, node, word='def '):
        returns = f' -> {self.expr(node.returns)}' if node.returns else ''
        head = f'{word}{node.name}{self.type_params(node)}({self.arguments(node.args)}){returns}'
        self.definition(node, head)

    def AsyncFunctionDef(self, node):
        self.FunctionDef(node, 'async def ')

    def ClassDef(self, node):
        given = [self.expr(base) for base in node.bases] + [self.keyword(k) for k in node.keywords]
        given = f'({", ".join(given)})' if given else ''
        self.definition(node, f'class {node.name}{self.type_params(node)}{given}')

    def type_params(self, node):
        def param(p):
            text = {'TypeVar': '', 'TypeVarTuple': '*', 'ParamSpec': '**'}[_name(p)] + p.name
            if getattr(p, 'bound', None):
                text += ': ' + self.expr(p.bound)
            if getattr(p, 'default_value', None):
                text += ' = ' + self.expr(p.default_value)
            return text
        params = getattr(node, 'type_params', None)
        return f'[{", ".join(map(param, params))}]' if params else ''

    def Return(self, node):
        return f'return {self.expr(node.value)}' if node.value else 'return'

    def Delete(self, node):
        return 'del ' + self.list(node.targets)

    def Assign(self, node):
        targets = ''.join(self.expr(target, TUPLE) + ' = ' for target in node.targets)
        return targets + self.expr(node.value) + self.type_comment(node)

    def type_comment(self, node):
        said = self.ignored.get(getattr(node, 'lineno', None)) or getattr(node, 'type_comment', None)
        return '' if said is None else f' # type: {said}'

    def TypeAlias(self, node):
        return f'type {self.expr(node.name)}{self.type_params(node)} = {self.expr(node.value)}'

    def AugAssign(self, node):
        return f'{self.expr(node.target)} {_BINARY[_name(node.op)][0]}= {self.expr(node.value)}'

    def AnnAssign(self, node):
        target = self.expr(node.target)
        if not node.simple and isinstance(node.target, _ast.Name):
            target = f'({target})'
        value = f' = {self.expr(node.value)}' if node.value else ''
        return f'{target}: {self.expr(node.annotation)}{value}'

    def For(self, node, word='for '):
        head = f'{word}{self.expr(node.target, TUPLE)} in {self.expr(node.iter)}'
        self.block(head, node.body, self.type_comment(node))
        if node.orelse:
            self.block('else', node.orelse)

    def AsyncFor(self, node):
        self.For(node, 'async for ')

    def While(self, node):
        self.block('while ' + self.expr(node.test), node.body)
        if node.orelse:
            self.block('else', node.orelse)

    def If(self, node):
        self.block('if ' + self.expr(node.test), node.body)
        while len(node.orelse) == 1 and isinstance(node.orelse[0], _ast.If):
            node = node.orelse[0]
            self.block('elif ' + self.expr(node.test), node.body)
        if node.orelse:
            self.block('else', node.orelse)

    def With(self, node, word='with '):
        self.block(word + self.list(node.items), node.body, self.type_comment(node))

    def AsyncWith(self, node):
        self.With(node, 'async with ')

    def Match(self, node):
        self.line(f'match {self.expr(node.subject)}:')
        self.depth += 1
        for case in node.cases:
            self.case(case)
        self.depth -= 1

    def case(self, case):
        guard = f' if {self.expr(case.guard)}' if case.guard else ''
        self.block(f'case {self.expr(case.pattern)}{guard}', case.body)

    def Raise(self, node):
        if not node.exc:
            if node.cause:
                raise ValueError("Node can't be used without a value attribute.")
            return 'raise'
        return f'raise {self.expr(node.exc)}' + (f' from {self.expr(node.cause)}' if node.cause else '')

    def Try(self, node, star=False):
        outer, self.star = self.star, star
        self.block('try', node.body)
        for handler in node.handlers:
            self.handler(handler)
        if node.orelse:
            self.block('else', node.orelse)
        if node.finalbody:
            self.block('finally', node.finalbody)
        self.star = outer

    def TryStar(self, node):
        self.Try(node, True)

    def handler(self, node):
        head = 'except*' if self.star else 'except'
        if node.type:
            head += ' ' + self.expr(node.type)
        if node.name:
            head += ' as ' + node.name
        self.block(head, node.body)

    def Assert(self, node):
        return f'assert {self.expr(node.test)}' + (f', {self.expr(node.msg)}' if node.msg else '')

    def Import(self, node):
        return 'import ' + self.list(node.names)

    def ImportFrom(self, node):
        return f'from {"." * (node.level or 0)}{node.module or ""} import {self.list(node.names)}'

    def Global(self, node):
        return 'global ' + ', '.join(node.names)

    def Nonlocal(self, node):
        return 'nonlocal ' + ', '.join(node.names)

    def Expr(self, node):
        return self.expr(node.value, YIELD)

    def Pass(self, node):
        return 'pass'

    def Break(self, node):
        return 'break'

    def Continue(self, node):
        return 'continue'

    # Expressions: `_Name(node, level)` gives the text and how tightly it binds.

    def expr(self, node, level=TEST):
        text = getattr(self, '_' + _name(node))(node, level)
        if isinstance(text, tuple):
            text, own = text
            return f'({text})' if level > own else text
        return text

    def list(self, nodes):
        return ', '.join(map(self.expr, nodes))

    def _BoolOp(self, node, level):
        word, own = (' and ', AND) if isinstance(node.op, _ast.And) else (' or ', OR)
        return word.join(self.expr(value, own + 1 + at) for at, value in enumerate(node.values)), own

    def _NamedExpr(self, node, level):
        return f'{self.expr(node.target, ATOM)} := {self.expr(node.value, ATOM)}', NAMED

    def _BinOp(self, node, level):
        sign, own = _BINARY[_name(node.op)]
        left, right = (own + 1, own) if sign == '**' else (own, own + 1)
        return f'{self.expr(node.left, left)} {sign} {self.expr(node.right, right)}', own

    def _UnaryOp(self, node, level):
        sign = _UNARY[_name(node.op)]
        own = NOT if sign == 'not' else FACTOR
        return sign + (' ' if own == NOT else '') + self.expr(node.operand, own), own

    def _Lambda(self, node, level):
        arguments = self.arguments(node.args)
        return f'lambda{" " + arguments if arguments else ""}: {self.expr(node.body, TEST)}', TEST

    def _IfExp(self, node, level):
        body, test = self.expr(node.body, TEST + 1), self.expr(node.test, TEST + 1)
        return f'{body} if {test} else {self.expr(node.orelse, TEST)}', TEST

    def _Dict(self, node, level):
        def item(key, value):
            return f'**{self.expr(value, BIT_OR)}' if key is None else f'{self.expr(key)}: {self.expr(value)}'
        return '{' + ', '.join(map(item, node.keys, node.values)) + '}'

    def _Set(self, node, level):
        return '{' + self.list(node.elts) + '}' if node.elts else '{*()}'

    def generators(self, node):
        return ''.join(map(self.expr, node.generators))

    def _ListComp(self, node, level):
        return f'[{self.expr(node.elt)}{self.generators(node)}]'

    def _SetComp(self, node, level):
        return f'{{{self.expr(node.elt)}{self.generators(node)}}}'

    def _DictComp(self, node, level):
        return f'{{{self.expr(node.key)}: {self.expr(node.value)}{self.generators(node)}}}'

    def _GeneratorExp(self, node, level):
        return f'({self.expr(node.elt)}{self.generators(node)})'

    def _comprehension(self, node, level):
        text = ' async for ' if node.is_async else ' for '
        text += f'{self.expr(node.target, TUPLE)} in {self.expr(node.iter, TEST + 1)}'
        return text + ''.join(f' if {self.expr(test, TEST + 1)}' for test in node.ifs)

    def _Await(self, node, level):
        return f'await {self.expr(node.value, ATOM)}', AWAIT

    def _Yield(self, node, level):
        return f'yield {self.expr(node.value, ATOM)}' if node.value else 'yield', YIELD

    def _YieldFrom(self, node, level):
        return f'yield from {self.expr(node.value, ATOM)}', YIELD

    def _Compare(self, node, level):
        text = self.expr(node.left, COMPARE + 1)
        for op, right in zip(node.ops, node.comparators):
            text += f' {_COMPARE[_name(op)]} {self.expr(right, COMPARE + 1)}'
        return text, COMPARE

    def _Call(self, node, level):
        return f'{self.expr(node.func, ATOM)}({self.list([*node.args, *node.keywords])})'

    def _keyword(self, node, level=TEST):
        return (f'{node.arg}=' if node.arg is not None else '**') + self.expr(node.value)

    keyword = _keyword

    def _FormattedValue(self, node, level):
        return self._JoinedStr(_ast.JoinedStr(values=[node]), level)

    def _JoinedStr(self, node, level):
        parts = [(self.piece(value), isinstance(value, _ast.Constant)) for value in node.values]
        texts, quotes = [], list(_QUOTES)
        for text, is_constant in parts:
            if is_constant:
                text, fitting = _escaped(text, quotes, True)
                if set(fitting).isdisjoint(quotes):
                    # Escapes for all then.
                    texts = [repr('"' + text)[2:-1] if constant else text for text, constant in parts]
                    quotes = ["'''"]
                    break
                quotes = fitting
            else:
                if '\n' in text:
                    quotes = [q for q in quotes if q in _LONG_QUOTES]
            texts.append(text)
        return f'f{quotes[0]}{"".join(texts)}{quotes[0]}'

    def piece(self, node, in_spec=False):
        if isinstance(node, _ast.JoinedStr):
            return ''.join(self.piece(value, in_spec) for value in node.values)
        if isinstance(node, _ast.Constant) and isinstance(node.value, str):
            text = node.value.replace('{', '{{').replace('}', '}}')
            if in_spec:
                for plain, escaped in ('\\', '\\\\'), ("'", "\\'"), ('"', '\\"'), ('\n', '\\n'):
                    text = text.replace(plain, escaped)
            return text
        if self.keep_lines and isinstance(node, _ast.expr) and not isinstance(node, _ast.FormattedValue):
            # What is compiled may be any expression that gives text.
            node = _ast.FormattedValue(node, -1)
        if not isinstance(node, _ast.FormattedValue):
            raise ValueError(f'Unexpected node inside JoinedStr, {node!r}')
        value = self.expr(node.value, TEST + 1)
        text = '{' + (' ' if value.startswith('{') else '') + value
        if node.conversion != -1:
            text += '!' + chr(node.conversion)
        if node.format_spec:
            text += ':' + self.piece(node.format_spec, True)
        return text + '}'

    def _Constant(self, node, level):
        value = node.value
        if isinstance(value, tuple):
            return '(' + ', '.join(map(repr, value)) + (',)' if len(value) == 1 else ')')
        if value is ...:
            return '...'
        text = repr(value)
        if isinstance(value, (float, complex)):
            text = text.replace('inf', _INFINITE).replace('nan', f'({_INFINITE}-{_INFINITE})')
        return ('u' if getattr(node, 'kind', None) == 'u' else '') + text

    def _Attribute(self, node, level):
        value = self.expr(node.value, ATOM)
        if isinstance(node.value, _ast.Constant) and isinstance(node.value.value, int):
            value += ' '
        return f'{value}.{node.attr}'

    def _Subscript(self, node, level):
        index = node.slice
        if isinstance(index, _ast.Tuple) and index.elts:
            index = self.list(index.elts) + (',' if len(index.elts) == 1 else '')
        else:
            index = self.expr(index)
        return f'{self.expr(node.value, ATOM)}[{index}]'

    def _Starred(self, node, level):
        return '*' + self.expr(node.value, BIT_OR)

    def _Name(self, node, level):
        return node.id

    def _List(self, node, level):
        return f'[{self.list(node.elts)}]'

    def _Tuple(self, node, level):
        items = self.list(node.elts) + (',' if len(node.elts) == 1 else '')
        return f'({items})' if not node.elts or level > TUPLE else items

    def _Slice(self, node, level):
        text = (self.expr(node.lower) if node.lower else '') + ':'
        if node.upper:
            text += self.expr(node.upper)
        return text + (f':{self.expr(node.step)}' if node.step else '')

    def _alias(self, node, level):
        return node.name + (f' as {node.asname}' if node.asname else '')

    def _withitem(self, node, level):
        return self.expr(node.context_expr) + (f' as {self.expr(node.optional_vars)}' if node.optional_vars else '')

    def _arg(self, node, level=TEST):
        return node.arg + (f': {self.expr(node.annotation)}' if node.annotation else '')

    def _arguments(self, node, level):
        return self.arguments(node)

    def arguments(self, node):
        plain = [*node.posonlyargs, *node.args]
        defaults = [None] * (len(plain) - len(node.defaults)) + node.defaults
        parts = []
        for at, (arg, default) in enumerate(zip(plain, defaults), 1):
            parts.append(self._arg(arg) + (f'={self.expr(default)}' if default else ''))
            if at == len(node.posonlyargs):
                parts.append('/')
        if node.vararg or node.kwonlyargs:
            parts.append('*' + (self._arg(node.vararg) if node.vararg else ''))
        for arg, default in zip(node.kwonlyargs, node.kw_defaults):
            parts.append(self._arg(arg) + (f'={self.expr(default)}' if default else ''))
        if node.kwarg:
            parts.append('**' + self._arg(node.kwarg))
        return ', '.join(parts)

    # Patterns.

    def _MatchValue(self, node, level):
        return self.expr(node.value)

    def _MatchSingleton(self, node, level):
        return repr(node.value)

    def _MatchSequence(self, node, level):
        return f'[{self.list(node.patterns)}]'

    def _MatchStar(self, node, level):
        return '*' + (node.name or '_')

    def _MatchMapping(self, node, level):
        items = [f'{self.expr(key)}: {self.expr(pattern)}' for key, pattern in zip(node.keys, node.patterns)]
        if node.rest is not None:
            items.append('**' + node.rest)
        return '{' + ', '.join(items) + '}'

    def _MatchClass(self, node, level):
        items = [self.expr(pattern) for pattern in node.patterns]
        items += [f'{name}={self.expr(pattern)}' for name, pattern in zip(node.kwd_attrs, node.kwd_patterns)]
        return f'{self.expr(node.cls, ATOM)}({", ".join(items)})'

    def _MatchAs(self, node, level):
        if node.name is None:
            return '_'
        if node.pattern is None:
            return node.name
        return f'{self.expr(node.pattern, BIT_OR)} as {node.name}', TEST

    def _MatchOr(self, node, level):
        return ' | '.join(self.expr(pattern, BIT_OR + 1) for pattern in node.patterns), BIT_OR

    def _boolop(self, node, level):
        return type(node).__name__.lower()
