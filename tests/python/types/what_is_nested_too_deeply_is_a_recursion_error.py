# Native methods that ask what they hold for its text, its hash or whether it is equal: what stands within too many others
# ends in RecursionError.
import operator
from collections import deque
from types import GenericAlias, MethodType


class Several(tuple):
    pass


def nested(wrap):
    value = 1
    for _ in range(20_000):
        value = wrap(value)
    return value


def tell(what, made, *asked):
    for ask in asked:
        try:
            ask(made)
            print(what, ask.__name__, 'is fine')
        except RecursionError as e:
            print(what, ask.__name__, str(e)[:32])


def equal(value):
    return value == other


def ordered(value):
    return value < other


for what, wrap in [
    ('exception', lambda x: ValueError(x)),
    ('exit', lambda x: SystemExit(x)),
    ('bound method', lambda x: MethodType(GenericAlias, x)),
    ('getter', lambda x: operator.itemgetter(x)),
    ('caller', lambda x: operator.methodcaller('a', x)),
    ('static method', lambda x: staticmethod(x)),
    ('class method', lambda x: classmethod(x)),
]:
    tell(what, nested(wrap), repr, str)

for what, wrap in [
    ('deque', lambda x: deque([x])),
    ('slice', lambda x: slice(x)),
    ('subclass of tuple', lambda x: Several([x])),
]:
    made, other = nested(wrap), nested(wrap)
    tell(what, made, repr, equal, ordered)

for what, wrap in [
    ('frozenset', lambda x: frozenset([x])),
    ('values', lambda x: {1: x}.items()),
    ('alias', lambda x: list[x]),
]:
    made, other = nested(wrap), nested(wrap)
    tell(what, made, repr, equal)

own = ValueError()
own.args = (own,)
tell('of itself', own, repr, str)


# Tuples may stand as deep as they like to be hashed.
tell('tuple', nested(lambda x: (x,)), hash)


class Clears:
    def __eq__(self, other):
        items.clear()
        return False


# Items that are gone once they have been compared decide nothing.
for compare in operator.lt, operator.ge, operator.eq, operator.ne:
    items = [Clears() for _ in range(3)]
    print(compare(items, [1, 2, 3]))
    items = [[Clears()] for _ in range(3)]
    print(compare(items, [[1], [2], [3]]))
