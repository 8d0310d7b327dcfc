"""A subclass of Random with a `random` or `getrandbits` of its own is heeded by all its methods."""
import random


class Linear(random.Random):
    def __init__(self, seed):
        self.at = seed
        super().__init__(seed)

    def random(self):
        self.at = (self.at * 1103515245 + 12345) % 2 ** 31
        return self.at / 2 ** 31


class Bits(random.Random):
    def getrandbits(self, k):
        return super().getrandbits(k) // 3 * 2


class Below(Linear):
    def choice(self, seq):
        return 'mine', super().choice(seq)


for kind in Linear, Bits, Below:
    r, deck = kind(7), list(range(10))
    r.shuffle(deck)
    print(kind.__name__, deck, r.choice('abcdef'), r.choices([1, 2, 3], [1, 2, 3], k=5), r.choices('ab', k=2),
          r.sample(range(1000), 4), r.sample(range(10), 7), r.sample('ab', 3, counts=[2, 2]), r.randint(1, 6),
          r.randrange(0, 100, 7), r.randrange(9, 0, -2), r.randbytes(3))
    print(r.uniform(1, 2), r.gauss(0, 1), r.gauss(), r.normalvariate(), r.triangular(), r.triangular(1, 2, 1.5),
          r.expovariate(2), r.betavariate(1, 2), r.gammavariate(.5, 1), r.gammavariate(1, 1), r.gammavariate(3, 2),
          r.vonmisesvariate(1, 2), r.paretovariate(3), r.weibullvariate(1, 2), r.lognormvariate(0, 1),
          r.binomialvariate(5, .3), r.binomialvariate(100, .6))
    for refused in lambda: r.choice([]), lambda: r.randrange(0), lambda: r.randint(2, 1), lambda: r.sample([1], 2):
        try:
            refused()
        except (IndexError, ValueError) as e:
            print(type(e).__name__, e)


class Plain(random.Random):
    pass


print(Plain(3).random(), 'choice' in vars(Plain))
