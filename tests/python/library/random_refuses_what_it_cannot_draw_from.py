"""random's methods take arguments of any kind, and fail where CPython's text does."""
import random
import traceback
from collections import deque
from fractions import Fraction


class Shelf:
    def __len__(self):
        return 5

    def __getitem__(self, place):
        return f'book {place}'


print(random.choice('日本語'), random.choice(Shelf()), random.choice({0: 'a', 1: 'b'}), random.choice(deque('abc')))
print(random.randint(True, 5), random.randint(-2**70, 2**70), random.randrange(10, 0, -2), random.randrange(2**80))
print(random.choices(range(3), cum_weights=(1, 5, 9), k=5), random.choices([1, 2], weights=[Fraction(1, 2), True], k=2))
print(random.sample(['a', 'b'], counts=[3, 2], k=4), random.sample('日本語', 2), random.sample(deque([1, 2, 3]), 2))
cards = deque(range(6))
random.shuffle(cards)
print(cards, random.uniform(Fraction(1, 3), 2), random.uniform(b=3, a=True))

for refused in (
    lambda: random.choice({1}), lambda: random.choice({}), lambda: random.choice(5), lambda: random.choice([]),
    lambda: random.choice(n for n in range(3)), lambda: random.sample({1, 2}, 1), lambda: random.sample([1], 2),
    lambda: random.sample([1], 1.0), lambda: random.sample(5, 1), lambda: random.sample([1, 2], counts=[1], k=1),
    lambda: random.shuffle((1, 2)), lambda: random.shuffle('ab'), lambda: random.shuffle([1], random.random),
    lambda: random.randint(5, 1), lambda: random.randint(1.5, 2), lambda: random.randint('1', 2),
    lambda: random.randint(1, '2'), lambda: random.randint(1, 2, 3), lambda: random.randrange(0),
    lambda: random.randrange(1.0), lambda: random.randrange(1, 10, 0), lambda: random.randrange(10, step=2),
    lambda: random.choices([], k=1), lambda: random.choices([1, 2], 3), lambda: random.choices([1], [1, 2]),
    lambda: random.choices([1], [0]), lambda: random.choices([1], [1], cum_weights=[1]),
    lambda: random.uniform('a', 1), lambda: random.gauss('a', 1), lambda: random.normalvariate('a', 'b'),
    lambda: random.gammavariate(0, 1), lambda: random.seed([1]), lambda: random.expovariate(0),
):
    try:
        refused()
    except Exception:
        traceback.print_exc()
