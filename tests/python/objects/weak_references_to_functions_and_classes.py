"""Functions, generators, sets and classes tell their weak references when they go."""
import gc
import weakref


def told(what):
    return lambda r: print(what, "gone", r())


def function():
    pass


def generator():
    try:
        yield 1
    finally:
        print("closing")


refs = [weakref.ref(function, told("function"))]
print(weakref.getweakrefcount(function), refs[0]() is function)
del function
g = generator()
next(g)
refs.append(weakref.ref(g, told("generator")))
del g
s = {1, 2}
refs.append(weakref.ref(s, told("set")))
f = frozenset(s)
refs.append(weakref.ref(f, told("frozenset")))
del s, f


class C:
    def method(self):
        pass


refs.append(weakref.ref(C, told("class")))
refs.append(weakref.WeakMethod(C().method))
print(refs[-1]())
del C
print("before")
gc.collect()
print("after", [r() for r in refs])
try:
    weakref.ref([])
except TypeError as e:
    print(e)
cache = weakref.WeakValueDictionary()


class Item:
    pass


item = cache["x"] = Item()
item.me = item
print(list(cache))
del item
print(list(cache))
gc.collect()
print(list(cache), len(cache))
