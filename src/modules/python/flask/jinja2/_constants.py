"""Expressions whose values are known before a template runs."""
import operator

from jinja2 import nodes
from jinja2.utils import pass_argument_of

_OPERATORS = {'eq': operator.eq, 'ne': operator.ne, 'gt': operator.gt, 'gteq': operator.ge, 'lt': operator.lt, 'lteq': operator.le,
              'in': lambda a, b: a in b, 'notin': lambda a, b: a not in b, '*': operator.mul, '/': operator.truediv, '//': operator.floordiv,
              '+': operator.add, '-': operator.sub, '%': operator.mod, '**': operator.pow}
_UNARY = {'not': operator.not_, '-': operator.neg, '+': operator.pos}


def can_be_written(value):
    """Whether a value may stand in code as it is shown."""
    if isinstance(value, float):
        return abs(value) < float('inf')
    if isinstance(value, (tuple, list, set, frozenset)):
        return all(map(can_be_written, value))
    if type(value) is dict:
        return all(can_be_written(each) for pair in value.items() for each in pair)
    return value is None or isinstance(value, (bool, int, range, str))


def constant(node, environment, eval_ctx):
    """The value of an expression, or nodes.Impossible is raised."""
    def value(node):
        return constant(node, environment, eval_ctx)
    kind = type(node)
    if kind is nodes.TemplateData or eval_ctx.volatile and kind not in (nodes.Const, nodes.Tuple, nodes.List):
        raise nodes.Impossible()
    if kind is nodes.Const:
        return node.value
    if kind is nodes.Tuple:
        return tuple(map(value, node.items))
    if kind is nodes.List:
        return list(map(value, node.items))
    if kind is nodes.Dict:
        return {value(pair.key): value(pair.value) for pair in node.items}
    if kind is nodes.And:
        return value(node.left) and value(node.right)
    if kind is nodes.Or:
        return value(node.left) or value(node.right)
    if isinstance(node, nodes.BinExpr) and not (environment.sandboxed and node.operator in environment.intercepted_binops):
        return _OPERATORS[node.operator](value(node.left), value(node.right))
    if isinstance(node, nodes.UnaryExpr) and not (environment.sandboxed and node.operator in environment.intercepted_unops):
        return _UNARY[node.operator](value(node.node))
    if kind is nodes.Concat:
        return ''.join(str(value(each)) for each in node.nodes)
    if kind is nodes.Compare:
        left = value(node.expr)
        for each in node.ops:
            right = value(each.expr)
            found = _OPERATORS[each.op](left, right)
            if not found:
                return False
            left = right
        return found
    if kind is nodes.CondExpr and (value(node.test) or node.expr2 is not None):
        return value(node.expr1 if value(node.test) else node.expr2)
    if kind is nodes.Slice:
        return slice(*(None if each is None else value(each) for each in (node.start, node.stop, node.step)))
    if kind is nodes.Getitem:
        return environment.getitem(value(node.node), value(node.arg))
    if kind is nodes.Getattr:
        return environment.getattr(value(node.node), node.attr)
    if kind in (nodes.Filter, nodes.Test) and node.node is not None:
        return _applied(node, environment, eval_ctx, value)
    raise nodes.Impossible()


def _applied(node, environment, eval_ctx, value):
    known = environment.filters if type(node) is nodes.Filter else environment.tests
    function = known.get(node.name)
    passed = pass_argument_of(function)
    if function is None or passed == 'context' or environment.is_async and getattr(function, 'jinja_async_variant', False):
        raise nodes.Impossible()
    args = [value(each) for each in (node.node, *node.args)]
    if passed is not None:
        args.insert(0, eval_ctx if passed == 'eval_context' else environment)
    if node.dyn_args is not None:
        args += value(node.dyn_args)
    kwargs = {each.key: value(each.value) for each in node.kwargs}
    if node.dyn_kwargs is not None:
        kwargs.update(value(node.dyn_kwargs))
    return function(*args, **kwargs)
