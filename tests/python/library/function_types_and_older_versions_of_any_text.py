import ast

for text in ('(é)->ü', '(a, "é", b) -> c', '(List["é"], *x) -> y', '\n(int) -> str', '() -> "a', '( -> int', '(a -> b', '({) -> a',
             '(a) -> (b', '(a, **b) -> c'):
    try:
        print(ast.dump(ast.parse(text, mode='func_type')))
    except SyntaxError as error:
        print(repr(text), error.msg, error.lineno, error.offset)
for text, version in (('x: int\ry: int\r', 4), ("s = 'a\x0cb'; y: int = 1", 4), ('x: int', 4), ('async def f():\n    pass', 4),
                      ('def f(x=(a @ b), /): pass', 5), ('async def f():\n    return [i async for i in (x)]', 5),
                      ('match x:\n    case (1 |\n          2): y\n    case -1: z\n', 9), ('y: int # d\n', 4), ('y: int\r\nz: int\r\n', 4)):
    try:
        ast.parse(text, feature_version=(3, version))
        print(repr(text), 'taken')
    except SyntaxError as error:
        print(repr(text), error.msg, error.lineno, error.offset, repr(error.text))
