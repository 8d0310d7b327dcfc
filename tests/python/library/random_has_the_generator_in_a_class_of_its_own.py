# random.Random is derived from _random.Random, which can be used alone and is not pickled.
import _random
import copy
import pickle
import random

print(random._random is _random, random.Random.__mro__, [name for name in vars(_random) if not name.startswith('__')])
alone = _random.Random(7)
print(alone.random(), alone.getrandbits(5), random.Random(7).random())
alone.seed(3)
state = alone.getstate()
print(len(state), alone.random())
alone.setstate(state)
print(alone.random(), _random.Random(3).random())
for act in pickle.dumps, copy.copy, lambda it: it.choice([1]), lambda it: it.getrandbits(-1), lambda it: it.setstate(1):
    try:
        print(act(alone))
    except Exception as error:
        print(type(error).__name__, error)
print(sorted(name for name in vars(_random.Random) if not name.startswith('__')), _random.Random.__doc__)
again = pickle.loads(pickle.dumps(random.Random(5)))
print(again.random() == random.Random(5).random())
