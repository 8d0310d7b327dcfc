"""Makes nodes of the tokens of expressions: how strongly operators bind, what may be assigned to, arguments of calls."""
from jinja2 import nodes
from jinja2.lexer import describe_token

_WORDS = {'true': True, 'True': True, 'false': False, 'False': False, 'none': None, 'None': None}
_COMPARES = {'eq', 'ne', 'lt', 'lteq', 'gt', 'gteq'}
_PRODUCTS = {'mul': nodes.Mul, 'div': nodes.Div, 'floordiv': nodes.FloorDiv, 'mod': nodes.Mod}
_SUMS = {'add': nodes.Add, 'sub': nodes.Sub}
_BEGIN_ARGUMENT = {'name', 'string', 'integer', 'float', 'lparen', 'lbracket', 'lbrace'}


class Expressions:
    """The part of a parser that knows expressions; the weakest operators come first."""

    def parse_expression(self, with_condexpr=True):
        return self.parse_condexpr() if with_condexpr else self.parse_or()

    def parse_condexpr(self):
        lineno, node = self.stream.current.lineno, self.parse_or()
        while self.stream.skip_if('name:if'):
            test = self.parse_or()
            other = self.parse_condexpr() if self.stream.skip_if('name:else') else None
            node, lineno = nodes.CondExpr(test, node, other, lineno=lineno), self.stream.current.lineno
        return node

    def _chain(self, operand, kinds):
        """Operands with operators of one strength between them, from left to right."""
        lineno, left = self.stream.current.lineno, operand()
        while True:
            token = self.stream.current
            kind = kinds.get(token.value if token.type == 'name' else token.type)
            if kind is None:
                return left
            next(self.stream)
            left = kind(left, operand(), lineno=lineno)
            lineno = self.stream.current.lineno

    def parse_or(self):
        return self._chain(self.parse_and, {'or': nodes.Or})

    def parse_and(self):
        return self._chain(self.parse_not, {'and': nodes.And})

    def parse_not(self):
        if not self.stream.current.test('name:not'):
            return self.parse_compare()
        line = next(self.stream).lineno
        return nodes.Not(self.parse_not(), lineno=line)

    def parse_compare(self):
        stream = self.stream
        lineno, first, found = stream.current.lineno, self.parse_math1(), []
        while True:
            if stream.current.type in _COMPARES:
                op = next(stream).type
            elif stream.skip_if('name:in'):
                op = 'in'
            elif stream.current.test('name:not') and stream.look().test('name:in'):
                stream.skip(2)
                op = 'notin'
            else:
                break
            found.append(nodes.Operand(op, self.parse_math1()))
            lineno = stream.current.lineno
        return nodes.Compare(first, found, lineno=lineno) if found else first

    def parse_math1(self):
        return self._chain(self.parse_concat, _SUMS)

    def parse_concat(self):
        lineno, parts = self.stream.current.lineno, [self.parse_math2()]
        while self.stream.skip_if('tilde'):
            parts.append(self.parse_math2())
        return parts[0] if len(parts) == 1 else nodes.Concat(parts, lineno=lineno)

    def parse_math2(self):
        return self._chain(self.parse_pow, _PRODUCTS)

    def parse_pow(self):
        return self._chain(self.parse_unary, {'pow': nodes.Pow})

    def parse_unary(self, with_filter=True):
        token = self.stream.current
        if token.type == 'sub' or token.type == 'add':
            next(self.stream)
            kind = nodes.Neg if token.type == 'sub' else nodes.Pos
            node = kind(self.parse_unary(False), lineno=token.lineno)
        else:
            node = self.parse_primary()
        node = self.parse_postfix(node)
        return self.parse_filter_expr(node) if with_filter else node

    def parse_primary(self, with_namespace=False):
        stream, token = self.stream, self.stream.current
        lineno = token.lineno
        if token.type == 'name':
            next(stream)
            if token.value in _WORDS:
                return nodes.Const(_WORDS[token.value], lineno=lineno)
            if with_namespace and stream.skip_if('dot'):
                return nodes.NSRef(token.value, stream.expect('name').value, lineno=lineno)
            return nodes.Name(token.value, 'load', lineno=lineno)
        if token.type == 'string':
            text = ''
            while stream.current.type == 'string':
                text += next(stream).value
            return nodes.Const(text, lineno=lineno)
        if token.type == 'integer' or token.type == 'float':
            return nodes.Const(next(stream).value, lineno=lineno)
        if token.type == 'lparen':
            next(stream)
            node = self.parse_tuple(explicit_parentheses=True)
            stream.expect('rparen')
            return node
        if token.type == 'lbracket':
            return self.parse_list()
        if token.type == 'lbrace':
            return self.parse_dict()
        self.fail(f'unexpected {describe_token(token)!r}', lineno)

    def parse_tuple(self, simplified=False, with_condexpr=True, extra_end_rules=None, explicit_parentheses=False, with_namespace=False):
        """One expression, or a tuple of several; simplified ones are names and literals alone."""
        stream, found, has_comma = self.stream, [], False
        lineno = stream.current.lineno
        while not self.is_tuple_end(extra_end_rules):
            found.append(self.parse_primary(with_namespace) if simplified else self.parse_expression(with_condexpr))
            if stream.current.type != 'comma':
                break
            has_comma = True
            lineno = stream.current.lineno
            next(stream)
        if not has_comma:
            if found:
                return found[0]
            if not explicit_parentheses:
                self.fail(f'Expected an expression, got {describe_token(stream.current)!r}')
        return nodes.Tuple(found, 'load', lineno=lineno)

    def _items(self, end, item):
        """What stands between brackets, with commas between."""
        found = []
        while self.stream.current.type != end:
            if found:
                self.stream.expect('comma')
                if self.stream.current.type == end:
                    break
            found.append(item())
        next(self.stream)
        return found

    def parse_list(self):
        lineno = next(self.stream).lineno
        return nodes.List(self._items('rbracket', self.parse_expression), lineno=lineno)

    def parse_dict(self):
        def pair():
            key = self.parse_expression()
            self.stream.expect('colon')
            return nodes.Pair(key, self.parse_expression(), lineno=key.lineno)
        lineno = next(self.stream).lineno
        return nodes.Dict(self._items('rbrace', pair), lineno=lineno)

    def parse_postfix(self, node):
        while True:
            kind = self.stream.current.type
            if kind == 'dot' or kind == 'lbracket':
                node = self.parse_subscript(node)
            elif kind == 'lparen':
                node = self.parse_call(node)
            else:
                return node

    def parse_filter_expr(self, node):
        while True:
            token = self.stream.current
            if token.type == 'pipe':
                node = self.parse_filter(node)
            elif token.test('name:is'):
                node = self.parse_test(node)
            elif token.type == 'lparen':
                node = self.parse_call(node)
            else:
                return node

    def parse_subscript(self, node):
        stream, token = self.stream, next(self.stream)
        if token.type == 'dot':
            attr = next(stream)
            if attr.type == 'name':
                return nodes.Getattr(node, attr.value, 'load', lineno=token.lineno)
            if attr.type != 'integer':
                self.fail('expected name or number', attr.lineno)
            return nodes.Getitem(node, nodes.Const(attr.value, lineno=attr.lineno), 'load', lineno=token.lineno)
        found = []
        while stream.current.type != 'rbracket':
            if found:
                stream.expect('comma')
            found.append(self.parse_subscribed())
        next(stream)
        arg = found[0] if len(found) == 1 else nodes.Tuple(found, 'load', lineno=token.lineno)
        return nodes.Getitem(node, arg, 'load', lineno=token.lineno)

    def parse_subscribed(self):
        """An index or a slice."""
        stream, lineno, bounds = self.stream, self.stream.current.lineno, []
        while True:
            kind = stream.current.type
            bounds.append(None if kind in ('colon', 'comma', 'rbracket') and (bounds or kind == 'colon') else self.parse_expression())
            if len(bounds) == 3 or not stream.skip_if('colon'):
                break
        if len(bounds) == 1:
            return bounds[0]
        return nodes.Slice(*bounds, *[None] * (3 - len(bounds)), lineno=lineno)

    def parse_call_args(self):
        """Positional ones, keywords, what stands behind * and behind **."""
        stream, args, kwargs, star, stars, has_any = self.stream, [], [], None, None, False
        lineno = stream.expect('lparen').lineno
        while stream.current.type != 'rparen':
            if has_any:
                stream.expect('comma')
                if stream.current.type == 'rparen':
                    break
            has_any = True
            is_keyword = stream.current.type == 'name' and stream.look().type == 'assign'
            kind = stream.current.type
            if stars is not None or (star is not None or kwargs and kind != 'mul') and kind != 'pow' and not is_keyword:
                self.fail('invalid syntax for function call expression', lineno)
            if kind == 'mul':
                next(stream)
                star = self.parse_expression()
            elif kind == 'pow':
                next(stream)
                stars = self.parse_expression()
            elif is_keyword:
                key = next(stream).value
                next(stream)
                value = self.parse_expression()
                kwargs.append(nodes.Keyword(key, value, lineno=value.lineno))
            else:
                args.append(self.parse_expression())
        next(stream)
        return args, kwargs, star, stars

    def parse_call(self, node):
        lineno = self.stream.current.lineno
        return nodes.Call(node, *self.parse_call_args(), lineno=lineno)

    def _dotted(self):
        name = self.stream.expect('name').value
        while self.stream.skip_if('dot'):
            name += '.' + self.stream.expect('name').value
        return name

    def parse_filter(self, node, start_inline=False):
        while start_inline or self.stream.skip_if('pipe'):
            start_inline, lineno, name = False, self.stream.current.lineno, self._dotted()
            arguments = self.parse_call_args() if self.stream.current.type == 'lparen' else ([], [], None, None)
            node = nodes.Filter(node, name, *arguments, lineno=lineno)
        return node

    def parse_test(self, node):
        stream, lineno = self.stream, next(self.stream).lineno
        negated, name = stream.skip_if('name:not'), self._dotted()
        arguments = [], [], None, None
        current = stream.current
        if current.type == 'lparen':
            arguments = self.parse_call_args()
        elif current.type in _BEGIN_ARGUMENT and not current.test_any('name:else', 'name:or', 'name:and'):
            if current.test('name:is'):
                self.fail('You cannot chain multiple tests with is')
            arguments = [self.parse_postfix(self.parse_primary())], [], None, None
        node = nodes.Test(node, name, *arguments, lineno=lineno)
        return nodes.Not(node, lineno=lineno) if negated else node

    def parse_assign_target(self, with_tuple=True, name_only=False, extra_end_rules=None, with_namespace=False):
        if name_only:
            token = self.stream.expect('name')
            target = nodes.Name(token.value, 'store', lineno=token.lineno)
        elif with_tuple:
            target = self.parse_tuple(simplified=True, extra_end_rules=extra_end_rules, with_namespace=with_namespace).set_ctx('store')
        else:
            target = self.parse_primary(with_namespace).set_ctx('store')
        if not target.can_assign():
            self.fail(f"can't assign to {type(target).__name__.lower()!r}", target.lineno)
        return target
