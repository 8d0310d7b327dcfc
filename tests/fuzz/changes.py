"""A program with one thing other than it was: an argument missing, a statement twice, a keyword misspelt, an `await` forgotten.
It is parsed before and need not be a program after."""
import ast

VALUES = ('0', '-1', '2', '10**20', '"x"', 'None', '[]', '{}', '1.5', 'True', 'print', 'b"x"', '()', 'object()', 'int', '...',
          'lambda: 1', 'float("nan")', '{1, 2}', 'ValueError("v")', 'KeyError', 'iter([1])', 'range(3)')
MORE = VALUES + ('nope=1', 'timeout=1', 'key=len', '*[1]', '**{"a": 1}', '**{}', '*None', 'name="n"')
STATEMENTS = ('raise ValueError("boom")', 'return', 'return 5', 'break', 'continue', '1/0', 'assert False, "no"', 'pass', 'yield 1',
              'await asyncio.sleep(0)', 'await asyncio.sleep(0.1)', 'await None', 'del x', 'global x', 'nonlocal x', 'raise',
              'raise asyncio.CancelledError()', 'raise KeyboardInterrupt', 'raise SystemExit(3)', 'raise StopIteration',
              'raise StopAsyncIteration', 'raise GeneratorExit', 'raise TimeoutError', 'asyncio.current_task().cancel()',
              'asyncio.get_running_loop().stop()', 'asyncio.create_task(asyncio.sleep(1))', 'import nosuchmodule', 'x: int',
              'raise ExceptionGroup("eg", [ValueError(1), KeyError("k")])', 'import sys; print(sys.exc_info()[0])')
OPERATORS = ('+', '-', '*', '/', '//', '%', '**', '<', '==', '!=', '>', 'in', 'not in', 'is', 'and', 'or', '@', '<<', '&', '|')
CAUGHT = ('ValueError', 'Exception', 'BaseException', 'KeyError', '5', 'asyncio.CancelledError', '(ValueError, TypeError)', 'OSError')
BASES = ('object', 'Exception', 'dict', 'int', 'str', 'list', '5', 'asyncio.Queue', 'type', 'bool', 'tuple')
INDICES = ('0', '-1', '99', '"k"', 'None', ':2', '1:', '::-1', '::0', '...', '1.0', '(1,)', '{}')


class Source:
    """A program's text and tree. Places count bytes."""

    def __init__(self, text, rng):
        self.bytes, self.rng = text.encode(), rng
        self.nodes = [node for node in ast.walk(ast.parse(text)) if hasattr(node, 'lineno')]
        self.starts = [0]
        for line in self.bytes.split(b'\n'):
            self.starts.append(self.starts[-1] + len(line) + 1)

    def span(self, node):
        return self.starts[node.lineno - 1] + node.col_offset, self.starts[node.end_lineno - 1] + node.end_col_offset

    def text(self, node):
        return self.bytes[slice(*self.span(node))].decode()

    def any(self, *kinds, having=lambda node: True):
        """One of the nodes of these kinds; IndexError if there is none."""
        return self.rng.choice([node for node in self.nodes if isinstance(node, kinds) and having(node)])

    def put(self, start, end, new):
        """The text with something else between two places."""
        return (self.bytes[:start] + new.encode() + self.bytes[end:]).decode()

    def instead(self, node, new):
        return self.put(*self.span(node), new)

    def before(self, node, new):
        start, _ = self.span(node)
        return self.put(start, start, new)


def value(source, rng):
    return source.instead(source.any(ast.Constant, having=lambda node: source.text(node)[0] not in '{}'), rng.choice(VALUES))


def argument(source, rng):
    return source.instead(rng.choice(source.any(ast.Call).args), rng.choice(VALUES))


def one_argument_more(source, rng):
    call = source.any(ast.Call)
    _, end = source.span(call)
    return source.put(end - 1, end - 1, (', ' if call.args or call.keywords else '') + rng.choice(MORE))


def one_argument_less(source, rng):
    call = source.any(ast.Call, having=lambda node: node.args)
    at = rng.randrange(len(call.args))
    start, end = source.span(call.args[at])
    if at + 1 < len(call.args):
        return source.put(start, source.span(call.args[at + 1])[0], '')
    return source.put(source.span(call.args[at - 1])[1] if at else start, end, '')


