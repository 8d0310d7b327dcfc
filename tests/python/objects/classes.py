"""Metaclasses, descriptors, operators, inheritance, slots, subclasses of built-ins, abstract classes."""
class Meta(type):
    def __new__(m, name, bases, ns, **kw):
        print("new", name, bases, sorted(k for k in ns if not k.startswith('__')), kw)
        c = super().__new__(m, name, bases, ns)
        c.tag = kw.get('tag')
        return c
    def __init__(cls, name, bases, ns, **kw):
        print("init", name); super().__init__(name, bases, ns)
    def __call__(cls, *a, **k):
        print("call", cls.__name__, a, k); return super().__call__(*a, **k)
    @classmethod
    def __prepare__(m, name, bases, **kw):
        print("prepare", name, kw); return {'injected': 42}
    def __getattr__(cls, n):
        if n.startswith('dyn'): return n.upper()
        raise AttributeError(n)
    @property
    def mp(cls): return "mp:" + cls.__name__
class Base(metaclass=Meta, tag='t'):
    x = 1
    def __init__(self, v): self.v = v
class Derived(Base):
    y = injected
d = Derived(9); print(d.v, d.injected, Derived.tag, Derived.dyn_a, Derived.mp, type(Derived), Derived)
try: d.mp
except AttributeError as e: print(e)
try: Derived.zzz
except AttributeError as e: print(e)
class Desc:
    def __init__(self): self.log = []
    def __set_name__(self, o, n): self.n = n; print("set_name", o.__name__, n)
    def __get__(self, o, t=None):
        if o is None: return self
        return o.__dict__.get(self.n, "default")
    def __set__(self, o, v): print("set", self.n, v); o.__dict__[self.n] = v
    def __delete__(self, o): print("del", self.n); o.__dict__.pop(self.n, None)
class H:
    a = Desc(); b = Desc()
h = H(); print(h.a); h.a = 5; print(h.a, h.__dict__); del h.a; print(h.a, H.a is H.__dict__['a'])
class NonData:
    def __get__(self, o, t): return "nd", o is None, t.__name__
class I: z = NonData()
i = I(); print(i.z, I.z); i.z = 3; print(i.z)
class Plug:
    reg = []
    def __init_subclass__(cls, /, name=None, **kw):
        super().__init_subclass__(**kw); cls.reg.append((cls.__name__, name))
class P1(Plug, name="one"): pass
class P2(Plug): pass
print(Plug.reg)
class Temp:
    def __init__(self): self._c = 0
    @property
    def c(self): "the c"; return self._c
    @c.setter
    def c(self, v):
        if v < -273: raise ValueError("too cold")
        self._c = v
    @c.deleter
    def c(self): print("deleted"); self._c = None
t = Temp(); t.c = 10; print(t.c); 
try: t.c = -300
except ValueError as e: print(e)
del t.c; print(t.c, Temp.c.__doc__, Temp.c.fget.__name__)
class V:
    def __init__(self, x, y): self.x, self.y = x, y
    def __add__(self, o): return V(self.x+o.x, self.y+o.y) if isinstance(o, V) else NotImplemented
    def __radd__(self, o): return V(self.x+o, self.y+o)
    def __eq__(self, o): return isinstance(o, V) and (self.x, self.y) == (o.x, o.y)
    def __hash__(self): return hash((self.x, self.y))
    def __repr__(self): return f"V({self.x}, {self.y})"
    def __bool__(self): return bool(self.x or self.y)
    def __len__(self): return 2
    def __getitem__(self, i): return (self.x, self.y)[i]
    def __iter__(self): yield self.x; yield self.y
    def __contains__(self, v): return v in (self.x, self.y)
    def __call__(self, k): return V(self.x*k, self.y*k)
    def __neg__(self): return V(-self.x, -self.y)
    def __abs__(self): return (self.x**2+self.y**2)**.5
    def __lt__(self, o): return abs(self) < abs(o)
    def __format__(self, s): return f"<{self.x:{s}}|{self.y:{s}}>"
    def __getattr__(self, n):
        if n == 'xy': return self.x*self.y
        raise AttributeError(f"no {n}")
v = V(1,2); w = V(3,4)
print(v+w, 5+v, v==V(1,2), v!=w, {v:1}[V(1,2)], bool(V(0,0)), len(v), v[1], list(v), 2 in v, v(3), -v, abs(w), sorted([w,v]), max(v,w), f"{v:03d}", v.xy, [*v], (lambda a,b:a)(*v))
try: v.qq
except AttributeError as e: print(e)
try: v + "a"
except TypeError as e: print(e)
try: v > 5
except (TypeError, AttributeError) as e: print(type(e).__name__, e)
class NE:
    def __eq__(self, o): return True
try: hash(NE())
except TypeError as e: print(e)
class A:
    def who(self): return "A"
class B(A):
    def who(self): return "B" + super().who()
class C(A):
    def who(self): return "C" + super().who()
class D(B, C):
    def who(self): return "D" + super().who()
