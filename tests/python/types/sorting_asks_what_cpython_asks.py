"""What is compared with what, and in which order: it shows in __lt__, in errors, and in where NaN ends up."""
import functools
import random

asked = []


class Card:
    def __init__(self, number):
        self.number = number

    def __lt__(self, other):
        if self.number == 13:
            raise ValueError("thirteen")
        asked.append((self.number, other.number))
        return self.number < other.number


def shown(numbers, **options):
    asked.clear()
    cards = sorted(map(Card, numbers), **options)
    print(len(numbers), len(asked), hash(tuple(asked)) % 10007, [c.number for c in cards][:6])


print([c.number for c in sorted(map(Card, [5, 2, 8, 1, 9, 3]))], asked)
random.seed(7)
for count in 0, 1, 2, 3, 17, 63, 64, 65, 128, 200, 1500:
    mixed = [random.randrange(100, 100 + 2 * count) for _ in range(count)]
    shown(mixed)
    shown(mixed, reverse=True)
    shown(sorted(mixed))
    shown(sorted(mixed, reverse=True))
    shown([n // 9 + 20 for n in mixed])
    shown(sorted(mixed[: count // 2]) + sorted(mixed[count // 2 :]))
    shown(sorted(mixed[: count // 2], reverse=True) + mixed[count // 2 :], reverse=True)


def by_size(a, b):
    asked.append((a, b))
    return abs(a) - abs(b)


asked.clear()
print(sorted([4, -2, 2, -9, 1, 0], key=functools.cmp_to_key(by_size)), asked)

nan = float("nan")
print(sorted([20.7, nan, 19.2, 18.3, nan, 14.4]), sorted([nan, 2, 1]), sorted([2, nan, 1], reverse=True))
print(sorted([{3}, {1, 2}, {1}, {1, 2, 3}, set(), {2}]))

# Where a comparison fails the list is left as it is then.
for mix in [3, 1, "a", 2], [1, 2, 3, None, 0], [(2, "x"), (1, 1), (1, "y")], [3, 2, 1, "z", 1j]:
    for reverse in False, True:
        left = mix[:]
        try:
            left.sort(reverse=reverse)
        except TypeError as error:
            print(error, left)
cards = [Card(n) for n in (4, 3, 9, 1, 13, 7, 2)]
try:
    cards.sort(key=lambda card: card)
except ValueError as error:
    print(error, [c.number for c in cards])
