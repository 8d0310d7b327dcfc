# A copy goes on where the iterator stands: over the same iterators, or by deepcopy over others.
import copy
import itertools
import operator
import warnings

warnings.simplefilter('ignore', DeprecationWarning)
MAKERS = (
    lambda: itertools.accumulate([1, 2, 3], operator.mul), lambda: itertools.chain([1, 2], [3]), lambda: itertools.combinations('abc', 2),
    lambda: itertools.combinations_with_replacement('ab', 2), lambda: itertools.compress('abcd', [1, 0, 1, 1]),
    lambda: itertools.count(3), lambda: itertools.cycle('abc'), lambda: itertools.dropwhile(bool, [1, 0, 2, 3]),
    lambda: itertools.filterfalse(bool, [0, 1, 0, '']), lambda: itertools.islice(range(9), 2, 8, 2), lambda: itertools.permutations('abc', 2),
    lambda: itertools.product('ab', repeat=2), lambda: itertools.repeat('x', 3), lambda: itertools.starmap(pow, [(2, 3), (3, 2)]),
    lambda: itertools.takewhile(bool, [1, 2, 0]), lambda: itertools.zip_longest('a', 'bc'))
for make in MAKERS:
    first = make()
    next(first)
    other, deep = copy.copy(first), copy.deepcopy(first)
    # A copy of a cycle shares with it what it has kept.
    rest = (deep, other) if isinstance(first, itertools.cycle) else (deep, other, first)
    print(type(other) is type(first), *(list(itertools.islice(each, 4)) for each in rest))
fresh = itertools.permutations([1, 2])
print(list(copy.copy(fresh)), list(fresh), list(copy.copy(fresh)))
groups = itertools.groupby('aabbbc')
print(next(groups)[0])
other, deep = copy.copy(groups), copy.deepcopy(groups)
print([(key, ''.join(group)) for key, group in deep], [(key, ''.join(group)) for key, group in other], list(groups))
keyed = itertools.groupby([1, 3, 2, 5], key=lambda number: number % 2)
key, group = next(keyed)
print(key, next(group), next(group))
print([(key, list(group)) for key, group in copy.copy(keyed)])
box = [[1], [2]]
shared, own = copy.copy(itertools.chain(box)), copy.deepcopy(itertools.chain(box))
print(next(shared) is box[0], next(own) is box[0])
