# In a class within a method `__class__` is that of the method, also where the inner class has a cell of its own for it.
class Outer:
    def method(self):
        class Seen:
            seen = __class__

            def own(self):
                return __class__

        class Set:
            nonlocal __class__
            __class__ = 42

            def own(self):
                return super().__repr__() and __class__

        return Seen.seen, Seen().own(), __class__, Set().own()


print(Outer().method())
try:
    exec('class X:\n    __class__\n    def f():\n        __class__', globals(), {})
except NameError as error:
    print(type(error), error)


class Global:
    global __class__
    __class__ = 42

    def f():
        __class__


print(__class__, '__class__' in Global.__dict__, Global.f.__code__.co_freevars)