def swapped_arguments(source, rng):
    call = source.any(ast.Call, having=lambda node: len(node.args) > 1)
    one, other = sorted(rng.sample(range(len(call.args)), 2))
    (start, middle), (behind, end) = source.span(call.args[one]), source.span(call.args[other])
    between = source.bytes[middle:behind].decode()
    return source.put(start, end, source.text(call.args[other]) + between + source.text(call.args[one]))


def misspelt_keyword(source, rng):
    named = lambda node: [word for word in node.keywords if word.arg]
    word = rng.choice(named(source.any(ast.Call, having=named)))
    start, _ = source.span(word)
    return source.put(start, start + len(word.arg.encode()), rng.choice((word.arg[:-1] or 'q', word.arg + 's', 'key', 'timeout')))


def name(source, rng):
    node = source.any(ast.Name)
    others = sorted({other.id for other in source.nodes if isinstance(other, ast.Name)})
    return source.instead(node, rng.choice([*others, node.id[:-1] or 'q', node.id + 'x', node.id.upper()]))


def attribute(source, rng):
    node = source.any(ast.Attribute)
    _, end = source.span(node)
    others = sorted({other.attr for other in source.nodes if isinstance(other, ast.Attribute)})
    return source.put(end - len(node.attr.encode()), end, rng.choice([*others, node.attr[:-1] or 'q', node.attr + 's']))


def forgotten_await(source, rng):
    node = source.any(ast.Await)
    return source.instead(node, source.text(node.value))


def one_await_more(source, rng):
    return source.before(source.any(ast.Call), 'await ')


def forgotten_async(source, rng):
    start, _ = source.span(source.any(ast.AsyncFor, ast.AsyncWith, ast.AsyncFunctionDef))
    return source.put(start, start + len('async '), '')


def one_async_more(source, rng):
    return source.before(source.any(ast.For, ast.With, ast.FunctionDef), 'async ')


def one_line(node):
    return isinstance(node, ast.stmt) and node.lineno == node.end_lineno


def forgotten_statement(source, rng):
    return source.instead(source.any(ast.stmt, having=one_line), 'pass')


def statement_twice(source, rng):
    node = source.any(ast.stmt, having=one_line)
    return source.instead(node, f'{source.text(node)}; {source.text(node)}')


def one_statement_more(source, rng):
    node = source.any(ast.stmt, having=lambda node: not getattr(node, 'decorator_list', None))
    return source.before(node, rng.choice(STATEMENTS) + '\n' + ' ' * node.col_offset)


def swapped_statements(source, rng):
    nodes = rng.sample([node for node in source.nodes if one_line(node)], 2)
    one, other = sorted(nodes, key=lambda node: node.lineno)
    (start, middle), (behind, end) = source.span(one), source.span(other)
    return source.put(start, end, source.text(other) + source.bytes[middle:behind].decode() + source.text(one))


def operator(source, rng):
    node = source.any(ast.BinOp, ast.Compare)
    right = node.right if isinstance(node, ast.BinOp) else node.comparators[0]
    return source.put(source.span(node.left)[1], source.span(right)[0], f' {rng.choice(OPERATORS)} ')


def condition(source, rng):
    test = source.any(ast.If, ast.While, ast.IfExp).test
    return source.instead(test, rng.choice(('True', 'False', 'None', '[]', f'not {source.text(test)}')))


def caught(source, rng):
    return source.instead(source.any(ast.ExceptHandler, having=lambda node: node.type).type, rng.choice(CAUGHT))


def base(source, rng):
    return source.instead(source.any(ast.ClassDef, having=lambda node: node.bases).bases[0], rng.choice(BASES))


def parameter(source, rng):
    node = rng.choice(source.any(ast.FunctionDef, ast.AsyncFunctionDef, having=lambda node: node.args.args).args.args)
    word = node.arg
    return source.instead(node, rng.choice((f'{word}=None', f'*, {word}', f'{word}, /', f'*{word}', f'**{word}', f'{word}x', f'extra, {word}')))


def index(source, rng):
    return source.instead(source.any(ast.Subscript).slice, rng.choice(INDICES))


CHANGES = (value, argument, one_argument_more, one_argument_less, swapped_arguments, misspelt_keyword, name, attribute, forgotten_await,
           one_await_more, forgotten_async, one_async_more, forgotten_statement, statement_twice, one_statement_more,
           swapped_statements, operator, condition, caught, base, parameter, index)


def changed(text, rng):
    """The lines of a program with one change."""
    source = Source(text, rng)
    while True:
        try:
            return rng.choice(CHANGES)(source, rng).split('\n')
        except (IndexError, TypeError, ValueError):
            # There is nothing of the kind in it.
            continue
