"""What weak references say of their objects and of wrong calls, and that finalizers run to the last one."""
import weakref, gc
class C:
    def m(self): pass
    def __repr__(self): return 'C!'
c = C()
r = weakref.ref(C(), print)
x = weakref.ref(c); y = weakref.ref(c)
print(x is y, weakref.ref(c, None) is x, weakref.ref(c, print) is x)
def f():
    class D: pass
    d = D()
    w = weakref.ref(d)
    import re
    print(re.sub(r'0x\w+', '0x', repr(w)), re.sub(r'0x\w+', '0x', repr(weakref.proxy(d))))
    from collections import OrderedDict, UserDict
    o = UserDict()
    print(re.sub(r'0x\w+', '0x', repr(weakref.ref(o))), re.sub(r'0x\w+', '0x', repr(weakref.proxy(o))))
    s = {1}
    print(re.sub(r'0x\w+', '0x', repr(weakref.ref(s))))
    print(re.sub(r'0x\w+', '0x', repr(weakref.ref(D))))
    class N: __name__ = 'named'
    n=N(); n.__name__ = 'x'
    print(re.sub(r'0x\w+', '0x', repr(weakref.ref(n))))
    print(re.sub(r'0x\w+', '0x', repr(weakref.ref(f))), re.sub(r'0x\w+', '0x', repr(weakref.WeakMethod(c.m))))
    del d
    print(re.sub(r'0x\w+', '0x', repr(w)))
f()
class S(weakref.ref):
    __slots__ = 'slot1', 'slot2'
s = S(c); s.slot1 = 1
print(s.slot1, s() is c)
for bad in (lambda: weakref.ref(), lambda: weakref.ref(1), lambda: weakref.ref(c, 1, 2), lambda: weakref.ref('a'), lambda: weakref.ref(c, callback=print), lambda: x.__init__(0,0,0), lambda: weakref.proxy(1), lambda: weakref.WeakMethod(c), lambda: weakref.ref(None)):
    try: print(bad())
    except TypeError as e: print(e)
print(weakref.WeakValueDictionary, weakref.ProxyType, weakref.CallableProxyType, weakref.ReferenceType, weakref.ref)
p = weakref.proxy(c)
print(type(p), isinstance(p, C), p.__class__, hash(x) == hash(c))
try: hash(p)
except TypeError as e: print(e)
def boom(): raise SystemError('at the end')
weakref.finalize(c, print, 'one')
a = C(); weakref.finalize(a, boom)
b = C(); weakref.finalize(b, print, 'three')
n = weakref.finalize(b, print, 'never'); n.atexit = False
class K: pass
k1 = K(); k2 = K()
k2.wr = weakref.ref(k1, lambda r: print('cb'))
k1.k2 = k2
k1.me = k1
del k1, k2
gc.collect()
ww = weakref.ref(c)
print(ww.__callback__, r.__callback__)
print(weakref.getweakrefs(1), weakref.getweakrefcount(1))
