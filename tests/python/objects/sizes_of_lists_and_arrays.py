"""A list that grew item by item has places to spare, and so has an array; one of constants has an even number."""
import sys
from array import array

size = sys.getsizeof


def grown(count):
    numbers = []
    for number in range(count):
        numbers.append(number)
    return size(numbers)


print([size([n for n in range(count)]) for count in (0, 1, 5, 9, 17, 100, 1000, 10000)])
print([grown(count) for count in (0, 1, 5, 9, 17, 100, 1000)])
print(size(list(n for n in range(10))), size(list(map(str, range(1000)))), size(list(range(10))), size(list(range(999))))
print(size([1, 2, 3]), size(['a', 'b', 'c', 'd', 'e']), size([0] * 100), size([1, 2]), size([[1], [2], [3]]))
letters = ['a', 'b', 'c']
letters.append('d')
print(size(letters), size(letters[:2]))
letters.clear()
print(size(letters))

numbers, sizes = array('i'), []
for number in range(20):
    numbers.append(number)
    sizes.append(size(numbers))
print(sizes)
print(size(array('d', [1.0] * 1000)), size(array('i', range(10000))), size(array('b', b'abc')), numbers.__sizeof__())


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


print(size(Point(1, 2).__dict__), size({'x': 1, 'y': 2}))
