# A list lets go of its last item first; what else holds items, in which order.
import collections, itertools
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print(self.n, end=" ")
def mk(): return [D(i) for i in range(5)]
def t(name, f):
    print(name, end=": "); x = mk(); f(x); print("|", end=" "); del x; print()
t("clear", lambda x: x.clear())
t("del all", lambda x: x.__delitem__(slice(None)))
t("assign all", lambda x: x.__setitem__(slice(None), []))
t("assign some", lambda x: x.__setitem__(slice(1, 3), [0]))
t("del some", lambda x: x.__delitem__(slice(1, 4)))
t("del step", lambda x: x.__delitem__(slice(0, 5, 2)))
t("del step back", lambda x: x.__delitem__(slice(None, None, -2)))
t("assign step", lambda x: x.__setitem__(slice(0, 5, 2), [1, 2, 3]))
t("imul0", lambda x: x.__imul__(0))
t("pop", lambda x: [x.pop(), x.pop(0)] and None)
t("init", lambda x: x.__init__([]))
t("init2", lambda x: x.__init__([1, 2]))
t("del it", lambda x: x.__delitem__(2))
def d(x):
    q = collections.deque(x); x.clear(); q.clear(); 
t("deque clear", d)
def d(x):
    q = collections.deque(x); x.clear(); del q
t("deque del", d)
def d(x):
    q = collections.deque(x, maxlen=2); x.clear(); print("*", end=" "); q.append(1); q.extend([1, 2])
t("deque max", d)
def d(x):
    q = dict(enumerate(x)); x.clear(); q.clear()
t("dict clear", d)
def d(x):
    q = dict(enumerate(x)); x.clear(); del q
t("dict del", d)
def d(x):
    q = dict(enumerate(x)); x.clear(); q.update({1: 1, 3: 3}); print("*", end=" ");  q.popitem()
t("dict update", d)
def d(x):
    q = set(x); x.clear(); len(q); 
t("list in set", lambda x: None)
def d(x):
    a, b, c, *e = x; x.clear()
t("locals", d)
def d(x):
    a = x; x = None; a.clear(); 
t("rebind", d)
def d(x):
    class C: pass
    c = C(); c.a, c.b, c.c = x[:3]; x.clear(); print("*", end=" "); del c
t("attrs", d)
def d(x):
    class C: __slots__ = ("z", "b", "a")
    c = C(); c.a, c.b, c.z = x[:3]; x.clear(); print("*", end=" "); del c
t("slots", d)
def d(x):
    g = (y for y in x); next(g); x2 = x[:]; x.clear(); del x2; print("*", end=" "); del g
t("gen", d)
def d(x):
    def f(a, b, c=x[3]):
        x.clear(); print("*", end=" ")
    f(x[0], x[1])
t("args", d)
def d(x):
    z = list(zip(x, x)); x.clear(); print("*", end=" "); z.clear()
t("zip", d)
def d(x):
    y = x + x; x.clear(); y.clear()
t("twice", d)
def d(x):
    y = tuple(x); x.clear(); del y
t("tuple", d)
def d(x):
    y = sorted(x, key=lambda e: -e.n); x.clear(); del y
t("sorted", d)
def d(x):
    x[:] = x[::-1]
    it = iter(x); next(it); x2 = list(it); del x, it; del x2
t("iter", d)
def d(x):
    def gen():
        a, b = x[0], x[1]
        x.clear(); print("*", end=" ")
        yield
    for _ in gen(): pass
t("gen locals", d)
