"""Texts of rarer SyntaxErrors: targets in parentheses, commas missed before brackets, mangled names, and the lines that errors quote."""
import warnings


def say(source):
    try:
        with warnings.catch_warnings(record=True) as heard:
            warnings.simplefilter('always')
            compile(source, '<text>', 'exec')
        print('fine', [str(warning.message) for warning in heard])
    except SyntaxError as error:
        print(type(error).__name__, error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset, repr(error.text))


for source in ('for a, b, (c + 1, d()): pass', 'for (a, b + 1) in c: pass', 'for a + 1 in c: pass', 'for f(): pass', 'for (x, 1) in y: pass',
               'for a, b: pass', '[x for (a + 1) in y]', '[x for a, b + 1 in y]', 'async def f():\n    async for a() in b: pass',
               'A[*:]', 'A[*1:2]', 'A[1:*2]', 'A[*]', 'A[**b]', 'A[*a:b]',
               "f'{3!'", "f'{3!s'", "f'{3!:}'", "f'{3!g}'", "f'{3! s}'", "f'{3!ss}'", "f'{3!s x}'", "f'{3", "f'{3:", "f'{3:{4", "f'{3=", "f'{3=!r", "f'{3!r:",
               "f'{\\\\'", "f'{a\\\\\nb}'", "f'{\\'a\\'}'", "f'{a[\\'x\\']}'",
               'match ...:\n    case -0j * 0:\n        pass', 'match ...:\n    case 0j + 0:\n        pass', 'match ...:\n    case 1 + 2:\n        pass',
               'match ...:\n    case -1j + 2j:\n        pass', 'match ...:\n    case 1 - -2j:\n        pass', 'match ...:\n    case 1 * 2j:\n        pass',
               'match ...:\n    case {1 + 1: _}:\n        pass', 'match ...:\n    case -"a":\n        pass', 'match ...:\n    case 0 @ 0j:\n        pass',
               '[True [i, j]]', '[None [1]]', '[... [1]]', '[1 [i]]', '[1.5 (2)]', '["a" (1)]', '[f"a" (1)]', '[(1, 2) [i, j]]', '[[1] [i, j]]', '[{1} [1]]',
               '[{1: 2} (1)]', '[(x for x in y) [1, 2]]', '[[x for x in y] ["a"]]', '[(lambda: x) [1]]', '[{**a} ["k"]]', '[b"a" ["k"]]', '[True (1)]', '[None (1)]',
               'class C:\n    [_C__x := 1 for __x in y]', 'class C:\n    def f(self):\n        return [__x := 1 for _C__x in y]',
               'class C:\n    def f(self):\n        [__x := 1 for __x in y]', '[x := 1 for x in y]', 'class X[T]([(x := 3) for _ in range(2)] and B): pass',
               'class X[T]((yield)): pass', 'class X[T: (x := 3)]: pass', 'def f[T: (yield)](): pass', 'type A[T] = (x := 3)', 'type A = (yield)', 'type A[T: (await 1)] = 1',
               'class X[T](x := 3): pass', 'def f[T](a: (x := 3)): pass', 'class X[T](await 3): pass', 'def f[T, T](): pass', 'type A[T=(x := 1)] = 1',
               'def f[T](): nonlocal T', 'def f():\n    x = 1\n    class C[T]:\n        nonlocal T', 'def f[*T: int](): pass', 'def f[**P: int](): pass', 'def f[T=1, U](): pass'):
    say(source)
for source in ('def f():\n    x = 1\\\n\n  y = 2', 'if x:\n    y = 1\n  foo = 1', 'if x:\n    y = 1\n    \\\n  foo = 1', 'x = 1\n\\\n  y = 2',
               'if 1:\n    a\n\\\n    b\n', 'z = f"""\n\n', 'z = """\na', 'a\nz = f"""', "z = f'", 'z = "', 'x = (\ny', 'x = [1,\n2\n', 'f(a, (b', 'x = {1: (2}',
               'if x\n  y', 'def f()\n  pass', 'class C\n  pass', 'x = 1 +', 'a\tb', 'x = 5 6'):
    say(source)
