"""Records the order of sets: python3.13 tests/tables/record_set.py > tests/tables/set.tsv"""

import os
import random
import sys

if os.environ.get("PYTHONHASHSEED") != "0":
    os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, "PYTHONHASHSEED": "0"})

random.seed(11)
EMPTY = sys.getsizeof(set())
WORDS = ["alice", "bob", "carol", "dave", "eve", "worker-1", "worker-2", "worker-3", "task", "queue", "lock", "apple", "banana", "cherry", "x", "y", "z",
         "\u4f60\u597d", "caf\xe9", "", "main"]
WORDS = [w for w in WORDS if w]


def row(*fields):
    print("\t".join(map(str, fields)))


def show(at, s):
    size = sys.getsizeof(s) - EMPTY
    row("show", at, " ".join(map(str, s)), size // 16 if size else 8)


def fresh():
    row("new")
    return [set() for _ in range(4)]


def key():
    return random.choice(pool)


for pool_name in ("small", "wide", "words", "mixed", "multiples"):
    pool = {"small": list(range(30)), "wide": [random.randrange(-(10**9), 10**9) for _ in range(200)], "words": WORDS,
            "mixed": WORDS + list(range(-5, 60)), "multiples": [i * 64 for i in range(100)] + [i * 1024 + 3 for i in range(60)]}[pool_name]
    for _ in range(8):
        sets = fresh()
        for step in range(random.choice([25, 60, 150])):
            at = random.randrange(4)
            kind = random.random()
            if kind < 0.62:
                k = key()
                row("add", at, k)
                sets[at].add(k)
            elif kind < 0.75:
                k = random.choice(list(sets[at])) if sets[at] and random.random() < 0.8 else key()
                row("discard", at, k)
                sets[at].discard(k)
            elif kind < 0.8:
                row("pop", at, sets[at].pop() if sets[at] else "")
            elif kind < 0.805:
                row("clear", at)
                sets[at].clear()
            else:
                a, b = random.sample(range(4), 2)
                name = random.choice(["copy", "or", "and", "sub", "xor", "ior", "isub", "ixor"])
                if name == "ior":
                    a = at
                if name in ("ior", "isub", "ixor") and at == b:
                    continue
                row(name, at, a, b)
                if name == "copy":
                    sets[at] = set(sets[a])
                elif name == "or":
                    sets[at] = sets[a] | sets[b]
                elif name == "and":
                    sets[at] = sets[a] & sets[b]
                elif name == "sub":
                    sets[at] = sets[a] - sets[b]
                elif name == "xor":
                    sets[at] = sets[a] ^ sets[b]
                elif name == "ior":
                    sets[at] |= sets[b]
                elif name == "isub":
                    sets[at] -= sets[b]
                else:
                    sets[at] ^= sets[b]
            if step % 3 == 0:
                show(at, sets[at])
sets = fresh()
for k in range(1000, 3000, 7):
    row("add", 0, k)
    sets[0].add(k)
    if k % 5 == 0:
        row("add", 1, k)
        sets[1].add(k)
row("add", 2, 1007)
sets[2].add(1007)
for name, at, a, b in (("sub", 3, 0, 2), ("sub", 3, 0, 1), ("isub", 1, 1, 0), ("and", 3, 0, 1), ("isub", 2, 2, 0)):
    row(name, at, a, b)
    if name == "sub":
        sets[at] = sets[a] - sets[b]
    elif name == "and":
        sets[at] = sets[a] & sets[b]
    else:
        sets[at] -= sets[b]
    show(at, sets[at])
