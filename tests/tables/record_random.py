"""Records random draws: python3.13 tests/tables/record_random.py > tests/tables/random.tsv

A line is a call and its result; `seed` starts the generator anew.
"""

import os
import random
import sys

if os.environ.get("PYTHONHASHSEED") != "0":
    os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, "PYTHONHASHSEED": "0"})

CALLS = [
    ("random",), ("getrandbits", 0), ("getrandbits", 1), ("getrandbits", 32), ("getrandbits", 33), ("getrandbits", 64), ("getrandbits", 65), ("getrandbits", 200),
    ("randrange", 10), ("randrange", 1), ("randrange", 2**40 + 3), ("randrange", 10**30), ("randbytes", 7), ("randbytes", 8), ("uniform", 1.0, 10.0), ("uniform", -0.5, 0.5),
    ("triangular", 0.0, 1.0), ("triangular", 2.0, 10.0, 3.0), ("gauss", 0.0, 1.0), ("gauss", 5.0, 0.25), ("normalvariate", 0.0, 1.0), ("normalvariate", 10.0, 2.0),
    ("expovariate", 1.0), ("expovariate", 0.2), ("lognormvariate", 0.0, 1.0), ("vonmisesvariate", 1.0, 4.0), ("vonmisesvariate", 0.0, 0.0), ("gammavariate", 2.5, 1.0),
    ("gammavariate", 1.0, 2.0), ("gammavariate", 0.4, 1.0), ("betavariate", 2.0, 3.0), ("betavariate", 0.5, 0.5), ("paretovariate", 3.0), ("weibullvariate", 1.0, 1.5),
    ("binomialvariate", 1, 0.5), ("binomialvariate", 10, 0.3), ("binomialvariate", 1000, 0.7), ("binomialvariate", 100, 0.25), ("binomialvariate", 20, 0.9),
    ("shuffle", 5), ("shuffle", 52), ("sample", 10, 3), ("sample", 10, 10), ("sample", 100, 6), ("sample", 1000, 20), ("sample", 10**12, 8), ("sample", 85, 6), ("sample", 86, 7),
    ("choices", 5, 4), ("weights", 4), ("expovariate", 0.0), ("gammavariate", 0.0, 1.0), ("binomialvariate", -1, 0.5), ("binomialvariate", 3, 1.5), ("paretovariate", 0.0),
]
picker = random.Random(17)


def call(name, args):
    if name == "shuffle":
        items = list(range(args[0]))
        random.shuffle(items)
        return items
    if name == "sample":
        return random.sample(range(args[0]), args[1])
    if name == "choices":
        return random.choices(range(args[0]), k=args[1])
    if name == "weights":
        return random.choices(range(5), weights=[1, 0, 2.5, 3, 0.5], k=args[0])
    if name == "randbytes":
        return random.randbytes(*args).hex()
    return getattr(random, name)(*args)


for kind, seed in [("int", 42), ("int", 0), ("int", -7), ("int", 2**32), ("int", 2**64 + 12345), ("int", 3**100), ("float", 1.5), ("str", "hello"), ("str", ""), ("str", "caf\xe9"),
                   ("bytes", "loop")]:
    random.seed(seed.encode() if kind == "bytes" else seed)
    print("seed", kind, hash(seed) if kind == "float" else seed, sep="\t")
    for step in range(110):
        name, *args = picker.choice(CALLS) if step >= len(CALLS) or kind != "int" else CALLS[step]
        try:
            result = call(name, args)
        except (ValueError, ZeroDivisionError) as e:
            result = f"! {type(e).__name__}: {e}"
        print(name, *args, result, sep="\t")
    print("index", random.getstate()[1][-1], random.getstate()[1][0], sep="\t")
