import sys, types, json
print(sys.implementation)
print(vars(types.ModuleType('x')))
class M(types.ModuleType):
    kind = 'm'
    def __init__(self, name, extra):
        super().__init__(name, 'doc')
        self.extra = extra
    def __getattr__(self, name):
        if name.startswith('_'): raise AttributeError(name)
        return name.upper()
    @property
    def size(self): return len(vars(self))
    def __call__(self, x): return x + 1
    def __repr__(self): return f'<M {self.__name__}>'
    def __dir__(self): return ['b', 'a']
m = M('lazy', 5)
print(m, m.extra, m.kind, m.size, m.foo, m(2), type(m), isinstance(m, types.ModuleType), dir(m), m.__doc__)
sys.modules['lazy'] = m
import lazy
from lazy import thing, size
print(thing, size, lazy.other)
try: lazy._x
except AttributeError as e: print('no', e)
try: from lazy import _y
except ImportError as e: print(e)
class Main(types.ModuleType):
    @property
    def now(self): return 'now'
    def __setattr__(self, n, v):
        print('set', n)
        super().__setattr__(n, v)
me = sys.modules[__name__]
me.__class__ = Main
print(me.now, type(me).__name__)
me.abc = 3
print(abc)
for _ in range(3): print(me.abc, me.now, m.kind)
try: me.__class__ = int
except TypeError as e: print(e)
try: types.ModuleType(3)
except TypeError as e: print(e)
try: types.ModuleType()
except TypeError as e: print(e)
p = types.ModuleType('pkg'); p.__path__ = []; sys.modules['pkg'] = p
s = types.ModuleType('pkg.sub'); s.value = 9; sys.modules['pkg.sub'] = s; p.sub = s
for d in [{'__package__':'pkg','__name__':'pkg.foo'}, {'__name__':'pkg.foo'}, {'__name__': 'pkg', '__path__': []}, {'__name__':'foo'}, {}, {'__package__': 5}, {'__package__': 'zzz'}]:
    for text in ['from .sub import value', 'from . import sub', 'from ..pkg import sub', 'from .nope import x', 'from .sub import q']:
        g = dict(d)
        try:
            exec(text, g)
            print(text, g.get('value'), g.get('sub') is s)
        except Exception as e: print(type(e).__name__, e)
