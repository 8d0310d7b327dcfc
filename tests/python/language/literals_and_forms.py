"""Literals, f-strings, long calls and displays, odd forms of statements."""
x = {"a": [1, 2]}; w = 10; p = 3
print(f"{x["a"]}", f'{x!r:^{w}.{p}}', f"""
{
    x["a"][0]
    + 1
}""", f"{'\n'}", f"{x['a'] = }", f"{ w }", f"{w=:>5}", f"{w!r}", rf"\d{w}", f"{{{w}}}", f"{w:{'0'}>{p + 2}}")
if True: y = 1; z = 2
print(y, \
      z)
def f(a,
      /,
      b: int = 1,
      *,
      c): return a, b, c
print(f(1, c=3))
class A:
    async def m(self): yield 1
    @staticmethod
    async def n(): return [i async for i in A().m()]
import asyncio
print(asyncio.run(A.n()))
été = 5; ﬁ = 6
print(été, fi)
def g():
    global new_global
    new_global = 1
    def h():
        global new_global
        new_global += 1
    h()
g(); print(new_global)
print((lambda: (yield))().__class__.__name__)
print([*map(str, range(3))], dict(a=1, **{"b": 2}), "%(k)s" % {"k": 1})
a = [1, 2, 3, 4]
a[1:3] += [9]; print(a)
del a[::2]; print(a)
print(type(...), ... is Ellipsis, __name__, __debug__)
try:
    pass
except* ValueError: pass
print(0xFFFFFFFFFFFFFFFFFF, -0x8000000000000000, 1e400, 0.1e-5, 1_000.5, 0b1_0)
print("\x41\u00e9\U0001F600\101\0".encode("utf-8"), b"\xff\n", "\ud83d".__len__(), "tab\there", 'a\
b')
def doc():
    """First

        indented
      less
    """
print(repr(doc.__doc__))
for i in range(2):
    def inner(i=i): return i
    print(inner(), end=" ")
else: print("done")
assert (yes := True), "no"
print(yes, [n for n in range(10) if (m := n % 3) == 0], m)
if (n := 10) > 5 and (k := n * 2): print(n, k)
print({k: v for k, v in zip("ab", range(2))} | {"z": 0}, {1, 2} & {2}, 5 ^ 3, 1 @ 2 if 0 else "")
def many(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, *r, **k): return len(r), len(k)
print(many(*range(40), **{f"k{i}": i for i in range(40)}))
print(many(0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33, x=1))
big = [0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,w]
print(sum(big), len((0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,w)), len({0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,w}))
print({"a": 1, "b": 2, "c": 3, "d": 4, "e": 5, "f": 6, "g": 7, "h": 8, "i": 9, "j": 10, "k": 11, "l": 12, "m": 13, "n": 14, "o": 15, "p": 16, "q": w})
def ret_in_loop():
    for i in (x for x in range(5)):
        for j in [1, 2]:
            if i == 2: return i, j
print(ret_in_loop())
class Desc:
    def __set_name__(self, o, n): print("set_name", n)
    def __get__(self, o, t): return 42
class U: d = Desc()
print(U().d, U.d)
x = y = 0
x, y = y + 1, x + 2
print(x, y)
def swap(a, b, c):
    a, b, c = c, a, b
    return a, b, c
print(swap(1, 2, 3))
def nest(a):
    return [[(a, b, c) for c in range(b)] for b in range(a)]
print(nest(3))
def cond(a, b): return a if b else (b if a else None), (a or b) and (b or a), not a or not b
print(cond(1, 0), cond(0, 1), cond(0, 0))
print(1 if 1 < 2 < 3 else 0, 1 if not 1 < 2 < 0 else 0, (1 < 2) is True, 1 if 3 > 2 > 2 else 5)
i = 5
while i > 0 and not i == 2: i -= 1
print(i)
