# What draws by `random` or `getrandbits` draws by a function that was put in their place.
import random
from itertools import cycle
from unittest.mock import patch

source = random.Random(5)
drawn = cycle([0.25, 0.6, 0.35, 0.45, 0.8])
source.random = lambda: next(drawn)
for name, args in (('uniform', (1, 5)), ('choices', ('abcd',)), ('triangular', ()), ('gauss', (0, 1)), ('gauss', (0, 1)),
                   ('normalvariate', ()), ('expovariate', (2,)), ('betavariate', (1, 2)), ('gammavariate', (2, 3)),
                   ('paretovariate', (3,)), ('weibullvariate', (1, 2)), ('vonmisesvariate', (0, 1)),
                   ('lognormvariate', (0, 1)), ('binomialvariate', (5, 0.5))):
    print(name, getattr(source, name)(*args))
# These take bits.
print(source.randint(1, 100), source.choice('abcdef'), source.sample(range(20), 3), source.getrandbits(8))

source = random.Random(6)
source.getrandbits = lambda bits: 1
print(source.randint(1, 10), source.randrange(5, 50, 5), source.choice('abcdef'), source.randbytes(2))
items = list(range(6))
source.shuffle(items)
print(items, source.uniform(0, 1))
source.randrange = lambda *args: 7
print(source.randint(1, 10), source.choice('abcdef'))
source._randbelow = lambda n: 2
print(source.choice('abcdef'))

source = random.Random(1)
source.tag = 'a name of the program'
print(source.random(), source.gauss(0, 1), source.randint(1, 6))
with patch.object(source, 'random', return_value=0.1):
    print(source.uniform(0, 10))
print(source.uniform(0, 10))
with patch.object(random._inst, 'random', return_value=0.1):
    print(random.uniform(0, 10), random.choices([1, 2, 3]))

with patch('random.Random.random', return_value=0.2):
    print(random.gammavariate(2.3, 1.0), random.uniform(0, 10), random.Random(3).expovariate(1))
print(random.Random(3).uniform(0, 10))
