# Functions that sorted, filter, map, list, min and max call one after another.
import traceback


def attempt(what):
    try:
        print(what())
    except Exception as e:
        print(type(e).__name__, e, [f.name for f in traceback.extract_tb(e.__traceback__)])


class Item:
    def __init__(self, n): self.n = n
    def __repr__(self): return f'i{self.n}'
    def __lt__(self, other):
        asked.append((self.n, other.n))
        return answer(self, other)


asked = []
numbers = [3, 1, 2, 1, 5, 0]
for name, answer in {
    'plain': lambda a, b: a.n < b.n,
    'not a bool': lambda a, b: [1] if a.n < b.n else [],
    'unknown': lambda a, b: NotImplemented,
    'raises': lambda a, b: 1 / (a.n - 2),
}.items():
    for reverse in False, True:
        asked.clear()
        print(name, reverse, end=' ')
        attempt(lambda: sorted(map(Item, numbers), reverse=reverse))
        print(asked)
    attempt(lambda: (min(map(Item, numbers)), sorted(numbers, key=Item)))


class Truth:
    def __init__(self, holds): self.holds = holds
    def __bool__(self):
        print('asked', self.holds)
        return self.holds


class Judge:
    def __call__(self, x): return x % 2


async def never(x): pass


answer = lambda a, b: Truth(a.n < b.n)
attempt(lambda: sorted(map(Item, [2, 1, 3])))
attempt(lambda: list(filter(lambda x: Truth(x > 1), [1, 2, 3])))
attempt(lambda: list(filter(None, [Truth(True), 0, Truth(False), 'x'])).__len__())
attempt(lambda: list(filter(Judge(), range(9))))
attempt(lambda: list(filter(Judge(), (x for x in range(9)))))
attempt(lambda: list(filter(lambda x: x % 2, filter(lambda x: x > 3, range(9)))))
attempt(lambda: list(filter(lambda x: x % 2, (x for x in range(9)))))
attempt(lambda: list(map(lambda x: x + 1, filter(lambda x: x % 2, range(9)))))
attempt(lambda: next(filter(lambda x: 1 / (x - 2), [2])))
attempt(lambda: next(filter(lambda x: x > 99999, range(100001))))
attempt(lambda: next(filter(lambda x: x > 3, [1]), 'none'))


def until(n):
    def f(x):
        if x == n:
            raise StopIteration('over')
        return x
    return f


attempt(lambda: list(map(until(3), range(9))))
attempt(lambda: tuple(map(until(3), range(9))))
attempt(lambda: [*map(lambda x, y: (x, y), 'ab', [1, 2, 3])])
attempt(lambda: ''.join(map(lambda x: x * 2, 'abc')))
attempt(lambda: sum(map(lambda x: x * 2, range(20001))))
attempt(lambda: len(list(map(lambda x: x, range(25000)))))
attempt(lambda: list(map(lambda x: 1 // x, [1, 0])))
attempt(lambda: max([3, 1, 2], key=lambda x: -x))
attempt(lambda: max([3, 1, 2], key=str))
attempt(lambda: min('b', 'a', key=Item))


def noisy(n):
    for x in range(n):
        print('item', x)
        yield x


print(max(noisy(2), key=lambda x: print('key', x) or x))
values = [1, 2, 3, 4]
it = iter(values)
print(list(zip(it, [5])), next(it))
print([pair for pair in zip(iter('ab'), 'abc')], [a + b for a, b in zip('ab', 'xyz')])
it = iter(values)
for a, b in zip(it, [5]):
    print(a, b)
print(next(it))
for n, (a, b) in enumerate([(1, 2), (3, 4)], 1 << 63):
    print(n, a, b)
for a, b in enumerate('x'):
    keep = a, b
print(keep)
table = {1: 2, 3: 4}
try:
    for k, v in table.items():
        table[k + 10] = v
except RuntimeError as e:
    print(e, table)
for pair in {5: 6}.items():
    print(pair)
for a, b in {5: 6}:
    pass
