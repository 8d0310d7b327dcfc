"""Class bodies, metaclasses, scopes in classes, super, match."""
class Meta(type):
    def __new__(m, n, b, d, **k): print("meta", n, k, [x for x in d if not x.startswith("__")]); return super().__new__(m, n, b, d)
    def __init__(c, n, b, d, **k): super().__init__(n, b, d)
class A(metaclass=Meta, opt=1):
    "docstring"
    x: int = 1
    y: str
    def __init__(self): self.__p = 1; self.q = 2
    @property
    def p(self): return self.__p
    @p.setter
    def p(self, v): self.__p = v
    @staticmethod
    def s(a): return a
    @classmethod
    def c(cls): return cls.__name__
    for i in range(2): pass
    def __getitem__(self, k): return k
print(A.__annotations__, A.__doc__, A.__module__, A.__qualname__, A().p, A.s(1), A.c(), A.i)
a = A(); a.p = 5; print(a.p, a[1:2, ...], a[::2], a[1], a.__dict__)
class B(A):
    def __init__(self): super().__init__(); self.r = super().p
    class Inner:
        def f(self): return __class__.__qualname__
print(B().r, B.Inner().f(), B.__mro__[1].__name__)
def mk(n):
    class L:
        v = n
        def get(self): return n, self.v
    return L
print(mk(3)().get(), mk(1).__qualname__)
class S:
    __slots__ = ("a",)
    def __eq__(self, o): return True
    def __hash__(self): return 1
print(S() == 1, {S(): 1}[S()])
class C2(*[A], **{}): pass
print(C2.__bases__)
x = "global"
class Sc:
    x = "cls"
    def f(self): return x
    g = lambda self: x
    print(x)
print(Sc().f(), Sc().g())
def fn():
    y = "enc"
    class Z:
        y = y + "!" if False else "own"
        def f(self): return y
    class Z2:
        print(y)
    return Z().f(), Z.y
try: print(fn())
except NameError as e: print(e)
del x
try: x
except NameError as e: print(e)
match [1, (2, 3), {"k": "v", "z": 0}]:
    case [int(a), (b, *c), {"k": str() as s, **rest}] if a == 1: print(a, b, c, s, rest)
def m(x):
    match x:
        case 0 | 1: return "01"
        case -1: return "neg"
        case "s": return "str"
        case None: return "none"
        case True: return "true"
        case [] : return "empty"
        case [x]: return f"one {x}"
        case [x, y, *_]: return f"two+ {x} {y}"
        case {"a": 1}: return "a1"
        case {"b": b, **r}: return b, r
        case Pt(x=0, y=yy): return "pt0", yy
        case Pt(xx, y): return "pt", xx, y
        case str() | bytes(): return "strlike"
        case float(f): return f
        case _: return "other"
class Pt:
    __match_args__ = ("x", "y")
    def __init__(s, x, y): s.x, s.y = x, y
for v in (0, 1, -1, "s", None, True, [], [5], (5, 6, 7), {"a": 1}, {"b": 2, "c": 3}, Pt(0, 4), Pt(1, 2), "zz", 2.5, {1}):
    print(m(v))
