"""Type parameters whose names are private to their class, and the annotations that each module has."""
class Base: pass
import json
import types


class Foo[__T: (int, str), U=list]:
    param = __T
    def meth[__U](self, arg: __T, other: __U) -> (__T, __U):
        return __T, __U
    type Alias[__V] = (__T, __V)
    class Inner[__W](Base):
        x = __W
print(Foo.param.__name__, Foo.__type_params__, Foo.meth.__annotations__, Foo.meth.__type_params__, Foo.Alias.__value__, Foo.Alias.__type_params__, Foo.Inner.__type_params__, Foo.Inner.x)
print(Foo().meth(1, 2))
class __Hidden: pass
class Bar[T](__Hidden):
    pass
print(Bar.__mro__[1])
class _P[__A, __B]:
    def f(self): return __A, __B
print(_P().f())
m = types.ModuleType('m')
print(m.__annotations__, m.__dict__.keys())
m.__annotations__ = {'x': int}; print(m.__annotations__)
del m.__annotations__
print(m.__annotations__)
print(json.__annotations__)
