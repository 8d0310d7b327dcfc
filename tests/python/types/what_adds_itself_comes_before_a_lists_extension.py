# `some_list += x` asks `x.__radd__` first, as `+` does; only then is the list extended.
class Row(tuple):
    def __radd__(self, other):
        return f'Row.__radd__({other})'

    def __rmul__(self, other):
        return f'Row.__rmul__({other})'


class Vector:
    def __init__(self, *numbers):
        self.numbers = numbers

    def __iter__(self):
        return iter(self.numbers)

    def __radd__(self, other):
        return Vector(*(a + b for a, b in zip(other, self.numbers)))

    def __repr__(self):
        return f'Vector{self.numbers}'


class Undecided:
    def __iter__(self):
        return iter('xy')

    def __radd__(self, other):
        print('asked')
        return NotImplemented


class Three:
    def __index__(self):
        return 3

    def __rmul__(self, other):
        return 'Three.__rmul__'


for begun in [1, 2], (1, 2), bytearray(b'ab'):
    for more in Row((3,)), Vector(4, 5), Undecided():
        target = begun
        try:
            target += more
            print(target)
        except TypeError as e:
            print(type(e).__name__, e)
numbers = [1]
numbers *= Three()
print(numbers)
same = kept = [1]
kept += (2, 3)
print(same is kept, same)
