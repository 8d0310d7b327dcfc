"""gc.collect() ends what refers only to itself: weak references first, then __del__ in the order of creation."""
import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name
        self.other = None

    def __del__(self):
        print("del", self.name, self.other.name)


gc.collect()
a, b = Node("a"), Node("b")
a.other, b.other = b, a
ref = weakref.ref(a, lambda r: print("callback", r()))
del a, b
print("still there", ref() is not None)
print(gc.collect(), ref())
print(gc.collect())

x = []
x.append(x)
del x
print("list", gc.collect())
d = {}
d["me"] = d
del d
print("dict", gc.collect())


class Plain:
    pass


p = Plain()
p.me = p
del p
print("instance", gc.collect())
p = Plain()
p.items = {p}
del p
print("set", gc.collect())
p = Plain()
p.method = p.__init__
del p
print("method", gc.collect())


def recursive():
    def inner(n):
        return inner(n - 1) if n else 0
    return inner(3)


recursive()
print("closure", gc.collect())


def keeps_its_exception():
    try:
        1 / 0
    except ZeroDivisionError as e:
        kept = e
    raise kept


try:
    keeps_its_exception()
except ZeroDivisionError:
    pass
print("exception", gc.collect() > 0, gc.collect())


def generator():
    try:
        me = yield
        yield me
    finally:
        print("generator closed")


g = generator()
next(g)
g.send([g])
del g
gc.collect()


class Local:
    def method(self):
        return super().__repr__()


ref = weakref.ref(Local, lambda r: print("class gone"))
del Local
print("class is there until it is collected", ref() is not None)
print(gc.collect() > 0, ref())
