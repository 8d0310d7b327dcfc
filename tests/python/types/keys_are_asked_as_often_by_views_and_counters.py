# Which __hash__ and __eq__ an operation asks, and in which order: a program may count them.
from collections import Counter

asked = []


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        asked.append(f'h{self.n}')
        return 7

    def __eq__(self, other):
        asked.append(f'{self.n}={other.n}')
        return self.n == other.n


def tell(what, operation):
    asked.clear()
    result = operation()
    print(what, ' '.join(asked), result if isinstance(result, bool) else len(result))


a, b, like_a, other = Key(1), Key(2), Key(1), Key(3)
first, second = {a: 1, b: 2}, {like_a: 1, other: 3}
some = {like_a, other}
for what, x, y in [
    ('keys', first.keys(), second.keys()),
    ('keys and dict', first.keys(), second),
    ('keys and list', first.keys(), [like_a, other]),
    ('keys and set', first.keys(), some),
    ('keys and larger set', first.keys(), some | {Key(4), Key(5)}),
    ('items', first.items(), second.items()),
    ('items and list', first.items(), [(like_a, 1), (b, 5)]),
]:
    tell(f'{what}, and', lambda: x & y)
    tell(f'{what}, or', lambda: x | y)
    tell(f'{what}, without', lambda: x - y)
    tell(f'{what}, either', lambda: x ^ y)
    tell(f'{what}, disjoint', lambda: x.isdisjoint(y))
tell('of itself', lambda: first.keys().isdisjoint(first.keys()))
keys = first.keys()
tell('the same', lambda: keys.isdisjoint(keys))

one, two = Counter(first), Counter(second)
tell('sum', lambda: one + two)
tell('difference', lambda: one - two)
tell('smaller', lambda: one & two)
tell('larger', lambda: one | two)
