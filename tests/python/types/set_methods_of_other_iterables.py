# A set's methods take their arguments one after the other and have their own ways for sets, dicts and other iterables: the order of what comes out tells.
import itertools

NUMBERS = {1, 2, 3}
WORDS = frozenset("queue lock event timer task loop".split())

OTHERS = [
    ("a", "b"),
    ("ab", "cde", "fgh"),
    (["loop", "lock", "x"],),
    ({"timer": 1, "task": 2, "y": 3},),
    (("event", "queue"), {"queue": 0}),
    ((word for word in ("task", "z", "lock")), ["task"]),
    ({"loop", "lock", "q"}, "q", {"lock": 1}),
    (dict.fromkeys(range(20)), range(5)),
    ([],),
    (),
]

for start in (NUMBERS, WORDS):
    for name in ("union", "intersection", "difference", "symmetric_difference"):
        for others in OTHERS:
            if name == "symmetric_difference" and len(others) != 1:
                continue
            others = [list(other) if hasattr(other, "send") else other for other in others]
            print(name, getattr(start, name)(*others))
            changed = set(start)
            method = {"union": "update"}.get(name, name + "_update")
            print(method, getattr(changed, method)(*others), changed)

for first in ({}, {"a": 1, "b": 2}):
    print({"a", 1}.symmetric_difference(first), set("abc") ^ set(first))

# What is wrong with a later argument is found once the earlier ones are in.
for method in ("update", "difference_update", "intersection_update"):
    half = set("abc")
    try:
        getattr(half, method)("a", 5)
    except TypeError as error:
        print(method, error, sorted(half))
half = {1}
try:
    half.update([2, [], 3])
except TypeError as error:
    print(error, half)

# An answer that is known early is given early.
print({1}.isdisjoint(itertools.count()), {1, 2}.issuperset(itertools.count(1)))
print({1}.isdisjoint([]), {1}.issuperset([]), set().issubset(iter([])))
print({1, 2}.issubset(number for number in range(3)), {5}.issubset({1: 2}), {5}.isdisjoint({1: 2}))
for method in ("isdisjoint", "issuperset", "issubset"):
    for argument in ([[]], 5):
        try:
            print(getattr({1}, method)(argument))
        except TypeError as error:
            print(method, error)
