import weakref
import gc


class A:
    def __init__(self, n): self.n = n
    def __repr__(self): return f'A({self.n})'
    def __del__(self): print('del', self.n)
    def m(self): return self.n


a = A(1)
r = weakref.ref(a)
print(r() is a, r, weakref.getweakrefcount(a), weakref.ref(a) is r)
r2 = weakref.ref(a, lambda ref: print('callback', ref() is None))
del a
print(r(), r)
d = weakref.WeakValueDictionary()
b = A(2)
d['b'] = b
print(len(d), 'b' in d, dict(d))
del b
print(len(d), list(d))
k = weakref.WeakKeyDictionary()
c = A(3)
k[c] = 'v'
print(k[c], len(k))
del c
print(len(k))
s = weakref.WeakSet()
e = A(4)
s.add(e)
print(len(s), e in s)
del e
print(len(s))
f = A(5)
fin = weakref.finalize(f, print, 'finalized', 5)
print(fin.alive)
del f
print(fin.alive)
p = A(6)
pr = weakref.proxy(p)
print(pr.n, pr.m(), pr)
del p
try:
    pr.n
except ReferenceError as e:
    print(e)
try:
    weakref.ref(5)
except TypeError as e:
    print(e)
g = A(7)
wm = weakref.WeakMethod(g.m)
print(wm()())
del g
print(wm())
