"""C.__bases__ = … gives the class and all derived from it a new order."""


class A:
    def hi(self):
        return "A"


class B:
    def hi(self):
        return "B"

    def only(self):
        return "only B"


class C(A):
    pass


class D(C):
    pass


c, d = C(), D()
print(c.hi(), d.hi(), C.__bases__)
C.__bases__ = (B,)
print(c.hi(), d.hi(), d.only(), C.__mro__, D.__mro__)
print(A.__subclasses__(), B.__subclasses__(), isinstance(d, A), isinstance(d, B))
C.__bases__ = (A, B)
print(D.__mro__, d.hi(), d.only())


def attempt(cls, bases):
    try:
        cls.__bases__ = bases
    except TypeError as e:
        print(e)


class Plain:
    pass


for bases in ((), [A], (A, 5), (D,), (A, A), (int,), (object, A)):
    attempt(C, bases)
attempt(int, (object,))
attempt(Plain, (A,))
try:
    del C.__bases__
except TypeError as e:
    print(e)
print(C.__bases__, D.__mro__)
