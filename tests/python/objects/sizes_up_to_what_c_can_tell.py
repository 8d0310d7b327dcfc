import sys
M = 2**63-1
class A:
    def __init__(self, n): self.n = n
    def __sizeof__(self): return self.n
class B:
    __slots__ = ('n',)
    def __sizeof__(self): return self.n
class L(list):
    def __sizeof__(self): return self.n
class Meta(type):
    def __sizeof__(self): return M
class K(metaclass=Meta): pass
for c in A, B, L:
    o = c.__new__(c)
    for n in 0, 100, M - 5, M:
        o.n = n
        print(c.__name__, n, sys.getsizeof(o))
print(sys.getsizeof(K))
o = A(2**63)
try: sys.getsizeof(o)
except OverflowError as e: print(e)
