"""Records elementary functions: python3.13 tests/tables/record_math.py > tests/tables/math.tsv

A line is the function, its arguments and the result; `!` where CPython raises.
"""

import math
import random

random.seed(13)
U = random.uniform


def wide():
    return U(-1, 1) * 10 ** random.randint(-6, 6)


def short(value):
    return float(f"{value:.6g}")


ONE = {
    "exp": lambda: random.choice([U(-5, 5), U(-700, 700), U(-1, 1)]), "exp2": lambda: U(-20, 20),
    "log": lambda: abs(random.choice([U(0, 2), U(0, 100), wide()])), "log2": lambda: abs(random.choice([U(0, 2), U(0, 100), wide()])),
    "log10": lambda: abs(random.choice([U(0, 2), U(0, 100), wide()])), "log1p": lambda: random.choice([U(-0.9, 2), abs(wide())]),
    "expm1": lambda: U(-5, 5), "sin": lambda: random.choice([U(-7, 7), wide()]), "cos": lambda: random.choice([U(-7, 7), wide()]),
    "tan": lambda: random.choice([U(-7, 7), wide()]), "asin": lambda: U(-1, 1), "acos": lambda: U(-1, 1), "atan": wide,
    "sinh": lambda: U(-5, 5), "cosh": lambda: U(-25, 25), "tanh": lambda: U(-4, 4), "asinh": wide, "acosh": lambda: 1 + abs(wide()),
    "atanh": lambda: U(-1, 1), "cbrt": wide, "erf": lambda: U(-4, 4), "erfc": lambda: U(-4, 8), "gamma": lambda: random.choice([U(-5, 40), U(-180, 170)]),
    "lgamma": lambda: random.choice([U(-5, 40), abs(wide())]),
}
TWO = {"pow": lambda: (abs(random.choice([U(0, 3), U(0, 1000)])), random.choice([U(-5, 5), U(-50, 50), 0.5, 2.0, float(random.randint(-20, 20))])),
       "atan2": lambda: (wide(), wide()), "hypot": lambda: (wide(), U(-5, 5)), "fmod": lambda: (wide(), U(-5, 5))}
PYTHON = {"mod": lambda a, b: a % b, "floordiv": lambda a, b: a // b, "power": lambda a, b: a**b}
SPECIAL = [0.0, -0.0, 1.0, -1.0, 2.0, -2.0, 0.5, -0.5, 3.0, -3.0, 1e-300, 5e-324, 1e300, -1e300, float("inf"), float("-inf"), float("nan"), 10.0, 100.0, 1000.0, 8.0, 27.0, 171.0,
           math.pi, math.e, 709.0, 710.0, -745.0, 1e-17]


def row(name, function, *args):
    try:
        result = function(*args)
        result = repr(result) if isinstance(result, float) else "complex"
    except (ValueError, OverflowError, ZeroDivisionError) as e:
        result = "complex" if "complex" in str(e) else f"! {type(e).__name__}: {e}"
    print("\t".join([name, *map(repr, args), result]))


for name, draw in ONE.items():
    for x in SPECIAL:
        row(name, getattr(math, name), x)
    for _ in range(320):
        row(name, getattr(math, name), short(draw()))
for name, draw in TWO.items():
    for x in SPECIAL:
        for y in SPECIAL[::3]:
            row(name, getattr(math, name), x, y)
    for _ in range(320):
        row(name, getattr(math, name), *map(short, draw()))
for name, function in PYTHON.items():
    for x in SPECIAL:
        for y in SPECIAL[::2]:
            row(name, function, x, y)
    for _ in range(100):
        row(name, function, short(wide()), short(U(-5, 5)))
for _ in range(50):
    vector = [short(wide()) for _ in range(random.randint(3, 6))]
    print("\t".join(["hypot", *map(repr, vector), repr(math.hypot(*vector))]))
