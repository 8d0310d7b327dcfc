import ast
for src in ('x = 1 + 2', '__debug__', 'assert x, 1', '"a" "b"', 'if __debug__: pass', '"doc"\nx=1', '(1,2)[0]', 'x in [1,2]', '-1', 'not x in y', '"%s" % x', 'def f():\n "doc"\n return 1+1', 'for x in [1,2]: pass', '("a","b")', '1 if True else 2', '"%s %r" % (a, b)', 'x in {1,2}', '2**100', '"a"*5', '[i for i in [1,2]]', 'match x:\n case -1: pass\n case 1+2j: pass', 'not (a is b)', '"abc"[0]', 'def f(): "a" + "b"', '1; "a" * 5', '"%5s|%-3r|%%" % (x, y)', 'from __future__ import annotations\nx: 1 + 1 = 2 + 2', 'x < y in [1]', '{1: 2 + 3}[1 + 1]', 'del (1, 2)[0]'):
    for o in (0, 1):
        try: print(o, ast.dump(ast.parse(src, optimize=o)))
        except BaseException as e: print(o, type(e).__name__, e)
try: print(ast.parse('x', optimize=5))
except BaseException as e: print(type(e).__name__, e)
t=compile('1+2','s','eval',ast.PyCF_OPTIMIZED_AST); print(ast.dump(t))
print(ast.dump(compile('if __debug__: x = 2 * 3', 's', 'exec', ast.PyCF_OPTIMIZED_AST)))
print(ast.dump(ast.parse('1 + 1', optimize=2)))
