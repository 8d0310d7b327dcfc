"""The descriptors `__dict__` and `__weakref__` of a class know whose they are, as what looks at classes statically asks."""
import inspect
import types


class Plain:
    shown = 1


class Slots:
    __slots__ = ("one", "__dict__", "__weakref__")


def local():
    class Inner(Slots.__class__):
        pass

    class Inside:
        pass
    return Inside


for cls in Plain, Slots, local():
    for name in "__dict__", "__weakref__":
        descriptor = cls.__dict__[name]
        print(type(descriptor) is types.GetSetDescriptorType, descriptor.__name__, descriptor.__objclass__ is cls, descriptor)
print(Slots.__dict__["one"].__objclass__, BaseException.__dict__["__dict__"].__objclass__)
print(inspect.getattr_static(Plain(), "shown"))
