"""Parameters and calls, closures, comprehensions, assignment in all its forms, operators, literals."""
def f(a, b=2, /, c=3, *args, d, e=5, **kw):
    return a, b, c, args, d, e, kw
print(f(1, d=4), f(1, 2, 3, 4, 5, d=6, z=7), f(*[1, 2], *(3,), d=1, **{'q': 1}, **{'r': 2}))
for call in ("f()", "f(1)", "f(1, d=1, a=2)", "f(1, 2, 3, d=1, **{'d': 2})", "f(*1, d=2)", "f(**1)"):
    try: print(eval(call))
    except TypeError as e: print(e)
def outer():
    x = 1
    def inner():
        nonlocal x
        x += 1
        return lambda: x
    g = inner()
    x *= 10
    return g()
print(outer())
def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    return inc
c = counter(); c(); print(c(5), c.__closure__[0].cell_contents, c.__code__.co_freevars)
def deco(tag):
    def d(fn):
        def w(*a, **k):
            return tag, fn(*a, **k)
        return w
    return d
@deco("a")
@deco("b")
def h(x): return x
print(h(1))
print((lambda *a, k=1, **kw: (a, k, kw))(1, 2, k=3, z=4))
def ann(x: int, *a: str, k: float = 1.0, **kw: bytes) -> None: "doc here"
print(ann.__annotations__, ann.__doc__, ann.__defaults__, ann.__kwdefaults__, ann.__name__, ann.__qualname__)
def unbound():
    if False: v = 1
    try: print(v)
    except UnboundLocalError as e: print(e)
    v = 2
    del v
    try: v
    except UnboundLocalError as e: print(e)
unbound()
def free():
    def i(): return z
    try: i()
    except NameError as e: print(e)
    z = 1
    return i()
print(free())
def gl():
    global G
    G = 5
gl(); print(G)
def walrus(n):
    print(n + (n := 5), n, [y := 1, y + 1], [last := k for k in range(3)], last)
    if (m := n * 2) > 5: print(m)
    return (lambda: (q := 3) + q)()
print(walrus(1))
print([i for i in range(3) if i % 2 == 0], {i: j for i, j in zip("ab", (1, 2))}, {i % 2 for i in range(5)}, list(i * j for i in range(3) for j in range(i)))
def comp(n):
    fs = [lambda: i for i in range(n)]
    return [f() for f in fs], [[j for j in range(i)] for i in range(3)], [x for x in [n] for n in [x + 1]]
print(comp(3))
class K:
    y = 5
    zs = [y for _ in range(1)] if False else [w for w in (y, y)]
    def meth(self): return __class__
print(K.zs, K().meth() is K)
def rec(n): return 1 if n < 2 else n * rec(n - 1)
print(rec(20))
x = 10
def sh():
    x = 20
    return eval("x")
print(sh())
print((lambda a, /, b, *, c: (a, b, c))(1, b=2, c=3))
print(*[1, 2], *"ab", sep="-")
a = b = c = [1]
a.append(2); print(b is c, c)
d = {}
d["k"], d["j"] = 1, 2
i = 0
arr = [0, 0, 0]
i, arr[i] = 1, 9
print(arr, d)
i = arr[i] = 2
print(arr)
x, *y = "abc"; *p, q = [1]; [m, (n, *o)] = 1, (2, 3, 4)
print(x, y, p, q, m, n, o)
for a, (b, c) in [(1, (2, 3))]: print(a, b, c)
try: a, b = 1, 2, 3
except ValueError as e: print(e)
try: a, *b, c = [1]
except ValueError as e: print(e)
class P: pass
o = P(); o.a = 1; o.a += 5; o.l = [1]; o.l += [2]; o.d = {}; o.d["x"] = 1; o.d["x"] -= 4
print(o.a, o.l, o.d)
del o.a, o.d["x"]
print(hasattr(o, "a"), o.d)
z = 5; z -= 3; z *= 7; z //= 2; z **= 2; z %= 10; z <<= 3; z |= 1; z ^= 2; z &= 0xff; z >>= 1; z /= 2
print(z)
x = 3
print(1 < 2 < 3, 1 < 3 < 2, 1 == 1.0 != 2, 3 in [1, 2, 3] in [[1, 2, 3]], None is None is not x)
x = 3
print(not 0, -5 // 2, -5 % 3, 2 ** -1, 7 // -2, ~5, +True, 1 if 0 else 2)
print("a" "b" f"{1}" 'c', f"{3.14159:.2f}|{'x':>5}|{10:{4}d}|{'q'!r}|{{}}|{1=}|{z = !s}")
print(0x10, 0b11, 0o17, 1_000, 1e3, 1j * 1j, b"ab\x00", r"\n", """a
b""", 10**25, -10**25)
print([*range(3), *"ab"], {**{1: 2}, 3: 4}, (*[1], 2), {*[1], 2})
print([1, 2, 3, 4][1:3], [1, 2, 3][::-1], "hello"[-3:], (1, 2, 3)[0])
