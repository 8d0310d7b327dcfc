from __future__ import annotations
def f(a: lambda *a: 1, b: lambda **k: 1, c: lambda: 1, d: lambda x, /, y=1, *, z, w=2, **k: (x := 1), e: lambda *, z: 1, g: lambda x, /: 1,
 h: a if b else c if d else e, i: (a if b else c) if d else e, j: not a and b or c, k: (a or b) and not (c and d), l: (a and b) and c, m: (not a) == b, n: not (a == b),
 o: a < b <= c is not d not in e in f is g != h > i >= j == k, p: (a < b) < c, q: a + b - c * d / e // g % h @ i, r: a - (b - c), s: (a ** b) ** c, t: a ** b ** c, u: (-a) ** b, v: -a ** -b, w: ~a + +b, x: a | b ^ c & d << e >> f, y: (a | b) & c, z: a << (b + c)): pass
print(*f.__annotations__.items(), sep='\n')
def g(a: {}, b: {1: 2, **x, 'a': "b'"}, c: {1, 2, *y}, d: [x for x in y if a if b for z in (1, 2)], e: {x: y for x, y in z}, f: {x for x in (lambda: 1)}, g: (x for x in (a if b else c) if (lambda: 1)), h: f(x for x in y), i: f(1, *a, b=2, **c), j: f((x for x in y), 1), k: 1 .real, l: (1.5).real, m: 1j.imag, n: (a, b).c, o: [].x, p: {}[1], q: (a + b)[1], r: (lambda: 1)(), s: x[1:2], t: x[:], u: x[::2], v: x[1:2:3, 4], w: x[()], xx: x[1,], y: x[(1, 2)], z: x[*a], aa: x[*a, b], bb: (), cc: (1,), dd: (1, 2), ee: ((1, 2), 3), ff: [*a, (b, c)], gg: x[a:b, ...]): pass
print(*g.__annotations__.items(), sep='\n')
def h(a: 'it"s', b: "it's", c: """a'b"c\n\t\\""", d: r'\d', e: 'a' 'b', f: '中文\x00\u200b', g: b'\xff"\'', h: br'\n', i: f'a{b}c', j: f'{a!r:>{w}}', k: f'{a=}', l: f'{ {1:2}[1] }', m: f'{{}}{a}', n: f"it's {a} \"x\"", o: f'{a:%Y-%m}', p: 'x' f'{y}' 'z', r: f'{(lambda: 1)}', s: f'{a if b else c}', t: f'{a, b}', u: f'{x!s}{y!a}', v: rf'\{a}\n', w: f'\n{a}', x: f'{a:{b}{c}}', y: f'{a = }', z: u'u', aa: f'{f"{x}"}', bb: f'', cc: f'{yy["k"]}'): pass
print(*h.__annotations__.items(), sep='\n')
def k(a: 1.0, b: 1e100, c: 1e1000, d: -1e1000, e: 0xFF, f: 1_000, g: 0b1, h: 1e-5, i: 2j, j: 1e400j, k: True, l: None, m: ..., n: 10**3, o: not True, p: 1 if x else 2, q: a.b.c, r: a[b][c], s: a()(), t: -1, u: - 1, v: +x, w: not x, x: (x), y: ((x)), z: Dict[str,int], aa: Optional["X"], bb: Callable[[int,str],None], cc: "list[int]", dd: int|None, ee: Literal['a',"b"], ff: Annotated[int, Field(gt=0,lt=10)], gg: Tuple[int,...], hh: (int), ii: [int,str], jj: {'a':int}, kk: x.y [ 1 ], ll: 123456789012345678901234567890): pass
print(*k.__annotations__.items(), sep='\n')
class C:
    x: lambda y: [y]
    z: (a, b) = 1
    q: f(lambda: (yield))
    async def m(self, x: (lambda: await_)) -> [i for i in x]: ...
print(C.__annotations__, C.m.__annotations__)
def inner():
    x = 1
    def g(a: x, b: [x for x in y]): return a
    return g
print(inner().__annotations__, inner.__code__.co_cellvars, inner().__code__.co_freevars)
async def q():
    z: await_ = 1
    w: [a async for a in b]

for text in ["x: (yield)", "x: (y := 3)", "async def f():\n    x: (await y)", "def f(x: (yield)): pass", "def f() -> (yield from y): pass", "x: lambda: (yield)", "x: [y for z in (yield)]", "def f(*, a: [(b := 1)]): pass"]:
    try:
        compile("from __future__ import annotations\n" + text, "annotated", "exec")
        print("compiles:", text)
    except SyntaxError as error:
        print(error, error.lineno, error.offset, error.end_offset)
