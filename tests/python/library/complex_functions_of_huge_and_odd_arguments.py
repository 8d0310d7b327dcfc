# What `cmath` makes of numbers near the largest one, of underflow, and of logarithms to odd bases.
import cmath
import itertools

inf, nan = float("inf"), float("nan")


def told(what, *args):
    try:
        return what(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


huge = [1e308, 1.7976931348623157e308, -1e308, 4.5e307, -4.4e307, 1e154, 5e-324, 0.0, -0.0]
for name in "asin", "acos", "asinh", "acosh", "phase", "polar":
    for real, imag in itertools.product(huge, repeat=2):
        if max(abs(real), abs(imag)) > 1e300:
            print(name, real, imag, told(getattr(cmath, name), complex(real, imag)))
bases = [0, 1, -1, 2, 0.0, -0.0, inf, nan, 1j, 10**400, None, "2", True]
for number, base in itertools.product([0, 1, -1, 10, inf, nan, 0j, 10**400, "x"], bases):
    print(number if abs(hash(number)) < 1e9 else "huge", "to", base if base != 10**400 else "huge", told(cmath.log, number, base))
print(told(cmath.log, 0), told(cmath.log, 0, 2), told(cmath.log, 8, 2), told(cmath.log), told(cmath.log, 1, 2, 3))
print(told(cmath.log10, 0), told(cmath.log10, 1e308 + 1e308j))
