"""Counter counts strs and numbers as the loop would that it stands for, and leaves to that loop what is not so plain."""
from collections import Counter


class Loud(Counter):
    def __setitem__(self, key, value):
        print('set', key, value)
        super().__setitem__(key, value)


class Same:
    def __init__(self, of):
        self.of = of

    def __hash__(self):
        return hash(self.of)

    def __eq__(self, other):
        print('asked of', other)
        return self.of == other


print(Counter('abracadabra'), Counter([1, 1.0, True, 2]), Counter(('x', 'y', 'x')))
counts = Counter({'a': 2.5, 'b': 1})
counts.update('abc')
print(counts, list(counts))
print(dict(Loud('aab')))
counts = Counter()
counts[Same('a')] += 1
counts.update(['b', 'a', 'b'])
print(len(counts), counts['b'])
try:
    Counter('ab').update([['unhashable']])
except TypeError as error:
    print(error)
counts = Counter(x='text')
try:
    counts.update('yx')
except TypeError as error:
    print(error, counts)
