# `__repr__ = object.__str__` calls itself without end, since `object.__str__` asks for the repr.


class Asks:
    __repr__ = object.__str__


class Own:
    def __str__(self):
        return 'own text'

    __repr__ = __str__


class Inherits:
    pass


Inherits.__repr__ = Inherits.__str__
for made in Asks(), Inherits():
    for function in repr, str, '{}'.format:
        try:
            print(function(made))
        except RecursionError as e:
            print('RecursionError:', e)
print(repr(Own()), str(Own()))
