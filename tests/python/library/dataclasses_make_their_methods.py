from collections import defaultdict
from dataclasses import FrozenInstanceError, InitVar, KW_ONLY, asdict, astuple, dataclass, field, fields, is_dataclass, make_dataclass, replace
from typing import ClassVar


@dataclass
class Job:
    name: str
    priority: int = 0
    tags: list[str] = field(default_factory=list)
    secret: str = field(default='s', repr=False, compare=False)
    count: ClassVar[int] = 7


j = Job('a')
j.tags.append('x')
print(j, Job('b').tags, j == Job('a', 0, ['x'], 'other'), Job.count, [f.name for f in fields(Job)], is_dataclass(j))
print(asdict(j), astuple(j), replace(j, name="z"), Job.__match_args__)


@dataclass(order=True)
class Item:
    priority: int
    name: str = field(compare=False)


print(sorted([Item(3, 'c'), Item(1, 'a')]), Item(1, 'x') == Item(1, 'y'), Item(1, 'a') < Item(2, 'a'))
try:
    Item(1, 'a') < 3
except TypeError as e:
    print(e)


@dataclass(frozen=True)
class Point:
    x: float
    y: float = 0.0

    @property
    def norm(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5


p = Point(3, 4)
print(p, p.norm, hash(p) == hash(Point(3, 4)), {p: 1}[Point(3, 4)])
for action in (lambda: setattr(p, 'x', 1), lambda: delattr(p, 'x'), lambda: Point(), lambda: hash(j), lambda: Point(1, 2, 3)):
    try:
        action()
    except Exception as e:
        print(type(e).__name__, e)


@dataclass
class Base:
    id: int
    _: KW_ONLY
    verbose: bool = False


@dataclass
class Derived(Base):
    scale: InitVar[int] = 2
    value: int = field(init=False)

    def __post_init__(self, scale):
        self.value = self.id * scale


print(Derived(3), Derived(3, 10, verbose=True))


@dataclass(slots=True)
class Slim:
    a: int
    b: int = 2

    def total(self):
        return self.a + self.b


s = Slim(1)
print(s, s.total(), Slim.__slots__, hasattr(s, '__dict__'))
try:
    s.c = 1
except AttributeError as e:
    print(e)


@dataclass(kw_only=True)
class Options:
    host: str
    port: int = 80


print(Options(host='h'))
try:
    Options('h')
except TypeError as e:
    print(e)

for text in ('class A:\n  x: list = []', 'class A:\n  x: int = 1\n  y: int'):
    try:
        exec('from dataclasses import dataclass\n@dataclass\n' + text)
    except Exception as e:
        print(type(e).__name__, e)
C = make_dataclass('C', [('x', int), ('y', int, field(default=5))])
print(C(1))


@dataclass
class Node:
    value: int
    children: list['Node'] = field(default_factory=list)
    groups: dict = field(default_factory=lambda: defaultdict(list))


n = Node(1, [Node(2)])
print(asdict(n))
n.children.append(n)
print(n)
match Point(1, 2):
    case Point(x, y):
        print(x, y)
