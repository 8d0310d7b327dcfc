"""A weak reference to obj.method is dead as soon as it is made, and says so; there are none to weak references."""
import weakref


class Thing:
    def method(self):
        pass


thing = Thing()
r = weakref.ref(thing.method, lambda r: print('gone', r() is None))
print(r())
kept = thing.method
r = weakref.ref(kept, None)
print(r() is kept)
w = weakref.WeakMethod(thing.method)
print(w() == kept)
try:
    weakref.ref(weakref.ref(thing))
except TypeError as e:
    print(e)
r = weakref.ref(thing.method, print)
del r
print('end')
