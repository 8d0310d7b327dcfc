"""Records int arithmetic and conversions: python3.13 tests/tables/record_int.py > tests/tables/int.tsv"""

import itertools
import math
import operator
import random

random.seed(3)


def row(name, *args, result):
    print("\t".join([name, *map(str, args), str(result)]))


def attempt(f, *args):
    try:
        result = f(*args)
        return result.hex() if isinstance(result, float) else result
    except Exception as e:
        return f"! {type(e).__name__}: {e}"


NUMBERS = [0, 1, -1, 2, -2, 3, 7, -7, 10, 255, -256, 2**31, -(2**31), 2**53 + 1, 2**62, 2**63 - 1, -(2**63), 2**63, -(2**63) - 1,
           2**64, 10**18, -(10**18), 10**19, 3**50, -(3**50), 2**100 - 1, 2**100, -(2**100), 10**30 + 7, 12345678901234567890123]
BINARY = {"add": operator.add, "sub": operator.sub, "mul": operator.mul, "floordiv": operator.floordiv, "mod": operator.mod,
          "divmod": divmod, "and": operator.and_, "or": operator.or_, "xor": operator.xor, "truediv": operator.truediv,
          "gcd": math.gcd, "lcm": math.lcm, "cmp": lambda a, b: (a > b) - (a < b)}
for (name, f), a, b in itertools.product(BINARY.items(), NUMBERS, NUMBERS):
    if random.random() < 0.3:
        row(name, a, b, result=attempt(f, a, b))
for a in NUMBERS:
    for b in (-1, 0, 1, 2, 5, 31, 62, 63, 64, 65, 127, 200):
        row("lshift", a, b, result=attempt(operator.lshift, a, b))
        row("rshift", a, b, result=attempt(operator.rshift, a, b))
        if b >= 0 and b < 70:
            row("pow", a, b, result=a**b)
        for m in random.sample((0, 1, -1, 7, -7, 10**9 + 7, 2**63 - 25, 2**89 - 1), 2):
            row("powmod", a, b, m, result=attempt(pow, a, b, m))
    for name, f in {"hex": hex, "oct": oct, "bin": bin, "neg": operator.neg, "abs": abs, "invert": operator.invert,
                    "bit_length": int.bit_length, "bit_count": int.bit_count, "isqrt": math.isqrt, "float": float, "hash": hash}.items():
        row(name, a, result=attempt(f, a))
    for n in (1, 2, 5, 18, 25):
        row("round", a, n, result=round(a, -n))
    for f in (0.0, 0.5, 1.0, -1.5, 2.0**53, 2.0**63, -(2.0**63), 1e30, 1e300, float("inf"), float("-inf"), 2.5, -2.0):
        row("cmpfloat", a, f.hex(), result=(a > f) - (a < f))
    for n, signed in ((1, 0), (8, 0), (8, 1), (9, 1), (16, 1)):
        row("to_bytes", a, n, signed, result=attempt(lambda: a.to_bytes(n, "little", signed=bool(signed)).hex()))
        data = (a % 2**128).to_bytes(16, "big")[:n]
        row("from_bytes", data.hex(), signed, result=int.from_bytes(data, "big", signed=bool(signed)))

for _ in range(150):
    a = random.getrandbits(random.choice([60, 70, 120, 300, 1000])) + 1
    b = random.getrandbits(random.choice([40, 64, 200, 1000, 1200])) + 1
    row("truediv", a, b, result=attempt(operator.truediv, a, b))
    row("float", a, result=attempt(float, a))
    row("divmod", -a, b, result=divmod(-a, b))
for e in (53, 54, 64, 65, 1023):
    for d in (-1, 0, 1, 2, 3):
        row("float", 2**e + d, result=attempt(float, 2**e + d))
row("float", 10**400, result=attempt(float, 10**400))
row("float", 2**1024 - 2**970, result=attempt(float, 2**1024 - 2**970))
row("truediv", 10**400, 1, result=attempt(operator.truediv, 10**400, 1))
row("truediv", 1, 10**330, result=attempt(operator.truediv, 1, 10**330))
row("truediv", 3, 2**1076, result=attempt(operator.truediv, 3, 2**1076))
row("truediv", 2**53 + 1, 2**1100, result=attempt(operator.truediv, 2**53 + 1, 2**1100))

for f in (0.0, 0.5, -0.9, 1.5, -2.7, 1e15, 9.3e18, -9.3e18, 1e19, 1e300, 5e-324, float("inf"), float("nan"), 0.1, 2.0**63, -(2.0**63)):
    row("int", f.hex(), result=attempt(int, f))
    row("ratio", f.hex(), result=attempt(f.as_integer_ratio))

TEXTS = ["abc", "", " 12 ", "1_000", "1__0", "_1", "1_", "0x1f", "0X1F", "0x", "0b1", "0o17", "010", "00", "0_0", "0x_1f", "0_x1f", "-5", "+5",
         "--5", "- 1", "\u0661\u0662", "\u2003\uff15\u2003", "1\ud83d", "z", "Zz", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
         "-9223372036854775809", "123456789012345678901234567890", "0b102", "1.0", "1e5", "\x0b7\x0c", "\x1c8\x1f", "7\x00", "it's", "1_" * 20 + "1", "\xb2", "a" * 300]
LONG = ["9" * 4301, "0" * 4301]
for text in LONG:
    row("parse", text, 10, result=attempt(int, text))
for text, base in itertools.product(TEXTS, (10, 0, 16, 2, 36, 8, 37, 1)):
    row("parse", text.encode("unicode_escape").decode(), base, result=attempt(lambda: f"{int(text, base):x}"))
row("parse", "f" * 5000, 16, result=attempt(lambda: f"{int('f' * 5000, 16):x}"))
row("str", "10**4299", result=attempt(lambda: len(str(10**4299))))
row("str", "10**4300", result=attempt(lambda: len(str(10**4300))))
