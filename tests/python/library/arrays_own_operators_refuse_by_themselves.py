from array import array


class Right:
    def __radd__(self, other):
        return 'added'

    def __rmul__(self, other):
        return 'multiplied'


class Two:
    def __index__(self):
        return 2


class Own(array):
    pass


for other in Right(), Two(), 'x', 2.5, None, [1], array('b'), Own('i', [1]), 2, True, 10 ** 30, -1:
    for method in '__add__', '__iadd__', '__mul__', '__rmul__', '__imul__':
        try:
            print(method, getattr(array('i', [1, 2]), method)(other))
        except (TypeError, OverflowError) as e:
            print(method, type(e).__name__, e)