print(D().who(), [c.__name__ for c in D.__mro__], super(B, D()).who())
class S:
    __slots__ = ('a', '__b')
    def __init__(self): self.a = 1; self.__b = 2
    def get(self): return self.__b
s = S(); print(s.a, s.get(), hasattr(s, '__dict__'), S.__slots__, s._S__b)
try: s.q = 1
except AttributeError as e: print(e)
class S2(S): pass
s2 = S2(); s2.q = 1; print(s2.q)
class Cnt:
    n = 0
    def __init__(self): Cnt.n += 1; type(self).n += 1
Cnt(); Cnt(); print(Cnt.n)
class Ctx:
    @staticmethod
    def s(a): return a+1
    @classmethod
    def c(cls, a): return cls.__name__, a
print(Ctx.s(1), Ctx().s(2), Ctx.c(1), Ctx().c(2), Ctx.__dict__['s'].__func__(5))
class L(list):
    def __init__(self, *a): super().__init__(a); self.extra = 1
    def push(self, x): self.append(x); return self
l = L(1,2,3).push(4); print(l, len(l), l.extra, type(l), isinstance(l, list), l + [5], l == [1,2,3,4])
class DD(dict):
    def __missing__(self, k): return k*2
dd = DD(a=1); print(dd['a'], dd['zz'], dd)
class St(str):
    def __new__(cls, s): o = super().__new__(cls, s.upper()); o.orig = s; return o
    def shout(self): return self + "!"
st = St("abc"); print(st, st.orig, st.shout(), type(st.shout()), repr(st), len(st), st == "ABC")
class N(int):
    def __add__(self, o): return N(int(self) + o)
n = N(5); print(n + 3, type(n + 3), n * 2, type(n * 2), isinstance(n, int))
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
    @property
    def first(self): return self[0]
print(T(1,2).first, T(1,2), T(1) == (1,))
class Single:
    _i = None
    def __new__(cls, *a):
        if cls._i is None: cls._i = super().__new__(cls)
        return cls._i
    def __init__(self, *a): self.a = a
print(Single(1) is Single(2), Single(3).a)
class GA:
    def __getattribute__(self, n):
        if n == 'hidden': raise AttributeError("nope")
        return object.__getattribute__(self, n)
    def __getattr__(self, n): return "fallback " + n
g = GA(); g.k = 1; print(g.k, g.hidden, g.other)
class SA:
    def __setattr__(self, n, v): print("sa", n, v); super().__setattr__(n, v)
    def __delattr__(self, n): print("da", n); object.__delattr__(self, n)
sa = SA(); sa.x = 1; sa.x = 2; print(sa.x); del sa.x
print(hasattr(sa, 'x'), getattr(sa, 'x', 'dflt'))
def meth(self): return "dynamic", self.__class__.__name__
A.dyn = meth; print(D().dyn()); a = A(); a.inst = lambda: "inst"; print(a.inst())
a.who = lambda: "shadow"; print(a.who(), A().who()); del a.who; print(a.who())
import abc
class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self): ...
    @property
    @abc.abstractmethod
    def name(self): ...
class Sq(Shape):
    def area(self): return 4
    name = "sq"
print(Sq().area(), isinstance(Sq(), Shape), Shape.__abstractmethods__ == {'area','name'})
try: Shape()
except TypeError as e: print(e)
@Shape.register
class Fake: pass
print(isinstance(Fake(), Shape), issubclass(Fake, Shape), Shape in Fake.__mro__)
print(type("Dyn", (A,), {"z": 1, "f": lambda self: self.z})().f(), type(5), type(type), type(A()) is A)
def outer():
    class Inner:
        def f(self): return __class__
    return Inner
print(outer().__qualname__, outer().f.__qualname__, outer()().f())
class Outer:
    class In:
        pass
    attr: int = 5
    other: 'str'
print(Outer.In.__qualname__, Outer.In, Outer.__annotations__)
def fn(a: int, *b, c: str = "x", **d) -> bool: "doc"; return True
print(fn.__name__, fn.__doc__, fn.__defaults__, fn.__kwdefaults__, fn.__annotations__, fn.__code__.co_varnames, fn.__code__.co_argcount, fn.__module__)
fn.attr = 1; print(fn.attr, fn.__dict__)
print(vars(V(1,2)), vars(Ctx)['s'] is Ctx.__dict__['s'])
class WithDel:
    def __init__(s, n): s.n = n
    def __del__(s): print("del", s.n)
x = WithDel(1); x = None; print("after")
[WithDel(2)]; print("after2")
class Eq:
    __hash__ = None
print(Eq.__hash__)
class Copy:
    def __class_getitem__(cls, k): return (cls.__name__, k)
print(Copy[int])
class Ch:
    def __init__(self): self.v = []
    def add(self, x): self.v.append(x); return self
print(Ch().add(1).add(2).v)
print((lambda: 0).__name__, D.who, d.__init__, A.who.__get__(A()))
