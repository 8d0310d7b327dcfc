"""Makes nodes of the tokens of a template: its statements."""
from jinja2 import nodes
from jinja2._expressions import Expressions
from jinja2.exceptions import TemplateAssertionError, TemplateSyntaxError
from jinja2.lexer import describe_token_expr

_STATEMENTS = {name: f'parse_{name}' for name in 'for if block extends print macro include from import set with autoescape'.split()}
_STATEMENTS.update(call='parse_call_block', filter='parse_filter_block')


class Parser(Expressions):
    def __init__(self, environment, source, name=None, filename=None, state=None):
        self.environment, self.name, self.filename, self.closed = environment, name, filename, False
        self.stream = environment._tokenize(source, name, filename, state)
        self.extensions = {tag: extension.parse for extension in environment.iter_extensions() for tag in extension.tags}
        self._free, self._tag_stack, self._end_token_stack = 0, [], []

    def fail(self, msg, lineno=None, exc=TemplateSyntaxError):
        raise exc(msg, self.stream.current.lineno if lineno is None else lineno, self.name, self.filename)

    def _fail_at_end(self, name, stack, lineno):
        """Says what tag there is, if any, and which ones were looked for."""
        sought = [list(map(describe_token_expr, each)) for each in stack]
        text = 'Unexpected end of template.' if name is None else f'Encountered unknown tag {name!r}.'
        if sought:
            innermost = ' or '.join(map(repr, sought[-1]))
            if name is not None and any(name in each for each in sought):
                text += f' You probably made a nesting mistake. Jinja is expecting this tag, but currently looking for {innermost}.'
            else:
                text += f' Jinja was looking for the following tags: {innermost}.'
        if self._tag_stack:
            text += f' The innermost block that needs to be closed is {self._tag_stack[-1]!r}.'
        self.fail(text, lineno)

    def fail_unknown_tag(self, name, lineno=None):
        self._fail_at_end(name, self._end_token_stack, lineno)

    def fail_eof(self, end_tokens=None, lineno=None):
        self._fail_at_end(None, self._end_token_stack + ([end_tokens] if end_tokens is not None else []), lineno)

    def is_tuple_end(self, extra_end_rules=None):
        # Jinja hands the rules over as one, which no token is of: `in` may be a name.
        return self.stream.current.type in ('variable_end', 'block_end', 'rparen')

    def free_identifier(self, lineno=None):
        self._free += 1
        return nodes.InternalName(f'fi{self._free}', lineno=lineno)

    def parse(self):
        return nodes.Template(self.subparse(), lineno=1).set_environment(self.environment)

    def subparse(self, end_tokens=None):
        """Text, outputs and statements, up to one of the tags or to the end."""
        stream, body, output = self.stream, [], []
        if end_tokens is not None:
            self._end_token_stack.append(end_tokens)

        def flush():
            if output:
                body.append(nodes.Output(output[:], lineno=output[0].lineno))
                output.clear()
        try:
            while stream:
                token = next(stream)
                if token.type == 'data':
                    if token.value:
                        output.append(nodes.TemplateData(token.value, lineno=token.lineno))
                elif token.type == 'variable_begin':
                    output.append(self.parse_tuple(with_condexpr=True))
                    stream.expect('variable_end')
                else:
                    flush()
                    if end_tokens is not None and stream.current.test_any(*end_tokens):
                        return body
                    found = self.parse_statement()
                    body.extend(found if isinstance(found, list) else [found])
                    stream.expect('block_end')
            flush()
            return body
        finally:
            if end_tokens is not None:
                self._end_token_stack.pop()

    def parse_statement(self):
        token = self.stream.current
        if token.type != 'name':
            self.fail('tag name expected', token.lineno)
        tag = token.value
        if tag in _STATEMENTS:
            parse = getattr(self, _STATEMENTS[tag])
        elif tag in self.extensions:
            def parse():
                return self.extensions[tag](self)
        else:
            self.fail_unknown_tag(tag, token.lineno)
        self._tag_stack.append(tag)
        try:
            return parse()
        finally:
            self._tag_stack.pop()

    def parse_statements(self, end_tokens, drop_needle=False):
        self.stream.skip_if('colon')
        self.stream.expect('block_end')
        body = self.subparse(end_tokens)
        if self.stream.current.type == 'eof':
            self.fail_eof(end_tokens)
        elif drop_needle:
            next(self.stream)
        return body

    def _body(self, tag):
        return self.parse_statements((f'name:end{tag}',), drop_needle=True)

    def parse_set(self):
        lineno = next(self.stream).lineno
        target = self.parse_assign_target(with_namespace=True)
        if self.stream.skip_if('assign'):
            return nodes.Assign(target, self.parse_tuple(), lineno=lineno)
        through = self.parse_filter(None)
        return nodes.AssignBlock(target, through, self._body('set'), lineno=lineno)

    def parse_for(self):
        stream = self.stream
        lineno = next(stream).lineno
        target = self.parse_assign_target(extra_end_rules=('name:in',))
        stream.expect('name:in')
        source = self.parse_tuple(with_condexpr=False, extra_end_rules=('name:recursive',))
        test = self.parse_expression() if stream.skip_if('name:if') else None
        recursive = stream.skip_if('name:recursive')
        body = self.parse_statements(('name:endfor', 'name:else'))
        other = [] if next(stream).value == 'endfor' else self._body('for')
        return nodes.For(target, source, body, other, test, recursive, lineno=lineno)

    def parse_if(self):
        stream = self.stream
        first = node = nodes.If(lineno=next(stream).lineno)
        while True:
            node.test = self.parse_tuple(with_condexpr=False)
            node.body = self.parse_statements(('name:elif', 'name:else', 'name:endif'))
            node.elif_, node.else_ = [], []
            ends = next(stream).value
            if ends != 'elif':
                break
            node = nodes.If(lineno=stream.current.lineno)
            first.elif_.append(node)
        if ends == 'else':
            first.else_ = self._body('if')
        return first

    def parse_with(self):
        node = nodes.With([], [], [], lineno=next(self.stream).lineno)
        while self.stream.current.type != 'block_end':
            if node.targets:
                self.stream.expect('comma')
            node.targets.append(self.parse_assign_target().set_ctx('param'))
            self.stream.expect('assign')
            node.values.append(self.parse_expression())
        node.body = self._body('with')
        return node

    def parse_autoescape(self):
        lineno = next(self.stream).lineno
        options = [nodes.Keyword('autoescape', self.parse_expression())]
        return nodes.Scope([nodes.ScopedEvalContextModifier(options, self._body('autoescape'), lineno=lineno)])

    def parse_block(self):
        lineno = next(self.stream).lineno
        name = self.stream.expect('name').value
        scoped, required = self.stream.skip_if('name:scoped'), self.stream.skip_if('name:required')
        if self.stream.current.type == 'sub':
            self.fail('Block names in Jinja have to be valid Python identifiers and may not contain hyphens, use an underscore instead.')
        body = self._body('block')
        if required and not all(isinstance(each, nodes.Output) and all(isinstance(part, nodes.TemplateData) and part.data.isspace()
                                                                        for part in each.nodes) for each in body):
            self.fail('Required blocks can only contain comments or whitespace')
        self.stream.skip_if('name:' + name)
        return nodes.Block(name, body, scoped, required, lineno=lineno)

    def parse_extends(self):
        lineno = next(self.stream).lineno
        return nodes.Extends(self.parse_expression(), lineno=lineno)

    def parse_import_context(self, node, default):
        node.with_context = default
        if self.stream.current.test_any('name:with', 'name:without') and self.stream.look().test('name:context'):
            node.with_context = next(self.stream).value == 'with'
            next(self.stream)
        return node

    def parse_include(self):
        lineno = next(self.stream).lineno
        node = nodes.Include(self.parse_expression(), True, False, lineno=lineno)
        if self.stream.current.test('name:ignore') and self.stream.look().test('name:missing'):
            node.ignore_missing = True
            self.stream.skip(2)
        return self.parse_import_context(node, True)

    def parse_import(self):
        lineno = next(self.stream).lineno
        template = self.parse_expression()
        self.stream.expect('name:as')
        node = nodes.Import(template, self.parse_assign_target(name_only=True).name, False, lineno=lineno)
        return self.parse_import_context(node, False)

    def parse_from(self):
        stream = self.stream
        node = nodes.FromImport(lineno=next(stream).lineno)
        node.template = self.parse_expression()
        stream.expect('name:import')
        node.names, node.with_context = [], False

        def has_context():
            found = stream.current.value in ('with', 'without') and stream.look().test('name:context')
            if found:
                self.parse_import_context(node, False)
            return found
        while True:
            if node.names:
                stream.expect('comma')
            if stream.current.type == 'name' and has_context():
                break
            target = self.parse_assign_target(name_only=True)
            if target.name[0] == '_':
                self.fail('names starting with an underline can not be imported', target.lineno, exc=TemplateAssertionError)
            as_other = stream.skip_if('name:as')
            node.names.append((target.name, self.parse_assign_target(name_only=True).name) if as_other else target.name)
            if has_context() or stream.current.type != 'comma':
                break
        return node

    def parse_signature(self, node):
        node.args, node.defaults = [], []
        self.stream.expect('lparen')
        while self.stream.current.type != 'rparen':
            if node.args:
                self.stream.expect('comma')
            arg = self.parse_assign_target(name_only=True).set_ctx('param')
            if self.stream.skip_if('assign'):
                node.defaults.append(self.parse_expression())
            elif node.defaults:
                self.fail('non-default argument follows default argument')
            node.args.append(arg)
        self.stream.expect('rparen')

    def parse_call_block(self):
        node = nodes.CallBlock(lineno=next(self.stream).lineno)
        node.args, node.defaults = [], []
        if self.stream.current.type == 'lparen':
            self.parse_signature(node)
        node.call = self.parse_expression()
        if not isinstance(node.call, nodes.Call):
            self.fail('expected call', node.lineno)
        node.body = self._body('call')
        return node

    def parse_filter_block(self):
        lineno = next(self.stream).lineno
        through = self.parse_filter(None, start_inline=True)
        return nodes.FilterBlock(self._body('filter'), through, lineno=lineno)

    def parse_macro(self):
        node = nodes.Macro(lineno=next(self.stream).lineno)
        node.name = self.parse_assign_target(name_only=True).name
        self.parse_signature(node)
        node.body = self._body('macro')
        return node

    def parse_print(self):
        line, values = next(self.stream).lineno, []
        while self.stream.current.type != 'block_end':
            if values:
                self.stream.expect('comma')
            values.append(self.parse_expression())
        return nodes.Output(values, lineno=line)
