"""A function that raises StopIteration ends the iterator that calls it, and `yield from` with it."""
import itertools


def until_three(n):
    if n == 3:
        raise StopIteration('three')
    return n


def delegating(make):
    value = yield from make()
    yield 'value', value


def turns(*items):
    iterators = [iter(each) for each in items]
    while iterators:
        before = len(iterators)
        for each in list(iterators):
            got = list(itertools.islice(each, 1))
            if got:
                yield from got
            else:
                iterators.remove(each)
        if before != len(iterators):
            yield '|'


def rotating(*items):
    iterators = map(iter, items)
    for count in range(len(items), 0, -1):
        iterators = itertools.cycle(itertools.islice(iterators, count))
        yield from map(next, iterators)


print(list(rotating('ABC', 'D', 'EF')), list(turns('ABC', 'D', 'EF')))
makers = {
    'map of next': lambda: map(next, [iter([1]), iter([2]), iter([])]),
    'map': lambda: map(until_three, range(9)),
    'filter': lambda: filter(until_three, range(9)),
    'zip': lambda: zip('abcdef', map(next, [iter([1]), iter([])])),
    'enumerate': lambda: enumerate(map(next, [iter([1]), iter([])])),
    'chain': lambda: itertools.chain(map(next, [iter([1]), iter([])]), 'xy'),
    'starmap': lambda: itertools.starmap(next, [(iter([1]),), (iter([]),)]),
    'accumulate': lambda: itertools.accumulate(range(9), lambda a, b: until_three(b) + a),
    'takewhile': lambda: itertools.takewhile(until_three, range(1, 9)),
    'iter': lambda: iter(iter([1, 2]).__next__, 7),
}
for name, make in makers.items():
    print(name, list(delegating(make)), [each for each in make()], [*make()])
