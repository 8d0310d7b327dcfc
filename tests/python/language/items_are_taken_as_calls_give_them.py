# What takes all items of an iterator that calls functions of the program for them, and where those raise or stop.
import itertools


def stops_at_two(x):
    if x == 2:
        raise StopIteration
    return x


def numbers():
    yield from (3, 1, 2)


class Truth:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        if self.value < 0:
            raise ValueError("no truth")
        return self.value > 2

    def __repr__(self):
        return f"<{self.value}>"


class Rank:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        return Truth(other.value - self.value + 2)

    def __gt__(self, other):
        return Truth(self.value - other.value + 2)


print(list(map(stops_at_two, [1, 2, 3])), sum(map(stops_at_two, [1, 2, 3])), set(map(stops_at_two, [1, 2])))
print(tuple(filter(stops_at_two, [1, 2, 3])), any(map(lambda x: stops_at_two(x) and 0, [1, 2, 3])))
print(any(map(lambda x: x > 2, [1, 2, 3])), all(map(lambda x: x > 2, [3, 4])), any([]), all([]), any([0, ""]), all((1, "a")))
print(max(map(lambda x: x * 2, numbers())), sum(map(float, numbers())), ",".join(map(str, numbers())), sorted(map(abs, numbers())))
for search in (
    lambda: any([Truth(-1)]),
    lambda: all([1, Truth(-1)]),
    lambda: any([1, Truth(-1)]),
    lambda: all([0, Truth(-1)]),
    lambda: any(map(Truth, [1, 2, 3, -1])),
    lambda: all(map(lambda x: Truth(x), [3, -1])),
):
    try:
        print(search())
    except ValueError as error:
        print(error)

print(min([3, 1, 2], key=lambda x: -x), max("abc", key=str.upper), min([], key=len, default=4))
print(max((1, 2), (0, 5), (3, 5), key=lambda pair: pair[1]), max(numbers(), key=lambda x: -x), min(map(abs, numbers()), key=lambda x: x))
print(max([1, 5, 3], key=Rank), min([4, 2, 3], key=lambda x: Rank(x)), min([2, 2.0, True], key=lambda x: 0))
for choice in (
    lambda: min([], key=len),
    lambda: min([1, "a"], key=lambda x: x),
    lambda: max([1, 2], key=lambda x: x / 0),
    lambda: min([1, 2], key=stops_at_two),
    lambda: max([1, 2], key=lambda x, y: x),
):
    try:
        print(choice())
    except Exception as error:
        print(type(error).__name__, error)

print(list(itertools.takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(itertools.dropwhile(lambda x: x < 3, [1, 2, 3, 1])))
print(list(itertools.filterfalse(None, [0, 1, ""])), list(itertools.filterfalse(lambda x: x % 2, range(5))), list(filter(bool, [0, 1, "a"])))
print(list(filter(Truth, [1, 2, 3, 4])), list(filter(lambda x: Truth(x), [1, 3])), list(itertools.takewhile(Truth, [3, 4, 1, 5])))
print(list(itertools.dropwhile(lambda x: x < 2, map(lambda x: x, [1, 2, 1, 3]))), list(filter(lambda x: x > 1, map(lambda x: x + 1, [0, 1, 2]))))
print(list(itertools.dropwhile(lambda x: x > 1, numbers())), list(itertools.takewhile(lambda x: x > 2, numbers())))
taken = itertools.takewhile(lambda x: x < 3, iter([1, 3, 1]))
print(list(taken), list(taken))
sifted = filter(lambda x: x > 1, [1, 2, 3])
print(sifted.__reduce__()[0], next(sifted), list(sifted), next(sifted, None))
try:
    list(itertools.takewhile(None, [1]))
except TypeError as error:
    print(error)
print([(key, list(group)) for key, group in itertools.groupby([1, 1, 2, 3, 3], lambda x: x // 2)])
print(list(itertools.accumulate([1, 2, 3], lambda a, b: a * b)), list(itertools.starmap(lambda a, b: a + b, [(1, 2), [3, 4]])))
print(dict(zip("ab", [1, 2])), dict(enumerate("ab")), dict(zip("ab", map(ord, "ab"))), dict(zip("abc", numbers())))
for pairs in (lambda: zip("abc", "ab", strict=True), lambda: zip([[]], [1]), lambda: zip("a")):
    try:
        print(dict(pairs()))
    except Exception as error:
        print(type(error).__name__, error)
