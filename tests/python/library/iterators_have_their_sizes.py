# `sys.getsizeof` tells what an iterator takes itself.
import collections
import itertools
import sys

items = [1, 2, 3]
ordered = collections.OrderedDict(a=1)
for one in (iter(items), iter((1,)), iter({1: 2}), iter({1: 2}.items()), iter({1}), iter('a'), iter('é'), iter(b'a'),
            iter(bytearray(b'a')), iter(range(3)), reversed(items), reversed({1: 2}), reversed({1: 2}.items()),
            reversed((1,)), enumerate(items), zip(items, items), map(str, items), filter(None, items), iter(int, 1),
            iter(memoryview(b'a')), iter(ordered), reversed(ordered), iter(collections.deque()),
            reversed(collections.deque()), itertools.count(), itertools.cycle(items), itertools.chain(items),
            itertools.islice(items, 1), itertools.repeat(1), itertools.product(items), itertools.accumulate(items),
            itertools.permutations(items), itertools.combinations(items, 2), itertools.groupby(items),
            next(itertools.groupby(items))[1], itertools.tee(items)[0], itertools.starmap(pow, []),
            itertools.takewhile(None, items), itertools.dropwhile(None, items), itertools.zip_longest(items),
            itertools.compress(items, items), itertools.filterfalse(None, items), itertools.pairwise(items),
            itertools.batched(items, 2), itertools.combinations_with_replacement(items, 2)):
    print(type(one).__name__, sys.getsizeof(one))
