"""Random.__init__ calls the `seed` of the class, whatever it is given; SystemRandom's takes anything."""
import random


class Told(random.Random):
    def seed(self, *given):
        print('seed', given)
        super().seed(1)
        return 'not told'


first, second = Told(), Told([1])
print(first.random() == second.random() == random.Random(1).random())
print(Told.__init__(first, x=5))
print(random.SystemRandom(object()).randrange(1))
try:
    random.Random([1])
except TypeError as e:
    print(e)


class Failing(random.Random):
    def seed(self, given):
        raise ValueError(given)


try:
    Failing(2)
except ValueError as e:
    print('failed', e)
