import ast


def told(source, **options):
    try:
        tree = ast.parse(source, **options)
    except SyntaxError as error:
        print(repr(source), error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset, repr(error.text))
    else:
        print(repr(source), repr(ast.unparse(tree)))


for source in [
    'x = (a := 1)\n', 'print(1 if (y := 2) else 3)\n', 'match x:\n    case 1: pass\n', 'match x:\n    case 1:\n        pass\n\n# c\ny\n',
    'type X = int\n', 'type X[T] = int; y\n', 'def f[T](): pass\n', 'class A[T = int]: pass\n', 'def f(a, /): pass\n',
    'def f(a, /, b=1, *c: int): pass\n', 'lambda a, /: 1\n', 'x: int = 3\n', 'class A:\n  x: int = (3)\n', 'async def f(): pass; x\ny',
    'async def f():\n  pass\nx\n', 'a @ b\n', 'x = a @ (b) @ c\n', 'a @= 3\n', '1_000\n', 'try: pass\nexcept* E: pass\n',
    'try:\n  pass\nexcept* E:\n  pass\nelse:\n  pass\nx\n', 'try:\n  pass\nexcept* E:\n  pass\nfinally:\n  pass\nx\n',
    'async def f():\n  return [i async for i in x for j in y if z]\n', 'async def f():\n  async with a as b:\n    pass\n  c\n',
    'async def f():\n  async for a in b:\n    pass\n  x\n', 'async def f():\n  async for a in b: pass\n  else: pass\n',
    'async def f():\n  await x\n', "'é', (b := 1)\n", 'def f(): pass\n',
]:
    told(source, feature_version=(3, 4))
    told(source, feature_version=(3, 9))

for source in [
    '(a=1) -> b', '(a,) -> b', '() -> b', '(a, b) -> c', '(*a) -> b', '(*a, **b) -> c', '(a, *b, **c) -> d', '(**c) -> d',
    '(a, *b, c) -> d', '(*, a) -> b', '(**a, b) -> c', '(*a, *b) -> c', '(a, **b,) -> c', '(a) -> b -> c', 'a -> b', '(a', '(a) ->',
    '(a) -> b c', '(a for a in b) -> c', '(a)->\nb', '(lambda x, y: 1) -> c', '(a := 1) -> b', '(List[int], Dict[str, x.y]) -> Tuple[a, b]',
    '(\n a,\n b) -> (c, d)\n\n',
]:
    try:
        print(source, ast.dump(ast.parse(source, mode='func_type'), include_attributes=True))
    except SyntaxError as error:
        print(source, error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset, repr(error.text))

for source in ['x = 1 # type:\n', 'x = 1 # type:  \n', 'for a in b: # type:\n  pass\n', 'def f(): # type:\n  pass\n', 'x = 1 # type: int\n', 'x = 1\n']:
    told(source, type_comments=True)
