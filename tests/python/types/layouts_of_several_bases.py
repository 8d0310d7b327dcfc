# Which of several bases lays out the instances: the one with members of its own, wherever it stands.
class Point:
    __slots__ = ("x",)


class Deep(Point):
    __slots__ = ("y",)


class Plain(Point):
    __slots__ = ()


class Again(Point):
    # A base's member under the same name adds nothing.
    __slots__ = ()
    x = Point.x


class Open(Point):
    pass


for bases in [(Deep, Plain), (Plain, Deep), (Again, Deep), (Deep, Again), (Open, Deep), (Open, Plain)]:
    made = type("Made", bases, {"__slots__": ()})
    print([base.__name__ for base in bases], made.__base__.__name__, [c.__name__ for c in made.__mro__])

both = type("Both", (Again, Deep), {})()
both.x, both.y = 1, 2
print(both.x, both.y, Point.x.__get__(both))


class Wide(Point):
    __slots__ = ("w",)


for bases in [(Plain, Wide), (Deep, Wide), (Again, Plain, Wide)]:
    try:
        print(type("Made", bases, {}).__base__.__name__)
    except TypeError as error:
        print(error)
