"""What a template is parsed to."""
from collections import deque

from markupsafe import Markup


class Impossible(Exception):
    """An expression is no constant."""


class EvalContext:
    """What holds where a node is evaluated."""

    def __init__(self, environment, template_name=None):
        self.environment = environment
        self.autoescape = environment.autoescape(template_name) if callable(environment.autoescape) else environment.autoescape
        self.volatile = False

    def save(self):
        return self.__dict__.copy()

    def revert(self, old):
        self.__dict__.clear()
        self.__dict__.update(old)


class Node:
    """A node with fields, which may hold nodes or lists of them."""
    fields, attributes, abstract = (), ('lineno', 'environment'), True

    def __init__(self, *fields, **attributes):
        kind = type(self)
        if fields:
            if len(fields) != len(self.fields):
                if not self.fields:
                    raise TypeError(f'{kind.__name__!r} takes 0 arguments')
                raise TypeError(f"{kind.__name__!r} takes 0 or {len(self.fields)} argument{'s' if len(self.fields) != 1 else ''}")
            self.__dict__.update(zip(self.fields, fields))
        for name in self.attributes:
            setattr(self, name, attributes.pop(name, None))
        if attributes:
            raise TypeError(f'unknown attribute {next(iter(attributes))!r}')

    def iter_fields(self, exclude=None, only=None):
        for name in self.fields:
            if (only is None or name in only) and (exclude is None or name not in exclude) and name in self.__dict__:
                yield name, self.__dict__[name]

    def iter_child_nodes(self, exclude=None, only=None):
        for _, value in self.iter_fields(exclude, only):
            for each in value if isinstance(value, list) else (value,):
                if isinstance(each, Node):
                    yield each

    def find(self, node_type):
        return next(self.find_all(node_type), None)

    def find_all(self, node_type):
        for child in self.iter_child_nodes():
            if isinstance(child, node_type):
                yield child
            yield from child.find_all(node_type)

    def _everywhere(self):
        todo = deque([self])
        while todo:
            node = todo.popleft()
            yield node
            todo.extend(node.iter_child_nodes())

    def set_ctx(self, ctx):
        for node in self._everywhere():
            if 'ctx' in node.fields:
                node.ctx = ctx
        return self

    def set_lineno(self, lineno, override=False):
        for node in self._everywhere():
            if node.lineno is None or override:
                node.lineno = lineno
        return self

    def set_environment(self, environment):
        for node in self._everywhere():
            node.environment = environment
        return self

    def __eq__(self, other):
        if type(other) is type(self):
            return [*self.iter_fields()] == [*other.iter_fields()]
        return NotImplemented

    __hash__ = object.__hash__

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name, None)!r}' for name in self.fields)})"


class Stmt(Node):
    pass


class Helper(Node):
    pass


class Expr(Node):
    def as_const(self, eval_ctx=None):
        """The value, if it is known without running a template."""
        raise Impossible()

    def can_assign(self):
        return False


class Literal(Expr):
    pass


class BinExpr(Expr):
    fields, operator = ('left', 'right'), None


class UnaryExpr(Expr):
    fields, operator = ('node',), None


class _FilterTestCommon(Expr):
    fields = 'node', 'name', 'args', 'kwargs', 'dyn_args', 'dyn_kwargs'


_TABLE = '''Template Node body
Output Stmt nodes
Extends Stmt template
For Stmt target iter body else_ test recursive
If Stmt test body elif_ else_
Macro Stmt name args defaults body
CallBlock Stmt call args defaults body
FilterBlock Stmt body filter
With Stmt targets values body
Block Stmt name body scoped required
Include Stmt template with_context ignore_missing
Import Stmt template target with_context
FromImport Stmt template names with_context
ExprStmt Stmt node
Assign Stmt target node
AssignBlock Stmt target filter body
Name Expr name ctx
NSRef Expr name attr
Const Literal value
TemplateData Literal data
Tuple Literal items ctx
List Literal items
Dict Literal items
Pair Helper key value
Keyword Helper key value
CondExpr Expr test expr1 expr2
Filter _FilterTestCommon node name args kwargs dyn_args dyn_kwargs
Test _FilterTestCommon node name args kwargs dyn_args dyn_kwargs
Call Expr node args kwargs dyn_args dyn_kwargs
Getitem Expr node arg ctx
Getattr Expr node attr ctx
Slice Expr start stop step
Concat Expr nodes
Compare Expr expr ops
Operand Helper op expr
EnvironmentAttribute Expr name
ExtensionAttribute Expr identifier name
ImportedName Expr importname
InternalName Expr name
MarkSafe Expr expr
MarkSafeIfAutoescape Expr expr
ContextReference Expr
DerivedContextReference Expr
Continue Stmt
Break Stmt
Scope Stmt body
EvalContextModifier Stmt options
ScopedEvalContextModifier EvalContextModifier options body'''
for _line in _TABLE.split('\n'):
    _name, _base, *_fields = _line.split(' ')
    globals()[_name] = type(_name, (globals()[_base],), {'fields': tuple(_fields), 'abstract': False, '__module__': __name__})
for _name, _sign in dict(Mul='*', Div='/', FloorDiv='//', Add='+', Sub='-', Mod='%', Pow='**', And='and', Or='or').items():
    globals()[_name] = type(_name, (BinExpr,), {'operator': _sign, 'abstract': False, '__module__': __name__})
for _name, _sign in dict(Not='not', Neg='-', Pos='+').items():
    globals()[_name] = type(_name, (UnaryExpr,), {'operator': _sign, 'abstract': False, '__module__': __name__})


def _const(self, eval_ctx=None):
    return self.value


def _data(self, eval_ctx=None):
    return Markup(self.data) if (eval_ctx or EvalContext(self.environment)).autoescape else self.data


def _from_untrusted(cls, value, lineno=None, environment=None):
    if not isinstance(value, (str, int, float, complex, bool, type(None), type(Ellipsis), range)):
        raise Impossible()
    return cls(value, lineno=lineno, environment=environment)


Const.as_const, Const.from_untrusted, TemplateData.as_const = _const, classmethod(_from_untrusted), _data
Tuple.as_const = lambda self, eval_ctx=None: tuple(each.as_const(eval_ctx) for each in self.items)
List.as_const = lambda self, eval_ctx=None: [each.as_const(eval_ctx) for each in self.items]
Dict.as_const = lambda self, eval_ctx=None: {each.key.as_const(eval_ctx): each.value.as_const(eval_ctx) for each in self.items}
Name.can_assign = lambda self: self.name not in ('true', 'false', 'none', 'True', 'False', 'None')
NSRef.can_assign = lambda self: True
Tuple.can_assign = lambda self: all(each.can_assign() for each in self.items)
