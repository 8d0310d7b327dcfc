import itertools, gc, weakref
class T:
    def __init__(self, items): self.items = iter(items)
    def __iter__(self): return self
    def __next__(self): return next(self.items)
t = T([1, 2, 3]); w = weakref.ref(t)
a, b = itertools.tee(t); next(a); t.back = a; del t, a, b
print(w() is None, gc.collect() > 0, w() is None)
t = T([1, 2, 3]); w = weakref.ref(t); a, b = itertools.tee(T([t])); next(a); t.back = (a, b); del t, a, b
print(w() is None, gc.collect() > 0, w() is None)
