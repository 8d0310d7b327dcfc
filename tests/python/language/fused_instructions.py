"""What several instructions do at once, quick ways of calls, sorting by the first characters: as done one by one."""


class Counter:
    def __init__(self, start):
        self.value = start

    def add(self, n):
        self.value += n
        self.value += 1
        self.value -= 2
        return self.value


class Watched:
    def __init__(self):
        self.log = []

    @property
    def value(self):
        self.log.append("get")
        return 10

    @value.setter
    def value(self, new):
        self.log.append(("set", new))

    add = Counter.add


class Slotted:
    __slots__ = ("value",)
    add = Counter.add


class Text(Counter):
    def add(self, n):
        self.value += n
        return self.value


class Hooked(Counter):
    def __setattr__(self, name, value):
        print("setattr", name, value)
        super().__setattr__(name, value)


for start, n in ((1, 2), (1.5, 2.5), (1, 0.5), (2**63 - 1, 1), (-(2**63) + 1, -3), (True, True), (2**70, 5)):
    counter = Counter(start)
    print([counter.add(n) for _ in range(3)])

watched = Watched()
print(watched.add(5), watched.log)
slotted = Slotted()
try:
    slotted.add(1)
except AttributeError as error:
    print(error)
slotted.value = 1
print(slotted.add(1), slotted.add(1))
print(Text("a").add("b"), Text([1]).add([2]), Text((1,)).add((2,)))
print(Hooked(1).add(1))
try:
    Text("a").add(1)
except TypeError as error:
    print(error)


def shared(items):
    one, two = Text(items), Text(items)
    one.add([9])
    return one.value is two.value, two.value


print(shared([1, 2]))

# One place in the code, instances of several classes, in turn.
for thing in (Counter(1), Counter(1), slotted, Counter(2.0), watched, Counter(3)):
    print(Counter.add(thing, 1), end=" ")
print()


class Changing:
    total = 0

    def more(self):
        self.total += 1
        return self.total


changing = Changing()
print([changing.more() for _ in range(3)], Changing.total, vars(changing))
Changing.total = property(lambda self: 100, lambda self, new: print("now", new))
print(changing.more(), vars(changing))

# Classes called with one argument.
print(str(0), str(-7), str(10**18), str(-(2**63)), str(2**63), repr(str(12)), str("as it is"))
print(int(3.99), int(-3.99), int(True), int(7), int(1e18), int(2.0**60), float(3), float(2**53 + 1), float(-0.0))
for call in (lambda: int("x"), lambda: float(10**400), lambda: int(float("inf")), lambda: int(float("nan"))):
    try:
        print(call())
    except (ValueError, OverflowError) as error:
        print(type(error).__name__, error)
text = "x" * 3
print(str(text) is text, "" + text is text, text + "" is text, ("é" + "ü", "a" + "é", "é" + "€"))

# Strings that differ late, early, not at all, in width.
words = ["abcdefgh", "abcdefgha", "abcdefg", "", "abcdefgh\0", "b", "ÿ", "ÿa", "Ā", "a\U0001f600", "aÿ", "aĀ", "a\0", "a", "Z"]
print(ascii(sorted(words)))
print(ascii(sorted(words, reverse=True)))
pairs = sorted([("b", 1), ("a", 2), ("b", 0)])
print(pairs, sorted([3, -1, 2**62, -(2**62), 0]), sorted([True, 0, 2**70, -1]), sorted([1.5, 1, -0.5]))

# A dict of keys whose hashes agree in their low bits, through growth and deletion.
crowded = {}
for n in range(300):
    crowded[n << 12] = n
    crowded[str(n)] = n
for n in range(0, 300, 3):
    del crowded[n << 12]
print(len(crowded), crowded[1 << 12], crowded["299"], (3 << 12) in crowded, (4 << 12) in crowded, sum(crowded.values()))
for n in range(0, 300, 3):
    crowded[n << 12] = -n
print(len(crowded), sum(crowded.values()), list(crowded)[-1] == 297 << 12, crowded.pop("0"), crowded.popitem())
