"""Records format() and %-formatting: python3.13 tests/tables/record_format.py > tests/tables/format.tsv"""

import itertools
import random

random.seed(7)


def row(name, *args, result):
    print("\t".join([name, *(str(a).encode("unicode_escape").decode() for a in args), result.encode("unicode_escape").decode()]))


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return f"! {type(e).__name__}: {e}"


INTS = [0, 1, -1, 7, 42, -255, 65, 1000, 1234567, -1234567, 2**40, 10**25, -(3**60), 0x1F600]
FLOATS = [0.0, -0.0, 1.0, -1.5, 3.14159265, 0.1, 1234567.891, -0.00001234, 1e16, 1e-7, 2.5, 0.5, 123456789012.0, 1e300, 5e-324,
          float("inf"), float("-inf"), float("nan"), 99.995, 0.045, 999999.5]
TEXTS = ["", "a", "hello", "na\xefve \u4f60\u597d", "\U0001f600"]

SPECS = ["5", "<5", ">5", "^6", "=6", "05", "<05", "*^9", "\u4f60<7", "+", " ", "-", "+08", "#", "#x", "#o", "#b", "#X", "x", "X", "o", "b", "c", "5c", "05c", "^5c", "d", "n", ",",
         "_", "010,", "012_x", "_b", ",x", "_d", ",d", "+,", "s", ".3s", "10.2", ".2f", ".0f", "10.3f", "010.2f", "+.1f", " .1f", "e", ".2e", "E", ".0e", "g", ".3g", "G", "#g",
         "#.3g", ".10g", "%", ".1%", "08.1%", ",.2f", "020,.2f", "_.1f", "z.1f", "z", "z.0f", "+z.2f", "F", "#.0f", "#.0e", "f", ".15", ".3", ".1", ".17g", ".50f", ".400g",
         "<<5", "==5", "0=+8", "x<+8", "y", "\u20ac", "\x01", ",_", "_,", ",,", "dd", ".", ".f", "99999999999999999999", ".99999999999999999999f", "1 2", "=+,", "-10", "!r", "#c", "+c", ",c", ",n", ",s",
         "\u0661\u0662", "z,", "#_x", "+#010x", "^+12,.1f", "E>8", ">z8.1f", "012", "0,", "07,", "08,", "09,", "0012,.1f"]
for _ in range(600):
    parts = [random.choice(["", "", "<", ">", "^", "=", "*<", "0>", "x="]), random.choice(["", "", "+", "-", " "]), random.choice(["", "", "", "z"]), random.choice(["", "", "#"]),
             random.choice(["", "0"]), random.choice(["", "3", "8", "12", "21"]), random.choice(["", "", ",", "_"]), random.choice(["", "", ".0", ".1", ".4", ".12"]),
             random.choice(["", "d", "x", "b", "f", "e", "g", "G", "%", "n", "s", "c", "F", "X", "o"])]
    SPECS.append("".join(parts))
for index, spec in enumerate(SPECS):
    few = index > 115
    for value in random.sample(INTS, 2) if few else INTS[::2]:
        row("int", value, spec, result=attempt(format, value, spec))
    for value in random.sample(FLOATS, 3) if few else FLOATS[::2]:
        row("float", value.hex(), spec, result=attempt(format, value, spec))
    for value in random.sample(TEXTS, 1) if few else TEXTS:
        row("str", value, spec, result=attempt(format, value, spec))
    if not few or index % 3 == 0:
        a, b = random.choice(FLOATS), random.choice(FLOATS)
        row("complex", a.hex(), b.hex(), spec, result=attempt(format, complex(a, b), spec))
        row("bool", "True", spec, result=attempt(format, True, spec) if spec else "1")

PERCENT = ["%d", "%5d", "%-5d|", "%05d", "%+d", "% d", "%+05d", "%.3d", "%8.3d", "%08.3d", "%-8.3d|", "%x", "%#x", "%X", "%#X", "%o", "%#o", "%#08x", "%.5x", "%i", "%u", "%ld", "%c", "%5c", "%-5c|", "%e",
           "%.2e", "%E", "%f", "%.0f", "%10.3f", "%-10.2f|", "%010.2f", "%+.1f", "% f", "%g", "%#g", "%.3g", "%G", "%F", "%s", "%5s", "%-5s|", "%.2s", "%5.1s", "%05s", "%r", "%a", "%.3r", "a%%b", "%y", "%",
           "%(a", "%(a)d", "%5", "%.", "%99999999999d", "%.99999999999d", "\u20ac%d\u20ac", "%\xe9", "%\u20ac", "%5%", "%l", "%.3%", "%((x)y)d", "%\x01"]
for form in PERCENT:
    keyed = "%(" in form
    for value in INTS:
        if any(k in form for k in "sra"):
            continue
        result = attempt(lambda: form % ({"a": value, "(x)y": value} if keyed else value))
        if "converted" not in result and "not enough" not in result:
            row("%int", form, value, result=result)
    for value in FLOATS:
        if any(k in form for k in "eEfFgG") and "%(" not in form and "%%" not in form:
            row("%float", form, value.hex(), result=form % value)
    for value in TEXTS:
        if any(k in form for k in "sra") and "%(" not in form and "%%" not in form:
            row("%str", form, value, result=form % value)
