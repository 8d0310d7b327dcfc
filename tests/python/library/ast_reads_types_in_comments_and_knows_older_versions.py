import ast


def attempt(source, **options):
    try:
        tree = ast.parse(source, **options)
        print(ast.dump(tree))
        print(ast.unparse(tree))
    except SyntaxError as e:
        print(e.msg, e.lineno)
    except (TypeError, ValueError) as e:
        print(e)


for source in [
    'x = y = 1 # type: int', 'x = 1; y = 2 #type: str', 'x = 1 # type: ignore[foo]\n',
    'def f(a, # type: int\n  b=3, # type: str\n  *c, # type: list\n  d # type: dict\n):\n  # type: (...) -> int\n  pass',
    'def f(): # type: () -> int\n  pass', 'for x in y: # type: int\n  pass', 'with x: # type: int\n  pass',
    'async def f():\n async with a as b: # type: int\n  async for c in d: # type: str\n   pass',
    'class A: # type: int\n pass', 'x # type: int', 'x: int = 1 # type: int', 'x = [1, # type: int\n 2]', 'x = "é" # type: int',
]:
    attempt(source, type_comments=True)
for minor in 4, 7, 9, 12:
    for source in [
        'match x:\n case 1:\n  pass\ny = 1', '(x := 1)', 'def f(a, /): pass', 'async def f():\n await x', 'x: int', '1_0 + 2',
        'a @= b', '[x async for x in y]', 'type X[T] = int', 'class A[T = int]: pass', 'try: pass\nexcept* E: pass', 'print(x)',
    ]:
        attempt(source, feature_version=(3, minor))
attempt('(int, *str, **x) -> List[d]', mode='func_type')
attempt('x', feature_version=(2, 7))
attempt('x', feature_version='a')
attempt('x', mode='other')
