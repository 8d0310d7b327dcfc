def f(a, b, *args, key=1, **kw):
    print(f"{a!r:>{b}} {b=}", "x" "y", 2 * 3 + 1, a + 1 - 2, a < b < 3)
    c = a or b and not a
    d = [x for x in args if (y := x)]
    a.b.c(1, *args, k=2, **kw).d[1:2] = y
    a[0] += 1 if c in {1, 2} else 2
    b = (a & 7 | b << 2) ^ a >> 1
    return lambda z: (a, z)
