import itertools as it
import operator

print(list(it.islice(it.count(5), 3)), list(it.islice(it.count(1, 0.5), 3)), it.count(3), it.count(1, 2))
print(list(it.islice(it.cycle('ab'), 5)), list(it.repeat('x', 3)), it.repeat(1, 2))
print(list(it.chain([1], (2, 3), 'ab')), list(it.chain.from_iterable([[1], [2]])))
print(list(it.islice('abcdefgh', 2, 7, 2)), list(it.islice('abc', 0)), list(it.islice('abcdef', 3, None)))
source = iter(range(10))
print(list(it.islice(source, 1, 6, 3)), list(source))
print(list(it.accumulate([1, 2, 3])), list(it.accumulate([1, 2, 3], operator.mul)), list(it.accumulate([1], initial=5)))
print(list(it.takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(it.dropwhile(lambda x: x < 3, [1, 2, 3, 1])))
print(list(it.filterfalse(None, [0, 1, 2])), list(it.compress('abcd', [1, 0, 1])), list(it.starmap(pow, [(2, 3), (3, 2)])))
print(list(it.zip_longest('ab', 'xyz', fillvalue='-')), list(it.pairwise([1, 2, 3])), list(it.batched('abcde', 2)))
print(list(it.product('ab', [1, 2])), list(it.product([0, 1], repeat=2)), list(it.product()))
print(list(it.permutations('abc', 2)), list(it.permutations(range(3)))[-1], len(list(it.permutations(range(5)))))
print(list(it.combinations('abcd', 2)), list(it.combinations_with_replacement('ab', 2)))
print([(k, list(g)) for k, g in it.groupby('aabbbc')], [(k, len(list(g))) for k, g in it.groupby([1, 3, 2], key=lambda n: n % 2)])
groups = [(k, g) for k, g in it.groupby('aab')]
print([(k, list(g)) for k, g in groups])
a, b = it.tee(iter([1, 2, 3]))
print(next(a), next(a), list(b), list(a))
for action in (lambda: it.islice([], -1), lambda: it.islice([], 0, 1, 0), lambda: it.batched([], 0),
               lambda: list(it.batched('abc', 2, strict=True)), lambda: it.combinations('a', -1), lambda: it.count('a')):
    try:
        action()
    except Exception as e:
        print(type(e).__name__, e)
ids = it.count(1)
print(next(ids), next(ids), next(it.chain([7], [8])))
print(operator.itemgetter(1, 0)('ab'), operator.attrgetter('real')(3), operator.methodcaller('upper')('x'), operator.itemgetter(1))
