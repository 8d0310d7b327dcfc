# What instructions answer at once and what they leave to protocols comes to the same.
import math


class Num:
    def __init__(self, x):
        self.x = x

    def __add__(self, other):
        if isinstance(other, Num):
            return Num(self.x + other.x)
        return NotImplemented

    def __radd__(self, other):
        return ("radd", other, self.x)

    def __iadd__(self, other):
        if other == 0:
            return NotImplemented
        self.x += other
        return self

    def __sub__(self, other):
        return NotImplemented

    def __lt__(self, other):
        return NotImplemented if other is None else self.x < other.x

    def __gt__(self, other):
        return ["gt"]

    def __eq__(self, other):
        return []

    def __hash__(self):
        return 1

    def __del__(self):
        print("del", self.x)


class Sub(Num):
    def __radd__(self, other):
        return "first"


class Wide:
    def __radd__(self, other):
        return "wide"

    def __rsub__(self, other):
        return "rsub"


def show(*values):
    print(*values)


def operators():
    a, b = Num(1), Num(2)
    show((a + b).x, a + Wide(), 3 + a, a - Wide(), a + Sub(9))
    try:
        a - b
    except TypeError as error:
        show(error)
    try:
        a + 1
    except TypeError as error:
        show(error)
    a += 5
    show(a.x)
    try:
        a += 0
    except TypeError as error:
        show(error)
    show(a < b, a > b, a == b, a != b, None < a if False else "-")
    try:
        show("yes" if a < None else "no")
    except TypeError as error:
        show(error)
    show("yes" if a > b else "no", "yes" if a == b else "no")
    show(len([Num(7) + Num(8)]), "after")


def numbers():
    big = 1 << 62
    show(big + big, big * 4, -big - big - big, (1 << 31) * (1 << 31), -7 // 2, -7 % 3, 7 // -2, 7 % -3, 7 % 1.5)
    show(3 << 40, 1 << 31, -1 >> 70, -5 >> 1, 5 & -2, 5 | -8, 5 ^ -1, True + True, True & 3)
    show(7 / 2, (1 << 53) / 3, ((1 << 60) + 1) / 3, 1 / 4.0, 1.5 - 2, 2 * 0.5, -0.0 + 0)
    for divide in (lambda: 1 / 0, lambda: 1.0 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1 << -1, lambda: 1 >> -1):
        try:
            divide()
        except (ZeroDivisionError, ValueError) as error:
            show(type(error).__name__, error)
    x = Num(20)
    x = 1 + 1
    show(x, math.sqrt(2.25), math.floor(-0.5), math.exp(1) > 2)
    for wrong in (lambda: math.sqrt(-1), lambda: math.exp(1000), lambda: math.sqrt(), lambda: math.sqrt("2")):
        try:
            wrong()
        except (ValueError, OverflowError, TypeError) as error:
            show(type(error).__name__, error)
    show(math.inf - math.inf != math.inf, math.sqrt(math.inf))


def items():
    xs, t, d = [1, 2.5, "three", [4]], (1, 2), {0: "zero", -1: "minus"}
    show(xs[0], xs[-1], xs[1], t[-2], "abc"[1], d[0], d[-1], b"xy"[1], range(5)[3])
    xs[0] = xs
    xs[1] = 7
    xs[-1] = 1.5
    show(xs[1:], xs[0] is xs)
    xs = xs[0]
    xs = xs[2]
    show(xs)
    for wrong in (lambda: t[2], lambda: [][0], lambda: {}[0], lambda: math.pi[0], lambda: "a"[7], lambda: t["a"]):
        try:
            wrong()
        except (IndexError, KeyError, TypeError) as error:
            show(type(error).__name__, error)
    a, b = b, a = t
    show(a, b)
    try:
        a, b = (1, 2, 3)
    except ValueError as error:
        show(error)


def calls():
    def f(a, b=2, c=3):
        return a, b, c

    show(f(1), f(1, 5), f(1, 5, 6), f(1, c=0))
    for wrong in (lambda: f(), lambda: f(1, 2, 3, 4), lambda: len(), lambda: len(1), lambda: {}.get(), lambda: [].append()):
        try:
            wrong()
        except TypeError as error:
            show(error)
    d = {"a": 1, 2: "two", None: 0}
    show(d.get("a"), d.get(2, 9), d.get("x"), d.get("x", "y"), d.get(None), d.get(2.0), d.get(True, "no"))
    try:
        d.get([])
    except TypeError as error:
        show(error)
    out = []
    for n in range(3):
        show(out.append(Num(n)), len(out))
    del out
    show(list(map(f, [1, 2], [3, 4])), [x for x in map(lambda x: x + 1, (n for n in range(3)))])

    def stop(x):
        if x == 2:
            raise StopIteration
        return x

    show([x for x in map(stop, range(5))], list(map(stop, range(5))))
    show(dict(zip("ab", enumerate("xy"))), [k for k, v in {1: 2, 3: 4}.items()])
    try:
        for key in d:
            d[key, 1] = 0
    except RuntimeError as error:
        show(error)


operators()
numbers()
items()
calls()
