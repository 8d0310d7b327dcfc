# Of two sequences neither repeats the other, whatever `__index__` says; a complex number in `__complex__` stays complex.
class Word(str):
    def __index__(self):
        return 3


class Items(list):
    def __index__(self):
        return 2


class Turned(int):
    def __complex__(self):
        return 2j


for make in (lambda: Word('x') * 'ab', lambda: Items([1]) * [2], lambda: Word('x') * Items([1]), lambda: [0] * Word('x')):
    try:
        print(make())
    except TypeError as error:
        print(error)
print(complex(Turned(7), 7), complex(Turned(7), 1j), complex(1, Turned(3)))


class Shy:
    def __float__(self):
        raise TypeError('must be real number, really')


for make in (lambda: complex(1, Shy()), lambda: float(Shy())):
    try:
        print(make())
    except TypeError as error:
        print(error)
