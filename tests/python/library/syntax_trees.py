import ast
src = '''
"""doc"""
import os, sys as s
from . import a
from ..b.c import (d as e, f)
@dec(1)
# comment
class A(B, *C, metaclass=M, **kw):
    x: int = 1
    (y): str
    def f(self, a, /, b=1, *args: int, c, d=2, **kw) -> None:
        """d
        more"""
        global g
        return self.x
    async def g(self):
        async for i in z: await i
        async with a as b, c: pass
        return [i async for i in q]
def gen[T: int, *Ts, **P](x: T = 1): 
    yield; yield 1; yield from x
for i, (j, *k) in []:
    continue
else:
    pass
while x < 1 <= 2 != 3: break
if a: pass
elif b: x
else: y
try: 1
except (A, B) as e: raise X from e
except: raise
else: 2
finally: del x, y[0]
try: pass
except* E: pass
x = y = lambda a, *, b=2: a if b else not c
x += -1 ** 2
x[1:2, ::3, ...] @= {**a, 'k': 1}
z = {1, 2} | {i: j for i in a if b if c for d in e}
print(f'a{x!r:>{w}}b' 'c', u'u', b'b' b'c', 1.5, 3j, 10**100, *a, k=1, **kw)
(n := 5)
assert x, 'm'
match v:
    case 1 | None: pass
    case [a, *_, b] if x: pass
    case {'k': v, **rest}: pass
    case C(1, x=y) as z: pass
    case -1: pass
    case a.b: pass
    case _: pass
type X[T] = list[T]
f(x for x in y)
with (open(a) as b, c): pass
x = 'a' 'b'; t = 1,
'''
t = ast.parse(src)
print(ast.dump(t, indent=2, include_attributes=True))
print(ast.dump(t))
print(ast.dump(ast.parse('f(x)\ng([])'), annotate_fields=False))
print(ast.dump(ast.parse('f(x)', mode='eval'), show_empty=True, indent=' '))
print(ast.dump(ast.parse('x=1', mode='single')))
print(ast.Name.__doc__, ast.expr.__doc__[:40], ast.Name._fields, ast.Name._attributes, ast.Name._field_types, ast.Call._field_types)
print(repr(ast.Name('x'))[:18], list(vars(ast.Name('x'))), ast.List().elts, ast.Constant(1).kind)
n = ast.BinOp(ast.Constant(1), ast.Add(), ast.Constant(2))
e = ast.fix_missing_locations(ast.Expression(n))
print(eval(compile(e, '<ast>', 'eval')))
for a in (lambda: ast.Name(1,2,3), lambda: ast.Name('x', id='y'), lambda: compile(ast.Module([], []), 'f', 'eval'), lambda: compile(ast.Expression(n2), 'f', 'eval'), lambda: ast.parse('1+'), lambda: ast.literal_eval('f(x)'), lambda: ast.literal_eval('1+2'), lambda: ast.literal_eval(' [1, {"a": (2, -3j, 1+2j)}, {1}, set(), None, b"x", "a" "b"]'), lambda: ast.literal_eval('x'), lambda: ast.literal_eval(''), lambda: ast.literal_eval('1\n2'), lambda: ast.literal_eval(n)):
    try: print(a())
    except Exception as x: print(type(x).__name__, x)
print(ast.get_docstring(t), repr(ast.get_docstring(t.body[4].body[2])), ast.get_source_segment(src, t.body[9]))
print([type(x).__name__ for x in ast.walk(ast.parse('a+b*c'))])
class V(ast.NodeVisitor):
    def visit_Name(self, node): print('name', node.id); self.generic_visit(node)
V().visit(ast.parse('a + b(c)'))
class T(ast.NodeTransformer):
    def visit_Constant(self, node):
        return ast.copy_location(ast.Constant(node.value * 2), node) if isinstance(node.value, int) else node
    def visit_Pass(self, node): return None
tt = T().visit(ast.parse('x = 3 + 4\nif x: pass; y = x'))
ns = {}; exec(compile(tt, 'f', 'exec'), ns); print(ns['x'], ns['y'])
print(isinstance(t, ast.AST), isinstance(t.body[0], ast.stmt), repr(ast.Load()).startswith('<ast.Load object'))
import copy
c = copy.deepcopy(t); print(ast.dump(c) == ast.dump(t))
match ast.parse('a+1', mode='eval').body:
    case ast.BinOp(ast.Name(id), ast.Add(), ast.Constant(v)): print(id, v)
print(ast.unparse(ast.parse(src)))
for s in ('-(-1)', 'a+(b*c)', '(a+b)*c', 'a-(b-c)', '(a**b)**c', 'a**b**c', '-a**b', '(-a)**b', 'not (a and b)', '(not a) == b', 'a if (b if c else d) else e', '(lambda: 1)()', '(a, b)[0]', '(1).real', '1.5.real', '(yield)', 'x[1, 2]', 'x[(1,)]', 'x[*a]', 'f(*a, **b)', 'f((yield))', '[*a, b]', '{**a}', '(a for b in c)', 'f(a for b in c)', "'it\\'s'", '"a\\nb"', "f'{x!r:>{w}}'", "f'{a}\"{b}\\'{c}'", 'f"{\'a\'}"', "f'{ {1} }'", "f'\\n{x}'", 'await_(x)', 'a < b < c', 'a and b or c', 'a and (b or c)', '(a := 1)', 'f(a := 1)', 'x[a:b, ::c]', '~a', '+a', 'a @ b', '1e400', '3j', '-1', '1 + 2j', 'a.b.c', "b'x'", '...', 'None', "u'x'", 'lambda *a, b=1, **k: 0', '(a, *b)', '()', '{*()}', "f'{x:%Y-%m-%d}'", "'a' f'{b}' 'c'", 'a or b or c', '(a or b) or c', 'a is not b', "'\\x00\\u4e2d中'", "'''a\nb'''"):
    print(s, '->', ast.unparse(ast.parse(s)))
