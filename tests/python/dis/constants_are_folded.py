# What is known when code is compiled: arithmetic, tuples, formats, containers that are only looked into.
import dis


def folded(a, b):
    print(2 * 3 + 1, -(-5), "ab" * 3, (1, (2, "x"))[1], 2 ** 200, 1 << 500, not 1, "abc"[1])
    for x in [1, 2, a]:
        pass
    if a in {1, 2} or b in ["x", 3] or not a in b:
        return "%s and %-5r, 100%%" % (a, b), "%d" % (a,), f"{a!r:>{b}} {b:.2f}"
    numbers = [1, 2, 3]
    print({"a": a, "b": b}, {1, 2, 3, a}, (*a, b), [*a], {**a, "c": 1}, b"x" b"y", ..., __debug__)
    call(*a, b, key=1, **b)
    call(a, key=b)(1).method(2, *a)
    a.b.c[1:2, ::3] = a[1:]
    return 1 if "text" else 2


dis.dis(folded)
dis.dis("1 + 2 * x")
dis.dis("a, b = b, a; c, d, e = 1, 2, 3; (f,) = g; *h, i = j")
dis.dis("def f(a):\n    b, c = a, 1\n    d = e = b\n    return b, c, d, e\n")
