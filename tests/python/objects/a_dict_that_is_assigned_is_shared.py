class Borg:
    _shared = {}
    def __init__(self):
        self.__dict__ = self._shared
a, b = Borg(), Borg()
a.x = 1
print(b.x, Borg._shared, a.__dict__ is b.__dict__, a.__dict__ is Borg._shared)
b.y = 2
del b.x
print(a.__dict__, hasattr(a, 'x'), vars(a) is Borg._shared)
Borg._shared['z'] = 9
print(a.z, b.z)

class P: pass
p = P()
d = p.__dict__
p.q = 1
print(d, d is p.__dict__, vars(p) is d)
d['r'] = 2
print(p.r)
p.__dict__.update(s=3, t=4)
print(p.s, p.t, sorted(vars(p)))
p.__dict__ = {'new': 1}
print(d, p.__dict__, hasattr(p, 'r'))
d['after'] = 1
print(hasattr(p, 'after'))
p.__dict__ |= {'z': 3}
print(p.z, p.__dict__)
del p.__dict__
print(p.__dict__, d)
p.a = 1
print(p.__dict__)
class AttrDict(dict):
    def __init__(self, *a, **k):
        super().__init__(*a, **k)
        self.__dict__ = self
ad = AttrDict(x=1, y=2)
print(ad.x, ad['y'])
ad.z = 5
print(ad, ad['z'], ad.__dict__ is ad)
ad['w'] = 7
print(ad.w)
del ad.x
print(ad)
try:
    ad.nope
except AttributeError as e:
    print(e)
q = P()
q.__dict__ = d2 = {1: 2, 'a': 3}
print(q.a, q.__dict__, q.__dict__ is d2)
q.b = 4
print(d2)
class M:
    def f(self): return 'method'
m = M()
m.f()
m.__dict__ = {'f': lambda: 'own'}
print(m.f())
for i in range(3):
    m.__dict__ = {'v': i}
    print(m.v, end=' ')
print()
class S:
    x = 'class'
objs = [S() for _ in range(4)]
objs[1].__dict__ = {'x': 'own1'}
objs[3].x = 'own3'
def show(o): return o.x
print([show(o) for o in objs])
shared = {}
s1, s2 = S(), S()
s1.__dict__ = s2.__dict__ = shared
def inc(o): o.n = getattr(o, 'n', 0) + 1
for _ in range(5): inc(s1); inc(s2)
print(shared, s1.n)
try:
    s1.__dict__ = 5
except TypeError as e: print(e)
from collections import OrderedDict, defaultdict
s1.__dict__ = OrderedDict(a=1)
print(type(s1.__dict__), s1.a)
s1.__dict__ = defaultdict(int)
try: s1.miss
except AttributeError as e: print(e)
print(s1.__dict__['hit'], s1.hit)
def f(): pass
fd = dict(f.__dict__)
f.a = 1
print(f.__dict__ is f.__dict__)
f.__dict__ = {'k': 1}
print(f.k, hasattr(f, 'a'))
class E(Exception): pass
e = E(1)
e.__dict__ = sh = {'note': 1}
print(e.note); e.other = 2; print(sh)
import copy, pickle
c = copy.copy(a); print(c.__dict__ is a.__dict__, c.__dict__)
import weakref
class D:
    def __del__(self): print('del')
x = P(); dd = x.__dict__; x.d = D(); del x; print('gone?'); del dd
print('end')
x = P(); x.me = x.__dict__
print('me' in x.me)
import gc; del x; gc.collect()
print(id(p.__dict__) == id(p.__dict__))
