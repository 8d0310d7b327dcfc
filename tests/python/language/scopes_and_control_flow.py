"""Leaving nested blocks, scopes, walrus, names in classes, unbound locals, patterns."""
def f1():
    for i in range(3):
        for j in range(3):
            try:
                if j == 1: break
                if i == 2: return "ret", i, j
                try:
                    if i == 1: continue
                    print("body", i, j)
                finally:
                    print("in fin", i, j)
            except ValueError: pass
            else: print("else", i, j)
            finally:
                print("out fin", i, j)
        else: print("for else")
print(f1())
def f2():
    try:
        for i in [1, 2]:
            try: raise KeyError(i)
            except KeyError as e:
                if i == 2: return e.args
                continue
            finally: print("f", i)
    finally: print("last")
print(f2())
def f3():
    while True:
        try:
            try: raise ValueError
            finally: break
        except ValueError: print("never")
    return "swallowed"
print(f3())
def f4():
    try:
        try: raise ValueError("a")
        except ValueError as e:
            try: raise TypeError("b")
            except TypeError as e2: print(repr(e2.__context__))
            print(repr(e))
            raise
    except ValueError as e: print("again", repr(e), e.__context__)
f4()
def f5():
    r = []
    for x in range(3):
        try:
            r.append(1 // (x - 1))
        except ZeroDivisionError: r.append("z")
        else: r.append("ok")
        finally: r.append("f")
    return r
print(f5())
def f6():
    try: yield 1
    finally:
        yield 2
        print("end f6")
g = f6(); print(next(g)); print(g.throw(KeyError("k")) )
try: next(g)
except KeyError as e: print("ke", e)
def f7():
    try: return (yield 1)
    except GeneratorExit: return 5
g = f7(); next(g); print(g.close())
class A:
    x = 1
    y = [x for x in range(3)]
    z = (lambda: 5)()
    def m(self):
        class B:
            def n(s): return self.x, __class__.__name__
        return B().n()
    __p = 3
    def getp(self): return self.__p, [self.__p for _ in range(1)], (lambda: self.__p)()
    def __priv(self, __arg=1): return __arg
    def call(self): return self.__priv(_A__arg=4)
print(A.y, A.x, A.z, A().m(), A().getp(), A().call())
def outer():
    v = 1
    class K:
        nonlocal v
        v = 2
        w = v
    return v, K.w
print(outer())
gl = 1
class G:
    global gl
    gl = 2
    def f(self): return gl
print(gl, G().f())
def lam(): return [(lambda k=k: k)() for k in range(3)], [(lambda: k)() for k in range(3)], [f() for f in [lambda: k for k in range(3)]]
print(lam())
def wal():
    total = 0
    out = [total := total + x for x in range(4)]
    if any((hit := n) > 2 for n in [1, 2, 3, 4]): print(hit)
    while (n := len(out)) > 2: out.pop()
    return total, out, n, [y for x in range(3) if (y := x * 2) > 1]
print(wal())
x = [1, 2, 3]
print(x[0], x[-1], x[:], x[1:], x[:2], x[::2], [*x, *x][2:4])
(a, b), [c, *d], *e = (1, 2), (3, 4, 5), 6, 7
print(a, b, c, d, e)
for k, (v, *w) in {"a": (1, 2, 3)}.items(): print(k, v, w)
m = {}
m["x"] = m["y"] = []
m["x"].append(1); print(m)
def defaults(a, b=[], *, c={}):
    b.append(a); c[a] = 1
    return b, c
defaults(1); print(defaults(2))
def kw(**k): return list(k)
print(kw(z=1, a=2, **{"m": 3}, b=4))
def posonly(a, b, /, c, *, d=4, **k): return a, b, c, d, k
print(posonly(1, 2, c=3, a=5))
s = "a" if 1 else "b" if 0 else "c"
print(s, not (1 and 0 or 2), (1 or 1/0), (0 and 1/0), 1 < 2 > 1 != 3)
print(f"{'a' if x else 'b'}{x[0]:03d}{'{}'}{f'{x!r:>12}'}" f"{len(x)=}", f'{"q"}', f"{x[0]}{x[1]}", f"{1.5:{'.'}{2}f}", f"{'a':{'*^'}{5}}")
print({**{'a': 1}, 'b': 2, **{'a': 3}}, {*[1, 2], 3}, [*'ab', 1], (*(), 1))
def gen():
    a = yield
    while a:
        a = yield a * 2
gg = gen(); next(gg); print(gg.send(3), gg.send(4))
print(list(x for x in (y * 2 for y in range(3))), sum(i for i in range(4) if i & 1))
def rec(n):
    if n == 0: return []
    return [n, *rec(n - 1)]
print(rec(3))
i = 0
def side():
    global i
    i += 1
    return i
print([side(), side()], {side(): side()}, (side(), side()), side() + side() * side(), side() < side() < side())
lst = [0, 0, 0, 0]
j = 0
j, lst[j], lst[j + 1] = 2, 5, 6
print(j, lst)
lst[(j := 0)] += (j := 3)
print(lst, j)
def mod(): 
    a = 1
    a, b = a + 1, a
    a += b; a -= -3; a *= 2; b = b - 70000; b = b + 32768; b //= 3; b %= 7
    return a, b, -a, ~a, +a, a ** 2, 2 ** -a, 7 - a, a - 7, a // -2, a % -3, a << 2, a / 4
print(mod())
print(1.5 // 0.5, -7.5 % 2, 3 * "ab", [0] * 2, "x" in "xyz", 3 not in [1], None is None, [] is not [])
try: print(undefined_thing)
except NameError as e: print(e)
try: (lambda: q)()
except NameError as e: print(e)
def ub():
    try: return zz
    except UnboundLocalError as e: print(e)
    zz = 1
ub()
def ub2(c):
    if c: w = 1
    return w
print(ub2(1))
try: ub2(0)
except UnboundLocalError as e: print(e)
def ub3():
    for q in []: pass
    return q
try: ub3()
except UnboundLocalError as e: print(e)
def ub4():
    try: 1/0; z = 1
    except ZeroDivisionError: pass
    return z
try: ub4()
except UnboundLocalError as e: print(e)
def ub5():
    with open_cm() as t: del t
    return t
class open_cm:
    def __enter__(s): return 1
    def __exit__(s, *a): pass
try: ub5()
except UnboundLocalError as e: print(e)
try: [q for p in q for q in [1]]
except NameError as e: print(type(e).__name__)
def cq(): return [q for p in q for q in [1]]
try: cq()
except NameError as e: print(type(e).__name__, e)
def lt(x):
    match x:
        case {"a": [1, {"b": b}], **r}: return b, r
        case (1 | 2) as n, *rest: return n, rest
        case [[a], [a2, _]] if a == a2: return "eq"
        case "x" | "y" as s: return s
        case int(n) if n > 100: return "big"
        case int() | float(): return "num"
        case A(x=xx): return "A", xx
        case [A(), *_] | [_, A()]: return "has A"
        case 3.5 | -2j: return 1
        case (): return "empty"
    return None
for v in ({"a": [1, {"b": 5}], "z": 1}, (2, 3, 4), [[1], [1, 2]], "y", 200, 5, 1.0, A(), (A(), 1), (0, A()), (), "zz", {"a": 1}): print(lt(v), end=" ")
print()
