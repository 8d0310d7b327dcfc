"""What is evaluated when: targets, operands, displays, conditions; scopes; f-strings; exec and eval."""
# misc semantics
def f():
    x = [1, 2, 3]
    for i, x[i] in enumerate("abc"): pass
    return x
print(f())
def g(*args):
    a, *args = args
    return a, args
print(g(1, 2, 3))
def h():
    a = [0] * 3
    i = 0
    a[i], i = 5, 1
    a[i] += 10
    return a, i
print(h())
def ev(tag, v=None):
    print(tag, end=" ")
    return v
def order():
    d = ev("dict", {})
    ev("obj", d)[ev("key", "k")] = ev("val", 1)
    ev("f", print)(ev("a1", 1), *ev("star", [2]), k=ev("k", 0) and 1 or None, **ev("kw", {})) if False else None
    print(ev(1, 1) < ev(2, 2) < ev(3, 0) < ev(4, 4))
    print({ev("k1", 1): ev("v1", 2), **ev("m", {})}, [ev("l", 1), *ev("s", (2,))])
    x = ev("c", 0) and ev("n") or ev("o", 7)
    print(x)
    print(ev("t", 1) if ev("cond", 0) else ev("e", 2))
    a = b = ev("once", [])
    print(a is b)
    (ev("x1", d))["a"], (ev("x2", d))["b"] = ev("r1", 1), ev("r2", 2)
    print(d)
    assert ev("assert", 1), ev("msg")
    del ev("del", d)[ev("delk", "a")]
    print(d)
order()
def cells():
    fs = []
    for i in range(3):
        def f(j=i): return i, j
        fs.append(f)
    r = [f() for f in fs]
    del i
    try: fs[0]()
    except NameError as e: print(e)
    return r
print(cells())
def args_cell(a, *b, c, **d):
    def inner():
        nonlocal a
        a += 1
        return a, b, c, d
    return inner()
print(args_cell(1, 2, c=3, e=4))
class C:
    a = 1
    def f(self, x=a): return x
    b = [a for a in range(3)]
    c = list(z for z in b)
    if True:
        d = 4
    try:
        e = undefined
    except NameError:
        e = 5
    del d
    def __init_subclass__(cls, **k): print("sub", cls.__name__, k)
    def __class_getitem__(cls, i): return i
print(C().f(), C.b, C.c, C.e, hasattr(C, "d"), C[3])
class D(C, k=1): pass
import sys
from sys import maxsize as ms, version_info
print(True, ms, version_info[:2])
def loop_else():
    for n in range(2, 8):
        for x in range(2, n):
            if n % x == 0: break
        else: print(n, end=" ")
    n = 3
    while n:
        n -= 1
        if n == 1: continue
        print("w", n, end=" ")
    else: print("else")
loop_else()
def glob():
    global GG
    for GG in range(3): pass
    with CM() as GG2: pass
class CM:
    def __enter__(s): return 1
    def __exit__(s, *a): pass
glob(); print(GG)
x = 5
def nest():
    def a():
        def b():
            def c(): return y
            return c
        return b
    y = 42
    return a()()()
print(nest())
print((lambda f: f(f, 5))(lambda f, n: 1 if n == 0 else n * f(f, n - 1)))
def star(a, /, *, b): return a, b
print(star(1, b=2))
t = 1,
u = ()
print(t, u, (1, 2)[::-1], [1, 2, 3, 4, 5][1:-1:2])
print(f"{'nested ' + f'{1 + 1}'} {x!r:>{x}} {x:{'>'}{8}} {[i for i in range(2)]} {{}} {x=} {x = :>4}")
print("%s %d %.2f" % ("a", 3, 2.5), "a" + "b" * 3, -2 ** 2, (-2) ** 2, 2 ** 3 ** 2, not 1 == 2, 5 // -2, -5 % 3, 1 << 3 | 1)
print(0.1 + 0.2, 1 / 3, 10 ** 20, 1e100, 1_0, 0xff, 1 if [] else 2, "é" * 2, b"a" + b"b", ..., None)
try:
    try: raise KeyError("a")
    finally:
        try: raise ValueError("b")
        except ValueError: print("inner")
except KeyError as e: print("outer", e)
def many():
    try: return "a"
    except: return "b"
    else: return "c"
    finally: print("f")
print(many())
def gen_try():
    for i in range(3):
        try: yield i
        except ValueError as e: print("ve", e); yield "exc"
        finally: print("fin", i)
gg = gen_try(); next(gg); print(gg.throw(ValueError("q"))); print(list(gg))
def with_ret():
    with CM():
        for i in range(3):
            with CM():
                if i == 1: return i
print(with_ret())
def deep():
    while True:
        try:
            while True:
                try: break
                finally: print("in")
            break
        finally: print("out")
deep()
a = [1, 2, 3]
a[1:2] = [9, 9]; del a[0]; print(a)
a[:] = []; print(a)
i = 10
def default(n=i): return n
i = 20
print(default())
print([x for x in range(5) if x % 2 if x > 1], [(x, y) for x in range(2) for y in "ab"], {x: x * x for x in range(3)}, {c for c in "aab"} == {"a", "b"})
print([[j for j in range(i)] for i in range(3)], [lambda: 1][0](), (lambda *a: a)(*[1, 2]))
print(any(x > 2 for x in [1, 2, 3]), sorted([3, 1, 2], key=lambda v: -v), max((1, 2), (0, 5), key=lambda t: t[1]))
try:
    exec("def q(:\n pass")
except SyntaxError as e: print(type(e).__name__, e.msg, e.lineno, e.offset)
ns = {}
exec("a = 1\ndef f(): return a + 1\nr = [f() for _ in range(2)]", ns)
print(ns["r"], eval("1 + a", {"a": 2}), eval("[b for b in c]", {}, {"c": (1,)}))
exec("z = 3\nprint([z for _ in range(2)])", {"print": print}, {})
