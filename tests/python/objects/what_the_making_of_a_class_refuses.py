# A class whose order, slots or cell do not fit is refused in CPython's words; one without a module shows its bare name.
import collections
import types


def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


class M2(type):
    def mro(cls):
        return [cls, dict, object] if cls.__name__ == 'B' else super().mro()
t(lambda: M2('B', (), {}).__mro__)
class M3(type):
    def mro(cls): return 5
t(lambda: M3('B', (), {}).__mro__)
class M4(type):
    def mro(cls): return [cls, 5, object]
t(lambda: M4('B', (), {}).__mro__)
class M5(type):
    def mro(cls):
        print('mro of', cls.__name__)
        return type.mro(cls)
class P5(metaclass=M5):
    x = 1
class Q5(P5):
    def __init_subclass__(cls): print('init_sub', cls.__mro__)
    y = 2
class R5(Q5): pass
print(R5.y, R5().x, R5.__mro__)
class M6(type):
    def mro(cls): return []
t(lambda: M6('B', (), {}).__mro__)
class Helper:
    z = 'helper'
    def hi(self): return 'hi'
class M7(type):
    def mro(cls): return [cls, Helper, object]
class H7(metaclass=M7): pass
t(lambda: H7.z)
t(lambda: H7().hi())
t(lambda: issubclass(H7, Helper))
t(lambda: isinstance(H7(), Helper))
t(lambda: H7.__bases__)
class Xx: pass
class Yy: pass
class P(Xx, Yy): pass
class Q(Yy, Xx): pass
t(lambda: type('R', (P, Q), {}))
t(lambda: type('R', (object, Xx), {}))
t(lambda: type('R', (Xx, P), {}))
t(lambda: type('R', (Xx, Xx), {}))
class W: __slots__ = '__weakref__',
t(lambda: type('R', (W,), {'__slots__': ('__weakref__',)}))
t(lambda: type('R', (Xx,), {'__slots__': ('__weakref__',)}))
t(lambda: type('R', (Xx,), {'__slots__': ('__dict__',)}))
t(lambda: type('R', (), {'__slots__': ('__dict__','__dict__')}))
t(lambda: type('R', (), {'__slots__': ('__weakref__','__weakref__')}))
t(lambda: type('R', (list,), {'__slots__': ('__weakref__',)}))
t(lambda: type('R', (int,), {'__slots__': ('a',)}))
t(lambda: type('R', (int,), {'__slots__': ('__weakref__',)}))
t(lambda: type('R', (set,), {'__slots__': ('__weakref__',)}))
t(lambda: type('R', (collections.deque,), {'__slots__': ('__weakref__',)}))
t(lambda: type('R', (Exception,), {'__slots__': ('__weakref__',)}))
t(lambda: type('R', (Exception,), {'__slots__': ('__dict__',)}))
t(lambda: type('R', (), {'__classcell__': 5}))
t(lambda: type('R', (), {'__classcell__': None}))
ns = {}
exec('class b: pass\nclass b2:\n  class c: pass\nb3 = b2.c\ndef f():\n  class d: pass\n  return d\n', ns)
for n in ('b', 'b2', 'b3'): t(lambda: ns[n]); t(lambda: ns[n].__module__)
t(lambda: ns['f']())
class N:
    class In: pass
t(lambda: N.In)
class Dm:
    __module__ = 5
t(lambda: Dm)
t(lambda: Dm())
