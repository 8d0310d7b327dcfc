from array import array


class One:
    def __index__(self):
        return 1


class Failing:
    def __index__(self):
        raise ValueError('no index')


class Instance:
    pass


def told(function):
    try:
        print(function())
    except Exception as e:
        print(type(e).__name__, e)


instance = Instance()
instance.__index__ = lambda: 1
numbers = array('i', [1, 2, 3])
for index in int, instance, 'x', 1.5, None, 2 ** 70, 9, -4, Failing(), One():
    told(lambda: numbers[index])
    told(lambda: numbers.__setitem__(index, 'x'))
    told(lambda: numbers.__setitem__(index, 2 ** 40))
    told(lambda: numbers.__setitem__(index, 7))
    told(lambda: array('i', [index]))
    told(lambda: array('d', [index]))
    if not isinstance(index, One):
        told(lambda: numbers.__delitem__(index))
print(numbers)
for index, value in (
        (slice('a'), array('b')), (slice('a'), 3), (slice(0, 1), 3), (slice(0, 1), array('b')), (slice(0, 1, 0), array('i')),
        (slice(None, None, 2), array('i', [1])), (slice(None, None, -1), array('i', [1, 2, 3, 4])),
        (slice(None, None, -2), array('i', [5, 6])), (slice(2, 1), array('i', [8])), (slice(9, None), array('i', [9])),
        (slice(None, None, -3), array('i')), (slice(0, 2, -1), array('i')), (slice(1, None), numbers)):
    told(lambda: numbers.__setitem__(index, value))
    print(numbers)
for index in slice(None, None, -2), slice(0, 2, -1), slice(1, 1), slice(None, 1):
    told(lambda: numbers.__delitem__(index))
    print(numbers)
