"""What a failed assert says: its condition with what the parts of it came to.

The compiler has put what each part came to in the frame's variables `@py_assert0`, `@py_assert1` … in the order in which the
parts are met here (src/runtime/compiler/explained.rs)."""
import ast
import linecache
import sys
import types
import _frames

from .saferepr import DEFAULT_REPR_MAX_SIZE, saferepr, saferepr_unlimited

# The run's options, and the hook for comparisons of the program's own, while a test runs.
config = None

_UNARY = {ast.Not: 'not ', ast.Invert: '~', ast.USub: '-', ast.UAdd: '+'}
_BINARY = {ast.BitOr: '|', ast.BitXor: '^', ast.BitAnd: '&', ast.LShift: '<<', ast.RShift: '>>', ast.Add: '+', ast.Sub: '-',
           ast.Mult: '*', ast.Div: '/', ast.FloorDiv: '//', ast.Mod: '%', ast.Eq: '==', ast.NotEq: '!=', ast.Lt: '<',
           ast.LtE: '<=', ast.Gt: '>', ast.GtE: '>=', ast.Pow: '**', ast.Is: 'is', ast.IsNot: 'is not', ast.In: 'in',
           ast.NotIn: 'not in', ast.MatMult: '@'}
_HOLDS = {'==': lambda a, b: a == b, '!=': lambda a, b: a != b, '<': lambda a, b: a < b, '<=': lambda a, b: a <= b,
          '>': lambda a, b: a > b, '>=': lambda a, b: a >= b, 'is': lambda a, b: a is b, 'is not': lambda a, b: a is not b,
          'in': lambda a, b: a in b, 'not in': lambda a, b: a not in b}
_NO_MESSAGE = object()


def explain(message=_NO_MESSAGE):
    """The message of the assert that has failed in the frame that calls this."""
    __tracebackhide__ = True
    frame = sys._getframe(0)
    test = _test_of(frame)
    told = 'assert ' + (_Parts(frame).visit(test)[1] if test is not None else '???')
    if message is not _NO_MESSAGE:
        told = _message(message) + '\n>' + told
    return _formatted(told)


def _test_of(frame):
    """The condition's syntax tree."""
    place = _place(frame)
    if place is None:
        return None
    first, column, last, end = place
    lines = [linecache.getline(frame.f_code.co_filename, number, frame.f_globals) for number in range(first, last + 1)]
    raw = [line.encode() for line in lines]
    raw[-1] = raw[-1][:end]
    raw[0] = raw[0][column:]
    try:
        return ast.parse(b''.join(raw).decode()).body[0].test
    except (SyntaxError, IndexError, AttributeError):
        return None


def _place(frame):
    positions, at = _frames.own_positions(frame.f_code), _frames.own_offset(frame) // 2
    place = positions[at] if at < len(positions) else (None,)
    if None in place:
        return None
    return place[0], place[2], place[1], place[3]


def _shown(value):
    if isinstance(value, types.MethodType):
        return value.__name__
    verbose = config.verbosity_of_asserts if config else 0
    if verbose >= 2:
        return saferepr_unlimited(value).replace('\n', '\\n')
    return saferepr(value, DEFAULT_REPR_MAX_SIZE * (10 if verbose else 1)).replace('\n', '\\n')


def _message(value):
    if isinstance(value, str):
        return value.replace('\n', '\n~')
    return _shown(value).replace('\n', '\n~').replace('\\n', '\n~')


def _name_says_enough(value):
    if callable(value):
        from .fixtures import FixtureFunctionDefinition
        return not isinstance(value, FixtureFunctionDefinition)
    try:
        return hasattr(value, '__name__')
    except Exception:
        return False


