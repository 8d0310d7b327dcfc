import abc
import collections.abc
import weakref


class Base(abc.ABC):
    @abc.abstractclassmethod
    def make(cls):
        return 1

    @abc.abstractstaticmethod
    def helper():
        return 2

    @abc.abstractproperty
    def size(self):
        return 3


for cls in abc.abstractclassmethod, abc.abstractstaticmethod, abc.abstractproperty:
    print(cls, cls.__mro__, cls.__isabstractmethod__)
for cls in abc.abstractclassmethod, abc.abstractstaticmethod:
    for args in (), (3,):
        try:
            cls(*args)
        except (TypeError, AttributeError) as e:
            print(type(e).__name__, e)
try:
    Base()
except TypeError as e:
    print(e)
print(sorted(Base.__abstractmethods__), Base.make(), Base.helper(), type(vars(Base)['make']))
print(weakref.WeakSet.__mro__, issubclass(weakref.WeakSet, collections.abc.MutableSet), weakref.WeakSet[int])
