import gc
class A: pass
class B:
    def __init__(self, a): self.a = a
a = A(); b = B(a); l = [a]
print(sum(isinstance(o, A) for o in gc.get_objects()), any(r is l for r in gc.get_referrers(a)), any(x is a for x in gc.get_referents(l)))
