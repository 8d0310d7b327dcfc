# Sets hash each item of an iterator as it comes, and an intersection is done once it is as large as the set.
from itertools import count


def items(*given):
    for item in given:
        yield item
        print('asked after', item)


for method in set.update, set.difference, set.intersection, set.symmetric_difference, set.issubset, set.issuperset:
    for members in set(), {1}, {1, 2}:
        try:
            print(method.__name__, members, method(members, items(1, [], 2)), members)
        except TypeError as exc:
            print(method.__name__, members, exc)
    print(method({1}, [1, 2]), method({1}, {1: 2, 2: 3}), method({1}, items()))

print({1, 2}.issubset(count()), {1, 2} .intersection(count()), frozenset('a').isdisjoint('xya'))
for make in set, frozenset, bytes, bytearray:
    try:
        make(items(1, [], 2))
    except TypeError as exc:
        print(make.__name__, exc)
