from abc import ABC


class Refuses(type):
    def __subclasscheck__(cls, other):
        raise TypeError(f"{cls.__name__} is not asked")


class Box(dict, metaclass=Refuses):
    pass


class Shelf(ABC):
    pass


print(Shelf.register(dict), issubclass(dict, Shelf), isinstance({}, Shelf), isinstance(Box(), Shelf))
try:
    Shelf.register(Box)
    print(issubclass(Box, Shelf))
except TypeError as e:
    print(e)


class Cupboard(Shelf):
    pass


try:
    Cupboard.register(Shelf)
except RuntimeError as e:
    print(e)
try:
    Shelf.register(1)
except TypeError as e:
    print(e)
