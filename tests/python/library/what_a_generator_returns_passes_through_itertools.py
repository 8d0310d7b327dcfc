"""islice, pairwise, compress, accumulate and starmap end with the StopIteration of their iterator; others drop its value."""
import itertools


def numbers(count=3):
    for number in range(count):
        yield number
    return 'told'


def through(iterator):
    print(repr((yield from iterator)))


def one_of(iterables):
    yield from iterables


for iterator in (
    itertools.islice(numbers(), 9), itertools.islice(numbers(), 2), itertools.islice(numbers(), 7, 9),
    itertools.islice(itertools.islice(numbers(), 8), 9), itertools.pairwise(numbers()), itertools.pairwise(numbers(0)),
    itertools.compress(numbers(), [1] * 9), itertools.compress('abcdef', numbers()), itertools.accumulate(numbers()),
    itertools.starmap(max, zip(numbers(), numbers())), itertools.takewhile(str, numbers()),
    itertools.dropwhile(bool, numbers()), itertools.filterfalse(None, numbers()), itertools.chain(numbers(), numbers()),
    itertools.chain.from_iterable(one_of([numbers()])), itertools.batched(numbers(), 2),
    itertools.islice(itertools.cycle(numbers()), 5), itertools.zip_longest(numbers(), 'abcde'), itertools.tee(numbers())[0],
):
    print(type(iterator).__name__, list(through(iterator)))

for iterator in itertools.islice(numbers(0), 3), itertools.pairwise(numbers(1)), itertools.accumulate(numbers(0)):
    for _ in range(2):
        try:
            next(iterator)
        except StopIteration as stop:
            print(repr(stop), stop.value)

for call in (lambda: min(1, 2, key=None, default=3, other=4), lambda: max(1, z=3), lambda: max([1], a=1, b=2, c=3),
             lambda: itertools.product([1], repeat=2, other=3), lambda: itertools.product([1], other=3)):
    try:
        print(call())
    except TypeError as error:
        print(error)
