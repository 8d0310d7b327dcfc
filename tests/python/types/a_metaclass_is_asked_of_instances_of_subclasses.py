# `isinstance` is true at once of the class's own instances alone; those of a subclass are for `__instancecheck__` to say.
import abc
import enum

class Meta(type):
    def __instancecheck__(cls, instance):
        print('asked', cls.__name__, type(instance).__name__)
        return False

class Base(metaclass=Meta):
    pass

class Derived(Base):
    pass

print(isinstance(Base(), Base))
print(isinstance(Derived(), Base), isinstance(Derived(), (int, Base)), isinstance(Derived(), Base | int))
print(isinstance(Derived(), Derived), isinstance(1, Base), isinstance(True, (str, int)), isinstance(1.0, (str, (int, float))))
match Derived():
    case Base():
        print('a base')
    case _:
        print('no base')

class Shape(abc.ABC):
    pass

class Square(Shape):
    pass

class Refusing(abc.ABC):
    @classmethod
    def __subclasshook__(cls, other):
        return False

class Refused(Refusing):
    pass

print(isinstance(Square(), Shape), isinstance(Refused(), Refusing), isinstance(Refused(), (Refusing, Refused)))

class Color(enum.IntEnum):
    RED = 1

print(isinstance(Color.RED, Color), isinstance(Color.RED, enum.Enum), isinstance(Color.RED, int))

class Claims:
    __class__ = property(lambda self: int)

print(isinstance(Claims(), int), isinstance(Claims(), (str, int)), isinstance(Claims(), str))
