import copy
import itertools
import operator
from itertools import *


def t(f):
    try:
        print(repr(f())[:300])
    except BaseException as e:
        print(type(e).__name__, str(e))


def gen(n):
    for i in range(n):
        yield i


class Seq:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i * 10


class It:
    def __init__(self, n): self.n = n

    def __iter__(self): return self

    def __next__(self):
        if not self.n:
            raise StopIteration
        self.n -= 1
        return self.n


def bad():
    yield 1
    raise ValueError('bad')


for source in (lambda: 'abcd', lambda: gen(4), Seq, lambda: It(4), lambda: [], lambda: iter([1, 2, 3, 4]), bad):
    for f in (
        lambda x: list(chain(x, [9])), lambda x: list(chain.from_iterable([x, x])), lambda x: list(islice(x, 1, 3)),
        lambda x: list(islice(cycle(x), 6)), lambda x: list(compress(x, [1, 0, 1, '', 5])),
        lambda x: list(accumulate(x)), lambda x: list(accumulate(x, lambda a, b: (a, b), initial=0)),
        lambda x: list(pairwise(x)), lambda x: list(batched(x, 3)), lambda x: list(zip_longest(x, 'xy', x, fillvalue='-')),
        lambda x: list(product(x, repeat=2)), lambda x: list(permutations(x, 2)), lambda x: list(combinations(x, 3)),
        lambda x: list(combinations_with_replacement(x, 2)), lambda x: [(k, list(g)) for k, g in groupby(x)],
        lambda x: [(k, list(g)) for k, g in groupby(x, lambda v: v in (0, 1, 'a'))],
        lambda x: list(takewhile(lambda v: v in (0, 3, 'a', 1), x)), lambda x: list(dropwhile(lambda v: v in (0, 3, 'a', 1), x)),
        lambda x: list(filterfalse(None, x)), lambda x: list(filterfalse(lambda v: v == 3, x)),
        lambda x: [list(e) for e in tee(x, 3)], lambda x: list(starmap(lambda *a: a, zip(x, x))),
    ):
        t(lambda: f(source()))