class _Parts:
    def __init__(self, frame):
        self.frame, self.locals, self.next = frame, frame.f_locals, 0

    def _value(self):
        name = f'@py_assert{self.next}'
        self.next += 1
        return self.locals[name] if name in self.locals else self.frame.f_globals.get(name)

    def visit(self, node):
        """What a part came to, and what is said of it."""
        known = getattr(self, '_' + type(node).__name__, None)
        if known is not None:
            return known(node)
        value = self._value()
        return value, _shown(value)

    def _skip(self, node):
        """Counts the parts of what was not reached."""
        if isinstance(node, (ast.Name, ast.NamedExpr)):
            return
        if not isinstance(node, ast.Starred):
            self.next += 1
        for part in _parts(node):
            self._skip(part)

    def _Name(self, node):
        name = node.id
        if name in self.locals:
            return self.locals[name], _shown(self.locals[name])
        builtins = self.frame.f_builtins
        value = self.frame.f_globals[name] if name in self.frame.f_globals else builtins.get(name)
        return value, name if _name_says_enough(value) else _shown(value)

    def _NamedExpr(self, node):
        return self._Name(node.target)

    def _Starred(self, node):
        value, told = self.visit(node.value)
        return value, '*' + told

    def _BoolOp(self, node):
        value, is_or, tellings, going = self._value(), isinstance(node.op, ast.Or), [], True
        for part in node.values:
            if not going:
                self._skip(part)
                continue
            came_to, told = self.visit(part)
            tellings.append(told)
            going = bool(came_to) != is_or
        return value, '(' + (' or ' if is_or else ' and ').join(tellings) + ')'

    def _UnaryOp(self, node):
        value = self._value()
        return value, _UNARY[type(node.op)] + self.visit(node.operand)[1]

    def _BinOp(self, node):
        value = self._value()
        left = self.visit(node.left)[1]
        return value, f'({left} {_BINARY[type(node.op)]} {self.visit(node.right)[1]})'

    def _Call(self, node):
        value = self._value()
        function = self.visit(node.func)[1]
        given = [self.visit(each)[1] for each in node.args]
        for each in node.keywords:
            told = self.visit(each.value)[1]
            given.append(f'{each.arg}={told}' if each.arg else f'**{told}')
        return value, _where(value, f'{function}({", ".join(given)})')

    def _Attribute(self, node):
        value = self._value()
        return value, _where(value, f'{self.visit(node.value)[1]}.{node.attr}')

    def _Compare(self, node):
        whole = self._value()
        left, left_told = self._operand(node.left)
        told = ''
        for number, (op, part) in enumerate(zip(node.ops, node.comparators)):
            right, right_told = self._operand(part)
            symbol = _BINARY[type(op)]
            told = f'{left_told} {symbol} {right_told}'
            if number == len(node.ops) - 1 or not _holds(symbol, left, right):
                for rest in node.comparators[number + 1:]:
                    self._skip(rest)
                return whole, _compared(symbol, left, right) or told
            left, left_told = right, right_told

    def _operand(self, node):
        value, told = self.visit(node)
        return value, f'({told})' if isinstance(node, (ast.Compare, ast.BoolOp)) else told


def _parts(node):
    match node:
        case ast.Starred(value=value) | ast.Attribute(value=value): return [value]
        case ast.BoolOp(values=values): return values
        case ast.UnaryOp(operand=operand): return [operand]
        case ast.BinOp(left=left, right=right): return [left, right]
        case ast.Call(func=func, args=args, keywords=keywords): return [func, *args, *(each.value for each in keywords)]
        case ast.Compare(left=left, comparators=rest): return [left, *rest]
    return []


def _holds(symbol, left, right):
    try:
        return bool(_HOLDS[symbol](left, right))
    except Exception:
        return False


def _where(value, told):
    shown = _shown(value)
    return f'{shown}\n{{{shown} = {told}\n}}'


def _compared(symbol, left, right):
    if config is None:
        return None
    for lines in config.hook.pytest_assertrepr_compare(config=config, op=symbol, left=left, right=right):
        if lines:
            from .compare import cut, limits
            return '\n~'.join(line.replace('\n', '\\n') for line in cut(lines, limits(config)))
    return None


def _formatted(told):
    """Lines that begin with a brace tell where a value is from, those with `~` or `>` go on."""
    raw = told.split('\n')
    lines = [raw[0]]
    for line in raw[1:]:
        if line[:1] and line[0] in '{}~>':
            lines.append(line)
        else:
            lines[-1] += '\\n' + line
    result, stack, counts = lines[:1], [0], [0]
    for line in lines[1:]:
        if line[0] == '{':
            word = 'and   ' if counts[-1] else 'where '
            stack.append(len(result))
            counts[-1] += 1
            counts.append(0)
            result.append(' +' + '  ' * (len(stack) - 1) + word + line[1:])
        elif line[0] == '}':
            stack.pop()
            counts.pop()
            result[stack[-1]] += line[1:]
        else:
            stack[-1] += 1
            result.append('  ' * (len(stack) if line[0] == '~' else len(stack) - 1) + line[1:])
    return '\n'.join(result)
