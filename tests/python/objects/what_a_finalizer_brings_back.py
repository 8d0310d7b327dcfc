"""An object of a cycle that __del__ brings back lives on; __del__ is not called again."""
import gc
import weakref


class Phoenix:
    def __init__(self, name):
        self.name = name
        self.me = self

    def __del__(self):
        global saved
        print("del", self.name)
        saved = self


gc.collect()
p = Phoenix("p")
ref = weakref.ref(p)
del p
gc.collect()
print(saved.name, saved.me is saved, ref())
del saved
print(gc.collect())


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


class Holder:
    pass


h = Holder()
h.me = h
h.loud = Loud("held by a cycle")
inside = weakref.ref(h, lambda r: print("callback of h"))
h.inside = weakref.ref(h.loud, lambda r: print("never: it goes with the cycle"))
weakref.finalize(h, print, "finalize of h")
del h
print("collect")
gc.collect()
print(inside())


class Raises:
    def __del__(self):
        raise ValueError("in __del__")


r = Raises()
r.me = r
del r
gc.collect()
gc.disable()
print(gc.isenabled())
gc.enable()
print(gc.isenabled())
