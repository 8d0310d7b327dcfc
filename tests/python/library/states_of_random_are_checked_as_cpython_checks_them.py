# What `setstate` refuses, what it has set by then, and that copies ask a class's own `getstate` and `setstate`.
import _random
import copy
import pickle
import random


def told(what, *args):
    try:
        return what(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


generator = random.Random(1)
good = generator.getstate()
words = good[1]
states = [None, 5, (), (3,), (3, 1), (3, 1, 2.5), (3, 1, 2, 3), (1, 2, 3), (4, words, None), "abc"]
states += [(3, words[:-1], None), (3, list(words), None), (2, list(words), 0.5), (True, words, None)]
states += [(3.0, words, 0.25), [3, words, 1.5], (2, ("a",) * 625, None), (2, (2**33,) * 624 + (1,), None)]
states += [(3, words[:-1] + (last,), None) for last in (-1, 0, 623, 624, 625, 2**70, "q", 1.5, True)]
states += [(3, (first, *words[1:]), 2.0) for first in ("a", 1.5, -1, 2**32 + 5, 2**70, True)]
for state in states:
    print(told(generator.setstate, state), generator.random(), generator.gauss_next)

for last in float("nan"), "x", None:
    try:
        generator.setstate((2, (int(word) for word in words[:-1] + (last,)), None))
    except (TypeError, ValueError) as error:
        print(repr(error), repr(error.__cause__))

generator.seed(3)
first = generator.gauss(0, 1)
print(generator.gauss_next == generator.getstate()[2], generator.gauss_next == generator.gauss(0, 1))
generator.gauss_next = 2.0
print(generator.gauss(1, 10), generator.gauss_next)


class Own(random.Random):
    VERSION = 4

    def getstate(self):
        print("own getstate")
        return super().getstate()

    def setstate(self, state):
        print("own setstate", state[0])
        super().setstate((3, *state[1:]))


own = Own(3)
others = [copy.copy(own), copy.deepcopy(own), pickle.loads(pickle.dumps(own))]
print(len({other.random() for other in [own, *others]}))
print(own.__getstate__()[0], own.__reduce__()[1], told(super(Own, own).setstate, (5, 6, 7)))
print(random.Random(1).__getstate__() == good, random.Random.VERSION)

core = _random.Random(3)
for state in [(1, 2), 5, list(core.getstate()), core.getstate(), (2**64, *words[1:])]:
    print(told(core.setstate, state))
random.setstate((9, words, None))
