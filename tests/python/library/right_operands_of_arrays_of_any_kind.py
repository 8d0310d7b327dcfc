from array import array
from functools import partialmethod


class Called:
    class Answer:
        def __call__(self, *args):
            return 'called'

    __radd__ = Answer()
    __rmul__ = Answer()


class OfClass:
    __rmul__ = classmethod(lambda cls, other: 'of the class')


class Static:
    __radd__ = staticmethod(lambda other: 'static')


class Partly:
    __rmul__ = partialmethod(lambda self, given, other: 'partly', 1)


class Refusing:
    def __radd__(self, other):
        return NotImplemented

    def __rmul__(self, other):
        return NotImplemented


for right in Called(), OfClass(), Static(), Partly(), Refusing(), 'x', 2.5, None:
    for operator in '+', '*', '+=', '*=':
        numbers = array('i', [1, 2])
        try:
            if operator.endswith('='):
                exec(f'numbers {operator} right')
                print(numbers)
            else:
                print(eval(f'numbers {operator} right'))
        except TypeError as e:
            print(operator, e)
