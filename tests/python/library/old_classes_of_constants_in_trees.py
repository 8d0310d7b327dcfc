# `ast.Num` and its kin are classes that warn where they are first asked for, asked about a node, and called.
import ast
import warnings


def recorded(do):
    with warnings.catch_warnings(record=True) as all:
        warnings.simplefilter("always")
        found = do()
    return found, [(str(warning.message)[:60], warning.lineno) for warning in all]


print(recorded(lambda: ast.Num is ast.Num))
nodes = [ast.Constant(value) for value in (1, 2.5, True, None, "text", b"bytes", ..., 1j)]
for name in "Num", "Str", "Bytes", "NameConstant", "Ellipsis":
    kind = recorded(lambda: getattr(ast, name))[0]
    found, told = recorded(lambda: [isinstance(node, kind) for node in nodes])
    print(kind, kind._fields, found, len(told), isinstance(ast.Name("x", ast.Load()), kind))
for make in [lambda: ast.Num(42).n, lambda: ast.Num(n=3).value, lambda: ast.Ellipsis().value, lambda: ast.Str("a", kind="u").s]:
    print(recorded(make))
print(recorded(lambda: type(ast.NameConstant(None))), recorded(lambda: hasattr(ast.Num(), "value")))


class Own(ast.Num):
    def __init__(self, *args, **keywords):
        super().__init__(*args, **keywords)
        self.more = "more"


def own():
    made = Own(42)
    return made.n, made.more, type(made), isinstance(made, Own), isinstance(made, ast.Num), isinstance(ast.Num(1), Own)


print(recorded(own))
for wrong in [lambda: ast.Num(1, n=2), lambda: ast.Num(1, None, 2), lambda: ast.Numeral]:
    try:
        wrong()
    except (TypeError, AttributeError) as error:
        print(error)


class More(ast.AST):
    _fields = ("a", "b")
    _field_types = {"a": int | None}
    a = b = None


print(recorded(lambda: vars(More())), recorded(lambda: More(1, 2).b))
