# What itertools gives tells how to make it again where it stands, with a warning: copy, deepcopy and pickle work by that.
import copy
import itertools as I
import pickle
import warnings

warnings.simplefilter('ignore')


def after(iterator, n):
    for _ in range(n):
        next(iterator)
    return iterator


MADE = [
    (I.accumulate, [1, 2, 3]), (I.accumulate, [1, 2, 3], max), (I.chain, [1, 2], [3]), (I.chain,),
    (I.combinations, 'abc', 2), (I.combinations, 'a', 2), (I.combinations_with_replacement, 'abc', 2),
    (I.combinations_with_replacement, '', 2), (I.permutations, 'abc', 2), (I.permutations, 'a', 2),
    (I.compress, 'abc', [1, 0, 1]), (I.count,), (I.count, 1, 2), (I.count, 1.5), (I.cycle, [1, 2, 3]), (I.cycle, []),
    (I.dropwhile, bool, [1, 0, 1]), (I.takewhile, bool, [1, 1, 0]), (I.filterfalse, None, [1, 0, 0]),
    (I.groupby, [1, 1, 2]), (I.islice, [1, 2, 3], 2), (I.islice, [1, 2, 3], 1, None), (I.islice, [1, 2, 3], 0, 3, 2),
    (I.product, 'ab', 'cd'), (I.product,), (I.product, 'ab', ''), (I.repeat, 1), (I.repeat, 1, 3),
    (I.starmap, pow, [(1, 2), (2, 2)]), (I.zip_longest, [1], [2, 3]),
]


def shown(value):
    if isinstance(value, tuple):
        return tuple(map(shown, value))
    return value if isinstance(value, (int, float, str, list, type(None), type(len))) else type(value).__name__


for make, *args in MADE:
    for steps in 0, 1, 2, 4, 9:
        def fresh():
            made = make(*args)
            for _ in range(steps):
                next(made, None)
            return made
        reduced = fresh().__reduce__()
        print(make.__name__, steps, shown(reduced[1:]))
        for way in copy.copy, copy.deepcopy, lambda it: pickle.loads(pickle.dumps(it)):
            other = way(fresh())
            print('   ', type(other) is make, [x if make is not I.groupby else x[0] for x in I.islice(other, 5)])

for it in I.accumulate([1, 2], initial=5), after(I.accumulate([1, 2], initial=5), 1), \
        after(I.accumulate([None, 2, 3], lambda a, b: b), 1):
    print(shown(it.__reduce__()[1:]))
    print(list(copy.copy(it)))
for it in I.pairwise([1]), I.batched([1], 1):
    try:
        copy.copy(it)
    except TypeError as error:
        print(error)

for it, states in [
    (I.chain(), [1, (), (1, 2, 3), (1,), (iter('ab'), iter('cd'))]), (I.cycle(''), [1, (1, 2), ([], 'a'), ([1, 2], 0)]),
    (I.groupby(''), [1, (1,)]), (I.islice('abc', 3), ['a', 2]), (I.combinations('abc', 2), [3, (1,), ('a', 1), (9, -1)]),
    (I.permutations('abc', 2), [3, (1,), ('a', 1), ((1, 2), (1, 1)), ((2, 1, 0), (1, 1))]),
    (I.product('abc', repeat=2), [3, (1, 2, 3), (1, 9)]), (I.takewhile(bool, 'ab'), ['']),
    (I.dropwhile(bool, 'ab'), ['a']),
]:
    for state in states:
        try:
            print(it.__setstate__(state))
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
    print(list(I.islice(it, 4)))

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    for it in I.count(), I.cycle([1]), I.tee([1], 1)[0]:
        copy.copy(it)
        print([(str(w.message), w.category.__name__) for w in caught])
        caught.clear()
