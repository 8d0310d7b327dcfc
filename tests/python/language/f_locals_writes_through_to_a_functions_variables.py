"""What a function's frame gives as f_locals is a mapping that writes to its variables, cells and free ones too, and keeps
further keys with the frame; locals() is a copy at each call (PEP 667)."""
import collections.abc
import sys


def attempt(what):
    try:
        print(what())
    except Exception as e:
        print(type(e).__name__, e)


def own():
    x = 1
    frame = sys._getframe()
    frame.f_locals["x"] = 99
    frame.f_locals["new"] = 5
    print(x, type(frame.f_locals), frame.f_locals["new"], "new" in locals(), "new" in frame.f_locals)
    copy = locals()
    copy["x"] = 5
    print(x, copy is locals(), locals()["x"])
    del frame


def outer():
    a, b = 10, 20

    def inner():
        frame = sys._getframe(1)
        frame.f_locals["a"] += 1
        frame.f_locals.update({"b": "twenty"})
        return a, sorted(frame.f_locals)

    print(inner(), a, b)


def swap():
    names = sys._getframe(1).f_locals
    names["p"], names["q"] = names["q"], names["p"]


def swapped():
    p, q = 1, 2
    swap()
    print(p, q)


def mapping():
    a, b = 1, 2
    names = sys._getframe().f_locals
    print(list(names)[:2], names.keys()[:2], names.items()[:2], len(names), names == names, names == {"a": 1})
    attempt(lambda: names.pop("a"))
    attempt(lambda: names.__delitem__("a"))
    attempt(lambda: names["nothing"])
    attempt(lambda: hash(names))
    attempt(lambda: names.update([("a", 2)]))
    attempt(lambda: (names.get("c", 3), names.setdefault("a", 9), names.setdefault("d", 4), names["d"]))
    attempt(lambda: (isinstance(names, collections.abc.Mapping), isinstance(names, dict), type(names | {}), type(names.copy())))
    print(a, b, names is not None)


def numbers():
    n = 1
    yield n
    yield n


own()
outer()
swapped()
mapping()
generator = numbers()
print(next(generator))
generator.gi_frame.f_locals["n"] = 7
print(next(generator), generator.gi_frame.f_locals)
sys._getframe().f_locals["made"] = "in the module"
print(made, type(sys._getframe().f_locals))
