"""What CPython computes while it compiles: operations on constants, tuples of constants, formats, containers that are only read."""
import ast
import operator
import re


def _inverted(value):
    # Of a bool it has been warned where the text was compiled.
    return ~int(value) if type(value) is bool else ~value


_UNARY = {ast.Invert: _inverted, ast.Not: operator.not_, ast.UAdd: operator.pos, ast.USub: operator.neg}
_BINARY = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Div: operator.truediv, ast.FloorDiv: operator.floordiv,
    ast.BitOr: operator.or_, ast.BitXor: operator.xor, ast.BitAnd: operator.and_, ast.RShift: operator.rshift,
}
_OPPOSITE = {ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In}
_CONVERSION = re.compile(r'%([-+ #0]*)(\d{0,2})(?:\.(\d{0,2}))?([sra])')
_ITEMS = 1024
_DOCUMENTED = ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef


def _constant(value, node):
    return ast.copy_location(ast.Constant(value), node)


def _bits(number):
    return abs(number).bit_length()


def _few_items(value, left=_ITEMS):
    """How many more items a tuple of tuples may have, less than 0 if it has too many."""
    if isinstance(value, (tuple, frozenset)):
        left -= len(value)
        for item in value:
            if left < 0:
                break
            left = _few_items(item, left)
    return left


def _multiply(a, b):
    if isinstance(a, int) and isinstance(b, int):
        fits = not a or not b or _bits(a) + _bits(b) <= 128
    elif isinstance(a, int) and isinstance(b, (tuple, frozenset)):
        fits = not b or 0 <= a <= 256 // len(b) and (not a or _few_items(b, _ITEMS // a) >= 0)
    elif isinstance(a, int) and isinstance(b, (str, bytes)):
        fits = not b or 0 <= a <= 4096 // len(b)
    elif isinstance(b, int) and isinstance(a, (tuple, frozenset, str, bytes)):
        return _multiply(b, a)
    else:
        fits = True
    if not fits:
        raise ValueError
    return a * b


def _power(a, b):
    if isinstance(a, int) and isinstance(b, int) and b > 0 and (a and _bits(a) > 128 // b):
        raise ValueError
    return a ** b


def _shift(a, b):
    if isinstance(a, int) and isinstance(b, int) and a and b and (b < 0 or b > 128 or _bits(a) > 128 - b):
        raise ValueError
    return a << b


def _remainder(a, b):
    if isinstance(a, (str, bytes)):
        raise ValueError
    return a % b


_BINARY.update({ast.Mult: _multiply, ast.Pow: _power, ast.LShift: _shift, ast.Mod: _remainder})


def folded(tree, debug):
    """The tree as `ast.parse(optimize=…)` gives it; what has become a text is no docstring."""
    plain = [node for node in ast.walk(tree) if isinstance(node, _DOCUMENTED) and ast.get_docstring(node, False) is None]
    future = isinstance(tree, ast.Module) and any(
        isinstance(node, ast.ImportFrom) and node.module == '__future__' and any(name.name == 'annotations' for name in node.names)
        for node in tree.body)
    tree = Folding(future, debug).fold(tree)
    for node in plain:
        if node.body and ast.get_docstring(node, False) is not None:
            statement = node.body[0]
            statement.value = ast.copy_location(ast.JoinedStr([statement.value]), statement.value)
    return tree


class Folding:
    """Folds a tree in place; annotations are left as they are where they become texts."""

    def __init__(self, future_annotations, debug=True):
        self.debug, self.left = debug, ('annotation', 'returns') if future_annotations else ()

    def fold(self, node):
        """The node, or what takes its place."""
        for field in node._fields:
            value = getattr(node, field, None)
            if isinstance(value, list):
                for i, item in enumerate(value):
                    if isinstance(item, ast.AST):
                        value[i] = self.fold(item)
            elif isinstance(value, ast.AST) and field != 'ctx' and field not in self.left:
                setattr(node, field, self.fold(value))
        rule = getattr(self, type(node).__name__, None)
        return node if rule is None else rule(node)

    def computed(self, node, function, *values):
        try:
            value = function(*values)
        except Exception:
            return node
        return _constant(value, node)

    def UnaryOp(self, node):
        operand = node.operand
        if isinstance(operand, ast.Constant):
            return self.computed(node, _UNARY[type(node.op)], operand.value)
        if isinstance(node.op, ast.Not) and isinstance(operand, ast.Compare) and len(operand.ops) == 1:
            opposite = _OPPOSITE.get(type(operand.ops[0]))
            if opposite:
                operand.ops[0] = opposite()
                return operand
        return node

    def BinOp(self, node):
        left, right = node.left, node.right
        if not isinstance(left, ast.Constant):
            return node
        if isinstance(node.op, ast.Mod) and isinstance(right, ast.Tuple) and isinstance(left.value, str):
            if any(isinstance(item, ast.Starred) for item in right.elts):
                return node
            return self.formatted(node, left.value, right.elts)
        if isinstance(right, ast.Constant) and type(node.op) in _BINARY:
            return self.computed(node, _BINARY[type(node.op)], left.value, right.value)
        return node

    def formatted(self, node, text, items):
        """`'%s …' % (a, …)` as an f-string, if it asks for nothing else."""
        parts, at, given = [], 0, iter(items)
        while at < len(text):
            literal = re.compile('(?:[^%]|%%)*', re.S).match(text, at)
            if literal.end() > at:
                constant = ast.Constant(literal.group().replace('%%', '%'))
                constant.lineno = None
                parts.append(constant)
                at = literal.end()
                continue
            conversion = _CONVERSION.match(text, at)
            item = next(given, None)
            if conversion is None or item is None:
                return node
            flags, width, precision, kind = conversion.groups()
            at = conversion.end()
            spec = ''
            if width:
                spec = ('' if '-' in flags or not int(width) else '>') + str(int(width))
            if precision is not None:
                spec += '.%d' % int(precision or 0)
            constant = None
            if spec:
                constant = ast.Constant(spec)
                constant.lineno = None
            parts.append(ast.copy_location(ast.FormattedValue(item, ord(kind), constant), item))
        if next(given, None) is not None:
            return node
        return ast.copy_location(ast.JoinedStr(parts), node)

    def Subscript(self, node):
        if isinstance(node.ctx, ast.Load) and isinstance(node.value, ast.Constant) and isinstance(node.slice, ast.Constant):
            return self.computed(node, operator.getitem, node.value.value, node.slice.value)
        return node

    def Tuple(self, node):
        if isinstance(node.ctx, ast.Load) and all(isinstance(item, ast.Constant) for item in node.elts):
            return _constant(tuple([item.value for item in node.elts]), node)
        return node

    def Name(self, node):
        if node.id == '__debug__' and isinstance(node.ctx, ast.Load):
            return _constant(self.debug, node)
        return node

    def For(self, node):
        node.iter = self.read_only(node.iter)
        return node

    comprehension = For

    def Compare(self, node):
        if isinstance(node.ops[-1], (ast.In, ast.NotIn)):
            node.comparators[-1] = self.read_only(node.comparators[-1])
        return node

    def read_only(self, node):
        if isinstance(node, ast.List) and not any(isinstance(item, ast.Starred) for item in node.elts):
            return self.Tuple(ast.copy_location(ast.Tuple(node.elts, ast.Load()), node))
        if isinstance(node, ast.Set) and all(isinstance(item, ast.Constant) for item in node.elts):
            return _constant(frozenset([item.value for item in node.elts]), node)
        return node
