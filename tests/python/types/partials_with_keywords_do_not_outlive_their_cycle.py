"""A cycle through the keywords of a partial is found by the collector."""
import functools
import gc
import weakref


class Owner:
    def draw(self, by, line): pass


def kept(make):
    owner = Owner()
    owner.call = make(owner)
    ref = weakref.ref(owner)
    del owner
    gc.collect()
    return ref() is not None


print(kept(lambda owner: functools.partial(print, owner)), kept(lambda owner: functools.partial(print, end=owner)))
print(kept(lambda owner: functools.partial(owner.draw, by=owner.draw)))
print(kept(lambda owner: functools.partial(functools.partial(owner.draw, 1), line=[owner])))
