"""Writes the expressions of a template in Python."""
from jinja2 import nodes
from jinja2._constants import can_be_written, constant
from jinja2.utils import pass_argument_of

_OPERATORS = {'eq': '==', 'ne': '!=', 'gt': '>', 'gteq': '>=', 'lt': '<', 'lteq': '<=', 'in': 'in', 'notin': 'not in'}
_MAYBE_CONSTANT = (nodes.Concat, nodes.Compare, nodes.Getattr, nodes.Getitem, nodes.Filter, nodes.Test, nodes.CondExpr, nodes.BinExpr,
                   nodes.UnaryExpr)
_PASSED = {'context': 'context, ', 'eval_context': 'context.eval_ctx, ', 'environment': 'environment, ', None: ''}


class Expressions:
    """The part of a code generator that knows expressions."""

    def expr(self, node, frame):
        if isinstance(node, _MAYBE_CONSTANT) and not frame.eval_ctx.volatile:
            try:
                value = constant(node, self.environment, frame.eval_ctx)
                if can_be_written(value):
                    return f'({value!r})'
            except Exception:
                pass
        return getattr(self, f'of_{type(node).__name__}')(node, frame)

    def exprs(self, found, frame):
        return [self.expr(each, frame) for each in found]

    def target(self, node, frame):
        if isinstance(node, nodes.Tuple):
            found = [self.target(each, frame) for each in node.items]
            return f"({', '.join(found)}{',' * (len(found) == 1)})"
        if isinstance(node, nodes.NSRef):
            return f'{frame.scope.find(node.name)}[{node.attr!r}]'
        return frame.scope.find(node.name)

    def awaited(self, text):
        return f'(await auto_await({text}))' if self.is_async else text

    def shown(self, text, frame):
        """The text of a value, as it is put into what is written."""
        finalize = self.environment.finalize
        if finalize is not None:
            text = f'environment.finalize({_PASSED[pass_argument_of(finalize)]}{text})'
        return self.as_text(text, frame)

    def as_text(self, text, frame):
        if frame.eval_ctx.volatile:
            return f'(escape if context.eval_ctx.autoescape else str)({text})'
        return f"{'escape' if frame.eval_ctx.autoescape else 'str'}({text})"

    def of_Name(self, node, frame):
        variable = frame.scope.find(node.name)
        if frame.scope.is_parameter(variable) and variable not in self.unset:
            return variable
        return f'(undefined(name={node.name!r}) if {variable} is missing else {variable})'

    def of_NSRef(self, node, frame):
        return f'environment.getattr({frame.scope.find(node.name)}, {node.attr!r})'

    def of_Const(self, node, frame):
        value = node.value
        return f'({value!r})' if not isinstance(value, float) or abs(value) != float('inf') else 'float(%r)' % str(value)

    def of_TemplateData(self, node, frame):
        if frame.eval_ctx.volatile:
            return f'(Markup if context.eval_ctx.autoescape else identity)({node.data!r})'
        return f'Markup({node.data!r})' if frame.eval_ctx.autoescape else repr(node.data)

    def of_Tuple(self, node, frame):
        return f"({''.join(each + ', ' for each in self.exprs(node.items, frame))})"

    def of_List(self, node, frame):
        return f"[{', '.join(self.exprs(node.items, frame))}]"

    def of_Dict(self, node, frame):
        return '{' + ', '.join(f'{self.expr(each.key, frame)}: {self.expr(each.value, frame)}' for each in node.items) + '}'

    def _binary(self, node, frame):
        left, right = self.exprs((node.left, node.right), frame)
        environment = self.environment
        if environment.sandboxed and node.operator in environment.intercepted_binops:
            return f'environment.call_binop(context, {node.operator!r}, {left}, {right})'
        return f'({left} {node.operator} {right})'

    of_Add = of_Sub = of_Mul = of_Div = of_FloorDiv = of_Mod = of_Pow = of_And = of_Or = _binary

    def _unary(self, node, frame):
        value, environment = self.expr(node.node, frame), self.environment
        if environment.sandboxed and node.operator in environment.intercepted_unops:
            return f'environment.call_unop(context, {node.operator!r}, {value})'
        return f'({node.operator} {value})'

    of_Not = of_Neg = of_Pos = _unary

    def of_Concat(self, node, frame):
        join = ('(markup_join if context.eval_ctx.autoescape else str_join)' if frame.eval_ctx.volatile else
                'markup_join' if frame.eval_ctx.autoescape else 'str_join')
        return f'{join}(({"".join(each + ", " for each in self.exprs(node.nodes, frame))}))'

    def of_Compare(self, node, frame):
        left = self.expr(node.expr, frame)
        return f"({left} {' '.join(f'{_OPERATORS[each.op]} {self.expr(each.expr, frame)}' for each in node.ops)})"

    def of_CondExpr(self, node, frame):
        frame = frame.softened()
        if node.expr2 is not None:
            other = self.expr(node.expr2, frame)
        else:
            where = f'line {node.lineno}' + (f' in {self.name!r}' if self.name is not None else '')
            other = f"Undefined({f'the inline if-expression on {where} evaluated to false and no else section was defined.'!r})"
        return f'({self.expr(node.expr1, frame)} if {self.expr(node.test, frame)} else {other})'

    def of_Getattr(self, node, frame):
        return self.awaited(f'environment.getattr({self.expr(node.node, frame)}, {node.attr!r})')

    def of_Getitem(self, node, frame):
        if isinstance(node.arg, nodes.Slice):
            return f'{self.expr(node.node, frame)}[{self.expr(node.arg, frame)}]'
        return self.awaited(f'environment.getitem({self.expr(node.node, frame)}, {self.expr(node.arg, frame)})')

    def of_Slice(self, node, frame):
        start, stop, step = ('' if each is None else self.expr(each, frame) for each in (node.start, node.stop, node.step))
        return f'{start}:{stop}' + (f':{step}' if step else '')

    def arguments(self, node, frame, more=()):
        found = [*self.exprs(node.args, frame), *(f'*{self.expr(node.dyn_args, frame)}' for _ in [0] if node.dyn_args)]
        named = [(each.key, self.expr(each.value, frame)) for each in node.kwargs] + list(more)
        # Keywords of Python's cannot be written as such.
        if any(not key.isidentifier() or key in _KEYWORDS for key, _ in named):
            found.append('**{' + ', '.join(f'{key!r}: {value}' for key, value in named) + '}')
        else:
            found += [f'{key}={value}' for key, value in named]
        if node.dyn_kwargs:
            found.append(f'**{self.expr(node.dyn_kwargs, frame)}')
        return ', '.join(found)

    def call(self, node, frame, caller=None):
        more = [('caller', caller)] if caller else []
        if frame.tracks:
            more.append((frame.tracks, frame.tracks))
        start = 'environment.call(context, ' if self.environment.sandboxed else 'context.call('
        text = f'{start}{self.expr(node.node, frame)}, {self.arguments(node, frame, more)})'
        return self.awaited(text)

    of_Call = call

    def _function(self, node, frame, kind):
        """Where a filter or test is found, and what it is handed before its value."""
        found = getattr(self.environment, kind + 's').get(node.name)
        if found is None and not frame.soft:
            self.fail(f'No {kind} named {node.name!r}.', node.lineno)
        variable = next((each for each, known in self.functions.items() if known == (kind, node.name)), None)
        if variable is None:
            variable = self.new_name()
            self.functions[variable] = kind, node.name
        return variable, _PASSED[pass_argument_of(found)]

    def _applied(self, node, frame, kind):
        """A filter or test; the filter of a block has the block's text at its start."""
        variable, passed = self._function(node, frame, kind)
        value = self.joined(frame) if node.node is None else self.expr(node.node, frame)
        return self.awaited(f'{variable}({passed}{value}, {self.arguments(node, frame)})')

    def of_Filter(self, node, frame):
        return self._applied(node, frame, 'filter')

    def of_Test(self, node, frame):
        return self._applied(node, frame, 'test')

    def of_EnvironmentAttribute(self, node, frame):
        return f'environment.{node.name}'

    def of_ExtensionAttribute(self, node, frame):
        return f'environment.extensions[{node.identifier!r}].{node.name}'

    def of_ImportedName(self, node, frame):
        if node.importname not in self.imported:
            self.imported[node.importname] = self.new_name()
        return self.imported[node.importname]

    def of_InternalName(self, node, frame):
        return node.name

    def of_ContextReference(self, node, frame):
        return 'context'

    def of_DerivedContextReference(self, node, frame):
        return f'context.derived({self.locals_of(frame)})'

    def of_MarkSafe(self, node, frame):
        return f'Markup({self.expr(node.expr, frame)})'

    def of_MarkSafeIfAutoescape(self, node, frame):
        return f'(Markup if context.eval_ctx.autoescape else identity)({self.expr(node.expr, frame)})'


_KEYWORDS = frozenset(('False None True and as assert async await break class continue def del elif else except finally for from global if import '
                       'in is lambda nonlocal not or pass raise return try while with yield').split())
