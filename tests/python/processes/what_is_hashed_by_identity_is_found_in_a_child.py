# A forked process finds by what its dicts and sets are keyed with: classes, functions, built-ins, instances.
# recorded by hand: a virtual clock of one process does not see what its forked children do
import collections
import dataclasses
import enum
import json
import math
import multiprocessing as mp
import os
from concurrent.futures import ProcessPoolExecutor


class Circle:
    pass


class Color(enum.Enum):
    RED = 1


class Key:
    hashed = 0

    def __init__(self, n):
        self.n = n

    def __hash__(self):
        Key.hashed += 1
        return self.n

    def __eq__(self, other):
        return self.n == other.n


@dataclasses.dataclass(frozen=True)
class Holder:
    held: object


def area():
    pass


circle = Circle()
method = circle.__init__
keys = [
    Circle, area, len, math.sqrt, json.dumps, json.JSONDecoder, collections.OrderedDict, int, circle, Color.RED,
    Holder(len), Holder(circle), Holder(json.dumps), (Circle, 1), (len, (circle, area)), (json.dumps,), frozenset([Circle, len]), frozenset([circle]), Key(1), None, "text",
]
plain = {key: n for n, key in enumerate(keys)}
ordered = collections.OrderedDict(plain)
counted = collections.Counter(keys)
default = collections.defaultdict(list, plain)
members = set(keys)
frozen = frozenset(keys)
of_instance = {}
circle.by_self = {circle: "self"}
words = {f"word {n}" for n in range(40)}
for n in range(0, 40, 3):
    words.discard(f"word {n}")
order = list(words)
going = iter(plain)
for _ in range(3):
    next(going)


class Registry(dict):
    pass


registry = Registry(plain)


def check(name, given=None):
    print(Key.hashed, flush=True)
    found = [
        all(key in table for key in keys) and all(key in table for key in table)
        for table in (plain, ordered, counted, default, members, frozen, registry)
    ]
    print(name, all(found), [plain[key] for key in keys] == list(range(len(keys))), flush=True)
    print(list(ordered.values()) == list(plain.values()), circle.by_self[circle], default[Circle], default["new"], flush=True)
    ordered.move_to_end(Circle)
    del ordered[len]
    counted[Circle] += 1
    print(ordered[Circle], next(reversed(ordered)) is Circle, len in ordered, counted[Circle], flush=True)
    print(list(words) == order, next(going) is math.sqrt, plain[Holder(len)] == plain[keys[10]], flush=True)
    plain[circle] = "changed"
    members.discard(Circle)
    print(plain[circle], len(plain), Circle in members, flush=True)
    if given is not None:
        print(given, flush=True)


def in_pool(n):
    return [plain[key] for key in keys[:4]], plain[circle], Circle in members


if __name__ == "__main__":
    Key.hashed = 0
    process = mp.Process(target=check, args=("process", {1: {Circle: 2}}.__class__))
    process.start()
    process.join()
    pid = os.fork()
    if pid == 0:
        check("fork")
        os._exit(0)
    os.waitpid(pid, 0)
    with mp.Pool(1) as pool:
        print(pool.map(in_pool, [0]))
    with ProcessPoolExecutor(1) as executor:
        print(executor.submit(in_pool, 0).result())
    print(Circle in members, len(plain), plain[circle])
