# `__hash__`, `__eq__` and `__lt__` that block, change what is being searched, raise, or do not know.
import time
import traceback


class Slow:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        time.sleep(1)
        return hash(self.n)

    def __eq__(self, other):
        time.sleep(10)
        return NotImplemented if not isinstance(other, Slow) else self.n == other.n

    def __lt__(self, other):
        time.sleep(100)
        return self.n < other.n

    def __repr__(self):
        return f"Slow({self.n})"


def took(what, act):
    start = time.monotonic()
    try:
        result = act()
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(what, result, round(time.monotonic() - start))


one, two = Slow(1), Slow(2)
table, group = {one: "one", 2: "two"}, {one, 2}
took("item", lambda: table[Slow(1)])
took("the same", lambda: table[one])
took("missing", lambda: table[Slow(3)])
took("in a tuple", lambda: {(one, 1): 5}[Slow(1), 1])
took("get", lambda: table.get(Slow(1), 0))
took("get nothing", lambda: table.get(Slow(7), 0))
took("in", lambda: (Slow(1) in table, Slow(1) in group, Slow(5) in group))
took("put", lambda: (table.__setitem__(Slow(1), "ONE"), len(table)))
took("setdefault", lambda: (table.setdefault(Slow(1), 9), table.setdefault(Slow(9), 9)))
took("pop", lambda: (table.pop(Slow(9)), table.pop(Slow(9), "gone")))
took("pop nothing", lambda: table.pop(Slow(9)))
took("add", lambda: (group.add(Slow(1)), len(group)))
took("discard", lambda: (group.discard(Slow(1)), group.discard(Slow(1)), group))
took("remove", lambda: group.remove(Slow(1)))
took("displays", lambda: ({Slow(1), Slow(1)}, {Slow(1): 1, Slow(1): 2}))
took("comprehensions", lambda: ({Slow(n) for n in (1, 1)}, {Slow(n): n for n in (1, 1)}, set([Slow(1), Slow(1)])))
took("number", lambda: table[2])
took("hash", lambda: hash((one, two)) == hash((1, 2)))
items = [one, two, Slow(3)]
took("index", lambda: items.index(Slow(3)))
took("no index", lambda: items.index(Slow(4)))
took("in list", lambda: Slow(2) in items)
took("in tuple", lambda: (3 in (one, two), two in (one, two)))
took("count", lambda: items.count(Slow(2)))
took("remove", lambda: (items.remove(Slow(3)), items))
took("equal", lambda: ([one, two] == [Slow(1), Slow(2)], (one, 2) != (Slow(1), 3), [one] == [one]))
took("order", lambda: ([one, two] < [Slow(1), Slow(3)], (1, two) < (1, one)))
took("min", lambda: (min(items), max(items), min(one, two), max([two, one], key=lambda x: Slow(-x.n))))


class Missing(dict):
    def __missing__(self, key):
        time.sleep(1000)
        return f"no {key}"


took("__missing__", lambda: Missing()[Slow(1)])


class Changing:
    def __init__(self, owner):
        self.owner = owner

    def __hash__(self):
        return 1

    def __eq__(self, other):
        self.owner.clear()
        return False


changed = {}
changed[Changing(changed)] = 1
print(changed.get(Changing(changed)), len(changed))
shrinking = []
shrinking += [Changing(shrinking), Changing(shrinking)]
print(3 in shrinking, len(shrinking))


class Bad:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        raise ValueError("not now")


class Worse:
    def __hash__(self):
        return "1"


def lookup(table, key):
    return table[key]


for key in (Bad(), Worse(), (Worse(), 1)):
    try:
        lookup({Bad(): 1}, key)
    except Exception as error:
        print(type(error).__name__, error, [frame.name for frame in traceback.extract_tb(error.__traceback__)])


class Items:
    def __getitem__(self, at):
        time.sleep(1)
        if at > 2:
            raise IndexError
        return at


took("sequence", lambda: (list(Items()), [n for n in Items()], 2 in Items()))
