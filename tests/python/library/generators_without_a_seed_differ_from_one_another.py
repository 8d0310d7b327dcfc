import random

firsts = [random.Random().random() for _ in range(5)]
print(len(set(firsts)), random.random() in firsts)
print(random.Random(7).random() == random.Random(7).random())


class Dice(random.Random):
    def __init__(self, sides):
        super().__init__()
        self.sides = sides

    def roll(self):
        return self.randint(1, self.sides)


one, other = Dice(1000), Dice(1000)
print([one.roll() for _ in range(9)] == [other.roll() for _ in range(9)])
one.seed(3)
other.seed(3)
print([one.roll() for _ in range(9)] == [other.roll() for _ in range(9)])
print(random.SystemRandom().random() == random.SystemRandom().random())
