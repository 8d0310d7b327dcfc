# An instance with __slots__ and a __dict__: the dict has the other attributes alone; copies and pickles keep both.
import copy
import dataclasses
import functools
import pickle


class Base:
    __slots__ = ('a', '__weakref__')


class Sub(Base):
    def __init__(self, a, b):
        self.a, self.b = a, b

    def method(self):
        return self.b


it = Sub(1, 2)
names = it.__dict__
print(names, names is it.__dict__, vars(it), it.method(), it.a)
it.c, it.a = 3, 10
del it.b
names['d'] = 4
print(names, it.a, it.d, hasattr(it, 'b'), [name for name in dir(it) if name[0] != '_'])
it.__dict__ = {'z': 1}
print(it.z, it.a, names, vars(it))
names = Sub(1, 2)
for made in (names, Sub.__new__(Sub), copy.copy(names), copy.deepcopy(names), pickle.loads(pickle.dumps(names))):
    print(made.__getstate__())


class Both:
    __slots__ = ('x', '__dict__')


both = Both()
both.x = 1
print(both.__dict__, both.__getstate__())
both.y = 2
print(both.__dict__, both.__getstate__())


@dataclasses.dataclass(slots=True)
class Point:
    x: int


@dataclasses.dataclass
class Named(Point):
    name: str = 'n'


point = Named(1)
print(vars(point), point, dataclasses.replace(point, x=5), copy.copy(point) == point, pickle.loads(pickle.dumps(point)))


class Cached(Base):
    @functools.cached_property
    def seven(self):
        return 7


cached = Cached()
cached.a = 1
print(cached.seven, vars(cached))


class Table(dict):
    __slots__ = ('title',)


class Wide(Table):
    pass


wide = Wide(k=1)
wide.title, wide.rest = 't', 'r'
print(vars(wide), copy.copy(wide).title, copy.copy(wide).rest, pickle.loads(pickle.dumps(wide)).title)


class Other:
    __slots__ = ('b',)


class Empty:
    __slots__ = ()


print(type('Fits', (Base, Empty), {}).__name__, type('Fits', (Empty, Sub), {}).__name__)
for bases in ((Base, Other), (Sub, Other), (Table, Other)):
    try:
        type('Clash', bases, {})
    except TypeError as e:
        print(e)
