"""Records float texts: python3.13 tests/tables/record_float.py > tests/tables/float.tsv"""

import itertools
import random
import struct

random.seed(5)


def row(name, *args, result):
    print("\t".join([name, *(a.hex() if isinstance(a, float) else str(a) for a in args), str(result)]))


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return f"! {type(e).__name__}: {e}"


FLOATS = [0.0, -0.0, 1.0, 0.1, 0.2, 0.1 + 0.2, 1e15, 1e16, 9999999999999998.0, 1e17, 123456789012345680.0, 1e22, 1e23, 1e-4, 1e-5, 0.00012345,
          5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 2.0**53, 1 / 3, 2 / 3, 100.0, 1e100, 0.5, 1.5, 2.5, 2.675, 1.005, 0.25,
          float("inf"), float("-inf"), float("nan"), 9007199254740993.0, 4.35, 1234.5678, 1e21, 1767225600.25, 1000.0]
FLOATS += [struct.unpack("<d", random.randbytes(8))[0] for _ in range(300)]
FLOATS += [round(random.uniform(-1000, 1000), random.randrange(6)) for _ in range(200)]
for f in FLOATS:
    row("repr", f, result=repr(f))
    row("hex", f, result=f.hex())
    if f == f and abs(f) != float("inf"):
        for n in random.sample((0, 1, 2, 3, 5, 15, 22, -1, -2, -5, -300), 4):
            row("round", f, n, result=attempt(round, f, n) if abs(f) < 1e300 else round(f, 2) if n > 0 else "") if abs(f) < 1e300 else None
for a, b in itertools.product(FLOATS[:35], repeat=2):
    if random.random() < 0.2:
        row("complex", a, b, result=repr(complex(a, b)))
TEXTS = ["1", "1.", ".5", "1.5e3", "1E-3", "  2.5\t", "1_000.5", "1__0", "_1", "1_", "1_.5", "1._5", ".5_5", "1e1_0", "1e_1", "", "abc", "  -Infinity ", "nan", "+NaN",
         "-nan", "iNf", "infin", "0x1p3", "1e", ".", "e5", "+-1", "++1", "- 1", "\u0661.\u0662", "1\x00", "1 2", "1e400", "-1e400", "1e-400", "179769313486231580793e289",
         "2.2250738585072011e-308", "4.9e-324", "2.4e-324", "0." + "0" * 50 + "1", "9" * 400, "\u2003 1.5\u2003", "1\ud83d", "1,5", "\x1c1", "--1", "1e+-5", "1e5.5", "1d5",
         "0.500000000000000166533453693773481063544750213623046875", "9007199254740993", "it's"]
for text in TEXTS:
    row("parse", text.encode("unicode_escape").decode(), result=attempt(float, text))
for text in ["0x1p3", "1.8p1", "-0x.8p0", "inf", "nan", "0x", "", "0x1p", "0x1p99999", "0x1p-99999", "0x1.fffffffffffff8p0", "0x1.fffffffffffff7p0", "p1", "0xg", "  0xA.Bp+2 ",
             "0x0.0p0", "-0x0p0", "0x1p+-1", "0x123456789abcdef0123456789p0", "0x1.8p-1074", "0x1p1024"]:
    row("fromhex", text, result=attempt(float.fromhex, text))
