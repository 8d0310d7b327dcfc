# What the operators of dict views and the methods of sets give comes in CPython's order: which operand they go through, and how large the table is.
import random
from collections import OrderedDict

print({2: 0}.keys() | {27: 0, 26: 0}.keys(), {36: 0}.keys() ^ {12: 0}.keys())
print({5: 0, 13: 0}.keys() - [27], {27, 3} - {15: 0}.keys())
print(dict.fromkeys([33,27,35,6,4,31]).keys() & dict.fromkeys([17,35,27]).keys())
print({9,8,32,7,16,0} & dict.fromkeys([17,8,27,34,32,28,16,15]).keys())
print({3: 0, 21: 0, 0: 0}.items() - {3: 0}.items())
print({23}.symmetric_difference([22, 35, 13, 0, 6]))

random.seed(4)
words = "alpha beta gamma delta eps zeta eta theta iota kappa".split()
for n in range(60):
    def some():
        return random.sample(range(60), random.randint(0, 9)) if n % 2 else random.sample(words, random.randint(0, 6))

    a, b, c = some(), some(), some()
    da, db = dict.fromkeys(a, 1), dict.fromkeys(b, random.choice([1, 2]))
    print(da.keys() | db.keys(), da.keys() & db.keys(), da.keys() - db.keys(), da.keys() ^ db.keys())
    print(da.items() | db.items(), da.items() & db.items(), da.items() - db.items(), da.items() ^ db.items())
    print(da.keys() | b, da.keys() & b, da.keys() - b, da.keys() ^ b)
    s, f = set(b), frozenset(c)
    print(da.keys() | s, da.keys() & s, da.keys() - s, da.keys() ^ s, s | da.keys(), s & da.keys(), s - da.keys(), s ^ da.keys(), f & da.keys(), da.keys() & f, f | da.keys(), da.keys() - f)
    print(s.union(a, c), s.intersection(a), s.difference(a, c), s.symmetric_difference(a), s.intersection(a, c), s.union(da), s.intersection(da), s.difference(da), s.symmetric_difference(da))
    t = set(a)
    for method, *others in (("update", b, c), ("intersection_update", c), ("symmetric_difference_update", b),
                            ("difference_update", a), ("symmetric_difference_update", da)):
        getattr(t, method)(*others)
        print(method, t)
    o = OrderedDict.fromkeys(c, 3)
    print(o.keys() | a, o.keys() & da.keys(), o.items() ^ da.items(), o.keys() - s, list(reversed(o.keys())))
    print(da.keys().isdisjoint(b), da.keys() <= s, da.keys() == s)
