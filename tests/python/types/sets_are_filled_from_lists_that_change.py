class Number:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __hash__(self):
        if self.n == 1:
            change()
        return self.n


def grow():
    if len(numbers) < 6:
        numbers.append(Number(len(numbers)))


def shrink():
    del numbers[1:]


for change in grow, shrink:
    for fill in (set, frozenset, dict.fromkeys, set().union, {7, 8}.difference, lambda numbers: {Number(0)}.symmetric_difference(numbers),
                 lambda numbers: {Number(0), Number(3)}.intersection(numbers), set().issubset, list, tuple):
        numbers = [Number(0), Number(1), Number(2)]
        found = fill(numbers)
        print(change.__name__, len(numbers), found if isinstance(found, bool) else len(found))

numbers = [Number(0), Number(2)]
print({n.n: value for n, value in dict.fromkeys(numbers, 'same').items()})
