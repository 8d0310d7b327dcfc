import array
import collections


class Own:
    def __radd__(self, other):
        return f'added to {type(other).__name__}'

    def __rmul__(self, other):
        return f'multiplied with {type(other).__name__}'

    def __index__(self):
        return 2


class Unknown:
    def __radd__(self, other):
        return NotImplemented


for left in collections.deque([1]), array.array('i', [1]), bytearray(b'a'), [1]:
    print(left + Own(), left * Own())
    kept = left
    kept += Own()
    print(kept)
    kept = left
    kept *= Own()
    print(kept)
    print(left * 2)
    kept = left
    kept += type(left)('i', [2]) if isinstance(left, array.array) else type(left)([2])
    kept *= 2
    print(kept is left, kept)
    kept.extend(left)
    try:
        kept += left
    except BufferError as error:
        print(error)
    print(kept)
for left in collections.deque([1]), array.array('i', [1]):
    for right in 1, [1], 'a', 2.5:
        try:
            left + right
        except TypeError as error:
            print(error)
        if not isinstance(right, int):
            try:
                left * right
            except TypeError as error:
                print(error)
try:
    collections.deque() + Unknown()
except TypeError as error:
    print(error)
for call in (
    lambda: collections.deque.__reversed__(1),
    lambda: collections.deque.__eq__(1, 2),
    lambda: collections.deque.__add__(1, 2),
    lambda: collections.deque.__iadd__(1, 2),
    lambda: collections.deque.__contains__(1, 2),
):
    try:
        call()
    except TypeError as error:
        print(error)
