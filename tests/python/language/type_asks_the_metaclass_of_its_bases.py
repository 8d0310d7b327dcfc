import abc, enum
class M(type):
    def __new__(m, n, b, ns, **kw): print('M.new', n, kw); return super().__new__(m, n, b, ns)
    def __init__(c, n, b, ns, **kw): print('M.init', n); super().__init__(n, b, ns)
class A(metaclass=M): pass
B = type('B', (A,), {'x': 1})
print(type(B), B.x)
class Abs(abc.ABC):
    @abc.abstractmethod
    def f(self): ...
try: type('C', (Abs,), {})()
except TypeError as e: print(e)
print(type('D', (Abs,), {'f': lambda s: 1})().f(), type(type('D', (Abs,), {})))
try: type('E', (A, Abs), {})
except TypeError as e: print(e)
import types
print(types.new_class('F', (A,), {}, lambda ns: ns.update(y=2)).y)
print(type.__new__(type, 'G', (A,), {}).__class__)