for f in (
    count, lambda: count(5), lambda: count(1.5, 0.5), lambda: count(1, 2), lambda: count('a'), lambda: count(1, 2, 3),
    lambda: count(step=3), lambda: count(True), lambda: count(x=1), lambda: repeat(), lambda: repeat(1), lambda: repeat(1, 3),
    lambda: repeat(1, times=-3), lambda: repeat(1, None), lambda: repeat(object='a', times=2), lambda: chain(x=1), lambda: chain(1),
    lambda: list(chain(1)), lambda: list(chain('a', 2)), lambda: chain.from_iterable(5), lambda: islice('abc'), lambda: islice('abc', -1),
    lambda: islice('abc', -5), lambda: islice('abc', 'x'), lambda: islice('abc', 1, -1), lambda: islice('abc', 1, -7),
    lambda: islice('abc', -1, 2), lambda: islice('abc', 1, 2, 0), lambda: islice('abc', 1, 2, 'x'), lambda: islice(5, 1),
    lambda: islice('abc', 1, 2, 3, 4), lambda: list(islice(count(), 3, 20, 4)), lambda: list(islice('abcdef', None)),
    lambda: list(islice('abcdef', None, None, 2)), lambda: list(islice('abcdef', 4, 2)), lambda: cycle(), lambda: cycle(1),
    lambda: compress('a'), lambda: list(compress(data='abc', selectors=[1, 0, 1])), lambda: accumulate(), lambda: list(accumulate([])),
    lambda: list(accumulate([], initial=1)), lambda: list(accumulate([1, 2], None)), lambda: list(accumulate([1, 2, 3], max)),
    lambda: list(accumulate([1, 'a'])), lambda: accumulate([1], max, 3), lambda: pairwise(), lambda: batched('abc', 0),
    lambda: batched('abc'), lambda: list(batched('abc', 2, strict=True)), lambda: list(batched('abcd', n=2, strict=True)),
    lambda: list(zip_longest()), lambda: zip_longest('a', fill=1), lambda: list(product()), lambda: list(product(repeat=0)),
    lambda: list(product('ab', repeat=0)), lambda: product('ab', repeat=-1), lambda: product('ab', n=1), lambda: product('ab', repeat='x'),
    lambda: product(1), lambda: list(product('ab', [])), lambda: permutations(), lambda: permutations('abc', -1),
    lambda: permutations('abc', 'x'), lambda: list(permutations('abc', 4)), lambda: list(permutations('abc', 0)), lambda: list(permutations('')),
    lambda: combinations('abc'), lambda: combinations('abc', -1), lambda: combinations('abc', 1.5), lambda: list(combinations('abc', 0)),
    lambda: list(combinations('abc', 4)), lambda: list(combinations_with_replacement('', 2)), lambda: list(combinations_with_replacement('', 0)),
    lambda: groupby(), lambda: groupby(1), lambda: list(groupby([])), lambda: tee(), lambda: tee('a', -1), lambda: tee('a', 0), lambda: tee(5),
    lambda: starmap(max), lambda: list(starmap(pow, [(2, 3), [3, 2]])), lambda: list(starmap(pow, [5])), lambda: takewhile(1),
    lambda: list(takewhile(1, 'a')), lambda: filterfalse(None, 5), lambda: list(filterfalse(bool, [0, 1, 2, ''])), lambda: chain[int],
    lambda: operator.length_hint(repeat(1, 5)), lambda: operator.length_hint(repeat(1), 7), lambda: repeat(1).__length_hint__(),
    lambda: type(chain()).__mro__, lambda: [type(x) for x in tee('a')], lambda: type(next(groupby('a'))[1]), lambda: chain.__module__,
):
    t(lambda: type(f()) if repr(f()).find(' object at ') > 0 else f())

c = chain('ab', gen(2))
print(iter(c) is c, next(c), next(c), next(c), list(c), next(c, 'over'))
g = groupby([1, 1, 2, 2, 3])
first = next(g)
second = next(g)
print(list(first[1]), next(second[1]), list(second[1]), [k for k, _ in g])
a, b = tee(gen(5))
print(next(a), next(a), next(b), list(copy.copy(a)), list(a), list(b))
x, y = tee(a)
print(list(x), list(y))
a = tee(range(4), 1)[0]
b, c = tee(a)
print(next(a), next(b), next(b), list(c), list(a))
n = count(10 ** 18 * 9, 10 ** 18)
print([next(n) for _ in range(3)], n)
print(next(count(5)), [*zip(count(2, 3), 'abc')], repeat([1], 2))


class Num:
    def __init__(self, v): self.v = v
    def __add__(self, o): return Num(self.v + o)
    def __int__(self): return self.v
    def __repr__(self): return f'Num({self.v})'
    def __bool__(self):
        print('asked', self.v)
        return self.v > 1
    def __eq__(self, o): return self.v // 2 == o.v // 2


n = count(Num(1), 2)
print(next(n), next(n), n)
print(list(compress('abc', map(Num, range(3)))), list(filterfalse(None, map(Num, range(3)))))
print([(k, list(v)) for k, v in groupby(map(Num, range(4)))])
print(list(accumulate([Num(1), 2, 3])))


class Pairs(product):
    def twice(self): return [x * 2 for x in self]


print(Pairs('ab', '1').twice(), isinstance(Pairs(), product), Pairs.__mro__[1:])
try:
    list(takewhile(lambda v: v.missing, [1]))
except AttributeError:
    import traceback
    traceback.print_exc()
try:
    list(chain([1], bad()))
except ValueError:
    traceback.print_exc()
try:
    for k in accumulate(gen(3), lambda a, b: a / 0):
        print(k)
except ZeroDivisionError:
    traceback.print_exc()
