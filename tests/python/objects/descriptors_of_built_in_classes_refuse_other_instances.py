"""A slot's member, a method's `__get__` and `__bases__` look at what they are given."""
import types


def tell(action):
    try:
        print(action())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)


class Point:
    __slots__ = ('x',)


class Other:
    pass


class Nearer(Point):
    pass


nearer = Nearer()
Point.x.__set__(nearer, 3)
print(Point.x.__get__(nearer), nearer.x)
tell(lambda: Point.x.__set__(Other(), 3))
tell(lambda: Point.x.__get__(Other()))
tell(lambda: Point.x.__delete__(5))
tell(lambda: set.add.__get__(0))
tell(lambda: str.upper.__get__('a')())
tell(lambda: str.__add__.__get__(1))
tell(lambda: setattr(Other, '__bases__', (type(None),)))
tell(lambda: setattr(types.ModuleType('m'), '__dict__', {}))
