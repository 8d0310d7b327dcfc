"""A partial's state can be set and copied; a generic function hears of classes registered at abstract ones."""
import copy
import functools
import pickle
from collections.abc import Container, Iterable

call = functools.partial(print, ["a"], x=1)
print(copy.copy(call).args[0] is call.args[0], copy.deepcopy(call).args[0] is call.args[0])
print(call.__reduce__())
for name in "func", "args", "keywords":
    try:
        setattr(call, name, 1)
    except AttributeError as e:
        print(e)


class Own(functools.partial):
    pass


own = Own(int, "3")
own.note = 4
for made in copy.copy(own), pickle.loads(pickle.dumps(own)):
    print(type(made).__name__, made(), made.note)
empty = functools.partial(print)
empty.__setstate__((int, ("11",), {"base": 2}, {"note": 1}))
print(empty(), empty.note, empty.args, empty.keywords, empty.func)
for state in (1,), (print, 1, {}, None), 5, (print, (), {}, None, None), (print, (), 5, None), (1, (), {}, None):
    try:
        empty.__setstate__(state)
    except TypeError as e:
        print(e)


class Thing:
    pass


generic = functools.singledispatch(lambda x: "anything")
generic.register(Iterable, lambda x: "iterable")
generic.register(Container, lambda x: "container")
print(generic(Thing()))
Iterable.register(Thing)
print(generic(Thing()))
Container.register(Thing)
try:
    generic(Thing())
except RuntimeError as e:
    print(e)


@functools.total_ordering
class Ordered:
    def __lt__(self, other):
        return False


print(Ordered.__gt__.__name__, Ordered.__gt__.__qualname__)


class Key:
    asked = 0

    def __init__(self, number):
        self.number = number

    def __hash__(self):
        Key.asked += 1
        return self.number

    def __eq__(self, other):
        return self.number == other.number


@functools.lru_cache(maxsize=1)
def cached(key):
    return key.number


one = Key(1)
for key in one, one, Key(2), one:
    cached(key)
    print(Key.asked, end=" ")
keys = dict.fromkeys(map(Key, range(10)))
for make in set, frozenset, dict, dict.fromkeys, lambda d: set().union(d), lambda d: dict.fromkeys(set(d)):
    Key.asked = 0
    make(keys)
    print(Key.asked, end=" ")
print()


class Hashed(set):
    def __hash__(self):
        return 7


member = Hashed([1])
group = {member}
print(member in group, {1} in {frozenset([1])})
group.remove(member)
print(group)
