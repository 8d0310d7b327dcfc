# A class is an object as well: the `__del__` of its metaclass is called once it is collected, and once only.
import gc
import weakref


class Meta(type):
    kept = []

    def __del__(cls):
        print("gone:", cls.__name__, cls.__mro__[-1] is object)


def local():
    class Local(metaclass=Meta):
        pass

    return weakref.ref(Local, lambda ref: print("reference told", ref() is None))


ref = local()
print(ref() is None)
print(gc.collect() > 0, ref() is None)


class Base(metaclass=Meta):
    def __del__(self):
        print("an instance of", type(self).__name__)


class Derived(Base):
    pass


one = Derived()
del one
del Derived
gc.collect()
print("the base stays")
del Base
gc.collect()


class Back(type):
    def __del__(cls):
        print("comes back:", cls.__name__)
        Meta.kept.append(cls)


class Phoenix(metaclass=Back):
    pass


del Phoenix
gc.collect()
print(Meta.kept)
Meta.kept.clear()
gc.collect()
print("not told again")


class Failing(type):
    def __del__(cls):
        raise ValueError(cls.__name__)


class Broken(metaclass=Failing):
    pass


del Broken
gc.collect()
Made = Meta("Made", (), {})
del Made
gc.collect()
