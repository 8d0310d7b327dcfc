import weakref
class L(list):
    def __init__(self, seq, extra=None):
        super().__init__(seq)
        self.extra = extra
print(L([1], extra=2), L([1], extra=2).extra)
class L2(list):
    def __new__(cls, seq, extra=None):
        self = super().__new__(cls, seq)
        self.extra = extra
        return self
try: print(L2([1,2], extra=3))
except TypeError as e: print(e)
class F(float):
    def __new__(cls, x, unit=None):
        self = super().__new__(cls, x); self.unit = unit; return self
print(F(2.5, unit='m').unit)
class F2(float):
    def __init__(self, x, unit=None): self.unit = unit
print(F2(2.5, unit='m').unit)
class T(tuple):
    def __init__(self, x, unit=None): self.unit = unit
try: print(T([1], unit=3))
except TypeError as e: print(e)
class T2(tuple):
    def __new__(cls, x, unit=None):
        self = super().__new__(cls, x); self.unit = unit; return self
print(T2([1], unit=3).unit)
class S(set):
    def __init__(self, x, unit=None):
        super().__init__(x); self.unit = unit
print(S([1], unit=3).unit)
class FS(frozenset):
    def __new__(cls, x, unit=None):
        self = super().__new__(cls, x); self.unit = unit; return self
print(FS([1], unit=3).unit)
inf = float('inf')
print(0.0 ** -1 if 0 else '', pow(0.0, -inf), pow(-0.0, -inf))
class Sq:
    def __init__(self): self.n = 5
    def __getitem__(self, i):
        if i >= self.n: raise IndexError
        return i
s = Sq(); it = iter(s); print(list(it)); s.n = 8; print(list(it))
print(bytearray(b'%s-%d') % (b'x', 3), type(bytearray(b'%d') % 3))
l = [3,1,2]
def key(x):
    l.append(x); return x
try: l.sort(key=key)
except ValueError as e: print(e)
print(l)
class H(int):
    def __hash__(self): return 5
class S2(set): pass
h = H()
print(H() in {h}, h in {H()}, {1: 2, H(): 3}.get(H()), H() in S2([H()]))
s = S2(); s.add(s) if 0 else None
class A:
    def m(self): pass
a = A()
r = weakref.ref(a.m); print(r())
wm = weakref.WeakMethod(a.m); print(wm() == a.m, wm() is None)
p = weakref.proxy(a); print(type(p), repr(type(p)))
class N:
    def __add__(self, o): return 'add'
    def __radd__(self, o): return 'radd'
    def __len__(self): return 4
    def __contains__(self, x): return x == 3
    def __iter__(self): return iter('ab')
    def __matmul__(self, o): return 'mm'
    def __truediv__(self, o): return 'td'
    def __floordiv__(self, o): return 'fd'
    def __call__(self): return 'called'
    def __getitem__(self, k): return k
    def __bool__(self): return False
    def __str__(self): return 'str'
    def __hash__(self): return 4
n = N(); p = weakref.proxy(n)
print(p + 1, 1 + p, len(p), 3 in p, list(p), p @ 2, p / 2, p // 3, p(), p[5], bool(p), str(p), isinstance(p, N))
try: hash(p)
except TypeError as e: print(e)
del n
try: p.x
except ReferenceError as e: print(e)
print(repr(weakref.ref(a))[:9], weakref.getweakrefcount(a), type(weakref.ref(a)), weakref.ref(a) is weakref.ref(a))
d = weakref.WeakKeyDictionary({a: 1}); b = A(); e = weakref.WeakKeyDictionary({b: 2})
print(len(d | e), len(d | {b: 3}))
class Ref(weakref.ref):
    def __init__(self, object, callback=None, value=42):
        super().__init__(object, callback)
        self.value = value
print(Ref(a, value=24).value, Ref(a).value, Ref(a)() is a)
x = True
print(~x)
